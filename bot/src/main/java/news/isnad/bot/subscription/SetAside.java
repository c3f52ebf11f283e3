package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.isnad.store.Database;

/**
 * Editions that a step could not deal with. They are tried again after a minute, ten minutes and an
 * hour, and kept after that. A standing question, and an alert that is to be told or whose message
 * is to be changed, has a step of its own, of which {@link #WHOLE} is the only edition. Joins the
 * transaction that runs. Safe for concurrent use.
 */
final class SetAside {
  /** Stands for the edition in a step that is about no edition. */
  static final long WHOLE = 0;

  private static final String QUESTION = "question/";
  private static final String TELLING = "tell/";
  private static final String EDIT = "edit/";
  private static final List<Duration> AFTER =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));
  private static final int LONGEST_REASON = 300;

  private final Database database;

  SetAside(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  static String questionOf(String subscription) {
    return QUESTION + subscription;
  }

  static String tellingOf(String alert) {
    return TELLING + alert;
  }

  static String editOf(String alert) {
    return EDIT + alert;
  }

  /**
   * A step failed with an edition, perhaps not for the first time.
   *
   * @return when it is tried again; empty where it is not
   */
  Optional<Instant> failed(String step, long edition, RuntimeException defect, Instant now) {
    String why = where(defect);
    return database.inTransaction(
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
          Optional<Instant> next = next(before, now);
          handle.execute(
              "INSERT INTO unmatched_edition (step, edition, tries, due, why) VALUES (?, ?, ?, ?,"
                  + " ?) ON CONFLICT (step, edition) DO UPDATE SET tries = excluded.tries, due ="
                  + " excluded.due, why = excluded.why",
              step,
              edition,
              before + 1,
              next.map(Instant::toEpochMilli).orElse(null),
              why.substring(0, Math.min(LONGEST_REASON, why.length())));
          return next;
        });
  }

  /** What failed where; not its message, in which a reader's words may stand. */
  private static String where(RuntimeException defect) {
    StackTraceElement[] frames = defect.getStackTrace();
    return defect.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
  }

  private static Optional<Instant> next(int before, Instant now) {
    return before < AFTER.size() ? Optional.of(now.plus(AFTER.get(before))) : Optional.empty();
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

  /**
   * What is tried no more. Immutable.
   *
   * @param edition {@link #WHOLE} in a step that is about no edition
   */
  record GivenUp(String step, long edition) {
    boolean isEdition() {
      return edition != WHOLE;
    }

    boolean isQuestion() {
      return step.startsWith(QUESTION);
    }

    /** The id of the alert that it is about. */
    Optional<String> alert() {
      return Stream.of(TELLING, EDIT)
          .filter(step::startsWith)
          .map(prefix -> step.substring(prefix.length()))
          .findFirst();
    }
  }

  List<GivenUp> givenUp() {
    return givenUp("due IS NULL");
  }

  /** Of what is tried no more, that which operators were not told of. */
  List<GivenUp> unreported() {
    return givenUp("due IS NULL AND reported IS NULL");
  }

  private List<GivenUp> givenUp(String where) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT step, edition FROM unmatched_edition WHERE "
                        + where
                        + " ORDER BY edition, step")
                .map((row, context) -> new GivenUp(row.getString(1), row.getLong(2)))
                .list());
  }

  /** Operators were told that these are tried no more. */
  void reported(List<GivenUp> givenUp, Instant now) {
    database.inTransaction(
        handle -> {
          for (GivenUp each : givenUp) {
            handle.execute(
                "UPDATE unmatched_edition SET reported = ? WHERE step = ? AND edition = ?",
                now.toEpochMilli(),
                each.step(),
                each.edition());
          }
          return handle;
        });
  }

  /** When operators were told last, as far as that is kept. */
  Optional<Instant> lastReport() {
    return database
        .reading(
            handle ->
                handle
                    .createQuery("SELECT max(reported) FROM unmatched_edition")
                    .mapTo(Long.class)
                    .findOne())
        .map(Instant::ofEpochMilli);
  }

  /** Forgets what is about alerts that are forgotten, or that could be told after all. */
  void tidy(Instant now) {
    long tried = now.minus(AFTER.getLast()).toEpochMilli();
    database.inTransaction(
        handle -> {
          for (String about : List.of(TELLING, EDIT)) {
            handle.execute(
                "DELETE FROM unmatched_edition WHERE substr(step, 1, ?) = ? AND (due < ? OR"
                    + " substr(step, ?) NOT IN (SELECT id FROM alert))",
                about.length(),
                about,
                tried,
                about.length() + 1);
          }
          return handle;
        });
  }

  boolean isEmpty() {
    return database.reading(
        handle ->
            handle.createQuery("SELECT count(*) FROM unmatched_edition").mapTo(Long.class).one()
                == 0);
  }

  void done(String step, long edition) {
    database.inTransaction(
        handle ->
            handle.execute(
                "DELETE FROM unmatched_edition WHERE step = ? AND edition = ?", step, edition));
  }
}
