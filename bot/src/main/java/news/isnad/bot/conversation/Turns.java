package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.Urgency;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.CallJson;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * What was said about each update. An update may be handled again after a crash; its changes are
 * made once, and it gets the same reply under the same keys. Safe for concurrent use.
 */
final class Turns {
  static final Duration KEPT = Duration.ofDays(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;

  Turns(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** What was said about an update, if its changes have been made. */
  Optional<List<Outgoing>> said(long updateId) {
    return database
        .reading(
            handle ->
                handle
                    .createQuery("SELECT said FROM turn WHERE update_id = :id")
                    .bind("id", updateId)
                    .mapTo(String.class)
                    .findOne())
        .map(Turns::read);
  }

  /** Makes all changes, or none, and remembers what is to be said. */
  void keep(
      long updateId,
      Optional<Long> person,
      List<Outgoing> said,
      List<Change> changes,
      Instant now) {
    if (changes.isEmpty()) {
      // Nothing to be undone by a repetition: it will find the same state and say the same.
      return;
    }
    String written = write(said);
    database.inTransaction(
        handle -> {
          changes.forEach(change -> change.apply(handle));
          handle
              .createUpdate("DELETE FROM turn WHERE handled < :time")
              .bind("time", now.minus(KEPT).toEpochMilli())
              .execute();
          return handle
              .createUpdate(
                  "INSERT INTO turn (update_id, person, said, handled)"
                      + " VALUES (:id, :person, :said, :now)")
              .bind("person", person.orElse(null))
              .bind("id", updateId)
              .bind("said", written)
              .bind("now", now.toEpochMilli())
              .execute();
        });
  }

  /** Of what was said and is of a kind, nothing is kept; a repetition says nothing. */
  void forgetSaid(Handle handle, Predicate<Call> kind) {
    handle
        .createQuery("SELECT update_id, said FROM turn")
        .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
        .list()
        .stream()
        .filter(turn -> read(turn.getValue()).stream().map(Outgoing::call).anyMatch(kind))
        .forEach(
            turn ->
                handle.execute("UPDATE turn SET said = '[]' WHERE update_id = ?", turn.getKey()));
  }

  private static String write(List<Outgoing> said) {
    ArrayNode all = JSON.createArrayNode();
    for (Outgoing each : said) {
      all.addObject()
          .put("key", each.key())
          .put("urgency", each.urgency().name())
          .put("call", CallJson.write(each.call()));
    }
    return all.toString();
  }

  private static List<Outgoing> read(String text) {
    try {
      List<Outgoing> said = new ArrayList<>();
      for (JsonNode each : JSON.readTree(text)) {
        said.add(
            new Outgoing(
                each.path("key").asText(),
                Urgency.valueOf(each.path("urgency").asText()),
                CallJson.read(each.path("call").asText())));
      }
      return said;
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("not a turn: " + text, broken);
    }
  }
}
