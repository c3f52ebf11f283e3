package news.isnad.bot.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each person did something in a minute, of the minutes that are still counted. Safe for
 * concurrent use.
 */
final class PerMinute {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A minute is forgotten when nothing of it was handled for so long. */
  private static final Duration COUNTED = Duration.ofMinutes(10);

  private final int most;
  private final Map<Long, Counts> minutes = new HashMap<>();

  private static final class Counts {
    private final Map<Long, Integer> persons = new HashMap<>();
    private Instant last = Instant.MIN;
  }

  PerMinute(int most) {
    this.most = most;
  }

  /**
   * Whether a person may do it once more; if so, it counts.
   *
   * @param done when it was done
   * @param now when it is handled
   */
  synchronized boolean admits(long person, Instant done, Instant now) {
    long minute = Math.floorDiv(done.toEpochMilli(), MINUTE.toMillis());
    Counts counts = minutes.get(minute);
    if (counts == null) {
      minutes.values().removeIf(old -> old.last.isBefore(now.minus(COUNTED)));
      counts = new Counts();
      minutes.put(minute, counts);
    }
    counts.last = now;
    return counts.persons.merge(person, 1, Integer::sum) <= most;
  }
}
