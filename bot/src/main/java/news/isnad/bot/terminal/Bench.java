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
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: how fast and how large, compared with Lucene alone in the same run. */
@Command(
    name = "bench",
    synopsisSubcommandLabel = "[topics]",
    description = "Measure speed and memory on generated articles; at most three minutes.")
public final class Bench implements Callable<Integer> {
  /** So many questions are timed. */
  private static final int QUESTIONS = 360;

  /**
   * So many others come first: a bot runs for weeks, and its machine has compiled what it needs
   * after some thousands of questions.
   */
  private static final int BEFORE = 3_600;

  private static final int USUAL = 10_000;

  /** About 10,000, 100,000 and 1,000,000 passages. */
  private static final List<Integer> ALL = List.of(6_600, 66_000, 660_000);

  @Option(
      names = "--full",
      description =
          "for about 10,000, 100,000 and 1,000,000 passages instead, which are written in bulk;"
              + " takes half an hour and -Xmx1g")
  private boolean full;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "keep the passages of --full here; a later run finds them there")
  private @Nullable Path kept;

  @Option(names = "--articles", paramLabel = "N", description = "with so many articles instead")
  private int articles;

  @Option(names = "--out", paramLabel = "FILE", description = "write the table into a file, too")
  private @Nullable Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this and exit")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  private final Workplace workplace;
  private final Class<?> main;

  /**
   * Prepares the command.
   *
   * @param main the class that {@code ./isnad} runs, to be started in a process of its own
   */
  public Bench(Workplace workplace, Class<?> main) {
    this.workplace = workplace;
    this.main = main;
  }

  /** The benchmark of topics. */
  public static Object topics(Workplace workplace) {
    return new BenchTopics(workplace);
  }

  /** The benchmark of indexing. */
  public static Object indexing(Workplace workplace) {
    return new BenchIndexing(workplace);
  }

  /** The benchmark of polling. */
  public static Object polling(Workplace workplace) {
    return new BenchPolling(workplace);
  }

  /** The process that the benchmark starts. */
  public static Object start(Workplace workplace) {
    return new BenchStart(workplace);
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Integer> sizes = articles > 0 ? List.of(articles) : full ? ALL : List.of(USUAL);
    try {
      BenchCorpus corpus = new BenchCorpus();
      List<BenchRun.Figures> figures = new ArrayList<>();
      for (int size : sizes) {
        figures.add(measured(corpus, size));
      }
      String table = table(figures);
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

  private BenchRun.Figures measured(BenchCorpus corpus, int size)
      throws IOException, InterruptedException {
    BenchRun run = new BenchRun(workplace, corpus, size, QUESTIONS, BEFORE, full);
    if (full && kept != null) {
      return run.run(Files.createDirectories(kept.resolve(Integer.toString(size))), main);
    }
    Path folder = Files.createTempDirectory("isnad-bench");
    try {
      return run.run(folder, main);
    } finally {
      delete(folder);
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static String table(List<BenchRun.Figures> figures) {
    StringBuilder table = new StringBuilder();
    table.append("Made by ./isnad bench. ").append(machine()).append("\n");
    table.append("Generated articles of 8 to 14 sentences, half English, half Arabic; ");
    table.append(QUESTIONS).append(" questions of ").append(BenchCorpus.KINDS.size());
    table.append(" kinds in both languages.\nLucene alone: the ten best chunks for the same words");
    table.append(" on the same index, by BM25, in the same run.\n");
    if (figures.stream().anyMatch(one -> one.stored().isEmpty())) {
      table.append(
          "Written in bulk: who speaks is known from how the articles were generated, and");
      table.append(" they are put into no stories.\n");
    }
    table.append("\n");
    row(table, "articles", figures, one -> whole(one.articles()));
    row(table, "passages in the index", figures, one -> whole((double) one.passages()));
    row(table, "stored, articles a second", figures, one -> rate(one, one.stored()));
    row(
        table,
        "understood and indexed, articles a second",
        figures,
        one -> rate(one, one.indexed()));
    table.append("new process:\n");
    row(table, "  start to first answer, ms", figures, one -> millis(one.start().first()));
    row(table, "  processor time until then, ms", figures, one -> millis(one.start().processor()));
    row(table, "  resident until then, MB", figures, one -> size(one.start().firstMegabytes()));
    row(
        table,
        "  resident at most, after " + QUESTIONS + " answers, MB",
        figures,
        one -> size(one.start().megabytes()));
    row(
        table,
        "mean of the first " + QUESTIONS + " answers of a bot, ms",
        figures,
        one -> decimal(one.first() / 1000));
    table.append("one answer to a question that was not asked before, after ");
    table.append(String.format(Locale.ROOT, "%,d others:%n", BEFORE));
    row(table, "  mean, ms", figures, one -> decimal(one.mean() / 1000));
    for (int percent : List.of(50, 95, 99)) {
      row(table, "  p" + percent + ", ms", figures, one -> decimal(one.percentile(percent) / 1e3));
    }
    row(table, "  Lucene alone, mean, ms", figures, one -> decimal(one.rawMicros() / 1000));
    row(table, "  ratio of the means", figures, one -> decimal(one.mean() / one.rawMicros()));
    row(table, "the same questions again, mean, ms", figures, one -> decimal(one.again() / 1000));
    row(
        table,
        "translating a question's words, p95, ms",
        figures,
        one -> decimal(one.translating(95) / 1e3));
    row(table, "answers a second, one thread", figures, one -> whole(1e6 / one.mean()));
    row(
        table,
        String.format(
            Locale.ROOT, "answers a second, two threads, %,d later", BenchRun.LATER * BEFORE),
        figures,
        one -> whole(one.twoThreads()));
    row(table, "questions answered, of " + QUESTIONS, figures, one -> whole(one.answered()));
    row(
        table,
        "quotations let through by the verbatim gate",
        figures,
        one -> whole((double) one.passed()));
    row(table, "quotations stopped by it", figures, one -> whole((double) one.stopped()));
    return table.toString();
  }

  private static void row(
      StringBuilder table,
      String name,
      List<BenchRun.Figures> figures,
      Function<BenchRun.Figures, String> value) {
    table.append(String.format(Locale.ROOT, "%-46s", name));
    figures.forEach(one -> table.append(String.format(Locale.ROOT, "%10s", value.apply(one))));
    table.append('\n');
  }

  static String machine() {
    return String.format(
        Locale.ROOT,
        "Java %s, %d processors, %s.",
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.arch"));
  }

  private static String rate(BenchRun.Figures one, Optional<Duration> took) {
    return took.map(some -> whole(one.articles() * 1e9 / Math.max(1, some.toNanos()))).orElse("-");
  }

  private static String millis(Duration took) {
    return whole((double) took.toMillis());
  }

  private static String size(Optional<Long> megabytes) {
    return megabytes.map(some -> whole(some)).orElse("-");
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,d", Math.round(number));
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
