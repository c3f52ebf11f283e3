package news.isnad.bot.reader;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.isnad.bot.conversation.Change;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * People who asked to be forgotten: whom to ask once more, and whose traces are still to be
 * removed. A question that is not answered within an hour was none. Safe for concurrent use.
 */
final class Forgettings {
  static final Duration PATIENCE = Duration.ofHours(1);

  private final Database database;

  Forgettings(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /**
   * Somebody who confirmed. Immutable.
   *
   * @param person 0 where nothing is left but to write the file anew
   * @param update the update that confirmed it
   */
  record Confirmed(String id, long person, long update, Instant at) {
    boolean isRemoved() {
      return person == 0;
    }
  }

  Change ask(String id, Request request) {
    return handle ->
        handle
            .createUpdate("INSERT INTO forgetting (id, person, asked) VALUES (:id, :person, :now)")
            .bind("id", id)
            .bind("person", request.person())
            .bind("now", request.now().toEpochMilli())
            .execute();
  }

  /** Whether the one who presses is the one who was asked, in the same chat, not long ago. */
  boolean isAsked(Request request) {
    return ShortIds.isOne(request.argument())
        && request.chat() == request.person()
        && database.reading(
            handle ->
                handle
                    .createQuery(
                        "SELECT 1 FROM forgetting WHERE id = :id AND person = :person"
                            + " AND confirmed IS NULL AND asked > :since")
                    .bind("id", request.argument())
                    .bind("person", request.person())
                    .bind("since", request.now().minus(PATIENCE).toEpochMilli())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent());
  }

  /** Every other question to this person ends with it. */
  void confirm(Handle handle, Request request) {
    handle.execute(
        "DELETE FROM forgetting WHERE person = ? AND id <> ?",
        request.person(),
        request.argument());
    handle.execute(
        "UPDATE forgetting SET confirmed = ?, done = ? WHERE id = ?",
        request.updateId(),
        request.now().toEpochMilli(),
        request.argument());
  }

  Change drop(String id) {
    return handle -> end(handle, id);
  }

  /** Of the person nothing is left in any table, nor here. */
  void removed(Handle handle, String id) {
    handle.execute("UPDATE forgetting SET person = 0, confirmed = 0 WHERE id = ?", id);
  }

  void end(Handle handle, String id) {
    handle.execute("DELETE FROM forgetting WHERE id = ?", id);
  }

  /** Those whose traces are still to be removed, the first who confirmed first. */
  List<Confirmed> confirmed() {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT id, person, confirmed, done FROM forgetting"
                        + " WHERE confirmed IS NOT NULL ORDER BY done, id")
                .map(
                    (row, context) ->
                        new Confirmed(
                            row.getString(1),
                            row.getLong(2),
                            row.getLong(3),
                            Instant.ofEpochMilli(row.getLong(4))))
                .list());
  }

  void forgetUnconfirmed(Instant now) {
    database.inTransaction(
        handle ->
            handle.execute(
                "DELETE FROM forgetting WHERE confirmed IS NULL AND asked <= ?",
                now.minus(PATIENCE).toEpochMilli()));
  }
}
