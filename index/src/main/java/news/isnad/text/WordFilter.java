package news.isnad.text;

import java.util.Collection;
import java.util.Map;

/**
 * Tells of most words that they are none of some words, from their hash alone: that is faster than
 * looking them up, and most words of a text are in no table. Immutable.
 */
public final class WordFilter {
  /** So that few words pass that are none of them. */
  private static final int BITS_A_WORD = 16;

  private final long[] bits;

  public WordFilter(Collection<String> words) {
    this(words.stream().mapToInt(String::hashCode).toArray());
  }

  private WordFilter(int[] hashes) {
    int places = Integer.highestOneBit(Math.max(Long.SIZE, hashes.length * BITS_A_WORD));
    bits = new long[places / Long.SIZE];
    for (int hash : hashes) {
      bits[place(hash) / Long.SIZE] |= 1L << place(hash);
    }
  }

  /** Of words that are in classes, to be asked for by class and word. */
  public static WordFilter ofClasses(Map<String, ? extends Collection<String>> classes) {
    return new WordFilter(
        classes.entrySet().stream()
            .flatMapToInt(
                each -> each.getValue().stream().mapToInt(word -> hash(each.getKey(), word)))
            .toArray());
  }

  private static int hash(String name, String word) {
    return 31 * name.hashCode() + word.hashCode();
  }

  private int place(int hash) {
    return ((hash * 0x9E3779B9) >>> 8) & (bits.length * Long.SIZE - 1);
  }

  /** False only where a word is none of the words. */
  public boolean mayHave(String word) {
    return mayHave(word.hashCode());
  }

  /** False only where a word is not in a class. */
  public boolean mayHave(String name, String word) {
    return mayHave(hash(name, word));
  }

  private boolean mayHave(int hash) {
    int place = place(hash);
    return (bits[place / Long.SIZE] & (1L << place)) != 0;
  }
}
