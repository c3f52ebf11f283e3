package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;

/**
 * Finds who speaks where the subject stands before its Arabic verb.
 *
 * <ul>
 *   <li>It has to where a relative stands before the verb: «الشركة التي قالت», or what frames it:
 *       «وكان المجلس قد دعا», «أما فلان فقال».
 *   <li>Whoever leads the sentence may, unless what was said follows who stands behind the verb.
 *   <li>Who issued the paper that a verb speaks of does.
 * </ul>
 *
 * <p>Immutable.
 */
final class ArabicSubjectFirst {
  /** What leads back to the noun before a relative. */
  private static final Set<String> ABOUT_IT =
      Set.of("عنه", "عنها", "عنهم", "فيه", "فيها", "فيهم", "له", "لها", "لهم");

  /** Words from a paper to the verb that says what stands in it. */
  private static final int FAR_PAPER = 16;

  private final WordClasses words;
  private final ArabicSubjects subjects;
  private final ArabicPrecedingSubjects preceding;
  private final ArabicObjects objects;
  private final ArabicContent content;
  private final ArabicClauses clauses;

  ArabicSubjectFirst(
      WordClasses words,
      ArabicSubjects subjects,
      ArabicPrecedingSubjects preceding,
      ArabicObjects objects,
      ArabicContent content,
      ArabicClauses clauses) {
    this.words = words;
    this.subjects = subjects;
    this.preceding = preceding;
    this.objects = objects;
    this.content = content;
    this.clauses = clauses;
  }

  /** «وكان المجلس قد دعا», «الشركة التي قالت»: the subject stands before. */
  boolean is(ArabicVerb verb) {
    Line line = verb.line();
    Cues.Match cue = verb.cue();
    String leading = line.key(cue.from() - 1);
    if (words.has("relative", leading)) {
      return !verb.hasObject() && !isNamedBehind(line, cue);
    }
    return verb.isFramed()
        || (verb.isBehindWas() && (leading.equals("قد") || isSubjectUpToIt(line, cue)));
  }

  /** «الصحيفة التي قال فلان عنها»: he, and not the paper. */
  private boolean isNamedBehind(Line line, Cues.Match cue) {
    int at = cue.to();
    int end = line.knownAt(at).map(Line.Named::to).orElse(at + 1);
    return line.isWord(at)
        && !words.has("preposition", line.key(at))
        && !words.has("particle", line.key(at))
        && (ABOUT_IT.contains(line.key(end)) || ABOUT_IT.contains(line.key(end + 1)));
  }

  /** Whoever stands before the verb, and may speak. */
  Optional<Find> find(ArabicVerb verb) {
    Line line = verb.line();
    Cues.Match cue = verb.cue();
    return framed(verb)
        .or(() -> preceding.of(line, cue.from()))
        .filter(who -> content.fits(line, cue, cue.to(), false))
        .filter(who -> isAble(verb, who))
        .map(who -> verb.saidBy(who, true));
  }

  /** The same; whoever issued a paper where the verb says what stands in it. */
  Optional<Find> findOrIssuer(ArabicVerb verb) {
    return isInPaper(verb)
        ? preceding.issuing(verb.line(), verb.cue().from()).map(who -> verb.saidBy(who, true))
        : find(verb);
  }

  /** «سامي درويش اتهم الحكومة بالتقصير»: whoever leads the sentence, and not who stands behind. */
  Optional<Find> leading(ArabicVerb verb, Optional<Subject.Phrase> next) {
    Line line = verb.line();
    Cues.Match cue = verb.cue();
    boolean finite = cue.form() == Cues.Form.MASCULINE || cue.form() == Cues.Form.FEMININE;
    boolean saysBehind = next.filter(who -> clauses.isThatOrQuoteAt(line, who.end())).isPresent();
    if (!finite || saysBehind || !verb.before().isEmpty() || verb.isJoined()) {
      return Optional.empty();
    }
    return preceding
        .leading(line, cue.from())
        .filter(who -> content.fits(line, cue, cue.to(), true))
        .filter(who -> isAble(verb, who))
        .map(who -> verb.saidBy(who, true));
  }

  /** «وكان المتحدث صرح بأن», «وكانت المنظمة أرسلت»: who was stands before the verb. */
  private boolean isSubjectUpToIt(Line line, Cues.Match cue) {
    return subjects
        .phrase(line, 1, false)
        .filter(who -> who.to() == cue.from() && subjects.isSomebody(line, who))
        .isPresent();
  }

  /** «أما المدير فلان، فأكد»: who is framed up to the comma. */
  private Optional<Subject.Phrase> framed(ArabicVerb verb) {
    Line line = verb.line();
    int comma = verb.cue().from() - 1;
    return verb.isFramed() && line.isMark(comma)
        ? subjects.phrase(line, 1, false).filter(who -> who.to() == comma)
        : Optional.empty();
  }

  /** Things express something too («الأرقام تعبر عن»): without a clause somebody has to speak. */
  private boolean isAble(ArabicVerb verb, Subject.Phrase who) {
    Set<String> wanted = verb.rule().content();
    boolean clause = wanted.contains("clause") || wanted.contains("any");
    return clause
        || subjects.isSomebody(verb.line(), who)
        || clauses.isThatOrQuote(verb.line(), verb.cue().to());
  }

  /** «وكانت المنظمة أرسلت فريقا، وقالت إن»: the sentence has said who. */
  Optional<Subject.Phrase> was(ArabicVerb verb) {
    Line line = verb.line();
    return verb.isBehindWas()
        ? subjects
            .phrase(line, 1, false)
            .map(phrase -> objects.shortened(line, phrase, verb.rule(), false))
            .filter(phrase -> subjects.isSomebody(line, phrase))
        : Optional.empty();
  }

  /** «أصدر فلان بيانا عقب رحيله عن النادي قال فيه»: whoever issued it. */
  private boolean isInPaper(ArabicVerb verb) {
    Line line = verb.line();
    Cues.Match cue = verb.cue();
    if (!(line.key(cue.to()).equals("فيه") || line.key(cue.to()).equals("فيها"))) {
      return false;
    }
    for (int i = Math.max(1, cue.from() - FAR_PAPER); i < cue.from(); i++) {
      String key = line.key(i);
      String noun = key.endsWith("ا") ? key.substring(0, key.length() - 1) : key;
      if (words.has("paper", noun) || words.has("posted", noun)) {
        return true;
      }
    }
    return false;
  }
}
