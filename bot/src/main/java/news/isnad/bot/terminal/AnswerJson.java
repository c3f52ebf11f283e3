package news.isnad.bot.terminal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.answer.Citation;
import news.isnad.answer.Coverage;
import news.isnad.question.Reading;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;

/** Answers as JSON, with the field names of the design. */
final class AnswerJson {
  private AnswerJson() {}

  static ObjectNode of(Answer answer) {
    ObjectNode json = Terminal.object();
    Reading reading = answer.reading();
    json.put("question", reading.question());
    json.put("lang", reading.language().code());
    json.set("reading", reading(reading));
    switch (answer) {
      case Answer.Found found -> {
        json.put("answered", true);
        ArrayNode citations = json.putArray("citations");
        found.citations().forEach(citation -> citations.add(citation(citation)));
        Coverage coverage = found.coverage();
        json.putObject("coverage")
            .put("outlets", coverage.outlets())
            .put("reports", coverage.reports());
        json.set("otherSide", found.otherSide().map(AnswerJson::citation).orElse(null));
        json.putNull("nearest");
      }
      case Answer.NotFound none -> {
        json.put("answered", false);
        json.putArray("citations");
        json.putNull("coverage");
        json.putNull("otherSide");
        json.set("nearest", none.nearest().map(AnswerJson::citation).orElse(null));
      }
    }
    ObjectNode searched = json.putObject("searched");
    searched.put("articles", answer.searched().articles());
    searched.put("sources", answer.searched().sources());
    put(searched, "from", answer.searched().from());
    put(searched, "to", answer.searched().to());
    json.put("tookMillis", answer.took().toMillis());
    return json;
  }

  private static ObjectNode reading(Reading reading) {
    ObjectNode json = Terminal.object();
    json.put("kind", reading.kind().json());
    json.put("speaker", reading.speaker().map(Reading.Asked::name).orElse(null));
    json.put("topic", String.join(" ", reading.topic()));
    put(json, "from", reading.from());
    put(json, "to", reading.to());
    json.put("followUpOf", reading.followUpOf().orElse(null));
    return json;
  }

  static ObjectNode citation(Citation citation) {
    ObjectNode json = Terminal.object();
    // Whoever kept silent has not spoken: the outlet's own words have no speaker.
    Optional<Speaker> speaker =
        citation.speech() == Speech.NONE ? Optional.empty() : citation.speaker();
    json.put("article", citation.edition().article());
    json.put("url", citation.edition().url().map(Object::toString).orElse(null));
    json.put("outlet", citation.edition().outlet());
    put(json, "published", citation.edition().published());
    json.put("lang", citation.edition().language().code());
    json.put("quote", citation.quote());
    json.put("start", citation.span().start());
    json.put("end", citation.span().end());
    json.put("speaker", speaker.map(Speaker::name).orElse(null));
    json.put("role", speaker.flatMap(Speaker::role).orElse(null));
    json.put("speech", citation.speech().json());
    ArrayNode upstream = json.putArray("upstream");
    citation.upstream().forEach(link -> upstream.add(link.name()));
    json.put("score", Math.round(citation.score() * 1000) / 1000.0);
    return json;
  }

  private static void put(ObjectNode json, String field, Optional<Instant> instant) {
    json.put(field, instant.map(Instant::toString).orElse(null));
  }
}
