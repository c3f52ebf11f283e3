package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import news.isnad.article.Source;

/**
 * How long a source is left alone:
 *
 * <ul>
 *   <li>after a poll that went well, a third of the time in which it usually has something new, but
 *       no shorter than the shortest interval and no longer than the usual one;
 *   <li>three times the usual interval where it has been known for a week and has less than an item
 *       a day;
 *   <li>after a failure the usual interval, twice as long after each further one in a row, at most
 *       twelve hours;
 *   <li>never shorter than the server asked for, at most a day;
 *   <li>up to a tenth more, by chance, so that sources do not come all at once.
 * </ul>
 *
 * <p>Safe for concurrent use.
 */
final class PollPace {
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration LONGEST_ASKED = Duration.ofDays(1);
  private static final Duration WELL_KNOWN = Duration.ofDays(7);
  private static final double MILLIS_OF_A_DAY = Duration.ofDays(1).toMillis();
  private static final int LOOKS_FOR_ONE = 3;
  private static final int SELDOM_TIMES = 3;
  private static final double SELDOM = 1;

  private final PollIntervals intervals;
  private final RandomGenerator chance;

  /**
   * @param chance need not be safe for concurrent use
   */
  PollPace(PollIntervals intervals, RandomGenerator chance) {
    this.intervals = requireNonNull(intervals, "intervals is null");
    this.chance = requireNonNull(chance, "chance is null");
  }

  /**
   * The pause after a poll that went well.
   *
   * @param asked the pause that the server asked for
   */
  Duration afterSuccess(Source source, Instant now, Optional<Duration> asked) {
    return withChance(noShorter(usual(source, now), asked));
  }

  private Duration usual(Source source, Instant now) {
    Duration usual = intervals.usual();
    if (source.itemsPerDay().isEmpty()) {
      return usual;
    }
    double perDay = source.itemsPerDay().getAsDouble();
    if (perDay < SELDOM && source.added().plus(WELL_KNOWN).isBefore(now)) {
      return usual.multipliedBy(SELDOM_TIMES);
    }
    double wanted = MILLIS_OF_A_DAY / LOOKS_FOR_ONE / Math.max(perDay, SELDOM);
    return Duration.ofMillis(
        Math.round(
            Math.clamp(
                wanted, (double) intervals.shortest().toMillis(), (double) usual.toMillis())));
  }

  /**
   * The pause after a failure.
   *
   * @param failures polls that failed in a row until now; positive
   * @param asked the pause that the server asked for
   */
  Duration afterFailure(int failures, Optional<Duration> asked) {
    Duration usual = intervals.usual();
    Duration pause = usual;
    for (int i = 0; i < failures && pause.compareTo(LONGEST) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    if (pause.compareTo(LONGEST) > 0) {
      pause = LONGEST.compareTo(usual) > 0 ? LONGEST : usual;
    }
    return withChance(noShorter(pause, asked));
  }

  private static Duration noShorter(Duration pause, Optional<Duration> asked) {
    Duration wanted = asked.orElse(Duration.ZERO);
    wanted = wanted.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wanted;
    return pause.compareTo(wanted) < 0 ? wanted : pause;
  }

  private synchronized Duration withChance(Duration pause) {
    return pause.plusMillis(chance.nextLong(pause.toMillis() / 10 + 1));
  }
}
