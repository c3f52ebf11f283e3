package news.isnad.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import news.isnad.question.Reading;

/**
 * The answers to what was asked lately, each as long as nothing that it depends on is another. Safe
 * for concurrent use.
 */
final class KeptAnswers {
  private static final int MOST = 500;

  private final Cache<Key, Answer> kept =
      Caffeine.newBuilder().executor(Runnable::run).maximumSize(MOST).build();

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
    return found;
  }

  void forget() {
    kept.invalidateAll();
  }
}
