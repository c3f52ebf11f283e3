package news.isnad.text;

import java.text.Normalizer;

/**
 * The form of a text that is compared: never shown, never quoted.
 *
 * <ul>
 *   <li>presentation forms and ligatures become plain letters (NFKC)
 *   <li>harakat, tatweel, bidi controls, zero-width characters and soft hyphens disappear
 *   <li>أ إ آ ٱ become ا, ى becomes ي, ة becomes ه, Persian ی ک and their kin become ي ك
 *   <li>digits of every script become ASCII digits
 *   <li>letters become lower case, Latin letters lose their accents
 *   <li>curly and angular quotation marks become {@code "}, apostrophes become {@code '}
 * </ul>
 *
 * <p>Folding twice gives what folding once gives. Stateless, safe for concurrent use.
 */
public final class Folding {
  private static final int LATIN_END = 0x250;
  private static final int LATIN_ADDITIONAL = 0x1E00;
  private static final int LATIN_ADDITIONAL_END = 0x1F00;
  private static final String[] LATIN = new String[LATIN_END];
  private static final String[] ADDITIONAL = new String[LATIN_ADDITIONAL_END - LATIN_ADDITIONAL];

  static {
    for (char c = 0; c < LATIN_END; c++) {
      LATIN[c] = withoutAccents(c);
    }
    for (char c = LATIN_ADDITIONAL; c < LATIN_ADDITIONAL_END; c++) {
      ADDITIONAL[c - LATIN_ADDITIONAL] = withoutAccents(c);
    }
    String[][] own = {
      {"ß", "ss"}, {"æ", "ae"}, {"Æ", "ae"}, {"œ", "oe"}, {"Œ", "oe"}, {"ø", "o"}, {"Ø", "o"},
      {"ł", "l"}, {"Ł", "l"}, {"đ", "d"}, {"Đ", "d"}, {"ð", "d"}, {"Ð", "d"}, {"þ", "th"},
      {"Þ", "th"}, {"ı", "i"}, {"ħ", "h"}, {"Ħ", "h"}, {"ə", "e"}, {"Ə", "e"}
    };
    for (String[] pair : own) {
      if (pair[0].charAt(0) < LATIN_END) {
        LATIN[pair[0].charAt(0)] = pair[1];
      }
    }
  }

  private Folding() {}

  /** The folded form of a text. */
  public static String fold(String text) {
    String plain = needsComposing(text) ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      append(plain.charAt(i), plain, i, out);
    }
    return out.toString();
  }

  private static void append(char c, String text, int at, StringBuilder out) {
    if (c < 0x80) {
      out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '`' ? '\'' : c);
    } else if (isIgnored(c)) {
      return;
    } else if (c >= 0x600 && c < 0x700) {
      out.append(arabic(c));
    } else if (isQuotationMark(c)) {
      out.append('"');
    } else if (isApostrophe(c)) {
      out.append('\'');
    } else if (c < LATIN_END) {
      out.append(LATIN[c]);
    } else if (c >= LATIN_ADDITIONAL && c < LATIN_ADDITIONAL_END) {
      out.append(ADDITIONAL[c - LATIN_ADDITIONAL]);
    } else if (Character.isSurrogate(c)) {
      out.append(c);
    } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
      out.append((char) ('0' + Character.digit(text.codePointAt(at), 10)));
    } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
      out.append(Character.toLowerCase(c));
    }
  }

  private static char arabic(char c) {
    return switch (c) {
      case 'أ', 'إ', 'آ', 'ٱ', 'ٲ', 'ٳ' -> 'ا';
      case 'ى', 'ی', 'ې', 'ے', 'ێ' -> 'ي';
      case 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۂ', 'ۃ' -> 'ه';
      case 'ک', 'ڪ' -> 'ك';
      default -> {
        int digit = c >= 0x660 && c <= 0x6F9 ? Character.digit(c, 10) : -1;
        yield digit >= 0 ? (char) ('0' + digit) : c;
      }
    };
  }

  /** Marks and controls that carry no letter: harakat, tatweel, bidi controls, zero width. */
  static boolean isIgnored(char c) {
    if (c < 0xAD) {
      return false;
    }
    if (c >= 0x600 && c < 0x700) {
      return (c >= 0x610 && c <= 0x61A)
          || c == 0x61C
          || c == 0x640
          || (c >= 0x64B && c <= 0x65F)
          || c == 0x670
          || (c >= 0x6D6 && c <= 0x6DC)
          || (c >= 0x6DF && c <= 0x6E4)
          || (c >= 0x6E7 && c <= 0x6E8)
          || (c >= 0x6EA && c <= 0x6ED);
    }
    return c == 0xAD
        || (c >= 0x300 && c <= 0x36F)
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF;
  }

  static boolean isQuotationMark(char c) {
    return switch (c) {
      case '"', '“', '”', '„', '‟', '«', '»', '″', '〝', '〞', '＂' -> true;
      default -> false;
    };
  }

  static boolean isApostrophe(char c) {
    return switch (c) {
      case '\'', '`', '‘', '’', '‚', '‛', 'ʼ', 'ʻ', '′', '‹', '›', '＇' -> true;
      default -> false;
    };
  }

  /** Whether NFKC could change anything; plain Arabic, Latin and general punctuation are stable. */
  static boolean needsComposing(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean stable =
          c < 0xA0
              || (c >= 0xC0 && c < 0x132)
              || (c >= 0x606 && c < 0x653)
              || (c >= 0x656 && c < 0x675)
              || (c >= 0x679 && c < 0x700)
              || (c >= 0x2010 && c < 0x2024)
              || c == 0xAB
              || c == 0xBB;
      if (!stable) {
        return true;
      }
    }
    return false;
  }

  private static String withoutAccents(char c) {
    String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.length(); i++) {
      if (Character.getType(parts.charAt(i)) != Character.NON_SPACING_MARK) {
        out.append(Character.toLowerCase(parts.charAt(i)));
      }
    }
    return out.toString();
  }
}
