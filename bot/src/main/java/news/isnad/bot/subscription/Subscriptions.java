package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import news.isnad.article.ArticleStore;
import news.isnad.bot.conversation.Change;
import news.isnad.store.Database;
import news.isnad.text.Language;

/** The subscriptions of all chats. Needs {@link #MIGRATIONS}. Safe for concurrent use. */
public final class Subscriptions {
  /** Class-path folder of the migrations. */
  public static final String MIGRATIONS = "news/isnad/bot/subscription/migrations";

  private static final Duration ENDED_KEPT = Duration.ofDays(30);
  private static final String COLUMNS =
      "SELECT id, chat, thread, person, words, language, after, created, paused, schedule, question"
          + " FROM subscription";

  private final Database database;
  private final ArticleStore articles;
  private final Predicate<Subscription> served;

  public Subscriptions(Database database, ArticleStore articles) {
    this(database, articles, _ -> true);
  }

  /**
   * Subscriptions of chats that are perhaps not served.
   *
   * @param served the others stay, and are told nothing
   */
  public Subscriptions(Database database, ArticleStore articles, Predicate<Subscription> served) {
    this.database = requireNonNull(database, "database is null");
    this.articles = requireNonNull(articles, "articles is null");
    this.served = requireNonNull(served, "served is null");
  }

  /** The subscriptions of a chat, oldest first, paused ones and standing questions included. */
  public List<Subscription> in(long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery(COLUMNS + " WHERE chat = :chat AND ended IS NULL ORDER BY place")
                .bind("chat", chat)
                .map((row, context) -> read(row))
                .list());
  }

  /** The topics that chats are told of now: not the paused ones, and no standing questions. */
  public List<Subscription> all() {
    return active(false);
  }

  /** The questions of all chats that wait for their answers. */
  public List<Subscription> standingQuestions() {
    return active(true);
  }

  private List<Subscription> active(boolean questions) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    COLUMNS + " WHERE ended IS NULL AND NOT paused AND question = :questions")
                .bind("questions", questions)
                .map((row, context) -> read(row))
                .filter(served)
                .list());
  }

  /** Grows with every change of any subscription. */
  long version() {
    return database.reading(
        handle ->
            handle.createQuery("SELECT version FROM subscription_version").mapTo(Long.class).one());
  }

  /** The subscription with this id in this chat, ended or not. */
  Optional<Subscription> find(String id, long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery(COLUMNS + " WHERE id = :id AND chat = :chat")
                .bind("id", id)
                .bind("chat", chat)
                .map((row, context) -> read(row))
                .findOne());
  }

  /** Begins with the editions that are stored after it; those before are not told of. */
  Change begin(Subscription subscription) {
    return handle -> {
      handle
          .createUpdate(
              "DELETE FROM standing_question WHERE subscription NOT IN"
                  + " (SELECT id FROM subscription)")
          .execute();
      handle
          .createUpdate("DELETE FROM subscription WHERE ended < :time")
          .bind("time", subscription.created().minus(ENDED_KEPT).toEpochMilli())
          .execute();
      handle
          .createUpdate(
              "INSERT INTO subscription (id, chat, thread, person, words, language, after, created,"
                  + " paused, schedule, question) VALUES (:id, :chat, :thread, :person, :words,"
                  + " :language, :after, :created, :paused, :schedule, :question)")
          .bind("id", subscription.id())
          .bind("chat", subscription.chat())
          .bind("thread", subscription.thread().orElse(null))
          .bind("person", subscription.person())
          .bind("words", subscription.words())
          .bind("language", subscription.language().code())
          .bind("after", articles.lastSequence())
          .bind("created", subscription.created().toEpochMilli())
          .bind("paused", subscription.paused())
          .bind("schedule", subscription.schedule())
          .bind("question", subscription.question())
          .execute();
    };
  }

  /** Other words; what was stored before is not told of. */
  Change change(String id, String words) {
    return handle ->
        handle
            .createUpdate("UPDATE subscription SET words = :words, after = :after WHERE id = :id")
            .bind("id", id)
            .bind("words", words)
            .bind("after", articles.lastSequence())
            .execute();
  }

  /** It belongs to another forum topic. */
  Change move(String id, Optional<Long> thread) {
    return handle ->
        handle
            .createUpdate(
                "UPDATE subscription SET thread = :thread, lost_thread = NULL WHERE id = :id")
            .bind("id", id)
            .bind("thread", thread.orElse(null))
            .execute();
  }

  /** How a standing question was read. */
  Change keepReading(String id, String reading) {
    return handle ->
        handle.execute(
            "INSERT INTO standing_question (subscription, reading) VALUES (?, ?)", id, reading);
  }

  /** How a standing question was read. */
  Optional<String> reading(String id) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT reading FROM standing_question WHERE subscription = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
  }

  /** Nothing is told of it until it is resumed. */
  Change pause(String id) {
    return handle ->
        handle
            .createUpdate("UPDATE subscription SET paused = TRUE WHERE id = :id")
            .bind("id", id)
            .execute();
  }

  /** Told of again; what was stored meanwhile is not told of. */
  Change resume(String id) {
    return handle ->
        handle
            .createUpdate(
                "UPDATE subscription SET paused = FALSE, after = :after"
                    + " WHERE id = :id AND paused")
            .bind("id", id)
            .bind("after", articles.lastSequence())
            .execute();
  }

  /** Nothing is told of it any more, and a question is not tried again. */
  Change end(String id, Instant now) {
    return handle -> {
      handle
          .createUpdate("UPDATE subscription SET ended = :now WHERE id = :id AND ended IS NULL")
          .bind("id", id)
          .bind("now", now.toEpochMilli())
          .execute();
      handle.execute("DELETE FROM unmatched_edition WHERE step = ?", SetAside.questionOf(id));
    };
  }

  /** Takes an end back; what was stored meanwhile is not told of. */
  Change goOn(String id) {
    return handle ->
        handle
            .createUpdate(
                "UPDATE subscription SET ended = NULL, after = :after"
                    + " WHERE id = :id AND ended IS NOT NULL")
            .bind("id", id)
            .bind("after", articles.lastSequence())
            .execute();
  }

  /** A group has another number: what belongs to it moves, in the transaction of the caller. */
  public void migrated(long from, long to) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate("UPDATE subscription SET chat = :to WHERE chat = :from")
                .bind("from", from)
                .bind("to", to)
                .execute());
    database.inTransaction(
        handle ->
            handle.execute("UPDATE rehearsed_topic SET chat = ? WHERE chat = ?", to, from)
                + handle.execute("UPDATE alert_search SET chat = ? WHERE chat = ?", to, from));
  }

  /** A forum topic is closed or gone: what was meant for it goes to General until it is open. */
  public void topicLost(long chat, long thread) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    "UPDATE subscription SET thread = NULL, lost_thread = :thread"
                        + " WHERE chat = :chat AND thread = :thread")
                .bind("chat", chat)
                .bind("thread", thread)
                .execute());
  }

  /**
   * A forum topic can be written in: what was meant for it goes there again.
   *
   * @return the languages of what came back; none where nothing had been lost
   */
  List<Language> topicOpen(long chat, long thread) {
    return database.inTransaction(
        handle -> {
          List<Language> lost =
              handle
                  .createQuery(
                      "SELECT language FROM subscription WHERE chat = :chat"
                          + " AND lost_thread = :thread")
                  .bind("chat", chat)
                  .bind("thread", thread)
                  .map((row, context) -> Language.of(row.getString(1)).orElse(Language.ENGLISH))
                  .list();
          if (!lost.isEmpty()) {
            handle.execute(
                "UPDATE subscription SET thread = lost_thread, lost_thread = NULL"
                    + " WHERE chat = ? AND lost_thread = ?",
                chat,
                thread);
          }
          return lost;
        });
  }

  private static Subscription read(ResultSet row) throws SQLException {
    long thread = row.getLong("thread");
    Optional<Long> topic = row.wasNull() ? Optional.empty() : Optional.of(thread);
    return new Subscription(
        row.getString("id"),
        row.getLong("chat"),
        topic,
        row.getLong("person"),
        row.getString("words"),
        Language.of(row.getString("language")).orElse(Language.ENGLISH),
        row.getLong("after"),
        Instant.ofEpochMilli(row.getLong("created")),
        row.getBoolean("paused"),
        row.getString("schedule"),
        row.getBoolean("question"));
  }
}
