package news.isnad.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms of a text while it is read. Confined to one thread. */
final class TermCounts {
  private static final int FIRST_PLACES = 1 << 8;

  /** By their numbers, which are well spread already. */
  private @Nullable Count[] places = new Count[FIRST_PLACES];

  private int size;

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
    int place = place(number);
    Count count = places[place];
    if (count == null) {
      count = new Count(number, senses);
      places[place] = count;
      size++;
      if (size * 2 > places.length) {
        makeRoom();
      }
    }
    count.much += weight;
    count.marks |= marks;
  }

  /** Where a term stands, or would. */
  private int place(int number) {
    int place = number & (places.length - 1);
    for (Count there = places[place];
        there != null && there.term != number;
        there = places[place]) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private void makeRoom() {
    List<Count> all = all();
    places = new Count[places.length * 2];
    all.forEach(count -> places[place(count.term)] = count);
  }

  private List<Count> all() {
    List<Count> all = new ArrayList<>(size);
    for (Count count : places) {
      if (count != null) {
        all.add(count);
      }
    }
    return all;
  }

  /** The heaviest terms by their weights; of equal ones those with smaller numbers. */
  Terms weighted(Rarity rarity, int most) {
    List<Count> all = inOrder();
    double[] weights = new double[all.size()];
    for (int i = 0; i < weights.length; i++) {
      Count count = all.get(i);
      count.weight = (1 + Math.log(count.much)) * rarity.of(count.term);
      weights[i] = count.weight;
    }
    return terms(weights.length > most ? heaviest(all, weights, most) : all);
  }

  /** By their numbers. */
  private List<Count> inOrder() {
    List<Count> all = all();
    long[] order = new long[all.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = ((long) all.get(i).term << Integer.SIZE) | i;
    }
    Arrays.sort(order);
    List<Count> inOrder = new ArrayList<>(order.length);
    for (long each : order) {
      inOrder.add(all.get((int) each));
    }
    return inOrder;
  }

  private static List<Count> heaviest(List<Count> inOrder, double[] weights, int most) {
    Arrays.sort(weights);
    double least = weights[weights.length - most];
    int heavier = 0;
    for (int i = weights.length - most; i < weights.length; i++) {
      heavier += weights[i] > least ? 1 : 0;
    }
    int room = most - heavier;
    List<Count> heaviest = new ArrayList<>(most);
    for (Count count : inOrder) {
      if (count.weight > least || (count.weight == least && room-- > 0)) {
        heaviest.add(count);
      }
    }
    return heaviest;
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
