package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * Editions that a step could not deal with. They are tried again after a minute, ten minutes and an
 * hour, and kept after that. Joins the transaction that runs. Safe for concurrent use.
 */
final class SetAside {
  private static final List<Duration> AFTER =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));
  private static final int LONGEST_REASON = 300;

  private final Database database;

  SetAside(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** A step failed with an edition, perhaps not for the first time. */
  void failed(String step, long edition, RuntimeException defect, Instant now) {
    String why = where(defect);
    database.inTransaction(
        handle -> {
          int before =
              handle
                  .createQuery(
                      "SELECT tries FROM unmatched_edition WHERE step = :step AND edition ="
                          + " :edition")
                  .bind("step", step)
                  .bind("edition", edition)
                  .mapTo(Integer.class)
                  .findOne()
                  .orElse(0);
          return handle.execute(
              "INSERT INTO unmatched_edition (step, edition, tries, due, why) VALUES (?, ?, ?, ?,"
                  + " ?) ON CONFLICT (step, edition) DO UPDATE SET tries = excluded.tries, due ="
                  + " excluded.due, why = excluded.why",
              step,
              edition,
              before + 1,
              next(before, now),
              why.substring(0, Math.min(LONGEST_REASON, why.length())));
        });
  }

  /** What failed where; not its message, in which a reader's words may stand. */
  private static String where(RuntimeException defect) {
    StackTraceElement[] frames = defect.getStackTrace();
    return defect.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
  }

  private static @Nullable Long next(int before, Instant now) {
    return before < AFTER.size() ? now.plus(AFTER.get(before)).toEpochMilli() : null;
  }

  /** The editions that a step is to try again now. */
  List<Long> due(String step, Instant now) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT edition FROM unmatched_edition WHERE step = :step AND due <= :now"
                        + " ORDER BY edition")
                .bind("step", step)
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .list());
  }

  /** The steps that have something to try again now. */
  Set<String> stepsDue(Instant now) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT DISTINCT step FROM unmatched_edition WHERE due <= :now")
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .set());
  }

  /** When a step has something to try again, if it ever has. */
  Optional<Instant> nextDue(String step) {
    return database
        .reading(
            handle ->
                handle
                    .createQuery("SELECT min(due) FROM unmatched_edition WHERE step = :step")
                    .bind("step", step)
                    .mapTo(Long.class)
                    .findOne())
        .map(Instant::ofEpochMilli);
  }

  /** The editions that a step tries no more. */
  List<Long> givenUp(String step) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT edition FROM unmatched_edition WHERE step = :step AND due IS NULL"
                        + " ORDER BY edition")
                .bind("step", step)
                .mapTo(Long.class)
                .list());
  }

  void done(String step, long edition) {
    database.inTransaction(
        handle ->
            handle.execute(
                "DELETE FROM unmatched_edition WHERE step = ? AND edition = ?", step, edition));
  }
}
