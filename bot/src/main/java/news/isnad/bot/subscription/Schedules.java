package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.conversation.Change;
import news.isnad.store.Database;

/** When chats are told, what they muted, and what they snoozed. Safe for concurrent use. */
public final class Schedules {
  private static final String OF_A_SUBSCRIPTION =
      "alert IN (SELECT id FROM alert WHERE subscription = :subscription)";

  private final Database database;
  private final ZoneId zone;

  /**
   * @param zone of chats that have set none
   */
  public Schedules(Database database, ZoneId zone) {
    this.database = requireNonNull(database, "database is null");
    this.zone = requireNonNull(zone, "zone is null");
  }

  /** The time zone of a chat. */
  public ZoneId zone(long chat) {
    return of(chat).zone();
  }

  ChatSchedule of(long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT usual, zone, quiet, silent, most FROM chat_schedule WHERE chat = :chat")
                .bind("chat", chat)
                .map((row, context) -> read(row))
                .findOne()
                .orElseGet(() -> ChatSchedule.usual(zone)));
  }

  private ChatSchedule read(ResultSet row) throws SQLException {
    return new ChatSchedule(
        Schedule.read(row.getString("usual")).orElseGet(Schedule.AtOnce::new),
        Optional.ofNullable(row.getString("zone")).flatMap(Schedules::zone).orElse(zone),
        Optional.ofNullable(row.getString("quiet")).flatMap(ChatSchedule.Quiet::read),
        row.getInt("silent") == 1,
        row.getInt("most"));
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  Change set(long chat, ChatSchedule schedule) {
    return handle ->
        handle
            .createUpdate(
                "INSERT INTO chat_schedule (chat, usual, zone, quiet, silent, most)"
                    + " VALUES (:chat, :usual, :zone, :quiet, :silent, :most)"
                    + " ON CONFLICT (chat) DO UPDATE SET usual = :usual, zone = :zone,"
                    + " quiet = :quiet, silent = :silent, most = :most")
            .bind("chat", chat)
            .bind("usual", schedule.usual().text())
            .bind("zone", schedule.zone().equals(zone) ? null : schedule.zone().getId())
            .bind("quiet", schedule.quiet().map(ChatSchedule.Quiet::text).orElse(null))
            .bind("silent", schedule.silent() ? 1 : 0)
            .bind("most", schedule.most())
            .execute();
  }

  /** Sets when a subscription of a chat is told. */
  Change set(String subscription, long chat, Schedule schedule) {
    return handle ->
        handle
            .createUpdate(
                "UPDATE subscription SET schedule = :schedule WHERE id = :id AND chat = :chat")
            .bind("schedule", schedule.text())
            .bind("id", subscription)
            .bind("chat", chat)
            .execute();
  }

  /** The outlets that a chat does not want to be alerted by. */
  List<String> muted(long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT outlet FROM muted_outlet WHERE chat = :chat ORDER BY outlet")
                .bind("chat", chat)
                .mapTo(String.class)
                .list());
  }

  Change mute(long chat, String outlet, boolean muted) {
    return handle ->
        handle
            .createUpdate(
                muted
                    ? "INSERT INTO muted_outlet (chat, outlet) VALUES (:chat, :outlet)"
                        + " ON CONFLICT (chat, outlet) DO NOTHING"
                    : "DELETE FROM muted_outlet WHERE chat = :chat AND outlet = :outlet")
            .bind("chat", chat)
            .bind("outlet", outlet)
            .execute();
  }

  /** Until when a subscription is snoozed, if it is. */
  Optional<Instant> snoozed(String subscription, Instant now) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT until FROM snooze WHERE subscription = :subscription AND until > :now")
                .bind("subscription", subscription)
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
  }

  /**
   * What waits for the end of a snooze that is taken back is due earlier.
   *
   * @param due when its schedule tells of it
   */
  Change wake(String subscription, Instant due) {
    return handle -> {
      handle
          .createUpdate(
              "UPDATE telling SET due = min(due, :due) WHERE due = (SELECT until FROM snooze WHERE"
                  + " subscription = :subscription) AND "
                  + OF_A_SUBSCRIPTION)
          .bind("due", due.toEpochMilli())
          .bind("subscription", subscription)
          .execute();
      handle.execute("DELETE FROM snooze WHERE subscription = ?", subscription);
    };
  }

  /**
   * What waits and would be told before its end waits for it too; not what takes something back.
   */
  Change snooze(String subscription, Instant until) {
    return handle -> {
      handle
          .createUpdate(
              "INSERT INTO snooze (subscription, until) VALUES (:subscription, :until)"
                  + " ON CONFLICT (subscription) DO UPDATE SET until = :until")
          .bind("subscription", subscription)
          .bind("until", until.toEpochMilli())
          .execute();
      handle
          .createUpdate(
              "UPDATE telling SET due = :until, manner = CASE manner WHEN 'ALERT' THEN 'CATCH_UP'"
                  + " ELSE manner END WHERE due < :until AND news NOT IN ('CORRECTION', 'GONE',"
                  + " 'WITHDRAWAL') AND "
                  + OF_A_SUBSCRIPTION)
          .bind("subscription", subscription)
          .bind("until", until.toEpochMilli())
          .execute();
    };
  }

  /** A group has another number. */
  void migrated(long from, long to) {
    database.inTransaction(
        handle -> {
          for (String table : List.of("chat_schedule", "muted_outlet")) {
            handle.execute("UPDATE OR REPLACE " + table + " SET chat = ? WHERE chat = ?", to, from);
          }
          return to;
        });
  }
}
