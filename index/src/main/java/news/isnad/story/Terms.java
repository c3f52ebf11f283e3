package news.isnad.story;

import java.util.Arrays;

/**
 * What a text is about: terms as numbers, in ascending order, with weights whose squares add up to
 * one, and where they stand. Immutable.
 */
final class Terms {
  /** The term stands in the title. */
  static final int TITLE = 1;

  /** The term is a name. */
  static final int NAME = 2;

  /** The term is a number. */
  static final int NUMBER = 4;

  static final Terms NONE = new Terms(new int[0], new float[0], new byte[0]);

  private final int[] ids;
  private final float[] weights;
  private final byte[] marks;

  Terms(int[] ids, float[] weights, byte[] marks) {
    this.ids = ids;
    this.weights = weights;
    this.marks = marks;
  }

  int size() {
    return ids.length;
  }

  int id(int place) {
    return ids[place];
  }

  float weight(int place) {
    return weights[place];
  }

  int marks(int place) {
    return marks[place];
  }

  /** The ids of the weightiest terms, at most so many. */
  int[] heaviest(int most) {
    Integer[] places = new Integer[ids.length];
    Arrays.setAll(places, place -> place);
    Arrays.sort(places, (one, other) -> Float.compare(weights[other], weights[one]));
    int[] heaviest = new int[Math.min(most, ids.length)];
    for (int i = 0; i < heaviest.length; i++) {
      heaviest[i] = ids[places[i]];
    }
    return heaviest;
  }
}
