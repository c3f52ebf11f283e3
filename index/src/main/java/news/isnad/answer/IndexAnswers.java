package news.isnad.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import news.isnad.answer.Answer.Found;
import news.isnad.answer.Answer.NotFound;
import news.isnad.answer.Scoring.Scored;
import news.isnad.article.ArticleStore;
import news.isnad.lexicon.CountryForms;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Translator;
import news.isnad.lexicon.TypingSlips;
import news.isnad.question.Asking;
import news.isnad.question.QuestionReader;
import news.isnad.question.Reading;
import news.isnad.question.Reading.Asked;
import news.isnad.question.Reading.Source;
import news.isnad.search.Candidate;
import news.isnad.search.NewsIndex;
import news.isnad.search.Wanted;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.text.Language;

/**
 * Answers from the index: reads the question, collects candidate articles of both languages, scores
 * the statements and sentences in them, and passes the best through the verbatim gate.
 *
 * <p>Each language is searched for itself, and passages are compared by their scores, which mean
 * the same in both. Safe for concurrent use.
 */
public final class IndexAnswers implements Answers {
  private static final int EXPLAINED = 3;

  /** Share of what happened below which the same names alone seem to answer in a short passage. */
  private static final double HAPPENED = 0.35;

  private static final int STEEPNESS = 4;

  /** Share of the topic below which somebody speaks of something else. */
  private static final double OFF_TOPIC = 0.05;

  /** Share of what the fullest passage says of the topic, below which one says far less of it. */
  private static final double FAR_LESS = 0.35;

  /** Share of the topic from which on somebody speaks about it. */
  private static final double ON_TOPIC = 0.15;

  /**
   * An answer is given from this probability on: nine of ten questions that have an answer get one
   * (docs/quality).
   */
  static final double SURE_ENOUGH = 0.15;

  /** What speaks for the article that a follow-up goes on with, in scores. */
  private static final double FOLLOWED = 2;

  /** What speaks against the passage that was told before. */
  private static final double TOLD = 2;

  /** What speaks against a refusal to comment where there are words on the same, in scores. */
  private static final double SILENT = 1.5;

  /** How much a passage in the other language has to be better to go first, in scores. */
  private static final double OWN_LANGUAGE = 0.4;

  /** Who speaks so surely in that article speaks of its topic, with this probability at least. */
  private static final double GOES_ON = 0.4;

  private static final double SURE_SPEAKER = 0.8;
  private static final double SAME_SURENESS = 0.15;
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final QuestionReader reader;
  private final KnownNames names;
  private final Function<List<Long>, Map<Long, Set<String>>> ties;
  private final TopicTerms terms;
  private final VerbatimGate gate;
  private final OtherSide otherSide;
  private final TypingSlips slips;
  private final Interpreter interpreter;
  private final Explainer explainer;
  private final Weights weights = Weights.shipped();
  private final NewsIndex index;
  private final ArticleStore articles;
  private final ArticleViews views;
  private final Holdings holdings;
  private final Citing citing;
  private final Cache<Long, Map<Language, CountryForms>> countries =
      Caffeine.newBuilder().maximumSize(1).build();
  private final AtomicInteger answering = new AtomicInteger();
  private final KeptAnswers kept = new KeptAnswers();

  /**
   * Prepares to answer.
   *
   * @param statements the statements of editions, by their sequences; none for those absent
   * @param ties what makes articles' reports one: {@link news.isnad.story.Stories#ties}
   */
  public IndexAnswers(
      QuestionReader reader,
      KnownNames names,
      Lexicon lexicon,
      Translator translator,
      NewsIndex index,
      ArticleStore articles,
      Function<Collection<Long>, Map<Long, List<Statement>>> statements,
      Function<List<Long>, Map<Long, Set<String>>> ties,
      VerbatimGate gate) {
    this.ties = ties;
    this.reader = reader;
    this.names = names;
    this.index = index;
    this.articles = articles;
    LongSupplier generation = () -> index.generation() + names.generation();
    this.terms = new TopicTerms(names, lexicon, translator, index, index::frequency, generation);
    this.gate = gate;
    this.otherSide = new OtherSide(terms);
    this.explainer = new Explainer(translator, index);
    this.slips = new TypingSlips(lexicon, names, index, QuestionReader::isQuestionWord, generation);
    this.interpreter = new Interpreter(this::readings, slips, names, translator, index);
    this.views = new ArticleViews(articles::editions, statements);
    this.holdings = new Holdings(articles);
    this.citing = new Citing(articles, gate);
  }

  /** By the generation of the known names. */
  private Map<Language, CountryForms> countries() {
    return countries.get(names.generation(), _ -> CountryForms.of(names));
  }

  /** Reads articles anew from now on: who says what in them was found again. */
  public void forget() {
    views.forget();
    kept.forget();
  }

  @Override
  public Answer answer(String question, Asking asking) {
    long begun = System.nanoTime();
    Answer first = null;
    for (Reading reading : readings(question, asking)) {
      Answer answer = answer(reading);
      if (answer instanceof Found) {
        return answer.took(Duration.ofNanos(System.nanoTime() - begun));
      }
      first = first == null ? answer : first;
    }
    Objects.requireNonNull(first, "a question has at least one reading");
    return first.took(Duration.ofNanos(System.nanoTime() - begun));
  }

  @Override
  public Answer answer(Reading reading) {
    return articles.ofOneMoment(
        () -> {
          KeptAnswers.State state = state();
          return kept.of(reading, state, () -> judged(reading, state).answer());
        });
  }

  private Judgement judged(Reading reading, KeptAnswers.State state) {
    answering.incrementAndGet();
    try {
      return new One(reading, state, System.nanoTime()).judge();
    } finally {
      answering.decrementAndGet();
    }
  }

  private boolean isProcessorLeft() {
    return answering.get() < PROCESSORS;
  }

  private KeptAnswers.State state() {
    return new KeptAnswers.State(
        index.generation(), names.generation(), articles.lastSequence(), articles.withdrawn());
  }

  @Override
  public Interpretation interpretation(Reading reading, Asking asking) {
    return interpreter.of(reading, asking);
  }

  @Override
  public Explained explain(Reading reading) {
    return articles.ofOneMoment(() -> new One(reading, state(), System.nanoTime()).explain());
  }

  /** The answer, and everything that was weighed for it. */
  public Judgement judge(String question, Asking asking) {
    long begun = System.nanoTime();
    Judgement first = null;
    for (Reading reading : readings(question, asking)) {
      Judgement judgement = articles.ofOneMoment(() -> new One(reading, state(), begun).judge());
      if (judgement.answer() instanceof Found) {
        return judgement;
      }
      first = first == null ? judgement : first;
    }
    return Objects.requireNonNull(first, "a question has at least one reading");
  }

  /** The ways to read a question once its slips of typing are put right. */
  private List<Reading> readings(String question, Asking asking) {
    String meant = slips.corrected(question, QuestionReader.language(question, asking));
    List<Reading> readings = new ArrayList<>(reader.read(meant, asking));
    Reading only = readings.getFirst();
    if (readings.size() == 1 && only.speaker().filter(terms::isSomeone).isPresent()) {
      readings.add(only.aboutSpeaker());
    }
    return readings.stream().map(reading -> reading.typed(question)).toList();
  }

  /** One reading on its way to an answer. */
  private final class One {
    private final Reading reading;
    private final long begun;
    private final List<Wanted> topic;
    private final List<Wanted> speaker;
    private final Optional<SpeakerMatch> speakerMatch;
    private final Period period;
    private final Collecting collecting;
    private final Rarity rarity = new Rarity(index);

    /** The words of the question itself, without what it carries over. */
    private final Set<String> typedNow;

    private final KeptAnswers.State state;

    One(Reading reading, KeptAnswers.State state, long begun) {
      this.reading = reading;
      this.typedNow = Set.copyOf(Measure.folded(reading.question(), reading.language()));
      this.state = state;
      this.begun = begun;
      Language language = reading.language();
      List<Wanted> asked =
          reading.speaker().map(who -> terms.ofSpeaker(who.name(), language)).orElse(List.of());
      this.speaker = asked;
      this.topic = terms.of(String.join(" ", reading.topic()), language);
      this.period = Period.of(reading);
      this.collecting = new Collecting(index, reading, topic, speaker, period, isProcessorLeft());
      this.speakerMatch = reading.speaker().map(who -> speakerMatch(who, language));
    }

    /** Whoever is asked for by title and name may be printed without the title, or with another. */
    private SpeakerMatch speakerMatch(Asked who, Language language) {
      String name = Titles.without(who.name(), language);
      return new SpeakerMatch(
          new Asked(name, who.entity()),
          language,
          name.equals(who.name()) ? speaker : terms.ofSpeaker(name, language),
          names,
          countries(),
          RoleMatch.asked(who.name(), language, terms));
    }

    Judgement judge() {
      if (topic.isEmpty() && speaker.isEmpty()) {
        return judgement(new NotFound(reading, Optional.empty(), searched(), took()), List.of(), 0);
      }
      List<Scored> ranked = ranked();
      double confidence = confidence(ranked);
      List<Citation> citations =
          confidence >= SURE_ENOUGH ? citing.best(ranked, confidence, matter(ranked)) : List.of();
      Answer answer =
          citations.isEmpty()
              ? new NotFound(reading, citing.first(ranked), searched(), took())
              : found(citations, ranked);
      return judgement(answer, ranked, confidence);
    }

    private SameMatter matter(List<Scored> ranked) {
      Unit best = ranked.getFirst().unit();
      Language language = best.view().edition().language();
      return SameMatter.as(best, topic, rarity.of(topic, language));
    }

    Explained explain() {
      Judgement judgement = judge();
      List<Explained.Term> terms = new ArrayList<>();
      terms.addAll(explainer.terms(speaker, true, reading.language(), rarity::of));
      terms.addAll(explainer.terms(topic, false, reading.language(), rarity::of));
      Map<Language, Explained.Looked> looked = new EnumMap<>(Language.class);
      collecting
          .everywhere()
          .forEach(
              (language, found) -> {
                int chunks = found.values().stream().mapToInt(List::size).sum();
                looked.put(language, new Explained.Looked(chunks, found.size()));
              });
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
      double[] counting =
          judged.features().counting(weights.scores(Scoring.isSpeakerRequired(reading)));
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
      Optional<Citation> other = otherSide(citations.getFirst(), ranked);
      List<Citation> others = new ArrayList<>(citations);
      other.ifPresent(denial -> others.removeIf(one -> isSamePassage(one, denial)));
      return others.isEmpty() ? found(citations, Optional.empty()) : found(others, other);
    }

    private Optional<Citation> otherSide(Citation answer, List<Scored> ranked) {
      if (answer.speech() == Speech.NONE && answer.speaker().isPresent()) {
        return Optional.empty();
      }
      Set<ArticleView> views =
          new LinkedHashSet<>(standing(collecting.denying(answer.edition())).values());
      ranked.forEach(scored -> views.add(scored.unit().view()));
      return otherSide.of(answer, views, topic, rarity::of).flatMap(unit -> citing.cite(unit, 0));
    }

    private Found found(List<Citation> citations, Optional<Citation> other) {
      List<Long> from = citations.stream().map(one -> one.edition().sequence()).distinct().toList();
      Coverage coverage = Coverage.of(citations, ties.apply(from));
      Reading answered = reading.answeredFrom(sources(from, citations.getFirst()));
      return new Found(answered, citations, other, searched(), took(), coverage);
    }

    private static List<Source> sources(List<Long> editions, Citation first) {
      return editions.stream()
          .map(
              edition ->
                  new Source(
                      edition,
                      edition == first.edition().sequence()
                          ? Optional.of(first.span())
                          : Optional.empty()))
          .toList();
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
     * Probability that the first unit answers; whoever speaks at all answers "what did X say?", and
     * nobody answers what they say nothing of.
     */
    private double confidence(List<Scored> ranked) {
      if (ranked.isEmpty() || !ranked.getFirst().admissible()) {
        return 0;
      }
      Scored best = ranked.getFirst();
      if (topic.isEmpty()) {
        return 1;
      }
      if (isBesideWhatIsNew(best)) {
        return 0;
      }
      boolean words = Scoring.isSpeakerRequired(reading);
      double sureness = weights.sureness(words, best.features(), lead(ranked), topic.size());
      if (words && isFollowed(best.unit().view()) && speakerOf(best) >= SURE_SPEAKER) {
        return sureness + (1 - sureness) * GOES_ON;
      }
      return words ? isSilentOnTopic(best) ? 0 : sureness : sureness * inShort(best);
    }

    /**
     * What a passage of a few sentences is unsure by: all that was asked should stand in it, where
     * the same people are named in many, and what happened is not. A long article spreads it.
     */
    private double inShort(Scored best) {
      boolean own = reading.speaker().isPresent() && speakerOf(best) >= SURE_SPEAKER;
      double said =
          own
              ? best.feature(Feature.COVERAGE) / OFF_TOPIC
              : best.feature(Feature.HAPPENED) / HAPPENED;
      double steepness = STEEPNESS * (1 - best.features().longArticle());
      return Math.pow(Math.min(1, said), steepness);
    }

    /**
     * "And the levy?": a passage that says nothing of what the follow-up adds to the question
     * before.
     */
    private boolean isBesideWhatIsNew(Scored best) {
      if (reading.followUpOf().isEmpty()) {
        return false;
      }
      ArticleView view = best.unit().view();
      Language language = view.edition().language();
      List<Wanted> added = topic.stream().filter(this::isTypedNow).toList();
      return !added.isEmpty()
          && added.stream().noneMatch(wanted -> isSaid(wanted, best.unit()))
          && (language == reading.language()
              || added.stream().anyMatch(wanted -> rarity.isSaid(wanted, language)));
    }

    private boolean isTypedNow(Wanted wanted) {
      return typedNow.containsAll(List.of(wanted.typed().split(" ")));
    }

    private static boolean isSaid(Wanted wanted, Unit unit) {
      for (int i = unit.first(); i <= unit.last(); i++) {
        if (unit.view().match(wanted, i) > 0) {
          return true;
        }
      }
      return false;
    }

    /**
     * Nothing of the topic is in the words. Where they are in the other language, others must say
     * the same things in it: else a translation may be lacking.
     */
    private boolean isSilentOnTopic(Scored best) {
      Language language = best.unit().view().edition().language();
      return best.feature(Feature.COVERAGE) < OFF_TOPIC
          && (language == reading.language()
              || topic.stream().allMatch(wanted -> rarity.isSaid(wanted, language)));
    }

    /** How far the first unit is ahead of every other article; 0 where there is no other. */
    private double lead(List<Scored> ranked) {
      Scored best = ranked.getFirst();
      for (Scored scored : ranked) {
        if (scored.admissible() && scored.unit().view() != best.unit().view()) {
          return Math.max(0, best.score() - scored.score());
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
     * The surest speakers first: the Kremlin's own words before those of a member of it, but not
     * before what says far more of the topic. Where a follow-up names no topic, its topic is the
     * article that it goes on with.
     */
    private void sort(List<Scored> ranked) {
      double most =
          ranked.stream().filter(Scored::admissible).mapToDouble(One::coverageOf).max().orElse(0);
      double surest =
          ranked.stream()
              .filter(one -> isOnTopic(one) && coverageOf(one) >= FAR_LESS * most)
              .mapToDouble(One::speakerOf)
              .max()
              .orElse(0);
      ranked.sort(
          Comparator.comparing(Scored::admissible)
              .thenComparing(scored -> topic.isEmpty() && isFollowed(scored.unit().view()))
              .thenComparing(scored -> speakerOf(scored) >= surest - sameSureness())
              .thenComparingDouble(scored -> scored.score() + asTyped(scored))
              .reversed());
    }

    /** Of passages that answer nearly as well, those in the language of the question go first. */
    private double asTyped(Scored scored) {
      return scored.unit().view().edition().language() == reading.language() ? OWN_LANGUAGE : 0;
    }

    /** Where no topic is named, whoever is surest of all goes first. */
    private double sameSureness() {
      return topic.isEmpty() ? SAME_SURENESS / 5 : SAME_SURENESS;
    }

    private static boolean isOnTopic(Scored scored) {
      return scored.admissible() && scored.feature(Feature.COVERAGE) >= ON_TOPIC;
    }

    private static double coverageOf(Scored scored) {
      return scored.feature(Feature.COVERAGE);
    }

    private static double speakerOf(Scored scored) {
      return scored.feature(Feature.SPEAKER);
    }

    // ---- candidates

    private List<Scored> ranked() {
      Map<Language, Map<Long, List<Candidate>>> found = collecting.everywhere();
      Set<Long> sequences = new LinkedHashSet<>(followed());
      found.values().forEach(chunks -> sequences.addAll(chunks.keySet()));
      Map<Long, ArticleView> articles = standing(sequences);
      List<Scored> ranked = new ArrayList<>();
      found.forEach((language, chunks) -> score(language, chunks, articles, ranked));
      sort(ranked);
      return ranked;
    }

    /** The articles that are not withdrawn, in the order of their sequences as given. */
    private Map<Long, ArticleView> standing(Set<Long> sequences) {
      List<Long> wanted =
          sequences.stream().filter(one -> !state.withdrawn().contains(one)).toList();
      Map<Long, ArticleView> found = views.of(wanted);
      Map<Long, ArticleView> inOrder = new LinkedHashMap<>();
      for (long sequence : wanted) {
        ArticleView view = found.get(sequence);
        if (view != null) {
          inOrder.put(sequence, view);
        }
      }
      return inOrder;
    }

    private void score(
        Language language,
        Map<Long, List<Candidate>> chunks,
        Map<Long, ArticleView> articles,
        List<Scored> scored) {
      for (long sequence : followed()) {
        ArticleView view = articles.get(sequence);
        if (view != null && view.edition().language() == language) {
          chunks.computeIfAbsent(sequence, _ -> new ArrayList<>());
        }
      }
      double best =
          chunks.values().stream()
              .flatMap(List::stream)
              .mapToDouble(Candidate::match)
              .max()
              .orElse(0);
      Scoring scoring =
          new Scoring(
              reading, language, topic, rarity.of(topic, language), speakerMatch, weights, best);
      chunks.forEach(
          (sequence, found) -> {
            ArticleView view = articles.get(sequence);
            if (view != null) {
              score(view, found, scoring, scored);
            }
          });
    }

    /** The articles that answered the question that this one goes on with. */
    private List<Long> followed() {
      return reading.followUpOf().isPresent()
          ? reading.answeredFrom().stream().map(Source::edition).toList()
          : List.of();
    }

    private void score(
        ArticleView view, List<Candidate> chunks, Scoring scoring, List<Scored> scored) {
      for (Unit unit : units(view)) {
        if (period.has(unit)) {
          Scored one = scoring.score(unit, chunks);
          double more =
              (isFollowed(view) ? FOLLOWED : 0)
                  - (isTold(unit) ? TOLD : 0)
                  - (Scoring.isSilence(unit) ? SILENT : 0);
          scored.add(more == 0 ? one : one.plus(more));
        }
      }
    }

    /** Whether the question goes on with one that was answered from this article. */
    private boolean isFollowed(ArticleView view) {
      return reading.followUpOf().isPresent()
          && reading.answeredFrom().stream()
              .anyMatch(source -> source.edition() == view.edition().sequence());
    }

    /** Whether the question before was answered with it, and this one asks about something else. */
    private boolean isTold(Unit unit) {
      long edition = unit.view().edition().sequence();
      return reading.followUpOf().isPresent()
          && reading.answeredFrom().stream()
              .filter(source -> source.edition() == edition)
              .anyMatch(source -> source.told().filter(unit.span()::overlaps).isPresent());
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

    private Searched searched() {
      return holdings.searched(reading, state.sequence());
    }

    private Duration took() {
      return Duration.ofNanos(System.nanoTime() - begun);
    }
  }
}
