package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.isnad.question.Reading;
import news.isnad.store.Database;

/**
 * How the last question of a person in a chat was read, so that the next may go on with it ("and
 * Moscow?"). Kept for half an hour, for at most ten thousand people at once. Safe for concurrent
 * use.
 */
final class LastReadings {
  static final Duration KEPT = Duration.ofMinutes(30);
  private static final int MOST = 10_000;

  private final Database database;

  LastReadings(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  Optional<Reading> last(Request request) {
    return database
        .reading(
            handle ->
                handle
                    .createQuery(
                        "SELECT reading FROM last_reading"
                            + " WHERE chat = :chat AND person = :person AND read_at > :since")
                    .bind("chat", request.chat())
                    .bind("person", request.person())
                    .bind("since", since(request.now()))
                    .mapTo(String.class)
                    .findOne())
        .flatMap(ReadingJson::read);
  }

  Change keep(Request request, Reading reading) {
    String json = ReadingJson.write(reading);
    return handle -> {
      handle
          .createUpdate("DELETE FROM last_reading WHERE read_at <= :since")
          .bind("since", since(request.now()))
          .execute();
      handle
          .createUpdate(
              "DELETE FROM last_reading WHERE read_at <= (SELECT read_at FROM last_reading"
                  + " ORDER BY read_at DESC LIMIT 1 OFFSET :most)")
          .bind("most", MOST)
          .execute();
      handle
          .createUpdate(
              "INSERT INTO last_reading (chat, person, reading, read_at)"
                  + " VALUES (:chat, :person, :reading, :now)"
                  + " ON CONFLICT (chat, person) DO UPDATE SET reading = :reading, read_at = :now")
          .bind("chat", request.chat())
          .bind("person", request.person())
          .bind("reading", json)
          .bind("now", request.now().toEpochMilli())
          .execute();
    };
  }

  private static long since(Instant now) {
    return now.minus(KEPT).toEpochMilli();
  }
}
