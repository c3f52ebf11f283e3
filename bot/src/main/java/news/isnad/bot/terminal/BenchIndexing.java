package news.isnad.bot.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.isnad.article.ArticleDraft;
import news.isnad.article.Edition;
import news.isnad.engine.Engine;
import news.isnad.search.RawIndexing;
import news.isnad.store.DataFolder;
import news.isnad.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench indexing}: how fast articles become searchable, from the store to the committed
 * index, beside Lucene alone on the same passages in the same run. As in the running bot, one
 * thread stores while another follows with what is stored.
 */
@Command(
    name = "indexing",
    description = "Measure how fast articles are stored, understood and indexed; a minute.")
final class BenchIndexing implements Callable<Integer> {
  private static final int BATCH = 200;
  private static final double MILLION = 1e6;

  @Option(names = "--articles", paramLabel = "N", description = "with so many articles instead")
  private int articles = 10_000;

  @Option(
      names = "--warm",
      paramLabel = "N",
      description =
          "after so many that are not measured; 120,000 for the pace of a long-running bot")
  private int warm = 2_000;

  @Option(names = "--out", paramLabel = "FILE", description = "write the table into a file, too")
  private @Nullable Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this and exit")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  private final Workplace workplace;

  BenchIndexing(Workplace workplace) {
    this.workplace = workplace;
  }

  /** Made when the benchmark runs, and not for the other commands. */
  private static final class Made {
    static final BenchCorpus CORPUS = new BenchCorpus();
  }

  /** What was measured. */
  private record Figures(
      long passages, Duration stored, Duration all, Duration rebuilt, Duration raw) {
    double rate(Duration took) {
      return passages * 1e9 / Math.max(1, took.toNanos());
    }
  }

  @Override
  public Integer call() {
    try {
      // In rounds: made beforehand, so many at once would fill a heap that a bot has for itself.
      for (int done = 0; done < warm; done += articles) {
        measured(Math.min(articles, warm - done));
      }
      String table = table(measured(articles));
      workplace.terminal().out().print(table);
      workplace.terminal().out().flush();
      if (out != null) {
        Files.writeString(out, table, StandardCharsets.UTF_8);
      }
      return Workplace.DONE;
    } catch (IOException e) {
      workplace.terminal().problem("the benchmark failed: " + e.getMessage());
      return Workplace.FAILED;
    }
  }

  private Figures measured(int many) throws IOException {
    Path folder = Files.createTempDirectory("isnad-bench");
    try (Engine engine = workplace.engine(DataFolder.at(folder.resolve("data")));
        RawIndexing raw = RawIndexing.in(Files.createDirectory(folder.resolve("raw")))) {
      Both both = both(engine, many);
      Duration rebuilt = timed(() -> engine.rebuild(_ -> {}));
      long after = 0;
      for (List<Edition> batch = engine.articles().after(after, BATCH);
          !batch.isEmpty();
          batch = engine.articles().after(after, BATCH)) {
        raw.add(batch);
        after = batch.getLast().sequence();
      }
      raw.commit();
      long passages =
          (long) engine.index().chunks(Language.ENGLISH) + engine.index().chunks(Language.ARABIC);
      return new Figures(passages, both.storing, both.all, rebuilt, raw.took());
    } finally {
      delete(folder);
    }
  }

  /** How long it took to store, and until everything could be found. */
  private record Both(Duration storing, Duration all) {}

  private Both both(Engine engine, int many) {
    List<List<ArticleDraft>> batches = new ArrayList<>();
    for (int from = 0; from < many; from += BATCH) {
      batches.add(
          IntStream.range(from, Math.min(many, from + BATCH))
              .mapToObj(Made.CORPUS::article)
              .toList());
    }
    long begun = System.nanoTime();
    CompletableFuture<Duration> storing =
        CompletableFuture.supplyAsync(
            () -> timed(() -> batches.forEach(engine.articles()::store)),
            task -> Thread.ofPlatform().name("storing").start(task));
    while (!storing.isDone()) {
      engine.catchUp();
    }
    engine.catchUp();
    return new Both(storing.join(), Duration.ofNanos(System.nanoTime() - begun));
  }

  private static Duration timed(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private String table(Figures figures) {
    StringBuilder table = new StringBuilder();
    table.append(
        "Made by ./isnad bench indexing. Generated articles, half English, half Arabic;\n");
    table.append("passages a second, a passage is a document of Lucene. Lucene alone: the same\n");
    table.append("passages as one field with its standard analyzer, one thread, the same run.\n\n");
    row(table, "articles", articles);
    row(table, "articles before, not measured", warm);
    row(table, "passages", (double) figures.passages());
    row(table, "stored, while others were indexed", figures.rate(figures.stored()));
    row(table, "stored, understood, put into stories and indexed", figures.rate(figures.all()));
    row(table, "Lucene alone", figures.rate(figures.raw()));
    row(
        table,
        "the same, percent of Lucene alone",
        100 * figures.rate(figures.all()) / figures.rate(figures.raw()));
    row(table, "rebuilt", figures.rate(figures.rebuilt()));
    row(
        table,
        "a million passages rebuilt, at this pace, seconds",
        MILLION / figures.rate(figures.rebuilt()));
    return table.toString();
  }

  private static void row(StringBuilder table, String name, double value) {
    table.append(String.format(Locale.ROOT, "%-52s%,10d%n", name, Math.round(value)));
  }
}
