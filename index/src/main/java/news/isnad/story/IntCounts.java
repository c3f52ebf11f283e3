package news.isnad.story;

import java.util.Arrays;

/** A number for each of many numbers, 0 where none was given. Confined to one thread. */
final class IntCounts {
  private static final int FREE = -1;
  private static final int FIRST_PLACES = 1 << 10;

  private int[] keys = new int[FIRST_PLACES];
  private int[] counts = free(FIRST_PLACES);
  private int taken;

  private static int[] free(int places) {
    int[] counts = new int[places];
    Arrays.fill(counts, FREE);
    return counts;
  }

  int get(int key) {
    return Math.max(0, counts[place(key)]);
  }

  /**
   * @param count at least 0
   */
  void put(int key, int count) {
    put(place(key), key, count);
  }

  /** Counts up or down; no further down than 0. */
  void add(int key, int step) {
    int place = place(key);
    put(place, key, Math.max(0, Math.max(0, counts[place]) + step));
  }

  private void put(int place, int key, int count) {
    if (counts[place] == FREE) {
      if (count == 0) {
        return;
      }
      taken++;
    }
    keys[place] = key;
    counts[place] = count;
    if (taken * 2 > keys.length) {
      makeRoom();
    }
  }

  /** Where a key stands, or would. Keys are well spread already. */
  private int place(int key) {
    int mask = keys.length - 1;
    int place = key & mask;
    while (counts[place] != FREE && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /** Leaves out what has come down to 0. */
  private void makeRoom() {
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    int left = (int) Arrays.stream(oldCounts).filter(count -> count > 0).count();
    int places = Math.max(FIRST_PLACES, Integer.highestOneBit(Math.max(1, left)) * 4);
    keys = new int[places];
    counts = free(places);
    taken = left;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] > 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        counts[place] = oldCounts[i];
      }
    }
  }
}
