package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;
import news.isnad.speaker.Rule.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Finds cues and their speakers in an Arabic sentence.
 *
 * <ul>
 *   <li>The subject stands behind the verb, up to إن/أن, a colon, a quotation, a preposition or a
 *       time; an apposition between commas belongs to it.
 *   <li>A verb without a subject behind it has one before it («زوكربيرغ أوضح أن», «وكان المجلس قد
 *       دعا»), else it means the last fitting speaker.
 *   <li>A participle («مضيفا») leans on the verb before it.
 *   <li>Words that may be nouns («رفض», «طالب») count as verbs only where a clause begins and their
 *       subject is somebody.
 * </ul>
 *
 * <p>Immutable.
 */
final class ArabicReader implements SentenceReader {
  private static final Rule COLON =
      new Rule(List.of(":"), Slot.SUBJECT, Set.of("quote"), Rule.Side.AFTER, false, "", "");

  private final Cues cues;
  private final WordClasses words;
  private final ArabicSubjects subjects;
  private final ArabicPrecedingSubjects preceding;
  private final ArabicObjects objects;
  private final ArabicGivenNames names;
  private final ArabicAddressees addressees;
  private final ArabicAdjuncts adjuncts;
  private final ArabicContent content;

  ArabicReader(Cues cues, WordClasses words, Outlets outlets, ArabicSubjects subjects) {
    this.cues = cues;
    this.words = words;
    this.subjects = subjects;
    this.preceding = new ArabicPrecedingSubjects(subjects, words, cues);
    this.names = new ArabicGivenNames(words);
    this.objects = new ArabicObjects(words, names);
    this.addressees = new ArabicAddressees(words, outlets, names);
    this.adjuncts = new ArabicAdjuncts(words, names);
    this.content = new ArabicContent(words);
  }

  @Override
  public List<Find> read(Line line) {
    List<Find> found = new ArrayList<>();
    colonForm(line).ifPresent(found::add);
    int at = 0;
    while (at < line.size()) {
      int next = at + 1;
      if (!line.isQuoted(at)
          && line.isWord(at)
          && (!ArabicWords.isPassive(line.token(at)) || isPassedOn(line.key(at)))) {
        for (Cues.Match match : cues.at(line, at)) {
          Optional<Find> find = find(line, match, found);
          if (find.isPresent()) {
            found.add(find.get());
            next = Math.max(match.to(), find.get().contentAfter() ? find.get().to() : match.to());
            break;
          }
        }
      }
      at = next;
    }
    if (found.isEmpty()) {
      unannounced(line).ifPresent(found::add);
    }
    return found;
  }

  /** «أما أم خالد، وهي جدة، فلم تغادر: "..."»: no verb says it, who is named did. */
  private Optional<Find> unannounced(Line line) {
    int colon = 0;
    while (colon < line.size() && !(line.key(colon).equals(":") && line.isQuote(colon + 1))) {
      colon++;
    }
    int behind = colon;
    boolean spoken =
        line.pieces().stream().anyMatch(piece -> piece.from() == behind + 2 && piece.size() > 3);
    if (colon >= line.size() || !spoken) {
      return Optional.empty();
    }
    return names
        .first(line, colon)
        .map(who -> new Find(COLON, who, behind, behind + 1, who.from(), behind + 1, true));
  }

  /** «نُقل عنه»، «ونُقل عن»: the passive names whose words they are. */
  private static boolean isPassedOn(String key) {
    return key.startsWith("نقل") || key.startsWith("ونقل");
  }

  private Optional<Find> find(Line line, Cues.Match cue, List<Find> before) {
    Rule rule = cue.rule();
    return switch (rule.slot()) {
      case OBJECT -> object(line, cue);
      case PRONOUN -> Optional.of(pronoun(line, cue));
      case SOURCE -> source(line, cue);
      case SUBJECT -> {
        if (cue.form() == Cues.Form.PARTICIPLE) {
          yield participle(line, cue, before);
        }
        yield verb(line, cue, before);
      }
    };
  }

  /** «على حد قوله»: the person in the pronoun. */
  private static Find pronoun(Line line, Cues.Match cue) {
    String last = line.token(cue.to() - 1).key();
    boolean plural = last.endsWith("هم");
    Gender gender =
        last.endsWith("ها") ? Gender.FEMININE : plural ? Gender.UNKNOWN : Gender.MASCULINE;
    return new Find(
        cue.rule(),
        new Subject.Pronoun(gender, plural, false),
        cue.from(),
        cue.to(),
        cue.from(),
        cue.to(),
        cue.from() < 2);
  }

  private Optional<Find> object(Line line, Cues.Match cue) {
    int start = cue.to();
    if (line.key(start).equals("ما") || line.key(start).equals("لما") || isCueAt(line, start)) {
      return Optional.empty();
    }
    if (cue.rule().silent()) {
      if (line.key(start).equals("من") || line.key(start).equals("عن")) {
        start++;
      }
    }
    Optional<Subject.Phrase> who = subjects.phrase(line, start, true);
    if (who.isEmpty()) {
      return Optional.empty();
    }
    Subject.Phrase found = who.get();
    int issuer = isPaper(line, found) || issuer(line, found) > 0 ? issuer(line, found) : -1;
    Optional<Subject.Phrase> by =
        issuer > 0 && !addressees.isMedium(line, issuer)
            ? subjects.phrase(line, issuer, true)
            : Optional.empty();
    if (by.isPresent()) {
      Subject.Phrase body = by.get();
      int end = Math.max(body.to(), body.asideTo());
      return Optional.of(
          new Find(cue.rule(), body, cue.from(), cue.to(), cue.from(), end, cue.from() < 2));
    }
    boolean attached = cue.to() == start && hasClitic(cue) && line.key(start).startsWith("ل");
    Subject.Phrase phrase =
        new Subject.Phrase(found.from(), found.to(), found.asideFrom(), found.asideTo(), attached);
    boolean unfit = cue.rule().content().contains("paper") && !isPaper(line, phrase);
    if (unfit || isThing(line, phrase)) {
      return Optional.empty();
    }
    return Optional.of(
        new Find(
            cue.rule(),
            phrase,
            cue.from(),
            cue.to(),
            cue.from(),
            Math.max(phrase.to(), phrase.asideTo()),
            cue.from() < 2));
  }

  /** «لبيان صادر عن الوزارة»: where its issuer begins; -1 without one. */
  private static int issuer(Line line, Subject.Phrase phrase) {
    for (int i = phrase.from() + 1; i < Math.min(line.size() - 1, phrase.from() + 4); i++) {
      String key = line.key(i);
      if ((key.equals("صادر") || key.equals("صادره") || key.equals("صدر") || key.equals("صدرت"))
          && line.key(i + 1).equals("عن")) {
        return i + 2;
      }
      if (key.equals("نشرته")
          || key.equals("اصدرته")
          || key.equals("نشره")
          || key.equals("اصدره")) {
        return i + 1;
      }
    }
    return -1;
  }

  private boolean isCueAt(Line line, int index) {
    return cues.at(line, index).stream().anyMatch(cue -> cue.form() != Cues.Form.ANY);
  }

  private boolean isPaper(Line line, Subject.Phrase phrase) {
    String key = ArabicWords.stripped(line.key(phrase.from()));
    return words.has("paper", key) || words.has("utterance", key);
  }

  private static boolean hasClitic(Cues.Match cue) {
    return cue.rule().cues().stream().anyMatch(form -> form.endsWith(" ل"));
  }

  /** "according to the plan" names nobody. */
  private boolean isThing(Line line, Subject.Phrase phrase) {
    String first = line.key(phrase.from());
    String key = ArabicWords.stripped(phrase.attached() ? ArabicWords.withoutFor(first) : first);
    boolean somebody =
        words.has("source", key)
            || words.has("role", key)
            || words.has("body", key)
            || words.has("utterance", key);
    return !somebody && (words.has("thing", key) || (key.endsWith("ات") && key.length() > 4));
  }

  private Optional<Find> source(Line line, Cues.Match cue) {
    Set<String> content = cue.rule().content();
    String by = content.contains("إلى") ? "الي" : content.contains("من") ? "من" : "عن";
    int from = cue.to();
    while (from < Math.min(line.size(), cue.to() + 8) && !line.key(from).equals(by)) {
      from++;
    }
    if (!line.key(from).equals(by)) {
      return by.equals("عن") ? sourcePronoun(line, cue) : Optional.empty();
    }
    Optional<Subject.Phrase> who = subjects.phrase(line, from + 1, true);
    if (who.isEmpty()) {
      return Optional.empty();
    }
    Subject.Phrase phrase = who.get();
    int behind = content.contains("من") ? phrase.to() : phrase.to() + 1;
    if (!by.equals("عن") && !thatFollows(line, phrase.to(), 2 + behind - phrase.to())) {
      return Optional.empty(); // «نسب البناء إلى القرن الماضي»
    }
    return Optional.of(
        new Find(cue.rule(), phrase, cue.from(), cue.to(), cue.from(), phrase.to(), true));
  }

  /** «ونقلت الوكالة عنه قوله». */
  private static Optional<Find> sourcePronoun(Line line, Cues.Match cue) {
    for (int i = cue.to(); i < Math.min(line.size(), cue.to() + 6); i++) {
      if (line.isMark(i)) {
        break;
      }
      @Nullable Gender gender =
          switch (line.key(i)) {
            case "عنه" -> Gender.MASCULINE;
            case "عنها" -> Gender.FEMININE;
            case "عنهم" -> Gender.UNKNOWN;
            default -> null;
          };
      if (gender != null && line.key(i + 1).startsWith("قول")) {
        Subject who = new Subject.Pronoun(gender, line.key(i).equals("عنهم"), false);
        return Optional.of(
            new Find(cue.rule(), who, cue.from(), cue.to(), cue.from(), i + 1, true));
      }
    }
    return Optional.empty();
  }

  private Optional<Find> participle(Line line, Cues.Match cue, List<Find> before) {
    boolean clause = isThatOrQuote(line, cue.to());
    if (!clause && (cue.rule().takesAny() || !content.fits(line, cue, cue.to(), true))) {
      return Optional.empty();
    }
    if (!before.isEmpty()) {
      Find last = before.getLast();
      if (last.rule().silent() || (last.rule().slot() == Slot.OBJECT && !last.contentAfter())) {
        return Optional.empty();
      }
      return Optional.of(
          new Find(cue.rule(), last.subject(), cue.from(), cue.to(), cue.from(), cue.to(), true));
    }
    Gender gender = line.key(cue.from()).endsWith("ه") ? Gender.FEMININE : Gender.MASCULINE;
    int start = adjuncts.isPointing(line.key(1)) ? 2 : 1;
    Optional<Subject.Phrase> first = subjects.phrase(line, start, false);
    if (first.isPresent() && first.get().to() <= cue.from() && !line.isMark(0)) {
      Subject.Phrase who = objects.shortened(line, first.get(), cue.rule(), true);
      return Optional.of(
          new Find(cue.rule(), who, cue.from(), cue.to(), cue.from(), cue.to(), true));
    }
    return Optional.of(
        new Find(
            cue.rule(),
            new Subject.Pronoun(gender, false, false),
            cue.from(),
            cue.to(),
            cue.from(),
            cue.to(),
            true));
  }

  private Optional<Find> verb(Line line, Cues.Match cue, List<Find> before) {
    Rule rule = cue.rule();
    String key = ArabicWords.withoutJoint(line.key(cue.from()));
    boolean ambiguous = words.has("ambiguous", key);
    boolean begins = beginsClause(line, cue.from());
    if (!rule.silent() && (isNegated(line, cue.from()) || isWish(line, cue))) {
      return Optional.empty();
    }
    String leading = line.key(cue.from() - 1);
    if (words.has("preposition", leading) && !words.has("opener", leading) && !rule.silent()) {
      return Optional.empty(); // «عن تعهد»: a noun
    }
    if (isAnonymity(line, cue) || isShown(line, cue)) {
      return Optional.empty();
    }
    boolean label = rule.content().contains("label");
    if (cue.form() == Cues.Form.PLURAL && isAboutIt(line.key(cue.from()))) {
      Subject.Pronoun they = new Subject.Pronoun(Gender.UNKNOWN, true, false);
      return content.fits(line, cue, cue.to(), true)
          ? Optional.of(new Find(rule, they, cue.from(), cue.to(), cue.from(), cue.to(), true))
          : Optional.empty();
    }
    if (cue.form() == Cues.Form.OBJECT && !label && !isRelated(line, cue.from())) {
      return Optional.empty();
    }
    Optional<Find> ahead = aheadFirst(line, cue) ? ahead(line, cue) : Optional.empty();
    if (ahead.isPresent()) {
      return ahead;
    }
    if (isNested(line, cue, before) || isDescribing(line, cue)) {
      return Optional.empty();
    }
    int behind = content.skipInserted(line, cue.to());
    boolean pointed = adjuncts.isPointing(line.key(behind)) && line.isWord(behind + 1);
    Optional<Subject.Phrase> next = subjects.phrase(line, pointed ? behind + 1 : behind, false);
    boolean objected = next.filter(who -> isObject(line, cue, who)).isPresent();
    Optional<Subject.Phrase> after = objected ? Optional.empty() : next;
    boolean named = false;
    if (after.isPresent()) {
      Subject.Phrase phrase = after.get();
      int end = Math.max(phrase.to(), phrase.asideTo());
      named = subjects.isSomebody(line, phrase);
      boolean free =
          (cue.form() == Cues.Form.OBJECT && !label)
              || isReport(line, cue, end)
              || (pointed && line.key(behind).equals("به") && isRelated(line, cue.from()));
      boolean paper = begins && !ambiguous && isPaper(line, phrase) && end < line.size();
      boolean fits = free || paper || content.fits(line, cue, end, false);
      boolean clear = isThatOrQuote(line, end);
      boolean takesObject = rule.content().contains("label") || rule.content().contains("object");
      if (!free && (takesObject || !isThatOrQuoteAt(line, end))) {
        boolean lightly = !label && (clear || (fits && !rule.takesAny()));
        phrase = objects.shortened(line, phrase, rule, lightly);
        end = Math.max(phrase.to(), phrase.asideTo());
        fits = paper || content.fits(line, cue, end, false);
      }
      boolean defined = line.key(phrase.from()).startsWith("ال") && isThatOrQuoteAt(line, end);
      boolean relative = aheadFirst(line, cue) && !named && !defined;
      boolean somebody =
          named
              || (clear
                  && !rule.content().contains("somebody")
                  && (!ambiguous || isThatOrQuoteAt(line, end)))
              || (!rule.content().contains("somebody") && !(rule.takesAny() && ambiguous));
      if (fits && somebody && !relative && (begins || !ambiguous)) {
        return Optional.of(
            new Find(
                rule,
                phrase,
                cue.from(),
                cue.to(),
                cue.from(),
                end,
                !free && !endsHere(line, end)));
      }
    }
    if (cue.form() == Cues.Form.OBJECT && (label || !isReport(line, cue, cue.to()))) {
      return Optional.empty();
    }
    boolean fits = content.fits(line, cue, cue.to(), true);
    if (!fits && !(rule.takesAny() && !ambiguous)) {
      return Optional.empty();
    }
    if (!isJoined(line, cue)) {
      ahead = ahead(line, cue);
      if (ahead.isPresent()) {
        return ahead;
      }
    }
    boolean report = isReport(line, cue, cue.to());
    if (((!fits || (contentIsAnyOnly(line, cue) && !objected)) && !report)
        || named
        || (rule.content().contains("somebody")
            && !beginsWithQuote(line, cue)
            && !beginsWithThat(line, cue))
        || (words.has("impersonal", key) && !isRelated(line, cue.from()))) {
      return Optional.empty();
    }
    Optional<Subject.Phrase> was =
        before.isEmpty() && isJoined(line, cue) ? was(line, cue.rule()) : Optional.empty();
    if (was.isPresent()) {
      return Optional.of(
          new Find(
              rule,
              was.get(),
              cue.from(),
              cue.to(),
              was.get().from(),
              cue.to(),
              !isReport(line, cue, cue.to())));
    }
    if (!before.isEmpty() && !before.getLast().rule().silent()) {
      return Optional.of(
          new Find(
              rule, before.getLast().subject(), cue.from(), cue.to(), cue.from(), cue.to(), true));
    }
    Gender gender =
        switch (cue.form()) {
          case MASCULINE -> Gender.MASCULINE;
          case FEMININE -> Gender.FEMININE;
          case ANY, PLURAL, PARTICIPLE, OBJECT -> Gender.UNKNOWN;
        };
    Subject.Pronoun somebody = new Subject.Pronoun(gender, cue.form() == Cues.Form.PLURAL, false);
    return Optional.of(
        new Find(rule, somebody, cue.from(), cue.to(), cue.from(), cue.to(), !report));
  }

  /** «وكانت المنظمة أرسلت فريقا، وقالت إن»: the sentence has said who. */
  private Optional<Subject.Phrase> was(Line line, Rule rule) {
    return isWas(line)
        ? subjects
            .phrase(line, 1, false)
            .map(phrase -> objects.shortened(line, phrase, rule, false))
            .filter(phrase -> subjects.isSomebody(line, phrase))
        : Optional.empty();
  }

  /** «وصفوها بأنها»: the noun before it is what they spoke of. */
  private static boolean isAboutIt(String key) {
    return key.endsWith("وها") || key.endsWith("وه");
  }

  /** «أقسم في أواخر الشهر: "..."»: a sentence of a verb and what was said. */
  private static boolean beginsWithQuote(Line line, Cues.Match cue) {
    return cue.from() == 0
        && cue.rule().content().contains("quote")
        && ArabicContent.hasQuoteOrColon(line, cue.to(), 8);
  }

  /** «وبيّن أن», «ورأى أن» at the beginning of a sentence: somebody of before does. */
  private static boolean beginsWithThat(Line line, Cues.Match cue) {
    return cue.from() == 0 && !cue.present() && ArabicWords.isThat(line, cue.to());
  }

  /** «يبين هذا أن», «يقول الحقيقة»: a fact shows it, nobody says it. */
  private boolean isShown(Line line, Cues.Match cue) {
    if (words.has("truth", ArabicWords.stripped(line.key(cue.to())))) {
      return true;
    }
    return switch (line.key(cue.to())) {
      case "هذا", "هذه", "ذلك", "تلك" -> ArabicWords.isThat(line, cue.to() + 1);
      default -> false;
    };
  }

  /** «اتهم شركات البناء ب»: the verb would be feminine if they accused. */
  private boolean isObject(Line line, Cues.Match cue, Subject.Phrase phrase) {
    return cue.form() == Cues.Form.MASCULINE
        && cue.rule().takesAny()
        && line.key(phrase.from()).endsWith("ات")
        && line.key(phrase.from()).length() > 4
        && !isThatOrQuoteAt(line, phrase.to());
  }

  /** «طلب عدم الكشف عن هويته», «رفض ذكر اسمه»: says nothing. */
  private static boolean isAnonymity(Line line, Cues.Match cue) {
    for (int i = cue.to(); i < Math.min(line.size(), cue.to() + 5); i++) {
      switch (line.key(i)) {
        case "اسمه", "اسمها", "هويته", "هويتها", "اسماءهم", "اسماءهم،", "هويتهم", "هوياتهم" -> {
          return true;
        }
        default -> {
          if (line.isMark(i)) {
            return false;
          }
        }
      }
    }
    return false;
  }

  /** «قال زيد إن عمرا أبلغ المجلس بأن»: what Amr told is part of what Zayd said. */
  private boolean isNested(Line line, Cues.Match cue, List<Find> before) {
    if (before.isEmpty() || isJoined(line, cue)) {
      return false;
    }
    int floor = before.getLast().cueTo();
    for (int i = cue.from() - 1; i > Math.max(floor, cue.from() - 6); i--) {
      if (line.isMark(i) || line.isQuote(i) || words.has("preposition", line.key(i))) {
        return false;
      }
      if (ArabicWords.isThat(line, i)) {
        return i < cue.from() - 1 || line.key(i).length() > 3;
      }
    }
    return false;
  }

  /** «مظاهرات تطالب الحكومة»: a verb that describes the noun before it. */
  private boolean isDescribing(Line line, Cues.Match cue) {
    if (!cue.present() || !cue.rule().content().contains("ب") || isJoined(line, cue)) {
      return false;
    }
    int noun = cue.from() - 1;
    String key = line.key(noun);
    boolean plain =
        line.isWord(noun)
            && !key.startsWith("ال")
            && !words.has("opener", key)
            && !words.has("particle", key)
            && !words.has("time", key)
            && !words.has("relative", key)
            && !words.has("preposition", key);
    return plain && key.endsWith("ات") && noun > 0;
  }

  private boolean isThatOrQuoteAt(Line line, int end) {
    int at = content.skipInserted(line, end);
    return ArabicWords.isThat(line, at) || line.key(at).equals(":") || line.isQuote(at);
  }

  private boolean isThatOrQuote(Line line, int end) {
    int at = content.skipInserted(line, end);
    return thatFollows(line, at, 5) || line.key(at).equals(":") || line.isQuote(at);
  }

  /** إن or أن within reach that no other verb of speech takes. */
  private boolean thatFollows(Line line, int from, int reach) {
    for (int i = from; i < Math.min(line.size(), from + reach); i++) {
      if (ArabicWords.isThat(line, i)) {
        return true;
      }
      if ((line.isMark(i) && line.key(i).equals(".")) || (i > from && isVerbAt(line, i))) {
        return false;
      }
    }
    return false;
  }

  private boolean isVerbAt(Line line, int index) {
    return cues.at(line, index).stream()
        .anyMatch(cue -> cue.form() == Cues.Form.MASCULINE || cue.form() == Cues.Form.FEMININE);
  }

  private Optional<Find> ahead(Line line, Cues.Match cue) {
    return preceding
        .of(line, cue.from())
        .filter(who -> content.fits(line, cue, cue.to(), false))
        .filter(who -> isAble(line, cue, who))
        .map(who -> new Find(cue.rule(), who, cue.from(), cue.to(), who.from(), cue.to(), true));
  }

  /** Things express something too («الأرقام تعبر عن»): without a clause somebody has to speak. */
  private boolean isAble(Line line, Cues.Match cue, Subject.Phrase who) {
    Set<String> content = cue.rule().content();
    boolean clause = content.contains("clause") || content.contains("any");
    return clause || subjects.isSomebody(line, who) || isThatOrQuote(line, cue.to());
  }

  /** «وكان المجلس قد دعا», «الشركة التي قالت»: the subject stands before. */
  private boolean aheadFirst(Line line, Cues.Match cue) {
    String before = line.key(cue.from() - 1);
    if (words.has("relative", before)) {
      return !(cue.form() == Cues.Form.OBJECT);
    }
    return isWas(line) && (before.equals("قد") || isSubjectUpTo(line, cue.from()));
  }

  private static boolean isWas(Line line) {
    return line.key(0).endsWith("كان") || line.key(0).endsWith("كانت");
  }

  /** «وكان المتحدث صرح بأن», «وكانت المنظمة أرسلت»: who was stands before the verb. */
  private boolean isSubjectUpTo(Line line, int verb) {
    return subjects
        .phrase(line, 1, false)
        .filter(who -> who.to() == verb && subjects.isSomebody(line, who))
        .isPresent();
  }

  /** «أن يقول»: wished or possible, not said. */
  private static boolean isWish(Line line, Cues.Match cue) {
    String before = line.key(cue.from() - 1);
    String time = line.key(cue.from() - 2);
    boolean temporal =
        time.endsWith("بعد")
            || time.endsWith("قبل")
            || time.endsWith("دون")
            || time.endsWith("منذ");
    boolean speaks = time.endsWith("قبل") && ArabicContent.hasQuoteOrColon(line, cue.to(), 5);
    return (cue.present() || temporal)
        && !speaks
        && (before.equals("ان") || before.equals("بان") || before.equals("لان"));
  }

  /** «ما كشفه», «كما قال», «حسبما ذكر». */
  private static boolean isRelated(Line line, int index) {
    return switch (line.key(index - 1)) {
      case "ما", "لما", "كما", "حسبما", "وكما", "مثلما", "وحسبما", "بما", "الذي", "التي" -> true;
      default -> false;
    };
  }

  /** «..., كما قال زيد.»: what was said stands before. */
  private boolean isReport(Line line, Cues.Match cue, int from) {
    int end = content.skipInserted(line, from);
    int place = line.key(end).equals("من") || line.key(end).equals("في") ? end + 2 : end;
    boolean ends = end >= line.size() || line.isMark(end) || isOver(line, place);
    return ends && isRelated(line, cue.from()) && cue.from() > 3;
  }

  private static boolean isOver(Line line, int at) {
    return at >= line.size() || line.key(at).equals(".");
  }

  private boolean contentIsAnyOnly(Line line, Cues.Match cue) {
    return cue.rule().takesAny()
        && !thatFollows(line, content.skipInserted(line, cue.to()), 8)
        && !ArabicContent.hasQuoteOrColon(line, cue.to(), 16)
        && !ArabicContent.quoteBefore(line, cue);
  }

  private static boolean isJoined(Line line, Cues.Match cue) {
    char first = line.key(cue.from()).charAt(0);
    return (first == 'و' || first == 'ف') && cue.from() > 0;
  }

  private boolean isNegated(Line line, int index) {
    String before = line.key(index - 1);
    return switch (before) {
      case "لم", "لا", "لن", "ولم", "ولا", "ولن", "دون", "ليس", "لو", "ما" ->
          !before.equals("ما") || line.key(index - 2).isEmpty();
      default -> false;
    };
  }

  private boolean beginsClause(Line line, int index) {
    if (index == 0 || line.isMark(index - 1) || line.isQuote(index - 1)) {
      return true;
    }
    String key = line.key(index);
    String before = line.key(index - 1);
    return words.has("opener", before)
        || words.has("time", before)
        || words.has("relative", before)
        || ((key.charAt(0) == 'و' || key.charAt(0) == 'ف') && key.length() > 3)
        || index <= 2;
  }

  private boolean endsHere(Line line, int end) {
    return end >= line.size() || line.key(end).equals(".");
  }

  /** «زيلينسكي: ...» at the beginning of a sentence, before a quotation. */
  private Optional<Find> colonForm(Line line) {
    int colon = 0;
    while (colon < Math.min(line.size(), 7) && line.isWord(colon)) {
      colon++;
    }
    if (colon == 0 || colon > 6 || !line.key(colon).equals(":") || colon + 2 >= line.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < colon; i++) {
      if (!cues.at(line, i).isEmpty()
          || words.has("preposition", line.key(i))
          || words.has("particle", line.key(i))) {
        return Optional.empty();
      }
    }
    Subject.Phrase who = new Subject.Phrase(0, colon, colon, colon);
    boolean spoken =
        line.isQuote(colon + 1)
            && line.pieces().stream().anyMatch(p -> p.from() <= 9 && p.size() > 3);
    if (!spoken) {
      return Optional.empty();
    }
    return Optional.of(new Find(COLON, who, 0, colon + 1, 0, colon + 1, true));
  }
}
