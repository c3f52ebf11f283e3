package news.isnad.speaker;

import java.util.List;
import java.util.Optional;
import news.isnad.speaker.Find.Subject;

/**
 * Finds who speaks where an Arabic verb stands before its subject.
 *
 * <ul>
 *   <li>Who was told, and when or where it was said, may stand between the two.
 *   <li>The subject ends where what the verb announces begins: a clause, a quotation, or the
 *       preposition that the verb takes. It is as short as that needs.
 *   <li>Things do not speak, unless a clause or a quotation follows.
 * </ul>
 *
 * <p>Immutable.
 */
final class ArabicVerbFirst {
  /** Prepositions that stand before what a verb announces. */
  private static final List<String> TAKEN = List.of("عن", "من");

  /** Words behind a name that may say what somebody is, up to a comma. */
  private static final int LONGEST_REST = 4;

  private final WordClasses words;
  private final ArabicSubjects subjects;
  private final ArabicSubjectFirst subjectFirst;
  private final ArabicObjects objects;
  private final ArabicAdjuncts adjuncts;
  private final ArabicContent content;
  private final ArabicClauses clauses;
  private final ArabicPapers papers;

  ArabicVerbFirst(
      WordClasses words,
      ArabicSubjects subjects,
      ArabicSubjectFirst subjectFirst,
      ArabicObjects objects,
      ArabicAdjuncts adjuncts,
      ArabicContent content,
      ArabicClauses clauses,
      ArabicPapers papers) {
    this.words = words;
    this.subjects = subjects;
    this.subjectFirst = subjectFirst;
    this.objects = objects;
    this.adjuncts = adjuncts;
    this.content = content;
    this.clauses = clauses;
    this.papers = papers;
  }

  /** Who stands behind the verb. */
  Optional<Subject.Phrase> next(ArabicVerb verb) {
    Line line = verb.line();
    int behind = behindTold(line, content.skipInserted(line, verb.cue().to()));
    if (isMediumOfTwoWords(verb, behind)) {
      return Optional.empty();
    }
    Optional<Subject.Phrase> found =
        subjects.phrase(line, isPointed(verb, behind) ? behind + 1 : behind, false);
    return found.isEmpty() && isNamed(verb, behind)
        ? Optional.of(Subject.Phrase.of(behind, behind + 1))
        : found;
  }

  /** «وأضاف لرويترز هيلث: "..."»: what no table knows behind a medium belongs to its name. */
  private boolean isMediumOfTwoWords(ArabicVerb verb, int at) {
    Line line = verb.line();
    return isPointed(verb, at)
        && line.key(at).startsWith("ل")
        && line.key(at).length() > 4
        && !subjects.isSomebody(line, Subject.Phrase.of(at + 1, at + 2))
        && !line.key(at + 1).startsWith("ال")
        && clauses.isThatOrQuoteAt(line, at + 2);
  }

  /** «قال لسي إن إن الثلاثاء | مسؤول أوروبي»: who was told stands before who speaks. */
  private int behindTold(Line line, int at) {
    if (!line.key(at).startsWith("ل") || line.knownAt(at).isEmpty()) {
      return at;
    }
    int end = line.knownAt(at).map(Line.Named::to).orElse(at);
    while (words.has("time", line.key(end))) {
      end++;
    }
    String head = ArabicWords.stripped(line.key(end));
    boolean somebody = words.has("role", head) || words.has("source", head);
    return somebody && end > at ? end : at;
  }

  /** «وقالت نيستاره إنها»: no noun with a possessive, which says nothing. */
  private boolean isNamed(ArabicVerb verb, int at) {
    Line line = verb.line();
    String name = line.key(at);
    boolean unknown = !words.isThing(name) && !words.has("kin", name);
    return (verb.rule().cues().contains("قال") || unknown)
        && line.isWord(at)
        && name.endsWith("ه")
        && name.length() > 4
        && !adjuncts.begins(line, at)
        && !words.has("particle", name)
        && !words.has("preposition", name)
        && clauses.isThatOrQuoteAt(line, at + 1);
  }

  private boolean isPointed(ArabicVerb verb, int behind) {
    Line line = verb.line();
    boolean by = // «حسب ما أفاد به | فلان»
        line.key(behind).equals("به") && verb.isRelated();
    return (by || adjuncts.isPointing(line.key(behind))) && line.isWord(behind + 1);
  }

  /** «ويشير اللون الأحمر إلى أن»: nobody says it. */
  boolean isSign(Line line, Subject.Phrase phrase) {
    return words.has("sign", ArabicWords.stripped(line.key(phrase.from())))
        && !subjects.isSomebody(line, phrase);
  }

  /** What the verb announces, if a phrase behind it may be who speaks. */
  Optional<Find> find(ArabicVerb verb, Subject.Phrase behind) {
    Line line = verb.line();
    Cues.Match cue = verb.cue();
    Rule rule = verb.rule();
    Subject.Phrase phrase = papers.ownerOf(line, behind);
    if (phrase.asideTo() == phrase.asideFrom()) {
      phrase = objects.beforeApart(line, phrase);
    }
    int end = phrase.end();
    boolean free = isFree(verb, end);
    if (!free && rule.content().contains("ب") && !ArabicWords.isThat(line, end)) {
      phrase = objects.beforeLastWith(line, phrase);
      end = phrase.end();
    }
    for (String taken : TAKEN) {
      if (!free && rule.content().contains(taken) && !content.fits(line, cue, end, false)) {
        phrase = objects.beforeTaken(line, phrase, Tokens.key(taken));
        end = phrase.end();
      }
    }
    boolean begins = clauses.begins(line, cue.from());
    boolean paper =
        begins && !verb.ambiguous() && papers.isPaper(line, phrase) && end < line.size();
    boolean fits =
        free || paper || goesOn(verb, phrase, end) || content.fits(line, cue, end, false);
    boolean clear = clauses.isThatOrQuote(line, end);
    boolean takesObject = verb.label() || rule.content().contains("object");
    boolean introduced = // «اعتبر سامي درويش، قيادي بحزب الموج، المؤتمر محطة»
        phrase.asideTo() > phrase.asideFrom()
            && words.has("role", ArabicWords.stripped(line.key(phrase.asideFrom())));
    if (!free && !introduced && (takesObject || !clauses.isThatOrQuoteAt(line, end))) {
      boolean lightly = !verb.label() && (clear || (fits && !rule.takesAny()));
      Subject.Phrase shorter = objects.shortened(line, phrase, rule, lightly);
      int cut = shorter.end();
      boolean still = paper || goesOn(verb, shorter, cut) || content.fits(line, cue, cut, false);
      boolean close = line.isMark(end) && end - cut <= LONGEST_REST;
      if (still || !fits || !close) { // «أشاد فلان مدرب الفريق، بالفوز»
        phrase = shorter;
        end = cut;
        fits = still;
      }
    }
    if (!fits && phrase.asideTo() > phrase.asideFrom()) {
      phrase = withoutContent(verb, phrase); // «وشككت فلانة، سفيرة البلاد | في الرواية»
      fits = phrase.end() < end;
      end = phrase.end();
    }
    if (!fits || !maySpeak(verb, behind, phrase, end, clear) || !(begins || !verb.ambiguous())) {
      return Optional.empty();
    }
    boolean after = !free && !ArabicClauses.isOver(line, end);
    return Optional.of(new Find(rule, phrase, cue.from(), cue.to(), cue.from(), end, after));
  }

  /** «وأضاف الكسار، لا سبيل إلى ذلك»: a name and a comma, and what was said. */
  private boolean goesOn(ArabicVerb verb, Subject.Phrase phrase, int end) {
    Line line = verb.line();
    return verb.cue().from() == 0
        && words.has("going-on", verb.key())
        && (line.key(end).equals("،") || line.key(end).equals(","))
        && subjects.isSomebody(line, phrase)
        && phrase.asideTo() == phrase.asideFrom();
  }

  /** An apposition that no comma closes, up to the preposition that the verb takes. */
  private Subject.Phrase withoutContent(ArabicVerb verb, Subject.Phrase phrase) {
    for (int i = phrase.asideFrom() + 1; i < phrase.asideTo(); i++) {
      String word = verb.line().key(i);
      if (words.isPreposition(word)
          && verb.rule().content().stream().anyMatch(want -> Tokens.key(want).equals(word))) {
        return new Subject.Phrase(phrase.from(), phrase.to(), phrase.asideFrom(), i);
      }
    }
    return phrase;
  }

  /** Whether it needs nothing behind its subject, because what was said stands before it. */
  private boolean isFree(ArabicVerb verb, int end) {
    Line line = verb.line();
    Cues.Match cue = verb.cue();
    int behind = content.skipInserted(line, cue.to());
    return (verb.hasObject() && !verb.label())
        || clauses.isReport(line, cue, end)
        || (isPointed(verb, behind) && line.key(behind).equals("به") && verb.isRelated());
  }

  /**
   * Whether a phrase may be who speaks.
   *
   * @param behind the phrase before it was shortened
   * @param clear a clause or a quotation follows
   */
  private boolean maySpeak(
      ArabicVerb verb, Subject.Phrase behind, Subject.Phrase phrase, int end, boolean clear) {
    Line line = verb.line();
    String key = verb.key();
    boolean named = subjects.isSomebody(line, behind);
    boolean comma = line.key(end).equals("،") || line.key(end).equals(",");
    boolean follows = clauses.isThatOrQuoteAt(line, comma ? end + 1 : end);
    String thing = ArabicWords.stripped(line.key(phrase.from()));
    boolean suspended = key.startsWith("علق") && words.isThing(thing);
    if (!named && !follows && (suspended || words.has("thing", thing))) {
      return false; // «كشفت اللقطات عن الحطام»
    }
    if (!named && !follows && (key.startsWith("شهد") || key.endsWith("شهد"))) {
      return false; // «شهدت العاصمة انتشارا كثيفا»
    }
    boolean defined = line.key(phrase.from()).startsWith("ال") && follows;
    if (subjectFirst.is(verb) && !named && !defined) {
      return false;
    }
    boolean anybody = !verb.needsPerson() || (follows && isBareName(line, phrase));
    return named
        || (clear && anybody && (!verb.ambiguous() || follows))
        || (anybody
            && !(verb.rule().takesAny() && verb.ambiguous())
            && !isOtherwise(verb, phrase, follows));
  }

  /** «قال الروحانية مفهوم»: a masculine verb, and a feminine noun alone. */
  private boolean isOtherwise(ArabicVerb verb, Subject.Phrase phrase, boolean follows) {
    Line line = verb.line();
    String noun = line.key(phrase.from());
    return !follows
        && verb.cue().form() == Cues.Form.MASCULINE
        && phrase.to() - phrase.from() == 1
        && noun.startsWith("ال")
        && noun.endsWith("يه")
        && line.knownAt(phrase.from()).isEmpty()
        && !line.families().has(noun);
  }

  /** «وبيّن عبيدات أن»: one or two words without an article. */
  private static boolean isBareName(Line line, Subject.Phrase phrase) {
    return phrase.to() - phrase.from() <= 2 && !line.key(phrase.from()).startsWith("ال");
  }
}
