package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.isnad.store.Database;

/**
 * The guided exchange: a command without its argument asks for it, and the next text is the
 * argument. Any other command ends it, {@code /cancel} says so. Durable; an hour later nobody
 * remembers what was asked, and the text is taken as it is. Safe for concurrent use.
 */
final class Dialogue {
  static final Duration PATIENCE = Duration.ofHours(1);

  private final Database database;

  Dialogue(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** The command that waits for the next text of a person in a chat. */
  Optional<String> waiting(long chat, long person, Instant now) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT command FROM dialogue"
                        + " WHERE chat = :chat AND person = :person AND asked > :since")
                .bind("chat", chat)
                .bind("person", person)
                .bind("since", now.minus(PATIENCE).toEpochMilli())
                .mapTo(String.class)
                .findOne());
  }

  Change begin(Request request, String command) {
    return handle ->
        handle
            .createUpdate(
                "INSERT INTO dialogue (chat, person, command, asked)"
                    + " VALUES (:chat, :person, :command, :now)"
                    + " ON CONFLICT (chat, person) DO UPDATE SET command = :command, asked = :now")
            .bind("chat", request.chat())
            .bind("person", request.person())
            .bind("command", command)
            .bind("now", request.now().toEpochMilli())
            .execute();
  }

  Change end(Request request) {
    return handle ->
        handle
            .createUpdate("DELETE FROM dialogue WHERE chat = :chat AND person = :person")
            .bind("chat", request.chat())
            .bind("person", request.person())
            .execute();
  }
}
