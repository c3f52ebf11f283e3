package news.isnad.bot.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How fast messages may follow one another: one a second in a chat, 20 a minute in a group, 30 a
 * second overall.
 *
 * <p>A message counts from the moment its answer arrived, which is never earlier than Telegram
 * counts it, and until then as under way. So the limits hold on Telegram's clock too, however long
 * requests travel. Confined to one thread.
 */
final class Pace {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int GROUP_PER_MINUTE = 20;
  private static final int OVERALL_PER_SECOND = 30;

  private final Map<Long, Deque<Instant>> byChat = new HashMap<>();
  private final Deque<Instant> overall = new ArrayDeque<>();
  private int underWay;

  /** Whether a chat is a group: Telegram gives them negative numbers. */
  static boolean isGroup(long chat) {
    return chat < 0;
  }

  /** When the next message may go to a chat; now or earlier if at once. */
  Instant next(long chat) {
    Deque<Instant> times = byChat.get(chat);
    if (times == null || times.isEmpty()) {
      return Instant.MIN;
    }
    Instant afterLast = times.getLast().plus(SECOND);
    if (times.size() < GROUP_PER_MINUTE) {
      return afterLast;
    }
    Instant afterWindow = times.getFirst().plus(MINUTE);
    return afterWindow.isAfter(afterLast) ? afterWindow : afterLast;
  }

  /** How many messages may be started now, whatever their chats. */
  int room(Instant now) {
    while (!overall.isEmpty() && !overall.getFirst().plus(SECOND).isAfter(now)) {
      overall.removeFirst();
    }
    return OVERALL_PER_SECOND - overall.size() - underWay;
  }

  /**
   * When there is room again, if only those under way ended: the oldest that counts leaves then.
   */
  Instant nextRoom() {
    return overall.isEmpty() ? Instant.MAX : overall.getFirst().plus(SECOND);
  }

  void started() {
    underWay++;
  }

  void ended(long chat, Instant now) {
    underWay--;
    overall.addLast(now);
    Deque<Instant> times = byChat.computeIfAbsent(chat, _ -> new ArrayDeque<>());
    times.addLast(now);
    int kept = isGroup(chat) ? GROUP_PER_MINUTE : 1;
    while (times.size() > kept) {
      times.removeFirst();
    }
  }

  /** Forgets chats in which nothing was said for a minute. */
  void tidy(Instant now) {
    byChat.values().removeIf(times -> !times.getLast().plus(MINUTE).isAfter(now));
  }
}
