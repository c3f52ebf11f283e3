package news.isnad.text;

import java.util.Arrays;
import java.util.Collection;

/** A set of words to be looked for in many texts, as the ids of {@link WordIds}. Immutable. */
public final class IdSet {
  private final int[] ids;
  private final long bits;

  private IdSet(int[] ids) {
    this.ids = ids;
    long set = 0;
    for (int id : ids) {
      set |= 1L << id;
    }
    this.bits = set;
  }

  /** The ids of folded words or of stems. */
  public static IdSet of(Collection<String> foldedOrStems) {
    return new IdSet(foldedOrStems.stream().mapToInt(WordIds::id).sorted().distinct().toArray());
  }

  boolean has(int id) {
    return (bits & (1L << id)) != 0 && Arrays.binarySearch(ids, id) >= 0;
  }

  /** Whether it may have one of the words whose bits are given. */
  boolean mayHave(long otherBits) {
    return (bits & otherBits) != 0;
  }
}
