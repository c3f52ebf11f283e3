package news.isnad.bot.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import news.isnad.article.ArticleDraft;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.assembly.SourcesAtWork;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Examples;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.SentFiles;
import news.isnad.bot.telegram.UpdateStore.Received;
import news.isnad.bot.terminal.RecordedLog;
import news.isnad.bot.terminal.Terminal;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.lexicon.KnownNames;
import news.isnad.testing.FreshStore;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run with every command, over a Telegram that fails now and then, by people whose name, user
 * name, number and words stand nowhere else: they are in no log, metric or export of others, and
 * the token is nowhere at all. When they are forgotten nothing of them is left in any file.
 */
class CanaryTest {
  /** People with numbers of which the first bytes stand nowhere by chance. */
  private static final long FIRST = 0x3A3C91E500L;

  private static final String NAME = "Zyxquopel";
  private static final String USERNAME = "zyxquser";
  private static final String WORDS = "wibblefrost";
  private static final String QUESTION = "What did Odile Renn say about " + WORDS + "?";
  private static final int PEOPLE = 50;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final FakeTelegram telegram = new FakeTelegram();
  private final InstantSource clock = InstantSource.system();
  private final RecordedLog log =
      new RecordedLog(Level.DEBUG, "", ".bot.telegram", ".bot.inbox", ".bot.outbox");

  @AfterEach
  void close() {
    log.close();
    telegram.close();
  }

  @Test
  void peopleAndToken_areInNoLogMetricOrExport_andForgottenPeopleInNoFile() throws IOException {
    Settings settings = settings();
    try (Engine engine = engine()) {
      store(engine);
      try (RunningBot running = new RunningBot(engine, settings, clock)) {
        TelegramRun bot = running.run();
        running.start();
        await().atMost(LONGEST).until(() -> bot.atWork().isPresent());
        List<Command> commands = bot.atWork().orElseThrow().conversation().commands();
        bot.atWork().orElseThrow().inbox().store(List.of(unreadable()));
        talk(commands);
        settle(bot);
        RunPages pages = new RunPages(bot, clock);
        assertThat(pages.metrics() + pages.health() + pages.readiness()).doesNotContain(traces());
        assertThat(found()).as("kept for now").isNotEmpty();
        telegram.failing(_ -> Optional.empty());
        forget(bot);
        running.end();
      }
      try (SourcesAtWork sources = SourcesAtWork.over(engine, settings, clock);
          Conversation conversation = conversation(engine, sources, settings)) {
        conversation.housekeeping().step();
      }
      engine.database().backup(folder.resolve("backup.db"));
      assertThat(found()).isEmpty();
    }
    assertThat(log.lines()).anyMatch(line -> line.contains("cannot be read"));
    assertThat(log.lines()).anyMatch(line -> line.contains("got no answer"));
    assertThat(String.join("", log.lines())).doesNotContain(traces());
    assertThat(printed("config") + printed("feedback", "--out", folder.resolve("f").toString()))
        .doesNotContain(FakeTelegram.TOKEN);
    assertThat(telegram.transcript().toString().replace("/bot" + FakeTelegram.TOKEN, ""))
        .doesNotContain(FakeTelegram.TOKEN);
  }

  private static String[] traces() {
    return Stream.concat(
            Stream.of(NAME, USERNAME, WORDS, FakeTelegram.TOKEN), people().mapToObj(Long::toString))
        .toArray(String[]::new);
  }

  private static LongStream people() {
    return LongStream.range(FIRST, FIRST + PEOPLE);
  }

  /** Each command is said by somebody else, so that no reply waits for another. */
  private void talk(List<Command> commands) {
    SplittableRandom random = new SplittableRandom(3);
    List<FakeTelegram.Failure> failures = failures();
    telegram.failing(
        _ ->
            random.nextInt(4) == 0
                ? Optional.of(failures.get(random.nextInt(failures.size())))
                : Optional.empty());
    people().forEach(person -> telegram.addPrivateChat(person, NAME));
    long person = FIRST;
    for (Command command : commands) {
      if (!command.audiences().isEmpty() && !command.name().equals("forget")) {
        say(person++, "/" + command.name() + argument(command.name()));
        assertThat(person).as("people").isLessThan(FIRST + PEOPLE - 4);
      }
    }
    say(person++, QUESTION);
    say(person++, "ماذا قالت أوديل رين عن " + WORDS + "؟");
    telegram.type(person, "en", "Odile Renn " + WORDS);
    telegram.press(person, 7, person++, "1:context:" + WORDS);
  }

  /** An update that was stored and cannot be read. */
  private static Received unreadable() {
    return new Received(
        3,
        FIRST,
        "{\"update_id\":3,\"message\":{\"from\":{\"id\":"
            + FIRST
            + ",\"first_name\":\""
            + NAME
            + "\"},\"text\":\""
            + WORDS
            + "\",\"x\":[[",
        Optional.empty());
  }

  /** What is taught or pinned is the newsroom's own, so it holds nothing personal here. */
  private static String argument(String command) {
    return switch (command) {
      case "alias" -> " Odile Renn = Odile the Bold";
      case "grant" -> " 77 editor";
      case "revoke" -> " 77";
      case "hide", "takedown", "pin", "addsource", "addchannel" -> "";
      case "subscribe" -> " " + WORDS;
      default -> " " + WORDS;
    };
  }

  private static List<FakeTelegram.Failure> failures() {
    return List.of(
        FakeTelegram.Failure.error(500, "Internal Server Error"),
        FakeTelegram.Failure.error(400, "Bad Request: can't parse entities"),
        new FakeTelegram.Failure.Page(502, "<html>Bad Gateway</html>"),
        new FakeTelegram.Failure.DropBefore());
  }

  private void settle(TelegramRun bot) {
    await()
        .atMost(LONGEST)
        .until(
            () ->
                telegram.unconfirmed() == 0
                    && bot.atWork().orElseThrow().inbox().counts().waiting() == 0);
  }

  private void say(long person, String text) {
    telegram.inject(
        id -> {
          ObjectNode update = JsonNodeFactory.instance.objectNode();
          update.put("update_id", id);
          ObjectNode message = update.putObject("message");
          message.put("message_id", 100_000 + id).put("date", clock.millis() / 1000);
          message
              .putObject("chat")
              .put("id", person)
              .put("type", "private")
              .put("first_name", NAME);
          message
              .putObject("from")
              .put("id", person)
              .put("is_bot", false)
              .put("first_name", NAME)
              .put("last_name", NAME)
              .put("username", USERNAME)
              .put("language_code", "en");
          message.put("text", text);
          if (text.startsWith("/")) {
            message
                .putArray("entities")
                .addObject()
                .put("type", "bot_command")
                .put("offset", 0)
                .put("length", (text + " ").indexOf(' '));
          }
          return update;
        });
  }

  private void forget(TelegramRun bot) {
    people().forEach(person -> say(person, "/forget"));
    settle(bot);
    people().forEach(this::confirm);
    settle(bot);
    await()
        .atMost(LONGEST)
        .until(() -> bot.atWork().orElseThrow().conversation().outbox().waiting() == 0);
  }

  private void confirm(long person) {
    Optional<FakeTelegram.Shown> asked =
        await()
            .atMost(LONGEST)
            .until(
                () ->
                    telegram.messages(person).stream()
                        .filter(shown -> button(shown).isPresent())
                        .findFirst(),
                Optional::isPresent);
    telegram.press(
        person, asked.orElseThrow().id(), person, button(asked.orElseThrow()).orElseThrow());
  }

  private static Optional<String> button(FakeTelegram.Shown shown) {
    for (JsonNode data : shown.markup().findValues("callback_data")) {
      if (data.asText().startsWith("1:forget:")) {
        return Optional.of(data.asText());
      }
    }
    return Optional.empty();
  }

  /** Files of the data folder that hold something of them. */
  private List<String> found() throws IOException {
    List<byte[]> traces = new ArrayList<>();
    for (String trace : List.of(NAME, USERNAME, WORDS, Long.toString(FIRST).substring(0, 8))) {
      traces.add(trace.getBytes(UTF_8));
    }
    traces.add(Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(FIRST).array(), 3, 7));
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), ISO_8859_1);
        for (byte[] trace : traces) {
          int at = content.indexOf(new String(trace, ISO_8859_1));
          if (at >= 0) {
            found.add(
                folder.relativize(file)
                    + ": "
                    + content.substring(Math.max(0, at - 60), Math.min(content.length(), at + 60)));
          }
        }
      }
    }
    return found;
  }

  private Conversation conversation(Engine engine, SourcesAtWork sources, Settings settings) {
    return Conversation.over(
        engine,
        new Conversation.Place(
            settings,
            (_, _) -> false,
            sources.desk(),
            Examples.GENERAL,
            "Isnad_Bot",
            SentFiles.NONE,
            clock));
  }

  private Engine engine() {
    return FreshStore.engine(folder, Conversation.MIGRATIONS, KnownNames.shipped(), clock);
  }

  private Settings settings() {
    return RunningBot.settings(
        folder,
        telegram,
        Map.of(
            "ISNAD_TELEGRAM_OPERATORS",
            people().mapToObj(Long::toString).collect(Collectors.joining(","))));
  }

  private String printed(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, UTF_8);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder.toString()));
    int code =
        Main.execute(
            Terminal.of(new ByteArrayInputStream(new byte[0]), print, print),
            clock,
            all.toArray(String[]::new));
    assertThat(code).as(out.toString(UTF_8)).isZero();
    return out.toString(UTF_8);
  }

  private void store(Engine engine) {
    engine
        .articles()
        .store(
            new ArticleDraft(
                Optional.of("c-1"),
                Optional.of(URI.create("https://news.example/c-1")),
                Optional.empty(),
                "The Harbour Post",
                "Inflation comes down",
                Language.ENGLISH,
                Optional.of(clock.instant()),
                "Inflation comes down\n\"Prices come down by the stairs,\" Odile Renn said."));
  }
}
