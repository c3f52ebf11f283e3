package news.isnad.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import news.isnad.answer.Answer.Found;
import news.isnad.answer.Answer.NotFound;
import news.isnad.answer.Scoring.Scored;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.question.Asking;
import news.isnad.question.QuestionReader;
import news.isnad.question.Reading;
import news.isnad.search.Candidate;
import news.isnad.search.Form;
import news.isnad.search.NewsIndex;
import news.isnad.search.Wanted;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.text.Folding;
import news.isnad.text.Language;

/**
 * Answers from the index: reads the question, collects candidate articles of both languages, scores
 * the statements and sentences in them, and passes the best through the verbatim gate.
 *
 * <p>Each language is searched for itself, and passages are compared by their scores, which mean
 * the same in both. Safe for concurrent use.
 */
public final class IndexAnswers implements Answers {
  private static final int CANDIDATES = 60;
  private static final int ARTICLES = 24;
  private static final int CITATIONS = 5;
  private static final double FURTHER = 0.72;
  private static final double SAME_SURENESS = 0.15;
  private static final int COLLECTION_PRIOR = 60;
  private static final Duration SLACK = Duration.ofDays(3);
  private static final int CACHED_UNITS = 4_000_000;

  private final QuestionReader reader;
  private final KnownNames names;
  private final NewsIndex index;
  private final ArticleStore articles;
  private final LongFunction<List<Statement>> statements;
  private final TopicTerms terms;
  private final VerbatimGate gate;
  private final Cache<Long, Optional<ArticleView>> views;
  private volatile Counted counted = new Counted(0, 0, 0);

  /**
   * Prepares to answer.
   *
   * @param statements the statements of an edition, by its sequence
   */
  public IndexAnswers(
      QuestionReader reader,
      KnownNames names,
      Lexicon lexicon,
      NewsIndex index,
      ArticleStore articles,
      LongFunction<List<Statement>> statements,
      VerbatimGate gate) {
    this.reader = reader;
    this.names = names;
    this.index = index;
    this.articles = articles;
    this.statements = statements;
    this.terms = new TopicTerms(names, lexicon, index);
    this.gate = gate;
    this.views =
        Caffeine.newBuilder()
            .maximumWeight(CACHED_UNITS)
            .weigher((Long _, Optional<ArticleView> view) -> weight(view))
            .build();
  }

  private static int weight(Optional<ArticleView> view) {
    return view.map(v -> v.edition().text().length()).orElse(1) + 1;
  }

  @Override
  public Answer answer(String question, Asking asking) {
    long begun = System.nanoTime();
    Answer first = null;
    for (Reading reading : reader.read(question, asking)) {
      Answer answer = new One(reading, begun).answer();
      if (answer instanceof Found) {
        return answer;
      }
      first = first == null ? answer : first;
    }
    return java.util.Objects.requireNonNull(first, "a question has at least one reading");
  }

  /** One reading on its way to an answer. */
  private final class One {
    private final Reading reading;
    private final long begun;
    private final List<Wanted> topic;
    private final List<Wanted> speaker;
    private final Optional<SpeakerMatch> speakerMatch;
    private final Map<String, Integer> frequencies = new HashMap<>();

    One(Reading reading, long begun) {
      this.reading = reading;
      this.begun = begun;
      Language language = reading.language();
      List<Wanted> asked =
          reading.speaker().map(who -> terms.of(who.name(), language)).orElse(List.of());
      this.speaker = asked;
      this.topic = terms.of(String.join(" ", reading.topic()), language);
      this.speakerMatch =
          reading.speaker().map(who -> new SpeakerMatch(who, language, asked, names));
    }

    Answer answer() {
      if (topic.isEmpty() && speaker.isEmpty()) {
        return new NotFound(reading, Optional.empty(), searched(), took());
      }
      List<Scored> ranked = new ArrayList<>();
      for (Language language : Language.values()) {
        ranked.addAll(ranked(language));
      }
      sort(ranked);
      List<Citation> citations = citations(ranked);
      if (!citations.isEmpty()) {
        return new Found(reading, citations, searched(), took());
      }
      return new NotFound(reading, nearest(ranked), searched(), took());
    }

    /** The surest speakers first: the Kremlin's own words before those of a member of it. */
    private void sort(List<Scored> ranked) {
      double surest =
          ranked.stream().filter(this::answers).mapToDouble(Scored::speaker).max().orElse(0);
      ranked.sort(
          Comparator.comparing((Scored scored) -> scored.speaker() >= surest - SAME_SURENESS)
              .thenComparingDouble(Scored::score)
              .reversed());
    }

    // ---- candidates

    private List<Scored> ranked(Language language) {
      Scoring scoring = new Scoring(reading, topic, rarity(language), speakerMatch);
      List<Scored> scored = new ArrayList<>();
      for (ArticleView view : candidates(language)) {
        for (Unit unit : units(view)) {
          if (inPeriod(unit)) {
            scoring.score(unit).ifPresent(scored::add);
          }
        }
      }
      return scored;
    }

    private List<ArticleView> candidates(Language language) {
      Set<Long> sequences = new LinkedHashSet<>();
      if (reading.from().isPresent() && reading.to().isPresent()) {
        Instant until = reading.to().get().plus(SLACK);
        add(sequences, language, Optional.of(new NewsIndex.Published(reading.from().get(), until)));
      }
      add(sequences, language, Optional.empty());
      List<ArticleView> found = new ArrayList<>();
      for (long sequence : sequences) {
        view(sequence).ifPresent(found::add);
      }
      return found;
    }

    private void add(Set<Long> sequences, Language language, Optional<NewsIndex.Published> within) {
      int before = sequences.size();
      for (Candidate one : index.candidates(topic, speaker, language, within, CANDIDATES)) {
        if (sequences.size() - before < ARTICLES) {
          sequences.add(one.sequence());
        }
      }
    }

    private List<Unit> units(ArticleView view) {
      List<Unit> units = new ArrayList<>();
      Set<Integer> spoken = new LinkedHashSet<>();
      for (Statement statement : view.statements()) {
        Unit unit = Unit.of(view, statement);
        units.add(unit);
        for (int i = unit.first(); i <= unit.last(); i++) {
          spoken.add(i);
        }
      }
      if (!reading.hints().speakerRequired()) {
        for (int i = 0; i < view.sentences().size(); i++) {
          if (!spoken.contains(i)) {
            units.add(Unit.of(view, i));
          }
        }
      }
      return units;
    }

    /** Published in the period or shortly after, or undated, or the text names the period. */
    private boolean inPeriod(Unit unit) {
      if (reading.from().isEmpty() || reading.to().isEmpty()) {
        return true;
      }
      Optional<Instant> published = unit.view().edition().published();
      if (published.isEmpty()) {
        return true;
      }
      Instant from = reading.from().get();
      Instant to = reading.to().get().plus(SLACK);
      if (!published.get().isBefore(from) && published.get().isBefore(to)) {
        return true;
      }
      return !published.get().isBefore(from) && namesPeriod(unit);
    }

    private boolean namesPeriod(Unit unit) {
      List<List<String>> wanted = reading.hints().periodWords();
      Set<String> there = new LinkedHashSet<>();
      for (int i = unit.first() - 1; i <= unit.last() + 1; i++) {
        if (i >= 0 && i < unit.view().sentences().size()) {
          there.addAll(unit.view().sentences().get(i).foldedSet());
          there.addAll(unit.view().sentences().get(i).stemSet());
        }
      }
      return !wanted.isEmpty()
          && wanted.stream().allMatch(any -> any.stream().anyMatch(word -> contains(there, word)));
    }

    private static boolean contains(Set<String> words, String name) {
      for (String part : name.split(" ", -1)) {
        if (!words.contains(part)) {
          return false;
        }
      }
      return true;
    }

    // ---- rarity

    private Map<Wanted, Double> rarity(Language language) {
      Map<Wanted, Double> rarity = new LinkedHashMap<>();
      int chunks = index.chunks(language) + COLLECTION_PRIOR;
      for (Wanted wanted : topic) {
        int frequency = 0;
        for (Form form : wanted.in(language)) {
          frequency = Math.max(frequency, frequency(form, language));
        }
        rarity.put(wanted, Math.log(1 + (chunks - frequency + 0.5) / (frequency + 0.5)));
      }
      return rarity;
    }

    private int frequency(Form form, Language language) {
      int least = Integer.MAX_VALUE;
      for (String stem : form.stems()) {
        least =
            Math.min(
                least,
                frequencies.computeIfAbsent(
                    language.code() + stem, _ -> index.frequency(stem, language)));
      }
      return least;
    }

    // ---- the answer

    private List<Citation> citations(List<Scored> ranked) {
      List<Citation> citations = new ArrayList<>();
      Set<String> said = new LinkedHashSet<>();
      double best = 0;
      for (Scored scored : ranked) {
        if (citations.size() == CITATIONS) {
          break;
        }
        if (scored.score() >= FURTHER * best
            && answers(scored)
            && said.add(Folding.fold(scored.unit().words()))) {
          Optional<Citation> citation = cite(scored);
          citation.ifPresent(citations::add);
          best = Math.max(best, citation.isPresent() ? scored.score() : 0);
        }
      }
      return citations;
    }

    private boolean answers(Scored scored) {
      return Abstention.isAnswer(reading, topic.size(), scored);
    }

    private Optional<Citation> nearest(List<Scored> ranked) {
      for (Scored scored : ranked) {
        Optional<Citation> citation = cite(scored);
        if (citation.isPresent()) {
          return citation;
        }
      }
      return Optional.empty();
    }

    private Optional<Citation> cite(Scored scored) {
      Unit unit = scored.unit();
      Optional<Statement> statement = unit.statement();
      Optional<Edition> stored = articles.edition(unit.view().edition().sequence());
      return gate.cite(
          stored,
          unit.words(),
          unit.span(),
          statement.map(Statement::speech).orElse(Speech.NONE),
          statement.flatMap(Statement::speaker),
          statement.map(Statement::upstream).orElseGet(() -> articleCredit(unit.view())),
          scored.score());
    }

    /** What the article credits as a whole, for sentences in the outlet's own words. */
    private List<news.isnad.speaker.Upstream> articleCredit(ArticleView view) {
      return ArticleCredit.of(view.statements());
    }

    private Searched searched() {
      return IndexAnswers.this.searched(reading);
    }

    private Duration took() {
      return Duration.ofNanos(System.nanoTime() - begun);
    }
  }

  private Searched searched(Reading reading) {
    long sequence = articles.lastSequence();
    Counted known = counted;
    if (known.sequence != sequence) {
      known = new Counted(sequence, articles.count(), articles.outlets());
      counted = known;
    }
    return new Searched(known.articles, known.outlets, reading.from(), reading.to());
  }

  /** How much the store held when its last edition was this one: counting reads all of it. */
  private record Counted(long sequence, long articles, long outlets) {}

  private Optional<ArticleView> view(long sequence) {
    Function<Long, Optional<ArticleView>> load =
        key -> articles.edition(key).map(found -> new ArticleView(found, statements.apply(key)));
    return views.get(sequence, load);
  }
}
