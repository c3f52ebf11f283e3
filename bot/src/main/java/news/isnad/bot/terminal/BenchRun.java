package news.isnad.bot.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.isnad.answer.Answer;
import news.isnad.answer.Answers;
import news.isnad.article.ArticleDraft;
import news.isnad.engine.Engine;
import news.isnad.question.Asking;
import news.isnad.search.RawSearch;
import news.isnad.store.DataFolder;
import news.isnad.text.Language;

/** One size of the benchmark, on a data folder of its own. Confined to one thread. */
final class BenchRun {
  private static final int BATCH = 200;
  private static final int RESULTS = 10;
  private static final int STARTS = 3;

  /** So many times as many questions as before are asked by two before they are timed. */
  static final int LATER = 3;

  private final Workplace workplace;
  private final BenchCorpus corpus;
  private final int articles;
  private final int many;
  private final int before;
  private final boolean bulk;

  /**
   * Prepares a size.
   *
   * @param many so many questions are timed
   * @param before so many are asked before, as many at least
   * @param bulk whether the folder is filled by {@link BenchBulk}, unless an earlier run has
   */
  BenchRun(
      Workplace workplace, BenchCorpus corpus, int articles, int many, int before, boolean bulk) {
    this.workplace = workplace;
    this.corpus = corpus;
    this.articles = articles;
    this.many = many;
    this.before = before;
    this.bulk = bulk;
  }

  /**
   * What was measured.
   *
   * @param passages what Lucene holds as documents
   * @param stored time to store all articles; empty where that was done in bulk
   * @param indexed time to understand and index them; empty where that was done in bulk
   * @param start the median of the starts
   * @param first the mean of as many answers of an engine that was opened just before
   * @param micros of each answer, ascending; no question was asked before
   * @param again the mean of the same questions asked again
   * @param translating micros that the translation of each question's words takes, ascending
   * @param rawMicros the mean of Lucene alone
   * @param answered how many of the questions were
   * @param twoThreads answers a second, two at a time, later on
   */
  @SuppressWarnings("ArrayRecordComponent") // figures of one run, never compared
  record Figures(
      int articles,
      long passages,
      Optional<Duration> stored,
      Optional<Duration> indexed,
      BenchStart.Took start,
      double first,
      long[] micros,
      double again,
      long[] translating,
      double rawMicros,
      int answered,
      double twoThreads,
      long passed,
      long stopped) {
    double mean() {
      return java.util.Arrays.stream(micros).average().orElse(0);
    }

    long percentile(int percent) {
      return percentile(micros, percent);
    }

    long translating(int percent) {
      return percentile(translating, percent);
    }

    private static long percentile(long[] ascending, int percent) {
      return ascending[Math.min(ascending.length - 1, ascending.length * percent / 100)];
    }
  }

  /**
   * Measures everything.
   *
   * @param main the class that {@code ./isnad} runs
   */
  Figures run(Path folder, Class<?> main) throws IOException, InterruptedException {
    DataFolder data = DataFolder.at(folder);
    Optional<Duration> stored = Optional.empty();
    Optional<Duration> indexed = Optional.empty();
    try (Engine engine = workplace.engine(data)) {
      if (engine.articles().lastSequence() > 0) {
        engine.catchUp(); // kept from an earlier run, perhaps with an index of another version
      } else if (bulk) {
        new BenchBulk(workplace, corpus).fill(engine, articles);
      } else {
        stored = Optional.of(store(engine));
        indexed = Optional.of(index(engine));
      }
    }
    BenchStart.Took start = start(folder, main);
    try (Engine engine = workplace.engine(data);
        RawSearch raw = RawSearch.open(data.index())) {
      return answers(engine, raw, stored, indexed, start);
    }
  }

  private Duration index(Engine engine) {
    Progress progress = new Progress(workplace.terminal(), "articles indexed", articles);
    long begun = System.nanoTime();
    engine.catchUp(progress::at);
    progress.close();
    return since(begun);
  }

  private Duration store(Engine engine) {
    Progress progress = new Progress(workplace.terminal(), "articles stored", articles);
    Duration took = Duration.ZERO;
    for (int from = 0; from < articles; from += BATCH) {
      List<ArticleDraft> batch =
          IntStream.range(from, Math.min(articles, from + BATCH))
              .mapToObj(corpus::article)
              .toList();
      long begun = System.nanoTime();
      engine.articles().store(batch);
      took = took.plus(since(begun));
      progress.at(from + batch.size());
    }
    progress.close();
    return took;
  }

  private BenchStart.Took start(Path folder, Class<?> main) throws IOException {
    List<String> questions = corpus.questions(articles, 2, many);
    List<BenchStart.Took> starts = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      starts.add(BenchStart.run(main, folder, questions));
    }
    starts.sort(Comparator.comparing(BenchStart.Took::first));
    return starts.get(STARTS / 2);
  }

  private Figures answers(
      Engine engine,
      RawSearch raw,
      Optional<Duration> stored,
      Optional<Duration> indexed,
      BenchStart.Took start)
      throws InterruptedException {
    List<String> others = corpus.questions(articles, 0, before);
    double first = mean(engine.answers(), others.subList(0, many));
    for (String question : others) {
      ask(engine.answers(), question);
      raw(raw, question);
    }
    List<String> questions = corpus.questions(articles, 1, many);
    long[] micros = new long[questions.size()];
    long rawNanos = 0;
    int answered = 0;
    long hits = 0;
    for (int i = 0; i < micros.length; i++) {
      long begun = System.nanoTime();
      answered += ask(engine.answers(), questions.get(i)) ? 1 : 0;
      micros[i] = since(begun).toNanos() / 1000;
      begun = System.nanoTime();
      hits += raw(raw, questions.get(i));
      rawNanos += System.nanoTime() - begun;
    }
    if (hits == 0) {
      throw new IllegalStateException("Lucene alone found nothing");
    }
    java.util.Arrays.sort(micros);
    double again = mean(engine.answers(), questions);
    long[] translating = translating(engine, corpus.questions(articles, 4, many));
    double twoThreads = twoThreads(engine.answers());
    return new Figures(
        articles,
        engine.index().chunks(Language.ENGLISH) + engine.index().chunks(Language.ARABIC),
        stored,
        indexed,
        start,
        first,
        micros,
        again,
        translating,
        rawNanos / 1000.0 / micros.length,
        answered,
        twoThreads,
        engine.gate().passed(),
        engine.gate().stopped());
  }

  /** Mean micros of an answer. Of the same questions again: whatever is kept of them helps. */
  private static double mean(Answers answers, List<String> questions) {
    long begun = System.nanoTime();
    questions.forEach(question -> ask(answers, question));
    return since(begun).toNanos() / 1000.0 / questions.size();
  }

  /** What it takes to find the words of the other language, names compared with the index. */
  private static long[] translating(Engine engine, List<String> questions) {
    return questions.stream()
        .mapToLong(
            question -> {
              long begun = System.nanoTime();
              engine.translations(question, Language.detect(question));
              return since(begun).toNanos() / 1000;
            })
        .sorted()
        .toArray();
  }

  /** What a busy bot keeps up: two at a time take other ways than one, and are warmed for it. */
  private double twoThreads(Answers answers) throws InterruptedException {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<String> others = corpus.questions(articles, 5, LATER * before);
      List<String> questions = new ArrayList<>(corpus.questions(articles, 3, 2 * many));
      questions.removeAll(new HashSet<>(others)); // few, if any
      askAll(two, answers, others);
      long begun = System.nanoTime();
      askAll(two, answers, questions);
      return questions.size() * 1e9 / since(begun).toNanos();
    }
  }

  private static void askAll(ExecutorService askers, Answers answers, List<String> questions)
      throws InterruptedException {
    List<Callable<Boolean>> tasks =
        questions.stream().map(one -> (Callable<Boolean>) () -> ask(answers, one)).toList();
    try {
      for (Future<Boolean> done : askers.invokeAll(tasks)) {
        done.get();
      }
    } catch (ExecutionException defect) {
      throw new IllegalStateException("a question could not be answered", defect);
    }
  }

  static boolean ask(Answers answers, String question) {
    Asking asking = new Asking(BenchCorpus.NOW, ZoneOffset.UTC, Optional.empty(), Optional.empty());
    return answers.answer(question, asking) instanceof Answer.Found;
  }

  private static int raw(RawSearch raw, String question) {
    return raw.best(question, Language.detect(question), RESULTS).size();
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
