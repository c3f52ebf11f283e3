package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;

/**
 * Knows what is issued in English and says what its issuer does: "a statement from the ministry",
 * "a filing made on Monday by the company", "the board issued a statement warning". Immutable.
 */
final class EnglishPapers {
  private static final Set<String> MADE =
      Set.of("made", "issued", "released", "filed", "published", "prepared", "compiled");

  /** Words from "according to" to who made the document. */
  private static final int FARTHEST_MAKER = 10;

  /** Words between a paper and who issued it, or what it says. */
  private static final int FARTHEST_PAPER = 6;

  private final WordClasses words;
  private final EnglishSubjects subjects;

  EnglishPapers(WordClasses words, EnglishSubjects subjects) {
    this.words = words;
    this.subjects = subjects;
  }

  /** A statement, a report: somebody's words on paper. */
  boolean isPaper(Line line, int index) {
    return words.has("paper", line.key(index)) || words.has("utterance", line.key(index));
  }

  /** "a statement from the ministry": where its issuer begins; {@code from} without a paper. */
  static int issuer(Line line, int from) {
    for (int i = from; i < Math.min(line.size() - 1, from + 4); i++) {
      boolean notice = line.key(i).equals("statement") || line.key(i).equals("release");
      if (notice && (line.key(i + 1).equals("from") || line.key(i + 1).equals("by"))) {
        return i + 2;
      }
    }
    return maker(line, from);
  }

  /** "a filing made on Monday by the company": where its maker begins. */
  private static int maker(Line line, int from) {
    for (int i = from; i < Math.min(line.size() - 1, from + FARTHEST_MAKER); i++) {
      boolean made = MADE.contains(line.key(i)) && line.isWord(i);
      for (int by = i + 1; made && by < i + 4; by++) {
        if (line.key(by).equals("by") && !line.key(by + 1).isEmpty()) {
          return by + 1;
        }
      }
      if (!line.isWord(i)) {
        return from;
      }
    }
    return from;
  }

  /** "The board issued a statement warning that": whose statement it is. */
  Optional<Subject> issuedBefore(Line line, int last) {
    int paper = last;
    while (paper > last - FARTHEST_PAPER && !isPaper(line, paper) && line.isWord(paper)) {
      paper--;
    }
    if (!isPaper(line, paper)) {
      return Optional.empty();
    }
    for (int i = paper - 1; i > Math.max(0, paper - FARTHEST_PAPER) && !line.isMark(i); i--) {
      if (words.has("issuing", line.key(i))) {
        int before = i - 1;
        while (before > 0 && words.has("auxiliary", line.lower(before))) {
          before--;
        }
        return subjects.subject(line, before);
      }
    }
    return Optional.empty();
  }
}
