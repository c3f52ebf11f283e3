package news.isnad.speaker;

import java.util.Set;

/**
 * Says whether an English verb of speech has its subject behind it, because what was said stands
 * before: {@code "...", said X}. Immutable.
 */
final class EnglishTurned {
  /** "said two officials". */
  private static final Set<String> SOME =
      Set.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both",
          "another", "several", "some", "many");

  private final WordClasses words;
  private final EnglishSubjects subjects;

  EnglishTurned(WordClasses words, EnglishSubjects subjects) {
    this.words = words;
    this.subjects = subjects;
  }

  /**
   * Whether it is so.
   *
   * @param before last token before the verb and its auxiliaries
   */
  boolean is(Line line, Cues.Match cue, int before) {
    if (cue.rule().side() == Rule.Side.AFTER || before != cue.from() - 1) {
      return false;
    }
    if (cue.rule().cues().contains("told")) {
      return false; // whoever stands behind it was told
    }
    boolean afterContent =
        before < 0
            ? false
            : line.isQuote(before)
                || line.isQuoted(before)
                || line.key(before).equals(",")
                || line.key(before).equals("-")
                || line.key(before).equals("–");
    if (!afterContent || line.isQuoted(cue.from())) {
      return false;
    }
    int next = cue.to();
    if (next >= line.size() || line.isQuoted(next) || !line.isWord(next)) {
      return false;
    }
    if (line.key(before).equals(",")
        && subjects.isAppositionEnd(line, before)
        && !line.isQuoted(Math.max(0, before - 1))) {
      return false;
    }
    String key = line.key(next);
    if (words.has("clause-opener", key) && !(key.equals("he") || key.equals("she"))) {
      return false;
    }
    return line.isCapitalized(next)
        || words.has("determiner", key)
        || words.has("source", key)
        || words.has("role", key)
        || words.has("body", key)
        || key.equals("he")
        || key.equals("she")
        || (SOME.contains(key) && line.isWord(next + 1))
        || isBeforeName(line, next);
  }

  /** "said retired barrister Lena Maroth": a few plain words, then a full name. */
  private boolean isBeforeName(Line line, int from) {
    int at = from;
    while (at < from + 4
        && line.isWord(at)
        && !line.isCapitalized(at)
        && !words.has("preposition", line.key(at))
        && !words.has("boundary", line.key(at))
        && !words.has("finite", line.key(at))) {
      at++;
    }
    return at > from && line.isCapitalized(at) && line.isCapitalized(at + 1);
  }

  /** "... will get them home said Tom Hale": the comma is missing, and nobody stands before. */
  static boolean isWithoutComma(Line line, Cues.Match cue) {
    return line.key(cue.from()).equals("said")
        && cue.from() > 3
        && line.isCapitalized(cue.to())
        && line.isCapitalized(cue.to() + 1)
        && !line.pieces().isEmpty();
  }
}
