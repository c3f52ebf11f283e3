package news.isnad.speaker;

import java.util.List;
import java.util.Set;
import news.isnad.speaker.Find.Subject;

/**
 * One Arabic verb of speech in its sentence. Confined to one thread: what was found before it
 * grows.
 *
 * @param before what was found in the sentence before it
 * @param key the verb without what joins it to the word before
 * @param ambiguous it may be a noun as well
 * @param label it says what somebody calls something
 */
record ArabicVerb(
    Line line, Cues.Match cue, List<Find> before, String key, boolean ambiguous, boolean label) {
  private static final Set<String> SAID_OF =
      Set.of("انه", "انها", "انهم", "بانه", "بانها", "بانهم", "لكنه", "لكنها", "لكنهم");

  static ArabicVerb of(Line line, Cues.Match cue, List<Find> before, WordClasses words) {
    String key = ArabicWords.withoutJoint(line.key(cue.from()));
    boolean label = cue.rule().content().contains("label");
    return new ArabicVerb(line, cue, before, key, words.has("ambiguous", key), label);
  }

  Rule rule() {
    return cue.rule();
  }

  /** What it announces, with all that was said behind the verb, or before it. */
  Find said(Subject who, boolean after) {
    return new Find(rule(), who, cue.from(), cue.to(), cue.from(), cue.to(), after);
  }

  /** The same of somebody who stands before it. */
  Find saidBy(Subject.Phrase who, boolean after) {
    return new Find(rule(), who, cue.from(), cue.to(), who.from(), cue.to(), after);
  }

  /** «عبّر», which things do too: somebody has to stand there. */
  boolean needsPerson() {
    return rule().content().contains("somebody");
  }

  boolean hasObject() {
    return cue.form() == Cues.Form.OBJECT;
  }

  Gender gender() {
    return switch (cue.form()) {
      case MASCULINE -> Gender.MASCULINE;
      case FEMININE -> Gender.FEMININE;
      case ANY, PLURAL, PARTICIPLE, OBJECT -> Gender.UNKNOWN;
    };
  }

  /** «وقالت»، «فقال»: joined to what stands before. */
  boolean isJoined() {
    return ArabicClauses.isJoined(line, cue);
  }

  /** «ما كشفه», «كما قال», «حسبما ذكر». */
  boolean isRelated() {
    return ArabicClauses.isRelated(line, cue.from());
  }

  /** «أما فلان فقال». */
  boolean isFramed() {
    return line.key(0).endsWith("اما") && line.key(cue.from()).startsWith("ف");
  }

  /** «وكان المجلس قد دعا». */
  boolean isBehindWas() {
    return line.key(0).endsWith("كان") || line.key(0).endsWith("كانت");
  }

  /** «إنه أبلغ الصحيفة بأن»: the subject stands in the word before. */
  boolean isOwnSubject() {
    return SAID_OF.contains(ArabicWords.withoutJoint(line.key(cue.from() - 1)));
  }

  /** «بيد أنهما نفيا قصف القاعدة»: a dual has its subject before it. */
  boolean isOfTwo() {
    return cue.form() == Cues.Form.PLURAL
        && line.key(cue.from()).endsWith("ا")
        && !line.key(cue.from()).endsWith("وا");
  }

  /** «وصفوها بأنها»: the noun before it is what they spoke of. */
  boolean isAboutNounBefore() {
    String form = line.key(cue.from());
    return cue.form() == Cues.Form.PLURAL && (form.endsWith("وها") || form.endsWith("وه"));
  }
}
