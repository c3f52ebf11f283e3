package news.isnad.story;

import java.util.Arrays;
import java.util.List;
import news.isnad.text.Word;

/**
 * A sample of the runs of three words of a text: those whose hashes are smallest. Two samples tell
 * how many runs their texts share. Immutable.
 */
final class Shingles {
  private static final int RUN = 3;
  private static final int MOST = 64;

  private final int[] smallest;
  private final int count;

  Shingles(int[] smallest, int count) {
    this.smallest = smallest;
    this.count = count;
  }

  static Shingles of(List<Word> words) {
    int[] hashes = new int[Math.max(0, words.size() - RUN + 1)];
    for (int at = 0; at < hashes.length; at++) {
      hashes[at] = hash(words, at);
    }
    Arrays.sort(hashes);
    int different = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[different++] = hashes[i];
      }
    }
    return new Shingles(Arrays.copyOf(hashes, Math.min(MOST, different)), different);
  }

  private static int hash(List<Word> words, int at) {
    int hash = 7;
    for (int i = at; i < at + RUN; i++) {
      hash = hash * 1_000_003 + words.get(i).folded().hashCode();
    }
    return Hashing.mixed(hash);
  }

  int[] smallest() {
    return smallest;
  }

  /** The number of different runs in the whole text. */
  int count() {
    return count;
  }

  /**
   * The share of the shorter text's runs that the longer one has too, about, 0 to 1. Of texts with
   * hardly any runs nothing can be said: 0.
   */
  double containment(Shingles other) {
    int shorter = Math.min(count, other.count);
    if (shorter < 2 * RUN) {
      return 0;
    }
    double jaccard = jaccard(other);
    return Math.min(1, jaccard / (1 + jaccard) * (count + other.count) / shorter);
  }

  private double jaccard(Shingles other) {
    int i = 0;
    int j = 0;
    int seen = 0;
    int both = 0;
    while (seen < MOST && (i < smallest.length || j < other.smallest.length)) {
      int mine = i < smallest.length ? smallest[i] : Integer.MAX_VALUE;
      int theirs = j < other.smallest.length ? other.smallest[j] : Integer.MAX_VALUE;
      both += mine == theirs ? 1 : 0;
      i += mine <= theirs ? 1 : 0;
      j += theirs <= mine ? 1 : 0;
      seen++;
    }
    return seen == 0 ? 0 : (double) both / seen;
  }
}
