package news.isnad.bot.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.question.Reading;
import news.isnad.question.Reading.Asked;
import news.isnad.question.Reading.Hints;
import news.isnad.question.Reading.Kind;
import news.isnad.question.Reading.Source;
import news.isnad.text.Language;
import news.isnad.text.Span;

/**
 * Readings as text. What another version wrote and this one does not understand is no reading: a
 * follow-up then stands for itself. Stateless.
 */
final class ReadingJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReadingJson() {}

  static String write(Reading reading) {
    ObjectNode json = JSON.createObjectNode();
    json.put("question", reading.question());
    json.put("language", reading.language().code());
    json.put("kind", reading.kind().name());
    reading.speaker().ifPresent(asked -> json.set("speaker", asked(asked)));
    reading.hints().via().ifPresent(asked -> json.set("via", asked(asked)));
    json.put("outletAsked", reading.hints().outletAsked());
    json.put("silenceAnswers", reading.hints().silenceAnswers());
    json.put("speakerRequired", reading.hints().speakerRequired());
    json.set("periodWords", JSON.valueToTree(reading.hints().periodWords()));
    json.set("topic", JSON.valueToTree(reading.topic()));
    reading.from().ifPresent(from -> json.put("from", from.toString()));
    reading.to().ifPresent(to -> json.put("to", to.toString()));
    reading.followUpOf().ifPresent(question -> json.put("followUpOf", question));
    ArrayNode sources = json.putArray("answeredFrom");
    reading.answeredFrom().forEach(source -> sources.add(source(source)));
    return json.toString();
  }

  private static ObjectNode source(Source source) {
    ObjectNode json = JSON.createObjectNode().put("edition", source.edition());
    source.told().ifPresent(told -> json.put("from", told.start()).put("to", told.end()));
    return json;
  }

  /** Those written before passages were remembered are numbers of editions. */
  private static Source source(JsonNode json) {
    return json.isObject()
        ? new Source(
            json.path("edition").asLong(),
            json.has("from")
                ? Optional.of(new Span(json.path("from").asInt(), json.path("to").asInt()))
                : Optional.empty())
        : new Source(json.asLong(), Optional.empty());
  }

  private static ObjectNode asked(Asked asked) {
    ObjectNode json = JSON.createObjectNode().put("name", asked.name());
    asked.entity().ifPresent(entity -> json.put("entity", entity));
    return json;
  }

  static Optional<Reading> read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      List<List<String>> periodWords = new ArrayList<>();
      json.path("periodWords").forEach(words -> periodWords.add(strings(words)));
      List<Source> answeredFrom = new ArrayList<>();
      json.path("answeredFrom").forEach(source -> answeredFrom.add(source(source)));
      return Optional.of(
          new Reading(
              json.path("question").asText(),
              Language.of(json.path("language").asText()).orElseThrow(),
              Kind.valueOf(json.path("kind").asText()),
              asked(json.path("speaker")),
              new Hints(
                  asked(json.path("via")),
                  json.path("outletAsked").asBoolean(),
                  json.path("silenceAnswers").asBoolean(),
                  json.path("speakerRequired").asBoolean(),
                  periodWords),
              strings(json.path("topic")),
              string(json.path("from")).map(Instant::parse),
              string(json.path("to")).map(Instant::parse),
              string(json.path("followUpOf")),
              answeredFrom));
    } catch (JsonProcessingException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Asked> asked(JsonNode json) {
    return string(json.path("name")).map(name -> new Asked(name, string(json.path("entity"))));
  }

  private static Optional<String> string(JsonNode json) {
    return json.isTextual() ? Optional.of(json.asText()) : Optional.empty();
  }

  private static List<String> strings(JsonNode json) {
    List<String> strings = new ArrayList<>();
    json.forEach(each -> strings.add(each.asText()));
    return strings;
  }
}
