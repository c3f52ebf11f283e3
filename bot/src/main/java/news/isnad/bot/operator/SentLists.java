package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.isnad.bot.conversation.Change;
import news.isnad.bot.conversation.Request;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/** Lists of sources that operators sent and have not decided about. Safe for concurrent use. */
final class SentLists {
  /** So long a list can be taken in. */
  static final Duration KEPT = Duration.ofDays(1);

  private final Database database;

  SentLists(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /**
   * A list. Immutable.
   *
   * @param content as it was sent; hostile
   */
  record Sent(long chat, long person, String content, Instant asked) {}

  Change keep(String id, Request request) {
    return handle -> {
      handle.execute(
          "DELETE FROM source_list WHERE asked < ?", request.now().minus(KEPT).toEpochMilli());
      handle.execute(
          "INSERT INTO source_list (id, chat, person, content, asked) VALUES (?, ?, ?, ?, ?)",
          id,
          request.chat(),
          request.person(),
          request.argument(),
          request.now().toEpochMilli());
    };
  }

  Optional<Sent> find(String id) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT chat, person, content, asked FROM source_list WHERE id = :id")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new Sent(
                            row.getLong(1),
                            row.getLong(2),
                            row.getString(3),
                            Instant.ofEpochMilli(row.getLong(4))))
                .findOne());
  }

  /** It was decided about. False where it was before. */
  boolean drop(Handle handle, String id) {
    return handle.execute("DELETE FROM source_list WHERE id = ?", id) > 0;
  }
}
