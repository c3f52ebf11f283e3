package news.isnad.text;

import java.util.regex.Pattern;

/**
 * Knows names that are spelt out with points between their letters, as Arabic news write those of
 * foreign media: «سي.إن.إن», «بي.بي.سي», «لإن.بي.آر». Their points end no sentence.
 */
public final class DottedInitials {
  /** Three names of letters and more, each as long as «إتش»; the first may have a joint. */
  private static final Pattern NAME =
      Pattern.compile("[\\u0620-\\u064A]{1,4}(?:\\.[\\u0620-\\u064A]{1,3}){2,}");

  /** As far from a point as its name may reach: text of nothing but points is not read over. */
  private static final int LONGEST = 24;

  private DottedInitials() {}

  /**
   * Whether a point stands inside such a name.
   *
   * @param from the first character that is looked at
   * @param to the character behind the last one
   */
  public static boolean holds(String text, int point, int from, int to) {
    int first = Math.max(from, point - LONGEST - 1);
    int begin = point;
    while (begin > first && isPart(text.charAt(begin - 1))) {
      begin--;
    }
    int last = Math.min(to, point + LONGEST + 1);
    int end = point + 1;
    while (end < last && isPart(text.charAt(end))) {
      end++;
    }
    if (begin < point - LONGEST || end > point + LONGEST) {
      return false;
    }
    while (end > point && text.charAt(end - 1) == '.') {
      end--;
    }
    return end > point && NAME.matcher(text).region(begin, end).matches();
  }

  private static boolean isPart(char c) {
    return c == '.' || (c >= '\u0620' && c <= '\u064A');
  }
}
