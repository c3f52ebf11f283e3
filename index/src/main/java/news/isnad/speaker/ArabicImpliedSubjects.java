package news.isnad.speaker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;

/**
 * Finds who is meant by an Arabic verb of speech that has no subject behind it: who stands before
 * it, then who was said to be at the beginning of the sentence, then who spoke last in it, then the
 * last fitting speaker. Immutable.
 */
final class ArabicImpliedSubjects {
  private static final Set<String> SPOKEN =
      Set.of(
          "كان", "كانت", "كنا", "كنت", "لقد", "نحن", "انا", "لن", "ليس", "هذا", "هذه", "هناك",
          "علينا", "يجب", "لدينا");

  private final WordClasses words;
  private final ArabicSubjectFirst subjectFirst;
  private final ArabicContent content;
  private final ArabicClauses clauses;

  ArabicImpliedSubjects(
      WordClasses words,
      ArabicSubjectFirst subjectFirst,
      ArabicContent content,
      ArabicClauses clauses) {
    this.words = words;
    this.subjectFirst = subjectFirst;
    this.content = content;
    this.clauses = clauses;
  }

  /**
   * Who is meant where nobody behind the verb speaks; empty where it says nothing.
   *
   * @param named somebody stands there, and does not
   * @param objected whoever stands there is spoken of
   */
  Optional<Find> find(ArabicVerb verb, boolean named, boolean objected) {
    Line line = verb.line();
    Cues.Match cue = verb.cue();
    List<Find> before = verb.before();
    boolean fits = content.fits(line, cue, cue.to(), true) || goesOnAlone(verb);
    if (!fits && !(verb.rule().takesAny() && !verb.ambiguous())) {
      return Optional.empty();
    }
    boolean joined = verb.isJoined();
    Optional<Find> ahead = joined ? Optional.empty() : subjectFirst.findOrIssuer(verb);
    if (ahead.isPresent()) {
      return ahead;
    }
    boolean report = clauses.isReport(line, cue, cue.to());
    boolean empty = (!fits || (clauses.hasNoContent(line, cue) && !objected)) && !report;
    if (empty || named || needsSomebody(verb, objected) || isImpersonal(verb)) {
      return Optional.empty();
    }
    Optional<Subject.Phrase> was =
        before.isEmpty() && joined ? subjectFirst.was(verb) : Optional.empty();
    if (was.isPresent()) {
      return Optional.of(verb.saidBy(was.get(), !report));
    }
    boolean heard = // «لم يعلق فلان، لكنه قال»
        !before.isEmpty() && (!before.getLast().rule().silent() || isBut(line, cue));
    if (heard && !isThroughMedium(verb)) {
      return Optional.of(verb.said(before.getLast().subject(), true));
    }
    boolean plural = cue.form() == Cues.Form.PLURAL;
    return Optional.of(verb.said(new Subject.Pronoun(verb.gender(), plural, false), !report));
  }

  /** «وزاد كان هناك شكوك», «وتابع نحن نعمل»: what was said stands behind without a mark. */
  private boolean goesOnAlone(ArabicVerb verb) {
    Line line = verb.line();
    Cues.Match cue = verb.cue();
    String next = line.key(cue.to());
    boolean begins = cue.from() == 0 || line.key(cue.from()).startsWith("و");
    return begins
        && words.has("going-on", verb.key())
        && (SPOKEN.contains(next) || words.has("first-person", next));
  }

  private static boolean isBut(Line line, Cues.Match cue) {
    return ArabicWords.withoutJoint(line.key(cue.from() - 1)).startsWith("لكنه");
  }

  /** «وذكرت الوكالة أنه قال إن»: not the agency. */
  private boolean isThroughMedium(ArabicVerb verb) {
    return verb.isOwnSubject()
        && verb.before().getLast().subject() instanceof Subject.Phrase who
        && words.has("outlet-noun", ArabicWords.stripped(verb.line().key(who.from())));
  }

  private boolean needsSomebody(ArabicVerb verb, boolean objected) {
    return verb.needsPerson()
        && !beginsWithQuote(verb)
        && !beginsWithThat(verb.line(), verb.cue())
        && !goesOnAlone(verb)
        && !(objected && verb.cue().from() == 0); // «واعتبر مشاركة بلاده مؤشرا»
  }

  private boolean isImpersonal(ArabicVerb verb) {
    return words.has("impersonal", verb.key()) && !verb.isRelated();
  }

  /** «أقسم في أواخر الشهر: "..."»: a sentence of a verb and what was said. */
  private static boolean beginsWithQuote(ArabicVerb verb) {
    Cues.Match cue = verb.cue();
    return cue.from() == 0
        && verb.rule().content().contains("quote")
        && ArabicContent.hasQuoteOrColon(verb.line(), cue.to(), 8);
  }

  /** «وبيّن أن», «ورأى أن» at the beginning of a sentence: somebody of before does. */
  private static boolean beginsWithThat(Line line, Cues.Match cue) {
    boolean but = cue.from() == 1 && line.key(0).contains("لكن"); // «لكنها رأت أنه»
    return (cue.from() == 0 || but) && !cue.present() && ArabicWords.isThat(line, cue.to());
  }
}
