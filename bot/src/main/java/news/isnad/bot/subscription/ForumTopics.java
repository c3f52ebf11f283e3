package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * The topics of forums that we have met. Needs {@link Subscriptions#MIGRATIONS}. Safe for
 * concurrent use.
 */
public final class ForumTopics {
  private static final int MOST = 20;

  private final Database database;

  public ForumTopics(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /**
   * A topic of a forum. Immutable.
   *
   * @param name what it was called when we were told last
   */
  record ForumTopic(long thread, Optional<String> name) {}

  /** The newest topics of a chat, newest first. */
  List<ForumTopic> in(long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT thread, name FROM forum_topic WHERE chat = :chat"
                        + " ORDER BY thread DESC LIMIT :most")
                .bind("chat", chat)
                .bind("most", MOST)
                .map(
                    (row, context) ->
                        new ForumTopic(row.getLong(1), Optional.ofNullable(row.getString(2))))
                .list());
  }

  /** Notes a topic, and its name where there is one. */
  void seen(long chat, long thread, Optional<String> name) {
    database.inTransaction(
        handle -> isNoted(handle, chat, thread, name) ? 0 : note(handle, chat, thread, name));
  }

  private static boolean isNoted(Handle handle, long chat, long thread, Optional<String> name) {
    return handle
        .createQuery(
            "SELECT coalesce(name, '') FROM forum_topic WHERE chat = :chat AND thread = :thread")
        .bind("chat", chat)
        .bind("thread", thread)
        .mapTo(String.class)
        .findOne()
        .filter(known -> name.isEmpty() || name.get().equals(known))
        .isPresent();
  }

  private static int note(Handle handle, long chat, long thread, Optional<String> name) {
    return handle
        .createUpdate(
            "INSERT INTO forum_topic (chat, thread, name) VALUES (:chat, :thread, :name)"
                + " ON CONFLICT (chat, thread) DO UPDATE SET name = :name")
        .bind("chat", chat)
        .bind("thread", thread)
        .bind("name", name.orElse(null))
        .execute();
  }
}
