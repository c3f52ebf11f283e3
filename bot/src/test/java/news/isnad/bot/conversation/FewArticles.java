package news.isnad.bot.conversation;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.article.GonePage;
import news.isnad.article.Standing;
import news.isnad.text.Language;

/** A store that holds the editions it was given, for readers of them. */
public final class FewArticles implements ArticleStore {
  private final List<Edition> editions = new ArrayList<>();

  public FewArticles(Edition... editions) {
    this.editions.addAll(List.of(editions));
  }

  public void add(Edition edition) {
    editions.add(edition);
  }

  @Override
  public Stored store(ArticleDraft draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Stored> store(List<ArticleDraft> drafts) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Edition> after(long after, int limit) {
    return editions.stream().filter(each -> each.sequence() > after).limit(limit).toList();
  }

  @Override
  public Optional<Edition> current(String article, Language language) {
    return editions.stream()
        .filter(each -> each.article().equals(article) && each.language() == language)
        .findFirst();
  }

  @Override
  public Optional<Edition> edition(long sequence) {
    return editions.stream().filter(each -> each.sequence() == sequence).findFirst();
  }

  /** The last edition of an article is its current one. */
  @Override
  public Standing standing(long sequence) {
    return edition(sequence)
        .map(
            each ->
                editions.stream()
                        .anyMatch(
                            other ->
                                other.article().equals(each.article())
                                    && other.number() > each.number())
                    ? Standing.SUPERSEDED
                    : Standing.CURRENT)
        .orElse(Standing.WITHDRAWN);
  }

  @Override
  public List<Long> sequences(String article, Language language) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<Long> withdrawn() {
    return Set.of();
  }

  @Override
  public List<GonePage> goneSince(Instant time) {
    return List.of();
  }

  @Override
  public int withdraw(URI address) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forEach(Consumer<Edition> each) {
    editions.forEach(each);
  }

  @Override
  public List<Edition> latest(int limit) {
    return editions.reversed().stream().limit(limit).toList();
  }

  @Override
  public void carriedBy(long source, Optional<String> guid, Optional<URI> url) {}

  @Override
  public boolean knows(Optional<String> guid, Optional<URI> url) {
    return false;
  }

  @Override
  public long lastSequence() {
    return editions.isEmpty() ? 0 : editions.getLast().sequence();
  }

  @Override
  public long count() {
    return editions.size();
  }

  @Override
  public Extent in(Instant from, Instant to) {
    List<Edition> of =
        editions.stream()
            .filter(
                each -> {
                  Instant moment = each.published().orElse(each.ingested());
                  return !moment.isBefore(from) && moment.isBefore(to);
                })
            .toList();
    return new Extent(of.size(), of.stream().map(Edition::outlet).distinct().count());
  }

  @Override
  public long countAfter(long sequence) {
    return editions.stream().filter(edition -> edition.sequence() > sequence).count();
  }

  @Override
  public Set<String> outletsAfter(long sequence) {
    return editions.stream()
        .filter(edition -> edition.sequence() > sequence)
        .map(Edition::outlet)
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Instant> oldest() {
    return moments().min(Comparator.naturalOrder());
  }

  @Override
  public Optional<Instant> newest() {
    return moments().max(Comparator.naturalOrder());
  }

  private Stream<Instant> moments() {
    return editions.stream().map(each -> each.published().orElse(each.ingested()));
  }
}
