package news.isnad.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.FakeTelegram.Exchange;
import news.isnad.bot.terminal.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program, killed at random while questions arrive and pages are ingested. The build
 * kills it 20 times; {@code -Disnad.kills=200} is the long run.
 */
class KillJourneyTest {
  private static final int KILLS = Integer.getInteger("isnad.kills", 20);
  private static final long FIRST_CHAT = 1_000;

  /** A request that left so shortly before a kill may have had its answer lost. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(2);

  @TempDir Path folder;
  private final FakeTelegram telegram = new FakeTelegram();
  private final List<Instant> kills = new ArrayList<>();

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void killedAtRandom_losesNothing() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    int asked = 0;
    for (int cycle = 0; cycle < KILLS; cycle++) {
      Process bot = start();
      long life = random.nextLong(1_000, 4_500);
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(life);
      telegram.say(FIRST_CHAT + asked++, "What did the mayor say about bridge " + cycle + "?");
      ingest(cycle);
      telegram.say(FIRST_CHAT + asked++, "ماذا قالت العمدة عن الجسر " + cycle + "؟");
      bot.waitFor(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      bot.destroyForcibly().waitFor();
      kills.add(Instant.now());
    }
    Process bot = start();
    telegram.say(FIRST_CHAT + asked++, "What did the mayor say about the last bridge?");
    try {
      long last = FIRST_CHAT + asked;
      await()
          .atMost(Duration.ofSeconds(120))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> unanswered(last).isEmpty());
    } finally {
      bot.destroy();
      assertThat(bot.waitFor(15, TimeUnit.SECONDS)).isTrue();
      assertThat(bot.exitValue()).isZero();
    }
    for (long chat = FIRST_CHAT; chat < FIRST_CHAT + asked; chat++) {
      assertRepeatsAreExcused(chat);
    }
    assertThat(Files.readString(folder.resolve("log"))).doesNotContain(secret());
    assertThat(telegram.transcript().toString()).doesNotContain(secret());
    String check = run("check");
    assertThat(check).contains(KILLS + " articles").contains("clean");
  }

  private static String secret() {
    return FakeTelegram.TOKEN.substring(FakeTelegram.TOKEN.indexOf(':') + 1);
  }

  private List<Long> unanswered(long last) {
    List<Long> chats = new ArrayList<>();
    for (long chat = FIRST_CHAT; chat < last; chat++) {
      if (telegram.said(chat).isEmpty()) {
        chats.add(chat);
      }
    }
    return chats;
  }

  /** An answer that was said twice was under way when the process was killed. */
  private void assertRepeatsAreExcused(long chat) {
    List<Instant> times =
        telegram.transcript("sendMessage").stream()
            .filter(one -> one.status() == 200 && one.body().path("chat_id").asLong() == chat)
            .map(Exchange::time)
            .toList();
    for (int i = 1; i < times.size(); i++) {
      Instant before = times.get(i - 1);
      Instant after = times.get(i);
      assertThat(kills)
          .as("chat %d was answered at %s and again at %s", chat, before, after)
          .anyMatch(
              kill ->
                  !kill.isBefore(before)
                      && kill.isBefore(after)
                      && Duration.between(before, kill).compareTo(UNDER_WAY) <= 0);
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "--data",
            data());
    Map<String, String> environment = builder.environment();
    environment.put("ISNAD_TELEGRAM_TOKEN", FakeTelegram.TOKEN);
    environment.put("ISNAD_TELEGRAM_API_URL", telegram.url().toString());
    return builder
        .redirectError(Redirect.appendTo(folder.resolve("log").toFile()))
        .redirectOutput(Redirect.DISCARD)
        .start();
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** Takes a page in beside the running bot: it writes to the store, the bot indexes. */
  private void ingest(int number) throws IOException {
    Path page = folder.resolve("page-" + number + ".txt");
    Files.writeString(
        page,
        """
        Bridge %1$d opens in Port Ansel

        The new bridge %1$d over the harbour was opened on Tuesday after three years of work in \
        the old town.

        "Bridge %1$d will outlive us all," said Mayor Salma Ferrant at the opening.
        """
            .formatted(number));
    run("ingest", page.toString());
  }

  private String run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Terminal terminal = Terminal.of(new ByteArrayInputStream(new byte[0]), print, print);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data()));
    int exit = Main.execute(terminal, InstantSource.system(), all.toArray(String[]::new));
    assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
