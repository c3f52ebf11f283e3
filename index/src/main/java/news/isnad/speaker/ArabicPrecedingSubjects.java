package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;

/**
 * Finds the subject that stands before an Arabic verb: «زوكربيرغ أوضح أن», «المدرب، وهو من الشمال،
 * قال». It is the innermost phrase up to the verb that can be somebody and that no preposition
 * governs. Immutable.
 */
final class ArabicPrecedingSubjects {
  private static final Set<String> INSERTED =
      Set.of(
          "قد", "وقد", "لقد", "سوف", "ايضا", "كذلك", "فقد", "وكذلك", "وايضا", "مضي", "مضت", "يمضي",
          "تمضي"); // «فلان مضى قائلا»

  /** «فمن قال هذا»: whoever it may be. */
  private static final Set<String> WHO = Set.of("فمن", "ومن");

  /** What is told by nobody. */
  private static final Set<String> TOLD = Set.of("يذكر", "ويذكر", "يشار", "ويشار");

  private static final int LONGEST_NAME = 3;

  /** As far back from a verb as its subject may begin. */
  private static final int FARTHEST = 14;

  /** Words of somebody before the verb that begins what the sentence says. */
  private static final int LONGEST_LEAD = 9;

  private final ArabicSubjects subjects;
  private final ArabicGivenNames names;
  private final WordClasses words;
  private final Cues cues;

  ArabicPrecedingSubjects(ArabicSubjects subjects, WordClasses words, Cues cues) {
    this.subjects = subjects;
    this.names = new ArabicGivenNames(words);
    this.words = words;
    this.cues = cues;
  }

  /** The subject before the verb at a token. */
  Optional<Subject.Phrase> of(Line line, int verb) {
    int last = last(line, verb);
    if (line.key(last).equals(")")) { // «وكان درويش (42 عاما) قد قال»
      while (last > 0 && !line.key(last).equals("(")) {
        last--;
      }
      last--;
    }
    if (last < 0 || (line.isQuoted(last) && !line.isShortQuoteAt(last))) {
      return Optional.empty();
    }
    if (line.isMark(last)) {
      return beforeApposition(line, last).or(() -> wasCutOff(line, last(line, verb)));
    }
    if (words.has("relative", line.key(last))) {
      if (line.isQuote(last - 1) && line.isShortQuoteAt(last - 2)) {
        return Optional.of(quoted(line, last - 1)); // «"هيومن رايتس" التي ذكرت»
      }
      int noun = line.isMark(last - 1) ? last - 2 : last - 1;
      return noun < 0 ? Optional.empty() : back(line, noun);
    }
    if (words.has("opener", line.key(last)) || WHO.contains(line.key(last))) {
      return Optional.empty();
    }
    return back(line, last);
  }

  /** The word before a verb, and before what is inserted there. */
  private int last(Line line, int verb) {
    int last = verb - 1;
    while (last >= 0 && (INSERTED.contains(line.key(last)) || words.has("time", line.key(last)))) {
      last--;
    }
    return last;
  }

  /** «وكان موقع "الأفق" الإخباري، | قد قال»: a comma that parts nothing. */
  private Optional<Subject.Phrase> wasCutOff(Line line, int comma) {
    boolean was = line.key(0).endsWith("كان") || line.key(0).endsWith("كانت");
    return was
        ? subjects.phrase(line, 1, false).filter(who -> who.to() == comma)
        : Optional.empty();
  }

  /**
   * «وزير الصحة | أعلن إغلاق الميناء»: nothing but somebody stands before the verb, which may be a
   * noun as well; «مدير قسم | نقل الدم» has no article and goes on.
   */
  Optional<Subject.Phrase> leading(Line line, int verb) {
    int from = words.has("opener", line.key(0)) ? 1 : 0;
    from += ArabicWords.isThat(line, from) ? 1 : 0; // «إلا أن فلانا أكد»
    if (TOLD.contains(line.key(0))) { // «ويذكر أن فلانا انتقد», «ويشار إلى أن ...»
      from = ArabicWords.isThat(line, 1) ? 2 : ArabicWords.isThat(line, 2) ? 3 : 0;
    }
    String last = line.key(verb - 1);
    boolean source = words.has("source", ArabicWords.stripped(line.key(from)));
    boolean whole =
        last.startsWith("ال")
            || (source && (last.endsWith("ي") || last.endsWith("يه"))) // «مصدر أمني»
            || line.knownAt(verb - 1).isPresent()
            || names.isAnybodyNamed(line, from, verb);
    return whole && beginsSomebody(line, from) && verb - from <= LONGEST_LEAD
        ? subjects.upTo(line, from, verb).filter(who -> subjects.isSomebody(line, who))
        : Optional.empty();
  }

  /** No verb: «أصدر سامي درويش بيانا | يدين». */
  private boolean beginsSomebody(Line line, int from) {
    String bare = ArabicWords.stripped(line.key(from));
    return line.key(from).startsWith("ال")
        || words.has("role", bare)
        || words.has("source", bare)
        || words.has("body", bare)
        || words.has("title", bare)
        || names.isGivenName(line, from)
        || line.families().has(line.key(from))
        || line.knownAt(from).filter(named -> named.from() == from).isPresent();
  }

  /** «المدرب، وهو من الشمال، | قال»: who stands before an apposition that ends with a comma. */
  private Optional<Subject.Phrase> beforeApposition(Line line, int close) {
    int open = close - 1;
    while (open >= 0 && !line.isMark(open)) {
      open--;
    }
    if (open < 1
        || !(line.key(open).equals("،") || line.key(open).equals(","))
        || !line.key(close).equals(line.key(open))
        || line.isQuoted(open - 1)) {
      return Optional.empty();
    }
    if (isFullName(line, open + 1, close)) {
      return Optional.of(Subject.Phrase.of(open + 1, close));
    }
    String head = ArabicWords.stripped(line.key(open + 1));
    if (!words.has("role", head)
        && !words.has("relative", line.key(open + 1))
        && !words.has("source", head)
        && !(line.key(open + 1).equals("من") && names.isGivenName(line, open - 2))
        && !line.key(open + 1).startsWith("ال")) {
      return Optional.empty();
    }
    int from = open + 1;
    return back(line, open - 1).map(p -> new Subject.Phrase(p.from(), p.to(), from, close));
  }

  /** «وأحد أشهر معارضي الرئيس، مصطفى كارون، قال»: two or three words, the first a given name. */
  private boolean isFullName(Line line, int from, int to) {
    return to - from >= 2
        && to - from <= LONGEST_NAME
        && (names.isGivenName(line, from) || names.areNames(line, from));
  }

  /** The innermost phrase up to a word that can be somebody. */
  private Optional<Subject.Phrase> back(Line line, int last) {
    int from = last;
    while (from > 0 && last - from < FARTHEST) {
      int i = from - 1;
      if (line.isMark(i)
          && !line.key(i).equals("(")
          && !line.key(i).equals(")")
          && !line.key(i).equals("-")) {
        break;
      }
      if (line.isQuoted(i) && !line.isShortQuoteAt(i)) {
        break;
      }
      if (words.has("opener", line.key(i))
          || ArabicWords.isThat(line, i)
          || words.has("relative", line.key(i))) {
        break;
      }
      from--;
    }
    boolean bounded = last - from < FARTHEST;
    if (line.isMark(last) && !line.key(last).equals(")")) {
      return Optional.empty();
    }
    if (from < last && words.isPreposition(line.key(from))) {
      return Optional.empty(); // «وعن غياب المهاجم فلان قال»
    }
    int issued = issuedBefore(line, from, last);
    if (issued > from) { // «حلف الشمال | يصدر بيانا مشتركا يدعو»
      return Optional.of(Subject.Phrase.of(from, issued));
    }
    Optional<Subject.Phrase> issuer = issuer(line, from, last);
    if (issuer.isPresent()) {
      return issuer;
    }
    Optional<Subject.Phrase> whole = Optional.empty();
    for (int i = from; i <= last; i++) {
      String key = line.key(i);
      if (words.has("preposition", key)
          || isCredit(line, i)
          || words.has("particle", key)
          || words.has("time", key)
          || line.isMark(i)
          || isVerb(line, i)) {
        continue;
      }
      if (i > from && isAdjective(line, i)) {
        continue; // «للانتخابات البرلمانية التي أعلنت»
      }
      boolean owned = key.startsWith("ل") && isOwnable(line, i - 1);
      Optional<Subject.Phrase> phrase = subjects.phrase(line, i, owned);
      boolean aged = line.key(last + 1).equals("("); // «درويش (42 عاما)»
      if (phrase.isPresent()
          && (phrase.get().to() == last + 1 || (aged && phrase.get().to() > last))) {
        Subject.Phrase p = Subject.Phrase.of(i, last + 1);
        boolean governed = isGoverned(line, i);
        boolean attached = // «في تصريح لدرويش قال فيه»
            line.key(p.from()).startsWith("ل") && isOwnable(line, p.from() - 1);
        Subject.Phrase found = new Subject.Phrase(p.from(), p.to(), p.to(), p.to(), attached);
        if (!governed && subjects.isSomebody(line, Subject.Phrase.of(p.from(), p.to()))) {
          return Optional.of(found);
        }
        boolean all = bounded && !governed && i == from && !isOtherVerb(line, i);
        whole = all ? Optional.of(found) : whole;
      }
    }
    return whole;
  }

  /** «في لورين», «إلى نظيره الفرنسي كريم الحداد»: no subject. */
  private boolean isGoverned(Line line, int at) {
    if (at > 0 && words.isPreposition(line.key(at - 1))) {
      return true;
    }
    int role = at - 1;
    while (role > 1 && line.key(role).startsWith("ال") && line.key(role).endsWith("ي")) {
      role--;
    }
    return role > 0
        && ArabicWords.isOwned(line.token(role))
        && words.isPreposition(line.key(role - 1));
  }

  /** «كلمة لوكيل الوزارة | أكد فيها»: what somebody may have said or written. */
  private boolean isOwnable(Line line, int at) {
    return at >= 0 && (words.has("paper", line.key(at)) || words.has("utterance", line.key(at)));
  }

  /** A feminine adjective of the noun before it, both with the article. */
  private static boolean isAdjective(Line line, int at) {
    String noun = line.key(at - 1);
    boolean definite = noun.startsWith("ال") || noun.startsWith("لل") || noun.startsWith("بال");
    return line.key(at).startsWith("ال")
        && line.key(at).endsWith("يه")
        && definite
        && (noun.endsWith("ات") || noun.endsWith("ه"));
  }

  /** Whoever issued what the verb at a token tells of. */
  Optional<Subject.Phrase> issuing(Line line, int verb) {
    return issuer(line, 0, verb - 1);
  }

  /** «أصدرت النرويج بيانا | يدين», «نشر فلان تغريدة | قال فيها»: between the verb and the paper. */
  private Optional<Subject.Phrase> issuer(Line line, int from, int last) {
    String verb = ArabicWords.withoutJoint(line.key(from));
    if (!verb.startsWith("اصدر") && !verb.equals("نشر") && !verb.equals("نشرت")) {
      return Optional.empty();
    }
    for (int i = from + 2; i <= last; i++) {
      String key = line.key(i);
      String noun = key.endsWith("ا") ? key.substring(0, key.length() - 1) : key;
      if (words.has("paper", noun) || noun.equals("تغريده") || noun.equals("تدوينه")) {
        return Optional.of(Subject.Phrase.of(from + 1, i));
      }
    }
    return Optional.empty();
  }

  /** Where a verb in the present stands that issues what stands before another verb; 0 for none. */
  private int issuedBefore(Line line, int from, int last) {
    for (int i = from + 1; i < last; i++) {
      boolean issues = line.key(i).equals("يصدر") || line.key(i).equals("تصدر");
      String paper = line.key(i + 1);
      if (issues
          && paper.endsWith("ا")
          && words.has("paper", paper.substring(0, paper.length() - 1))) {
        return i;
      }
    }
    return 0;
  }

  /** A name between marks, without what stands before it. */
  private static Subject.Phrase quoted(Line line, int close) {
    int open = close - 1;
    while (open > 0 && !line.isQuote(open)) {
      open--;
    }
    return Subject.Phrase.of(open + 1, close);
  }

  /** «بحسب موقع الأفق | الذي كشف»: the preposition of a credit. */
  private boolean isCredit(Line line, int index) {
    return cues.at(line, index).stream().anyMatch(cue -> cue.rule().slot() == Rule.Slot.OBJECT);
  }

  /** «وتشمل حزمة الإجراءات | التي أعلنت»: a verb that opens the sentence. */
  private boolean isOtherVerb(Line line, int index) {
    String key = line.key(index);
    String bare = ArabicWords.stripped(ArabicWords.withoutJoint(key));
    return index == 0
        && key.startsWith("و")
        && key.length() > 3
        && !words.has("role", bare)
        && !words.has("body", bare)
        && !words.has("source", bare)
        && line.knownAt(index).isEmpty();
  }

  /** A verb of speech that nothing else can be. */
  private boolean isVerb(Line line, int index) {
    boolean begins = index == 0 || line.key(index).startsWith("و");
    if (words.has("ambiguous", ArabicWords.withoutJoint(line.key(index))) && !begins) {
      return false;
    }
    return cues.at(line, index).stream()
        .anyMatch(cue -> cue.form() == Cues.Form.MASCULINE || cue.form() == Cues.Form.FEMININE);
  }
}
