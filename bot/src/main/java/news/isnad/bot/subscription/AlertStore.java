package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.bot.compose.News;
import news.isnad.bot.conversation.Change;
import news.isnad.store.Database;
import news.isnad.text.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What was told of which story and what waits to be told. Joins the transaction that runs. Safe for
 * concurrent use.
 */
public final class AlertStore {
  /** Outbox keys of messages that tell of stories begin so. */
  static final String SINGLE = "alert/";

  static final String TOGETHER = "digest/";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String ALERT =
      "SELECT a.id, a.subscription, a.story, a.chat, a.thread, a.edition, a.outlets, a.facts,"
          + " a.told, a.message, a.single, a.muted, a.claimer, a.claimed, a.corrected, a.updated,"
          + " a.edited, a.edits, a.created FROM alert a ";

  private static final String LONE_SHARES =
      "DELETE FROM alert_share WHERE alert NOT IN (SELECT id FROM alert)";

  private final Database database;
  private final Tellings tellings;

  public AlertStore(Database database) {
    this.database = requireNonNull(database, "database is null");
    this.tellings = new Tellings(database);
  }

  /** What came to these alerts. */
  Tellings tellings() {
    return tellings;
  }

  // Alerts.

  Optional<Alert> find(String id) {
    return first("WHERE a.id = ?", id);
  }

  /** The alert with this id, if it belongs to this chat. */
  Optional<Alert> find(String id, long chat) {
    return find(id).filter(alert -> alert.chat() == chat);
  }

  /**
   * The alert of a subscription about a story; by its id, else by the editions that belong to it.
   */
  Optional<Alert> of(String subscription, String story, Collection<Long> members) {
    Optional<Alert> byId = first("WHERE a.subscription = ? AND a.story = ?", subscription, story);
    if (byId.isPresent() || members.isEmpty()) {
      return byId;
    }
    return database.reading(
        handle ->
            handle
                .createQuery(
                    ALERT
                        + "JOIN telling t ON t.alert = a.id WHERE t.edition IN (<editions>)"
                        + " AND a.subscription = :subscription ORDER BY a.place LIMIT 1")
                .bindList("editions", List.copyOf(members))
                .bind("subscription", subscription)
                .map((row, context) -> alert(row))
                .findOne());
  }

  /**
   * The alert that a chat has of a story in one forum topic (or in none), of whichever of its
   * subscriptions; the oldest.
   */
  Optional<Alert> in(long chat, Optional<Long> thread, String story, Collection<Long> members) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    ALERT
                        + "WHERE a.chat = :chat AND a.thread IS :thread AND (a.story = :story"
                        + " OR a.id IN (SELECT alert FROM telling WHERE edition IN (<editions>)))"
                        + " ORDER BY a.place LIMIT 1")
                .bind("chat", chat)
                .bind("thread", thread.orElse(null))
                .bind("story", story)
                .bindList("editions", members.isEmpty() ? List.of(-1L) : List.copyOf(members))
                .map((row, context) -> alert(row))
                .findOne());
  }

  /** A further subscription of the chat is told of the story by this alert. */
  void share(String id, String subscription) {
    writing(
        handle ->
            handle.execute(
                "INSERT INTO alert_share (alert, subscription) VALUES (?, ?)"
                    + " ON CONFLICT DO NOTHING",
                id,
                subscription));
  }

  /** Another subscription of the chat goes on with an alert; the one before shares it. */
  void adopt(String id, String subscription) {
    writing(
        handle -> {
          handle.execute(
              "INSERT INTO alert_share (alert, subscription) SELECT id, subscription FROM alert"
                  + " WHERE id = ? ON CONFLICT DO NOTHING",
              id);
          return handle.execute("UPDATE alert SET subscription = ? WHERE id = ?", subscription, id);
        });
  }

  /**
   * Alerts of a chat of which something waits, and whose subscription has ended or is paused, go on
   * with the one that has shared them longest and is told of stories now.
   */
  void handOver(long chat) {
    Map<String, String> heirs = new LinkedHashMap<>();
    database
        .reading(
            handle ->
                handle
                    .createQuery(
                        "SELECT a.id, s.id AS heir FROM alert a"
                            + " JOIN alert_share h ON h.alert = a.id"
                            + " JOIN subscription s ON s.id = h.subscription"
                            + " WHERE a.id IN (SELECT alert FROM telling WHERE chat = :chat"
                            + " AND due IS NOT NULL)"
                            + " AND s.ended IS NULL AND NOT s.paused"
                            + " AND NOT EXISTS (SELECT 1 FROM subscription o WHERE o.id ="
                            + " a.subscription AND o.ended IS NULL AND NOT o.paused)"
                            + " AND NOT EXISTS (SELECT 1 FROM alert own"
                            + " WHERE own.subscription = s.id AND own.story = a.story)"
                            + " ORDER BY h.place")
                    .bind("chat", chat)
                    .map((row, context) -> Map.entry(row.getString("id"), row.getString("heir")))
                    .list())
        .forEach(each -> heirs.putIfAbsent(each.getKey(), each.getValue()));
    heirs.forEach(this::adopt);
  }

  /** The alerts of a story that some editions came to, of each subscription the oldest. */
  Map<String, Alert> on(Collection<Long> editions) {
    Map<String, Alert> found = new LinkedHashMap<>();
    if (!editions.isEmpty()) {
      database
          .reading(
              handle ->
                  handle
                      .createQuery(
                          ALERT
                              + "WHERE a.id IN (SELECT alert FROM telling WHERE edition IN"
                              + " (<editions>)) ORDER BY a.place")
                      .bindList("editions", List.copyOf(editions))
                      .map((row, context) -> alert(row))
                      .list())
          .forEach(alert -> found.putIfAbsent(alert.subscription(), alert));
    }
    return found;
  }

  private Optional<Alert> first(String where, Object... arguments) {
    return database.reading(
        handle ->
            handle.select(ALERT + where, arguments).map((row, context) -> alert(row)).findOne());
  }

  /** Alerts of a chat whose story began after a time, the newest first. */
  List<Alert> in(long chat, Instant after, int most) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    ALERT
                        + "WHERE a.chat = :chat AND a.created >= :after"
                        + " ORDER BY a.place DESC LIMIT :most")
                .bind("chat", chat)
                .bind("after", after.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> alert(row))
                .list());
  }

  void begin(Alert alert) {
    writing(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO alert (id, subscription, story, chat, thread, edition, outlets,"
                        + " facts, single, muted, edits, created) VALUES (:id, :subscription,"
                        + " :story, :chat, :thread, :edition, :outlets, :facts, 1, 0, 0,"
                        + " :created)")
                .bind("id", alert.id())
                .bind("subscription", alert.subscription())
                .bind("story", alert.story())
                .bind("chat", alert.chat())
                .bind("thread", alert.thread().orElse(null))
                .bind("edition", alert.edition())
                .bind("outlets", written(alert.outlets()))
                .bind("facts", written(alert.facts()))
                .bind("created", alert.created().toEpochMilli())
                .execute());
  }

  void learn(String id, List<String> outlets, Set<String> facts) {
    writing(
        handle ->
            handle.execute(
                "UPDATE alert SET outlets = ?, facts = ? WHERE id = ?",
                written(outlets),
                written(facts),
                id));
  }

  /** What was taken back of it last; a withdrawal stays. */
  void corrected(String id, News how) {
    writing(
        handle ->
            handle.execute(
                "UPDATE alert SET corrected = ? WHERE id = ?"
                    + " AND coalesce(corrected, '') <> 'WITHDRAWAL'",
                how.name(),
                id));
  }

  /** Remembers which outbox row tells first of an alert. */
  void told(String id, String key, boolean single) {
    writing(
        handle ->
            handle.execute(
                "UPDATE alert SET told = ?, single = ? WHERE id = ?", key, single ? 1 : 0, id));
  }

  void updated(String id, Instant now) {
    writing(
        handle ->
            handle.execute("UPDATE alert SET updated = ? WHERE id = ?", now.toEpochMilli(), id));
  }

  /** An outbox row of ours has become a message. */
  public void sent(String key, long messageId) {
    if (key.startsWith(SINGLE) || key.startsWith(TOGETHER)) {
      writing(
          handle -> handle.execute("UPDATE alert SET message = ? WHERE told = ?", messageId, key));
    }
  }

  // Buttons.

  Change mute(String id, boolean muted, Instant now) {
    return handle -> {
      handle.execute("UPDATE alert SET muted = ? WHERE id = ?", muted ? 1 : 0, id);
      if (muted) {
        handle.execute("UPDATE telling SET due = NULL WHERE alert = ? AND due IS NOT NULL", id);
      }
      editAt(handle, id, now);
    };
  }

  Change claim(String id, @Nullable Long person, @Nullable String name, Instant now) {
    return handle -> {
      handle.execute("UPDATE alert SET claimer = ?, claimed = ? WHERE id = ?", person, name, id);
      editAt(handle, id, now);
    };
  }

  /** The message shows what its buttons say now. */
  Change shown(String id, Instant now) {
    return handle -> editAt(handle, id, now);
  }

  // Edits.

  private static void editAt(Handle handle, String id, Instant due) {
    handle.execute(
        "UPDATE alert SET edit_due = min(coalesce(edit_due, ?), ?) WHERE id = ?",
        due.toEpochMilli(),
        due.toEpochMilli(),
        id);
  }

  /** The message is to be brought up to date at a time, or earlier if that was said before. */
  void editAt(String id, Instant due) {
    writing(
        handle -> {
          editAt(handle, id, due);
          return id;
        });
  }

  /** The ids of alerts whose message is to be changed, of chats in turn. */
  List<String> editsDue(Instant now) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT id FROM alert WHERE edit_due <= :now ORDER BY edit_due, place")
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .list());
  }

  void edited(String id, Instant now) {
    writing(
        handle ->
            handle.execute(
                "UPDATE alert SET edit_due = NULL, edited = ?, edits = edits + 1 WHERE id = ?",
                now.toEpochMilli(),
                id));
  }

  void editDropped(String id) {
    writing(handle -> handle.execute("UPDATE alert SET edit_due = NULL WHERE id = ?", id));
  }

  /** When something is due next; empty for never. */
  Optional<Instant> nextDue() {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT min(due) FROM (SELECT min(due) AS due FROM telling WHERE due IS NOT"
                        + " NULL UNION ALL SELECT min(edit_due) FROM alert WHERE edit_due IS NOT"
                        + " NULL)")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
  }

  // What happens to chats.

  /** A group has another number. */
  void migrated(long from, long to) {
    writing(
        handle -> {
          handle.execute("UPDATE alert SET chat = ? WHERE chat = ?", to, from);
          return handle.execute("UPDATE telling SET chat = ? WHERE chat = ?", to, from);
        });
  }

  /** A forum topic is gone: what waits for it goes to General. */
  void topicLost(long chat, long thread) {
    writing(
        handle -> {
          handle.execute(
              "UPDATE alert SET thread = NULL WHERE chat = ? AND thread = ?", chat, thread);
          return handle.execute(
              "UPDATE telling SET thread = NULL WHERE chat = ? AND thread = ?", chat, thread);
        });
  }

  /** Forgets stories that began long ago and about which nothing waits. */
  void tidy(Instant now) {
    long time = now.minus(KEPT).toEpochMilli();
    writing(
        handle -> {
          handle.execute(
              "DELETE FROM alert WHERE created < ? AND id NOT IN"
                  + " (SELECT alert FROM telling WHERE due IS NOT NULL)",
              time);
          handle.execute(LONE_SHARES);
          return handle.execute(
              "DELETE FROM telling WHERE created < ? AND due IS NULL"
                  + " AND alert NOT IN (SELECT id FROM alert)",
              time);
        });
  }

  // Articles that are hidden or taken down.

  /** The edition that a message shows, where it is about one alert alone; else all of its. */
  public List<Long> shownIn(long chat, long message) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT edition FROM alert WHERE chat = :chat AND message = :message"
                        + " ORDER BY place")
                .bind("chat", chat)
                .bind("message", message)
                .mapTo(Long.class)
                .list());
  }

  /**
   * A message about an edition: the key of its row, and its number where that is known.
   *
   * @param language of whoever subscribed, where nothing else is set for the chat
   */
  public record Told(long chat, String key, Optional<Long> message, Optional<Language> language) {}

  /** The editions that alerts show which are kept. */
  public Set<Long> editions() {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT edition FROM alert UNION SELECT edition FROM telling")
                .mapTo(Long.class)
                .set());
  }

  /** What was told of editions. */
  public List<Told> toldOf(Collection<Long> editions) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT t.chat, t.told, CASE WHEN a.told = t.told THEN a.message END,"
                        + " s.language FROM telling t JOIN alert a ON a.id = t.alert"
                        + " LEFT JOIN subscription s ON s.id = a.subscription"
                        + " WHERE t.told IS NOT NULL AND (t.edition IN (<editions>)"
                        + " OR (a.edition IN (<editions>) AND t.told = a.told))")
                .bindList("editions", List.copyOf(editions))
                .map(
                    (row, context) ->
                        new Told(
                            row.getLong(1),
                            row.getString(2),
                            Optional.ofNullable(row.getObject(3))
                                .map(number -> ((Number) number).longValue()),
                            Optional.ofNullable(row.getString(4)).flatMap(Language::of)))
                .list());
  }

  /**
   * Nothing more is told of editions. What was to be told together with them is told again.
   *
   * @param keys of the outbox rows that were taken out
   */
  public void silence(
      Handle handle, Collection<Long> editions, Collection<String> keys, Instant now) {
    for (String key : keys) {
      handle.execute(
          "UPDATE telling SET due = ?, told = NULL WHERE told = ?", now.toEpochMilli(), key);
    }
    for (long edition : editions) {
      handle.execute("UPDATE telling SET due = NULL WHERE edition = ?", edition);
      handle.execute("UPDATE alert SET edit_due = NULL WHERE edition = ?", edition);
    }
  }

  /** Forgets alerts that editions came to. */
  public void forget(Handle handle, Collection<Long> editions) {
    for (long edition : editions) {
      handle.execute(
          "DELETE FROM alert WHERE edition = ?"
              + " OR id IN (SELECT alert FROM telling WHERE edition = ?)",
          edition,
          edition);
    }
    handle.execute("DELETE FROM telling WHERE alert NOT IN (SELECT id FROM alert)");
    handle.execute(LONE_SHARES);
  }

  private <T> T writing(news.isnad.store.Work<T> work) {
    return database.inTransaction(work);
  }

  private static Alert alert(ResultSet row) throws SQLException {
    return new Alert(
        row.getString("id"),
        row.getString("subscription"),
        row.getString("story"),
        row.getLong("chat"),
        number(row, "thread"),
        row.getLong("edition"),
        read(row.getString("outlets")),
        new LinkedHashSet<>(read(row.getString("facts"))),
        Optional.ofNullable(row.getString("told")),
        number(row, "message"),
        row.getInt("single") == 1,
        row.getInt("muted") == 1,
        number(row, "claimer"),
        Optional.ofNullable(row.getString("claimed")),
        Optional.ofNullable(row.getString("corrected")).map(News::valueOf),
        number(row, "updated").map(Instant::ofEpochMilli),
        number(row, "edited").map(Instant::ofEpochMilli),
        row.getInt("edits"),
        Instant.ofEpochMilli(row.getLong("created")));
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  private static String written(Collection<String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("texts cannot be written as JSON", e);
    }
  }

  private static List<String> read(String json) {
    try {
      return JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored texts cannot be read", e);
    }
  }
}
