package news.isnad.bot.conversation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How long the last answers took. Safe for concurrent use. */
final class Latencies {
  private static final int KEPT = 1000;

  private final Deque<Duration> last = new ArrayDeque<>();

  synchronized void add(Duration took) {
    last.addLast(took);
    if (last.size() > KEPT) {
      last.removeFirst();
    }
  }

  synchronized AskCommand.Latency now() {
    List<Duration> sorted = last.stream().sorted().toList();
    return sorted.isEmpty()
        ? new AskCommand.Latency(0, Duration.ZERO, Duration.ZERO)
        : new AskCommand.Latency(
            sorted.size(),
            sorted.get((sorted.size() - 1) / 2),
            sorted.get((sorted.size() - 1) * 95 / 100));
  }
}
