package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;
import news.isnad.speaker.Rule.Slot;

/**
 * Finds the phrase that begins at a word and can be the subject of an Arabic verb.
 *
 * <p>A phrase ends at إن/أن, a colon, a quotation, a relative, a time, a preposition that does not
 * belong to a role ("وزير الاقتصاد في الحكومة"), or at who was told («لرويترز»).
 *
 * <p>Immutable.
 */
final class ArabicSubjects {
  private static final int LONGEST = 16;

  /** Words from a verb to «أن», with what is inserted. */
  private static final int INSERTED = 4;

  private static final Set<String> MADE =
      Set.of("اجريت", "اجري", "نشرت", "نشر", "اعدت", "اعد", "صدرت", "صدر");

  /** «مصدر مطلع على الملف», «المشرفة على الدراسة». */
  private static final Set<String> IN_CHARGE = Set.of("مطلع", "مشرف", "قائم");

  private final Cues cues;
  private final WordClasses words;
  private final Outlets outlets;
  private final ArabicGivenNames names;
  private final ArabicAddressees addressees;
  private final ArabicAdjuncts adjuncts;
  private final ArabicAppositions appositions;
  private final ArabicOffices offices;

  ArabicSubjects(Cues cues, WordClasses words, Outlets outlets) {
    this.cues = cues;
    this.words = words;
    this.outlets = outlets;
    this.names = new ArabicGivenNames(words);
    this.addressees = new ArabicAddressees(words, outlets, names);
    this.adjuncts = new ArabicAdjuncts(words, names);
    this.appositions = new ArabicAppositions(words, cues);
    this.offices = new ArabicOffices(words, names, addressees);
  }

  /** The phrase that begins at a token; {@code object}: its first word may carry ل. */
  Optional<Subject.Phrase> phrase(Line line, int from, boolean object) {
    if (!object && isCutByCue(line, from, from)) {
      return Optional.empty();
    }
    int start = from;
    while (line.isQuote(start) && start < line.size() && line.isShortQuoteAt(start + 1)) {
      start++;
    }
    if (start > from && ArabicWords.isThat(line, start)) {
      return Optional.empty(); // «وقال "إن النزاع يشتد"»: no name stands between the marks
    }
    if (start > from && !object && isWordsOfTheirOwn(line, start)) {
      return Optional.empty();
    }
    int to =
        offices.withTitledName(line, start, withoutMarks(line, start, end(line, start, object)));
    return to == start ? Optional.empty() : Optional.of(appositions.of(line, start, to));
  }

  /** What stands from a token up to a verb, where all of it is one phrase. */
  Optional<Subject.Phrase> upTo(Line line, int from, int verb) {
    boolean headed = isHead(line.key(from), false);
    for (int at = from; at < verb; at++) {
      boolean inMarks = isInMarks(line, from, at);
      boolean over =
          at == from
              ? isWithoutSubject(line, at)
              : isCutOff(line, from, at) || isBehind(line, from, at, headed);
      if (!inMarks && over) {
        return Optional.empty();
      }
      headed |= isRole(line.key(at));
    }
    return from < verb ? Optional.of(Subject.Phrase.of(from, verb)) : Optional.empty();
  }

  /** «وقال "سنعود معا"، مشيرا إلى»: a short quotation, and no name, since a comma ends it. */
  private static boolean isWordsOfTheirOwn(Line line, int start) {
    int close = start;
    while (line.isQuoted(close)) {
      close++;
    }
    String behind = line.key(close + 1);
    return close - start > 1
        && line.isQuote(close)
        && (behind.equals("،") || behind.equals(",") || behind.equals(".") || behind.isEmpty());
  }

  /** Where the phrase that begins at a token ends; {@code start} if none begins there. */
  private int end(Line line, int start, boolean object) {
    boolean headed = false;
    int to = start;
    while (to < line.size()) {
      if (isInMarks(line, start, to)) {
        to++;
        continue;
      }
      if (isCutOff(line, start, to)) {
        break;
      }
      if (to == start) {
        if (object ? isWithoutObject(line.key(to)) : isWithoutSubject(line, to)) {
          return start;
        }
        headed = isHead(line.key(to), object);
      } else if (isBehind(line, start, to, headed)) {
        break;
      } else {
        headed |= isRole(line.key(to));
      }
      to++;
      if (to - start > LONGEST) {
        break;
      }
    }
    return to;
  }

  /** Marks at the end of a phrase are none of its own, but for what closes a bracket or a name. */
  private static int withoutMarks(Line line, int start, int end) {
    int to = end;
    while (to > start
        && ((line.isMark(to - 1) && !line.key(to - 1).equals(")"))
            || (line.isQuote(to - 1) && !line.isQuoted(Math.max(0, to - 2))))) {
      to--;
    }
    return to;
  }

  /** Marks that belong to a phrase, and short names between them: «شركة "الأفق" (الشمال)». */
  private boolean isInMarks(Line line, int start, int at) {
    if (line.isQuote(at)) {
      return at > start && (line.isQuoted(at - 1) || opensName(line, at));
    }
    if (line.isQuoted(at)) {
      return line.isShortQuoteAt(at);
    }
    if (line.token(at).kind() != Token.Kind.MARK) {
      return false;
    }
    String key = line.key(at);
    boolean hyphen = key.equals("-") && at > start && line.isWord(at - 1) && line.isWord(at + 1);
    return key.equals("(") || key.equals(")") || (hyphen && isHyphened(line, at));
  }

  /** What ends any phrase: another mark, a quotation, a number, إن/أن, or another cue. */
  private boolean isCutOff(Line line, int start, int at) {
    boolean number =
        line.token(at).kind() == Token.Kind.NUMBER && !(at > start && line.key(at - 1).equals("("));
    return number
        || line.isQuote(at)
        || line.isQuoted(at)
        || line.token(at).kind() == Token.Kind.MARK
        || ArabicWords.isThat(line, at)
        || isCutByCue(line, start, at);
  }

  private boolean isWithoutObject(String key) {
    return words.has("particle", key) || words.has("time", key);
  }

  /** A word that begins no subject. */
  private boolean isWithoutSubject(Line line, int at) {
    String key = line.key(at);
    String bare = ArabicWords.stripped(key);
    if (names.isParticleOfName(line, at)
        || names.isAli(line, at)
        || names.isHu(line, at)
        || (key.equals("كي") && line.families().has(line.key(at + 1)))) { // «وأعرب كي مون»
      return false;
    }
    return words.has("preposition", key)
        || (words.has("first-person", key)
            && !key.equals("انا") // «أنا كارينينا»
            && !isIntroduced(line, at))
        || words.has("particle", key)
        || words.has("particle", ArabicWords.withoutJoint(key))
        || words.has("relative", key)
        || (key.equals("يوم") || key.equals("امس"))
        || (words.has("claim", bare) && !key.equals("الادعاء")) // who prosecutes
        || ((words.has("deed", bare) || words.has("deed", key))
            && (key.startsWith("ال")
                || (!names.isGivenName(line, at) && line.knownAt(at).isEmpty())))
        || adjuncts.begins(line, at)
        || addressees.begins(line, at)
        || (ArabicWords.isAdverbial(line.token(at)) && !speaksFor(line, at) && !isSomeone(line, at))
        || ArabicWords.isPassive(line.token(at))
        || (line.isWord(at)
            && ArabicWords.isOwned(line.token(at))
            && !key.endsWith("الله")
            && !isIntroduced(line, at)
            && !words.has("source", key)
            && !words.has("kin", bare)
            && !words.has("source", whole(withoutOwner(bare)))
            && !names.isGivenName(line, at)
            && !words.has("title", key)
            && !words.has("role", withoutOwner(bare)));
  }

  /** «وقالت ماردنا، وهي من صيادي لورين،»: whoever is told about is named. */
  private static boolean isIntroduced(Line line, int at) {
    String is = line.key(at + 2);
    return line.isMark(at + 1) && (is.equals("وهي") || is.equals("وهو"));
  }

  /** A word that no longer belongs to the phrase; {@code headed}: it has a role or a body. */
  private boolean isBehind(Line line, int start, int at, boolean headed) {
    String key = line.key(at);
    if (names.isParticleOfName(line, at)
        || names.isAli(line, at)
        || (headed && ArabicWords.speaksForThem(key))
        || (at == start + 1 && offices.isSecondRole(line, at))) {
      return false;
    }
    if (words.has("relative", key)
        || words.has("particle", key)
        || adjuncts.isPointing(key)
        || isToldBehindName(line, start, at)
        || isUnnamed(line, at)) {
      return true;
    }
    if (isRole(key) && !isCounterpart(line, start, at)) {
      return false;
    }
    if (isBehindPlace(line, start, at) || isCounterpart(line, start, at)) {
      return true;
    }
    if (MADE.contains(key) && words.has("paper", ArabicWords.stripped(line.key(start)))) {
      return true; // «دراسة | أجريت»
    }
    if (words.has("time", key)) {
      return !(ArabicGivenNames.isJoint(line, at - 1) // «دي مايو», «الشيخ صباح»
          || (at - 1 == start && words.has("title", line.key(at - 1))));
    }
    if (words.has("preposition", key)) {
      return !headed
          || !(isNamedBehind(line, start, at)
              || (!offices.endsInName(line, start, at) && staysInside(line, at, start)));
    }
    boolean acting = key.equals("بالنيابه") || key.equals("بالانابه") || key.equals("بالوكاله");
    boolean charged = acting || words.has("charged", line.key(at - 1));
    boolean with =
        adjuncts.isWithBa(key)
            && !charged
            && !offices.isOfficeAt(line, start, at)
            && !offices.isPlaceOfOffice(line, start, at)
            && !(headed && words.has("district", key.substring(1)))
            && line.knownAt(at).isEmpty()
            && (headed
                || at > start + 1
                || line.key(start).startsWith("ال")
                || line.knownAt(start).filter(named -> named.to() <= at).isPresent());
    return with
        || adjuncts.isCircumstance(line, at)
        || addressees.ends(line, at, headed)
        || ArabicWords.isAdverbial(line.token(at));
  }

  /** «حذر الرئيس سامي درويش | نظيره الفرنسي»: somebody else. */
  private boolean isCounterpart(Line line, int start, int at) {
    return at > start + 1
        && line.key(at).startsWith("نظير")
        && ArabicWords.isOwned(line.token(at))
        && offices.endsInName(line, start, at);
  }

  /**
   * «اعتبرته أوسلو | تأخيرا», «يتهم فرنسا | باحتكار الملح»: behind a place, and none of its name.
   */
  private boolean isBehindPlace(Line line, int start, int at) {
    boolean place =
        words.has("capital", line.key(start))
            || line.knownAt(start).filter(named -> named.isPlace() && named.to() == at).isPresent();
    String key = line.key(at);
    boolean judged = key.endsWith("ا") && key.length() > 4;
    boolean with = key.startsWith("ب") && words.has("common", key.substring(1));
    return at == start + 1
        && place
        && (judged || with)
        && line.knownAt(at).isEmpty()
        && !names.isGivenName(line, at);
  }

  /** «الشيخ ناصر | للبرلمان»: behind a given name nobody has an office. */
  private boolean isToldBehindName(Line line, int start, int at) {
    return line.key(at).startsWith("لل")
        && line.key(at).length() > 4
        && at > start
        && names.isGivenName(line, at - 1);
  }

  /** «متحدث | طلب عدم نشر اسمه»: what the source asked for. */
  private boolean isUnnamed(Line line, int at) {
    return words.has("unnamed", line.key(at)) && words.has("under-name", line.key(at + 1));
  }

  /** «رئيس الأمانة العامة لـ"نداء الساحل"»: the body of a role, by its name. */
  private boolean isNamedBehind(Line line, int start, int at) {
    String key = line.key(at);
    return (key.equals("ل") || key.equals("لدي") || key.equals("في"))
        && line.isQuote(at + 1)
        && line.isShortQuoteAt(at + 2)
        && !names.isAnybodyNamed(line, start, at)
        && !(key.equals("ل") && isPlacedSource(line, start, at))
        && !addressees.isMedium(line, at + 2);
  }

  private boolean isRole(String key) {
    return words.has("role", ArabicWords.stripped(key))
        && !key.equals("الاحد") // Sunday, and nobody
        && !key.startsWith("ل")
        && !words.has("preposition", key);
  }

  /** «متحدثًا باسم الحكومة»: a role, whatever its case. */
  private static boolean speaksFor(Line line, int at) {
    return line.key(at + 1).equals("باسم") || line.key(at + 1).equals("بلسان");
  }

  /** A role, a source or a body; {@code object}: also behind ل. */
  private boolean isHead(String key, boolean object) {
    String told = key.startsWith("ل") ? ArabicWords.stripped(key.substring(1)) : key;
    String bare = ArabicWords.stripped(key);
    boolean accusative = // «غير أن مصدرا في الوفد»
        bare.endsWith("ا") && words.has("source", bare.substring(0, bare.length() - 1));
    return isHead(bare) || accusative || (object && isHead(told));
  }

  private boolean isHead(String bare) {
    return words.has("role", bare)
        || words.has("source", bare)
        || words.has("body", bare)
        || words.has("several", bare);
  }

  private static boolean isHyphened(Line line, int at) {
    return line.token(at - 1).end() == line.token(at).start()
        && line.token(at).end() == line.token(at + 1).start();
  }

  private boolean isCutByCue(Line line, int start, int at) {
    return cueStops(line, at, start)
        && !(at == start && (speaksFor(line, at) || words.has("source", line.key(at))));
  }

  private boolean cueStops(Line line, int at, int start) {
    for (Cues.Match cue : cues.at(line, at)) {
      boolean past =
          cue.rule().slot() == Slot.SUBJECT
              && at > start
              && (!isAmbiguous(line, at) || takesThat(line, at));
      boolean stops =
          cue.form() == Cues.Form.PARTICIPLE
              || past
              || cue.present()
              || cue.rule().slot() == Slot.OBJECT
              || (line.key(at).startsWith("و")
                  && !words.has("role", ArabicWords.stripped(line.key(at)))
                  && !words.has("body", line.key(at)));
      boolean verb = // «وكتب | يقول», «وأضاف | بحسب ما ورد»
          cue.form() == Cues.Form.PARTICIPLE
              || (cue.rule().slot() == Slot.OBJECT && line.isWord(at + 1))
              || (cue.present() && !names.isGivenName(line, at) && saysWhatFollows(line, at));
      if (stops && (at > start ? !isBorneBy(line, start, at) : verb)) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysWhatFollows(Line line, int at) {
    return ArabicWords.isThat(line, at + 1) || line.isQuote(at + 1) || line.key(at + 1).equals(":");
  }

  private boolean isAmbiguous(Line line, int at) {
    return words.has("ambiguous", ArabicWords.withoutJoint(line.key(at)));
  }

  /** «وأوضح السيد لوح أن»: one verb stands before them already, and this is a name. */
  private boolean isBorneBy(Line line, int start, int at) {
    boolean named = words.has("title", line.key(at - 1)) || names.isGivenName(line, at - 1);
    return named
        && isAmbiguous(line, at)
        && ArabicWords.isThat(line, at + 1)
        && cues.at(line, start - 1).stream()
            .anyMatch(cue -> cue.form() == Cues.Form.MASCULINE || cue.form() == Cues.Form.FEMININE);
  }

  /** «أكد أن», «أعلن خلال الاجتماع أن»: a verb, whatever else the word may be. */
  private boolean takesThat(Line line, int at) {
    if (ArabicWords.isThat(line, at + 1)) {
      return true;
    }
    boolean inserted =
        words.has("preposition", line.key(at + 1)) || words.has("time", line.key(at + 1));
    for (int i = at + 2; inserted && i <= at + INSERTED && line.isWord(i); i++) {
      if (ArabicWords.isThat(line, i)) {
        return true;
      }
    }
    return false;
  }

  /** «عائلته»: the noun without its owner, «عائلة». */
  private static String whole(String noun) {
    String stem = noun.substring(0, Math.max(0, noun.length() - 1));
    return noun.endsWith("ت")
        ? stem + "ه"
        : noun.endsWith("ؤ") || noun.endsWith("ئ") ? stem + "ء" : noun;
  }

  /** «لكن مصدرًا في الوفد قال»: a source, a role or a body, whatever its case. */
  private boolean isSomeone(Line line, int at) {
    String key = line.key(at);
    String bare = key.endsWith("ا") ? key.substring(0, key.length() - 1) : key;
    return words.has("source", bare) || words.has("role", bare) || words.has("body", bare);
  }

  private static String withoutOwner(String key) {
    return key.endsWith("ها") || key.endsWith("هم") || key.endsWith("نا")
        ? key.substring(0, key.length() - 2)
        : key.endsWith("ه") ? key.substring(0, key.length() - 1) : key;
  }

  private boolean staysInside(Line line, int at, int start) {
    String key = line.key(at);
    String next = ArabicWords.stripped(line.key(at + 1));
    if (key.equals("باسم") || key.equals("بلسان")) {
      return true;
    }
    if (!(key.equals("في")
        || key.equals("من")
        || key.equals("عن")
        || key.equals("لدي")
        || key.equals("علي")
        || key.equals("ضمن")
        || key.equals("بشان"))) {
      return false;
    }
    if (key.equals("علي")) {
      return IN_CHARGE.stream().anyMatch(ArabicWords.stripped(line.key(at - 1))::startsWith)
          && line.isWord(at + 1);
    }
    if ((key.equals("في") && ArabicWords.isOwned(line.token(Math.min(at + 1, line.size() - 1))))
        || words.has("event", line.key(at + 1))
        || words.has("time", line.key(at + 1))
        || words.has("event", next)
        || ArabicWords.isThat(line, at + 1)
        || !line.isWord(at + 1)) {
      return false;
    }
    if (words.has("preposition", line.key(at + 1))
        || line.key(at + 1).startsWith("جانب")
        || line.key(at + 1).startsWith("جهت")) {
      return false;
    }
    String head = ArabicWords.stripped(line.key(start));
    boolean open =
        words.has("source", head)
            || words.has("source", ArabicWords.stripped(withoutFor(line.key(start))));
    boolean role = words.has("role", head) || hasRole(line, start, at);
    if (key.equals("في") && words.has("several", head) && line.key(start + 1).equals("من")) {
      return true; // «عدد من العاملين في القطاع»
    }
    if (key.equals("من") && words.has("several", ArabicWords.stripped(line.key(at - 1)))) {
      return true; // «مجموعة من الأساتذة»
    }
    if (key.equals("عن") || key.equals("من")) {
      return (open || role) && !line.key(start).isEmpty() && !(role && !open && key.equals("من"));
    }
    return open || role || at - start <= 2;
  }

  private boolean hasRole(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isRole(line.key(i))) {
        return true;
      }
    }
    return false;
  }

  /** «مسؤول في الوزارة لـ"الأفق"»: whoever has a place already was heard by what follows. */
  private boolean isPlacedSource(Line line, int from, int to) {
    if (!words.has("source", line.key(from)) || isNameBehindQuote(line, to + 2)) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (line.key(i).equals("في") || line.key(i).equals("من")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNameBehindQuote(Line line, int quoted) {
    int at = quoted;
    while (line.isQuoted(at) || line.isQuote(at)) {
      at++;
    }
    return line.isWord(at) && !ArabicWords.isThat(line, at);
  }

  /** «شركة "الأفق"»: a name between marks, not words that were said. */
  private boolean opensName(Line line, int mark) {
    if (!line.isShortQuoteAt(mark + 1)) {
      return false;
    }
    if (!line.isShortQuoteAt(mark + 2)) {
      return true;
    }
    String before = line.key(mark - 1);
    return words.has("body", ArabicWords.stripped(before))
        || words.has("titled", before)
        || words.has("outlet-noun", before)
        || words.has("role", before)
        || words.has("role", ArabicWords.stripped(before))
        || words.has("title", ArabicWords.stripped(before))
        || words.has("preposition", before);
  }

  private static String withoutFor(String key) {
    return key.startsWith("ل") && key.length() > 3 ? key.substring(1) : key;
  }

  /** True for a phrase that can speak: it has a role, a body, a source or a known given name. */
  boolean isSomebody(Line line, Subject.Phrase phrase) {
    String head = ArabicWords.stripped(line.key(phrase.from()));
    boolean national = line.key(phrase.from()).startsWith("ال") && words.has("national", head);
    if (words.has("several", head) && line.key(phrase.from() + 1).equals("من")) {
      return true; // «عدد من العاملين»
    }
    if (words.has("role", head)
        || words.has("source", head)
        || words.has("body", head)
        || national) {
      return true;
    }
    if (phrase.asideTo() > phrase.asideFrom()
        && words.has("role", ArabicWords.stripped(line.key(phrase.asideFrom())))) {
      return true; // «سوران تشاندي، رئيس البلدية،»
    }
    String first = ArabicWords.withoutJoint(line.key(phrase.from()));
    if ((first.equals("ابو") || first.equals("ام")) && phrase.to() - phrase.from() >= 2) {
      return true;
    }
    if (line.families().has(line.key(phrase.from()))
        || (phrase.to() > phrase.from() + 1 && names.areNames(line, phrase.from()))) {
      return true;
    }
    for (int i = phrase.from(); i < Math.min(phrase.to(), phrase.from() + 3); i++) {
      boolean known = line.knownAt(i).isPresent() && i < phrase.from() + 2;
      if (known
          || names.isGivenName(line, i)
          || words.has("title", line.key(i))
          || outlets.ofKey(line.key(i)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
