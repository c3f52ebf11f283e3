package news.isnad.bot.compose;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Answer;
import news.isnad.answer.Explained;
import news.isnad.answer.Explained.Part;
import news.isnad.answer.Explained.Term;
import news.isnad.answer.Explained.Way;
import news.isnad.answer.Explained.Weighed;
import news.isnad.question.Reading;
import news.isnad.question.Reading.Asked;
import news.isnad.question.Reading.Hints;
import news.isnad.text.Language;

/** How an answer came about, for operators: from the words to the decision. Immutable. */
final class Explanations {
  private static final int WAYS = 6;
  private static final int FIRST_WORDS = 120;

  private final Messages messages;
  private final ZoneId zone;

  Explanations(Messages messages, ZoneId zone) {
    this.messages = messages;
    this.zone = zone;
  }

  /** The lines, in the order of the steps. */
  List<Markup> lines(Explained explained) {
    List<Markup> lines = new ArrayList<>();
    Reading reading = explained.answer().reading();
    lines.add(Markup.bold(messages.say("why")));
    lines.add(messages.say("why.question", "question", reading.question()));
    lines.add(messages.say("why.reading", "parts", messages.joined(reading(reading))));
    explained.terms().forEach(term -> lines.add(term(term)));
    for (Language language : Language.values()) {
      Optional.ofNullable(explained.looked().get(language))
          .ifPresent(
              looked ->
                  lines.add(
                      messages.say(
                          "why.looked",
                          "language",
                          language,
                          "chunks",
                          looked.chunks(),
                          "articles",
                          messages.say("count.articles", "count", looked.articles()))));
    }
    lines.add(
        messages.say(
            "why.decision",
            "answered",
            explained.answer() instanceof Answer.Found,
            "confidence",
            explained.confidence(),
            "threshold",
            explained.threshold()));
    int place = 1;
    for (Weighed weighed : explained.weighed()) {
      lines.addAll(passage(weighed, place++));
    }
    return lines;
  }

  // ---- the reading

  private List<Markup> reading(Reading reading) {
    List<Markup> parts = new ArrayList<>();
    parts.add(messages.say("why.kind", "kind", reading.kind().json()));
    reading
        .speaker()
        .ifPresent(asked -> parts.add(messages.say("reading.speaker", "speaker", named(asked))));
    if (!reading.topic().isEmpty()) {
      parts.add(messages.say("reading.topic", "topic", String.join(" ", reading.topic())));
    }
    Optional<Markup> period = period(reading);
    period.ifPresent(parts::add);
    hints(reading.hints(), parts);
    reading
        .followUpOf()
        .ifPresent(before -> parts.add(messages.say("reading.followup", "question", before)));
    return parts;
  }

  private Markup named(Asked asked) {
    Markup typed = Markup.label(asked.name());
    return asked
        .entity()
        .map(entity -> messages.say("name.known", "name", typed, "known", entity))
        .orElse(typed);
  }

  private Optional<Markup> period(Reading reading) {
    if (reading.from().isEmpty() || reading.to().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        messages.say(
            "reading.period",
            "from",
            messages.date(reading.from().get(), zone),
            "to",
            messages.date(Readings.lastMoment(reading.to().get(), zone), zone)));
  }

  private void hints(Hints hints, List<Markup> parts) {
    if (hints.speakerRequired()) {
      parts.add(messages.say("why.hint.speaker"));
    }
    if (hints.silenceAnswers()) {
      parts.add(messages.say("why.hint.silence"));
    }
    if (hints.outletAsked()) {
      parts.add(messages.say("why.hint.outlet"));
    }
    hints.via().ifPresent(via -> parts.add(messages.say("why.hint.via", "via", via.name())));
  }

  // ---- words

  private Markup term(Term term) {
    return messages.say(
        term.speaker() ? "why.speaker" : "why.topic",
        "typed",
        term.typed(),
        "english",
        term.rarity().getOrDefault(Language.ENGLISH, 0.0),
        "arabic",
        term.rarity().getOrDefault(Language.ARABIC, 0.0),
        "ways",
        ways(term));
  }

  /** The first few of each language, and how many more. */
  private Markup ways(Term term) {
    List<Markup> shown = new ArrayList<>();
    int left = 0;
    for (Language language : Language.values()) {
      List<Way> ways = term.ways().stream().filter(way -> way.language() == language).toList();
      ways.stream().limit(WAYS).forEach(way -> shown.add(way(way)));
      left += Math.max(0, ways.size() - WAYS);
    }
    if (left > 0) {
      shown.add(messages.say("why.more", "count", left));
    }
    return shown.isEmpty() ? messages.say("why.nowhere") : messages.joined(shown);
  }

  private Markup way(Way way) {
    return messages.say(
        "why.way", "text", way.text(), "weight", way.weight(), "source", way.source());
  }

  // ---- passages

  private List<Markup> passage(Weighed weighed, int place) {
    String words = Outside.line(weighed.passage().quote());
    Language language = weighed.passage().edition().language();
    String kept = Shortening.beginning(words, FIRST_WORDS, language);
    List<Markup> parts = weighed.parts().stream().map(this::part).toList();
    return List.of(
        messages.say(
            "why.passage",
            "place",
            place,
            "score",
            weighed.score(),
            "admissible",
            weighed.admissible(),
            "outlet",
            weighed.passage().edition().outlet(),
            "words",
            kept + (kept.length() < words.length() ? " […]" : "")),
        messages.say("why.features", "parts", messages.joined(parts)));
  }

  private Markup part(Part part) {
    return messages.say(
        "why.feature",
        "name",
        part.feature().key(),
        "value",
        part.value(),
        "weight",
        part.weight());
  }
}
