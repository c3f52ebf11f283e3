package news.isnad.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.question.Reading;
import news.isnad.search.Candidate;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Judges what may be cited by the {@link Feature features} and their {@link Weights weights}.
 *
 * <p>The sentence that answers often does not name its topic, so what stands around a unit counts
 * for it too: the next sentence, the title, the lead and the rest of the article, each less.
 *
 * <p>Confined to one thread; made for one question and one language. It keeps what it knows of the
 * article of the last unit, so that units are best given article by article.
 */
final class Scoring {
  private static final double NEIGHBOUR = 0.6;
  private static final double NEXT_BUT_ONE = 0.45;
  private static final double TITLE = 0.6;
  private static final double LEAD = 0.45;
  private static final double ELSEWHERE = 0.3;
  private static final double BESIDE = 0.5;

  /** What an article says less surely than this, it does not say. */
  private static final double HARDLY_SAID = 0.3;

  private static final double LONG = 240;
  private static final int SHORT_ARTICLE = 4;

  /** So many sentences more than a short one's. */
  private static final int FULL_ARTICLE = 8;

  private static final double NOT_COUNTED = 0.5;
  private static final int COUNTED_WITHIN = 3;
  private final Reading reading;
  private final Language language;
  private final List<Wanted> topic;
  private final double[] rarities;
  private final Optional<SpeakerMatch> speaker;
  private final Weights weights;
  private final double bestMatch;
  private final Measure measure;
  private final Expected expected;
  private final Period period;
  private @Nullable Known known;

  /**
   * Prepares a question.
   *
   * @param language the language of the units
   * @param rarity of each thing wanted, above 0
   * @param speaker empty where nobody's words are asked for
   * @param bestMatch of the best chunk of the language, 0 for none
   */
  Scoring(
      Reading reading,
      Language language,
      List<Wanted> topic,
      Map<Wanted, Double> rarity,
      Optional<SpeakerMatch> speaker,
      Weights weights,
      double bestMatch) {
    this.reading = reading;
    this.language = language;
    this.topic = topic;
    this.rarities =
        topic.stream().mapToDouble(wanted -> rarity.getOrDefault(wanted, 1.0)).toArray();
    this.speaker = speaker;
    this.weights = weights;
    this.bestMatch = bestMatch;
    this.measure = Measure.asked(reading.question(), reading.language());
    this.expected = Expected.of(reading);
    this.period = Period.of(reading);
  }

  /**
   * A unit with what speaks for it.
   *
   * @param features what speaks for it
   * @param score for comparing
   * @param admissible false where it cannot answer: another speaks, or silence is no answer
   */
  record Scored(Unit unit, Features features, double score, boolean admissible) {
    double feature(Feature feature) {
      return features.of(feature);
    }

    Scored plus(double more) {
      return new Scored(unit, features, score + more, admissible);
    }
  }

  /** Whether somebody's words are asked for, and nothing else answers. */
  static boolean isSpeakerRequired(Reading reading) {
    return reading.hints().speakerRequired() && reading.speaker().isPresent();
  }

  /**
   * Judges a unit.
   *
   * @param chunks those of its article that were found
   */
  Scored score(Unit unit, List<Candidate> chunks) {
    Known article = known(unit.view());
    double who = speakerOf(unit, article);
    boolean another = isSpeakerRequired(reading) && who < SpeakerMatch.SAME;
    boolean silent = isSilence(unit) && !reading.hints().silenceAnswers();
    Features.Builder features = new Features.Builder();
    matched(features, unit, chunks);
    covered(features, unit, article);
    spoken(features, unit, who);
    shaped(features, unit);
    boolean admissible = !another && !silent;
    boolean said = isSpeakerRequired(reading) && admissible;
    Features found = features.build(length(unit.view()));
    return new Scored(unit, found, weights.score(said, found), admissible);
  }

  /** How long an article is: 0 for a passage of a few sentences, 1 for a full article. */
  private static double length(ArticleView view) {
    return Math.clamp((view.sentences().size() - SHORT_ARTICLE) / (double) FULL_ARTICLE, 0, 1);
  }

  private void matched(Features.Builder features, Unit unit, List<Candidate> chunks) {
    double match = 0;
    double likeness = 0;
    for (Candidate chunk : chunks) {
      boolean here = chunk.first() <= unit.first() && unit.first() <= chunk.last();
      match = Math.max(match, (here ? 1 : BESIDE) * chunk.match());
      likeness = Math.max(likeness, (here ? 1 : BESIDE) * chunk.likeness());
    }
    features.set(Feature.LIKENESS, likeness);
    features.set(Feature.MATCH, match);
    features.set(Feature.MATCH_OF_BEST, bestMatch == 0 ? 0 : match / bestMatch);
    features.set(Feature.TRANSLATED, language == reading.language() ? 0 : 1);
  }

  private void covered(Features.Builder features, Unit unit, Known article) {
    double all = 0;
    double covered = 0;
    double events = 0;
    double happened = 0;
    double own = 0;
    double telling = 0;
    double toTell = 0;
    double title = 0;
    double window = 0;
    double exact = 0;
    double named = 0;
    double names = 0;
    double known = 0;
    double least = 1;
    double untold = 0;
    boolean unnamed = false;
    for (int i = 0; i < rarities.length; i++) {
      Matches matches = article.matches.get(i);
      double rarity = rarities[i];
      double inside = matches.inside(unit);
      all += rarity;
      double around = Math.max(inside, matches.around(unit));
      double there = rarity * around;
      least = Math.min(least, around);
      known += topic.get(i).in(language).isEmpty() ? 0 : rarity;
      if (topic.get(i).name()) {
        names += rarity;
        named += rarity * Math.max(matches.best, matches.title);
      }
      own += rarity * inside;
      telling += rarity * matches.seldom * inside;
      toTell += rarity * matches.seldom;
      title += rarity * matches.title;
      window += rarity * Math.max(inside, Math.max(matches.before(unit), matches.behind(unit)));
      exact += rarity * (matches.isExactAt(unit) ? 1 : 0);
      covered += there;
      boolean never = Math.max(matches.best, matches.title) < HARDLY_SAID;
      untold += never && !topic.get(i).name() ? rarity : 0;
      unnamed |= never && topic.get(i).name();
      events += topic.get(i).name() ? 0 : rarity;
      happened += topic.get(i).name() ? 0 : there;
    }
    features.set(Feature.COVERAGE, all == 0 ? 1 : covered / all);
    features.set(Feature.OWN, all == 0 ? 0 : own / all);
    features.set(Feature.TELLING, toTell == 0 ? 0 : telling / toTell);
    features.set(Feature.TITLE, all == 0 ? 0 : title / all);
    features.set(Feature.WINDOW, all == 0 ? 0 : window / all);
    features.set(Feature.EXACT, all == 0 ? 0 : exact / all);
    features.set(Feature.NAMES, names == 0 ? 1 : named / names);
    features.set(Feature.LEAST, least);
    features.set(Feature.KNOWN, all == 0 ? 1 : known / all);
    features.set(Feature.TOGETHER, together(unit, article));
    features.set(Feature.HAPPENED, events == 0 ? 1 : happened / events);
    features.set(Feature.UNNAMED, unnamed ? 1 : 0);
    asked(features, events == 0 ? 0 : untold / events);
  }

  /**
   * "Why did X resign?" where nobody resigns: of the questions that take something for granted,
   * those for reasons are the ones that the news most often cannot answer.
   *
   * @param untold share of what happened that the article never says
   */
  private void asked(Features.Builder features, double untold) {
    double reason = expected.isCause() ? 1 : 0;
    features.set(Feature.REASON, reason);
    features.set(Feature.REASON_UNTOLD, reason * untold);
    features.set(Feature.TIME, reading.kind() == Reading.Kind.WHEN ? 1 : 0);
  }

  /** Share of neighbours in the question that stand within three words of one another. */
  private double together(Unit unit, Known article) {
    if (topic.size() < 2) {
      return 0;
    }
    int pairs = 0;
    for (int i = 1; i < topic.size(); i++) {
      pairs += article.areTogether(topic.get(i - 1), topic.get(i), unit) ? 1 : 0;
    }
    return pairs / (topic.size() - 1.0);
  }

  private void spoken(Features.Builder features, Unit unit, double who) {
    features.set(Feature.SPEAKER, who);
    boolean other = speaker.isPresent() && who < SpeakerMatch.SAME;
    features.set(Feature.OTHER_SPEAKER, !other ? 0 : unit.statement().isPresent() ? 1 : 0.5);
    Speech speech = unit.statement().map(Statement::speech).orElse(Speech.NONE);
    features.set(Feature.DIRECT, speech == Speech.DIRECT ? 1 : 0);
    features.set(Feature.MIXED, speech == Speech.MIXED ? 1 : 0);
  }

  private void shaped(Features.Builder features, Unit unit) {
    Optional<Double> kind = kind(unit);
    features.set(Feature.KIND, kind.orElse(0.0));
    features.set(Feature.KIND_MISSED, kind.orElse(1.0) > 0 ? 0 : 1);
    features.set(Feature.EXPECTED, isExpected(unit) ? 1 : 0);
    features.set(Feature.LENGTH, unit.span().length() / LONG);
    features.set(Feature.HEADLINE, unit.view().isTitle(unit.first()) ? 1 : 0);
    features.set(Feature.LEAD, unit.first() < 3 ? 1 : 0);
    boolean credited = reading.hints().outletAsked() && isCredited(unit);
    features.set(Feature.CREDITED, credited ? 1 : 0);
  }

  private Known known(ArticleView view) {
    Known found = known;
    if (found == null || found.view != view) {
      found = new Known(view, topic.stream().map(wanted -> new Matches(view, wanted)).toList());
      known = found;
    }
    return found;
  }

  /** What is known of one article. */
  private record Known(ArticleView view, List<Matches> matches, Map<Speaker, Double> speakers) {
    Known(ArticleView view, List<Matches> matches) {
      this(view, matches, new HashMap<>());
    }

    boolean areTogether(Wanted one, Wanted next, Unit unit) {
      for (int i = unit.first(); i <= unit.last(); i++) {
        if (view.areTogether(one, next, i)) {
          return true;
        }
      }
      return false;
    }
  }

  private double speakerOf(Unit unit, Known article) {
    Optional<Speaker> who = unit.statement().flatMap(Statement::speaker);
    if (speaker.isEmpty() || who.isEmpty()) {
      return 0;
    }
    return article.speakers.computeIfAbsent(who.get(), one -> speaker.get().of(one, article.view));
  }

  /** Whether somebody says nothing in it, and that is told. */
  static boolean isSilence(Unit unit) {
    return unit.statement().map(s -> s.kind() == Statement.Kind.SILENT).orElse(false);
  }

  /** How surely each sentence of an article says one thing that is wanted. */
  private static final class Matches {
    private final double[] bySentence;
    private final boolean[] exact;
    private final double title;
    private double best;

    /** How seldom the article says it: 1 for never, near 0 for in every sentence. */
    private final double seldom;

    Matches(ArticleView view, Wanted wanted) {
      bySentence = new double[view.sentences().size()];
      exact = new boolean[bySentence.length];
      title = view.titleMatch(wanted);
      double said = 0;
      for (int i = 0; i < bySentence.length; i++) {
        bySentence[i] = view.match(wanted, i);
        exact[i] = bySentence[i] == 1;
        best = Math.max(best, bySentence[i]);
        said += bySentence[i];
      }
      seldom = Math.log1p(bySentence.length / (1 + said)) / Math.log1p(bySentence.length);
    }

    private double in(int sentence) {
      return sentence < 0 || sentence >= bySentence.length ? 0 : bySentence[sentence];
    }

    double inside(Unit unit) {
      double inside = 0;
      for (int i = unit.first(); i <= unit.last(); i++) {
        inside = Math.max(inside, in(i));
      }
      return inside;
    }

    double before(Unit unit) {
      return in(unit.first() - 1);
    }

    double behind(Unit unit) {
      return in(unit.last() + 1);
    }

    boolean isExactAt(Unit unit) {
      int last = Math.min(unit.last() + 1, exact.length - 1);
      for (int i = Math.max(0, unit.first() - 1); i <= last; i++) {
        if (exact[i]) {
          return true;
        }
      }
      return false;
    }

    double around(Unit unit) {
      int first = unit.first();
      int last = unit.last();
      double around = Math.max(TITLE * title, ELSEWHERE * best);
      around = Math.max(around, NEIGHBOUR * Math.max(in(first - 1), in(last + 1)));
      around = Math.max(around, NEXT_BUT_ONE * Math.max(in(first - 2), in(last + 2)));
      return Math.max(around, LEAD * Math.max(in(0), in(1)));
    }
  }

  /** How well it has what the kind of question asks for; empty where anything may answer. */
  private Optional<Double> kind(Unit unit) {
    return switch (reading.kind()) {
      case HOW_MANY -> Optional.of(number(unit));
      case WHEN -> Optional.of(time(unit));
      case SAID_BY, WHO, WHAT, WHERE, LATEST, KEYWORD ->
          period.isNamedIn(unit) ? Optional.of(1.0) : Optional.empty();
    };
  }

  private boolean isExpected(Unit unit) {
    if (!expected.isAny()) {
      return false;
    }
    for (int i = unit.first(); i <= unit.last(); i++) {
      String text = unit.view().sentences().get(i).span().of(unit.view().edition().text());
      if (expected.isIn(text, unit.view().sentences().get(i).words(), language)) {
        return true;
      }
    }
    return false;
  }

  private double time(Unit unit) {
    for (int i = unit.first(); i <= unit.last(); i++) {
      if (Measure.isTime(unit.view().sentences().get(i).words(), language)) {
        return 1;
      }
    }
    return 0;
  }

  private double number(Unit unit) {
    double best = 0;
    for (int i = unit.first(); i <= unit.last(); i++) {
      ArticleView.Sentence sentence = unit.view().sentences().get(i);
      String text = sentence.span().of(unit.view().edition().text());
      if (Measure.mayHaveNumber(text, sentence.words(), language)) {
        best = Math.max(best, measure.in(text, unit.view().folded(i), language));
      }
    }
    if (best == 0) {
      return 0;
    }
    boolean counted = measure != Measure.COUNT || topic.isEmpty() || isCounted(unit);
    return counted ? best : NOT_COUNTED * best;
  }

  /** "How many people": a number stands by the people. */
  private boolean isCounted(Unit unit) {
    for (int i = unit.first(); i <= unit.last(); i++) {
      ArticleView.Sentence sentence = unit.view().sentences().get(i);
      List<String> folded = unit.view().folded(i);
      for (Form form : topic.getFirst().in(language)) {
        for (int at = sentence.next(form, 0); at >= 0; at = sentence.next(form, at + 1)) {
          if (Measure.isTotal(folded, at, language) || isNumberBeside(folded, at)) {
            return true;
          }
        }
      }
      if (arePeopleAsked() && arePeopleCounted(folded)) {
        return true;
      }
    }
    return false;
  }

  /** The population of a town is counted as people who live there. */
  private boolean arePeopleAsked() {
    return Measure.isPerson(Folding.fold(topic.getFirst().typed()), reading.language());
  }

  private boolean arePeopleCounted(List<String> folded) {
    for (int at = 0; at < folded.size(); at++) {
      if (Measure.isPerson(folded.get(at), language) && isNumberBeside(folded, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNumberBeside(List<String> folded, int at) {
    int from = Math.max(0, at - COUNTED_WITHIN);
    int to = Math.min(folded.size(), at + COUNTED_WITHIN + 1);
    return folded.subList(from, to).stream().anyMatch(word -> Measure.isNumber(word, language));
  }

  private static boolean isCredited(Unit unit) {
    ArticleView view = unit.view();
    for (Statement statement : view.statements()) {
      boolean here = statement.sentences().overlaps(view.sentences().get(unit.first()).span());
      boolean credited =
          statement.upstream().stream().anyMatch(up -> statement.sentences().overlaps(up.proof()));
      if (here && credited) {
        return true;
      }
    }
    return false;
  }
}
