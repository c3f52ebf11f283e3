package news.isnad.speaker;

import java.util.List;
import java.util.Optional;
import news.isnad.speaker.Find.Subject;

/**
 * Finds whose words an Arabic verb of speech announces.
 *
 * <ul>
 *   <li>The subject stands behind the verb ({@link ArabicVerbFirst}), unless it has a relative
 *       before it or the sentence said before who was ({@link ArabicSubjectFirst}).
 *   <li>Without a subject behind it the verb means somebody of before ({@link
 *       ArabicImpliedSubjects}).
 *   <li>Whoever is told in the verb itself, «أخبرها أن», does not speak.
 * </ul>
 *
 * <p>Immutable.
 */
final class ArabicVerbs {
  private final WordClasses words;
  private final ArabicSubjects subjects;
  private final ArabicContent content;
  private final ArabicClauses clauses;
  private final ArabicUnsaid unsaid;
  private final ArabicSpokenOf spokenOf;
  private final ArabicSubjectFirst subjectFirst;
  private final ArabicVerbFirst verbFirst;
  private final ArabicImpliedSubjects implied;

  ArabicVerbs(
      WordClasses words,
      ArabicSubjects subjects,
      ArabicPrecedingSubjects preceding,
      ArabicObjects objects,
      ArabicAdjuncts adjuncts,
      ArabicContent content,
      ArabicClauses clauses) {
    this.words = words;
    this.subjects = subjects;
    this.content = content;
    this.clauses = clauses;
    ArabicPapers papers = new ArabicPapers(words);
    this.unsaid = new ArabicUnsaid(words);
    this.spokenOf = new ArabicSpokenOf(words, subjects, preceding, clauses, papers);
    this.subjectFirst =
        new ArabicSubjectFirst(words, subjects, preceding, objects, content, clauses);
    this.verbFirst =
        new ArabicVerbFirst(
            words, subjects, subjectFirst, objects, adjuncts, content, clauses, papers);
    this.implied = new ArabicImpliedSubjects(words, subjectFirst, content, clauses);
  }

  /**
   * What a verb announces; empty where it says nothing.
   *
   * @param before what was found in the sentence before it
   */
  Optional<Find> read(Line line, Cues.Match cue, List<Find> before) {
    ArabicVerb verb = ArabicVerb.of(line, cue, before, words);
    Rule rule = cue.rule();
    boolean label = verb.label();
    boolean watching = // «قال فلان وهم يتابعون: ...»: the colon is his
        cue.form() == Cues.Form.PLURAL && rule.cues().contains("تابع") && !before.isEmpty();
    if (watching || unsaid.is(line, cue)) {
      return Optional.empty();
    }
    if (verb.isAboutNounBefore()) {
      return content.fits(line, cue, cue.to(), true)
          ? Optional.of(verb.said(new Subject.Pronoun(Gender.UNKNOWN, true, false), true))
          : Optional.empty();
    }
    boolean object = verb.hasObject();
    if (object && isTold(verb)) {
      return unsaid.isOfAnother(line, cue, before) ? Optional.empty() : toldSomebody(verb);
    }
    if (object && !label && (!verb.isRelated() || verb.needsPerson())) {
      return Optional.empty();
    }
    boolean telling =
        rule.takesAny()
            || rule.content().contains("clause")
            || rule.content().contains("quote")
            || rule.content().contains("report");
    if (object && !label && !telling) {
      return Optional.empty(); // «المستوى الذي قدمه اللاعبون»
    }
    boolean first = subjectFirst.is(verb) || cue.form() == Cues.Form.PLURAL;
    Optional<Find> ahead = first ? subjectFirst.find(verb) : Optional.empty();
    if (ahead.isPresent()) {
      return ahead;
    }
    if (unsaid.isOfAnother(line, cue, before)) {
      return Optional.empty();
    }
    if (isOfAge(line, cue.to()) && content.fits(line, cue, cue.to(), true)) {
      return Optional.of(verb.said(new Subject.Pronoun(verb.gender(), false, false), true));
    }
    int honoured = behindHonorific(line, cue.to());
    if (honoured > cue.to() && content.fits(line, cue, honoured, false)) {
      boolean woman = line.key(cue.to()).endsWith("ها");
      Gender gender = woman ? Gender.FEMININE : Gender.MASCULINE;
      return Optional.of(verb.said(new Subject.Pronoun(gender, false, false), true));
    }
    boolean behindIsNobody = verb.isOwnSubject() || verb.isOfTwo();
    Optional<Subject.Phrase> next = behindIsNobody ? Optional.empty() : verbFirst.next(verb);
    if (next.filter(who -> verbFirst.isSign(line, who)).isPresent()) {
      return Optional.empty();
    }
    Optional<Find> led = subjectFirst.leading(verb, next);
    if (led.isPresent()) {
      return led;
    }
    boolean objected = next.filter(who -> spokenOf.is(line, cue, who)).isPresent();
    Optional<Subject.Phrase> behind = objected ? Optional.empty() : next;
    Optional<Find> said = behind.flatMap(who -> verbFirst.find(verb, who));
    if (said.isPresent()) {
      return said;
    }
    boolean described = label && cue.from() == 0 && ArabicWords.isThat(line, cue.to());
    if (object && !described && (label || !clauses.isReport(line, cue, cue.to()))) {
      return Optional.empty();
    }
    boolean named = behind.filter(who -> subjects.isSomebody(line, who)).isPresent();
    String what = line.key(cue.to());
    boolean deed = // «وأكد أهمية الحوار», «واعتبر مشاركة بلاده مؤشرا», «وتوقع نموا»
        cue.from() == 0
            && (words.has("deed", what)
                || words.has("deed", ArabicWords.stripped(what))
                || (rule.takesAny() && what.endsWith("ا") && words.isThing(what)));
    return implied.find(verb, named, objected || deed);
  }

  /** «أخبرها أن», «أبلغهم بأن»: whom somebody told is in the verb. */
  private boolean isTold(ArabicVerb verb) {
    Line line = verb.line();
    Cues.Match cue = verb.cue();
    return verb.rule().content().contains("object")
        && ArabicWords.isThat(line, cue.to())
        && !verb.isRelated()
        && !words.has("relative", line.key(cue.from() - 1));
  }

  private Optional<Find> toldSomebody(ArabicVerb verb) {
    List<Find> before = verb.before();
    boolean joined = verb.isJoined();
    Optional<Find> ahead = joined ? Optional.empty() : subjectFirst.find(verb);
    return ahead.or(
        () ->
            Optional.of(
                verb.said(
                    before.isEmpty()
                        ? new Subject.Pronoun(verb.gender(), false, false)
                        : before.getLast().subject(),
                    true)));
  }

  /** «وقال البالغ من العمر 36 عاما»: says no more than «وقال». */
  private static boolean isOfAge(Line line, int at) {
    return line.key(at).startsWith("البالغ")
        && line.key(at + 1).equals("من")
        && line.key(at + 2).equals("العمر");
  }

  /** «وأكد معاليه أن», «وأضاف سموه الكريم»: a title that stands for its bearer. */
  private int behindHonorific(Line line, int at) {
    if (!words.has("honorific", line.key(at))) {
      return at;
    }
    return line.key(at + 1).startsWith("الكريم") ? at + 2 : at + 1;
  }
}
