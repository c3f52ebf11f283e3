package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import news.isnad.store.Database;

/** Who was told that the bot is not for them: once a day, not at every word. */
final class Refusals {
  static final Duration SILENT_FOR = Duration.ofDays(1);

  private final Database database;

  Refusals(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  boolean wasTold(Request request) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT 1 FROM refusal"
                        + " WHERE chat = :chat AND person = :person AND told > :since")
                .bind("chat", request.chat())
                .bind("person", request.person())
                .bind("since", request.now().minus(SILENT_FOR).toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  Change told(Request request) {
    return handle ->
        handle
            .createUpdate(
                "INSERT INTO refusal (chat, person, told) VALUES (:chat, :person, :now)"
                    + " ON CONFLICT (chat, person) DO UPDATE SET told = :now")
            .bind("chat", request.chat())
            .bind("person", request.person())
            .bind("now", request.now().toEpochMilli())
            .execute();
  }
}
