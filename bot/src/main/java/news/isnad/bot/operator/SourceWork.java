package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.article.Source;
import news.isnad.bot.conversation.Change;
import news.isnad.bot.conversation.Request;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What operators are doing with single sources, under the short ids that buttons carry. Safe for
 * concurrent use.
 */
final class SourceWork {
  /** Of no use any more after that. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** A name or an outlet that was asked for comes by then. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Database database;

  SourceWork(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** How far it has come. Rows are stored by name. */
  enum State {
    /** Its buttons pause, rename, move and remove. */
    MENU,
    /** The next words are its name. */
    RENAMING,
    /** The next words are its outlet. */
    MOVING,
    /** Whether to remove it was asked. */
    ASKED,
    KEPT,
    /** Removed; it may come back. */
    REMOVED,
    /** Removed, its articles are hidden; all of it may come back. */
    ORDERED,
    /** It does not come back, and its articles are being deleted. */
    DELETING,
    UNDONE,
    DONE
  }

  /**
   * Something that somebody does with a source. Immutable.
   *
   * @param address of the source; hostile
   * @param decided when it came into its state
   */
  record Work(
      String id,
      long chat,
      long person,
      long source,
      String name,
      String address,
      State state,
      Instant decided) {
    boolean belongsTo(Request request) {
      return chat == request.chat() && person == request.person();
    }
  }

  /** Begins something, under an id. */
  Change begin(String id, Source source, State state, Request request) {
    return handle -> {
      handle.execute(
          "DELETE FROM removal WHERE decided < ? AND state NOT IN ('REMOVED', 'ORDERED',"
              + " 'DELETING')",
          request.now().minus(KEPT).toEpochMilli());
      handle
          .createUpdate(
              "INSERT INTO removal (id, chat, person, source, name, address, state, asked,"
                  + " decided) VALUES (:id, :chat, :person, :source, :name, :address, :state, :now,"
                  + " :now)")
          .bind("id", id)
          .bind("chat", request.chat())
          .bind("person", request.person())
          .bind("source", source.id())
          .bind("name", source.name())
          .bind("address", source.address().toString())
          .bind("state", state.name())
          .bind("now", request.now().toEpochMilli())
          .execute();
    };
  }

  Optional<Work> find(String id) {
    return database.reading(
        handle -> read(select(handle, "id = :id").bind("id", id)).stream().findFirst());
  }

  /** Those in a state, the oldest first. */
  List<Work> all(State state) {
    return database.reading(
        handle -> read(select(handle, "state = :state").bind("state", state.name())));
  }

  /** What somebody's next words are for. */
  Optional<Work> awaited(State state, Request request) {
    return database.reading(
        handle ->
            read(
                    select(
                            handle,
                            "state = :state AND chat = :chat AND person = :person AND decided >"
                                + " :since")
                        .bind("state", state.name())
                        .bind("chat", request.chat())
                        .bind("person", request.person())
                        .bind("since", request.now().minus(PATIENCE).toEpochMilli()))
                .stream()
                .reduce((_, later) -> later));
  }

  private static Query select(Handle handle, String where) {
    return handle.createQuery(
        "SELECT id, chat, person, source, name, address, state, decided FROM removal WHERE "
            + where
            + " ORDER BY decided, rowid");
  }

  private static List<Work> read(Query query) {
    return query
        .map(
            (row, context) ->
                new Work(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getString(5),
                    row.getString(6),
                    State.valueOf(row.getString(7)),
                    Instant.ofEpochMilli(row.getLong(8))))
        .list();
  }

  /** Goes from its state to another. False where it is not in its state any more. */
  boolean move(Handle handle, Work work, State to, Instant now) {
    return handle.execute(
            "UPDATE removal SET state = ?, decided = ? WHERE id = ? AND state = ?",
            to.name(),
            now.toEpochMilli(),
            work.id(),
            work.state().name())
        > 0;
  }
}
