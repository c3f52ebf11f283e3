package news.isnad.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.isnad.config.Tables;

/** The words that dates are made of, from the table {@code dates.tsv}. Immutable. */
final class DateWords {
  /** What a word or phrase says. */
  enum Kind {
    MONTH,
    WEEKDAY,
    HALF,
    ZONE,
    HIJRI,
    NOISE
  }

  /**
   * A word of the table.
   *
   * @param words number of words in the phrase
   */
  record Word(Kind kind, String value, int words) {}

  private static final int LONGEST = 4;
  private static final DateWords SHIPPED = new DateWords(Tables.shipped("dates.tsv"));

  private final Map<String, Word> words = new HashMap<>();

  private DateWords(List<List<String>> rows) {
    for (List<String> row : rows) {
      Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      for (String phrase : Tables.alternatives(row.get(2))) {
        String folded = fold(phrase);
        words.putIfAbsent(folded, new Word(kind, row.get(1), folded.split(" ", -1).length));
      }
    }
  }

  static DateWords shipped() {
    return SHIPPED;
  }

  /** The longest phrase of the table that begins at a token. */
  Optional<Word> at(List<String> tokens, int from) {
    for (int n = Math.min(LONGEST, tokens.size() - from); n > 0; n--) {
      Word word = words.get(String.join(" ", tokens.subList(from, from + n)));
      if (word != null) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** Case, harakat, tatweel, forms of alef, final ya, ta marbuta, and digits of other scripts. */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = Character.digit(c, 10);
      if (digit >= 0) {
        folded.append((char) ('0' + digit));
      } else if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
        folded.append(' ');
      } else if (!isSilent(c)) {
        folded.append(folded(c));
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT).strip().replaceAll(" +", " ");
  }

  private static boolean isSilent(char c) {
    return (c >= 0x064B && c <= 0x065F)
        || c == 0x0670
        || c == 0x0640
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.CONTROL;
  }

  private static char folded(char c) {
    return switch (c) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى', 'ی' -> 'ي';
      case 'ة' -> 'ه';
      case 'ک' -> 'ك';
      case '،', '؛', '\u2013', '\u2014', '\u2022', '|' -> ' ';
      case '\u2212', '\u2010', '\u2011' -> '-';
      default -> c;
    };
  }
}
