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

  /** The term stands at the beginning of the text. */
  static final int LEAD = 8;

  private final int[] ids;
  private final float[] weights;
  private final byte[] marks;
  private final double names;
  private final double numbers;
  private final double headNames;

  Terms(int[] ids, float[] weights, byte[] marks) {
    this.ids = ids;
    this.weights = weights;
    this.marks = marks;
    this.names = length(NAME);
    this.numbers = length(NUMBER);
    double ofHead = 0;
    for (int i = 0; i < ids.length; i++) {
      ofHead += ofHeadName(weights[i], marks[i]);
    }
    this.headNames = ofHead;
  }

  /** What a term adds to {@link #headNames}. */
  static double ofHeadName(float weight, int marks) {
    return (marks & NAME) == 0 || (marks & (TITLE | LEAD)) == 0 ? 0 : weight * weight;
  }

  /** The sum of the squares of the names that stand in title or lead. */
  double headNames() {
    return headNames;
  }

  /** How much of the whole the names are, 0 to 1. */
  double names() {
    return names;
  }

  /** How much of the whole the numbers are, 0 to 1. */
  double numbers() {
    return numbers;
  }

  /** How much of the whole the terms with a mark are: the root of their squares. */
  private double length(int mark) {
    double squares = 0;
    for (int i = 0; i < ids.length; i++) {
      squares += (marks[i] & mark) == 0 ? 0 : weights[i] * weights[i];
    }
    return Math.sqrt(squares);
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
    long[] places = new long[ids.length];
    for (int place = 0; place < ids.length; place++) {
      places[place] = ((long) ~inOrder(weights[place]) << Integer.SIZE) | place;
    }
    Arrays.sort(places);
    int[] heaviest = new int[Math.min(most, ids.length)];
    for (int i = 0; i < heaviest.length; i++) {
      heaviest[i] = ids[(int) places[i]];
    }
    return heaviest;
  }

  /** A number for a weight, greater for a greater one. */
  private static int inOrder(float weight) {
    int bits = Float.floatToIntBits(weight);
    return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
  }
}
