package news.isnad.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.FakeTelegram.Exchange;
import news.isnad.bot.telegram.FakeTelegram.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From Telegram to Telegram, with threads, sockets and time as they are. */
class GatewayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final FakeTelegram telegram = new FakeTelegram();

  @AfterEach
  void close() {
    telegram.close();
  }

  private void awaitSaid(long chat, String... words) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(2))
        .untilAsserted(() -> assertThat(telegram.said(chat)).containsExactly(words));
  }

  @Test
  void question_isAnsweredWithinMoments() {
    try (EchoBot bot = new EchoBot(folder, telegram.url())) {
      for (int i = 0; i < 20; i++) {
        telegram.say(100 + i, "warm up");
        awaitSaid(100 + i, "re: warm up");
      }
      List<Long> millis = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        long before = System.nanoTime();
        telegram.say(200 + i, "now");
        awaitSaid(200 + i, "re: now");
        millis.add((System.nanoTime() - before) / 1_000_000);
      }
      assertThat(millis.stream().sorted().toList().get(10)).isLessThan(200);
      await().atMost(PATIENCE).until(() -> bot.outbox.waiting() == 0);
    }
  }

  @Test
  void flood_staysBelowEveryLimitOfTelegram() {
    telegram.limited(true);
    telegram.addGroup(-77, "Desk");
    try (EchoBot bot = new EchoBot(folder, telegram.url())) {
      LongStream.range(0, 50).forEach(person -> telegram.say(1000 + person, "a"));
      for (int i = 0; i < 4; i++) {
        telegram.say(5, "p" + i);
        telegram.sayIn(-77, 5, "en", "g" + i, Optional.empty());
      }
      awaitSaid(5, "re: p0", "re: p1", "re: p2", "re: p3");
      awaitSaid(-77, "re: g0", "re: g1", "re: g2", "re: g3");
      await().atMost(PATIENCE).until(() -> bot.outbox.waiting() == 0);
      assertThat(telegram.transcript("sendMessage")).extracting(Exchange::status).containsOnly(200);
    }
  }

  @Test
  void troubleOfEveryKind_losesNothing() {
    telegram.enqueueFailure("getUpdates", new Failure.Page(502, "<html>"));
    telegram.enqueueFailure("getUpdates", Failure.tooFast(1));
    telegram.enqueueFailure("getUpdates", new Failure.DropBefore());
    telegram.enqueueFailure("getUpdates", new Failure.DropAfter());
    telegram.enqueueFailure("sendMessage", new Failure.DropBefore());
    telegram.enqueueFailure("sendMessage", Failure.error(500, "Internal Server Error"));
    telegram.enqueueFailure("sendMessage", Failure.tooFast(1));
    telegram.injectRaw("{\"update_id\":%d,\"message\":{\"text\":" + "[".repeat(2000));
    telegram.inject(
        id ->
            new ObjectMapper()
                .createObjectNode()
                .put("update_id", id)
                .put("message", "not a message"));
    try (EchoBot bot = new EchoBot(folder, telegram.url())) {
      telegram.say(1, "one");
      telegram.say(2, "two");
      telegram.say(3, "three");
      awaitSaid(1, "re: one");
      awaitSaid(2, "re: two");
      awaitSaid(3, "re: three");
      await().atMost(PATIENCE).until(() -> telegram.unconfirmed() == 0);
      assertThat(bot.inbox.counts()).isEqualTo(new Inbox.Counts(0, 0, 1));
    }
  }

  @Test
  void lostAnswer_repeatsOnlyThatMessage() {
    telegram.enqueueFailure("sendMessage", new Failure.DropAfter());
    try (EchoBot _ = new EchoBot(folder, telegram.url())) {
      telegram.say(1, "one");
      awaitSaid(1, "re: one", "re: one");
      telegram.say(2, "two");
      awaitSaid(2, "re: two");
    }
  }

  @Test
  void blockedReader_getsTheAnswerAfterUnblocking() {
    telegram.addPrivateChat(1, "Reader");
    try (EchoBot bot = new EchoBot(folder, telegram.url())) {
      telegram.say(1, "one");
      awaitSaid(1, "re: one");
      telegram.close(1, 403, "Forbidden: bot was blocked by the user");
      telegram.say(1, "two");
      await().atMost(PATIENCE).until(() -> bot.outbox.suspension(1).isPresent());
      telegram.unblock(1);
      awaitSaid(1, "re: one", "re: two");
    }
  }

  @Test
  void stop_isQuickAndLeavesNoThread() {
    EchoBot bot = new EchoBot(folder, telegram.url());
    telegram.say(1, "one");
    awaitSaid(1, "re: one");
    long before = System.nanoTime();
    bot.close();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    await().atMost(Duration.ofSeconds(5)).until(() -> !bot.isRunning());
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !thread.isDaemon())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("loop-") || name.contains("OkHttp"));
  }

  @Test
  void killedProcess_answersEverythingAndRepeatsOnlyWhatWasUnderWay() throws Exception {
    killRepeatedly(4);
  }

  @Test
  @Tag("soak")
  void killedProcess_twoHundredTimes() throws Exception {
    killRepeatedly(200);
  }

  private void killRepeatedly(int times) throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    List<Instant> deaths = new ArrayList<>();
    List<Long> people = new ArrayList<>();
    for (int life = 0; life <= times; life++) {
      Process bot = startBot();
      int questions = life == times ? 0 : 5 + random.nextInt(10);
      for (int i = 0; i < questions; i++) {
        long person = 10_000 + people.size();
        people.add(person);
        telegram.say(person, "q" + person);
      }
      if (life < times) {
        // Dies when so many answers have been given: in the middle of everything.
        int answers = telegram.transcript("sendMessage").size() + random.nextInt(questions);
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(1))
            .until(() -> telegram.transcript("sendMessage").size() >= answers);
      } else {
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> people.stream().noneMatch(person -> telegram.said(person).isEmpty()));
      }
      deaths.add(Instant.now());
      bot.destroyForcibly().waitFor();
    }
    Map<Long, List<Instant>> answers = new HashMap<>();
    for (Exchange each : telegram.transcript("sendMessage")) {
      answers
          .computeIfAbsent(each.body().path("chat_id").asLong(), _ -> new ArrayList<>())
          .add(each.time());
    }
    assertThat(answers.keySet()).containsExactlyInAnyOrderElementsOf(people);
    answers.forEach(
        (person, sent) -> {
          for (Instant repeated : sent.subList(0, sent.size() - 1)) {
            assertThat(deaths)
                .as("an answer to %s given at %s and repeated", person, repeated)
                .anyMatch(
                    death ->
                        Duration.between(repeated, death).abs().compareTo(Duration.ofSeconds(1))
                            < 0);
          }
        });
  }

  private Process startBot() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                EchoBot.class.getName(),
                folder.toString(),
                telegram.url().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.equals("running")) {
        return process;
      }
    }
    throw new AssertionError("The bot did not start");
  }
}
