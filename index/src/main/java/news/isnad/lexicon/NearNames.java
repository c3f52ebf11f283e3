package news.isnad.lexicon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import news.isnad.text.Language;

/**
 * Remembers which words of a vocabulary are near a name: the same words are asked about again and
 * again, and each is compared with hundreds. What was found in a vocabulary that has changed since
 * is not found again. Safe for concurrent use.
 */
public final class NearNames {
  private static final int KEPT = 20_000;

  private final Cache<Key, List<NameMatches.Match>> found =
      Caffeine.newBuilder().executor(Runnable::run).maximumSize(KEPT).build();

  private final Cache<Slipped, List<NameMatches.Match>> meant =
      Caffeine.newBuilder().executor(Runnable::run).maximumSize(KEPT).build();

  private record Key(long generation, String word, Language in, double limit) {}

  private record Slipped(long generation, String word, Language from) {}

  /**
   * The nearest words.
   *
   * @param generation another one whenever the vocabulary is another
   * @param vocabulary as it is now
   */
  public List<NameMatches.Match> of(
      String word, Language in, double limit, long generation, Vocabulary vocabulary) {
    return found.get(
        new Key(generation, word, in, limit),
        key -> NameMatches.of(key.word(), key.in(), vocabulary, key.limit()));
  }

  /**
   * The words of the other language that are nearest to a name which has a slip of typing.
   *
   * @param generation another one whenever the vocabulary is another
   * @param vocabulary as it is now
   */
  public List<NameMatches.Match> slipped(
      String word, Language from, long generation, Vocabulary vocabulary) {
    return meant.get(
        new Slipped(generation, word, from),
        key -> NameMatches.slipped(key.word(), key.from(), vocabulary));
  }
}
