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

  /** As far into a sentence a verb may stand that describes a paper: «في رسالة دعت». */
  private static final int FARTHEST_PAPER = 3;

  /** As far as the comma may stand that ends what leads a sentence. */
  private static final int FARTHEST_LEAD = 12;

  private static final Set<String> NEGATIONS = Set.of("لم", "لا", "لن");

  private static final int FARTHEST_PRONOUN = 10;
  private static final int NEAR_SOURCE = 8;
  private static final int FARTHEST_SOURCE = 18;

  private final Cues cues;
  private final WordClasses words;
  private final ArabicSubjects subjects;
  private final ArabicObjects objects;
  private final ArabicGivenNames names;
  private final ArabicAddressees addressees;
  private final ArabicAdjuncts adjuncts;
  private final ArabicContent content;
  private final ArabicClauses clauses;
  private final ArabicPapers papers;
  private final ArabicVerbs verbs;

  ArabicReader(Cues cues, WordClasses words, Outlets outlets, ArabicSubjects subjects) {
    this.cues = cues;
    this.words = words;
    this.subjects = subjects;
    this.names = new ArabicGivenNames(words);
    this.objects = new ArabicObjects(words, names);
    this.addressees = new ArabicAddressees(words, outlets, names);
    this.adjuncts = new ArabicAdjuncts(words, names);
    this.content = new ArabicContent(words);
    this.clauses = new ArabicClauses(cues, words, content);
    this.papers = new ArabicPapers(words);
    this.verbs =
        new ArabicVerbs(
            words,
            subjects,
            new ArabicPrecedingSubjects(subjects, words, cues),
            objects,
            adjuncts,
            content,
            clauses);
  }

  @Override
  public List<Find> read(Line line) {
    List<Find> found = new ArrayList<>();
    if (asks(line)) {
      return found;
    }
    colonForm(line).ifPresent(found::add);
    int at = 0;
    while (at < line.size()) {
      int next = at + 1;
      if (!line.isQuoted(at)
          && line.isWord(at)
          && (!ArabicWords.isPassive(line.token(at)) || isPassedOn(line.key(at)))) {
        for (Cues.Match match : cues.at(line, at)) {
          if (isNoun(line, match)) {
            continue;
          }
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
    return ofOneSpeaker(line, byWhom(line, found));
  }

  /** «شدد مشروع القانون، بحسب الوزير، على»: the minister does, and not the bill. */
  private List<Find> byWhom(Line line, List<Find> found) {
    if (found.size() < 2
        || !(found.getFirst().subject() instanceof Subject.Phrase thing)
        || !(found.get(1).subject() instanceof Subject.Phrase who)) {
      return found;
    }
    Find first = found.getFirst();
    Find by = found.get(1);
    boolean inserted =
        first.rule().slot() == Slot.SUBJECT
            && by.rule().slot() == Slot.OBJECT
            && !by.rule().silent()
            && by.from() == thing.to() + 1
            && line.isMark(thing.to())
            && line.isMark(by.to());
    String head = ArabicWords.stripped(line.key(thing.from()));
    boolean nobody =
        !subjects.isSomebody(line, thing) && (words.has("thing", head) || words.isThing(head));
    if (!inserted || !nobody) {
      return found;
    }
    List<Find> all = new ArrayList<>(found);
    all.removeFirst();
    all.set(
        0,
        new Find(
            first.rule(), who, first.cueFrom(), first.cueTo(), first.from(), by.to() + 1, true));
    return all;
  }

  /** «رفضًا للقرار»: no verb has such an ending. */
  private static boolean isNoun(Line line, Cues.Match cue) {
    return (ArabicWords.isAdverbial(line.token(cue.from())) || isReason(line, cue))
        && cue.to() - cue.from() == 1
        && cue.rule().slot() == Slot.SUBJECT
        && cue.form() != Cues.Form.PARTICIPLE;
  }

  /** «أضربت النقابات رفضا للقانون»: why, and no dual. */
  private static boolean isReason(Line line, Cues.Match cue) {
    return cue.form() == Cues.Form.PLURAL
        && line.key(cue.from()).endsWith("ا")
        && !line.key(cue.from()).endsWith("وا")
        && line.key(cue.to()).startsWith("ل")
        && line.key(cue.to()).length() > 3;
  }

  /** «وفي رسالة دعت فيها إلى الحوار، قالت فلانة إن»: who called is named behind. */
  private List<Find> ofOneSpeaker(Line line, List<Find> found) {
    if (found.size() < 2
        || !(found.getFirst().subject() instanceof Subject.Pronoun)
        || !(found.get(1).subject() instanceof Subject.Phrase who)
        || !words.has("preposition", ArabicWords.withoutJoint(line.key(0)))
        || found.getFirst().cueFrom() > FARTHEST_PAPER) {
      return found;
    }
    Find first = found.getFirst();
    List<Find> all = new ArrayList<>(found);
    all.set(
        0,
        new Find(
            first.rule(),
            who,
            first.cueFrom(),
            first.cueTo(),
            first.from(),
            first.to(),
            first.contentAfter()));
    return all;
  }

  /** «ماذا قال الادعاء؟»: nobody has said anything. */
  private boolean asks(Line line) {
    String last = line.key(line.size() - 1);
    return line.pieces().isEmpty()
        && (last.equals("؟") || last.equals("?"))
        && words.has("asking", line.key(0));
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
    if (words.has("topic", line.key(0))) { // «وعن مستوى الفريق: "..."»
      Subject goesOn = new Subject.Pronoun(Gender.UNKNOWN, false, false);
      return Optional.of(new Find(COLON, goesOn, behind, behind + 1, 0, behind + 1, true));
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
        yield verbs.read(line, cue, before);
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
    Subject.Phrase found = papers.ownerOf(line, who.get());
    if (!found.equals(who.get())) {
      int over = found.end();
      return Optional.of(
          new Find(cue.rule(), found, cue.from(), cue.to(), cue.from(), over, cue.from() < 2));
    }
    int medium = papers.medium(line, found);
    Optional<Subject.Phrase> reporting =
        medium > 0 ? subjects.phrase(line, medium, true) : Optional.empty();
    if (reporting.isPresent()) {
      int from = reporting.get().from();
      int to = reporting.get().to();
      Subject.Phrase paper = new Subject.Phrase(from, to, to, to, true);
      return Optional.of(
          new Find(cue.rule(), paper, cue.from(), cue.to(), cue.from(), to, cue.from() < 2));
    }
    int issuer = ArabicPapers.issuer(line, found);
    Optional<Subject.Phrase> by =
        issuer > 0 && !addressees.isMedium(line, issuer)
            ? subjects.phrase(line, issuer, true)
            : Optional.empty();
    if (by.isPresent()) {
      Subject.Phrase body = by.get();
      int end = body.end();
      return Optional.of(
          new Find(cue.rule(), body, cue.from(), cue.to(), cue.from(), end, cue.from() < 2));
    }
    boolean attached =
        cue.to() == start
            && hasClitic(cue)
            && line.key(start - 1).endsWith("ا") // «وفقا لـ», but «بحسب لبنان»
            && line.key(start).startsWith("ل");
    Subject.Phrase phrase =
        new Subject.Phrase(found.from(), found.to(), found.asideFrom(), found.asideTo(), attached);
    boolean unfit = cue.rule().content().contains("paper") && !papers.isPaper(line, phrase);
    if (unfit || papers.isThing(line, phrase)) {
      return Optional.empty();
    }
    return Optional.of(
        new Find(
            cue.rule(), phrase, cue.from(), cue.to(), cue.from(), phrase.end(), cue.from() < 2));
  }

  private boolean isCueAt(Line line, int index) {
    return cues.at(line, index).stream().anyMatch(cue -> cue.form() != Cues.Form.ANY);
  }

  private static boolean hasClitic(Cues.Match cue) {
    return cue.rule().cues().stream().anyMatch(form -> form.endsWith(" ل"));
  }

  private Optional<Find> source(Line line, Cues.Match cue) {
    Set<String> content = cue.rule().content();
    String by = content.contains("إلى") ? "الي" : content.contains("من") ? "من" : "عن";
    int from = by(line, cue.to(), by, cue.form() == Cues.Form.PLURAL);
    if (from < 0) {
      return by.equals("عن") ? sourcePronoun(line, cue) : Optional.empty();
    }
    Optional<Subject.Phrase> who = subjects.phrase(line, from + 1, true);
    if (who.isEmpty()) {
      return Optional.empty();
    }
    Subject.Phrase phrase = who.get();
    int behind = content.contains("من") ? phrase.to() : phrase.to() + 1;
    boolean ownWords = line.key(phrase.to()).startsWith("قول");
    if (!by.equals("عن")
        && !ownWords
        && !clauses.thatFollows(line, phrase.to(), 2 + behind - phrase.to())) {
      return Optional.empty(); // «نسب البناء إلى القرن الماضي»
    }
    return Optional.of(
        new Find(cue.rule(), phrase, cue.from(), cue.to(), cue.from(), phrase.to(), true));
  }

  /**
   * Where the preposition stands that names whose words they are; -1 without one. It may be far
   * behind the verb where «قوله» follows: «نقلت وكالة الشرق الرسمية، اليوم، عن فلان قوله».
   *
   * @param several who carry something elsewhere, unless «قوله» follows
   */
  private static int by(Line line, int from, String by, boolean several) {
    for (int i = from; i < Math.min(line.size(), from + FARTHEST_SOURCE); i++) {
      boolean near = i < from + NEAR_SOURCE && !several;
      if (line.key(i).equals(by) && (near || isOwnWords(line, i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOwnWords(Line line, int by) {
    for (int i = by + 2; i < Math.min(line.size(), by + NEAR_SOURCE); i++) {
      if (line.key(i).startsWith("قول")) {
        return true;
      }
    }
    return false;
  }

  /** «ونقلت الوكالة عنه قوله». */
  private static Optional<Find> sourcePronoun(Line line, Cues.Match cue) {
    for (int i = cue.to(); i < Math.min(line.size(), cue.to() + FARTHEST_PRONOUN); i++) {
      if (line.isMark(i) && !line.isQuote(i)) {
        break;
      }
      @Nullable Gender gender =
          switch (line.key(i)) {
            case "عنه" -> Gender.MASCULINE;
            case "عنها" -> Gender.FEMININE;
            case "عنهم" -> Gender.UNKNOWN;
            default -> null;
          };
      boolean saying = line.key(i + 1).startsWith("قول") || line.key(i + 1).equals("القول");
      if (gender != null && (saying || isOwnWords(line, i - 1))) {
        Subject who = new Subject.Pronoun(gender, line.key(i).equals("عنهم"), false);
        return Optional.of(
            new Find(cue.rule(), who, cue.from(), cue.to(), cue.from(), i + 1, true));
      }
    }
    return Optional.empty();
  }

  private Optional<Find> participle(Line line, Cues.Match cue, List<Find> before) {
    boolean clause = clauses.isThatOrQuote(line, cue.to());
    if (!clause && (cue.rule().takesAny() || !content.fits(line, cue, cue.to(), true))) {
      return Optional.empty();
    }
    if (!before.isEmpty()) {
      Find last = main(line, before);
      if (last.rule().silent() || (last.rule().slot() == Slot.OBJECT && !last.contentAfter())) {
        return Optional.empty();
      }
      return Optional.of(
          new Find(cue.rule(), last.subject(), cue.from(), cue.to(), cue.from(), cue.to(), true));
    }
    boolean feminine = line.key(cue.from()).endsWith("ه") && !cues.isOfHim(line, cue.from());
    Gender gender = feminine ? Gender.FEMININE : Gender.MASCULINE;
    Optional<Subject.Phrase> woman =
        gender == Gender.FEMININE ? womanBefore(line, cue.from()) : Optional.empty();
    if (woman.isPresent()) {
      return woman.map(
          who -> new Find(cue.rule(), who, cue.from(), cue.to(), cue.from(), cue.to(), true));
    }
    int start = mainVerb(line, cue.from()) + 1;
    start += NEGATIONS.contains(ArabicWords.withoutJoint(line.key(start - 1))) ? 1 : 0;
    start += adjuncts.isPointing(line.key(start)) ? 1 : 0;
    Optional<Subject.Phrase> first = subjects.phrase(line, start, false);
    if (first.isPresent() && first.get().to() <= cue.from() && !line.isMark(0)) {
      Subject.Phrase who = objects.shortened(line, first.get(), cue.rule(), false);
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

  /** «لذا قامت ليلى درويش بنشر صورة، معتبرة»: whom a feminine verb inside the sentence names. */
  private Optional<Subject.Phrase> womanBefore(Line line, int participle) {
    for (int i = participle - 2; i > 1; i--) {
      String verb = line.key(i - 1);
      boolean feminine = verb.endsWith("ت") && !verb.endsWith("ات") && verb.length() > 3;
      if (feminine && names.isGivenName(line, i) && !line.isQuoted(i)) {
        return Optional.of(names.at(line, i, participle));
      }
    }
    return Optional.empty();
  }

  /** «وأضاف فلان أن ...، والمتهمون أفادوا ...، موضحا»: the last that no other's words hold. */
  private static Find main(Line line, List<Find> before) {
    Find last = before.getLast();
    boolean joined =
        before.size() > 1
            && last.subject() instanceof Subject.Phrase who
            && who.from() < last.cueFrom()
            && line.key(who.from()).startsWith("و")
            && before.get(before.size() - 2).contentAfter();
    return joined ? before.get(before.size() - 2) : last;
  }

  /** «وبعد ذلك بوقت قصير، لجأ بعض ...»: behind a lead the verb stands after its comma. */
  private int mainVerb(Line line, int limit) {
    int dateline = Datelines.end(line);
    if (dateline > 0) {
      return dateline; // «عمان (الأفق) -- شارك الآلاف»
    }
    if (line.token(0).text().endsWith("ا")
        && words.has("time", ArabicWords.withoutJoint(line.key(0)))) {
      return 1; // «ولاحقا استخف فلان بالرسالة، قائلا»
    }
    String lead = ArabicWords.withoutJoint(line.key(0));
    if (!words.isPreposition(line.key(0))
        && !words.has("preposition", lead)
        && !lead.startsWith("بهذ")
        && !lead.startsWith("لهذ")) { // «وبهذه المناسبة، رفع ...»
      boolean was = lead.endsWith("كان") || lead.endsWith("كانت");
      return words.has("particle", line.key(0)) && !was ? 1 : 0; // «كما أعربت فلانة ...، قائلة»
    }
    for (int i = 1; i < Math.min(limit - 2, FARTHEST_LEAD); i++) {
      if (line.isMark(i) && line.isWord(i + 1)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** «قاطعتها ريم بقولها:»: a verb is among the words before the colon. */
  private boolean isAct(Line line, int colon) {
    String bare = ArabicWords.withoutJoint(line.key(0));
    return ArabicContent.isBySaying(line.key(colon - 1))
        || adjuncts.isCircumstance(line, colon - 1)
        || (colon > 1 && (bare.endsWith("ها") || bare.endsWith("ته")) && cues.isCue(verbOf(bare)));
  }

  /** «لتجيب ريم:», «ليرد:»: and so she did. */
  private boolean isForTo(String first) {
    return first.length() > 3
        && (first.startsWith("لت") || first.startsWith("لي"))
        && (cues.isCue(first.substring(1)) || cues.isCue(first.substring(2)));
  }

  /** «قاطعتها», «أجابته»: without who is spoken to. */
  private static String verbOf(String word) {
    return word.endsWith("ها")
        ? word.substring(0, word.length() - 2)
        : word.substring(0, word.length() - 1);
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
          || adjuncts.isPointing(line.key(i))
          || words.has("preposition", line.key(i))
          || words.has("particle", line.key(i))) {
        return Optional.empty();
      }
    }
    Subject.Phrase whole = new Subject.Phrase(0, colon, colon, colon);
    Subject.Phrase behind = isForTo(line.key(0)) && colon > 1 ? Subject.Phrase.of(1, colon) : null;
    Subject.Phrase who =
        isAct(line, colon) || behind != null ? names.named(line, colon).orElse(behind) : whole;
    boolean place = // «بريتوريا: "..."»
        colon == 1 && line.knownAt(0).filter(Line.Named::isPlace).isPresent();
    if (who == null || place) {
      return Optional.empty();
    }
    boolean spoken =
        line.isQuote(colon + 1)
            && line.pieces().stream().anyMatch(p -> p.from() <= 9 && p.size() > 3);
    if (!spoken) {
      return Optional.empty();
    }
    return Optional.of(new Find(COLON, who, 0, colon + 1, 0, colon + 1, true));
  }
}
