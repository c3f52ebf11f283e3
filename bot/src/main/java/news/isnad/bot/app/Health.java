package news.isnad.bot.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /health} and {@code /metrics} on the loopback address. Healthy is who has had an answer
 * from Telegram within {@value #PATIENCE_MINUTES} minutes. Metrics are in the Prometheus text
 * format.
 */
final class Health implements AutoCloseable {
  private static final int PATIENCE_MINUTES = 3;

  private final @Nullable HttpServer server;

  private Health(@Nullable HttpServer server) {
    this.server = server;
  }

  /** Serves on a port; on none if it is 0. */
  static Health on(int port, TelegramRun bot, InstantSource clock) {
    if (port == 0) {
      return new Health(null);
    }
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.createContext(
          "/health", exchange -> answer(exchange, isHealthy(bot, clock), health(bot, clock)));
      server.createContext("/metrics", exchange -> answer(exchange, true, metrics(bot)));
      server.start();
      return new Health(server);
    } catch (IOException e) {
      throw new UncheckedIOException("metrics.port " + port + " cannot be used", e);
    }
  }

  private static boolean isHealthy(TelegramRun bot, InstantSource clock) {
    Optional<Instant> last = bot.lastAnswer();
    return last.isPresent()
        && Duration.between(last.get(), clock.instant()).toMinutes() < PATIENCE_MINUTES;
  }

  private static String health(TelegramRun bot, InstantSource clock) {
    return isHealthy(bot, clock) ? "ok\n" : "Telegram has not answered lately\n";
  }

  private static String metrics(TelegramRun bot) {
    return "# TYPE isnad_articles gauge\nisnad_articles "
        + bot.engine().articles().count()
        + "\n# TYPE isnad_outbox_waiting gauge\nisnad_outbox_waiting "
        + bot.waiting()
        + "\n# TYPE isnad_quotations_passed_total counter\nisnad_quotations_passed_total "
        + bot.engine().gate().passed()
        + "\n# TYPE isnad_quotations_stopped_total counter\nisnad_quotations_stopped_total "
        + bot.engine().gate().stopped()
        + "\n";
  }

  private static void answer(HttpExchange exchange, boolean ok, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(ok ? 200 : 503, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
  }
}
