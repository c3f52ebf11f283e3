package news.isnad.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  private static final List<Phrase> PHRASES = phrases();

  /** A phrase that a note begins with, folded. */
  private record Phrase(EditionNote note, String words) {
    boolean begins(String plain) {
      return plain.startsWith(words)
          && (plain.length() == words.length()
              || (plain.charAt(words.length()) == ' ' && words.contains(" ")));
    }
  }

  private static List<Phrase> phrases() {
    List<Phrase> phrases = new ArrayList<>();
    for (List<String> row : Tables.shipped("editions.tsv")) {
      EditionNote note = valueOf(row.getFirst().toUpperCase(Locale.ROOT));
      Tables.alternatives(row.get(1)).forEach(each -> phrases.add(new Phrase(note, plain(each))));
    }
    return List.copyOf(phrases);
  }

  /** What an edition says of itself; empty for most. */
  static Optional<EditionNote> of(String title, String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    String head = head(title);
    if (begins(head, WITHDRAWN)
        || (!lines.isEmpty() && begins(head(lines.getFirst()), WITHDRAWN))) {
      return Optional.of(WITHDRAWN);
    }
    boolean corrected =
        begins(head, CORRECTED)
            || lines.stream().anyMatch(line -> mayBegin(line) && begins(head(line), CORRECTED));
    return corrected ? Optional.of(CORRECTED) : Optional.empty();
  }

  private static String head(String line) {
    return plain(line.substring(0, Math.min(LONGEST, line.length())));
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
