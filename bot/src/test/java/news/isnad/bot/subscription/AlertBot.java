package news.isnad.bot.subscription;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import news.isnad.article.Edition;
import news.isnad.bot.compose.AlertMessages;
import news.isnad.bot.compose.News;
import news.isnad.bot.outbox.Stepped;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.HttpTelegramApi;
import news.isnad.config.Secret;
import news.isnad.text.Language;

/**
 * Ingest, alerts and sending in a process of their own, until it is killed: {@code AlertBot FOLDER
 * URL START [rehearse]}. What arrives stands in the file {@code feed}, a line {@code story outlet}
 * each; the clock runs a hundred times as fast as others, from the epoch milliseconds START on.
 */
final class AlertBot {
  static final int SPEED = 100;
  static final List<Long> CHATS = List.of(501L, -502L, 503L);

  private AlertBot() {}

  static InstantSource clock(long start) {
    return () -> Instant.ofEpochMilli(start + (System.currentTimeMillis() - start) * SPEED);
  }

  public static void main(String[] arguments) {
    try {
      run(arguments);
    } catch (RuntimeException defect) {
      defect.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void run(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    InstantSource clock = clock(Long.parseLong(arguments[2]));
    ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    HttpTelegramApi api =
        new HttpTelegramApi(
            new Secret(FakeTelegram.TOKEN), URI.create(arguments[1]), Optional.empty());
    AlertWorld world = new AlertWorld(folder, clock, api, senders);
    for (long chat : CHATS) {
      if (world.subscriptions.in(chat).isEmpty()) {
        world.subscribe(chat, "island");
      }
    }
    if (arguments.length > 3) {
      rehearse(world);
      System.exit(0);
    }
    warmUp(world, api);
    System.out.println("running");
    Thread.ofPlatform().start(() -> ingest(folder, world));
    while (!Thread.interrupted()) {
      while (world.alerts.step()) {}
      world.alerts.tell();
      Stepped.step(world.dispatcher);
      LockSupport.parkNanos(2_000_000);
    }
  }

  /** Loads what the first alert would wait for: time to be killed in is better spent in alerts. */
  private static void warmUp(AlertWorld world, HttpTelegramApi api) {
    Edition edition =
        new Edition(
            1,
            "a",
            1,
            Optional.empty(),
            "Ledger",
            "Warm",
            Language.ENGLISH,
            Optional.of(Instant.EPOCH),
            Instant.EPOCH,
            "News of the island.");
    world.topics.match(edition);
    world
        .composer
        .alerts(ZoneOffset.UTC)
        .alert(
            new AlertMessages.Item(edition, Optional.empty(), 1, News.FIRST),
            "island",
            AlertMessages.State.NEW,
            "id",
            "id",
            Language.ENGLISH);
    api.call(new Call.GetMe());
  }

  /** Does everything once, so that the classes it takes can be archived for quicker starts. */
  private static void rehearse(AlertWorld world) {
    for (int i = 0; i < 600; i++) {
      if (i == 10 || i == 300) {
        world.arrive(1, "Ledger" + i, "Rehearsal", "News of the island, rehearsed.");
      }
      while (world.alerts.step()) {}
      world.alerts.tell();
      Stepped.step(world.dispatcher);
      LockSupport.parkNanos(2_000_000);
    }
  }

  private static void ingest(Path folder, AlertWorld world) {
    int done = 0;
    while (true) {
      List<String> lines = read(folder);
      for (String line : lines.subList(Math.min(done, lines.size()), lines.size())) {
        String[] parts = line.split(" ", 2);
        world.arrive(
            Integer.parseInt(parts[0]),
            parts[1],
            "Story " + parts[0] + " of " + parts[1],
            "News of the island, part " + parts[0] + ", from " + parts[1] + ".");
      }
      done = Math.max(done, lines.size());
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** Whole lines only: the last one may be being written. */
  private static List<String> read(Path folder) {
    try {
      String text = Files.readString(folder.resolve("feed"));
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
