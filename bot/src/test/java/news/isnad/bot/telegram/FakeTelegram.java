package news.isnad.bot.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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

  static {
    // Head and body of an answer are written apart; without this every answer waits 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** A request and what became of it. */
  public record Exchange(Instant time, String method, JsonNode body, int status, String answer) {}

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

  private record Planned(String method, Failure failure) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final InstantSource clock;
  private final BotApiContract contract = new BotApiContract();
  private final FakeLimits limits = new FakeLimits();
  private final FakeChats chats;
  private final ObjectNode me;
  private final TreeMap<Long, String> pending = new TreeMap<>();
  private final List<Planned> failures = new ArrayList<>();
  private final List<Exchange> transcript = new ArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Set<String> allowed = Set.of();
  private long nextUpdate = 500_001;
  private long polls;
  private long confirmed;
  private int nextQuery = 1;
  private String token = TOKEN;
  private boolean webhook;
  private boolean noise = true;
  private boolean stopped;

  public FakeTelegram() {
    this(InstantSource.system(), 0);
  }

  /**
   * @param port 0 for any
   */
  public FakeTelegram(InstantSource clock, int port) {
    this.clock = clock;
    me =
        JSON.createObjectNode()
            .put("id", Long.parseLong(TOKEN.substring(0, TOKEN.indexOf(':'))))
            .put("is_bot", true)
            .put("first_name", "Isnad")
            .put("username", "isnad_test_bot");
    chats = new FakeChats(clock, me, limits);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Serves until it is killed: {@code FakeTelegram PORT}. */
  public static void main(String[] arguments) {
    FakeTelegram fake = new FakeTelegram(InstantSource.system(), Integer.parseInt(arguments[0]));
    System.out.println(fake.url());
  }

  // What tests ask for.

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public long botId() {
    return me.path("id").asLong();
  }

  /** An API that talks to this fake. */
  public HttpTelegramApi api() {
    return new HttpTelegramApi(new Secret(TOKEN), url(), Optional.empty());
  }

  /** Flood limits as strict as the documents; off at first. */
  public void limited(boolean on) {
    locked(() -> chats.limited(on));
  }

  /** Fields that nobody knows in every answer; on at first. */
  public void noise(boolean on) {
    locked(() -> noise = on);
  }

  /** The next call of a method fails so; {@code *} for any method. Several wait in order. */
  public void enqueueFailure(String method, Failure failure) {
    locked(() -> failures.add(new Planned(method, failure)));
  }

  /** From now on only another token is known. */
  public void revokeToken() {
    locked(() -> token = "revoked");
  }

  public void setWebhook() {
    locked(() -> webhook = true);
  }

  public void addPrivateChat(long person, String name) {
    addChat(person, "private", name, false);
  }

  public void addGroup(long chat, String title) {
    addChat(chat, chat < -1_000_000_000_000L ? "supergroup" : "group", title, false);
  }

  public void addForum(long chat, String title, long... threads) {
    addChat(chat, "supergroup", title, true);
    locked(
        () -> {
          for (long thread : threads) {
            chats.chats.get(chat).threads.add(thread);
          }
        });
  }

  private void addChat(long chat, String type, String title, boolean forum) {
    locked(
        () ->
            chats.chats.computeIfAbsent(
                chat, _ -> new FakeChats.FakeChat(chat, type, title, forum)));
  }

  public void addAdministrator(long chat, long person, String status) {
    locked(
        () -> {
          ObjectNode member = JSON.createObjectNode().put("status", status);
          member.putObject("user").put("id", person).put("is_bot", false).put("first_name", "A");
          chats.chats.get(chat).administrators.add(member);
        });
  }

  public void deleteThread(long chat, long thread) {
    locked(() -> chats.chats.get(chat).threads.remove(thread));
  }

  public void deleteMessage(long chat, long message) {
    locked(() -> chats.chats.get(chat).messages.remove(message));
  }

  /** Every call to a chat is answered so, until {@link #open}. */
  public void close(long chat, int code, String description) {
    locked(() -> chats.chats.get(chat).closed = Optional.of(new FakeRefusal(code, description)));
  }

  /** The person blocks the bot: an update says so, and messages are refused. */
  public void block(long person) {
    close(person, 403, "Forbidden: bot was blocked by the user");
    membership(person, person, "member", "kicked");
  }

  public void open(long chat) {
    locked(() -> chats.chats.get(chat).closed = Optional.empty());
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
          member.putObject("old_chat_member").put("status", before).set("user", me);
          member.putObject("new_chat_member").put("status", after).set("user", me);
          return update;
        });
  }

  /** The group becomes a supergroup; without an update, calls find out. */
  public void migrate(long chat, long newChat) {
    addChat(newChat, "supergroup", "migrated", false);
    locked(() -> chats.chats.get(chat).movedTo = Optional.of(newChat));
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
    locked(chats::ageQueries);
  }

  /** Refuses messages to a chat for a while. */
  public void punish(long chat, Duration wait) {
    locked(() -> limits.punish(chat, clock.instant().plus(wait)));
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
    String query;
    lock.lock();
    try {
      query = "4382bfdwdsb323b2d" + nextQuery++;
      chats.openQuery(query);
    } finally {
      lock.unlock();
    }
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

  /** Any update; the function gets its number. */
  public long inject(LongFunction<ObjectNode> update) {
    lock.lock();
    try {
      long id = nextUpdate++;
      ObjectNode json = update.apply(id);
      String kind = json.fieldNames().hasNext() ? kindOf(json) : "";
      if (allowed.isEmpty() || allowed.contains(kind)) {
        if (noise) {
          json.putObject("brand_new_field").putArray("x").addNull().add(1.5);
          if (json.path(kind) instanceof ObjectNode part) {
            part.putObject("unheard_of").put("type", "novelty");
          }
        }
        pending.put(id, json.toString());
        change.signalAll();
      }
      return id;
    } finally {
      lock.unlock();
    }
  }

  /** Text in the place of an update; {@code %d} becomes its number. */
  public long injectRaw(String text) {
    lock.lock();
    try {
      long id = nextUpdate++;
      pending.put(id, text.replace("%d", Long.toString(id)));
      change.signalAll();
      return id;
    } finally {
      lock.unlock();
    }
  }

  private static String kindOf(JsonNode update) {
    for (Iterator<String> names = update.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals("update_id")) {
        return name;
      }
    }
    return "";
  }

  /** What a chat shows, oldest first. */
  public List<Shown> messages(long chat) {
    lock.lock();
    try {
      FakeChats.FakeChat where = chats.chats.get(chat);
      return where == null
          ? List.of()
          : where.messages.values().stream()
              .map(
                  each ->
                      new Shown(
                          each.id,
                          each.ours,
                          each.source,
                          each.text,
                          each.markup.deepCopy(),
                          each.thread,
                          each.replyTo,
                          each.edited))
              .toList();
    } finally {
      lock.unlock();
    }
  }

  /** What the bot said in a chat, oldest first. */
  public List<String> said(long chat) {
    return messages(chat).stream().filter(Shown::ours).map(Shown::text).toList();
  }

  /** The answers to presses on buttons, by query. */
  public Map<String, JsonNode> answeredQueries() {
    lock.lock();
    try {
      return new TreeMap<>(chats.answeredQueries);
    } finally {
      lock.unlock();
    }
  }

  /** The menus that were set, by {@code scope/language}. */
  public Map<String, JsonNode> commands() {
    lock.lock();
    try {
      return new TreeMap<>(chats.commands);
    } finally {
      lock.unlock();
    }
  }

  /** Everything that was asked, in the order in which it was answered; polls too. */
  public List<Exchange> transcript() {
    lock.lock();
    try {
      return List.copyOf(transcript);
    } finally {
      lock.unlock();
    }
  }

  /** The calls of one method. */
  public List<Exchange> transcript(String method) {
    return transcript().stream().filter(each -> each.method().equals(method)).toList();
  }

  /** Fields that were sent and that no document knows. */
  public Set<String> unknownFields() {
    return contract.unknownFields();
  }

  /** How many updates are not confirmed. */
  public int unconfirmed() {
    lock.lock();
    try {
      return pending.size();
    } finally {
      lock.unlock();
    }
  }

  /** The highest number that was confirmed; 0 for none. */
  public long confirmed() {
    lock.lock();
    try {
      return confirmed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    locked(() -> stopped = true);
    server.stop(0);
    threads.shutdownNow();
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static ObjectNode update(long id) {
    return JSON.createObjectNode().put("update_id", id);
  }

  private static ObjectNode person(long id, String language) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("is_bot", false)
        .put("first_name", "Person " + id)
        .put("language_code", language);
  }

  // What the bot asks for.

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (path.startsWith("/control/")) {
        control(exchange, path.substring("/control/".length()), body);
        return;
      }
      if (!path.startsWith("/bot") || path.indexOf('/', 1) < 0) {
        reply(exchange, 404, error(404, "Not Found", Map.of()));
        return;
      }
      String given = path.substring("/bot".length(), path.indexOf('/', 1));
      String name = path.substring(path.indexOf('/', 1) + 1);
      answer(exchange, given, name, body);
    }
  }

  private void answer(HttpExchange exchange, String given, String name, String body)
      throws IOException {
    Optional<String> method = contract.method(name);
    if (!given.matches("\\d+:[A-Za-z0-9_-]{30,}") || method.isEmpty()) {
      reply(exchange, 404, error(404, "Not Found", Map.of()));
      return;
    }
    ObjectNode fields;
    try {
      fields = BotApiContract.tree(body);
    } catch (JsonProcessingException broken) {
      reply(exchange, 400, error(400, "Bad Request: can't parse the request body", Map.of()));
      return;
    }
    Optional<Failure> failure = nextFailure(method.get());
    if (failure.isPresent()) {
      switch (failure.get()) {
        case Failure.DropBefore _ -> {
          note(method.get(), fields, 0, "");
          return;
        }
        case Failure.Error planned -> {
          ObjectNode answer = error(planned.code(), planned.description(), planned.parameters());
          note(method.get(), fields, planned.code(), answer.toString());
          reply(exchange, planned.code(), answer);
          return;
        }
        case Failure.Page page -> {
          note(method.get(), fields, page.status(), page.body());
          send(exchange, page.status(), page.body());
          return;
        }
        case Failure.Slow slow -> pause(slow.delay());
        case Failure.DropAfter _ -> {}
      }
    }
    int status = 200;
    String answer;
    try {
      answer = perform(given, method.get(), fields);
    } catch (FakeRefusal refusal) {
      status = refusal.code;
      answer = error(refusal.code, refusal.getMessage(), refusal.parameters).toString();
    }
    note(method.get(), fields, status, answer);
    if (failure.isPresent() && failure.get() instanceof Failure.DropAfter) {
      return;
    }
    send(exchange, status, answer);
  }

  private String perform(String given, String method, ObjectNode fields) {
    lock.lock();
    try {
      if (!given.equals(token)) {
        throw new FakeRefusal(401, "Unauthorized");
      }
      Optional<String> fault = contract.fault(method, fields);
      if (fault.isPresent()) {
        throw new FakeRefusal(400, fault.get());
      }
      if (method.equals("getUpdates")) {
        return poll(fields);
      }
      ObjectNode answer = JSON.createObjectNode().put("ok", true);
      JsonNode result =
          switch (method) {
            case "deleteWebhook" -> {
              webhook = false;
              yield BooleanNode.TRUE;
            }
            default -> chats.call(method, fields);
          };
      answer.set("result", result.deepCopy());
      if (noise) {
        answer.putObject("brand_new_field").put("x", 1);
        if (answer.get("result") instanceof ObjectNode object) {
          object.putObject("unheard_of").put("type", "novelty");
        }
      }
      return answer.toString();
    } finally {
      lock.unlock();
    }
  }

  /** Holds the lock, but while it waits. */
  private String poll(ObjectNode fields) {
    if (webhook) {
      throw new FakeRefusal(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
              + " delete the webhook first");
    }
    long poll = ++polls;
    change.signalAll();
    long offset = fields.path("offset").asLong(0);
    if (offset > 0) {
      confirmed = Math.max(confirmed, offset - 1);
      pending.headMap(offset, false).clear();
    } else if (offset < 0) {
      while (pending.size() > -offset) {
        pending.pollFirstEntry();
      }
    }
    if (fields.has("allowed_updates")) {
      Set<String> kinds = new HashSet<>();
      fields.path("allowed_updates").forEach(kind -> kinds.add(kind.asText()));
      allowed = kinds;
    }
    long left = TimeUnit.SECONDS.toNanos(Math.min(50, fields.path("timeout").asLong(0)));
    try {
      while (pending.isEmpty() && left > 0 && poll == polls && !stopped) {
        left = change.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (poll != polls) {
      throw new FakeRefusal(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance"
              + " is running");
    }
    List<String> batch = pending.values().stream().limit(fields.path("limit").asInt(100)).toList();
    return "{\"ok\":true,\"result\":[" + String.join(",", batch) + "]}";
  }

  private Optional<Failure> nextFailure(String method) {
    lock.lock();
    try {
      for (Planned planned : failures) {
        if (planned.method().equals("*") && !method.equals("getUpdates")
            || planned.method().equals(method)) {
          failures.remove(planned);
          return Optional.of(planned.failure());
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private void note(String method, JsonNode body, int status, String answer) {
    locked(() -> transcript.add(new Exchange(clock.instant(), method, body, status, answer)));
  }

  private void pause(Duration wait) {
    lock.lock();
    try {
      long left = wait.toNanos();
      while (!stopped && left > 0) {
        left = change.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private static ObjectNode error(int code, String description, Map<String, Long> parameters) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("ok", false)
            .put("error_code", code)
            .put("description", description);
    if (!parameters.isEmpty()) {
      ObjectNode object = json.putObject("parameters");
      parameters.forEach((name, value) -> object.put(name, value));
      object.put("unheard_of", "x");
    }
    return json;
  }

  private static void reply(HttpExchange exchange, int status, JsonNode json) throws IOException {
    send(exchange, status, json.toString());
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", text.startsWith("{") ? "application/json" : "text/html");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  // What other processes ask for: say {chat, text}, messages, transcript, fail {method, code}.

  private void control(HttpExchange exchange, String command, String body) throws IOException {
    JsonNode fields = BotApiContract.tree(body);
    switch (command) {
      case "say" -> {
        long id = say(fields.path("chat").asLong(), fields.path("text").asText());
        reply(exchange, 200, JSON.createObjectNode().put("update_id", id));
      }
      case "messages" -> {
        ArrayNode list = JSON.createArrayNode();
        for (Shown shown : messages(fields.path("chat").asLong())) {
          list.addObject()
              .put("id", shown.id())
              .put("ours", shown.ours())
              .put("text", shown.text());
        }
        reply(exchange, 200, list);
      }
      case "state" ->
          reply(
              exchange,
              200,
              JSON.createObjectNode()
                  .put("unconfirmed", unconfirmed())
                  .put("confirmed", confirmed())
                  .put("calls", transcript().size()));
      case "limited" -> {
        limited(fields.path("on").asBoolean());
        reply(exchange, 200, JSON.createObjectNode());
      }
      case "fail" -> {
        Failure failure =
            switch (fields.path("kind").asText("error")) {
              case "before" -> new Failure.DropBefore();
              case "after" -> new Failure.DropAfter();
              default ->
                  Failure.error(
                      fields.path("code").asInt(500), fields.path("description").asText("Error"));
            };
        enqueueFailure(fields.path("method").asText("*"), failure);
        reply(exchange, 200, JSON.createObjectNode());
      }
      default -> reply(exchange, 404, JSON.createObjectNode());
    }
  }
}
