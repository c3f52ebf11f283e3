package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.isnad.bot.conversation.Change;
import news.isnad.bot.conversation.Request;
import news.isnad.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * What is not said yet about topics: those that were rehearsed and wait for a confirmation, whose
 * next words are a topic, and what lists were narrowed down to. Safe for concurrent use.
 */
final class TopicDrafts {
  private static final Duration KEPT = Duration.ofDays(7);

  private final Database database;

  TopicDrafts(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /**
   * A topic that waits for a confirmation. Immutable.
   *
   * @param thread the forum topic in which it was typed
   * @param replaces the subscription whose words it will be
   */
  record Draft(
      String id, Optional<Long> thread, long person, String words, Optional<String> replaces) {}

  Change keep(Draft draft, long chat, Instant now) {
    return handle -> {
      handle.execute("DELETE FROM rehearsed_topic WHERE made < ?", before(now));
      handle.execute(
          "INSERT INTO rehearsed_topic (id, chat, thread, person, words, replaces, made)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          draft.id(),
          chat,
          draft.thread().orElse(null),
          draft.person(),
          draft.words(),
          draft.replaces().orElse(null),
          now.toEpochMilli());
    };
  }

  Optional<Draft> find(String id, long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT id, thread, person, words, replaces FROM rehearsed_topic"
                        + " WHERE id = :id AND chat = :chat")
                .bind("id", id)
                .bind("chat", chat)
                .map(
                    (row, context) ->
                        new Draft(
                            row.getString("id"),
                            thread(row),
                            row.getLong("person"),
                            row.getString("words"),
                            Optional.ofNullable(row.getString("replaces"))))
                .findOne());
  }

  private static Optional<Long> thread(ResultSet row) throws java.sql.SQLException {
    long thread = row.getLong("thread");
    return row.wasNull() ? Optional.empty() : Optional.of(thread);
  }

  Change drop(String id) {
    return handle -> handle.execute("DELETE FROM rehearsed_topic WHERE id = ?", id);
  }

  /** The next words of a person are a topic; of a subscription, or of a new one. */
  Change await(Request request, @Nullable String replaces) {
    return handle ->
        handle.execute(
            "INSERT INTO awaited_topic (chat, person, replaces) VALUES (?, ?, ?)"
                + " ON CONFLICT (chat, person) DO UPDATE SET replaces = excluded.replaces",
            request.chat(),
            request.person(),
            replaces);
  }

  /** The subscription whose words a person was asked for. */
  Optional<String> awaited(Request request) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT replaces FROM awaited_topic WHERE chat = :chat AND person = :person"
                        + " AND replaces IS NOT NULL")
                .bind("chat", request.chat())
                .bind("person", request.person())
                .mapTo(String.class)
                .findOne());
  }

  Change cameOf(Request request) {
    return handle ->
        handle.execute(
            "DELETE FROM awaited_topic WHERE chat = ? AND person = ?",
            request.chat(),
            request.person());
  }

  /** The next words of a person narrow the list down in which they pressed. */
  Change awaitSearch(Request request) {
    return handle ->
        handle.execute(
            "INSERT INTO awaited_search (chat, person, message) VALUES (?, ?, ?)"
                + " ON CONFLICT (chat, person) DO UPDATE SET message = excluded.message",
            request.chat(),
            request.person(),
            request.messageId());
  }

  /** The message with that list. */
  Optional<Long> awaitedSearch(Request request) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT message FROM awaited_search WHERE chat = :chat AND person = :person")
                .bind("chat", request.chat())
                .bind("person", request.person())
                .mapTo(Long.class)
                .findOne());
  }

  Change searched(Request request) {
    return handle ->
        handle.execute(
            "DELETE FROM awaited_search WHERE chat = ? AND person = ?",
            request.chat(),
            request.person());
  }

  Change keepSearch(String id, String words, Request request) {
    return handle -> {
      handle.execute("DELETE FROM alert_search WHERE made < ?", before(request.now()));
      handle.execute(
          "INSERT INTO alert_search (id, chat, words, made) VALUES (?, ?, ?, ?)",
          id,
          request.chat(),
          words,
          request.now().toEpochMilli());
    };
  }

  Optional<String> search(String id, long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT words FROM alert_search WHERE id = :id AND chat = :chat")
                .bind("id", id)
                .bind("chat", chat)
                .mapTo(String.class)
                .findOne());
  }

  private static long before(Instant now) {
    return now.minus(KEPT).toEpochMilli();
  }
}
