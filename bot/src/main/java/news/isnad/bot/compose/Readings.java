package news.isnad.bot.compose;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import news.isnad.answer.Interpretation;
import news.isnad.bot.telegram.Button;
import news.isnad.question.Reading;
import news.isnad.question.Reading.Asked;
import news.isnad.text.Folding;

/**
 * How a question was read, where it had to be interpreted, and the buttons that read it otherwise.
 * Immutable.
 */
final class Readings {
  private final Reading reading;
  private final Interpretation interpretation;
  private final Messages messages;
  private final ZoneId zone;
  private final Names names;

  Readings(
      Reading reading, Interpretation interpretation, Messages messages, ZoneId zone, Names names) {
    this.reading = reading;
    this.interpretation = interpretation;
    this.messages = messages;
    this.zone = zone;
    this.names = names;
  }

  /** True for a question that says all by itself. */
  private boolean isObvious() {
    return reading.followUpOf().isEmpty()
        && reading.from().isEmpty()
        && reading.to().isEmpty()
        && interpretation.equals(Interpretation.OBVIOUS)
        && reading.speaker().flatMap(this::known).isEmpty();
  }

  /** The line that shows the reading; nothing where it is obvious. */
  Markup line() {
    if (isObvious()) {
      return Markup.none();
    }
    List<Markup> parts = new ArrayList<>();
    speaker().ifPresent(parts::add);
    topic(reading).ifPresent(topic -> parts.add(messages.say("reading.topic", "topic", topic)));
    period().ifPresent(parts::add);
    for (Interpretation.Spelling spelling : interpretation.spelling()) {
      parts.add(
          messages.say("reading.spelling", "typed", spelling.typed(), "read", spelling.read()));
    }
    reading
        .followUpOf()
        .ifPresent(question -> parts.add(messages.say("reading.followup", "question", question)));
    return messages.say("reading", "parts", messages.joined(parts));
  }

  private Optional<Markup> speaker() {
    if (reading.speaker().isEmpty()) {
      return Optional.of(messages.say("reading.anyone"))
          .filter(_ -> isLeft(other -> other.speaker().isPresent()));
    }
    Asked asked = reading.speaker().get();
    Markup typed = Markup.label(asked.name());
    Markup name =
        known(asked)
            .map(known -> messages.say("name.known", "name", typed, "known", known))
            .orElse(typed);
    return Optional.of(messages.say("reading.speaker", "speaker", name));
  }

  /** True where somebody chose to leave something out that another reading has. */
  private boolean isLeft(Predicate<Reading> has) {
    return interpretation.chosen() && interpretation.others().stream().anyMatch(has);
  }

  /** What somebody is called, where that is not what was typed: a place, a paraphrase. */
  private Optional<String> known(Asked asked) {
    return asked
        .entity()
        .flatMap(entity -> names.name(entity, messages.language()))
        .filter(known -> !isAlike(Folding.fold(known), Folding.fold(asked.name())));
  }

  private static boolean isAlike(String one, String other) {
    return one.contains(other) || other.contains(one);
  }

  // ---- buttons

  /**
   * Rows of buttons that read the question otherwise.
   *
   * @param always also where the reading is obvious
   */
  List<List<Button>> buttons(String id, boolean always) {
    if (isObvious() && !always) {
      return List.of();
    }
    List<Button> wider = new ArrayList<>();
    if (reading.speaker().isPresent() && !reading.topic().isEmpty()) {
      wider.add(Composer.button(messages, "button.anyone", "anyone", id));
    }
    if (reading.from().isPresent() || reading.to().isPresent()) {
      wider.add(Composer.button(messages, "button.anytime", "anytime", id));
    }
    List<List<Button>> rows = new ArrayList<>();
    if (!wider.isEmpty()) {
      rows.add(wider);
    }
    List<Reading> others = interpretation.others();
    for (int i = 0; i < Math.min(Composer.OTHER_READINGS.size(), others.size()); i++) {
      rows.add(
          List.of(Composer.labelled(label(others.get(i)), Composer.OTHER_READINGS.get(i), id)));
    }
    return rows;
  }

  /** What is different in another reading. */
  private String label(Reading other) {
    if (other.speaker().isPresent() && !other.speaker().equals(reading.speaker())) {
      return messages.text("button.reading.speaker", "speaker", other.speaker().get().name());
    }
    Optional<String> topic = topic(other).filter(words -> !other.topic().equals(reading.topic()));
    if (topic.isPresent()) {
      return messages.text("button.reading.topic", "topic", topic.get());
    }
    return messages.text(
        other.speaker().isEmpty() && reading.speaker().isPresent()
            ? "button.anyone"
            : other.from().isEmpty() && other.to().isEmpty()
                ? "button.anytime"
                : "button.reading.period");
  }

  /**
   * The words that say what a question is about, as typed: the stretch of the question from the
   * first of them to the last, so that it reads as it was written; the words alone where they are
   * from several questions.
   */
  static Optional<String> topic(Reading reading) {
    List<String> words = reading.topic();
    return stretch(reading.question(), words)
        .or(() -> reading.followUpOf().flatMap(before -> stretch(before, words)))
        .or(() -> Optional.of(String.join(" ", words)))
        .filter(topic -> !topic.isBlank());
  }

  /** The words in their order, each as near to the next one as it stands. */
  private static Optional<String> stretch(String question, List<String> words) {
    int start = question.length();
    int end = 0;
    for (String word : words.reversed()) {
      start = lastWord(question, word, start);
      if (start < 0) {
        return Optional.empty();
      }
      end = Math.max(end, start + word.length());
    }
    return Optional.of(end == 0 ? "" : question.substring(start, end));
  }

  /** Where a whole word stands for the last time and ends before an offset; -1 if nowhere. */
  private static int lastWord(String text, String word, int before) {
    int at = text.lastIndexOf(word, before - word.length());
    while (at >= 0 && !isWhole(text, at, at + word.length())) {
      at = text.lastIndexOf(word, at - 1);
    }
    return at;
  }

  private static boolean isWhole(String text, int start, int end) {
    return (start == 0 || !Character.isLetterOrDigit(text.codePointBefore(start)))
        && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
  }

  private Optional<Markup> period() {
    if (reading.from().isEmpty() && reading.to().isEmpty()) {
      return Optional.of(messages.say("reading.anytime"))
          .filter(_ -> isLeft(other -> other.from().isPresent() || other.to().isPresent()));
    }
    Optional<Instant> from = reading.from();
    Optional<Instant> to = reading.to().map(end -> lastMoment(end, zone));
    if (from.isPresent() && to.isPresent()) {
      Markup first = messages.date(from.get(), zone);
      boolean oneDay =
          from.get().atZone(zone).toLocalDate().equals(to.get().atZone(zone).toLocalDate());
      return Optional.of(
          oneDay
              ? messages.say("reading.day", "from", first)
              : messages.say("reading.period", "from", first, "to", messages.date(to.get(), zone)));
    }
    return from.map(start -> messages.say("reading.from", "from", messages.date(start, zone)))
        .or(() -> to.map(end -> messages.say("reading.to", "to", messages.date(end, zone))));
  }

  /** The end of a period is exclusive: a period up to midnight ends with the day before it. */
  static Instant lastMoment(Instant end, ZoneId zone) {
    ZonedDateTime local = end.atZone(zone);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT) ? end.minusSeconds(1) : end;
  }
}
