package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import news.isnad.article.Source;
import news.isnad.bot.conversation.Change;
import news.isnad.bot.conversation.Request;
import news.isnad.store.Database;

/** Removals that were asked for: to be confirmed, and to be taken back. */
final class Removals {
  private final Database database;

  Removals(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  record Removal(long source, String name, URI address) {}

  Change keep(String id, Request request, Source source) {
    return handle ->
        handle
            .createUpdate(
                "INSERT INTO removal (id, chat, source, name, address, asked)"
                    + " VALUES (:id, :chat, :source, :name, :address, :now)")
            .bind("id", id)
            .bind("chat", request.chat())
            .bind("source", source.id())
            .bind("name", source.name())
            .bind("address", source.address().toString())
            .bind("now", request.now().toEpochMilli())
            .execute();
  }

  Optional<Removal> find(String id, long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT source, name, address FROM removal WHERE id = :id AND chat = :chat")
                .bind("id", id)
                .bind("chat", chat)
                .map(
                    (row, context) ->
                        new Removal(row.getLong(1), row.getString(2), URI.create(row.getString(3))))
                .findOne());
  }
}
