package news.isnad.bot.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Flood limits as Telegram hints at them, without the tolerance that it has. Not thread-safe. */
final class FakeLimits {
  private final Map<Long, Deque<Instant>> chats = new HashMap<>();
  private final Deque<Instant> overall = new ArrayDeque<>();
  private final Map<Long, Instant> punished = new HashMap<>();

  /** Counts a message, or refuses it. */
  void count(long chat, Instant now) {
    Instant until = punished.getOrDefault(chat, Instant.MIN);
    if (until.isAfter(now)) {
      throw tooFast(Duration.between(now, until));
    }
    Deque<Instant> times = chats.computeIfAbsent(chat, _ -> new ArrayDeque<>());
    refuseMore(chat, times, 1, Duration.ofSeconds(1), now);
    if (chat < 0) {
      refuseMore(chat, times, 20, Duration.ofMinutes(1), now);
    }
    refuseMore(chat, overall, 30, Duration.ofSeconds(1), now);
    times.addLast(now);
    overall.addLast(now);
  }

  /** Refuses everything to a chat for a while. */
  void punish(long chat, Instant until) {
    punished.put(chat, until);
  }

  private void refuseMore(long chat, Deque<Instant> times, int most, Duration window, Instant now) {
    long recent = times.stream().filter(time -> time.plus(window).isAfter(now)).count();
    if (recent < most) {
      return;
    }
    Instant oldest =
        times.stream().filter(time -> time.plus(window).isAfter(now)).findFirst().orElseThrow();
    Duration wait = Duration.between(now, oldest.plus(window));
    punish(chat, now.plus(wait));
    throw tooFast(wait);
  }

  private static FakeRefusal tooFast(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new FakeRefusal(
        429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
  }
}
