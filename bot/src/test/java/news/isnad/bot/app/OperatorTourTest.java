package news.isnad.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.assembly.SourcesAtWork;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.FakeTelegram.Shown;
import news.isnad.config.Configuration;
import news.isnad.config.Settings;
import news.isnad.config.SettingsReader;
import news.isnad.engine.Engine;
import news.isnad.lexicon.KnownNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * README's tour of sources, taken by an operator on the fake Telegram over an invented site: each
 * line with {@code >} is said or pressed, and what comes of it is what stands below.
 */
class OperatorTourTest {
  private static final long OPERATOR = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final InstantSource clock = InstantSource.system();
  private final FakeTelegram telegram = new FakeTelegram();
  private HttpServer site;
  private String port;

  @BeforeEach
  void open() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    port = Integer.toString(site.getAddress().getPort());
    Map<String, String> pages = new HashMap<>();
    pages.put(
        "/",
        "<!DOCTYPE html><html lang=en><head><title>Quay</title><link rel=alternate"
            + " type='application/rss+xml'"
            + " href='/news.rss'></head><body><p>Front</p></body></html>");
    StringBuilder items = new StringBuilder();
    for (String what : List.of("crane", "ferry", "harbour")) {
      pages.put("/" + what, article(what));
      items.append("<item><title>News of the ").append(what).append("</title><link>");
      items.append("http://quay.example:").append(port).append('/').append(what);
      items.append("</link></item>");
    }
    pages.put(
        "/news.rss",
        "<rss version='2.0'><channel><title>The Quay Gazette</title>" + items + "</channel></rss>");
    site.createContext(
        "/",
        exchange -> {
          String page = pages.get(exchange.getRequestURI().getPath());
          byte[] body = String.valueOf(page).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    site.start();
  }

  @AfterEach
  void close() {
    site.stop(0);
    telegram.close();
  }

  private static String article(String what) {
    String sentence =
        "The council of Quay spoke for hours about the "
            + what
            + " before Tamsin Orrey asked for a vote. ";
    return "<!DOCTYPE html><html lang=en><head><title>News of the "
        + what
        + "</title></head><body><article><h1>News of the "
        + what
        + "</h1>"
        + ("<p>" + sentence.repeat(3) + "</p>").repeat(4)
        + "</article></body></html>";
  }

  @Test
  void tourOfReadme_saysWhatStandsThere() throws IOException {
    List<String> tour = tour();
    List<String> taken = new ArrayList<>();
    try (Engine engine =
            Engine.open(
                folder.resolve("isnad.db"),
                folder.resolve("index"),
                Conversation.MIGRATIONS,
                KnownNames.shipped(),
                clock);
        SourcesAtWork sources = SourcesAtWork.over(engine, settings(), clock);
        TelegramRun bot =
            new TelegramRun(
                settings(),
                settings().telegram().token().orElseThrow(),
                engine,
                sources.desk(),
                clock)) {
      sources.start();
      CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(bot::run);
      telegram.addPrivateChat(OPERATOR, "Operator");
      for (String step : tour.stream().filter(line -> line.startsWith("> ")).toList()) {
        taken.add(step);
        taken.addAll(taken(step.substring(2)));
        await().atMost(PATIENCE).until(() -> polled(engine));
      }
      bot.close();
      assertThat(exit.join()).isZero();
    }
    assertThat(String.join("\n", taken)).isEqualTo(String.join("\n", tour));
  }

  /** What was tracked has been read, so that its state is the same each time. */
  private static boolean polled(Engine engine) {
    return engine.sources().list().stream().allMatch(each -> each.lastPolled().isPresent())
        && (engine.sources().list().isEmpty() || engine.articles().count() == 3);
  }

  private static List<String> tour() throws IOException {
    Path readme = Path.of("").toAbsolutePath().resolveSibling("README.md");
    String text = Files.readString(readme, StandardCharsets.UTF_8);
    String section = text.substring(text.indexOf("### A tour of sources"));
    return section.split("```\n", 3)[1].lines().toList();
  }

  private List<String> taken(String step) {
    List<Shown> before = telegram.messages(OPERATOR);
    if (step.startsWith("[")) {
      press(step.substring(1, step.length() - 1));
    } else {
      telegram.say(OPERATOR, step.replace("http://quay.example", "http://quay.example:" + port));
    }
    return await()
        .atMost(PATIENCE)
        .until(() -> changed(before).map(this::lines), Optional::isPresent)
        .orElseThrow();
  }

  private void press(String label) {
    for (Shown shown : telegram.messages(OPERATOR).reversed()) {
      for (JsonNode row : shown.markup().path("inline_keyboard")) {
        for (JsonNode button : row) {
          if (button.path("text").asText().equals(label)) {
            telegram.press(OPERATOR, shown.id(), OPERATOR, button.path("callback_data").asText());
            return;
          }
        }
      }
    }
    throw new IllegalArgumentException("no button says " + label);
  }

  /** The message of ours that is new or has changed, once nobody is looking any more. */
  private Optional<Shown> changed(List<Shown> before) {
    return telegram.messages(OPERATOR).stream()
        .filter(Shown::ours)
        .filter(shown -> !before.contains(shown))
        .reduce((_, last) -> last)
        .filter(shown -> !shown.text().startsWith("Looking at"));
  }

  private List<String> lines(Shown shown) {
    List<String> lines = new ArrayList<>();
    shown
        .text()
        .replaceAll("[\\u2066-\\u2069\\u200E\\u200F]", "")
        .replace(":" + port, "")
        .replaceAll("\\d{1,2} \\p{L}+ \\d{4}, \\d\\d:\\d\\d UTC", "27 November 2026, 09:00 UTC")
        .lines()
        .forEach(lines::add);
    for (JsonNode row : shown.markup().path("inline_keyboard")) {
      StringBuilder buttons = new StringBuilder();
      row.forEach(button -> buttons.append("[").append(button.path("text").asText()).append("] "));
      lines.add(buttons.toString().strip());
    }
    lines.add("");
    return lines;
  }

  private Settings settings() {
    Configuration read =
        SettingsReader.read(
            folder,
            Optional.empty(),
            Map.of(
                "ISNAD_TELEGRAM_TOKEN",
                FakeTelegram.TOKEN,
                "ISNAD_TELEGRAM_API_URL",
                telegram.url().toString(),
                "ISNAD_TELEGRAM_OPERATORS",
                Long.toString(OPERATOR),
                "ISNAD_FETCH_ALLOW",
                "127.0.0.0/8",
                "ISNAD_FETCH_HOSTS",
                "quay.example=127.0.0.1",
                "ISNAD_FETCH_PORTS",
                port),
            Map.of());
    return ((Configuration.Read) read).settings();
  }
}
