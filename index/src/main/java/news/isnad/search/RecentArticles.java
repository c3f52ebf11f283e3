package news.isnad.search;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.text.Language;

/**
 * Which of the articles since a time have which words. Sets of articles hold their {@link #sequence
 * numbers}; they are new each time and belong to whoever asked. Confined to one thread, to be
 * closed.
 */
public interface RecentArticles extends AutoCloseable {
  /** Opens what is there at the moment. */
  @FunctionalInterface
  interface Source {
    /**
     * The articles that were published since a time, or came in since then where they are undated.
     *
     * @param except sequences of editions that are left out
     */
    RecentArticles since(Instant time, Set<Long> except);
  }

  /** All of them. */
  BitSet all();

  /** Those in a language. */
  BitSet in(Language language);

  /** Those in which a stem stands, title included. */
  BitSet with(Language language, String stem);

  /** Those in which a folded word stands. */
  BitSet spelled(Language language, String word);

  /** Those in which somebody speaks who is printed with a stem in name or role. */
  BitSet saidBy(Language language, String stem);

  /** The folded words of all articles that have a key of names. */
  List<String> surfaces(Language language, String key);

  /** The outlets of all articles. */
  Set<String> outlets();

  /** Those of an outlet. */
  BitSet from(String outlet);

  /** The sequence of the edition that a number in a set stands for. */
  long sequence(int number);

  /** When the oldest was published or came in. */
  Optional<Instant> oldest();

  @Override
  void close();
}
