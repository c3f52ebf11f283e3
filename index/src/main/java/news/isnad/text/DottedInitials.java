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

  private DottedInitials() {}

  /**
   * Whether a point stands inside such a name.
   *
   * @param from the first character that is looked at
   * @param to the character behind the last one
   */
  public static boolean holds(String text, int point, int from, int to) {
    int begin = point;
    while (begin > from && isPart(text.charAt(begin - 1))) {
      begin--;
    }
    int end = point + 1;
    while (end < to && isPart(text.charAt(end))) {
      end++;
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
