package news.isnad.bot.terminal;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore.Stored;
import news.isnad.article.Source;
import news.isnad.bot.assembly.SourcesAtWork;
import news.isnad.config.Configuration;
import news.isnad.config.Settings;
import news.isnad.config.SettingsReader;
import news.isnad.engine.Engine;
import news.isnad.ingest.Ingest;
import news.isnad.ingest.IngestListener;
import news.isnad.store.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench polling}: how fast many sources are polled over the loopback address, and how soon
 * what comes in is found.
 */
@Command(
    name = "polling",
    description =
        "Poll many sources on the loopback address twice, then measure how soon an item is found.")
final class BenchPolling implements Callable<Integer> {
  /** As the bot does between two looks at the store. */
  private static final Duration FOLLOW = Duration.ofMillis(250);

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration LATER = Duration.ofHours(13);
  private static final int A_SECOND = 100;
  private static final int STREAMED = 10_000_000;

  @Option(names = "--sources", paramLabel = "N", defaultValue = "1000", description = "so many")
  private int sources = 1_000;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "30",
      description = "items of each source")
  private int items = 30;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description = "how long 100 items a second arrive")
  private int seconds = 20;

  @Option(
      names = "--polls-only",
      description = "nothing follows the polls: no statements, stories and index")
  private boolean pollsOnly;

  @Option(names = "--out", paramLabel = "FILE", description = "write the table into a file, too")
  private @Nullable Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this and exit")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  private final Workplace workplace;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  BenchPolling(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * What was measured.
   *
   * @param polled until every source had been polled
   * @param stored until every item was stored
   * @param searchable until every item was found
   * @param polling what the process took of all processors until every source had been polled
   * @param processor what it took until every item was found
   * @param again until every source had been polled a second time
   * @param delays from given to found, in milliseconds, ascending
   */
  record Figures(
      Duration polled,
      Duration stored,
      Duration searchable,
      Duration polling,
      Duration processor,
      long articles,
      Duration again,
      long unchanged,
      List<Long> delays) {
    long percentile(int percent) {
      return delays.isEmpty()
          ? 0
          : delays.get(Math.min(delays.size() - 1, delays.size() * percent / 100));
    }
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("isnad-bench");
    try {
      String table = table(run(folder, sources, items, seconds));
      workplace.terminal().out().print(table);
      workplace.terminal().out().flush();
      if (out != null) {
        Files.writeString(out, table, StandardCharsets.UTF_8);
      }
      return Workplace.DONE;
    } finally {
      Bench.delete(folder);
    }
  }

  /** Measures everything in a folder. */
  Figures run(Path folder, int many, int each, int streaming) throws IOException {
    InstantSource clock = () -> workplace.clock().instant().plus(ahead.get());
    DataFolder data = DataFolder.at(folder);
    try (BenchWeb web = new BenchWeb(each);
        Engine engine = workplace.engine(data);
        SourcesAtWork work = SourcesAtWork.over(engine, settings(folder, web, many), clock)) {
      for (int i = 0; i < many; i++) {
        engine
            .sources()
            .add(
                "Source " + i,
                java.net.URI.create(web.feed(i)),
                Source.Kind.FEED,
                Optional.empty(),
                "bench");
      }
      try (Following following = new Following(engine, pollsOnly)) {
        long articles = (long) many * each;
        Duration before = processor();
        long begun = System.nanoTime();
        Instant first = clock.instant();
        work.start();
        Duration stored = until(begun, () -> engine.articles().lastSequence() >= articles);
        Duration polled = until(begun, () -> allPolledSince(engine, first));
        Duration polling = processor().minus(before);
        following.begin();
        Duration searchable =
            until(begun, () -> engine.index().lastSequence() >= engine.articles().lastSequence());
        Duration processor = processor().minus(before);
        ahead.updateAndGet(now -> now.plus(LATER));
        Instant second = clock.instant();
        begun = System.nanoTime();
        Duration again = until(begun, () -> allPolledSince(engine, second));
        List<Long> delays = streamed(engine, streaming);
        following.check();
        return new Figures(
            polled,
            stored,
            searchable,
            polling,
            processor,
            engine.articles().count(),
            again,
            web.unchanged(),
            delays);
      }
    }
  }

  private static Duration processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What the Java machine was told to take at most: it counts itself less what it copies into. */
  private static long heap() {
    return Long.parseLong(
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .getVMOption("MaxHeapSize")
            .getValue());
  }

  private static boolean allPolledSince(Engine engine, Instant time) {
    return engine.sources().list().stream()
        .allMatch(
            source -> source.lastPolled().filter(polled -> !polled.isBefore(time)).isPresent());
  }

  /** Looks rarely enough that looking costs next to nothing of what is measured. */
  private static Duration until(long begun, Callable<Boolean> done) {
    while (true) {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      try {
        if (done.call()) {
          return took;
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      if (took.compareTo(LONGEST) > 0) {
        throw new IllegalStateException("not done within " + LONGEST);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private Settings settings(Path folder, BenchWeb web, int many) {
    Map<String, String> environment =
        Map.of(
            "ISNAD_FETCH_ALLOW", "127.0.0.0/8",
            "ISNAD_FETCH_PORTS", String.valueOf(web.port()),
            "ISNAD_FETCH_HOSTS",
                IntStream.range(0, many)
                    .mapToObj(i -> BenchWeb.host(i) + "=127.0.0.1")
                    .collect(Collectors.joining(",")));
    return switch (SettingsReader.read(
        folder, Optional.empty(), environment, Map.of("data.dir", folder.toString()))) {
      case Configuration.Read read -> read.settings();
      case Configuration.Refused refused ->
          throw new IllegalStateException(refused.problems().toString());
    };
  }

  /** Items arrive one by one, at an even pace, while index and statements follow. */
  private static List<Long> streamed(Engine engine, int seconds) {
    BenchCorpus corpus = new BenchCorpus();
    int many = seconds * A_SECOND;
    List<ArticleDraft> drafts =
        IntStream.range(0, many).mapToObj(i -> corpus.article(STREAMED + i)).toList();
    Ingest ingest = new Ingest(engine.articles(), IngestListener.NONE);
    long[] given = new long[many];
    long[] sequences = new long[many];
    long[] found = new long[many];
    long begun = System.nanoTime();
    int shown = 0;
    for (int i = 0; i < many || shown < many; ) {
      long due = begun + i * 1_000_000_000L / A_SECOND;
      if (i < many && System.nanoTime() >= due) {
        given[i] = due;
        sequences[i] = sequence(ingest.take(List.of(drafts.get(i))).getFirst());
        i++;
      } else {
        LockSupport.parkNanos(1_000_000);
      }
      long seen = engine.index().lastSequence();
      while (shown < i && sequences[shown] <= seen) {
        found[shown++] = System.nanoTime();
      }
    }
    return IntStream.range(0, many)
        .mapToObj(i -> Math.max(0, (found[i] - given[i]) / 1_000_000))
        .sorted()
        .toList();
  }

  private static long sequence(Stored stored) {
    return switch (stored) {
      case Stored.Added added -> added.edition().sequence();
      case Stored.Changed changed -> changed.edition().sequence();
      case Stored.Known _ -> 0;
    };
  }

  /** Keeps the index level with the store, as the bot does. */
  private static final class Following implements AutoCloseable {
    private final Thread thread;
    private volatile boolean waiting;
    private volatile boolean closing;
    private volatile @Nullable RuntimeException failed;

    Following(Engine engine, boolean waiting) {
      this.waiting = waiting;
      thread =
          Thread.ofPlatform()
              .daemon()
              .name("bench-follow")
              .start(
                  () -> {
                    try {
                      while (!closing) {
                        if (!this.waiting) {
                          engine.catchUp();
                        }
                        LockSupport.parkNanos(FOLLOW.toNanos());
                      }
                    } catch (RuntimeException e) {
                      failed = e;
                    }
                  });
    }

    void begin() {
      waiting = false;
    }

    void check() {
      if (failed != null) {
        throw new IllegalStateException("the index does not follow", failed);
      }
    }

    @Override
    public void close() {
      closing = true;
      try {
        thread.join(Duration.ofSeconds(30));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String table(Figures figures) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Made by ./isnad bench polling. Java %s, %d processors, heap of %d MB; the polled web"
                + " runs in the same process.",
            Runtime.version().feature(),
            Runtime.getRuntime().availableProcessors(),
            heap() / (1024 * 1024)));
    lines.add("");
    lines.add(row("sources", sources));
    lines.add(row("items of each, every one with a page that is fetched and extracted", items));
    lines.add(row("every item stored after, s", figures.stored()));
    lines.add(row("every source polled after, s", figures.polled()));
    lines.add(
        row(
            pollsOnly
                ? "  of the processors until then, the polled web included, s"
                : "  of the processors until then, the polled web and what follows included, s",
            figures.polling()));
    lines.add(row("every item understood, indexed and searchable after, s", figures.searchable()));
    lines.add(
        row("  of the processors until then, the polled web included, s", figures.processor()));
    lines.add(row("second round, unchanged: every source polled after, s", figures.again()));
    lines.add(row("answered with 304 in it", figures.unchanged()));
    lines.add(row("largest resident size, MB", resident().orElse(-1L)));
    lines.add("");
    lines.add("100 items a second arrive one by one for " + seconds + " s; from given to found:");
    for (int percent : List.of(50, 95, 99)) {
      lines.add(row("  p" + percent + ", ms", figures.percentile(percent)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String row(String name, long value) {
    return String.format(Locale.ROOT, "%-68s%,10d", name, value);
  }

  private static String row(String name, Duration took) {
    return String.format(Locale.ROOT, "%-68s%10.1f", name, took.toMillis() / 1_000.0);
  }

  private static Optional<Long> resident() {
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      return status
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException | UncheckedIOException elsewhere) {
      return Optional.empty();
    }
  }
}
