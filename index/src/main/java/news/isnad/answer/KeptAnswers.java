package news.isnad.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import news.isnad.question.Reading;

/**
 * The answers to what was asked lately, each as long as nothing that it depends on is another. Safe
 * for concurrent use.
 *
 * <p>What was asked longest ago goes first. A cache that is told its size would rather keep what is
 * asked most, and would turn away whatever is asked for the first time; but a question is asked
 * again by the same people within minutes, or never.
 */
final class KeptAnswers {
  static final int MOST = 500;
  private static final Duration LONGEST = Duration.ofHours(6);

  private final Cache<Key, Answer> kept =
      Caffeine.newBuilder().executor(Runnable::run).expireAfterAccess(LONGEST).build();
  private final Policy.FixedExpiration<Key, Answer> byAge =
      kept.policy().expireAfterAccess().orElseThrow();

  /**
   * What an answer depends on beside the question. It is read before the answer is looked for: news
   * that comes in meanwhile makes another state.
   *
   * @param index generation of the index
   * @param names generation of the known names
   * @param sequence of the last edition stored
   * @param withdrawn editions that are cited no more
   */
  record State(long index, long names, long sequence, Set<Long> withdrawn) {}

  private record Key(Reading reading, State state) {}

  /** The answer that is kept, or else the one that is found now. */
  Answer of(Reading reading, State state, Supplier<Answer> finding) {
    long begun = System.nanoTime();
    Key key = new Key(reading, state);
    Answer known = kept.getIfPresent(key);
    if (known != null) {
      return known.took(Duration.ofNanos(System.nanoTime() - begun));
    }
    Answer found = finding.get();
    kept.put(key, found);
    long tooMany = kept.estimatedSize() - MOST;
    if (tooMany > 0) {
      kept.invalidateAll(byAge.oldest((int) tooMany).keySet());
    }
    return found;
  }

  void forget() {
    kept.invalidateAll();
  }
}
