package news.isnad.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.isnad.config.Tables;

/** Recognises lines of a page that belong to the site, not to the article. Immutable. */
final class Furniture {
  /** The word alone claims nothing: news may be about copyright. */
  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "(?i)©|\\(c\\) ?\\d{4}|^copyright\\b.{0,80}\\b(19|20)\\d\\d\\b|all rights reserved"
              + "|(جميع|كل) (ال)?حقوق (النشر )?محفوظ|حقوق النشر محفوظ|الحقوق محفوظة");

  /** How long ago, how long to read. */
  private static final Pattern SPAN_OF_TIME =
      Pattern.compile(
          "(\\d+|an?|one) ?(mins?|minutes?|hours?|days?)( read| ago)"
              + "|(منذ|قبل) (\\p{Nd}+ )?(ثوان|دقيقه|دقيقتين|دقائق|ساعه|ساعتين|ساعات|يوم|يومين|ايام)"
              + "|\\p{Nd}+ (دقيقه|دقائق|دقيقتين)( قراءه| للقراءه)?");

  private static final String AFTER_LABEL = ":|–—";
  private static final String ALL_RIGHTS = "all rights reserved";
  private static final int ENDINGS =
      bits(
          Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL);
  private static final int LONGEST_COPYRIGHT = 250;
  private static final int LONGEST_LABEL = 40;
  private static final int LONGEST_LINE = 90;
  private static final int LONGEST_NOTICE = 400;
  private static final int LONGEST_CREDIT = 220;

  private static final Furniture SHIPPED = new Furniture(Tables.shipped("furniture.tsv"));

  private final Set<String> lines = new HashSet<>();
  private final Set<String> openings = new HashSet<>();
  private final Set<String> notices = new HashSet<>();
  private final Set<String> related = new HashSet<>();
  private final Set<String> ends = new HashSet<>();
  private final Set<String> credits = new HashSet<>();
  private final Set<String> bylines = new HashSet<>();
  private final List<Pattern> shapes = new ArrayList<>();

  /** The length of the longest phrase that a line may begin with. */
  private final int longest;

  @SuppressWarnings("ReferenceEquality") // the sets are told apart by their place
  private Furniture(List<List<String>> rows) {
    for (List<String> row : rows) {
      if (row.get(0).equals("shape")) {
        shapes.add(Pattern.compile(row.get(1)));
        continue;
      }
      Set<String> kind =
          switch (row.get(0)) {
            case "line" -> lines;
            case "opening" -> openings;
            case "notice" -> notices;
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
    longest =
        Stream.of(openings, notices).flatMap(Set::stream).mapToInt(String::length).max().orElse(0);
  }

  private static int bits(byte... types) {
    int bits = 0;
    for (byte type : types) {
      bits |= 1 << type;
    }
    return bits;
  }

  static Furniture shipped() {
    return SHIPPED;
  }

  boolean isCopyright(String line) {
    return line.length() <= LONGEST_COPYRIGHT
        && mayBeCopyright(line)
        && COPYRIGHT.matcher(line).find();
  }

  /** Whether a line has what the pattern cannot do without: most lines have not. */
  private static boolean mayBeCopyright(String line) {
    if (line.indexOf('©') >= 0
        || line.contains("محفوظ")
        || line.regionMatches(true, 0, "copyright", 0, "copyright".length())) {
      return true;
    }
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean may =
          (c == '(' && line.regionMatches(true, i, "(c)", 0, 3))
              || ((c == 'a' || c == 'A')
                  && line.regionMatches(true, i, ALL_RIGHTS, 0, ALL_RIGHTS.length()));
      if (may) {
        return true;
      }
    }
    return false;
  }

  /** A line that says only what sites say, or a short one that begins so, or a notice of them. */
  boolean isFurniture(String line) {
    return line.length() <= LONGEST_NOTICE && isFurniture(line, bare(line));
  }

  /** The same of a line whose bare form is known. */
  boolean isFurniture(String line, String bare) {
    if (line.length() > LONGEST_NOTICE) {
      return false;
    }
    return bare.isEmpty()
        || lines.contains(bare)
        || openings.contains(bare)
        || SPAN_OF_TIME.matcher(bare).matches()
        || begins(bare, notices)
        || shapes.stream().anyMatch(shape -> shape.matcher(bare).find())
        || (line.length() <= LONGEST_LINE && begins(bare, openings));
  }

  boolean isRelatedLabel(String line) {
    return line.length() <= LONGEST_LINE && isRelatedLabel(line, bare(line));
  }

  /** The same of a line whose bare form is known. */
  boolean isRelatedLabel(String line, String bare) {
    return line.length() <= LONGEST_LINE && related.contains(bare);
  }

  /** A label and a headline in one line: "Read also: ...". */
  boolean isRelatedLine(String line) {
    int mark = 0;
    int end = Math.min(line.length(), LONGEST_LABEL);
    while (mark < end && AFTER_LABEL.indexOf(line.charAt(mark)) < 0) {
      mark++;
    }
    return mark > 0 && mark < end && related.contains(bare(line.substring(0, mark)));
  }

  boolean isEnd(String line) {
    return line.length() <= LONGEST_CREDIT && isEnd(line, bare(line));
  }

  /** The same of a line whose bare form is known. */
  boolean isEnd(String line, String bare) {
    if (line.length() > LONGEST_CREDIT) {
      return false;
    }
    int colon = line.indexOf(':');
    return ends.contains(bare)
        || (colon > 0 && colon < 30 && ends.contains(bare(line.substring(0, colon))));
  }

  /** A caption with its credit: the phrase stands by itself, not within a sentence. */
  boolean isCredit(String line) {
    if (line.length() > LONGEST_CREDIT) {
      return false;
    }
    String folded = fold(line);
    for (String phrase : credits) {
      int at = folded.indexOf(phrase);
      if (at >= 0) {
        String before = folded.substring(0, at).stripTrailing();
        boolean isApart =
            before.isEmpty() || !Character.isLetterOrDigit(before.charAt(before.length() - 1));
        if (isApart || (!phrase.endsWith(":") && !folded.endsWith("."))) {
          return true;
        }
      }
    }
    return false;
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

  private boolean begins(String bare, Set<String> phrases) {
    for (int at = bare.indexOf(' '); at >= 0 && at <= longest; at = bare.indexOf(' ', at + 1)) {
      String start = bare.substring(0, at);
      // One word begins sentences of people too.
      if (start.indexOf(' ') > 0 && phrases.contains(start)) {
        return true;
      }
    }
    return false;
  }

  /** Folded, without punctuation at its ends. */
  static String bare(String text) {
    String folded = fold(text);
    int from = 0;
    int to = folded.length();
    while (from < to && isEnding(folded.codePointAt(from))) {
      from += Character.charCount(folded.codePointAt(from));
    }
    while (to > from && isEnding(folded.codePointBefore(to))) {
      to -= Character.charCount(folded.codePointBefore(to));
    }
    return folded.substring(from, to);
  }

  /** Punctuation, a symbol or a space. */
  private static boolean isEnding(int c) {
    return c == ' ' || ((ENDINGS >> Character.getType(c)) & 1) == 1;
  }

  /** Every line of every page comes here several times. */
  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSpace = Character.isWhitespace(c) || c == 0xA0;
      if (isSpace && (folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ')) {
        continue;
      }
      if (!isMark(c)) {
        folded.append(
            switch (c) {
              case 'أ', 'إ', 'آ' -> 'ا';
              case 'ى' -> 'ي';
              case 'ة' -> 'ه';
              case '\u2019' -> '\'';
              default -> isSpace ? ' ' : c;
            });
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT).strip();
  }

  private static boolean isMark(char c) {
    return c >= 0xAD
        && ((c >= '\u064B' && c <= '\u065F')
            || c == '\u0670'
            || c == '\u0640'
            || Character.getType(c) == Character.FORMAT);
  }
}
