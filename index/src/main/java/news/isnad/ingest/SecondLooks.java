package news.isnad.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleStore;
import news.isnad.article.ArticleStore.Brought;
import news.isnad.article.Source;

/**
 * Looks again at the pages of articles that a source brought: many are corrected, or vanish, while
 * their feed says nothing of it. Each is looked at some half an hour, three hours and a day after
 * it was stored, with the poll that comes next; where that comes late, that look is the next one's.
 * They are spread, so that what came at once is not looked at at once.
 *
 * <p>Safe for concurrent use.
 */
final class SecondLooks {
  private static final List<Duration> AGES =
      List.of(Duration.ofMinutes(30), Duration.ofHours(3), Duration.ofDays(1));
  private static final int MOST_KNOWN = 300;
  private static final int MOST_AT_ONCE = 10;

  /** An age is stretched by up to half, in so many steps. */
  private static final int STEPS = 64;

  /** The last poll may have ended so long after it looked. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private static final int MOST_REMEMBERED = 20_000;

  private final ArticleStore articles;
  private final InstantSource clock;

  /** Pages that were looked at lately. */
  private final Cache<URI, Boolean> looked;

  SecondLooks(ArticleStore articles, InstantSource clock) {
    this.articles = articles;
    this.clock = clock;
    this.looked =
        Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(OVERLAP.multipliedBy(2))
            .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
            .build();
  }

  /** The pages of a source that are to be looked at with this poll; none with its first. */
  List<URI> due(Source source) {
    Optional<Instant> before = source.lastPolled();
    if (before.isEmpty()) {
      return List.of();
    }
    Instant from = before.get().minus(OVERLAP);
    Instant now = clock.instant();
    List<URI> due =
        articles.broughtBy(source.id(), MOST_KNOWN).stream()
            .filter(article -> isDue(article, from, now))
            .map(Brought::url)
            .filter(url -> looked.getIfPresent(url) == null)
            .limit(MOST_AT_ONCE)
            .toList();
    due.forEach(url -> looked.put(url, true));
    return due;
  }

  private static boolean isDue(Brought article, Instant from, Instant now) {
    int step = Math.floorMod(article.url().hashCode(), STEPS);
    for (Duration age : AGES) {
      Instant moment = article.since().plus(age).plus(age.multipliedBy(step).dividedBy(2L * STEPS));
      if (moment.isAfter(from) && !moment.isAfter(now)) {
        return true;
      }
    }
    return false;
  }
}
