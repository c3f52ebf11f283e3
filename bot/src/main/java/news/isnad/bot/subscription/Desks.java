package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import news.isnad.bot.compose.News;
import news.isnad.bot.outbox.Outbox;

/**
 * What alerts have to know of chats to decide when they are told. Confined to one thread at a time.
 */
final class Desks {
  private static final Deque<Instant> NONE = new ArrayDeque<>();

  private final Schedules schedules;
  private final Tellings tellings;
  private final Outbox outbox;

  /** When late editions came for a chat, as far as that is not long ago. */
  private final Map<Long, Deque<Instant>> late = new HashMap<>();

  Desks(Schedules schedules, Tellings tellings, Outbox outbox) {
    this.schedules = requireNonNull(schedules, "schedules is null");
    this.tellings = requireNonNull(tellings, "tellings is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
  }

  Desk at(Instant now) {
    return new Desk(now);
  }

  void forgetBacklogs(Instant now) {
    Instant before = now.minus(Timing.BACKLOG_LASTS);
    late.values().forEach(times -> times.removeIf(time -> time.isBefore(before)));
    late.values().removeIf(Deque::isEmpty);
  }

  /** What is known of chats while a batch is dealt with. Confined to one call. */
  final class Desk {
    final Instant now;
    private final Map<Long, ChatSchedule> hours = new HashMap<>();
    private final Map<Long, Set<String>> muted = new HashMap<>();
    private final Map<Long, Integer> waiting = new HashMap<>();
    private final Map<Long, Integer> told = new HashMap<>();
    private final Map<Long, Boolean> open = new HashMap<>();

    private Desk(Instant now) {
      this.now = now;
    }

    private ChatSchedule hours(long chat) {
      return hours.computeIfAbsent(chat, schedules::of);
    }

    boolean isMuted(long chat, String outlet) {
      return muted.computeIfAbsent(chat, id -> new HashSet<>(schedules.muted(id))).contains(outlet);
    }

    /** Counts what comes late, before anything of it is told. */
    void expect(Read read) {
      if (Timing.isLate(read.edition(), now)) {
        read.wanting().stream()
            .map(Subscription::chat)
            .distinct()
            .forEach(chat -> late.computeIfAbsent(chat, _ -> new ArrayDeque<>()).addLast(now));
      }
    }

    private boolean isBacklog(Read read, long chat) {
      return Timing.isLate(read.edition(), now)
          && late.getOrDefault(chat, NONE).size() > Timing.MOST_LATE;
    }

    Timing.Decision decide(Read read, Subscription subscription, News news) {
      long chat = subscription.chat();
      ChatSchedule schedule = hours(chat);
      Timing.Situation situation =
          new Timing.Situation(
              schedule,
              schedules.snoozed(subscription.id(), now),
              told.computeIfAbsent(chat, id -> tellings.toldSince(id, schedule.dayOf(now))),
              waiting.computeIfAbsent(chat, outbox::waitingAlerts),
              isBacklog(read, chat),
              open.computeIfAbsent(chat, id -> outbox.suspension(id).isEmpty()));
      Timing.Decision decision = Timing.of(news, schedule.of(subscription), situation, now);
      if (decision.manner() == Manner.ALERT) {
        told.merge(chat, 1, Integer::sum);
        waiting.merge(chat, 1, Integer::sum);
      }
      return decision;
    }
  }
}
