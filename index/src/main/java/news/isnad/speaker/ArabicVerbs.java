package news.isnad.speaker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;

/**
 * Finds whose words an Arabic verb of speech announces.
 *
 * <ul>
 *   <li>The subject stands behind the verb, unless it has a relative before it or the sentence said
 *       before who was.
 *   <li>Without a subject behind it the verb means who stands before it, then who spoke last in the
 *       sentence, then the last fitting speaker.
 * </ul>
 *
 * <p>Immutable.
 */
final class ArabicVerbs {
  private static final Set<String> SAID_OF =
      Set.of("انه", "انها", "انهم", "بانه", "بانها", "بانهم", "لكنه", "لكنها", "لكنهم");

  /** Prepositions that stand before what a verb announces. */
  private static final List<String> TAKEN = List.of("عن", "من");

  /** Words behind a name that may say what somebody is, up to a comma. */
  private static final int LONGEST_REST = 4;

  private static final Set<String> SPOKEN =
      Set.of(
          "كان", "كانت", "كنا", "كنت", "لقد", "نحن", "انا", "لن", "ليس", "هذا", "هذه", "هناك",
          "علينا", "يجب", "لدينا");

  /** Words from a paper to the verb that says what stands in it. */
  private static final int FAR_PAPER = 16;

  /** What leads back to the noun before a relative. */
  private static final Set<String> ABOUT_IT =
      Set.of("عنه", "عنها", "عنهم", "فيه", "فيها", "فيهم", "له", "لها", "لهم");

  private final WordClasses words;
  private final ArabicSubjects subjects;
  private final ArabicPrecedingSubjects preceding;
  private final ArabicObjects objects;
  private final ArabicAdjuncts adjuncts;
  private final ArabicContent content;
  private final ArabicClauses clauses;
  private final ArabicPapers papers;
  private final ArabicUnsaid unsaid;
  private final ArabicSpokenOf spokenOf;

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
    this.preceding = preceding;
    this.objects = objects;
    this.adjuncts = adjuncts;
    this.content = content;
    this.clauses = clauses;
    this.papers = new ArabicPapers(words);
    this.unsaid = new ArabicUnsaid(words);
    this.spokenOf = new ArabicSpokenOf(words, subjects, preceding, clauses, papers);
  }

  /**
   * What a verb announces; empty where it says nothing.
   *
   * @param before what was found in the sentence before it
   */
  Optional<Find> read(Line line, Cues.Match cue, List<Find> before) {
    return new Verb(line, cue, before).find();
  }

  /** One verb in its sentence. */
  private final class Verb {
    private final Line line;
    private final Cues.Match cue;
    private final List<Find> before;
    private final Rule rule;
    private final String key;
    private final boolean label;

    /** It may be a noun as well. */
    private final boolean ambiguous;

    Verb(Line line, Cues.Match cue, List<Find> before) {
      this.line = line;
      this.cue = cue;
      this.before = before;
      this.rule = cue.rule();
      this.key = ArabicWords.withoutJoint(line.key(cue.from()));
      this.ambiguous = words.has("ambiguous", key);
      this.label = rule.content().contains("label");
    }

    Optional<Find> find() {
      boolean watching = // «قال فلان وهم يتابعون: ...»: the colon is his
          cue.form() == Cues.Form.PLURAL && rule.cues().contains("تابع") && !before.isEmpty();
      if (watching || unsaid.is(line, cue)) {
        return Optional.empty();
      }
      if (cue.form() == Cues.Form.PLURAL && isAboutIt(line.key(cue.from()))) {
        return content.fits(line, cue, cue.to(), true)
            ? Optional.of(said(new Subject.Pronoun(Gender.UNKNOWN, true, false), true))
            : Optional.empty();
      }
      boolean object = cue.form() == Cues.Form.OBJECT;
      if (object && isTold()) {
        return unsaid.isOfAnother(line, cue, before) ? Optional.empty() : toldSomebody();
      }
      if (object && !label && (!ArabicClauses.isRelated(line, cue.from()) || needsPerson())) {
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
      boolean first = isAheadFirst() || cue.form() == Cues.Form.PLURAL;
      Optional<Find> ahead = first ? ahead() : Optional.empty();
      if (ahead.isPresent()) {
        return ahead;
      }
      if (unsaid.isOfAnother(line, cue, before)) {
        return Optional.empty();
      }
      if (isOfAge(cue.to()) && content.fits(line, cue, cue.to(), true)) {
        return Optional.of(said(new Subject.Pronoun(gender(), false, false), true));
      }
      int honoured = behindHonorific(cue.to());
      if (honoured > cue.to() && content.fits(line, cue, honoured, false)) {
        boolean woman = line.key(cue.to()).endsWith("ها");
        Gender gender = woman ? Gender.FEMININE : Gender.MASCULINE;
        return Optional.of(said(new Subject.Pronoun(gender, false, false), true));
      }
      boolean behindIsNobody = isOwnSubject() || isOfTwo();
      Optional<Subject.Phrase> next = behindIsNobody ? Optional.empty() : next();
      if (next.filter(this::isSign).isPresent()) {
        return Optional.empty();
      }
      Optional<Find> led = led(next);
      if (led.isPresent()) {
        return led;
      }
      boolean objected = next.filter(who -> spokenOf.is(line, cue, who)).isPresent();
      Optional<Subject.Phrase> behind = objected ? Optional.empty() : next;
      Optional<Find> said = behind.flatMap(this::saidBy);
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
      return withoutSubject(named, objected || deed);
    }

    /**
     * «سامي درويش اتهم الحكومة بالتقصير»: whoever leads the sentence, and not who stands behind.
     */
    private Optional<Find> led(Optional<Subject.Phrase> next) {
      boolean verb = cue.form() == Cues.Form.MASCULINE || cue.form() == Cues.Form.FEMININE;
      boolean saysBehind = next.filter(who -> clauses.isThatOrQuoteAt(line, end(who))).isPresent();
      if (!verb || saysBehind || !before.isEmpty() || ArabicClauses.isJoined(line, cue)) {
        return Optional.empty();
      }
      return preceding
          .leading(line, cue.from())
          .filter(who -> content.fits(line, cue, cue.to(), true))
          .filter(this::isAble)
          .map(this::ahead);
    }

    /** «أخبرها أن», «أبلغهم بأن»: whom somebody told is in the verb. */
    private boolean isTold() {
      return rule.content().contains("object")
          && ArabicWords.isThat(line, cue.to())
          && !ArabicClauses.isRelated(line, cue.from())
          && !words.has("relative", line.key(cue.from() - 1));
    }

    private Optional<Find> toldSomebody() {
      boolean joined = ArabicClauses.isJoined(line, cue);
      Optional<Find> ahead = joined ? Optional.empty() : ahead();
      return ahead.or(
          () ->
              Optional.of(
                  said(
                      before.isEmpty()
                          ? new Subject.Pronoun(gender(), false, false)
                          : before.getLast().subject(),
                      true)));
    }

    /** «وقال البالغ من العمر 36 عاما»: says no more than «وقال». */
    private boolean isOfAge(int at) {
      return line.key(at).startsWith("البالغ")
          && line.key(at + 1).equals("من")
          && line.key(at + 2).equals("العمر");
    }

    /** «وأكد معاليه أن», «وأضاف سموه الكريم»: a title that stands for its bearer. */
    private int behindHonorific(int at) {
      if (!words.has("honorific", line.key(at))) {
        return at;
      }
      return line.key(at + 1).startsWith("الكريم") ? at + 2 : at + 1;
    }

    /** All that was said stands behind the verb, or before it. */
    private Find said(Subject who, boolean after) {
      return new Find(rule, who, cue.from(), cue.to(), cue.from(), cue.to(), after);
    }

    // ---- the subject behind it

    private Optional<Subject.Phrase> next() {
      int behind = behindTold(content.skipInserted(line, cue.to()));
      if (isMediumOfTwoWords(behind)) {
        return Optional.empty();
      }
      Optional<Subject.Phrase> found =
          subjects.phrase(line, isPointed(behind) ? behind + 1 : behind, false);
      return found.isEmpty() && isNamed(behind)
          ? Optional.of(Subject.Phrase.of(behind, behind + 1))
          : found;
    }

    /** «وأضاف لرويترز هيلث: "..."»: what no table knows behind a medium belongs to its name. */
    private boolean isMediumOfTwoWords(int at) {
      return isPointed(at)
          && line.key(at).startsWith("ل")
          && line.key(at).length() > 4
          && !subjects.isSomebody(line, Subject.Phrase.of(at + 1, at + 2))
          && !line.key(at + 1).startsWith("ال")
          && clauses.isThatOrQuoteAt(line, at + 2);
    }

    /** «قال لسي إن إن الثلاثاء | مسؤول أوروبي»: who was told stands before who speaks. */
    private int behindTold(int at) {
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
    private boolean isNamed(int at) {
      String name = line.key(at);
      boolean unknown = !words.isThing(name) && !words.has("kin", name);
      return (rule.cues().contains("قال") || unknown)
          && line.isWord(at)
          && name.endsWith("ه")
          && name.length() > 4
          && !adjuncts.begins(line, at)
          && !words.has("particle", name)
          && !words.has("preposition", name)
          && clauses.isThatOrQuoteAt(line, at + 1);
    }

    private boolean isPointed(int behind) {
      boolean by = // «حسب ما أفاد به | فلان»
          line.key(behind).equals("به") && ArabicClauses.isRelated(line, cue.from());
      return (by || adjuncts.isPointing(line.key(behind))) && line.isWord(behind + 1);
    }

    private Optional<Find> saidBy(Subject.Phrase behind) {
      Subject.Phrase phrase = papers.ownerOf(line, behind);
      if (phrase.asideTo() == phrase.asideFrom()) {
        phrase = objects.beforeApart(line, phrase);
      }
      int end = end(phrase);
      boolean free = isFree(end);
      if (!free && rule.content().contains("ب") && !ArabicWords.isThat(line, end)) {
        phrase = objects.beforeLastWith(line, phrase);
        end = end(phrase);
      }
      for (String taken : TAKEN) {
        if (!free && rule.content().contains(taken) && !content.fits(line, cue, end, false)) {
          phrase = objects.beforeTaken(line, phrase, Tokens.key(taken));
          end = end(phrase);
        }
      }
      boolean begins = clauses.begins(line, cue.from());
      boolean paper = begins && !ambiguous && papers.isPaper(line, phrase) && end < line.size();
      boolean fits = free || paper || goesOn(phrase, end) || content.fits(line, cue, end, false);
      boolean clear = clauses.isThatOrQuote(line, end);
      boolean takesObject = label || rule.content().contains("object");
      boolean introduced = // «اعتبر سامي درويش، قيادي بحزب الموج، المؤتمر محطة»
          phrase.asideTo() > phrase.asideFrom()
              && words.has("role", ArabicWords.stripped(line.key(phrase.asideFrom())));
      if (!free && !introduced && (takesObject || !clauses.isThatOrQuoteAt(line, end))) {
        boolean lightly = !label && (clear || (fits && !rule.takesAny()));
        Subject.Phrase shorter = objects.shortened(line, phrase, rule, lightly);
        int cut = end(shorter);
        boolean still = paper || goesOn(shorter, cut) || content.fits(line, cue, cut, false);
        boolean close = line.isMark(end) && end - cut <= LONGEST_REST;
        if (still || !fits || !close) { // «أشاد فلان مدرب الفريق، بالفوز»
          phrase = shorter;
          end = cut;
          fits = still;
        }
      }
      if (!fits && phrase.asideTo() > phrase.asideFrom()) {
        phrase = withoutContent(phrase); // «وشككت فلانة، سفيرة البلاد | في الرواية»
        fits = end(phrase) < end;
        end = end(phrase);
      }
      if (!fits || !maySpeak(behind, phrase, end, clear) || !(begins || !ambiguous)) {
        return Optional.empty();
      }
      boolean after = !free && !ArabicClauses.isOver(line, end);
      return Optional.of(new Find(rule, phrase, cue.from(), cue.to(), cue.from(), end, after));
    }

    /** «ويشير اللون الأحمر إلى أن»: nobody says it. */
    private boolean isSign(Subject.Phrase phrase) {
      return words.has("sign", ArabicWords.stripped(line.key(phrase.from())))
          && !subjects.isSomebody(line, phrase);
    }

    /** «وأضاف الكسار، لا سبيل إلى ذلك»: a name and a comma, and what was said. */
    private boolean goesOn(Subject.Phrase phrase, int end) {
      return cue.from() == 0
          && words.has("going-on", key)
          && (line.key(end).equals("،") || line.key(end).equals(","))
          && subjects.isSomebody(line, phrase)
          && phrase.asideTo() == phrase.asideFrom();
    }

    /** An apposition that no comma closes, up to the preposition that the verb takes. */
    private Subject.Phrase withoutContent(Subject.Phrase phrase) {
      for (int i = phrase.asideFrom() + 1; i < phrase.asideTo(); i++) {
        String word = line.key(i);
        if (words.isPreposition(word)
            && rule.content().stream().anyMatch(want -> Tokens.key(want).equals(word))) {
          return new Subject.Phrase(phrase.from(), phrase.to(), phrase.asideFrom(), i);
        }
      }
      return phrase;
    }

    private static int end(Subject.Phrase phrase) {
      return Math.max(phrase.to(), phrase.asideTo());
    }

    /** Whether it needs nothing behind its subject, because what was said stands before it. */
    private boolean isFree(int end) {
      int behind = content.skipInserted(line, cue.to());
      return (cue.form() == Cues.Form.OBJECT && !label)
          || clauses.isReport(line, cue, end)
          || (isPointed(behind)
              && line.key(behind).equals("به")
              && ArabicClauses.isRelated(line, cue.from()));
    }

    /**
     * Whether a phrase may be who speaks.
     *
     * @param behind the phrase before it was shortened
     * @param clear a clause or a quotation follows
     */
    private boolean maySpeak(Subject.Phrase behind, Subject.Phrase phrase, int end, boolean clear) {
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
      if (isAheadFirst() && !named && !defined) {
        return false;
      }
      boolean anybody = !needsPerson() || (follows && isBareName(phrase));
      return named
          || (clear && anybody && (!ambiguous || follows))
          || (anybody && !(rule.takesAny() && ambiguous) && !isOtherwise(phrase, follows));
    }

    /** «قال الروحانية مفهوم»: a masculine verb, and a feminine noun alone. */
    private boolean isOtherwise(Subject.Phrase phrase, boolean follows) {
      String noun = line.key(phrase.from());
      return !follows
          && cue.form() == Cues.Form.MASCULINE
          && phrase.to() - phrase.from() == 1
          && noun.startsWith("ال")
          && noun.endsWith("يه")
          && line.knownAt(phrase.from()).isEmpty()
          && !line.families().has(noun);
    }

    /** «وبيّن عبيدات أن»: one or two words without an article. */
    private boolean isBareName(Subject.Phrase phrase) {
      return phrase.to() - phrase.from() <= 2 && !line.key(phrase.from()).startsWith("ال");
    }

    // ---- the subject before it

    /** «وكان المجلس قد دعا», «الشركة التي قالت»: the subject stands before. */
    private boolean isAheadFirst() {
      String leading = line.key(cue.from() - 1);
      if (words.has("relative", leading)) {
        return !(cue.form() == Cues.Form.OBJECT) && !isNamedBehind();
      }
      return isFramed() || (isWas() && (leading.equals("قد") || isSubjectUpToIt()));
    }

    /** «الصحيفة التي قال فلان عنها»: he, and not the paper. */
    private boolean isNamedBehind() {
      int at = cue.to();
      int end = line.knownAt(at).map(Line.Named::to).orElse(at + 1);
      return line.isWord(at)
          && !words.has("preposition", line.key(at))
          && !words.has("particle", line.key(at))
          && (ABOUT_IT.contains(line.key(end)) || ABOUT_IT.contains(line.key(end + 1)));
    }

    /** «أما فلان فقال». */
    private boolean isFramed() {
      return line.key(0).endsWith("اما") && line.key(cue.from()).startsWith("ف");
    }

    private boolean isWas() {
      return line.key(0).endsWith("كان") || line.key(0).endsWith("كانت");
    }

    /** «وكان المتحدث صرح بأن», «وكانت المنظمة أرسلت»: who was stands before the verb. */
    private boolean isSubjectUpToIt() {
      return subjects
          .phrase(line, 1, false)
          .filter(who -> who.to() == cue.from() && subjects.isSomebody(line, who))
          .isPresent();
    }

    /** «أما المدير فلان، فأكد»: who is framed up to the comma. */
    private Optional<Subject.Phrase> framed() {
      int comma = cue.from() - 1;
      return isFramed() && line.isMark(comma)
          ? subjects.phrase(line, 1, false).filter(who -> who.to() == comma)
          : Optional.empty();
    }

    private Optional<Find> ahead() {
      return framed()
          .or(() -> preceding.of(line, cue.from()))
          .filter(who -> content.fits(line, cue, cue.to(), false))
          .filter(this::isAble)
          .map(this::ahead);
    }

    private Find ahead(Subject.Phrase who) {
      return new Find(rule, who, cue.from(), cue.to(), who.from(), cue.to(), true);
    }

    /** Things express something too («الأرقام تعبر عن»): without a clause somebody has to speak. */
    private boolean isAble(Subject.Phrase who) {
      Set<String> wanted = rule.content();
      boolean clause = wanted.contains("clause") || wanted.contains("any");
      return clause || subjects.isSomebody(line, who) || clauses.isThatOrQuote(line, cue.to());
    }

    /** «وكانت المنظمة أرسلت فريقا، وقالت إن»: the sentence has said who. */
    private Optional<Subject.Phrase> was() {
      return isWas()
          ? subjects
              .phrase(line, 1, false)
              .map(phrase -> objects.shortened(line, phrase, rule, false))
              .filter(phrase -> subjects.isSomebody(line, phrase))
          : Optional.empty();
    }

    // ---- no subject of its own

    /**
     * Who is meant where nobody behind the verb speaks.
     *
     * @param named somebody stands there, and does not
     * @param objected whoever stands there is spoken of
     */
    private Optional<Find> withoutSubject(boolean named, boolean objected) {
      boolean fits = content.fits(line, cue, cue.to(), true) || goesOnAlone();
      if (!fits && !(rule.takesAny() && !ambiguous)) {
        return Optional.empty();
      }
      boolean joined = ArabicClauses.isJoined(line, cue);
      Optional<Find> ahead =
          joined
              ? Optional.empty()
              : isInPaper() ? preceding.issuing(line, cue.from()).map(this::ahead) : ahead();
      if (ahead.isPresent()) {
        return ahead;
      }
      boolean report = clauses.isReport(line, cue, cue.to());
      boolean empty = (!fits || (clauses.hasNoContent(line, cue) && !objected)) && !report;
      if (empty || named || needsSomebody(objected) || isImpersonal()) {
        return Optional.empty();
      }
      Optional<Subject.Phrase> was = before.isEmpty() && joined ? was() : Optional.empty();
      if (was.isPresent()) {
        Subject.Phrase who = was.get();
        return Optional.of(
            new Find(rule, who, cue.from(), cue.to(), who.from(), cue.to(), !report));
      }
      boolean heard = // «لم يعلق فلان، لكنه قال»
          !before.isEmpty() && (!before.getLast().rule().silent() || isBut());
      if (heard && !isThroughMedium()) {
        return Optional.of(said(before.getLast().subject(), true));
      }
      boolean plural = cue.form() == Cues.Form.PLURAL;
      return Optional.of(said(new Subject.Pronoun(gender(), plural, false), !report));
    }

    /** «وزاد كان هناك شكوك», «وتابع نحن نعمل»: what was said stands behind without a mark. */
    private boolean goesOnAlone() {
      String next = line.key(cue.to());
      boolean begins = cue.from() == 0 || line.key(cue.from()).startsWith("و");
      return begins
          && words.has("going-on", key)
          && (SPOKEN.contains(next) || words.has("first-person", next));
    }

    /** «بيد أنهما نفيا قصف القاعدة»: a dual has its subject before it. */
    private boolean isOfTwo() {
      return cue.form() == Cues.Form.PLURAL
          && line.key(cue.from()).endsWith("ا")
          && !line.key(cue.from()).endsWith("وا");
    }

    /** «إنه أبلغ الصحيفة بأن»: the subject stands in the word before. */
    private boolean isOwnSubject() {
      return SAID_OF.contains(ArabicWords.withoutJoint(line.key(cue.from() - 1)));
    }

    private boolean isBut() {
      return ArabicWords.withoutJoint(line.key(cue.from() - 1)).startsWith("لكنه");
    }

    /** «وذكرت الوكالة أنه قال إن»: not the agency. */
    private boolean isThroughMedium() {
      return isOwnSubject()
          && before.getLast().subject() instanceof Subject.Phrase who
          && words.has("outlet-noun", ArabicWords.stripped(line.key(who.from())));
    }

    /** «أصدر فلان بيانا عقب رحيله عن النادي قال فيه»: whoever issued it. */
    private boolean isInPaper() {
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

    private boolean needsPerson() {
      return rule.content().contains("somebody");
    }

    private boolean needsSomebody(boolean objected) {
      return needsPerson()
          && !beginsWithQuote()
          && !beginsWithThat()
          && !goesOnAlone()
          && !(objected && cue.from() == 0); // «واعتبر مشاركة بلاده مؤشرا»
    }

    private boolean isImpersonal() {
      return words.has("impersonal", key) && !ArabicClauses.isRelated(line, cue.from());
    }

    private Gender gender() {
      return switch (cue.form()) {
        case MASCULINE -> Gender.MASCULINE;
        case FEMININE -> Gender.FEMININE;
        case ANY, PLURAL, PARTICIPLE, OBJECT -> Gender.UNKNOWN;
      };
    }

    /** «وصفوها بأنها»: the noun before it is what they spoke of. */
    private static boolean isAboutIt(String key) {
      return key.endsWith("وها") || key.endsWith("وه");
    }

    /** «أقسم في أواخر الشهر: "..."»: a sentence of a verb and what was said. */
    private boolean beginsWithQuote() {
      return cue.from() == 0
          && rule.content().contains("quote")
          && ArabicContent.hasQuoteOrColon(line, cue.to(), 8);
    }

    /** «وبيّن أن», «ورأى أن» at the beginning of a sentence: somebody of before does. */
    private boolean beginsWithThat() {
      boolean but = cue.from() == 1 && line.key(0).contains("لكن"); // «لكنها رأت أنه»
      return (cue.from() == 0 || but) && !cue.present() && ArabicWords.isThat(line, cue.to());
    }
  }
}
