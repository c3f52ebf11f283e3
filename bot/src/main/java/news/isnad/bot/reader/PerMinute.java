package news.isnad.bot.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How often each person did something in the minute under way. Safe for concurrent use. */
final class PerMinute {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int most;
  private final Map<Long, Integer> counts = new HashMap<>();
  private Instant since = Instant.MIN;

  PerMinute(int most) {
    this.most = most;
  }

  /** Whether a person may do it once more; if so, it counts. */
  synchronized boolean admits(long person, Instant now) {
    if (since.equals(Instant.MIN) || !now.isBefore(since.plus(MINUTE)) || now.isBefore(since)) {
      since = now;
      counts.clear();
    }
    return counts.merge(person, 1, Integer::sum) <= most;
  }
}
