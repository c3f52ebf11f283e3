package news.isnad.config;

import java.util.Collection;

/** Which key somebody may have meant. */
final class NearestKey {
  private NearestKey() {}

  /** The key that takes the fewest letters changed. */
  static String to(String key, Collection<String> keys) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String known : keys) {
      int distance = distance(key, known);
      if (distance < least) {
        least = distance;
        best = known;
      }
    }
    return best;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
