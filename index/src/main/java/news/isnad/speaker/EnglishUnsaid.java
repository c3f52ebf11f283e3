package news.isnad.speaker;

import java.util.Set;
import news.isnad.speaker.Find.Subject;
import news.isnad.speaker.Rule.Slot;

/** Knows English words that look like verbs of speech, and say nothing. Immutable. */
final class EnglishUnsaid {
  private static final Set<String> COUNTING =
      Set.of("few", "no", "many", "any", "several", "these", "those", "such", "more");

  private static final Set<String> STRUCK = Set.of("dead", "missing", "killed", "injured");

  private final WordClasses words;
  private final EnglishPapers papers;

  EnglishUnsaid(WordClasses words, EnglishPapers papers) {
    this.words = words;
    this.papers = papers;
  }

  /** "Bolivia's claim", "the reports", "United States": no verb. */
  boolean isNoun(Line line, Cues.Match cue) {
    if (cue.rule().slot() != Slot.SUBJECT || cue.rule().silent()) {
      return false;
    }
    if (isAgreement(line, cue) || isCounted(line, cue)) {
      return true;
    }
    String before = line.key(cue.from() - 1);
    boolean past = line.key(cue.from()).endsWith("ed") || line.key(cue.from()).endsWith("ing");
    String next = line.key(cue.to());
    boolean quoted = cue.rule().cues().contains("quoted as saying"); // "... by the paper"
    if (past
        && !quoted
        && (next.equals("by") || (next.equals("of") && line.key(cue.from()).equals("accused")))) {
      return true;
    }
    if (!past && next.equals("of") && words.has("noun-verb", line.key(cue.from()))) {
      return true; // "an original estimate of"
    }
    boolean preposition =
        words.has("preposition", before)
            && !before.equals("as")
            && !before.equals("that")
            && !words.has("boundary", before);
    if (preposition
        && !past
        && cue.rule().cues().contains(line.key(cue.from()))
        && !line.key(cue.from()).equals("said")
        && line.key(cue.from()).endsWith("s")) {
      return true;
    }
    if (words.has("determiner", before) || before.equals("'s") || before.equals("of")) {
      return !past || !before.equals("'s");
    }
    return line.isCapitalized(cue.from())
        && cue.from() > 0
        && words.has("noun-verb", line.key(cue.from()));
  }

  /** "few answers", "Lorin and Varo states.", "now confirmed dead": no verb, or nobody's. */
  private static boolean isCounted(Line line, Cues.Match cue) {
    String form = line.key(cue.from());
    boolean over = cue.to() >= line.size() || line.isMark(cue.to());
    return (form.endsWith("s") && COUNTING.contains(line.key(cue.from() - 1)))
        || (form.equals("states") && over && line.isCapitalized(cue.from() - 1))
        || (form.endsWith("ed") && STRUCK.contains(line.key(cue.to())));
  }

  /** "agreed to return the cash" is a deed, "third case confirmed in the north" nobody's word. */
  private boolean isAgreement(Line line, Cues.Match cue) {
    String form = line.key(cue.from());
    String next = line.key(cue.to());
    boolean written = // "confirmed in a statement"
        papers.isPaper(line, cue.to() + 1)
            || papers.isPaper(line, cue.to() + 2)
            || words.has("setting", line.key(cue.to() + 2));
    boolean place = !written && (next.equals("in") || next.equals("at") || next.equals("across"));
    return (form.startsWith("agree") && next.equals("to"))
        || (place && (form.equals("confirmed") || form.equals("reported")));
  }

  /** "If he says", "no one said": nobody has said anything. */
  static boolean isCondition(Line line, int from) {
    String before = line.key(from - 1);
    String first = line.key(from);
    return before.equals("if")
        || before.equals("unless")
        || first.equals("nobody")
        || first.equals("none")
        || first.equals("if")
        || (first.equals("no") && line.key(from + 1).equals("one"))
        || (before.equals("no") && first.equals("one"));
  }

  /** "not as bad as some think", "while some believe": nobody in particular. */
  static boolean isNobody(Line line, Subject subject) {
    return subject instanceof Subject.Phrase phrase
        && (line.key(phrase.from() - 1).equals("as")
            || (phrase.to() - phrase.from() == 1 && line.key(phrase.from()).equals("some")));
  }
}
