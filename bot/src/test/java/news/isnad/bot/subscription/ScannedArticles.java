package news.isnad.bot.subscription;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.search.RecentArticles;
import news.isnad.text.Language;
import news.isnad.text.NameKeys;
import news.isnad.text.Word;
import news.isnad.text.Words;

/** Reads every article of a small store for every word. */
final class ScannedArticles implements RecentArticles {
  private final List<Edition> editions;

  private ScannedArticles(List<Edition> editions) {
    this.editions = editions;
  }

  static Source of(ArticleStore articles) {
    return (time, except) ->
        new ScannedArticles(
            articles.after(0, Integer.MAX_VALUE).stream()
                .filter(each -> !except.contains(each.sequence()))
                .filter(each -> !moment(each).isBefore(time))
                .toList());
  }

  private static Instant moment(Edition edition) {
    return edition.published().orElse(edition.ingested());
  }

  private BitSet where(Predicate<Edition> condition) {
    BitSet found = new BitSet();
    for (int i = 0; i < editions.size(); i++) {
      found.set(i, condition.test(editions.get(i)));
    }
    return found;
  }

  private static Stream<Word> words(Edition edition) {
    return Stream.of(edition.title(), edition.text())
        .flatMap(text -> Words.of(text, edition.language()).stream());
  }

  @Override
  public BitSet all() {
    return where(_ -> true);
  }

  @Override
  public BitSet in(Language language) {
    return where(each -> each.language() == language);
  }

  @Override
  public BitSet with(Language language, String stem) {
    return where(
        each ->
            each.language() == language && words(each).anyMatch(word -> word.stem().equals(stem)));
  }

  @Override
  public BitSet spelled(Language language, String text) {
    return where(
        each ->
            each.language() == language
                && words(each).anyMatch(word -> word.folded().equals(text)));
  }

  @Override
  public BitSet saidBy(Language language, String stem) {
    return with(language, stem);
  }

  @Override
  public List<String> surfaces(Language language, String key) {
    return editions.stream()
        .filter(each -> each.language() == language)
        .flatMap(ScannedArticles::words)
        .map(Word::folded)
        .filter(word -> NameKeys.of(word).contains(key))
        .distinct()
        .toList();
  }

  @Override
  public Set<String> outlets() {
    return editions.stream().map(Edition::outlet).collect(Collectors.toSet());
  }

  @Override
  public BitSet from(String outlet) {
    return where(each -> each.outlet().equals(outlet));
  }

  @Override
  public long sequence(int number) {
    return editions.get(number).sequence();
  }

  @Override
  public Optional<Instant> oldest() {
    return editions.stream().map(ScannedArticles::moment).min(Instant::compareTo);
  }

  @Override
  public void close() {}
}
