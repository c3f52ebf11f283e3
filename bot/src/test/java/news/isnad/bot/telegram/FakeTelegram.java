package news.isnad.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import news.isnad.config.Secret;

/**
 * Telegram on the loopback interface: refuses what Telegram refuses, forgets updates only when they
 * are confirmed, adds fields nobody knows, and fails on demand.
 *
 * <p>People talk to the bot through {@link #say}, {@link #press} and {@link #inject}; what the bot
 * did is in {@link #messages} and {@link #transcript}. The same is reachable over HTTP below {@code
 * /control/} for other processes ({@link #main}). Safe for concurrent use.
 */
public final class FakeTelegram implements AutoCloseable {
  public static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A request and what became of it. */
  public record Exchange(
      Instant time, String method, JsonNode body, int status, String answer, boolean lost) {}

  /** A message as a chat shows it. */
  public record Shown(
      long id,
      boolean ours,
      String html,
      String text,
      JsonNode markup,
      Optional<Long> thread,
      Optional<Long> replyTo,
      boolean edited) {}

  /** Something that goes wrong with one request. */
  public sealed interface Failure {
    /** An error in Telegram's form. */
    record Error(int code, String description, Map<String, Long> parameters) implements Failure {}

    /** An answer that is not Telegram's: a proxy's page, half a JSON. */
    record Page(int status, String body) implements Failure {}

    /** The connection breaks before Telegram has done anything. */
    record DropBefore() implements Failure {}

    /** The connection breaks after Telegram has done it. */
    record DropAfter() implements Failure {}

    /** It is done, after a while. */
    record Slow(Duration delay) implements Failure {}

    static Failure error(int code, String description) {
      return new Error(code, description, Map.of());
    }

    static Failure tooFast(long seconds) {
      return new Error(
          429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
    }
  }

  private final FakeServer server;
  private final FakeChats chats;
  private final InstantSource clock;
  private int nextQuery = 1;
  private boolean defectsExpected;

  public FakeTelegram() {
    this(InstantSource.system(), 0);
  }

  /**
   * @param port 0 for any
   */
  public FakeTelegram(InstantSource clock, int port) {
    this.clock = clock;
    server = new FakeServer(clock, port, TOKEN, this::control);
    chats = server.chats;
  }

  /** Serves until it is killed: {@code FakeTelegram PORT}. */
  public static void main(String[] arguments) {
    FakeTelegram fake = new FakeTelegram(InstantSource.system(), Integer.parseInt(arguments[0]));
    System.out.println(fake.url());
  }

  // What tests ask for.

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  public long botId() {
    return server.me.path("id").asLong();
  }

  /** An API that talks to this fake. */
  public HttpTelegramApi api() {
    return new HttpTelegramApi(new Secret(TOKEN), url(), Optional.empty());
  }

  /** Flood limits as strict as the documents; off at first. */
  public void limited(boolean on) {
    server.locked(() -> chats.limited(on));
  }

  /** Fields that nobody knows in every answer; on at first. */
  public void noise(boolean on) {
    server.locked(() -> server.noise = on);
  }

  /** The next call of a method fails so; {@code *} for any method. Several wait in order. */
  public void enqueueFailure(String method, Failure failure) {
    server.locked(() -> server.plan(method, failure));
  }

  /** What fails, decided call by call, where nothing was planned; polls are spared. */
  public void failing(Function<String, Optional<Failure>> decision) {
    server.locked(() -> server.chance = decision);
  }

  /** From now on only another token is known. */
  public void revokeToken() {
    server.locked(() -> server.token = "revoked");
  }

  public void setWebhook() {
    server.locked(() -> server.webhook = true);
  }

  public void addPrivateChat(long person, String name) {
    addChat(person, "private", name, false);
  }

  public void addGroup(long chat, String title) {
    addChat(chat, chat < -1_000_000_000_000L ? "supergroup" : "group", title, false);
  }

  public void addChannel(long chat, String title) {
    addChat(chat, "channel", title, false);
  }

  public void addForum(long chat, String title, long... threads) {
    addChat(chat, "supergroup", title, true);
    server.locked(
        () -> {
          for (long thread : threads) {
            chats.chats.get(chat).threads.add(thread);
          }
        });
  }

  private void addChat(long chat, String type, String title, boolean forum) {
    server.locked(
        () ->
            chats.chats.computeIfAbsent(
                chat, _ -> new FakeChats.FakeChat(chat, type, title, forum)));
  }

  public void addAdministrator(long chat, long person, String status) {
    server.locked(
        () -> {
          ObjectNode member = JSON.createObjectNode().put("status", status);
          member.putObject("user").put("id", person).put("is_bot", false).put("first_name", "A");
          chats.chats.get(chat).administrators.add(member);
        });
  }

  public void deleteThread(long chat, long thread) {
    server.locked(() -> chats.chats.get(chat).threads.remove(thread));
  }

  public void deleteMessage(long chat, long message) {
    server.locked(() -> chats.chats.get(chat).messages.remove(message));
  }

  /** Every call to a chat is answered so, until {@link #open}. */
  public void close(long chat, int code, String description) {
    server.locked(
        () -> chats.chats.get(chat).closed = Optional.of(new FakeRefusal(code, description)));
  }

  /** The person blocks the bot: an update says so, and messages are refused. */
  public void block(long person) {
    close(person, 403, "Forbidden: bot was blocked by the user");
    membership(person, person, "member", "kicked");
  }

  public void open(long chat) {
    server.locked(() -> chats.chats.get(chat).closed = Optional.empty());
  }

  /** The person unblocks the bot. */
  public void unblock(long person) {
    open(person);
    membership(person, person, "kicked", "member");
  }

  public long membership(long chat, long person, String before, String after) {
    return inject(
        id -> {
          ObjectNode update = update(id);
          ObjectNode member = update.putObject("my_chat_member");
          member.set("chat", chats.chats.get(chat).json());
          member.set("from", person(person, "en"));
          member.put("date", clock.millis() / 1000);
          member.putObject("old_chat_member").put("status", before).set("user", server.me);
          member.putObject("new_chat_member").put("status", after).set("user", server.me);
          return update;
        });
  }

  /** The group becomes a supergroup; without an update, calls find out. */
  public void migrate(long chat, long newChat) {
    addChat(newChat, "supergroup", "migrated", false);
    server.locked(() -> chats.chats.get(chat).movedTo = Optional.of(newChat));
  }

  /** The service message about a migration. */
  public long tellMigration(long chat, long newChat) {
    return inject(
        id -> {
          ObjectNode update = update(id);
          ObjectNode message = update.putObject("message").put("message_id", chats.nextMessage());
          message.set("from", person(7, "en"));
          message.set("chat", chats.chats.get(chat).json());
          message.put("date", clock.millis() / 1000).put("migrate_to_chat_id", newChat);
          return update;
        });
  }

  /** Every open query grows too old. */
  public void ageQueries() {
    server.locked(chats.results::age);
  }

  /** Refuses messages to a chat for a while. */
  public void punish(long chat, Duration wait) {
    server.locked(() -> server.limits.punish(chat, clock.instant().plus(wait)));
  }

  /** Somebody writes to the bot in private. */
  public long say(long person, String text) {
    return say(person, "en", text);
  }

  public long say(long person, String language, String text) {
    addPrivateChat(person, "Person " + person);
    return sayIn(person, person, language, text, Optional.empty());
  }

  /**
   * Somebody writes in a chat.
   *
   * @param replyTo the message it replies to
   * @return the update's number
   */
  public long sayIn(long chat, long person, String language, String text, Optional<Long> replyTo) {
    return inject(
        id -> {
          FakeChats.FakeChat where = chats.chats.get(chat);
          FakeChats.Stored message =
              new FakeChats.Stored(
                  chats.nextMessage(),
                  false,
                  person(person, language),
                  text,
                  text,
                  JSON.createObjectNode());
          message.replyTo = replyTo;
          where.messages.put(message.id, message);
          ObjectNode update = update(id);
          update.set("message", chats.json(where, message));
          return update;
        });
  }

  /** What comes otherwise than typed to the bot: files, posts of channels, mentions elsewhere. */
  public FakeNews news() {
    return new FakeNews(server);
  }

  /** Somebody changes what they wrote. */
  public long edit(long chat, long messageId, String text) {
    return inject(
        id -> {
          FakeChats.FakeChat where = chats.chats.get(chat);
          FakeChats.Stored message = where.messages.get(messageId);
          message.text = text;
          message.source = text;
          ObjectNode update = update(id);
          ObjectNode json = chats.json(where, message);
          json.put("edit_date", clock.millis() / 1000);
          update.set("edited_message", json);
          return update;
        });
  }

  /** Somebody presses a button. */
  public String press(long chat, long messageId, long person, String data) {
    String query =
        server.locked(
            () -> {
              String id = "4382bfdwdsb323b2d" + nextQuery++;
              chats.results.open(id);
              return id;
            });
    inject(
        id -> {
          FakeChats.FakeChat where = chats.chats.get(chat);
          ObjectNode update = update(id);
          ObjectNode press = update.putObject("callback_query").put("id", query);
          press.set("from", person(person, "en"));
          FakeChats.Stored message = where.messages.get(messageId);
          if (message == null) {
            ObjectNode gone = press.putObject("message").put("message_id", messageId);
            gone.put("date", 0).set("chat", where.json());
          } else {
            press.set("message", chats.json(where, message));
          }
          press.put("chat_instance", "1").put("data", data);
          return update;
        });
    return query;
  }

  /** Somebody types the bot's name and words in some chat. */
  public String type(long person, String language, String words) {
    String query =
        server.locked(
            () -> {
              String id = "9982bfdwdsb323b2d" + nextQuery++;
              chats.results.open(id);
              return id;
            });
    inject(
        id -> {
          ObjectNode update = update(id);
          ObjectNode typed = update.putObject("inline_query").put("id", query);
          typed.set("from", person(person, language));
          typed.put("chat_type", "group").put("query", words).put("offset", "");
          return update;
        });
    return query;
  }

  /** Any update; the function gets its number. */
  public long inject(LongFunction<ObjectNode> update) {
    return server.inject(update);
  }

  /** Text in the place of an update; {@code %d} becomes its number. */
  public long injectRaw(String text) {
    return server.injectRaw(text);
  }

  /** What a chat shows, oldest first. */
  public List<Shown> messages(long chat) {
    return server.locked(
        () ->
            chats.chats.containsKey(chat)
                ? chats.chats.get(chat).messages.values().stream().map(FakeTelegram::shown).toList()
                : List.of());
  }

  private static Shown shown(FakeChats.Stored message) {
    return new Shown(
        message.id,
        message.ours,
        message.source,
        message.text,
        message.markup.deepCopy(),
        message.thread,
        message.replyTo,
        message.edited);
  }

  /** What the bot said in a chat, oldest first. */
  public List<String> said(long chat) {
    return messages(chat).stream().filter(Shown::ours).map(Shown::text).toList();
  }

  /** The answers to presses on buttons, by query. */
  public Map<String, JsonNode> answeredQueries() {
    return server.locked(() -> new TreeMap<>(chats.results.answered));
  }

  /** The menus that were set, by {@code scope/language}. */
  public Map<String, JsonNode> commands() {
    return server.locked(() -> new TreeMap<>(chats.commands));
  }

  /** Everything that was asked, in the order in which it was answered; polls too. */
  public List<Exchange> transcript() {
    return server.transcript();
  }

  /** The calls of one method. */
  public List<Exchange> transcript(String method) {
    return transcript().stream().filter(each -> each.method().equals(method)).toList();
  }

  /** Fields that were sent and that no document knows. */
  public Set<String> unknownFields() {
    return server.contract.unknownFields();
  }

  /** How many updates are not confirmed. */
  public int unconfirmed() {
    return server.unconfirmed();
  }

  /** The highest number that was confirmed; 0 for none. */
  public long confirmed() {
    return server.confirmed();
  }

  /** Calls that only a defect of the bot explains are expected: the test is about them. */
  public void expectDefects() {
    defectsExpected = true;
  }

  /**
   * Ends.
   *
   * @throws AssertionError if the bot asked for something that Telegram's reference does not allow
   */
  @Override
  public void close() {
    server.close();
    if (!defectsExpected && !server.defects().isEmpty()) {
      throw new AssertionError("Telegram would have refused: " + server.defects());
    }
  }

  private static ObjectNode update(long id) {
    return JSON.createObjectNode().put("update_id", id);
  }

  static ObjectNode person(long id, String language) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("is_bot", false)
        .put("first_name", "Person " + id)
        .put("language_code", language);
  }

  /** What other processes ask for: say, messages, state, limited, fail. */
  private JsonNode control(String command, JsonNode fields) {
    ObjectNode answer = JSON.createObjectNode();
    switch (command) {
      case "say" ->
          answer.put("update_id", say(fields.path("chat").asLong(), fields.path("text").asText()));
      case "messages" -> {
        ArrayNode list = answer.putArray("messages");
        for (Shown shown : messages(fields.path("chat").asLong())) {
          list.addObject()
              .put("id", shown.id())
              .put("ours", shown.ours())
              .put("text", shown.text());
        }
      }
      case "state" ->
          answer
              .put("unconfirmed", unconfirmed())
              .put("confirmed", confirmed())
              .put("calls", transcript().size());
      case "limited" -> limited(fields.path("on").asBoolean());
      case "fail" ->
          enqueueFailure(
              fields.path("method").asText("*"),
              switch (fields.path("kind").asText("error")) {
                case "before" -> new Failure.DropBefore();
                case "after" -> new Failure.DropAfter();
                default ->
                    Failure.error(
                        fields.path("code").asInt(500), fields.path("description").asText("Error"));
              });
      default -> answer.put("error", "unknown command");
    }
    return answer;
  }
}
