package news.isnad.bot.compose;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text that came from outside, made harmless without changing what a reader sees.
 *
 * <ul>
 *   <li>Controls, noncharacters, byte order marks and interlinear marks go; half a surrogate pair
 *       becomes U+FFFD.
 *   <li>Embeddings and overrides go: they can show text in another order than it is stored.
 *   <li>Isolates stay only in pairs within one line; a paragraph's end closes them for the reader.
 *   <li>In labels (a name, an outlet, a headline) tags go and white space is one space.
 * </ul>
 */
public final class Outside {
  static final char FSI = '\u2068';
  static final char PDI = '\u2069';

  private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]{0,300}>");
  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /** More marks than this on one letter are no language's spelling and spill over other lines. */
  private static final int MOST_MARKS = 6;

  private Outside() {}

  /** A label on one line, at most {@code longest} UTF-16 units. */
  static String label(String text, int longest) {
    // What cannot be shown anyway is not read: a label of a million characters costs nothing.
    return words(TAG.matcher(beginning(text, longest)).replaceAll(" "), longest);
  }

  /** Words of a quotation on one line: nothing of them goes, whatever it looks like. */
  static String words(String text, int longest) {
    String line = SPACES.matcher(passage(beginning(text, longest))).replaceAll(" ").strip();
    if (line.length() <= longest) {
      return line;
    }
    return passage(line.substring(0, Shortening.whole(line, longest - 1))).strip() + "…";
  }

  private static String beginning(String text, int longest) {
    return text.length() > 8 * longest ? text.substring(0, 8 * longest) : text;
  }

  /** A text on one line, of any length, for a terminal or a log. */
  public static String line(String text) {
    return SPACES.matcher(passage(text)).replaceAll(" ").strip();
  }

  /** A passage as printed, line breaks kept. */
  public static String passage(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      marks = isMark(c) ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        continue;
      }
      if (c == '\n' || c == '\t') {
        out.append((char) c);
      } else if (c == 0x2028 || c == 0x2029 || c == 0x85 || c == 0x0B || c == 0x0C) {
        out.append('\n');
      } else if (c >= 0xD800 && c <= 0xDFFF) {
        out.append('\uFFFD');
      } else if (!isDropped(c)) {
        out.appendCodePoint(c);
      }
    }
    return pairedIsolates(out);
  }

  /** Puts the first-strong isolate around a run, so that it cannot turn what stands around it. */
  static String isolated(String run) {
    return FSI + run + PDI;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isDropped(int c) {
    return Character.getType(c) == Character.CONTROL
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x206A && c <= 0x206F)
        || c == 0xFEFF
        || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0xFDD0 && c <= 0xFDEF)
        || (c & 0xFFFE) == 0xFFFE;
  }

  private static String pairedIsolates(StringBuilder text) {
    boolean[] drop = null;
    int[] open = new int[text.length()];
    int depth = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '\n' : text.charAt(i);
      if (c >= '\u2066' && c <= FSI) {
        open[depth++] = i;
      } else if (c == PDI && depth > 0) {
        depth--;
      } else if (c == PDI || c == '\n') {
        if (drop == null) {
          drop = new boolean[text.length() + 1];
        }
        drop[i] = c == PDI;
        while (depth > 0) {
          drop[open[--depth]] = true;
        }
      }
    }
    if (drop == null) {
      return text.toString();
    }
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!drop[i]) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  /** True when nothing is left that a reader could see. */
  static boolean isInvisible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.CONTROL
                    || Character.getType(c) == Character.SPACE_SEPARATOR);
  }
}
