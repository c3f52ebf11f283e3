package news.isnad.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.isnad.question.Reading;
import news.isnad.search.Wanted;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Scores what may be cited, 0 to 1, by few features:
 *
 * <ul>
 *   <li>coverage: the share of the topic, each thing weighted by its rarity, that the passage says;
 *       what its neighbours, the title, the lead or the rest of the article say counts less,
 *       because the sentence that answers often does not name its topic
 *   <li>own: the same share by the passage's own words only
 *   <li>speaker: how surely the one asked for speaks
 *   <li>kind: a number for "how many", a time for "when", a credited outlet for "which newspaper"
 *   <li>form: the speaker's own words before reported ones, text before headlines
 * </ul>
 *
 * Confined to one thread; made for one question. It keeps what it knows of the article of the last
 * unit, so that units are best given article by article.
 */
final class Scoring {
  private static final double NEIGHBOUR = 0.6;
  private static final double NEXT_BUT_ONE = 0.45;
  private static final double TITLE = 0.6;
  private static final double LEAD = 0.45;
  private static final double ELSEWHERE = 0.3;
  private static final double KIND = 0.08;
  private static final double DIRECT = 0.05;
  private static final double MIXED = 0.04;
  private static final Pattern NUMBER =
      Pattern.compile(
          "[0-9٠-٩]|\\b(one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundreds?|thousands?|millions?|half)\\b"
              + "|(مئات|آلاف|ملايين|مليون|ألف|مائة|اثن|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر|نصف)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME =
      Pattern.compile(
          "\\b(mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(january|february|march|april|may|june|july|august"
              + "|september|october|november|december|today|tomorrow|yesterday|week|month|year|morning|evening)\\b|[0-9]{4}"
              + "|(يوم|اليوم|غدا|أمس|شهر|الأسبوع|عام|سنة|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
              + "|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)",
          Pattern.CASE_INSENSITIVE);

  private final Reading reading;
  private final List<Wanted> topic;
  private final double[] weights;
  private final Optional<SpeakerMatch> speaker;
  private @Nullable Known known;

  /**
   * Prepares a question.
   *
   * @param rarity weight of each thing wanted, above 0
   * @param speaker empty where nobody's words are asked for
   */
  Scoring(
      Reading reading,
      List<Wanted> topic,
      Map<Wanted, Double> rarity,
      Optional<SpeakerMatch> speaker) {
    this.reading = reading;
    this.topic = topic;
    this.weights = topic.stream().mapToDouble(wanted -> rarity.getOrDefault(wanted, 1.0)).toArray();
    this.speaker = speaker;
  }

  /**
   * A unit with its score.
   *
   * @param score 0 to 1, for comparing
   * @param coverage share of the topic that it or its surroundings say, 0 to 1; decides whether it
   *     is an answer
   * @param happened the same share of what is not a name; 1 where only names are asked for
   * @param own share of the topic that it says itself
   * @param speaker how surely the one asked for speaks; 0 where nobody is asked for
   */
  record Scored(
      Unit unit, double score, double coverage, double happened, double own, double speaker) {}

  Optional<Scored> score(Unit unit) {
    Known article = known(unit.view());
    double who = speakerOf(unit, article);
    if (reading.hints().speakerRequired() && speaker.isPresent() && who < SpeakerMatch.SAME) {
      return Optional.empty();
    }
    if (isSilence(unit) && !reading.hints().silenceAnswers()) {
      return Optional.empty();
    }
    double all = 0;
    double covered = 0;
    double events = 0;
    double happened = 0;
    double own = 0;
    for (int i = 0; i < weights.length; i++) {
      Matches matches = article.matches.get(i);
      double weight = weights[i];
      double inside = matches.inside(unit);
      all += weight;
      own += weight * inside;
      double there = weight * Math.max(inside, matches.around(unit));
      covered += there;
      events += topic.get(i).name() ? 0 : weight;
      happened += topic.get(i).name() ? 0 : there;
    }
    double coverage = all == 0 ? 1 : covered / all;
    double ownShare = all == 0 ? 0 : own / all;
    double score = 0.62 * coverage + 0.2 * ownShare + kind(unit) + form(unit) + via(unit);
    if (speaker.isPresent()) {
      score += reading.hints().speakerRequired() ? 0.1 * who : 0.12 * soft(unit, who);
    }
    double share = events == 0 ? 1 : happened / events;
    return Optional.of(new Scored(unit, Math.clamp(score, 0, 1), coverage, share, ownShare, who));
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
  }

  private double speakerOf(Unit unit, Known article) {
    Optional<Speaker> who = unit.statement().flatMap(Statement::speaker);
    if (speaker.isEmpty() || who.isEmpty()) {
      return 0;
    }
    return article.speakers.computeIfAbsent(who.get(), one -> speaker.get().of(one, article.view));
  }

  private static double soft(Unit unit, double who) {
    return who >= SpeakerMatch.SAME ? who : unit.statement().isPresent() ? 0 : 0.3;
  }

  private static boolean isSilence(Unit unit) {
    return unit.statement().map(s -> s.kind() == Statement.Kind.SILENT).orElse(false);
  }

  /** How surely each sentence of an article says one thing that is wanted. */
  private static final class Matches {
    private final double[] bySentence;
    private final double title;
    private double best;

    Matches(ArticleView view, Wanted wanted) {
      bySentence = new double[view.sentences().size()];
      title = view.titleMatch(wanted);
      for (int i = 0; i < bySentence.length; i++) {
        bySentence[i] = view.match(wanted, i);
        best = Math.max(best, bySentence[i]);
      }
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

    double around(Unit unit) {
      int first = unit.first();
      int last = unit.last();
      double around = Math.max(TITLE * title, ELSEWHERE * best);
      around = Math.max(around, NEIGHBOUR * Math.max(in(first - 1), in(last + 1)));
      around = Math.max(around, NEXT_BUT_ONE * Math.max(in(first - 2), in(last + 2)));
      return Math.max(around, LEAD * Math.max(in(0), in(1)));
    }
  }

  private double kind(Unit unit) {
    String words = sentences(unit);
    return switch (reading.kind()) {
      case HOW_MANY -> NUMBER.matcher(words).find() ? KIND : -KIND;
      case WHEN -> TIME.matcher(words).find() ? KIND : -KIND;
      case SAID_BY, WHO, WHAT, WHERE, LATEST, KEYWORD -> 0;
    };
  }

  private static String sentences(Unit unit) {
    ArticleView view = unit.view();
    int start = view.sentences().get(unit.first()).span().start();
    int end = view.sentences().get(unit.last()).span().end();
    return view.edition().text().substring(start, end);
  }

  private static double form(Unit unit) {
    double form = unit.view().isTitle(unit.first()) ? -0.06 : 0;
    if (unit.statement().isPresent()) {
      Speech speech = unit.statement().get().speech();
      form +=
          switch (speech) {
            case DIRECT -> DIRECT;
            case MIXED -> MIXED;
            case REPORTED, NONE -> 0;
          };
    }
    return form;
  }

  /** A credited outlet where one is asked for. */
  private double via(Unit unit) {
    if (reading.hints().outletAsked()) {
      return isCredited(unit) ? 0.15 : 0;
    }
    return 0;
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
