package news.isnad.bot.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;

/** The queue of one chat: one message at a time, the most urgent first. Confined to one thread. */
final class Lane {
  /**
   * Which queue a row waits in.
   *
   * @param sequence of a row that belongs to no chat, which waits for nobody; otherwise 0
   */
  record Key(Optional<Long> chat, long sequence) {
    static Key of(Row row) {
      return new Key(row.chat(), row.chat().isPresent() ? 0 : row.sequence());
    }

    static Key of(long chat) {
      return new Key(Optional.of(chat), 0);
    }
  }

  final PriorityQueue<Row> rows = new PriorityQueue<>(Row.ORDER);
  Instant waitUntil = Instant.MIN;
  Optional<Long> movedTo = Optional.empty();
  boolean suspended;
  boolean busy;

  boolean canStart() {
    return !busy && !suspended && !rows.isEmpty();
  }

  /** Whether nothing would be lost by forgetting it. */
  boolean isIdle(Instant now) {
    return rows.isEmpty() && !busy && !suspended && movedTo.isEmpty() && !waitUntil.isAfter(now);
  }

  /** When its first row may start; it must have one. */
  Instant due(Pace pace) {
    Row first = rows.element();
    Instant due = later(first.due(), waitUntil);
    return first.isPaced() ? later(due, pace.next(first.chat().orElseThrow())) : due;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
