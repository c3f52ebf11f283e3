package news.isnad.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import news.isnad.article.Edition;
import news.isnad.search.NewsIndex;
import news.isnad.search.Wanted;
import news.isnad.speaker.Denials;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Statement;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Finds who denies what an answer says.
 *
 * <ul>
 *   <li>Another speaker denies something, in either language.
 *   <li>Denial and answer were published within a week of one another, where both are dated.
 *   <li>The denial and what stands beside it say most of what the question is about, or most of
 *       what is rare in the answer: two things at least, one of them itself, and not only names. A
 *       headline is no denial.
 *   <li>Two denials agree with one another: an answer that is a denial itself is contradicted only
 *       by one that names its speaker.
 * </ul>
 *
 * Safe for concurrent use.
 */
final class OtherSide {
  private static final Duration STORY = Duration.ofDays(7);
  private static final int RAREST = 5;
  private static final double NEIGHBOUR = 0.7;
  private static final double TITLE = 0.6;
  private static final double SAME_TOPIC = 0.5;

  /** More than a title says, as much as the sentence beside. */
  private static final double SAID = 0.65;

  private static final Comparator<Found> NEAREST =
      Comparator.comparingDouble((Found one) -> -one.share)
          .thenComparingLong(one -> one.unit.view().edition().sequence())
          .thenComparingInt(one -> one.unit.span().start());
  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "ms", "president", "minister", "السيد", "السيدة", "الرئيس", "الوزير");

  private final TopicTerms terms;
  private final Denials denials = Denials.shipped();

  OtherSide(TopicTerms terms) {
    this.terms = terms;
  }

  /**
   * The denial that is nearest to an answer's topic.
   *
   * @param answer the first citation
   * @param views the articles that were searched for the answer
   * @param topic what the question is about
   * @param rarity how much a thing wanted counts in a language, above 0
   */
  Optional<Unit> of(
      Citation answer,
      Collection<ArticleView> views,
      List<Wanted> topic,
      ToDoubleBiFunction<Wanted, Language> rarity) {
    List<Found> perhaps = perhapsDenials(answer, views);
    if (perhaps.isEmpty()) {
      return Optional.empty();
    }
    List<Wanted> own = rarest(answer, topic, rarity);
    if (topic.isEmpty() && own.isEmpty()) {
      return Optional.empty();
    }
    boolean agrees = isDenial(answer, views);
    // Reading whether something is denied takes longest: it is done from the nearest on.
    return perhaps.stream()
        .map(one -> one.sharing(topic, own, rarity))
        .filter(one -> one.share >= SAME_TOPIC)
        .sorted(NEAREST)
        .filter(one -> one.unit.view().isDenial(one.statement, denials))
        .filter(one -> !agrees || names(one.statement, one.unit.view(), answer))
        .findFirst()
        .map(Found::unit);
  }

  private record Found(Unit unit, Statement statement, double share) {
    Found sharing(
        List<Wanted> topic, List<Wanted> own, ToDoubleBiFunction<Wanted, Language> rarity) {
      Language language = unit.view().edition().language();
      return new Found(unit, statement, new Shares(unit, language, rarity).of(topic, own));
    }
  }

  /** What others may deny in the articles of the same days. */
  private List<Found> perhapsDenials(Citation answer, Collection<ArticleView> views) {
    List<Found> found = new ArrayList<>();
    for (ArticleView view : views) {
      if (isOfOneStory(view.edition(), answer.edition())) {
        for (Statement statement : view.perhapsDenials(denials)) {
          if (isAnother(statement, answer)) {
            found.add(new Found(Unit.of(view, statement), statement, 0));
          }
        }
      }
    }
    return found;
  }

  /** Whether the answer is a denial itself: another denial then agrees with it. */
  private boolean isDenial(Citation answer, Collection<ArticleView> views) {
    Edition edition = answer.edition();
    return denials.holds(answer.span(), edition.text(), edition.language())
        || views.stream()
            .filter(view -> view.edition().sequence() == edition.sequence())
            .anyMatch(
                view ->
                    view.perhapsDenials(denials).stream()
                        .filter(statement -> statement.span().equals(answer.span()))
                        .anyMatch(statement -> view.isDenial(statement, denials)));
  }

  /** What is rarest in the answer's own words and not in the question. */
  private List<Wanted> rarest(
      Citation answer, List<Wanted> topic, ToDoubleBiFunction<Wanted, Language> rarity) {
    Language language = answer.edition().language();
    Set<String> speaker = words(answer.speaker().map(Speaker::name).orElse(""), language);
    return terms.rarest(answer.quote(), language, RAREST).stream()
        .filter(wanted -> !speaker.contains(Folding.fold(wanted.typed())))
        .filter(wanted -> topic.stream().noneMatch(one -> isSame(one, wanted, language)))
        .sorted(
            Comparator.comparingDouble((Wanted wanted) -> -rarity.applyAsDouble(wanted, language)))
        .limit(RAREST)
        .toList();
  }

  private static boolean isSame(Wanted one, Wanted other, Language language) {
    return one.in(language).stream()
        .anyMatch(
            form -> other.in(language).stream().anyMatch(o -> o.stems().equals(form.stems())));
  }

  /** The days in which a story is told that was published at an instant. */
  static NewsIndex.Published sameStory(Instant at) {
    return new NewsIndex.Published(at.minus(STORY), at.plus(STORY).plusMillis(1));
  }

  private static boolean isOfOneStory(Edition one, Edition other) {
    Optional<Instant> first = one.published();
    Optional<Instant> second = other.published();
    return first.isEmpty()
        || second.isEmpty()
        || Duration.between(first.get(), second.get()).abs().compareTo(STORY) <= 0;
  }

  // ---- speakers

  private static boolean isAnother(Statement statement, Citation answer) {
    if (statement.speaker().isEmpty()) {
      return false;
    }
    Speaker one = statement.speaker().get();
    return answer.speaker().map(other -> !isSame(one, other)).orElse(true);
  }

  private static boolean isSame(Speaker one, Speaker other) {
    if (one.entity().isPresent() && other.entity().isPresent()) {
      return one.entity().equals(other.entity());
    }
    boolean body = one.institution().isPresent() && one.institution().equals(other.institution());
    boolean bodyItself =
        (one.institution().isPresent() && one.institution().equals(other.entity()))
            || (other.institution().isPresent() && other.institution().equals(one.entity()));
    String first = Folding.fold(one.name());
    String second = Folding.fold(other.name());
    return body || bodyItself || first.contains(second) || second.contains(first);
  }

  /** Whether the sentences of a denial name whoever gave the answer. */
  private static boolean names(Statement statement, ArticleView view, Citation answer) {
    Language language = view.edition().language();
    if (language != answer.edition().language() || answer.speaker().isEmpty()) {
      return false;
    }
    Set<String> there = words(statement.sentences().of(view.edition().text()), language);
    return words(answer.speaker().get().name(), language).stream().anyMatch(there::contains);
  }

  private static Set<String> words(String text, Language language) {
    Set<String> words = new HashSet<>();
    for (Word word : Words.of(text, language)) {
      String folded = word.folded();
      if (folded.length() > 2
          && !TITLES.contains(folded)
          && !StopWords.contains(language, folded)) {
        words.add(folded);
      }
    }
    return words;
  }

  // ---- the topic

  /** How much of what is wanted a unit says. Confined to one thread. */
  private static final class Shares {
    private final Unit unit;
    private final Language language;
    private final ToDoubleBiFunction<Wanted, Language> rarity;
    private int said;
    private boolean saidMoreThanNames;

    Shares(Unit unit, Language language, ToDoubleBiFunction<Wanted, Language> rarity) {
      this.unit = unit;
      this.language = language;
      this.rarity = rarity;
    }

    /** Share of the one or of the other, the larger; 0 where that is not the same topic. */
    double of(List<Wanted> topic, List<Wanted> own) {
      if (!saysAny(topic) && !saysAny(own)) {
        return 0;
      }
      double share = Math.max(share(topic), share(own));
      boolean onlyNames =
          topic.stream().allMatch(Wanted::name) && own.stream().allMatch(Wanted::name);
      boolean enough = said >= Math.min(2, topic.size() + own.size());
      return enough && (saidMoreThanNames || onlyNames) ? share : 0;
    }

    private boolean saysAny(List<Wanted> things) {
      for (Wanted wanted : things) {
        if (inside(wanted) >= SAID) {
          return true;
        }
      }
      return false;
    }

    private double share(List<Wanted> things) {
      double all = 0;
      double shared = 0;
      for (Wanted wanted : things) {
        double weight = rarity.applyAsDouble(wanted, language);
        double inside = inside(wanted);
        double there = Math.max(inside, around(wanted));
        all += weight;
        shared += weight * there;
        said += there >= SAID ? 1 : 0;
        saidMoreThanNames |= there >= SAID && !wanted.name();
      }
      return all == 0 ? 0 : shared / all;
    }

    private double inside(Wanted wanted) {
      double inside = 0;
      for (int i = unit.first(); i <= unit.last(); i++) {
        inside = Math.max(inside, unit.view().match(wanted, i));
      }
      return inside;
    }

    private double around(Wanted wanted) {
      ArticleView view = unit.view();
      double beside =
          Math.max(view.match(wanted, unit.first() - 1), view.match(wanted, unit.last() + 1));
      return Math.max(NEIGHBOUR * beside, TITLE * view.titleMatch(wanted));
    }
  }
}
