package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.isnad.question.Reading;
import news.isnad.store.Database;

/**
 * How the questions of the answers that were sent were read, and how else they may be. Safe for
 * concurrent use.
 */
final class SentReadings {
  private final Database database;

  SentReadings(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /**
   * Keeps the readings of an answer.
   *
   * @param others in the order of their buttons
   */
  Change keep(String id, Reading answered, List<Reading> others) {
    return handle -> {
      int place = 0;
      for (Reading reading : Stream.concat(Stream.of(answered), others.stream()).toList()) {
        handle
            .createUpdate(
                "INSERT INTO sent_reading (answer, place, reading)"
                    + " VALUES (:answer, :place, :reading)")
            .bind("answer", id)
            .bind("place", place++)
            .bind("reading", ReadingJson.write(reading))
            .execute();
      }
    };
  }

  /** The readings of an answer that was sent to this chat, the answered one first; else none. */
  List<Reading> find(String id, long chat) {
    if (!ShortIds.isOne(id)) {
      return List.of();
    }
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT r.reading FROM sent_reading r JOIN sent_answer a ON a.id = r.answer"
                        + " WHERE r.answer = :id AND a.chat = :chat ORDER BY r.place")
                .bind("id", id)
                .bind("chat", chat)
                .mapTo(String.class)
                .list()
                .stream()
                .map(ReadingJson::read)
                .flatMap(Optional::stream)
                .toList());
  }
}
