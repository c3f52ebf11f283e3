package news.isnad.bot.subscription;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When news is told: at once, or collected and told at certain times. Immutable.
 *
 * <p>Written as {@code at once}, {@code now}, {@code hourly}, {@code at 08:00,18:00}; {@code daily
 * 08:00} is read too.
 */
public sealed interface Schedule {
  /** What is told daily is told at this hour unless somebody says another. */
  LocalTime MORNING = LocalTime.of(8, 0);

  /** The most times a day that somebody can choose. */
  int MOST_TIMES = 12;

  /** At once; of a subscription: as its chat is set. */
  record AtOnce() implements Schedule {}

  /** At once, whatever its chat is set to. */
  record Always() implements Schedule {}

  /** At every full hour. */
  record Hourly() implements Schedule {}

  /** Every day at these times, in order. */
  record AtTimes(List<LocalTime> times) implements Schedule {
    public AtTimes {
      times = List.copyOf(new TreeSet<>(times));
      if (times.isEmpty() || times.size() > MOST_TIMES) {
        throw new IllegalArgumentException("times are none or too many");
      }
    }
  }

  /** When something that comes now is told; empty for at once. */
  default Optional<Instant> next(Instant now, ZoneId zone) {
    return switch (this) {
      case AtOnce _, Always _ -> Optional.empty();
      case Hourly _ -> Optional.of(now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
      case AtTimes at -> Optional.of(nextOf(at.times, now, zone));
    };
  }

  /** The next moment at which clocks in a zone show one of some times. */
  static Instant nextOf(List<LocalTime> times, Instant now, ZoneId zone) {
    ZonedDateTime here = now.atZone(zone);
    for (int days = 0; days < 3; days++) {
      for (LocalTime time : times) {
        Instant moment = here.toLocalDate().plusDays(days).atTime(time).atZone(zone).toInstant();
        if (moment.isAfter(now)) {
          return moment;
        }
      }
    }
    throw new IllegalStateException("no time comes within three days");
  }

  /** As it is stored. */
  default String text() {
    return switch (this) {
      case AtOnce _ -> Subscription.AT_ONCE;
      case Always _ -> "now";
      case Hourly _ -> "hourly";
      case AtTimes at ->
          "at "
              + at.times.stream()
                  .map(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)::format)
                  .collect(Collectors.joining(","));
    };
  }

  /** What {@link #text} wrote; empty for anything else. */
  static Optional<Schedule> read(String text) {
    String words = text.strip().toLowerCase(Locale.ROOT);
    return switch (words) {
      case Subscription.AT_ONCE, "" -> Optional.of(new AtOnce());
      case "now" -> Optional.of(new Always());
      case "hourly" -> Optional.of(new Hourly());
      case "daily" -> Optional.of(new AtTimes(List.of(MORNING)));
      default ->
          words.startsWith("daily ") || words.startsWith("at ")
              ? times(words.substring(words.indexOf(' '))).map(AtTimes::new)
              : Optional.empty();
    };
  }

  /** Times such as {@code 8}, {@code 8:30}, {@code 18.00}, separated by commas or spaces. */
  static Optional<List<LocalTime>> times(String text) {
    List<LocalTime> times = new ArrayList<>();
    for (String each : text.strip().split("[\\s,،]+", -1)) {
      Optional<LocalTime> time = time(each);
      if (time.isEmpty()) {
        return Optional.empty();
      }
      times.add(time.get());
    }
    return Optional.of(times).filter(all -> all.size() <= MOST_TIMES);
  }

  /** A time of day; empty where it is none. */
  static Optional<LocalTime> time(String text) {
    String[] parts = text.strip().split("[:.]", -1);
    if (parts.length > 2 || !parts[0].matches("[0-9]{1,2}")) {
      return Optional.empty();
    }
    if (parts.length == 2 && !parts[1].matches("[0-9]{2}")) {
      return Optional.empty();
    }
    try {
      int hour = Integer.parseInt(parts[0]);
      int minute = parts.length == 2 ? Integer.parseInt(parts[1]) : 0;
      return Optional.of(LocalTime.of(hour == 24 && minute == 0 ? 0 : hour, minute));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
