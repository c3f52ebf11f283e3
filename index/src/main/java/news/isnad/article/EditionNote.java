package news.isnad.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import news.isnad.config.Tables;
import news.isnad.text.Folding;

/**
 * What an edition says of itself: that the article was withdrawn, or corrected. The phrases are in
 * {@code editions.tsv}.
 *
 * <ul>
 *   <li>a withdrawal stands at the beginning of the title or of the text: elsewhere it is news of
 *       something else that was withdrawn
 *   <li>a correction stands at the beginning of the title or of a paragraph
 *   <li>a single word is a note only where it stands alone
 * </ul>
 *
 * <p>Stateless.
 */
enum EditionNote {
  CORRECTED,
  WITHDRAWN;

  private static final int LONGEST = 200;

  /** So much of a line shows of most that they begin no note. */
  private static final int BEGINNING = 24;

  private static final String PATTERN = " pattern";
  private static final List<Phrase> PHRASES = phrases();
  private static final List<Shape> SHAPES = shapes();

  /** What the patterns of corrections begin with: few paragraphs do. */
  private static final Pattern MAY_BE_SHAPED =
      Pattern.compile(
          "\\s*([(\\[]|(?i:this |the |an earlier |a previous |editor)|تم |جر[ىي] |ع.?د.?ل|ح.?د.?ث"
              + "|ص.?ح.?ح|[يت].?صحح)");

  /** A mark before a headline, parted from it by a dash: "WITHDRAWN - ", "CORRECTED-". */
  private static final Pattern DASHED =
      Pattern.compile(
          "^(\\P{Ll}{4,40}?|\\S{4,20}(?: \\S{2,12}){0,2}?(?=\\s))\\s?[-–—|]\\s?(?=\\S)");

  /** "Retracted: a history of ..." is the title of something else. */
  private static final Pattern SUBTITLE =
      Pattern.compile("^\\p{Lu}\\p{Ll}+( \\p{Ll}+)*: (a|an|the|how|why|what|when|who) \\p{Ll}.*");

  /** A phrase that a note begins with, folded. */
  private record Phrase(EditionNote note, String words) {
    boolean begins(String plain) {
      return plain.startsWith(words)
          && (plain.length() == words.length()
              || (plain.charAt(words.length()) == ' ' && words.contains(" ")));
    }
  }

  /** A pattern of notes that do not begin with the same words. */
  private record Shape(EditionNote note, Pattern pattern) {}

  private static List<Phrase> phrases() {
    List<Phrase> phrases = new ArrayList<>();
    for (List<String> row : Tables.shipped("editions.tsv")) {
      if (!row.getFirst().endsWith(PATTERN)) {
        EditionNote note = valueOf(row.getFirst().toUpperCase(Locale.ROOT));
        Tables.alternatives(row.get(1)).forEach(each -> phrases.add(new Phrase(note, plain(each))));
      }
    }
    return List.copyOf(phrases);
  }

  private static List<Shape> shapes() {
    return Tables.shipped("editions.tsv").stream()
        .filter(row -> row.getFirst().endsWith(PATTERN))
        .map(
            row -> {
              String note = row.getFirst().substring(0, row.getFirst().length() - PATTERN.length());
              return new Shape(valueOf(note.toUpperCase(Locale.ROOT)), Pattern.compile(row.get(1)));
            })
        .toList();
  }

  /** What an edition says of itself; empty for most. */
  static Optional<EditionNote> of(String title, String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    boolean withdrawn =
        is(title, WITHDRAWN) || (!lines.isEmpty() && is(lines.getFirst(), WITHDRAWN));
    if (withdrawn) {
      return Optional.of(WITHDRAWN);
    }
    boolean corrected =
        is(title, CORRECTED)
            || lines.stream()
                .anyMatch(
                    line ->
                        (mayBegin(line) && begins(head(line), CORRECTED))
                            || (MAY_BE_SHAPED.matcher(line).lookingAt()
                                && isShaped(line, CORRECTED)));
    return corrected ? Optional.of(CORRECTED) : Optional.empty();
  }

  /** Whether a title or the first line of a text is a note, or has one before it. */
  private static boolean is(String line, EditionNote note) {
    return !SUBTITLE.matcher(beginning(line)).matches()
        && (begins(head(line), note)
            || begins(head(DASHED.matcher(beginning(line)).replaceFirst("$1: ")), note)
            || isShaped(line, note));
  }

  private static boolean isShaped(String line, EditionNote note) {
    String start = line.stripLeading();
    boolean bracketed = start.startsWith("(") || start.startsWith("[");
    String shaped = (bracketed ? "( " : "") + head(start);
    return SHAPES.stream()
        .anyMatch(shape -> shape.note == note && shape.pattern.matcher(shaped).find());
  }

  private static String beginning(String line) {
    return line.substring(0, Math.min(LONGEST, line.length()));
  }

  private static String head(String line) {
    return plain(beginning(line));
  }

  /** False only where the first letters are those of no phrase. */
  private static boolean mayBegin(String line) {
    if (line.length() <= BEGINNING) {
      return true;
    }
    String beginning = plain(line.substring(0, BEGINNING));
    int sure = beginning.length() - 2; // the last letter may go together with the next
    for (Phrase phrase : PHRASES) {
      if (sure <= 0
          || phrase.words.regionMatches(0, beginning, 0, Math.min(sure, phrase.words.length()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(String plain, EditionNote note) {
    for (Phrase phrase : PHRASES) {
      if (phrase.note == note && phrase.begins(plain)) {
        return true;
      }
    }
    return false;
  }

  /** Folded words with single spaces; a colon is a word, because a heading ends with one. */
  private static String plain(String text) {
    String folded = Folding.fold(text).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(folded.length());
    boolean gap = false;
    for (int at = 0, point; at < folded.length(); at += Character.charCount(point)) {
      point = folded.codePointAt(at);
      boolean kept = point == ':' || Character.isLetter(point) || Fingerprint.isNumeral(point);
      if (kept) {
        plain.append((gap || point == ':') && !plain.isEmpty() ? " " : "").appendCodePoint(point);
      }
      gap = point == ':' || !kept;
    }
    return plain.toString();
  }
}
