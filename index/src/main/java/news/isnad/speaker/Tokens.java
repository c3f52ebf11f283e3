package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.isnad.speaker.Token.Kind;
import news.isnad.text.DottedInitials;
import news.isnad.text.GluedWords;
import news.isnad.text.Remembered;
import news.isnad.text.Sentences;

/**
 * Cuts a stretch of text into tokens with offsets into the stored text.
 *
 * <ul>
 *   <li>Hyphens and apostrophes inside a Latin word belong to it; a possessive {@code 's} is a
 *       token of its own.
 *   <li>Points belong to abbreviations: {@code U.S.}, {@code J.}, {@code Mr.}
 *   <li>Every quotation mark is a token of its own kind, an apostrophe that ends a word too unless
 *       it is the possessive of a plural.
 * </ul>
 *
 * <p>Stateless.
 */
final class Tokens {
  private static final Set<String> POINTED =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt",
          "rev", "hon", "st", "jr", "sr", "no", "vs", "inc", "ltd", "co", "corp", "jan", "feb",
          "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "adm", "maj",
          "cmdr", "supt", "insp", "det");

  private static final Remembered<String> KEYS = new Remembered<>(Tokens::folded);
  private static final Remembered<Printed> PRINTED = new Remembered<>(Printed::of);

  /** A word as it is printed, with all that a token has of it. */
  private record Printed(String text, int length, String key, Kind kind, boolean possessive) {
    static Printed of(String all) {
      boolean possessive =
          all.length() > 2
              && (all.endsWith("'s")
                  || all.endsWith("’s")
                  || all.endsWith("´s")
                  || all.endsWith("`s")
                  || all.endsWith("'S"));
      String word = possessive ? all.substring(0, all.length() - 2) : all;
      String key = Tokens.key(word);
      if (key.isEmpty()) { // a dash of tatweels
        return new Printed(word, word.length(), "-", Kind.MARK, false);
      }
      Kind kind = Character.isDigit(word.charAt(0)) && !hasLetter(word) ? Kind.NUMBER : Kind.WORD;
      return new Printed(word, word.length(), key, kind, possessive);
    }
  }

  /** Bits of characters of the basic plane. */
  private static final byte[] CHARACTERS = new byte[0x10000];

  private static final int PART = 1;
  private static final int GAP = 2;
  private static final int QUOTE = 4;

  static {
    for (int i = 0; i < CHARACTERS.length; i++) {
      char c = (char) i;
      boolean gap = c == ' ' || Character.isWhitespace(c) || isInvisible(c);
      int quote = isQuote(c) ? QUOTE : 0;
      CHARACTERS[i] = (byte) ((isPart(c) ? PART : 0) | (gap ? GAP : 0) | quote);
    }
  }

  private Tokens() {}

  static List<Token> of(String text, int start, int end) {
    List<Token> tokens = new ArrayList<>();
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if ((CHARACTERS[c] & GAP) != 0
          || (c == '.' && DottedInitials.holds(text, at, start, end))
          || isOfTag(text, at)) {
        at++;
      } else if (isWordPart(c)) {
        int stop = GluedWords.end(text, at, wordEnd(text, at, end));
        addWord(tokens, text, at, stop);
        at = stop;
      } else {
        if (isPossessiveOfAbbreviation(text, at, end)) {
          tokens.add(new Token(at, at + 2, text.substring(at, at + 2), "'s", Kind.WORD));
          at++;
        } else if (isPluralPossessive(text, at, end)) {
          tokens.add(new Token(at, at + 1, text.substring(at, at + 1), "'s", Kind.WORD));
        } else {
          Kind kind = isQuotationMark(c) ? Kind.QUOTE : Kind.MARK;
          tokens.add(new Token(at, at + 1, text.substring(at, at + 1), String.valueOf(c), kind));
        }
        at++;
      }
    }
    return tokens;
  }

  private static void addWord(List<Token> tokens, String text, int from, int to) {
    Printed printed = PRINTED.of(text, from, to);
    int stop = from + printed.length;
    tokens.add(new Token(from, stop, printed.text, printed.key, printed.kind));
    if (printed.possessive) {
      tokens.add(new Token(stop, to, text.substring(stop, to), "'s", Kind.WORD));
    }
  }

  /** «#بنك_الشمال»: as if spaces stood there. */
  private static boolean isOfTag(String text, int at) {
    char c = text.charAt(at);
    return (c == '#' || c == '_') && at + 1 < text.length() && isArabic(text.charAt(at + 1));
  }

  private static boolean isArabic(char c) {
    return c >= '\u0620' && c <= '\u064A';
  }

  /** "the traders' union": behind an s, before another word. */
  private static boolean isPluralPossessive(String text, int at, int end) {
    char c = text.charAt(at);
    return (c == '\'' || c == '’')
        && at > 1
        && text.charAt(at - 1) == 's'
        && Character.isLetter(text.charAt(at - 2))
        && at + 2 < end
        && text.charAt(at + 1) == ' '
        && isAsciiLetter(text.charAt(at + 2));
  }

  /** "the U.K.'s". */
  private static boolean isPossessiveOfAbbreviation(String text, int at, int end) {
    char c = text.charAt(at);
    return (c == '\'' || c == '’')
        && at > 1
        && text.charAt(at - 1) == '.'
        && Character.isUpperCase(text.charAt(at - 2))
        && at + 1 < end
        && text.charAt(at + 1) == 's'
        && (at + 2 >= end || !Character.isLetterOrDigit(text.charAt(at + 2)));
  }

  private static boolean isAsciiLetter(char c) {
    return c < 0x80 && Character.isLetter(c);
  }

  private static boolean hasLetter(String word) {
    return word.chars().anyMatch(Character::isLetter);
  }

  private static int wordEnd(String text, int from, int end) {
    int at = from + 1;
    while (at < end) {
      char c = text.charAt(at);
      boolean inside = at + 1 < end && isWordPart(text.charAt(at + 1));
      if (isWordPart(c) && !isOfTag(text, at)) {
        at++;
      } else if (inside && isJoint(c) && joins(text, at)) {
        at += 2;
      } else if ((c == '.' && isAbbreviation(text, from, at)) || Sentences.isNamesMark(text, at)) {
        return at + 1;
      } else {
        return at;
      }
    }
    return at;
  }

  private static boolean isJoint(char c) {
    return c == '-' || c == '\'' || c == '’' || c == '´' || c == '`' || c == '.' || c == ','
        || c == '‑';
  }

  private static boolean joins(String text, int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    char c = text.charAt(at);
    if (c == ',') {
      return Character.isDigit(before) && Character.isDigit(after);
    }
    if (c == '.') {
      boolean letters =
          Character.isLetter(before)
              && Character.isLetter(after)
              && (at < 2 || !Character.isLetter(text.charAt(at - 2)));
      boolean address = isAscii(before) && Character.isLowerCase(after);
      return (Character.isDigit(before) && Character.isDigit(after)) || letters || address;
    }
    return isAscii(before) || (before >= 0xC0 && before < 0x250);
  }

  private static boolean isAscii(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static boolean isAbbreviation(String text, int from, int point) {
    String word = text.substring(from, point);
    if (word.length() == 1) {
      return Character.isLetter(word.charAt(0));
    }
    return POINTED.contains(word.toLowerCase(Locale.ROOT))
        || (word.length() >= 3 && word.charAt(1) == '.' && word.indexOf('.', 2) != 2);
  }

  static boolean isWordPart(char c) {
    return (CHARACTERS[c] & PART) != 0;
  }

  private static boolean isPart(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '@'
          || c == '#'
          || c == '_';
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == 'ـ'
        || Character.isSurrogate(c);
  }

  private static boolean isInvisible(char c) {
    return Character.getType(c) == Character.FORMAT || Character.isSpaceChar(c);
  }

  static boolean isQuotationMark(char c) {
    return (CHARACTERS[c] & QUOTE) != 0;
  }

  private static boolean isQuote(char c) {
    return switch (c) {
      case '"', '“', '”', '„', '‟', '«', '»', '‹', '›', '\'', '‘', '’', '‚', '`', '´', '＂' -> true;
      default -> false;
    };
  }

  /** Words without double quotation marks and marks of tags, and without space at their ends. */
  static String unquoted(String words) {
    StringBuilder kept = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      if (isOfTag(words, i)) {
        kept.append(' ');
        continue;
      }
      switch (words.charAt(i)) {
        case '"', '“', '”', '«', '»', '„' -> {}
        default -> kept.append(words.charAt(i));
      }
    }
    return kept.toString().strip();
  }

  /** The folded form of a word: Arabic letter variants, marks, case. */
  static String key(String word) {
    return KEYS.of(word);
  }

  static String folded(String word) {
    StringBuilder key = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      switch (c) {
        case 'أ', 'إ', 'آ', 'ٱ' -> key.append('ا');
        case 'ى', 'ی' -> key.append('ي');
        case 'ک' -> key.append('ك');
        case 'ة' -> key.append('ه');
        case 'ـ' -> {}
        case '’', '‘', '´', '`' -> key.append('\'');
        case '‑' -> key.append('-');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK
              && Character.getType(c) != Character.FORMAT) {
            key.append(Character.toLowerCase(c));
          }
        }
      }
    }
    return key.toString();
  }
}
