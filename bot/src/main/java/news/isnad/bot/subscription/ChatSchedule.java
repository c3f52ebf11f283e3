package news.isnad.bot.subscription;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When and how a chat is told. Immutable.
 *
 * @param usual of subscriptions without a schedule of their own
 * @param quiet the hours in which nothing is told
 * @param silent whether alerts arrive without a sound
 * @param most alerts a day, the rest in a digest; 0 for any number
 */
record ChatSchedule(Schedule usual, ZoneId zone, Optional<Quiet> quiet, boolean silent, int most) {
  /** The most alerts a day that somebody can choose. */
  static final int HIGHEST_CAP = 500;

  /** What of a day was too much is told at these times. */
  private static final List<LocalTime> REST_AT = List.of(Schedule.MORNING, LocalTime.of(18, 0));

  /** Of a chat that has set nothing. */
  static ChatSchedule usual(ZoneId zone) {
    return new ChatSchedule(new Schedule.AtOnce(), zone, Optional.empty(), false, 0);
  }

  /** The hours from one time to another, over midnight too. Immutable. */
  record Quiet(LocalTime from, LocalTime to) {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    Quiet {
      if (from.equals(to)) {
        throw new IllegalArgumentException("quiet hours do not end");
      }
    }

    /** When the quiet ends that a moment is in; empty where it is in none. */
    Optional<Instant> end(Instant now, ZoneId zone) {
      ZonedDateTime here = now.atZone(zone);
      LocalTime time = here.toLocalTime();
      boolean overMidnight = to.isBefore(from);
      boolean within =
          overMidnight
              ? !time.isBefore(from) || time.isBefore(to)
              : !time.isBefore(from) && time.isBefore(to);
      return within ? Optional.of(Schedule.nextOf(List.of(to), now, zone)) : Optional.empty();
    }

    /** {@code 23:00-07:00}. */
    String text() {
      return FORM.format(from) + "-" + FORM.format(to);
    }

    /** What {@link #text} wrote, or somebody typed; empty for anything else. */
    static Optional<Quiet> read(String text) {
      String[] parts = text.strip().split("\\s*[-–—]\\s*|\\s+(?:to|الى|حتي)\\s+|\\s+", -1);
      if (parts.length != 2) {
        return Optional.empty();
      }
      Optional<LocalTime> from = Schedule.time(parts[0]);
      Optional<LocalTime> to = Schedule.time(parts[1]);
      return from.isPresent() && to.isPresent() && !from.equals(to)
          ? Optional.of(new Quiet(from.get(), to.get()))
          : Optional.empty();
    }
  }

  /** When the quiet hours end, if it is quiet now. */
  Optional<Instant> quietEnd(Instant now) {
    return quiet.flatMap(hours -> hours.end(now, zone));
  }

  /** The moment, or where that is in quiet hours, their end. */
  Instant afterQuiet(Instant moment) {
    return quietEnd(moment).orElse(moment);
  }

  /** When the day began that a moment is in. */
  Instant dayOf(Instant now) {
    return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  /** When the rest of a full day is told. */
  Instant restTime(Instant now) {
    return Schedule.nextOf(REST_AT, now, zone);
  }

  /** The schedule of a subscription: its own, or the chat's. */
  Schedule of(Subscription subscription) {
    Schedule own = Schedule.read(subscription.schedule()).orElseGet(Schedule.AtOnce::new);
    return own instanceof Schedule.AtOnce ? usual : own;
  }

  ChatSchedule withUsual(Schedule other) {
    return new ChatSchedule(other, zone, quiet, silent, most);
  }

  ChatSchedule withZone(ZoneId other) {
    return new ChatSchedule(usual, other, quiet, silent, most);
  }

  ChatSchedule withQuiet(Optional<Quiet> other) {
    return new ChatSchedule(usual, zone, other, silent, most);
  }

  ChatSchedule withSilent(boolean other) {
    return new ChatSchedule(usual, zone, quiet, other, most);
  }

  ChatSchedule withMost(int other) {
    return new ChatSchedule(usual, zone, quiet, silent, other);
  }
}
