package news.isnad.answer;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.ArticleStore;
import news.isnad.question.Reading;
import news.isnad.search.NewsIndex;

/**
 * How much there is to search. Counting reads the whole store, so that it is done for every few
 * editions only: what came in meanwhile is added. Safe for concurrent use.
 */
final class Holdings {
  /** What was taken out of the store is counted for so many editions longer at most. */
  private static final int ADDED = 1_000;

  private final ArticleStore articles;
  private volatile Counted counted =
      new Counted(0, 0, 0, Set.of(), Optional.empty(), Optional.empty());

  /**
   * How much the store held.
   *
   * @param sequence of its last edition then
   * @param whole of its last edition when the whole store was counted
   */
  private record Counted(
      long sequence,
      long whole,
      long articles,
      Set<String> outlets,
      Optional<Instant> from,
      Optional<Instant> to) {}

  Holdings(ArticleStore articles) {
    this.articles = articles;
  }

  /**
   * What was searched for a reading.
   *
   * @param sequence of the last edition that is stored
   */
  Searched searched(Reading reading, long sequence) {
    Counted known = counted;
    if (known.sequence != sequence) {
      boolean grew = known.whole > 0 && known.sequence < sequence;
      known = grew && sequence - known.whole <= ADDED ? grown(known, sequence) : whole(sequence);
      counted = known;
    }
    Optional<NewsIndex.Published> told = Period.of(reading).told();
    return told.isPresent()
        ? searched(told.get(), known)
        : new Searched(known.articles, known.outlets.size(), known.from, known.to);
  }

  /** What was searched of a period, as far as there are articles. */
  private Searched searched(NewsIndex.Published told, Counted known) {
    Instant newest = known.to.orElse(told.to());
    Instant to = newest.isBefore(told.to()) && newest.isAfter(told.from()) ? newest : told.to();
    ArticleStore.Extent extent = articles.in(told.from(), to);
    return new Searched(
        extent.articles(), extent.outlets(), Optional.of(told.from()), Optional.of(to));
  }

  private Counted whole(long sequence) {
    return counted(sequence, sequence, articles.count(), articles.outletsAfter(0));
  }

  private Counted grown(Counted before, long sequence) {
    Set<String> outlets = new HashSet<>(before.outlets);
    outlets.addAll(articles.outletsAfter(before.sequence));
    long more = articles.countAfter(before.sequence);
    return counted(sequence, before.whole, before.articles + more, outlets);
  }

  private Counted counted(long sequence, long whole, long all, Set<String> outlets) {
    Optional<Instant> to = articles.newest().map(newest -> newest.plusMillis(1));
    return new Counted(sequence, whole, all, outlets, articles.oldest(), to);
  }
}
