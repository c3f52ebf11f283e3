package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.FakeTelegram.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ingest, match, send and edit, killed at random with SIGKILL. The build kills 30 times; {@code
 * -Disnad.alert-kills=1000} is the long run.
 */
class AlertKillTest {
  private static final int MOST_KILLS = Integer.getInteger("isnad.alert-kills", 30);

  /** For a machine that has less time than the kills take. */
  private static final Duration LONGEST =
      Duration.ofMinutes(Integer.getInteger("isnad.alert-minutes", 600));

  private static final Pattern STORY = Pattern.compile("Story (\\d+) of");
  private static final Pattern MESSAGE = Pattern.compile("\"message_id\":(\\d+)");

  @TempDir Path folder;
  private final FakeTelegram telegram = new FakeTelegram();
  private final long start = System.currentTimeMillis();
  private final List<Instant> kills = new ArrayList<>();
  private String classPath = "";
  private int stories;

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void killedAtRandom_losesNoStory() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    for (long chat : AlertBot.CHATS) {
      if (chat > 0) {
        telegram.addPrivateChat(chat, "P");
      } else {
        telegram.addGroup(chat, "G");
      }
    }
    archiveClasses();
    long begun = System.nanoTime();
    for (int cycle = 0;
        cycle < MOST_KILLS && System.nanoTime() - begun < LONGEST.toNanos();
        cycle++) {
      Process bot = start();
      arrive(cycle);
      if (random.nextInt(5) > 0) {
        bot.inputReader(StandardCharsets.UTF_8).readLine();
      }
      // Most are killed as soon as some calls were made, however slow the machine is. The first
      // story makes four in all.
      int calls = telegram.transcript().size() + 1 + random.nextInt(cycle == 0 ? 3 : 6);
      long most = random.nextInt(5) > 0 ? 20_000 : random.nextLong(20, 1_000);
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(most);
      while (telegram.transcript().size() < calls && System.nanoTime() < end) {
        bot.waitFor(1, TimeUnit.MILLISECONDS);
      }
      // Every second one before the bot can have stored what came of its last call.
      if (random.nextBoolean()) {
        bot.waitFor(random.nextLong(0, 20), TimeUnit.MILLISECONDS);
      }
      assertThat(bot.isAlive()).as("it ended by itself").isTrue();
      bot.destroyForcibly().waitFor();
      kills.add(Instant.now());
    }
    int before = telegram.transcript("sendMessage").size();
    Process bot = start();
    try {
      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(this::assertEverythingIsTold);
    } finally {
      bot.destroyForcibly().waitFor();
    }
    int repeated = repeats();
    System.out.println(
        kills.size()
            + " kills, "
            + stories * AlertBot.CHATS.size()
            + " stories told, "
            + repeated
            + " repeated after a kill under way, "
            + telegram.transcript("editMessageText").size()
            + " edits, "
            + before
            + " sent before the last start");
    if (System.getProperty("isnad.alert-kills") != null) {
      AlertFigures.write(
          "kill",
          List.of(
              "SIGKILL at random through ingest, match, send and edit: " + kills.size() + " times",
              "stories to tell " + stories * AlertBot.CHATS.size() + ", lost 0",
              "told again, each time because the kill came before the answer was stored: "
                  + repeated));
    }
  }

  /** A new story, and a second outlet for one of those before. */
  private void arrive(int cycle) throws IOException {
    StringBuilder lines = new StringBuilder();
    lines.append(cycle).append(" Ledger\n");
    if (cycle > 0) {
      lines.append(cycle - 1).append(" Courier\n");
    }
    Files.writeString(
        folder.resolve("feed"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    stories = cycle + 1;
  }

  private void assertEverythingIsTold() {
    for (long chat : AlertBot.CHATS) {
      List<Shown> messages = telegram.messages(chat);
      for (int story = 0; story < stories; story++) {
        String title = "Story " + story + " of";
        List<String> told =
            messages.stream().map(Shown::text).filter(text -> text.contains(title)).toList();
        assertThat(told).as("%s in %d", title, chat).isNotEmpty();
        boolean alone = told.getLast().startsWith("New:");
        if (alone && story < stories - 1) {
          assertThat(told).as(title).anyMatch(text -> text.contains("+1 outlet"));
        }
      }
    }
  }

  /** A message that Telegram took, and its number. */
  private record Taken(long chat, long message, Instant time, String text) {}

  private List<Taken> taken() {
    return telegram.transcript("sendMessage").stream()
        .filter(one -> one.status() == 200)
        .map(
            one ->
                new Taken(
                    one.body().path("chat_id").asLong(),
                    number(one.answer()),
                    one.time(),
                    one.body().path("text").asText()))
        .toList();
  }

  private static long number(String answer) {
    Matcher number = MESSAGE.matcher(answer);
    assertThat(number.find()).as(answer).isTrue();
    return Long.parseLong(number.group(1));
  }

  /**
   * A story is told again only where the answer to the message before was not stored: no row of the
   * outbox has its number, and a kill came before it was told again. One message of a chat is under
   * way at a time, so a kill excuses one.
   */
  private int repeats() throws SQLException {
    Set<List<Long>> stored = storedAnswers();
    Map<List<Object>, Long> excused = new HashMap<>();
    List<Taken> all = taken();
    int repeated = 0;
    for (long chat : AlertBot.CHATS) {
      for (int story = 0; story < stories; story++) {
        String number = String.valueOf(story);
        List<Taken> told =
            all.stream().filter(one -> one.chat == chat && tells(one.text, number)).toList();
        for (int i = 1; i < told.size(); i++) {
          Taken before = told.get(i - 1);
          Taken again = told.get(i);
          repeated++;
          String what = "story %d, told in %d at %s and again".formatted(story, chat, before.time);
          assertThat(stored).as(what).doesNotContain(List.of(chat, before.message));
          Optional<Instant> kill =
              kills.stream()
                  .filter(time -> !time.isBefore(before.time) && !time.isAfter(again.time))
                  .findFirst();
          assertThat(kill).as(what + ", with no kill between").isPresent();
          assertThat(excused.merge(List.of(chat, kill.get()), before.message, (one, _) -> one))
              .as(what + ", the second after one kill")
              .isEqualTo(before.message);
        }
      }
    }
    return repeated;
  }

  /** Chat and number of each message whose answer the outbox has. */
  private Set<List<Long>> storedAnswers() throws SQLException {
    Set<List<Long>> stored = new HashSet<>();
    try (Connection store =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("isnad.db"));
        Statement statement = store.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT chat, message_id FROM outbox"
                    + " WHERE message_id IS NOT NULL AND kind = 'MESSAGE'")) {
      while (rows.next()) {
        stored.add(List.of(rows.getLong(1), rows.getLong(2)));
      }
    }
    return stored;
  }

  private static boolean tells(String text, String number) {
    Matcher story = STORY.matcher(text);
    while (story.find()) {
      if (story.group(1).equals(number)) {
        return true;
      }
    }
    return false;
  }

  /** Classes from one archive start three times as fast, which leaves more time to be killed in. */
  private void archiveClasses() throws Exception {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      jars.add(Files.isDirectory(path) ? jar(path, jars.size()).toString() : entry);
    }
    classPath = String.join(File.pathSeparator, jars);
    Path rehearsal = Files.createDirectory(folder.resolve("rehearsal"));
    Process once = start(rehearsal, "-XX:ArchiveClassesAtExit=" + archive(), "rehearse");
    once.getInputStream().transferTo(OutputStream.nullOutputStream());
    assertThat(once.waitFor()).isZero();
  }

  private Path jar(Path classes, int number) throws IOException {
    Path jar = folder.resolve("classes-" + number + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      out.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : files.filter(each -> !each.equals(classes)).toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
        if (Files.isRegularFile(file)) {
          Files.copy(file, out);
        }
        out.closeEntry();
      }
    }
    return jar;
  }

  private Path archive() {
    return folder.resolve("classes.jsa");
  }

  private Process start() throws IOException {
    return start(folder, "-XX:SharedArchiveFile=" + archive());
  }

  private Process start(Path data, String option, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xlog:disable",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                option,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                AlertBot.class.getName(),
                data.toString(),
                telegram.url().toString(),
                Long.toString(start)));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectError(Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }
}
