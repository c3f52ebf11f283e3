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

  /** The words that say what a question is about, as typed. */
  static Optional<String> topic(Reading reading) {
    return Optional.of(String.join(" ", reading.topic())).filter(words -> !words.isBlank());
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
  private static Instant lastMoment(Instant end, ZoneId zone) {
    ZonedDateTime local = end.atZone(zone);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT) ? end.minusSeconds(1) : end;
  }
}
