package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.compose.News;
import news.isnad.store.Database;
import news.isnad.store.Work;
import org.jspecify.annotations.Nullable;

/**
 * What came to alerts and waits to be told, or was told. Joins the transaction that runs. Safe for
 * concurrent use.
 */
final class Tellings {
  private static final String TELLING =
      "SELECT place, alert, edition, chat, thread, news, fact, manner, due, created FROM telling ";

  private final Database database;

  Tellings(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** False where the edition came to this alert before with the same news. */
  boolean add(
      Alert alert,
      long edition,
      News news,
      @Nullable String fact,
      Manner manner,
      @Nullable Instant due,
      Instant now) {
    int added =
        writing(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO telling (alert, edition, chat, thread, news, fact, manner,"
                            + " due, created) VALUES (:alert, :edition, :chat, :thread, :news,"
                            + " :fact, :manner, :due, :now) ON CONFLICT DO NOTHING")
                    .bind("alert", alert.id())
                    .bind("edition", edition)
                    .bind("chat", alert.chat())
                    .bind("thread", alert.thread().orElse(null))
                    .bind("news", news.name())
                    .bind("fact", fact)
                    .bind("manner", manner.name())
                    .bind("due", due == null ? null : due.toEpochMilli())
                    .bind("now", now.toEpochMilli())
                    .execute());
    return added > 0;
  }

  boolean knows(String alert, long edition) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT 1 FROM telling WHERE alert = :alert AND edition = :edition")
                .bind("alert", alert)
                .bind("edition", edition)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /** The sequences of the editions that came to an alert, oldest first. */
  List<Long> editions(String alert) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT edition FROM telling WHERE alert = :alert ORDER BY place")
                .bind("alert", alert)
                .mapTo(Long.class)
                .list());
  }

  /** The chats that something is due for. */
  List<Long> chatsDue(Instant now) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT DISTINCT chat FROM telling WHERE due <= :now ORDER BY chat")
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .list());
  }

  /** The ids of the alerts of a chat that something is due of. */
  List<String> alertsDue(long chat, Instant now) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT alert FROM telling WHERE chat = :chat AND due <= :now")
                .bind("chat", chat)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .list());
  }

  /** What is due for a chat, in the order in which it came. */
  List<Telling> due(long chat, Instant now) {
    return tellings("chat = ? AND due <= ?", chat, now.toEpochMilli());
  }

  /** What is due of an alert, in the order in which it came. */
  List<Telling> dueOf(String alert, Instant now) {
    return tellings("alert = ? AND due <= ?", alert, now.toEpochMilli());
  }

  private List<Telling> tellings(String where, Object... arguments) {
    return database.reading(
        handle ->
            handle
                .select(TELLING + "WHERE " + where + " ORDER BY place", arguments)
                .map((row, context) -> telling(row))
                .list());
  }

  /** Forgets what waits for subscriptions that have ended or are paused. */
  void dropUnwanted(long chat) {
    writing(
        handle ->
            handle.execute(
                "UPDATE telling SET due = NULL WHERE chat = ? AND due IS NOT NULL AND alert IN"
                    + " (SELECT a.id FROM alert a LEFT JOIN subscription s ON s.id ="
                    + " a.subscription WHERE a.chat = ? AND (s.id IS NULL OR s.ended IS NOT NULL"
                    + " OR s.paused))",
                chat,
                chat));
  }

  /** Something is done with: told under a key, or not at all. */
  void done(Telling telling, @Nullable String key) {
    writing(
        handle ->
            handle.execute(
                "UPDATE telling SET due = NULL, told = ? WHERE place = ?", key, telling.place()));
  }

  void later(Telling telling, Instant due, Manner manner) {
    writing(
        handle ->
            handle.execute(
                "UPDATE telling SET due = ?, manner = ? WHERE place = ?",
                due.toEpochMilli(),
                manner.name(),
                telling.place()));
  }

  /** What is due in a chat is due later. */
  void postpone(long chat, Instant now, Instant due) {
    writing(
        handle ->
            handle.execute(
                "UPDATE telling SET due = ? WHERE chat = ? AND due <= ?",
                due.toEpochMilli(),
                chat,
                now.toEpochMilli()));
  }

  /** What is due of an alert is due later, or never. */
  void postpone(String alert, Instant now, Optional<Instant> due) {
    writing(
        handle ->
            handle.execute(
                "UPDATE telling SET due = ? WHERE alert = ? AND due <= ?",
                due.map(Instant::toEpochMilli).orElse(null),
                alert,
                now.toEpochMilli()));
  }

  /** How many first alerts a chat was told in messages of their own since a time. */
  int toldSince(long chat, Instant time) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM telling WHERE chat = :chat AND created >= :time"
                        + " AND told IS NOT NULL AND manner = 'ALERT'")
                .bind("chat", chat)
                .bind("time", time.toEpochMilli())
                .mapTo(Integer.class)
                .one());
  }

  /** When the first telling of an alert is due; empty where it was told or never will be. */
  Optional<Instant> firstDue(String id) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT due FROM telling WHERE alert = :id AND news = 'FIRST'"
                        + " AND due IS NOT NULL")
                .bind("id", id)
                .mapTo(Long.class)
                .findFirst()
                .map(Instant::ofEpochMilli));
  }

  /** The first telling of an alert is due at another time, in another manner. */
  void firstAt(String id, Instant due, Manner manner) {
    writing(
        handle ->
            handle.execute(
                "UPDATE telling SET due = ?, manner = ? WHERE alert = ? AND news = 'FIRST'"
                    + " AND due IS NOT NULL",
                due.toEpochMilli(),
                manner.name(),
                id));
  }

  private <T> T writing(Work<T> work) {
    return database.inTransaction(work);
  }

  private static Telling telling(ResultSet row) throws SQLException {
    return new Telling(
        row.getLong("place"),
        row.getString("alert"),
        row.getLong("edition"),
        row.getLong("chat"),
        number(row, "thread"),
        News.valueOf(row.getString("news")),
        Optional.ofNullable(row.getString("fact")),
        Manner.valueOf(row.getString("manner")),
        Instant.ofEpochMilli(row.getLong("due")),
        Instant.ofEpochMilli(row.getLong("created")));
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
