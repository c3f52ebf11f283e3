package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.isnad.answer.Citation;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.bot.compose.News;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.Speech;
import news.isnad.text.Span;

/**
 * What an edition takes back of an alert.
 *
 * <ul>
 *   <li>Only what one of the alert's outlets says of itself.
 *   <li>A withdrawal is told once, and nothing after it. It goes before a correction.
 *   <li>A correction is told where no edition that came to the alert says it in the same words.
 *   <li>The quoted words are gone where they stand in the shown edition and in the one before this,
 *       and not in this.
 * </ul>
 *
 * <p>Safe for concurrent use.
 */
final class TakenBack {
  private static final String NOTE = "NOTE|";

  private final ArticleStore articles;
  private final AlertStore store;
  private final KeyQuotation quotations;

  TakenBack(ArticleStore articles, AlertStore store, Attribution attribution) {
    this.articles = requireNonNull(articles, "articles is null");
    this.store = requireNonNull(store, "store is null");
    this.quotations = new KeyQuotation(attribution);
  }

  /**
   * What is taken back. Immutable.
   *
   * @param sentence that says so
   */
  record Taken(News news, Optional<Span> sentence) {
    /** As it stands in a telling. */
    Optional<String> key() {
      return sentence.map(span -> NOTE + span.start() + "|" + span.end());
    }
  }

  /** The sentence that a telling names; empty where it names none. */
  static Optional<Span> sentence(Optional<String> key, Edition edition) {
    return key.filter(fact -> fact.startsWith(NOTE))
        .map(fact -> fact.substring(NOTE.length()).split("\\|", -1))
        .map(ends -> new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
        .filter(span -> span.end() <= edition.text().length());
  }

  /**
   * @param said what the edition says of itself at most
   */
  Optional<Taken> of(Alert alert, Edition edition, Optional<News> said, Subscription subscription) {
    boolean over = alert.corrected().filter(News.WITHDRAWAL::equals).isPresent();
    if (over || !alert.outlets().contains(edition.outlet())) {
      return Optional.empty();
    }
    List<Edition> earlier = earlier(alert, edition);
    return said.flatMap(news -> note(news, edition, earlier))
        .or(
            () ->
                isGone(alert, edition, earlier, subscription)
                    ? Optional.of(new Taken(News.GONE, Optional.empty()))
                    : Optional.empty());
  }

  /** The editions that came to the alert before, oldest first. */
  private List<Edition> earlier(Alert alert, Edition edition) {
    return articles.editions(store.tellings().editions(alert.id())).values().stream()
        .filter(each -> each.sequence() < edition.sequence())
        .sorted(Comparator.comparingLong(Edition::sequence))
        .toList();
  }

  private static Optional<Taken> note(News said, Edition edition, List<Edition> earlier) {
    List<Corrections.Note> notes = Corrections.shipped().notes(edition);
    Optional<Taken> fresh =
        notes.stream()
            .filter(note -> isNew(note, edition, earlier))
            .max(Comparator.comparing(Corrections.Note::news))
            .map(note -> new Taken(note.news(), note.sentence()));
    boolean inTheText = notes.stream().anyMatch(note -> note.news() == said);
    boolean known = inTheText || earlier.stream().anyMatch(each -> says(said, each, edition));
    return known ? fresh : Optional.of(new Taken(said, Optional.empty()));
  }

  /** Whether no earlier edition of the article, or of its outlet, has these words. */
  private static boolean isNew(Corrections.Note note, Edition edition, List<Edition> earlier) {
    String words = note.sentence().map(span -> span.of(edition.text())).orElse("");
    return earlier.stream()
        .filter(each -> isOfTheSame(each, edition) || each.outlet().equals(edition.outlet()))
        .noneMatch(each -> each.text().contains(words));
  }

  /** Whether an earlier edition of the article says the same of itself under this title. */
  private static boolean says(News said, Edition earlier, Edition edition) {
    return isOfTheSame(earlier, edition)
        && earlier.title().equals(edition.title())
        && Corrections.shipped().of(earlier).filter(said::equals).isPresent();
  }

  private boolean isGone(
      Alert alert, Edition edition, List<Edition> earlier, Subscription subscription) {
    List<Edition> same = earlier.stream().filter(each -> isOfTheSame(each, edition)).toList();
    Optional<Edition> shown =
        same.stream().filter(each -> each.sequence() == alert.edition()).findFirst();
    return shown
        .flatMap(each -> quotations.of(each, subscription.words()))
        .filter(citation -> citation.speech() == Speech.DIRECT)
        .map(Citation::quote)
        .filter(quote -> same.getLast().text().contains(quote))
        .filter(quote -> !edition.text().contains(quote))
        .isPresent();
  }

  private static boolean isOfTheSame(Edition one, Edition other) {
    return one.article().equals(other.article()) && one.language() == other.language();
  }
}
