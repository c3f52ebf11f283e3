package news.isnad.bot.compose;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.question.Reading;

/** How a question was read, where it had to be interpreted. */
final class Readings {
  private Readings() {}

  /** The line that shows the reading; nothing for a question that says all by itself. */
  static Markup line(Reading reading, Messages messages, ZoneId zone) {
    boolean interpreted =
        reading.followUpOf().isPresent() || reading.from().isPresent() || reading.to().isPresent();
    if (!interpreted) {
      return Markup.none();
    }
    List<Markup> parts = new ArrayList<>();
    reading
        .speaker()
        .ifPresent(asked -> parts.add(messages.say("reading.speaker", "speaker", asked.name())));
    topic(reading).ifPresent(topic -> parts.add(messages.say("reading.topic", "topic", topic)));
    period(reading, messages, zone).ifPresent(parts::add);
    reading
        .followUpOf()
        .ifPresent(question -> parts.add(messages.say("reading.followup", "question", question)));
    return messages.say("reading", "parts", messages.joined(parts));
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

  private static Optional<Markup> period(Reading reading, Messages messages, ZoneId zone) {
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
