package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * What going articles have freed since the data folder was too large. Immutable.
 *
 * @param articles that there were
 * @param bytes that were needed
 * @param gone articles, since then
 */
record FreedRoom(Instant begun, long articles, long bytes, long gone) {
  FreedRoom with(int more) {
    return new FreedRoom(begun, articles, bytes, gone + more);
  }

  /** What would be needed still if so many more had gone. */
  long least(long now, long more) {
    return now - Math.max(0, bytes - now) / gone * more;
  }

  /** Where it is stored, so that a restart knows it. Safe for concurrent use. */
  static final class Rows {
    private final Database database;

    Rows(Database database) {
      this.database = requireNonNull(database, "database is null");
    }

    Optional<FreedRoom> find() {
      return database.reading(
          handle ->
              handle
                  .createQuery("SELECT begun, articles, bytes, gone FROM room")
                  .map(
                      (row, context) ->
                          new FreedRoom(
                              Instant.ofEpochMilli(row.getLong(1)),
                              row.getLong(2),
                              row.getLong(3),
                              row.getLong(4)))
                  .findOne());
    }

    static void keep(Handle handle, FreedRoom room) {
      handle.execute(
          "INSERT INTO room (id, begun, articles, bytes, gone) VALUES (1, ?, ?, ?, ?)"
              + " ON CONFLICT (id) DO UPDATE SET begun = excluded.begun, articles ="
              + " excluded.articles, bytes = excluded.bytes, gone = excluded.gone",
          room.begun().toEpochMilli(),
          room.articles(),
          room.bytes(),
          room.gone());
    }

    /** The folder is as small as it may be. */
    void forget() {
      if (find().isPresent()) {
        database.inTransaction(handle -> handle.execute("DELETE FROM room"));
      }
    }
  }
}
