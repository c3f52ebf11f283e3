package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * What owners and operators did. A deed is written by the transaction that does it: neither is
 * there without the other. Safe for concurrent use.
 */
public final class Audit {
  private final Database database;
  private final InstantSource clock;

  public Audit(Database database, InstantSource clock) {
    this.database = requireNonNull(database, "database is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Something that was done. Rows are stored by name. */
  public enum Deed {
    ADD_SOURCE,
    REMOVE_SOURCE,
    /** With its articles. */
    DELETE_SOURCE,
    RESTORE_SOURCE,
    PAUSE_SOURCE,
    RESUME_SOURCE,
    RENAME_SOURCE,
    MOVE_SOURCE,
    IMPORT_SOURCES,
    EXPORT_SOURCES,
    GRANT,
    REVOKE,
    TEACH_NAME,
    UNTEACH_NAME,
    HIDE_ARTICLE,
    SHOW_ARTICLE,
    TAKE_DOWN,
    PIN,
    UNPIN,
    TAKE_IN,
    FOLLOW_CHANNEL,
    UNFOLLOW_CHANNEL
  }

  /**
   * A deed of somebody.
   *
   * @param person who did it
   * @param details what with; hostile
   */
  public record Entry(long person, Deed deed, String details, Instant done) {}

  /** Writes a deed, inside the transaction that does it. */
  public void write(Handle handle, long person, Deed deed, String details) {
    handle
        .createUpdate(
            "INSERT INTO audit (person, deed, details, done)"
                + " VALUES (:person, :deed, :details, :now)")
        .bind("person", person)
        .bind("deed", deed.name())
        .bind("details", details)
        .bind("now", clock.millis())
        .execute();
  }

  /** Forgets deeds that were done before a time. */
  public int forgetBefore(Instant time) {
    return database.inTransaction(
        handle -> handle.execute("DELETE FROM audit WHERE done < ?", time.toEpochMilli()));
  }

  /** The latest deeds, newest first. */
  List<Entry> latest(int most) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT person, deed, details, done FROM audit"
                        + " ORDER BY sequence DESC LIMIT :most")
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Entry(
                            row.getLong(1),
                            Deed.valueOf(row.getString(2)),
                            row.getString(3),
                            Instant.ofEpochMilli(row.getLong(4))))
                .list());
  }
}
