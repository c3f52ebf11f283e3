package news.isnad.text;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Cuts texts where a reader sees a border between characters: never inside a surrogate pair, nor
 * between a letter and its marks, nor inside an emoji of several parts. Stateless.
 */
public final class Graphemes {
  /** No character that is meant to be read is longer. */
  private static final int LONGEST = 64;

  private Graphemes() {}

  /** The beginning of a text, at most {@code longest} UTF-16 units. */
  public static String beginning(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, border(text, longest));
  }

  /** The same, with an ellipsis as its last unit where something was cut. */
  public static String shortened(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(0, border(text, longest - 1)).strip() + "…";
  }

  /** The last border up to an offset. */
  public static int border(String text, int offset) {
    int end = Math.min(offset, text.length());
    if (end <= 0 || end == text.length()) {
      return Math.max(0, end);
    }
    int from = Math.max(0, end - LONGEST);
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.substring(from, Math.min(text.length(), end + LONGEST)));
    int border = characters.isBoundary(end - from) ? end - from : characters.preceding(end - from);
    return border > 0 || from == 0 ? from + border : whole(text, end);
  }

  private static int whole(String text, int end) {
    return Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end)) ? end - 1 : end;
  }
}
