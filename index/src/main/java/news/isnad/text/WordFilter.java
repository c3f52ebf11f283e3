package news.isnad.text;

import java.util.Collection;

/**
 * Tells of most words that they are none of some words, from their hash alone: that is faster than
 * looking them up, and most words of a text are in no table. Immutable.
 */
public final class WordFilter {
  /** So that few words pass that are none of them. */
  private static final int BITS_A_WORD = 16;

  private final long[] bits;

  public WordFilter(Collection<String> words) {
    int places = Integer.highestOneBit(Math.max(Long.SIZE, words.size() * BITS_A_WORD));
    bits = new long[places / Long.SIZE];
    for (String word : words) {
      bits[place(word) / Long.SIZE] |= 1L << place(word);
    }
  }

  private int place(String word) {
    int hash = word.hashCode() * 0x9E3779B9;
    return (hash >>> 8) & (bits.length * Long.SIZE - 1);
  }

  /** False only where a word is none of the words. */
  public boolean mayHave(String word) {
    int place = place(word);
    return (bits[place / Long.SIZE] & (1L << place)) != 0;
  }
}
