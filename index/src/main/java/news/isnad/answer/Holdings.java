package news.isnad.answer;

import java.time.Instant;
import java.util.Optional;
import news.isnad.article.ArticleStore;
import news.isnad.question.Reading;

/**
 * How much there is to search. Counting reads the whole store, so it is done once for each edition
 * that was the last. Safe for concurrent use.
 */
final class Holdings {
  private final ArticleStore articles;
  private volatile Counted counted = new Counted(0, 0, 0, Optional.empty(), Optional.empty());

  /** How much the store held when its last edition was this one. */
  private record Counted(
      long sequence, long articles, long outlets, Optional<Instant> from, Optional<Instant> to) {}

  Holdings(ArticleStore articles) {
    this.articles = articles;
  }

  /** What was searched for a reading. */
  Searched searched(Reading reading) {
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
}
