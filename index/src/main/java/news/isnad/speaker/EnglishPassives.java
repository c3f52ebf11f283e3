package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Rule.Slot;

/**
 * Finds who speaks in an English passive: "It was suggested by Marsh that", "dismissed as
 * 'laughable' by his spokesman". Immutable.
 */
final class EnglishPassives {
  /** Verbs whose object is judged: "was dismissed as nonsense by". */
  private static final Set<String> JUDGED =
      Set.of(
          "dismissed",
          "described",
          "branded",
          "labelled",
          "labeled",
          "hailed",
          "condemned",
          "denounced",
          "criticised",
          "criticized",
          "rejected",
          "slammed",
          "praised",
          "dubbed");

  /** Words of a verdict up to whose it is. */
  private static final int LONGEST_VERDICT = 14;

  private final WordClasses words;
  private final EnglishSubjects subjects;

  EnglishPassives(WordClasses words, EnglishSubjects subjects) {
    this.words = words;
    this.subjects = subjects;
  }

  /** "It was suggested by Marsh that". */
  Optional<Find> find(Line line, Cues.Match cue) {
    Optional<Find> judged = judgedBy(line, cue);
    if (judged.isPresent()) {
      return judged;
    }
    int be = be(line, cue);
    int it = be - 1;
    boolean passive =
        line.key(cue.to()).equals("by")
            && words.has("be", line.lower(be))
            && line.key(it).equals("it")
            && cue.rule().slot() == Slot.SUBJECT
            && !cue.rule().silent();
    if (!passive) {
      return Optional.empty();
    }
    return subjects
        .behind(line, cue.to() + 1)
        .map(who -> new Find(cue.rule(), who, cue.from(), cue.to(), it, who.end(), true));
  }

  /** "The claims were dismissed as 'laughable' by his spokesman". */
  private Optional<Find> judgedBy(Line line, Cues.Match cue) {
    int be = be(line, cue);
    boolean passive =
        JUDGED.contains(line.key(cue.from()))
            && words.has("be", line.lower(be))
            && line.key(cue.to()).equals("as");
    if (!passive) {
      return Optional.empty();
    }
    for (int i = cue.to() + 1; i < Math.min(line.size() - 1, cue.to() + LONGEST_VERDICT); i++) {
      if (line.key(i).equals("by") && !line.isQuoted(i)) {
        int from = Math.max(0, be);
        return subjects
            .behind(line, i + 1)
            .map(who -> new Find(cue.rule(), who, cue.from(), cue.to(), from, who.end(), false));
      }
    }
    return Optional.empty();
  }

  /** Where the word stands before a verb that may be "was". */
  private int be(Line line, Cues.Match cue) {
    int be = cue.from() - 1;
    while (be > 0 && (words.has("auxiliary", line.lower(be)) || EnglishTokens.isAdverb(line, be))) {
      be--;
    }
    return be;
  }
}
