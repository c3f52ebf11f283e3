package news.isnad.bot.terminal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Function;
import news.isnad.article.ArticleDraft;
import news.isnad.article.Edition;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Translator;
import news.isnad.text.Language;
import news.isnad.topic.MonitorTopics;
import news.isnad.topic.Parsed;
import news.isnad.topic.PlainTopics;
import news.isnad.topic.Topic;
import news.isnad.topic.Topics;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench topics}: how fast articles are held against topics, compared in the same run with
 * every query on every article and with Lucene Monitor alone.
 */
@Command(
    name = "topics",
    description = "Measure how fast articles are held against topics; a minute.")
final class BenchTopics implements Callable<Integer> {
  private static final int WORDS = 300;
  private static final int WARM = 2_000;
  private static final int COMPARED_TOPICS = 10_000;
  private static final long TOPICS = 1L << 41;

  @Option(names = "--topics", paramLabel = "N", description = "with so many topics instead")
  private int topics;

  @Option(names = "--articles", paramLabel = "N", description = "so many articles are timed")
  private int articles = 3000;

  @Option(
      names = "--compared",
      paramLabel = "N",
      description = "so many articles are held against every query, too")
  private int compared = 100;

  @Option(names = "--out", paramLabel = "FILE", description = "write the table into a file, too")
  private @Nullable Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this and exit")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  private final Workplace workplace;

  BenchTopics(Workplace workplace) {
    this.workplace = workplace;
  }

  /** Made when the benchmark runs, and not for the other commands. */
  private static final class Made {
    static final KnownNames NAMES = KnownNames.shipped();
    static final Translator TRANSLATOR = new Translator(Lexicon.shipped(), NAMES);
    static final BenchCorpus CORPUS = new BenchCorpus();
    static final BenchWords WORDS = new BenchWords();
  }

  /**
   * What one size came to.
   *
   * @param micros of each article, sorted
   * @param registered seconds
   * @param registering seconds of processor time for that
   * @param processor microseconds of processor time of each article, sorted
   * @param every microseconds of an article where every query is run
   * @param filtered and multipass: the same by Lucene Monitor alone
   * @param sample articles whose matches were compared
   * @param different of these, those that matched other topics
   */
  record Figures(
      int topics,
      double registered,
      double registering,
      double matches,
      List<Double> micros,
      List<Double> processor,
      double every,
      double filtered,
      double multipass,
      int sample,
      int different) {
    double mean() {
      return mean(micros);
    }

    double processorMean() {
      return mean(processor);
    }

    private static double mean(List<Double> all) {
      return all.stream().mapToDouble(one -> one).average().orElse(0);
    }

    static double percentile(List<Double> all, int percent) {
      return all.get(Math.min(all.size() - 1, all.size() * percent / 100));
    }
  }

  @Override
  public Integer call() {
    List<Integer> sizes = topics > 0 ? List.of(topics) : List.of(10_000, 100_000);
    List<Figures> figures = new ArrayList<>();
    for (int size : sizes) {
      int sample = size > 10_000 ? compared / 10 : compared;
      figures.add(measure(size, size > 10_000 ? articles / 3 : articles, sample));
    }
    String table = table(figures);
    workplace.terminal().out().print(table);
    workplace.terminal().out().flush();
    try {
      if (out != null) {
        Files.writeString(out, table, StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      workplace.terminal().problem("the benchmark failed: " + e.getMessage());
      return Workplace.FAILED;
    }
    return Workplace.DONE;
  }

  /** Measures with so many topics. */
  Figures measure(int size, int timed, int sampled) {
    Map<String, Topic> all = new HashMap<>();
    List<Edition> editions = new ArrayList<>();
    try (Topics standing = new MonitorTopics(Made.NAMES, Made.TRANSLATOR)) {
      warm(standing, 500);
      for (int i = 0; i < size; i++) {
        if (standing.parse(topic(i)) instanceof Parsed.Understood(Topic topic)) {
          all.put("topic-" + i, topic);
        }
      }
      long before = System.nanoTime();
      long processorBefore = processorTime();
      standing.register(all);
      double registered = (System.nanoTime() - before) / 1e9;
      double registering = (processorTime() - processorBefore) / 1e9;
      for (int i = 0; i < timed; i++) {
        editions.add(edition(WARM + i));
      }
      for (int i = 0; i < Math.min(WARM, timed); i++) {
        standing.match(edition(i));
      }
      double[] micros = new double[timed];
      double[] processor = new double[timed];
      long matches = 0;
      for (int i = 0; i < timed; i++) {
        long processorStart = processorTime();
        long start = System.nanoTime();
        matches += standing.match(editions.get(i)).size();
        micros[i] = (System.nanoTime() - start) / 1e3;
        processor[i] = (processorTime() - processorStart) / 1e3;
      }
      List<Edition> sample = editions.subList(0, Math.min(sampled, timed));
      Map<String, Topic> some = some(all);
      Map<Integer, Set<String>> found = new HashMap<>();
      for (int i = 0; i < sample.size(); i++) {
        Set<String> matched = new HashSet<>(standing.match(sample.get(i)));
        matched.retainAll(some.keySet());
        found.put(i, matched);
      }
      Compared every = compare(new PlainTopics(Made.NAMES, Made.TRANSLATOR), some, sample, found);
      Compared filtered =
          compare(
              new PlainTopics(Made.NAMES, Made.TRANSLATOR, new TermFilteredPresearcher()),
              some,
              sample,
              found);
      Compared multipass =
          compare(
              new PlainTopics(Made.NAMES, Made.TRANSLATOR, new MultipassTermFilteredPresearcher(2)),
              some,
              sample,
              found);
      double share = (double) all.size() / some.size();
      return new Figures(
          all.size(),
          registered,
          registering,
          (double) matches / timed,
          Arrays.stream(micros).sorted().boxed().toList(),
          Arrays.stream(processor).sorted().boxed().toList(),
          every.micros * share,
          filtered.micros * share,
          multipass.micros * share,
          sample.size(),
          every.different + filtered.different + multipass.different);
    }
  }

  /** The first of the topics: more do not fit into memory as queries. */
  private static Map<String, Topic> some(Map<String, Topic> all) {
    Map<String, Topic> some = new HashMap<>();
    all.entrySet().stream()
        .limit(COMPARED_TOPICS)
        .forEach(each -> some.put(each.getKey(), each.getValue()));
    return some;
  }

  private void warm(Topics standing, int many) {
    for (int i = 0; i < many; i++) {
      standing.register("warm", topic(-i - 1), Language.ENGLISH);
    }
    standing.remove("warm");
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private record Compared(double micros, int different) {}

  private static Compared compare(
      Topics plain, Map<String, Topic> all, List<Edition> sample, Map<Integer, Set<String>> found) {
    if (sample.isEmpty()) {
      return new Compared(0, 0);
    }
    try (plain) {
      plain.register(all);
      int different = 0;
      int half = sample.size() / 2;
      long start = System.nanoTime();
      for (int i = 0; i < sample.size(); i++) {
        if (i == half) {
          start = System.nanoTime();
        }
        if (!plain.match(sample.get(i)).equals(found.get(i))) {
          different++;
        }
      }
      double micros = (System.nanoTime() - start) / 1e3 / Math.max(1, sample.size() - half);
      return new Compared(micros, different);
    }
  }

  /** Two things and one that is left out, in one of the languages: {@code Ferrant levy -grain}. */
  private String topic(int number) {
    SplittableRandom dice = new SplittableRandom(TOPICS + number);
    Language language = number % 2 == 0 ? Language.ENGLISH : Language.ARABIC;
    String first =
        switch (dice.nextInt(3)) {
          case 0 -> Made.WORDS.person(dice).surname(language);
          case 1 -> Made.WORDS.place(dice).name(language);
          default -> Made.WORDS.topic(dice).in(language);
        };
    return first
        + " "
        + Made.WORDS.topic(dice).in(language)
        + " -("
        + Made.WORDS.topic(dice).in(language)
        + ")";
  }

  private Edition edition(int number) {
    ArticleDraft first = Made.CORPUS.article(number * 4);
    Language language = number % 2 == 0 ? Language.ENGLISH : Language.ARABIC;
    StringBuilder text = new StringBuilder();
    int words = 0;
    for (int next = number * 8 + (language == Language.ENGLISH ? 0 : 1); words < WORDS; next += 2) {
      for (String word : Made.CORPUS.article(next).text().split(" ", -1)) {
        if (words++ < WORDS) {
          text.append(word).append(' ');
        }
      }
    }
    return new Edition(
        number + 1L,
        "bench-" + number,
        1,
        Optional.empty(),
        first.outlet(),
        "",
        language,
        Optional.empty(),
        Instant.EPOCH,
        text.toString());
  }

  private static String table(List<Figures> figures) {
    StringBuilder table = new StringBuilder();
    table.append("Made by ./isnad bench topics. ").append(Bench.machine()).append("\n");
    table.append("Topics of two things and one that is left out, half typed in English, half in");
    table.append(" Arabic, all watched for in both;\ngenerated articles of ").append(WORDS);
    table.append(" words, half English, half Arabic. One thread, from the text of the article to");
    table.append(" the ids of its topics.\n\n");
    row(table, "topics", figures, one -> whole(one.topics));
    row(table, "registered in, s", figures, one -> decimal(one.registered));
    row(table, "topics matched by an article, mean", figures, one -> decimal(one.matches));
    row(table, "articles a second", figures, one -> whole(1e6 / one.mean()));
    row(table, "one article, mean, ms", figures, one -> decimal(one.mean() / 1e3));
    percentiles(table, figures, Figures::micros);
    table.append("processor time alone, whatever else the machine does:\n");
    row(table, "  registered in, s", figures, one -> decimal(one.registering));
    row(table, "  articles a second", figures, one -> whole(1e6 / one.processorMean()));
    row(table, "  one article, mean, ms", figures, one -> decimal(one.processorMean() / 1e3));
    percentiles(table, figures, Figures::processor);
    table.append(
        "in the same run the same articles, on 10,000 of the topics, the time for all of them:\n");
    row(table, "  every query on every article, ms", figures, one -> decimal(one.every / 1e3));
    row(table, "  Monitor, terms filtered, ms", figures, one -> decimal(one.filtered / 1e3));
    row(table, "  Monitor, two passes, ms", figures, one -> decimal(one.multipass / 1e3));
    row(table, "  ratio to every query", figures, one -> whole(one.every / one.mean()));
    row(table, "articles compared with these three", figures, one -> whole(one.sample));
    row(table, "  that matched other topics", figures, one -> whole(one.different));
    return table.toString();
  }

  private static void percentiles(
      StringBuilder table, List<Figures> figures, Function<Figures, List<Double>> of) {
    for (int percent : List.of(50, 95, 99)) {
      row(
          table,
          "  p" + percent + ", ms",
          figures,
          one -> decimal(Figures.percentile(of.apply(one), percent) / 1e3));
    }
  }

  private static void row(
      StringBuilder table, String name, List<Figures> figures, Function<Figures, String> value) {
    table.append(String.format(Locale.ROOT, "%-40s", name));
    figures.forEach(one -> table.append(String.format(Locale.ROOT, "%10s", value.apply(one))));
    table.append('\n');
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,d", Math.round(number));
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
