package news.isnad.bot.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.CallJson;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * What the dispatcher reads from the store: at first everything that waits, later what is new.
 *
 * <p>Rows are numbered in the order in which they become visible, since the store has one writer;
 * so "new" is "of a higher number". Whoever puts something in says so before their transaction has
 * ended. That is why reading takes the writer's turn: it comes after that transaction.
 *
 * <p>Confined to one thread, but for {@link #expectMore}.
 */
final class WaitingRows {
  private static final String STATES =
      "SELECT chat, suspended, wait_until, moved_to FROM chat_state WHERE ";

  private final Outbox outbox;
  private final Database database;
  private final AtomicBoolean more = new AtomicBoolean(true);
  private boolean first = true;
  private long lastSequence;

  WaitingRows(Outbox outbox) {
    this.outbox = outbox;
    this.database = outbox.database();
  }

  /** What the store knows of a chat that is not simply open. */
  record ChatState(long chat, boolean suspended, Instant waitUntil, Optional<Long> movedTo) {}

  private record Found(List<ChatState> states, List<Row> rows) {}

  /** Makes the next {@link #read} look. Safe for concurrent use. */
  void expectMore() {
    more.set(true);
  }

  void read(Consumer<Row> rows, Consumer<ChatState> states) {
    if (!more.getAndSet(false)) {
      return;
    }
    Set<Long> touched = outbox.takeTouched();
    boolean done = false;
    try {
      Found found =
          database.inTransaction(
              handle -> new Found(findStates(handle, touched), findRows(handle)));
      found.states().forEach(states);
      for (Row row : found.rows()) {
        rows.accept(row);
        lastSequence = row.sequence();
      }
      first = false;
      done = true;
    } finally {
      if (!done) {
        touched.forEach(outbox::touch);
        more.set(true);
      }
    }
  }

  /** The call of a row, in the chat that the row says; empty where the row was forgotten. */
  Optional<Call> call(Row row) {
    Optional<String> content =
        database.reading(
            handle ->
                handle
                    .createQuery("SELECT content FROM outbox WHERE sequence = :sequence")
                    .bind("sequence", row.sequence())
                    .mapTo(String.class)
                    .findOne());
    return content
        .map(CallJson::read)
        .map(call -> row.chat().isPresent() ? Outbox.inChat(call, row.chat().get()) : call);
  }

  private List<ChatState> findStates(Handle handle, Set<Long> touched) {
    if (first) {
      return handle
          .createQuery(
              STATES + "suspended IS NOT NULL OR wait_until IS NOT NULL OR moved_to IS NOT NULL")
          .map((row, context) -> readState(row))
          .list();
    }
    return touched.stream()
        .flatMap(
            chat ->
                handle
                    .createQuery(STATES + "chat = :chat")
                    .bind("chat", chat)
                    .map((row, context) -> readState(row))
                    .findOne()
                    .stream())
        .toList();
  }

  private List<Row> findRows(Handle handle) {
    return handle
        .createQuery(
            "SELECT sequence, name, chat, kind, urgency, created, due, attempts FROM outbox"
                + " WHERE state = 'WAITING' AND sequence > :last ORDER BY sequence")
        .bind("last", lastSequence)
        .map((row, context) -> readRow(row))
        .list();
  }

  private static ChatState readState(ResultSet row) throws SQLException {
    long wait = row.getLong("wait_until");
    Instant waitUntil = row.wasNull() ? Instant.MIN : Instant.ofEpochMilli(wait);
    return new ChatState(
        row.getLong("chat"),
        row.getString("suspended") != null,
        waitUntil,
        readLong(row, "moved_to"));
  }

  private static Row readRow(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("sequence"),
        row.getString("name"),
        readLong(row, "chat"),
        Row.Kind.valueOf(row.getString("kind")),
        Urgency.valueOf(row.getString("urgency")),
        Instant.ofEpochMilli(row.getLong("created")),
        Instant.ofEpochMilli(row.getLong("due")),
        row.getInt("attempts"),
        false);
  }

  private static Optional<Long> readLong(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
