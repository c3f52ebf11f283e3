package news.isnad.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A short key of a text that stays the same through changes that change nothing for a reader:
 *
 * <ul>
 *   <li>white space, and where lines are broken,
 *   <li>punctuation, except between digits: 1.5 is not 15, and before them: 2 is not -2,
 *   <li>case, accents, harakat, tatweel, presentation forms, invisible characters,
 *   <li>the script of digits,
 *   <li>when a page was updated, and how often it was shared ({@link PassingText}).
 * </ul>
 *
 * <p>A text without letters and digits is compared as it is.
 *
 * <p>The rules are written out here, and not shared with the folding that search uses, because a
 * key is stored for good: a better folding must not make a new edition of every article.
 *
 * <p>Stateless.
 */
final class Fingerprint {
  private Fingerprint() {}

  /** The key of a text: 64 hexadecimal digits. */
  static String of(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key(text).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** True where two texts differ in nothing that a reader would call a change. */
  static boolean same(String one, String other) {
    return one.equals(other) || key(one).equals(key(other));
  }

  private static String key(String text) {
    return reduced(PassingText.without(text));
  }

  static String reduced(String text) {
    String plain =
        (isDecomposed(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD))
            .toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(plain.length());
    boolean gap = false;
    int before = 0;
    int last = 0;
    for (int i = 0; i < plain.length(); i += Character.charCount(before)) {
      int c = plain.codePointAt(i);
      before = c;
      if (Character.isDigit(c)) {
        // One mark between two digits belongs to the number.
        if (gap && Character.isDigit(last) && isMarkBetweenDigits(plain, i)) {
          kept.append('.');
        } else if (gap && !kept.isEmpty()) {
          kept.append(' ');
        }
        kept.append(isNegative(plain, i) ? "-" : "").append(Character.digit(c, 10));
      } else if (Character.isLetter(c) && c != 0x0640) {
        if (gap && !kept.isEmpty()) {
          kept.append(' ');
        }
        kept.appendCodePoint(bare(c));
      } else {
        gap |= !isInvisible(c);
        continue;
      }
      gap = false;
      last = c;
    }
    return kept.isEmpty() ? text : kept.toString();
  }

  /**
   * Whether decomposing would change nothing that is kept: letters of English, and of Arabic as it
   * is mostly printed, where all that comes off a letter is a mark on it ({@link #bare}).
   */
  private static boolean isDecomposed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean decomposed =
          c < 0x80
              || (c >= 0x60C && c <= 0x652 && c != 0x61C)
              || (c >= 0x660 && c <= 0x66D)
              || c == 0xAB
              || c == 0xBB
              || (c >= 0x2012 && c <= 0x2014)
              || (c >= 0x2018 && c <= 0x201E);
      if (!decomposed) {
        return false;
      }
    }
    return true;
  }

  /** A letter without the hamza or madda that decomposing takes off it. */
  private static int bare(int c) {
    return switch (c) {
      case 'آ', 'أ', 'إ' -> 'ا';
      case 'ؤ' -> 'و';
      case 'ئ' -> 'ي';
      default -> c;
    };
  }

  /** A minus stands at the digit, and behind a space or an opening bracket: "3-5" has none. */
  private static boolean isNegative(String text, int digit) {
    char mark = digit == 0 ? ' ' : text.charAt(digit - 1);
    if (mark != '-' && mark != '\u2212' && mark != '\u2013') {
      return false;
    }
    return digit == 1
        || text.charAt(digit - 2) == '('
        || Character.isWhitespace(text.charAt(digit - 2));
  }

  private static boolean isMarkBetweenDigits(String text, int digit) {
    return digit >= 2
        && Character.isDigit(text.charAt(digit - 2))
        && !Character.isWhitespace(text.charAt(digit - 1));
  }

  /** Digits, and the numerals of scripts that count otherwise. */
  static boolean isNumeral(int point) {
    int type = Character.getType(point);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /** Characters inside words that do not part them: marks on letters, joiners, tatweel. */
  private static boolean isInvisible(int c) {
    return c == 0x0640
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
          default -> false;
        };
  }
}
