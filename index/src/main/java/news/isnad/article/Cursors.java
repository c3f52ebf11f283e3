package news.isnad.article;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import news.isnad.store.Database;

/**
 * How far each step after the store has followed the sequence of editions. A step moves its cursor
 * in the transaction that holds its own results, so that after a crash neither is there without the
 * other.
 *
 * <p>Safe for concurrent use.
 */
public final class Cursors {
  private final Database database;

  public Cursors(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** The sequence of the last edition that a step is done with; 0 before the first. */
  public long position(String name) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT position FROM cursor WHERE name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  /** Moves a cursor on. Joins the transaction that runs; one that is further already stays. */
  public void advance(String name, long to) {
    if (to < 0) {
      throw new IllegalArgumentException("to is negative");
    }
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO cursor (name, position) VALUES (:name, :to) ON CONFLICT (name) DO"
                        + " UPDATE SET position = excluded.position WHERE excluded.position >"
                        + " cursor.position")
                .bind("name", name)
                .bind("to", to)
                .execute());
  }

  /** Puts a cursor back to the beginning, so that its step does everything again. */
  public void reset(String name) {
    database.inTransaction(handle -> handle.execute("DELETE FROM cursor WHERE name = ?", name));
  }

  /** All cursors by name. */
  public Map<String, Long> all() {
    return database.reading(
        handle -> {
          Map<String, Long> all = new TreeMap<>();
          handle
              .createQuery("SELECT name, position FROM cursor")
              .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
              .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
          return all;
        });
  }
}
