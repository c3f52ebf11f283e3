package news.isnad.bot.channel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.bot.conversation.Change;
import news.isnad.bot.conversation.PersonalData;
import news.isnad.bot.conversation.Request;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/** Links and files that wait for what is to be done with them, a week. Safe for concurrent use. */
public final class Handed implements PersonalData {
  private static final Duration KEPT = Duration.ofDays(7);

  private final Database database;

  public Handed(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /**
   * One of them: an address or a file.
   *
   * @param outlet where it was forwarded from
   * @param words what stands beside it
   */
  record Item(
      String id,
      Optional<String> address,
      Optional<String> file,
      String name,
      Optional<String> outlet,
      String words) {}

  Change keep(Item item, Request request) {
    return handle -> {
      handle.execute(
          "DELETE FROM passed_on WHERE asked < ?", request.now().minus(KEPT).toEpochMilli());
      handle
          .createUpdate(
              "INSERT INTO passed_on (id, chat, address, file, name, outlet, words, asked)"
                  + " VALUES (:id, :chat, :address, :file, :name, :outlet, :words, :now)")
          .bind("id", item.id())
          .bind("chat", request.chat())
          .bind("address", item.address().orElse(null))
          .bind("file", item.file().orElse(null))
          .bind("name", item.name())
          .bind("outlet", item.outlet().orElse(null))
          .bind("words", item.words())
          .bind("now", request.now().toEpochMilli())
          .execute();
    };
  }

  Optional<Item> find(String id, long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT address, file, name, outlet, words FROM passed_on"
                        + " WHERE id = :id AND chat = :chat")
                .bind("id", id)
                .bind("chat", chat)
                .map(
                    (row, context) ->
                        new Item(
                            id,
                            Optional.ofNullable(row.getString(1)),
                            Optional.ofNullable(row.getString(2)),
                            row.getString(3),
                            Optional.ofNullable(row.getString(4)),
                            row.getString(5)))
                .findOne());
  }

  Change forget(Item item) {
    return handle -> handle.execute("DELETE FROM passed_on WHERE id = ?", item.id());
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(Handle handle, long person) {
    return Map.of(
        "passedOn",
        PersonalData.rows(
            handle,
            person,
            "SELECT address, name, outlet, words, asked FROM passed_on WHERE chat = :person"
                + " ORDER BY asked, id"));
  }

  @Override
  public void forget(Handle handle, long person) {
    PersonalData.change(handle, person, "DELETE FROM passed_on WHERE chat = :person");
  }
}
