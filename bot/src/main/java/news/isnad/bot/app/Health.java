package news.isnad.bot.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /health}, {@code /ready} and {@code /metrics} on the loopback address, for whoever looks
 * after the process: 200 where all is well, 503 and one line where it is not. Whatever fails while
 * a page is made is 503 too.
 */
final class Health implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Health.class);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int UNAVAILABLE = 503;

  private final @Nullable HttpServer server;
  private final ExecutorService threads;

  /** What the pages say. */
  interface Pages {
    /** Whether the process does its work; a restart helps where it does not. */
    State health();

    /** Whether questions that are asked now are answered. */
    State readiness();

    /** Figures in the Prometheus text format. */
    String metrics();
  }

  /** Whether all is well, and a line about it. */
  record State(boolean well, String line) {}

  private record Answer(int status, String text) {}

  private Health(@Nullable HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Serves on a port; on none if it is 0. */
  static Health on(int port, Pages pages) {
    return port == 0 ? new Health(null, executor()) : listen(port, pages);
  }

  /** Serves on any port that is free. */
  static Health anywhere(Pages pages) {
    return listen(0, pages);
  }

  private static ExecutorService executor() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("health-", 0).factory());
  }

  private static Health listen(int port, Pages pages) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      ExecutorService threads = executor();
      server.setExecutor(threads);
      server.createContext("/", exchange -> handle(exchange, pages));
      server.start();
      return new Health(server, threads);
    } catch (IOException e) {
      throw new UncheckedIOException("metrics.port " + port + " cannot be used", e);
    }
  }

  /** Where it listens; empty where it does not. */
  Optional<InetSocketAddress> address() {
    return Optional.ofNullable(server).map(HttpServer::getAddress);
  }

  private static void handle(HttpExchange exchange, Pages pages) throws IOException {
    Answer answer = answer(exchange, pages);
    byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static Answer answer(HttpExchange exchange, Pages pages) {
    if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      return new Answer(NOT_ALLOWED, "GET only\n");
    }
    return switch (exchange.getRequestURI().getPath()) {
      case "/health" -> state(pages::health);
      case "/ready" -> state(pages::readiness);
      case "/metrics" -> guarded(() -> new Answer(OK, pages.metrics()));
      default -> new Answer(NOT_FOUND, "/health, /ready or /metrics\n");
    };
  }

  private static Answer state(Supplier<State> state) {
    return guarded(
        () -> {
          State found = state.get();
          return new Answer(found.well() ? OK : UNAVAILABLE, found.line() + "\n");
        });
  }

  private static Answer guarded(Supplier<Answer> answer) {
    try {
      return answer.get();
    } catch (RuntimeException e) {
      log.warn("A page of health could not be made: {}", e.toString());
      return new Answer(UNAVAILABLE, "failing, see the log\n");
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
    threads.shutdown();
  }
}
