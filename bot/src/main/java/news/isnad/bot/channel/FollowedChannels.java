package news.isnad.bot.channel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.conversation.Change;
import news.isnad.bot.conversation.Request;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.operator.Audit;
import news.isnad.bot.operator.OtherSources;
import news.isnad.bot.telegram.Chat;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The channels that we were met in, and which of them are followed. Safe for concurrent use. */
public final class FollowedChannels implements OtherSources {
  /** Class-path folder of the migrations. */
  public static final String MIGRATIONS = "news/isnad/bot/channel/migrations";

  private static final String COLUMNS = "SELECT id, title, username, outlet, button FROM channel";

  private final Database database;
  private final Audit audit;
  private final ShortIds ids = new ShortIds();

  public FollowedChannels(Database database, Audit audit) {
    this.database = requireNonNull(database, "database is null");
    this.audit = requireNonNull(audit, "audit is null");
  }

  /**
   * One of them. Immutable.
   *
   * @param outlet whose articles its posts are; empty where it is not followed
   * @param button the short id on buttons
   */
  record Channel(
      long id, String title, Optional<String> username, Optional<String> outlet, String button) {
    boolean isFollowed() {
      return outlet.isPresent();
    }
  }

  /** All that we were met in, by title. */
  List<Channel> all() {
    return database.reading(
        handle -> channels(handle.createQuery(COLUMNS + " ORDER BY title, id")));
  }

  @Override
  public List<Followed> followed() {
    return all().stream()
        .flatMap(
            channel ->
                channel.outlet().stream()
                    .map(outlet -> new Followed(channel.title(), outlet, channel.button())))
        .toList();
  }

  Optional<Channel> find(long id) {
    return one("id = :value", id);
  }

  /** The channel of a public name, whatever its case. */
  Optional<Channel> named(String username) {
    return one("lower(username) = lower(:value)", username);
  }

  Optional<Channel> ofButton(String button) {
    return one("button = :value", button);
  }

  /** The id that buttons about a channel carry, known or not yet. */
  String buttonOf(Optional<Channel> channel) {
    return channel.map(Channel::button).orElseGet(ids::next);
  }

  private Optional<Channel> one(String condition, Object value) {
    return database.reading(
        handle ->
            channels(handle.createQuery(COLUMNS + " WHERE " + condition).bind("value", value))
                .stream()
                .findFirst());
  }

  private static List<Channel> channels(Query query) {
    return query
        .map(
            (row, context) ->
                new Channel(
                    row.getLong(1),
                    row.getString(2),
                    Optional.ofNullable(row.getString(3)),
                    Optional.ofNullable(row.getString(4)),
                    row.getString(5)))
        .list();
  }

  /**
   * We are in a channel: it is remembered, as it is called now.
   *
   * @param button as {@link #buttonOf} says
   */
  Change met(Chat chat, Optional<String> username, String button, Instant now) {
    return handle ->
        handle
            .createUpdate(
                "INSERT INTO channel (id, title, username, button, changed)"
                    + " VALUES (:id, :title, :username, :button, :now) ON CONFLICT (id)"
                    + " DO UPDATE SET title = :title, username = :username, changed = :now")
            .bind("id", chat.id())
            .bind("title", chat.title())
            .bind("username", username.orElse(null))
            .bind("button", button)
            .bind("now", now.toEpochMilli())
            .execute();
  }

  /** We are in a channel no longer: whoever lets us in again has to ask anew. */
  Change left(long id) {
    return handle -> handle.execute("DELETE FROM channel WHERE id = ?", id);
  }

  /** From now on its posts are articles of an outlet. */
  Change follow(Channel channel, String outlet, Request request) {
    return handle -> set(handle, channel, Optional.of(outlet), request);
  }

  /** Its posts are articles no longer; those that are stored stay. */
  Change unfollow(Channel channel, Request request) {
    return handle -> set(handle, channel, Optional.empty(), request);
  }

  private void set(Handle handle, Channel channel, Optional<String> outlet, Request request) {
    handle.execute(
        "UPDATE channel SET outlet = ?, changed = ? WHERE id = ?",
        outlet.orElse(null),
        request.now().toEpochMilli(),
        channel.id());
    audit.write(
        handle,
        request.person(),
        outlet.isPresent() ? Audit.Deed.FOLLOW_CHANNEL : Audit.Deed.UNFOLLOW_CHANNEL,
        channel.title());
  }
}
