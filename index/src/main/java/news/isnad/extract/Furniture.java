package news.isnad.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.config.Tables;

/** Recognises lines of a page that belong to the site, not to the article. Immutable. */
final class Furniture {
  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "(?i)©|\\(c\\) ?\\d{4}|copyright|all rights reserved|جميع الحقوق محفوظ|كل الحقوق محفوظ"
              + "|حقوق النشر محفوظ|الحقوق محفوظة");
  private static final Pattern MARKS = Pattern.compile("[\\u064B-\\u065F\\u0670\\u0640]|\\p{Cf}");
  private static final Pattern ENDS = Pattern.compile("^[\\p{P}\\p{S}\\s]+|[\\p{P}\\p{S}\\s]+$");
  private static final int LONGEST_COPYRIGHT = 250;
  private static final int LONGEST_LINE = 90;
  private static final int LONGEST_CREDIT = 220;

  private static final Furniture SHIPPED = new Furniture(Tables.shipped("furniture.tsv"));

  private final Set<String> lines = new HashSet<>();
  private final Set<String> related = new HashSet<>();
  private final Set<String> ends = new HashSet<>();
  private final Set<String> credits = new HashSet<>();
  private final Set<String> bylines = new HashSet<>();

  private Furniture(List<List<String>> rows) {
    for (List<String> row : rows) {
      Set<String> kind =
          switch (row.get(0)) {
            case "line" -> lines;
            case "related" -> related;
            case "end" -> ends;
            case "credit" -> credits;
            case "byline" -> bylines;
            default -> throw new IllegalArgumentException("furniture.tsv: " + row.get(0));
          };
      for (String phrase : Tables.alternatives(row.get(1))) {
        kind.add(kind == credits ? fold(phrase) : bare(phrase));
      }
    }
  }

  static Furniture shipped() {
    return SHIPPED;
  }

  boolean isCopyright(String line) {
    return line.length() <= LONGEST_COPYRIGHT && COPYRIGHT.matcher(line).find();
  }

  /** A line that says only what sites say, or a short one that begins so. */
  boolean isFurniture(String line) {
    if (line.length() > LONGEST_LINE * 2) {
      return false;
    }
    String bare = bare(line);
    if (bare.isEmpty() || lines.contains(bare)) {
      return true;
    }
    return line.length() <= LONGEST_LINE && begins(bare, lines, 3);
  }

  boolean isRelatedLabel(String line) {
    return line.length() <= LONGEST_LINE && related.contains(bare(line));
  }

  /** A label and a headline in one line: "Read also: ...". */
  boolean isRelatedLine(String line) {
    int colon = line.indexOf(':');
    int bar = colon < 0 ? line.indexOf('|') : colon;
    return bar > 0 && bar < 40 && related.contains(bare(line.substring(0, bar)));
  }

  boolean isEnd(String line) {
    if (line.length() > LONGEST_CREDIT) {
      return false;
    }
    int colon = line.indexOf(':');
    return ends.contains(bare(line))
        || (colon > 0 && colon < 30 && ends.contains(bare(line.substring(0, colon))));
  }

  boolean isCredit(String line) {
    if (line.length() > LONGEST_CREDIT) {
      return false;
    }
    String folded = fold(line);
    return credits.stream().anyMatch(folded::contains);
  }

  /** The author that a line names, as printed. */
  Optional<String> author(String line) {
    if (line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    String[] words = line.strip().split("[\\s:،]+", -1);
    for (int n = Math.min(2, words.length - 2); n > 0; n--) {
      String start = String.join(" ", List.of(words).subList(0, n));
      if (bylines.contains(bare(start))) {
        String name = String.join(" ", List.of(words).subList(n, words.length)).strip();
        return words.length - n <= 6 ? Optional.of(name) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean begins(String bare, Set<String> phrases, int words) {
    int at = -1;
    int seen = 0;
    while ((at = bare.indexOf(' ', at + 1)) >= 0) {
      seen++;
      if (seen >= 2 && seen <= words + 2 && phrases.contains(bare.substring(0, at))) {
        return true;
      }
    }
    return false;
  }

  /** Folded, without punctuation at its ends. */
  private static String bare(String text) {
    return ENDS.matcher(fold(text)).replaceAll("");
  }

  private static String fold(String text) {
    StringBuilder folded = new StringBuilder();
    String plain = MARKS.matcher(text).replaceAll("");
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      folded.append(
          switch (c) {
            case 'أ', 'إ', 'آ' -> 'ا';
            case 'ى' -> 'ي';
            case 'ة' -> 'ه';
            case '\u2019' -> '\'';
            default -> Character.isWhitespace(c) || c == 0xA0 ? ' ' : c;
          });
    }
    return folded.toString().toLowerCase(Locale.ROOT).strip().replaceAll(" +", " ");
  }
}
