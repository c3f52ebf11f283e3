package news.isnad.bot.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.telegram.UpdateStore;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * The durable record of every update received. An update is stored before Telegram is told that it
 * arrived, and once only, however often Telegram repeats it.
 *
 * <p>Needs the migrations of {@code news/isnad/bot/migrations}. Safe for concurrent use.
 */
public final class Inbox implements UpdateStore {
  /** Telegram may number anew when nothing has happened for a week. */
  private static final Duration NUMBERS_LAST = Duration.ofDays(6);

  private final Database database;
  private final InstantSource clock;

  public Inbox(Database database, InstantSource clock) {
    this.database = requireNonNull(database, "database is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * How updates fare. Immutable.
   *
   * @param waiting not yet handled
   * @param aside their handling failed; kept
   * @param poison could not be read; kept
   */
  public record Counts(long waiting, long aside, long poison) {}

  @Override
  public void store(List<Received> batch) {
    long now = clock.millis();
    database.inTransaction(
        handle -> {
          for (Received update : batch) {
            insert(handle, update, now);
          }
          return batch.size();
        });
  }

  private static void insert(Handle handle, Received update, long now) {
    handle
        .createUpdate(
            "INSERT INTO inbox (update_id, lane, content, state, attempts, problem, received)"
                + " VALUES (:id, :lane, :content, :state, 0, :problem, :now)"
                + " ON CONFLICT (update_id) DO NOTHING")
        .bind("id", update.updateId())
        .bind("lane", update.lane())
        .bind("content", update.content())
        .bind("state", update.poison().isPresent() ? "POISON" : "WAITING")
        .bind("problem", update.poison().orElse(null))
        .bind("now", now)
        .execute();
  }

  @Override
  public long nextOffset() {
    long recent = clock.instant().minus(NUMBERS_LAST).toEpochMilli();
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT update_id + 1 FROM inbox WHERE received >= :recent"
                        + " ORDER BY sequence DESC LIMIT 1")
                .bind("recent", recent)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  /** How many wait, were set aside, could not be read. */
  public Counts counts() {
    return database.reading(
        handle ->
            new Counts(count(handle, "WAITING"), count(handle, "ASIDE"), count(handle, "POISON")));
  }

  private static long count(Handle handle, String state) {
    return handle
        .createQuery("SELECT count(*) FROM inbox WHERE state = :state")
        .bind("state", state)
        .mapTo(Long.class)
        .one();
  }

  /**
   * Forgets updates that were handled and came before a time; not later than a week ago, since
   * their numbers tell repetitions.
   *
   * @return how many
   */
  public int forgetDoneBefore(Instant time) {
    Instant weekAgo = clock.instant().minus(Duration.ofDays(7));
    Instant limit = time.isBefore(weekAgo) ? time : weekAgo;
    return database.inTransaction(
        handle ->
            handle
                .createUpdate("DELETE FROM inbox WHERE state = 'DONE' AND received < :time")
                .bind("time", limit.toEpochMilli())
                .execute());
  }

  /** Whether an update has been stored and not been handled. */
  public boolean isWaiting(long updateId) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT 1 FROM inbox WHERE update_id = :update AND state = 'WAITING'")
                .bind("update", updateId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /** Whether somebody has typed on since: what they typed before need not be looked for. */
  public boolean hasLaterInline(long person, long updateId) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT 1 FROM inbox WHERE state = 'WAITING' AND lane = :person"
                        + " AND update_id > :update AND content LIKE '%\"inline_query\":%' LIMIT 1")
                .bind("person", person)
                .bind("update", updateId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /**
   * Forgets what a person wrote, and where: of updates that do not wait any more only the numbers
   * are kept, which tell repetitions.
   *
   * @param person also the number of the private chat with them
   */
  public void forget(Handle handle, long person) {
    handle
        .createUpdate(
            "UPDATE inbox SET state = 'DONE', content = '', problem = NULL, lane = 0"
                + " WHERE state <> 'WAITING' AND (lane = :person"
                + " OR content LIKE :inside OR content LIKE :last)")
        .bind("person", person)
        .bind("inside", "%\"id\":" + person + ",%")
        .bind("last", "%\"id\":" + person + "}%")
        .execute();
  }

  /**
   * Forgets what came before a time and waits no longer, set aside or not; the numbers of a week
   * are kept, since they tell repetitions.
   *
   * @return how many
   */
  public int forgetBefore(Instant time) {
    int emptied =
        database.inTransaction(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE inbox SET state = 'DONE', content = '', problem = NULL, lane = 0"
                            + " WHERE state <> 'WAITING' AND received < :time AND (lane <> 0 OR"
                            + " content <> '')")
                    .bind("time", time.toEpochMilli())
                    .execute());
    return emptied + forgetDoneBefore(time);
  }

  Database database() {
    return database;
  }

  /** What is known of a waiting update; its content stays in the store until it is handled. */
  record Waiting(long sequence, long updateId, long lane, int attempts) {
    Waiting failed() {
      return new Waiting(sequence, updateId, lane, attempts + 1);
    }
  }

  /**
   * The updates that wait and were stored after the row {@code sequence}, oldest first. What is
   * being stored now is waited for.
   */
  List<Waiting> waitingAfter(long sequence) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "SELECT sequence, update_id, lane, attempts FROM inbox"
                        + " WHERE state = 'WAITING' AND sequence > :sequence ORDER BY sequence")
                .bind("sequence", sequence)
                .map(
                    (row, context) ->
                        new Waiting(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4)))
                .list());
  }

  String content(Waiting update) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT content FROM inbox WHERE sequence = :sequence")
                .bind("sequence", update.sequence())
                .mapTo(String.class)
                .one());
  }

  /** What an update says; empty once it is handled. */
  Optional<String> unhandled(Waiting update) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT content FROM inbox WHERE sequence = :sequence AND state = 'WAITING'")
                .bind("sequence", update.sequence())
                .mapTo(String.class)
                .findOne());
  }

  /** It is handled: what it said is not kept. */
  void done(Handle handle, Waiting update) {
    handle
        .createUpdate("UPDATE inbox SET state = 'DONE', content = '' WHERE sequence = :sequence")
        .bind("sequence", update.sequence())
        .execute();
  }

  void failed(Handle handle, Waiting update, String state, String problem) {
    handle
        .createUpdate(
            "UPDATE inbox SET state = :state, attempts = :attempts, problem = :problem"
                + " WHERE sequence = :sequence")
        .bind("state", state)
        .bind("attempts", update.attempts())
        .bind("problem", problem)
        .bind("sequence", update.sequence())
        .execute();
  }
}
