package news.isnad.bot.telegram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
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
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import news.isnad.bot.telegram.FakeTelegram.Exchange;
import news.isnad.bot.telegram.FakeTelegram.Failure;

/** The fake's HTTP side: requests, updates, planned failures, the transcript. */
final class FakeServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    // Head and body of an answer are written apart; without this every answer waits 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** What is served below {@code /control/}. */
  interface Control {
    JsonNode answer(String command, JsonNode fields);
  }

  /** Refusals that are normal life. */
  private static final List<String> TROUBLES =
      List.of(
          "not found",
          "upgraded to a supergroup",
          "message is not modified",
          "message can't be edited",
          "query is too old",
          "file is too big",
          "temporarily unavailable",
          "rights");

  private record Planned(String method, Failure failure) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  final InstantSource clock;
  private final Control control;
  final BotApiContract contract = new BotApiContract();
  final FakeLimits limits = new FakeLimits();
  final FakeChats chats;
  final ObjectNode me;
  private final TreeMap<Long, String> pending = new TreeMap<>();
  private final List<Planned> failures = new ArrayList<>();
  private final List<Exchange> transcript = new ArrayList<>();
  private final List<String> defects = new ArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Set<String> allowed = Set.of();
  private long nextUpdate = 500_001;
  private long polls;
  private long confirmed;
  String token;
  boolean webhook;
  Function<String, Optional<Failure>> chance = _ -> Optional.empty();
  boolean noise = true;
  private boolean stopped;

  FakeServer(InstantSource clock, int port, String token, Control control) {
    this.clock = clock;
    this.control = control;
    this.token = token;
    me =
        JSON.createObjectNode()
            .put("id", Long.parseLong(token.substring(0, token.indexOf(':'))))
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

  int port() {
    return server.getAddress().getPort();
  }

  void locked(Runnable action) {
    locked(
        () -> {
          action.run();
          return true;
        });
  }

  <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      change.signalAll();
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  void plan(String method, Failure failure) {
    failures.add(new Planned(method, failure));
  }

  List<Exchange> transcript() {
    return locked(() -> List.copyOf(transcript));
  }

  List<String> defects() {
    return locked(() -> List.copyOf(defects));
  }

  int unconfirmed() {
    return locked(pending::size);
  }

  long confirmed() {
    return locked(() -> confirmed);
  }

  @Override
  public void close() {
    locked(() -> stopped = true);
    server.stop(0);
    threads.shutdownNow();
  }

  /** Any update; the function gets its number. */
  long inject(LongFunction<ObjectNode> update) {
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
  long injectRaw(String text) {
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

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      // Behind a proxy it stands below a path.
      String path = exchange.getRequestURI().getPath().replaceFirst("^/deep(?=/)", "");
      byte[] bytes = exchange.getRequestBody().readAllBytes();
      String body = new String(bytes, UTF_8);
      if (path.startsWith("/control/")) {
        reply(
            exchange,
            200,
            control.answer(path.substring("/control/".length()), BotApiContract.tree(body)));
        return;
      }
      if (path.startsWith("/file/bot" + token + "/")) {
        Optional<byte[]> file = chats.files.download(path);
        if (file.isPresent()) {
          exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
          exchange.sendResponseHeaders(200, file.get().length == 0 ? -1 : file.get().length);
          exchange.getResponseBody().write(file.get());
        } else {
          reply(exchange, 404, error(404, "Not Found", Map.of()));
        }
        return;
      }
      if (!path.startsWith("/bot") || path.indexOf('/', 1) < 0) {
        reply(exchange, 404, error(404, "Not Found", Map.of()));
        return;
      }
      String given = path.substring("/bot".length(), path.indexOf('/', 1));
      String name = path.substring(path.indexOf('/', 1) + 1);
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      boolean form = type != null && type.startsWith("multipart/form-data");
      answer(exchange, given, name, form ? fields(new String(bytes, ISO_8859_1), type) : body);
    }
  }

  /**
   * The fields of a form as JSON; the content of a file is the text of its field, of a picture each
   * byte a letter.
   */
  private static String fields(String body, String type) {
    ObjectNode fields = JSON.createObjectNode();
    String boundary = "--" + type.substring(type.indexOf("boundary=") + "boundary=".length());
    for (String part : body.split(Pattern.quote(boundary), -1)) {
      int head = part.indexOf("\r\n\r\n");
      int name = part.indexOf("name=\"");
      if (head > 0 && name > 0) {
        String content = part.substring(head + 4, part.length() - 2);
        boolean picture = part.substring(0, head).contains("image/png");
        String value = picture ? content : new String(content.getBytes(ISO_8859_1), UTF_8);
        String field = part.substring(name + 6, part.indexOf('"', name + 6));
        try {
          fields.set(field, value.startsWith("{") ? JSON.readTree(value) : new TextNode(value));
        } catch (JsonProcessingException broken) {
          fields.put(field, value);
        }
      }
    }
    return fields.toString();
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
      noteDefect(method.get(), refusal);
      status = refusal.code;
      answer = error(refusal.code, refusal.getMessage(), refusal.parameters).toString();
    }
    boolean lost = failure.isPresent() && failure.get() instanceof Failure.DropAfter;
    note(method.get(), fields, status, answer, lost);
    if (lost) {
      return;
    }
    send(exchange, status, answer);
  }

  /** What no trouble of a chat excuses: a bot that knows the reference never asks for it. */
  private void noteDefect(String method, FakeRefusal refusal) {
    if (refusal.code == 400 && TROUBLES.stream().noneMatch(refusal.getMessage()::contains)) {
      locked(() -> defects.add(method + ": " + refusal.getMessage()));
    }
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
      return method.equals("getUpdates") ? Optional.empty() : chance.apply(method);
    } finally {
      lock.unlock();
    }
  }

  private void note(String method, JsonNode body, int status, String answer) {
    note(method, body, status, answer, false);
  }

  private void note(String method, JsonNode body, int status, String answer, boolean lost) {
    locked(() -> transcript.add(new Exchange(clock.instant(), method, body, status, answer, lost)));
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
}
