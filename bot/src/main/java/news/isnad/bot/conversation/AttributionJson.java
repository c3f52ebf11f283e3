package news.isnad.bot.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Citation;
import news.isnad.article.Edition;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Upstream;
import news.isnad.text.Span;

/**
 * The attribution of a sent citation as text: a button shows the words as they were attributed when
 * the answer was sent. Stateless.
 */
final class AttributionJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AttributionJson() {}

  static String write(Citation citation) {
    ObjectNode json = JSON.createObjectNode();
    json.put("speech", citation.speech().name());
    json.put("score", citation.score());
    citation
        .speaker()
        .ifPresent(
            speaker -> {
              ObjectNode who = json.putObject("speaker");
              who.put("name", speaker.name());
              who.put("anonymous", speaker.anonymous());
              speaker.role().ifPresent(role -> who.put("role", role));
              speaker.entity().ifPresent(entity -> who.put("entity", entity));
              speaker.institution().ifPresent(body -> who.put("institution", body));
            });
    ArrayNode chain = json.putArray("upstream");
    for (Upstream upstream : citation.upstream()) {
      ObjectNode link = chain.addObject();
      link.put("name", upstream.name());
      link.put("start", upstream.proof().start());
      link.put("end", upstream.proof().end());
      upstream.entity().ifPresent(entity -> link.put("entity", entity));
    }
    return json.toString();
  }

  /**
   * The citation again.
   *
   * @throws IllegalArgumentException if the text was not written by {@link #write}
   */
  static Citation read(Edition edition, Span span, String text) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("not an attribution: " + text, broken);
    }
    Optional<Speaker> speaker =
        string(json.path("speaker"), "name")
            .map(
                name ->
                    new Speaker(
                        name,
                        string(json.path("speaker"), "role"),
                        string(json.path("speaker"), "entity"),
                        string(json.path("speaker"), "institution"),
                        json.path("speaker").path("anonymous").asBoolean()));
    List<Upstream> chain = new ArrayList<>();
    for (JsonNode link : json.path("upstream")) {
      Span proof = new Span(link.path("start").asInt(), link.path("end").asInt());
      chain.add(new Upstream(link.path("name").asText(), string(link, "entity"), proof));
    }
    return new Citation(
        edition,
        span,
        Speech.valueOf(json.path("speech").asText()),
        speaker,
        chain,
        json.path("score").asDouble());
  }

  private static Optional<String> string(JsonNode json, String field) {
    JsonNode value = json.path(field);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }
}
