package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.article.ArticleDraft;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Names;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.outbox.Dispatcher;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.SendOutcome;
import news.isnad.engine.Engine;
import news.isnad.lexicon.KnownNames;
import news.isnad.testing.FreshStore;
import news.isnad.text.Language;
import news.isnad.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * From "article stored" to "alert handed to Telegram", with the engine and 10,000 subscriptions:
 * only with {@code -Disnad.alerts=latency}, since it takes the machine for itself for some minutes.
 */
@EnabledIfSystemProperty(named = "isnad.alerts", matches = "latency")
class AlertLatencyTest {
  private static final int SUBSCRIPTIONS = 10_000;
  private static final int CHATS = 2_000;
  private static final int ARTICLES = Integer.getInteger("isnad.articles", 50);
  private static final int WARMING = 10;
  private static final long FOLLOW_NANOS = 100_000_000;
  private static final Pattern NUMBER = Pattern.compile("Report (\\d+) ");
  private static final List<String> FIRST =
      List.of(
          "harbour",
          "election",
          "budget",
          "bridge",
          "hospital",
          "court",
          "airport",
          "school",
          "border",
          "ferry",
          "pipeline",
          "festival",
          "museum",
          "railway",
          "market",
          "union",
          "stadium",
          "refinery",
          "satellite",
          "earthquake",
          "flood",
          "wildfire",
          "strike",
          "treaty",
          "ceasefire",
          "vaccine",
          "inflation",
          "currency",
          "tariff",
          "sanction",
          "parliament",
          "minister",
          "senator",
          "governor",
          "mayor",
          "colonel",
          "bishop",
          "striker",
          "goalkeeper",
          "orchestra");

  private static final List<String> ENDS =
      List.of("", "dor", "lin", "mak", "tov", "zan", "rik", "bul");

  @TempDir Path folder;
  private final InstantSource clock = InstantSource.system();
  private final Map<Integer, Long> stored = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<long[]> handed = new ConcurrentLinkedQueue<>();
  private final AtomicLong messages = new AtomicLong(1);

  private SendOutcome take(Call call) {
    long now = System.nanoTime();
    if (call instanceof Call.SendMessage send) {
      Matcher number = NUMBER.matcher(send.message().html());
      if (number.find()) {
        handed.add(new long[] {Long.parseLong(number.group(1)), now});
      }
    }
    return new SendOutcome.Sent(
        JsonNodeFactory.instance.objectNode().put("message_id", messages.incrementAndGet()));
  }

  /** Two of some three hundred words, so that a handful of topics meets an article. */
  private static String words(SplittableRandom random) {
    return word(random) + " " + word(random);
  }

  private static String word(SplittableRandom random) {
    return FIRST.get(random.nextInt(FIRST.size())) + ENDS.get(random.nextInt(ENDS.size()));
  }

  @Test
  void alert_isHandedOverWithinASecond() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    Engine engine = FreshStore.engine(folder, Conversation.MIGRATIONS, KnownNames.shipped(), clock);
    Memory memory = new Memory(engine.database(), engine.articles());
    Subscriptions subscriptions = new Subscriptions(engine.database(), engine.articles());
    Schedules schedules = new Schedules(engine.database(), ZoneOffset.UTC);
    AlertStore store = new AlertStore(engine.database());
    Outbox outbox =
        new Outbox(
            engine.database(),
            clock,
            new MovedChats(
                memory,
                subscriptions,
                schedules,
                store,
                new ForumTopics(engine.database()),
                new Composer(ZoneId.of("Z"), Names.NONE)));
    Topics topics = engine.topics();
    Alerts alerts =
        new Alerts(
            new Alerts.Parts(
                engine.database(),
                engine.articles(),
                subscriptions,
                topics,
                engine::statements,
                StoryOf.ARTICLE,
                schedules,
                store,
                memory.preferences(),
                new Composer(ZoneId.of("Z"), Names.NONE),
                outbox,
                clock));
    engine
        .database()
        .inTransaction(
            handle -> {
              for (int i = 0; i < SUBSCRIPTIONS; i++) {
                subscriptions
                    .begin(
                        Subscription.toTopic(
                            "s" + i,
                            1_000 + i % CHATS,
                            Optional.empty(),
                            1,
                            words(random),
                            Language.ENGLISH,
                            Instant.now()))
                    .apply(handle);
              }
              return handle;
            });
    engine.warmUp();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Dispatcher dispatcher =
          new Dispatcher(outbox, this::take, clock, threads, new SplittableRandom(1));
      Thread sending = Thread.ofPlatform().start(dispatcher::run);
      Thread following =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                      engine.catchUp();
                      while (alerts.step()) {}
                      alerts.tell();
                      LockSupport.parkNanos(FOLLOW_NANOS);
                    }
                  });
      for (int i = 0; i < ARTICLES + WARMING; i++) {
        engine.articles().store(article(i, random));
        stored.put(i, System.nanoTime());
        LockSupport.parkNanos(random.nextLong(1_000_000_000L, 3_000_000_000L));
      }
      LockSupport.parkNanos(5_000_000_000L);
      following.interrupt();
      following.join();
      dispatcher.close();
      sending.join();
    }
    engine.close();
    report();
  }

  private ArticleDraft article(int number, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < 12; sentence++) {
      text.append("People in the town of Derana spoke about it for a long time on Monday, and ")
          .append("\"we will see what becomes of it,\" said Mira Daltok of the council. ");
      if (sentence < 4) {
        text.append("The ").append(words(random)).append(" was named. ");
      }
    }
    return new ArticleDraft(
        Optional.of("report-" + number),
        Optional.empty(),
        Optional.empty(),
        "Island Ledger",
        "Report " + number + " of the day",
        Language.ENGLISH,
        Optional.of(Instant.now()),
        text.toString());
  }

  private void report() {
    List<Long> millis = new ArrayList<>();
    for (long[] each : handed) {
      int number = Math.toIntExact(each[0]);
      if (number >= WARMING) {
        millis.add((each[1] - stored.getOrDefault(number, each[1])) / 1_000_000);
      }
    }
    millis.sort(null);
    String figures =
        String.format(
            Locale.ROOT,
            "alerts handed over %d, of %d articles; milliseconds p50 %d, p95 %d, p99 %d, most %d;"
                + " meanwhile a load of %.1f on %d processors",
            millis.size(),
            ARTICLES,
            millis.get(millis.size() / 2),
            millis.get(millis.size() * 95 / 100),
            millis.get(millis.size() * 99 / 100),
            millis.getLast(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            Runtime.getRuntime().availableProcessors());
    System.out.println(figures);
    AlertFigures.write(
        "latency",
        List.of(
            "from article stored to alert handed to Telegram, " + SUBSCRIPTIONS + " subscriptions",
            figures));
    assertThat(millis.get(millis.size() * 95 / 100)).isLessThanOrEqualTo(1_000);
  }
}
