package news.isnad.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a text, without blank ones. Where a text was wrapped at a fixed width (no line is
 * longer, and nearly every line is followed by a word that had no room in it), the lines of a
 * paragraph are joined again.
 */
final class PlainLines {
  private static final Pattern LIST = Pattern.compile("^([-*•–]|\\d{1,2}[.)])\\s");
  private static final int NARROWEST = 45;
  private static final int WIDEST = 100;
  private static final int FEWEST_WRAPS = 3;

  /** Wrapping counts bytes or columns: a little less than the longest line can be full. */
  private static final int SLACK = 3;

  private PlainLines() {}

  static List<String> of(String text) {
    List<List<String>> groups = groups(text);
    int width = groups.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0);
    boolean isWrapped = width >= NARROWEST && width <= WIDEST && wraps(groups, width);
    List<String> lines = new ArrayList<>();
    for (List<String> group : groups) {
      if (isWrapped && full(group, width) == group.size() - 1) {
        lines.add(String.join(" ", group));
      } else {
        lines.addAll(group);
      }
    }
    return lines;
  }

  private static List<List<String>> groups(String text) {
    List<List<String>> groups = new ArrayList<>();
    List<String> group = new ArrayList<>();
    for (String line : (text + "\n\n").split("\\R", -1)) {
      String tidy = trimmed(line);
      if (!tidy.isEmpty()) {
        group.add(tidy);
      } else if (!group.isEmpty()) {
        groups.add(group);
        group = new ArrayList<>();
      }
    }
    return groups;
  }

  /** Hard spaces at the ends are no part of a paragraph either; within it they stay. */
  private static String trimmed(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && isSpace(line.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
  }

  private static boolean wraps(List<List<String>> groups, int width) {
    int breaks = 0;
    int full = 0;
    for (List<String> group : groups) {
      breaks += group.size() - 1;
      full += full(group, width);
    }
    return full >= FEWEST_WRAPS && full * 5 >= breaks * 4;
  }

  /** Number of line breaks that width alone explains. */
  private static int full(List<String> group, int width) {
    int full = 0;
    for (int i = 0; i < group.size() - 1; i++) {
      String next = group.get(i + 1);
      int word = next.split("\\s", 2)[0].length();
      boolean hasNoRoom = group.get(i).length() + 1 + word > width - SLACK;
      full += hasNoRoom && !LIST.matcher(next).find() ? 1 : 0;
    }
    return full;
  }
}
