package news.isnad.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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
import news.isnad.lexicon.Translator;
import news.isnad.lexicon.TypingSlips;
import news.isnad.question.Asking;
import news.isnad.question.QuestionReader;
import news.isnad.question.Reading;
import news.isnad.search.Candidate;
import news.isnad.search.Form;
import news.isnad.search.Meaning;
import news.isnad.search.NewsIndex;
import news.isnad.search.Search;
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
  private static final int ARTICLES = 16;
  private static final int CITATIONS = 5;
  private static final int EXPLAINED = 3;

  /** Odds of a further citation against the first are at least one to seven. */
  private static final double FURTHER = 2;

  /** Share of what happened below which the same names alone seem to answer. */
  private static final double HAPPENED = 0.35;

  private static final int STEEPNESS = 4;

  /** Share of the topic from which on somebody speaks about it. */
  private static final double ON_TOPIC = 0.15;

  /**
   * An answer is given from this probability on: nine of ten questions that have an answer get one
   * (docs/quality).
   */
  static final double SURE_ENOUGH = 0.3;

  /** What speaks for the article that a follow-up goes on with, in scores. */
  private static final double FOLLOWED = 2;

  /** Who speaks so surely in that article speaks of its topic, with this probability at least. */
  private static final double GOES_ON = 0.4;

  private static final double SURE_SPEAKER = 0.8;
  private static final int DENIALS = 8;
  private static final double SAME_SURENESS = 0.15;
  private static final int COLLECTION_PRIOR = 60;
  private static final Duration SLACK = Duration.ofDays(3);
  private static final int CACHED_UNITS = 4_000_000;

  private final QuestionReader reader;
  private final KnownNames names;
  private final NewsIndex index;
  private final ArticleStore articles;
  private final LongFunction<List<Statement>> statements;
  private final Function<List<Long>, Map<Long, Set<String>>> ties;
  private final TopicTerms terms;
  private final VerbatimGate gate;
  private final OtherSide otherSide;
  private final TypingSlips slips;
  private final Interpreter interpreter;
  private final Explainer explainer;
  private final Weights weights = Weights.shipped();
  private final Cache<Long, Optional<ArticleView>> views;
  private volatile Counted counted = new Counted(0, 0, 0, Optional.empty(), Optional.empty());

  /**
   * Prepares to answer.
   *
   * @param statements the statements of an edition, by its sequence
   * @param ties what makes articles' reports one: {@link news.isnad.story.Stories#ties}
   */
  public IndexAnswers(
      QuestionReader reader,
      KnownNames names,
      Lexicon lexicon,
      Translator translator,
      NewsIndex index,
      ArticleStore articles,
      LongFunction<List<Statement>> statements,
      Function<List<Long>, Map<Long, Set<String>>> ties,
      VerbatimGate gate) {
    this.ties = ties;
    this.reader = reader;
    this.names = names;
    this.index = index;
    this.articles = articles;
    this.statements = statements;
    this.terms = new TopicTerms(names, lexicon, translator, index);
    this.gate = gate;
    this.otherSide = new OtherSide(terms);
    this.explainer = new Explainer(translator, index);
    this.slips = new TypingSlips(lexicon, names, index, QuestionReader::isQuestionWord);
    this.interpreter = new Interpreter(this::readings, slips, names, translator, index);
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
    return judge(question, asking).answer();
  }

  @Override
  public Answer answer(Reading reading) {
    return new One(reading, System.nanoTime()).judge().answer();
  }

  @Override
  public Interpretation interpretation(Reading reading, Asking asking) {
    return interpreter.of(reading, asking);
  }

  @Override
  public Explained explain(Reading reading) {
    return new One(reading, System.nanoTime()).explain();
  }

  /** The answer, and everything that was weighed for it. */
  public Judgement judge(String question, Asking asking) {
    long begun = System.nanoTime();
    Judgement first = null;
    for (Reading reading : readings(question, asking)) {
      Judgement judgement = new One(reading, begun).judge();
      if (judgement.answer() instanceof Found) {
        return judgement;
      }
      first = first == null ? judgement : first;
    }
    return java.util.Objects.requireNonNull(first, "a question has at least one reading");
  }

  /** The ways to read a question once its slips of typing are put right. */
  private List<Reading> readings(String question, Asking asking) {
    String meant = slips.corrected(question, QuestionReader.language(question, asking));
    return reader.read(meant, asking).stream().map(reading -> reading.typed(question)).toList();
  }

  /** One reading on its way to an answer. */
  private final class One {
    private final Reading reading;
    private final long begun;
    private final List<Wanted> topic;
    private final List<Wanted> speaker;
    private final Optional<SpeakerMatch> speakerMatch;
    private final Meaning meaning;
    private final Map<String, Integer> frequencies = new HashMap<>();

    /** Editions of withdrawn articles, which are cited no more. */
    private final Set<Long> withdrawn = articles.withdrawn();

    One(Reading reading, long begun) {
      this.reading = reading;
      this.begun = begun;
      Language language = reading.language();
      List<Wanted> asked =
          reading.speaker().map(who -> terms.of(who.name(), language)).orElse(List.of());
      this.speaker = asked;
      this.topic = terms.of(String.join(" ", reading.topic()), language);
      this.meaning = index.meaning(asked(reading));
      this.speakerMatch =
          reading.speaker().map(who -> new SpeakerMatch(who, language, asked, names));
    }

    private Optional<ArticleView> standing(long sequence) {
      return withdrawn.contains(sequence) ? Optional.empty() : view(sequence);
    }

    /** The question as typed; a follow-up with what it takes over. */
    private static String asked(Reading reading) {
      if (reading.followUpOf().isEmpty()) {
        return reading.question();
      }
      String topic = String.join(" ", reading.topic());
      return reading.speaker().map(who -> who.name() + " " + topic).orElse(topic);
    }

    Judgement judge() {
      if (topic.isEmpty() && speaker.isEmpty()) {
        return judgement(new NotFound(reading, Optional.empty(), searched(), took()), List.of(), 0);
      }
      List<Scored> ranked = new ArrayList<>();
      for (Language language : Language.values()) {
        ranked.addAll(ranked(language));
      }
      sort(ranked);
      double confidence = confidence(ranked);
      List<Citation> citations =
          confidence >= SURE_ENOUGH ? citations(ranked, confidence) : List.of();
      Answer answer =
          citations.isEmpty()
              ? new NotFound(reading, nearest(ranked), searched(), took())
              : found(citations, ranked);
      return judgement(answer, ranked, confidence);
    }

    Explained explain() {
      Judgement judgement = judge();
      List<Explained.Term> terms = new ArrayList<>();
      terms.addAll(explainer.terms(speaker, true, reading.language(), this::rarity));
      terms.addAll(explainer.terms(topic, false, reading.language(), this::rarity));
      Map<Language, Explained.Looked> looked = new EnumMap<>(Language.class);
      for (Language language : Language.values()) {
        Map<Long, List<Candidate>> found = candidates(language);
        int chunks = found.values().stream().mapToInt(List::size).sum();
        looked.put(language, new Explained.Looked(chunks, found.size()));
      }
      return new Explained(
          judgement.answer(),
          terms,
          looked,
          judgement.judged().stream()
              .limit(EXPLAINED)
              .map(this::weighed)
              .flatMap(Optional::stream)
              .toList(),
          judgement.confidence(),
          SURE_ENOUGH);
    }

    private Optional<Explained.Weighed> weighed(Judgement.Judged judged) {
      double[] counting = weights.scores(Scoring.isSpeakerRequired(reading));
      Optional<Statement> statement = judged.statement();
      return gate.cite(
              articles.edition(judged.edition().sequence()),
              judged.span().of(judged.edition().text()),
              judged.span(),
              statement.map(Statement::speech).orElse(Speech.NONE),
              statement.flatMap(Statement::speaker),
              statement.map(Statement::upstream).orElse(List.of()),
              0)
          .map(
              passage ->
                  new Explained.Weighed(
                      passage,
                      judged.score(),
                      judged.admissible(),
                      Explainer.parts(judged.features(), counting)));
    }

    /** The other side is said as such, and not once more among the citations. */
    private Found found(List<Citation> citations, List<Scored> ranked) {
      Set<ArticleView> views = denying(citations.getFirst().edition());
      ranked.forEach(scored -> views.add(scored.unit().view()));
      Optional<Citation> other =
          citations.getFirst().speech() == Speech.NONE && citations.getFirst().speaker().isPresent()
              ? Optional.empty()
              : otherSide
                  .of(citations.getFirst(), views, topic, this::rarity)
                  .flatMap(unit -> cite(unit, 0));
      List<Citation> others = new ArrayList<>(citations);
      other.ifPresent(denial -> others.removeIf(one -> isSamePassage(one, denial)));
      return others.isEmpty() ? found(citations, Optional.empty()) : found(others, other);
    }

    private Found found(List<Citation> citations, Optional<Citation> other) {
      List<Long> from = citations.stream().map(one -> one.edition().sequence()).distinct().toList();
      Coverage coverage = Coverage.of(citations, ties.apply(from));
      return new Found(reading.answeredFrom(from), citations, other, searched(), took(), coverage);
    }

    /** Articles of the same days in which somebody denies something on the topic. */
    private Set<ArticleView> denying(Edition answer) {
      Optional<NewsIndex.Published> days = answer.published().map(OtherSide::sameStory);
      Search search = new Search(reading.language(), topic, List.of(), days, Meaning.UNKNOWN, true);
      Set<ArticleView> views = new LinkedHashSet<>();
      for (Language language : Language.values()) {
        for (Candidate chunk : index.candidates(search, language, DENIALS)) {
          standing(chunk.sequence()).ifPresent(views::add);
        }
      }
      return views;
    }

    private static boolean isSamePassage(Citation one, Citation other) {
      return one.edition().sequence() == other.edition().sequence()
          && one.span().overlaps(other.span());
    }

    private Judgement judgement(Answer answer, List<Scored> ranked, double confidence) {
      return new Judgement(
          answer, topic, speaker, ranked.stream().map(One::judged).toList(), confidence);
    }

    /**
     * Probability that the first unit answers; whoever speaks at all answers "what did X say?".
     * Where nobody in particular is asked for, it must also say something of what happened: the
     * same people are named in many sentences.
     */
    private double confidence(List<Scored> ranked) {
      if (ranked.isEmpty() || !ranked.getFirst().admissible()) {
        return 0;
      }
      Scored best = ranked.getFirst();
      if (topic.isEmpty()) {
        return 1;
      }
      boolean words = Scoring.isSpeakerRequired(reading);
      double sureness = weights.sureness(words, best.features(), lead(ranked), topic.size());
      if (words && isFollowed(best.unit().view()) && speakerOf(best) >= SURE_SPEAKER) {
        return sureness + (1 - sureness) * GOES_ON;
      }
      double happened = Math.min(1, best.feature(Feature.HAPPENED) / HAPPENED);
      return words ? sureness : sureness * Math.pow(happened, STEEPNESS);
    }

    /** How far the first unit is ahead of every other article; 0 where there is no other. */
    private double lead(List<Scored> ranked) {
      Scored best = ranked.getFirst();
      for (Scored scored : ranked) {
        if (scored.admissible() && scored.unit().view() != best.unit().view()) {
          return best.score() - scored.score();
        }
      }
      return 0;
    }

    private static Judgement.Judged judged(Scored scored) {
      Unit unit = scored.unit();
      return new Judgement.Judged(
          unit.view().edition(),
          unit.span(),
          unit.statement(),
          scored.features(),
          scored.score(),
          scored.admissible());
    }

    /**
     * The surest speakers first: the Kremlin's own words before those of a member of it. Where a
     * follow-up names no topic, its topic is the article that it goes on with.
     */
    private void sort(List<Scored> ranked) {
      double surest =
          ranked.stream().filter(One::isOnTopic).mapToDouble(One::speakerOf).max().orElse(0);
      ranked.sort(
          Comparator.comparing(Scored::admissible)
              .thenComparing(scored -> topic.isEmpty() && isFollowed(scored.unit().view()))
              .thenComparing(scored -> speakerOf(scored) >= surest - sameSureness())
              .thenComparingDouble(Scored::score)
              .reversed());
    }

    /** Where no topic is named, whoever is surest of all goes first. */
    private double sameSureness() {
      return topic.isEmpty() ? SAME_SURENESS / 5 : SAME_SURENESS;
    }

    private static boolean isOnTopic(Scored scored) {
      return scored.admissible() && scored.feature(Feature.COVERAGE) >= ON_TOPIC;
    }

    private static double speakerOf(Scored scored) {
      return scored.feature(Feature.SPEAKER);
    }

    // ---- candidates

    private List<Scored> ranked(Language language) {
      Map<Long, List<Candidate>> chunks = candidates(language);
      double best =
          chunks.values().stream()
              .flatMap(List::stream)
              .mapToDouble(Candidate::match)
              .max()
              .orElse(0);
      Scoring scoring =
          new Scoring(reading, language, topic, rarity(language), speakerMatch, weights, best);
      List<Scored> scored = new ArrayList<>();
      chunks.forEach(
          (sequence, found) ->
              standing(sequence).ifPresent(view -> score(view, found, scoring, scored)));
      return scored;
    }

    private void score(
        ArticleView view, List<Candidate> chunks, Scoring scoring, List<Scored> scored) {
      for (Unit unit : units(view)) {
        if (inPeriod(unit)) {
          Scored one = scoring.score(unit, chunks);
          scored.add(isFollowed(view) ? one.plus(FOLLOWED) : one);
        }
      }
    }

    /** Whether the question goes on with one that was answered from this article. */
    private boolean isFollowed(ArticleView view) {
      return reading.followUpOf().isPresent()
          && reading.answeredFrom().contains(view.edition().sequence());
    }

    private void addFollowed(Map<Long, List<Candidate>> chunks, Language language) {
      if (reading.followUpOf().isPresent()) {
        for (long sequence : reading.answeredFrom()) {
          boolean there =
              standing(sequence).filter(v -> v.edition().language() == language).isPresent();
          if (there) {
            chunks.computeIfAbsent(sequence, _ -> new ArrayList<>());
          }
        }
      }
    }

    /** The chunks found, by the sequence of their articles. */
    private Map<Long, List<Candidate>> candidates(Language language) {
      Map<Long, List<Candidate>> chunks = new LinkedHashMap<>();
      if (reading.from().isPresent() && reading.to().isPresent()) {
        Instant until = reading.to().get().plus(SLACK);
        add(chunks, language, Optional.of(new NewsIndex.Published(reading.from().get(), until)));
      }
      add(chunks, language, Optional.empty());
      addFollowed(chunks, language);
      return chunks;
    }

    private void add(
        Map<Long, List<Candidate>> chunks,
        Language language,
        Optional<NewsIndex.Published> within) {
      int before = chunks.size();
      Search search = new Search(reading.language(), topic, speaker, within, meaning);
      for (Candidate one : index.candidates(search, language, CANDIDATES)) {
        if (chunks.containsKey(one.sequence()) || chunks.size() - before < ARTICLES) {
          chunks.computeIfAbsent(one.sequence(), _ -> new ArrayList<>()).add(one);
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
      for (int i = 0; i < view.sentences().size(); i++) {
        if (!spoken.contains(i)) {
          units.add(Unit.of(view, i));
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
        rarity.put(wanted, rarity(wanted, language, chunks));
      }
      return rarity;
    }

    private double rarity(Wanted wanted, Language language) {
      return rarity(wanted, language, index.chunks(language) + COLLECTION_PRIOR);
    }

    private double rarity(Wanted wanted, Language language, int chunks) {
      int frequency = 0;
      for (Form form : wanted.in(language)) {
        frequency = Math.max(frequency, frequency(form, language));
      }
      return Math.log(1 + (chunks - frequency + 0.5) / (frequency + 0.5));
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

    /** The best unit and those not far behind it, each text once. */
    private List<Citation> citations(List<Scored> ranked, double confidence) {
      List<Citation> citations = new ArrayList<>();
      Set<String> said = new LinkedHashSet<>();
      double best = ranked.getFirst().score();
      for (Scored scored : ranked) {
        if (citations.size() == CITATIONS) {
          break;
        }
        double behind = best - scored.score();
        if (scored.admissible()
            && behind <= FURTHER
            && said.add(Folding.fold(scored.unit().words()))) {
          cite(scored, Math.min(1, confidence * Math.exp(-behind))).ifPresent(citations::add);
        }
      }
      return citations;
    }

    private Optional<Citation> nearest(List<Scored> ranked) {
      for (Scored scored : ranked) {
        Optional<Citation> citation = cite(scored, 0);
        if (citation.isPresent()) {
          return citation;
        }
      }
      return Optional.empty();
    }

    private Optional<Citation> cite(Scored scored, double sureness) {
      return cite(scored.unit(), sureness);
    }

    private Optional<Citation> cite(Unit unit, double score) {
      Optional<Statement> statement = unit.statement();
      Optional<Edition> stored = articles.edition(unit.view().edition().sequence());
      return gate.cite(
          stored,
          unit.words(),
          unit.span(),
          statement.map(Statement::speech).orElse(Speech.NONE),
          statement.flatMap(Statement::speaker),
          statement.map(Statement::upstream).orElseGet(() -> articleCredit(unit.view())),
          score);
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
      known = counted(sequence);
      counted = known;
    }
    return new Searched(
        known.articles, known.outlets, reading.from().or(known::from), reading.to().or(known::to));
  }

  private Counted counted(long sequence) {
    return new Counted(
        sequence,
        articles.count(),
        articles.outlets(),
        articles.oldest(),
        articles.newest().map(newest -> newest.plusMillis(1)));
  }

  /** How much the store held when its last edition was this one: counting reads all of it. */
  private record Counted(
      long sequence, long articles, long outlets, Optional<Instant> from, Optional<Instant> to) {}

  private Optional<ArticleView> view(long sequence) {
    Function<Long, Optional<ArticleView>> load =
        key -> articles.edition(key).map(found -> new ArticleView(found, statements.apply(key)));
    return views.get(sequence, load);
  }
}
