package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import news.isnad.store.Database;

/**
 * Which answer is the last thing that was said in a chat, as far as we see. Safe for concurrent
 * use.
 */
final class LastSaid {
  private final Database database;

  LastSaid(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** The outbox key of the answer to a message, if nothing was said after it. */
  Optional<String> answerTo(long chat, long question) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT name FROM last_said WHERE chat = :chat AND question = :question")
                .bind("chat", chat)
                .bind("question", question)
                .mapTo(String.class)
                .findOne());
  }

  boolean isKnown(long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT 1 FROM last_said WHERE chat = :chat")
                .bind("chat", chat)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  Change answered(long chat, long question, String key) {
    return handle ->
        handle
            .createUpdate(
                "INSERT INTO last_said (chat, question, name) VALUES (:chat, :question, :name)"
                    + " ON CONFLICT (chat) DO UPDATE SET question = :question, name = :name")
            .bind("chat", chat)
            .bind("question", question)
            .bind("name", key)
            .execute();
  }

  Change somethingElse(long chat) {
    return handle ->
        handle
            .createUpdate("DELETE FROM last_said WHERE chat = :chat")
            .bind("chat", chat)
            .execute();
  }
}
