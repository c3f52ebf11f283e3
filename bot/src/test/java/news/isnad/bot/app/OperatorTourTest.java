package news.isnad.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import news.isnad.article.Cursors;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.assembly.EarlierStore;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.FakeTelegram.Shown;
import news.isnad.bot.terminal.Terminal;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.lexicon.KnownNames;
import news.isnad.testing.FreshStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * README's tours, taken by an owner on the fake Telegram over an invented site: each line with
 * {@code >} is said or pressed, each with {@code ~} happens by itself, each with {@code $} is typed
 * in a terminal afterwards, and what comes of it is what stands below.
 */
class OperatorTourTest {
  private static final long OPERATOR = 5;

  /** What is said while something is under way; and the picture, which needs fonts. */
  private static final List<String> PASSING =
      List.of("Looking at", "It is being taken down", "[photo]");

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

  @TempDir Path folder;
  private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);
  private final InstantSource clock = () -> Instant.now().plus(passed.get());
  private final FakeTelegram telegram = new FakeTelegram();
  private HttpServer site;
  private String port;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private volatile boolean down;
  private String noticesChat = "";

  @BeforeEach
  void open() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    port = Integer.toString(site.getAddress().getPort());
    site.createContext(
        "/",
        exchange -> {
          String page = pages.get(exchange.getRequestURI().getPath());
          byte[] body = String.valueOf(page).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(down ? 503 : page == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    site.start();
    pages.put(
        "/",
        "<!DOCTYPE html><html lang=en><head><title>Quay</title><link rel=alternate"
            + " type='application/rss+xml'"
            + " href='/news.rss'></head><body><p>Front</p></body></html>");
  }

  /** The site has a feed of three articles, which may be dated. */
  private void publish(Map<String, String> titles, Map<String, String> articles, String date) {
    StringBuilder items = new StringBuilder();
    titles.forEach(
        (what, title) -> {
          pages.put("/" + what, articles.get(what));
          items.append("<item><title>").append(title).append("</title><link>");
          items.append("http://quay.example:").append(port).append('/').append(what);
          items.append("</link>").append(date).append("</item>");
        });
    pages.put(
        "/news.rss",
        "<rss version='2.0'><channel><title>The Quay Gazette</title>" + items + "</channel></rss>");
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

  private static String article(String language, String title, String... paragraphs) {
    return "<!DOCTYPE html><html lang="
        + language
        + "><head><title>"
        + title
        + "</title></head><body><article><h1>"
        + title
        + "</h1><p>"
        + String.join("</p><p>", paragraphs)
        + "</p></article></body></html>";
  }

  @Test
  void tourOfSources_saysWhatStandsInReadme() throws IOException {
    publishNews();
    List<String> tour = tour("### A tour of sources");

    assertThat(String.join("\n", taken(tour))).isEqualTo(String.join("\n", tour));
  }

  @Test
  void notices_sayWhatStandsInReadme() throws IOException {
    noticesChat = Long.toString(OPERATOR);
    publishNews();
    List<String> tour = tour("### When something goes wrong");

    assertThat(String.join("\n", taken(tour))).isEqualTo(String.join("\n", tour));
  }

  @Test
  void upgrade_saysWhatStandsInReadme() throws Exception {
    EarlierStore.write(1, folder);
    List<String> tour = tour("### An upgrade");

    assertThat(String.join("\n", taken(tour))).isEqualTo(String.join("\n", tour));
  }

  /** The site has three articles, without dates. */
  private void publishNews() {
    Map<String, String> titles = new LinkedHashMap<>();
    Map<String, String> articles = new LinkedHashMap<>();
    for (String what : List.of("crane", "ferry", "harbour")) {
      titles.put(what, "News of the " + what);
      articles.put(what, article(what));
    }
    publish(titles, articles, "");
  }

  @Test
  void dayOfAnOwner_saysWhatStandsInReadme() throws IOException {
    String crane = "Crane collapse at Port Ansel grain terminal kills nine";
    String craneInArabic = "انهيار رافعة في ميناء بورت أنسل يودي بحياة تسعة عمال";
    String ferry = "Ferry to Port Ansel runs twice a day from spring";
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("crane", crane);
    titles.put("rafia", craneInArabic);
    titles.put("ferry", ferry);
    publish(
        titles,
        Map.of(
            "crane",
            article(
                "en",
                crane,
                "A crane collapsed onto a grain terminal in Port Ansel on Tuesday, killing nine"
                    + " workers, and the terminal is shut until the end of the month. Divers"
                    + " looked for the cabin until the evening.",
                "“The crane had been checked in March,” said Nadim Karoub, the director of the"
                    + " port. Nadim Karoub said 31 workers were injured, and that the families"
                    + " of the dead would be received at the port office on Wednesday.",
                "The terminal was built sixty years ago and takes a third of the grain that the"
                    + " province needs in winter. Ships are sent to Quay for the time being, and"
                    + " lorries bring the grain from there."),
            "rafia",
            article(
                "ar",
                craneInArabic,
                "لقي تسعة عمال مصرعهم وأصيب 31 آخرون يوم الثلاثاء إثر انهيار رافعة على صومعة"
                    + " الحبوب في ميناء بورت أنسل، وأغلقت الصومعة حتى نهاية الشهر. وبحث الغواصون"
                    + " عن مقصورة الرافعة حتى المساء.",
                "وقال نديم كاروب مدير الميناء: «فُحصت الرافعة في مارس». وأضاف نديم كاروب أن"
                    + " 31 عاملًا أصيبوا وأن أسر الضحايا ستُستقبل في مكتب الميناء يوم الأربعاء.",
                "وبُنيت الصومعة قبل ستين عامًا، وهي تستقبل ثلث ما تحتاج إليه المنطقة من الحبوب في"
                    + " الشتاء. وتُوجَّه السفن الآن إلى ميناء آخر، وتنقل الشاحنات الحبوب منه."),
            "ferry",
            article(
                "en",
                ferry,
                "The ferry between Quay and Port Ansel will run twice a day from spring, the"
                    + " shipping office announced on Monday after a long winter without it. The"
                    + " first boat leaves Quay at seven in the morning.",
                "“Two boats are enough for now,” said Wenna Tregarth, who runs the office. She"
                    + " said that a third one would be bought when the harbour has been dredged,"
                    + " which the council has put off twice.",
                "A ticket costs as much as it did before the winter, and children who go to"
                    + " school across the water travel without one.")),
        "<pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate>");
    List<String> day = tour("### An owner's day");

    assertThat(String.join("\n", taken(day))).isEqualTo(String.join("\n", day));
  }

  /** What comes of the steps of a tour; a line {@code …} stands for the rest of a message. */
  private List<String> taken(List<String> tour) {
    List<String> taken = new ArrayList<>();
    if (tour.stream().anyMatch(line -> line.startsWith("> "))) {
      talk(tour, taken);
    }
    for (String step : tour.stream().filter(line -> line.matches("[$#] .*")).toList()) {
      taken.add(step);
      if (step.startsWith("$ ")) {
        taken.addAll(typed(step.substring("$ ./isnad ".length())));
      } else {
        newerVersion();
        taken.add("");
      }
    }
    return taken;
  }

  /** What a newer version leaves behind that has run once. */
  private void newerVersion() {
    String url = "jdbc:sqlite:" + folder.resolve("isnad.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO history_article (installed_rank, version, description, type, script,"
              + " checksum, installed_by, execution_time, success)"
              + " VALUES (99, '99', 'x', 'SQL', 'V99__x.sql', 1, 'x', 1, 1)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void talk(List<String> tour, List<String> taken) {
    try (Engine engine =
            FreshStore.engine(folder, Conversation.MIGRATIONS, KnownNames.shipped(), clock);
        RunningBot bot = new RunningBot(engine, settings(), clock)) {
      bot.sources().start();
      bot.start();
      telegram.addPrivateChat(OPERATOR, "Operator");
      for (String step : tour.stream().filter(line -> line.matches("[>~] .*")).toList()) {
        taken.add(step);
        List<Shown> before = telegram.messages(OPERATOR);
        if (step.startsWith("~ ")) {
          happens(step.substring(2), engine);
        } else {
          does(step.substring(2));
        }
        taken.addAll(shortened(said(step, before), tour, taken.size()));
        await().atMost(PATIENCE).until(() -> isRead(engine));
      }
      bot.end();
    }
  }

  /** What goes on without the operator: the site goes down or comes back, and time passes. */
  private void happens(String what, Engine engine) {
    down = what.contains("503");
    for (int polls = 0; polls < (down ? 3 : 1); polls++) {
      Optional<Instant> before = lastPolled(engine);
      passed.updateAndGet(sofar -> sofar.plus(HALF_A_DAY));
      await().atMost(PATIENCE).until(() -> !lastPolled(engine).equals(before));
    }
    // Who looks after the sources looks once a minute.
    passed.updateAndGet(sofar -> sofar.plusMinutes(1));
  }

  private static Optional<Instant> lastPolled(Engine engine) {
    return engine.sources().list().getFirst().lastPolled();
  }

  /** As much of what was said as stands in README, where it says that there is more. */
  private static List<String> shortened(List<String> said, List<String> tour, int from) {
    for (int line = 0; line < said.size() && from + line < tour.size(); line++) {
      if (tour.get(from + line).equals("…")) {
        List<String> beginning = new ArrayList<>(said.subList(0, line));
        beginning.addAll(List.of("…", ""));
        return beginning;
      }
    }
    return said;
  }

  /** A command in the terminal, of which the data folder is {@code data}. */
  private List<String> typed(String command) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> words =
        new ArrayList<>(
            WORD.matcher(command.replace("backups/", folder.resolve("backups") + "/"))
                .results()
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toList());
    words.addAll(List.of("--data", folder.toString()));
    Main.execute(
        Terminal.of(InputStream.nullInputStream(), out, out), clock, words.toArray(String[]::new));
    List<String> lines = new ArrayList<>();
    said.toString(StandardCharsets.UTF_8)
        .replace(folder.resolve("backups").toString(), "backups")
        .replace(folder.toString(), "data")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9-:.]+Z", "2026-11-27T09-00-00Z")
        .lines()
        .forEach(lines::add);
    lines.add("");
    return lines;
  }

  /** What was tracked has been read, understood and indexed, so that all is the same each time. */
  private static boolean isRead(Engine engine) {
    long last = engine.articles().lastSequence();
    return engine.sources().list().stream().allMatch(each -> each.lastPolled().isPresent())
        && (engine.sources().list().isEmpty() || last == 3)
        && new Cursors(engine.database()).position("name-proposals") == last;
  }

  private static List<String> tour(String heading) throws IOException {
    Path readme = Path.of("").toAbsolutePath().resolveSibling("README.md");
    String text = Files.readString(readme, StandardCharsets.UTF_8);
    String section = text.substring(text.indexOf(heading));
    return section.split("```\n", 3)[1].lines().toList();
  }

  private void does(String step) {
    if (step.startsWith("[")) {
      press(step.substring(1, step.length() - 1));
    } else {
      telegram.say(OPERATOR, step.replace("http://quay.example", "http://quay.example:" + port));
    }
  }

  private List<String> said(String step, List<Shown> before) {
    return await(step)
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
        .filter(shown -> !before.contains(shown) && !shown.text().isBlank())
        .reduce((_, last) -> last)
        .filter(shown -> PASSING.stream().noneMatch(shown.text()::startsWith));
  }

  private List<String> lines(Shown shown) {
    List<String> lines = new ArrayList<>();
    shown
        .text()
        .replaceAll("[\\u2066-\\u2069\\u200E\\u200F]", "")
        .replace(":" + port, "")
        .replaceAll("\\d{1,2} \\p{L}+ \\d{4}, \\d\\d:\\d\\d UTC", "27 November 2026, 09:00 UTC")
        .replaceAll("at most \\d+ ms", "at most 9 ms")
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
    return RunningBot.settings(
        folder,
        telegram,
        Map.of(
            "ISNAD_TELEGRAM_OPERATORS",
            Long.toString(OPERATOR),
            "ISNAD_TELEGRAM_NOTICES_CHAT",
            noticesChat,
            "ISNAD_FETCH_ALLOW",
            "127.0.0.0/8",
            "ISNAD_FETCH_HOSTS",
            "quay.example=127.0.0.1",
            "ISNAD_FETCH_PORTS",
            port));
  }
}
