package news.isnad.article;

import java.util.function.LongPredicate;

/** A number that is not taken. */
final class FreeNumber {
  private FreeNumber() {}

  /**
   * The first free number where all taken ones stand in a row; else one whose predecessor is taken.
   * Looks at some thirty numbers where ten thousand are taken.
   */
  static long from(long first, LongPredicate taken) {
    if (!taken.test(first)) {
      return first;
    }
    long low = first;
    long step = 1;
    while (taken.test(low + step)) {
      low += step;
      step *= 2;
    }
    long free = low + step;
    while (free - low > 1) {
      long middle = low + (free - low) / 2;
      if (taken.test(middle)) {
        low = middle;
      } else {
        free = middle;
      }
    }
    return free;
  }
}
