package news.isnad.bot.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import news.isnad.bot.telegram.Call;

/**
 * What the dispatcher keeps of a waiting row; the call itself stays in the store until it is sent.
 * Immutable.
 *
 * @param due not before
 * @param attempts how often it failed
 * @param aside whether it failed so often, while others went through, that it lets its chat pass
 */
record Row(
    long sequence,
    String key,
    Optional<Long> chat,
    Kind kind,
    Urgency urgency,
    Instant created,
    Instant due,
    int attempts,
    boolean aside) {
  /** The order in which the rows of a chat are served. */
  static final Comparator<Row> ORDER =
      Comparator.comparing(Row::aside).thenComparing(Row::urgency).thenComparingLong(Row::sequence);

  /** What pacing goes by. Rows are stored by name. */
  enum Kind {
    MESSAGE,
    EDIT,
    OTHER;

    static Kind of(Call call) {
      return switch (call) {
        case Call.SendMessage _, Call.SendDocument _, Call.SendPhoto _ -> MESSAGE;
        case Call.EditMessage _, Call.EditButtons _ -> EDIT;
        default -> OTHER;
      };
    }
  }

  /** Whether it counts as a message. Edits in groups are held to the same pace. */
  boolean isPaced() {
    return kind == Kind.MESSAGE
        || (kind == Kind.EDIT && chat.isPresent() && Pace.isGroup(chat.get()));
  }

  Row later(Instant newDue, int newAttempts, boolean newAside) {
    return new Row(sequence, key, chat, kind, urgency, created, newDue, newAttempts, newAside);
  }

  Row of(Kind other) {
    return new Row(sequence, key, chat, other, urgency, created, due, attempts, aside);
  }

  Row in(long otherChat) {
    return new Row(
        sequence, key, Optional.of(otherChat), kind, urgency, created, due, attempts, aside);
  }
}
