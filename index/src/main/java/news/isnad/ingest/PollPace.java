package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long a source is left alone:
 *
 * <ul>
 *   <li>the interval after a poll that went well,
 *   <li>twice as long after each further failure in a row, at most twelve hours,
 *   <li>never shorter than the server asked for, at most a day,
 *   <li>up to a tenth more, by chance, so that sources do not come all at once.
 * </ul>
 *
 * <p>Safe for concurrent use if the chance is.
 */
final class PollPace {
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration LONGEST_ASKED = Duration.ofDays(1);

  private final Duration interval;
  private final RandomGenerator chance;

  PollPace(Duration interval, RandomGenerator chance) {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("interval is not positive: " + interval);
    }
    this.interval = interval;
    this.chance = requireNonNull(chance, "chance is null");
  }

  /**
   * The pause before the next poll.
   *
   * @param failures polls that failed in a row until now; 0 after one that went well
   * @param asked the pause that the server asked for
   */
  Duration pause(int failures, Optional<Duration> asked) {
    Duration pause = interval;
    for (int i = 0; i < failures && pause.compareTo(LONGEST) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    if (failures > 0 && pause.compareTo(LONGEST) > 0) {
      pause = LONGEST.compareTo(interval) > 0 ? LONGEST : interval;
    }
    Duration wanted = asked.orElse(Duration.ZERO);
    wanted = wanted.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wanted;
    pause = pause.compareTo(wanted) < 0 ? wanted : pause;
    return pause.plusMillis(chance.nextLong(pause.toMillis() / 10 + 1));
  }
}
