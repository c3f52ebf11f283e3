package news.isnad.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Terms of a text while it is read. Confined to one thread. */
final class TermCounts {
  private final Map<Integer, Count> counts = new HashMap<>();

  /** How much of one term there is. */
  private static final class Count {
    final int term;
    final int share;
    double much;
    int marks;
    double weight;

    Count(int term, int share) {
      this.term = term;
      this.share = share;
    }
  }

  /**
   * Adds a term.
   *
   * @param weight how much it counts where it stands
   * @param senses how many meanings the word has, of which this is one: each is found with full
   *     weight, but together they make the text no richer than one word would
   */
  void add(String term, double weight, int senses, int marks) {
    add(Hashing.of(term), weight, senses, marks);
  }

  /** Adds a term by its number. */
  void add(int number, double weight, int senses, int marks) {
    Count count = counts.computeIfAbsent(number, _ -> new Count(number, senses));
    count.much += weight;
    count.marks |= marks;
  }

  /** The terms by weight, the heaviest of them. */
  Terms weighted(Rarity rarity, int most) {
    List<Count> all = new ArrayList<>(counts.values());
    for (Count count : all) {
      count.weight = (1 + Math.log(count.much)) * rarity.of(count.term);
    }
    all.sort(TermCounts::heavierFirst);
    List<Count> kept = new ArrayList<>(all.subList(0, Math.min(most, all.size())));
    kept.sort((one, other) -> Integer.compare(one.term, other.term));
    return terms(kept);
  }

  private static int heavierFirst(Count one, Count other) {
    int byWeight = Double.compare(other.weight, one.weight);
    return byWeight != 0 ? byWeight : Integer.compare(one.term, other.term);
  }

  private static Terms terms(List<Count> kept) {
    double squares = 0;
    for (Count count : kept) {
      squares += count.weight * count.weight / count.share;
    }
    double length = Math.sqrt(squares);
    int[] ids = new int[kept.size()];
    float[] weights = new float[kept.size()];
    byte[] marks = new byte[kept.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = kept.get(i).term;
      weights[i] = (float) (kept.get(i).weight / length);
      marks[i] = (byte) kept.get(i).marks;
    }
    return new Terms(ids, weights, marks);
  }
}
