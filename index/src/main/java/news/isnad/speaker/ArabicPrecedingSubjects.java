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
    int last = verb - 1;
    while (last >= 0 && (INSERTED.contains(line.key(last)) || words.has("time", line.key(last)))) {
      last--;
    }
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
      return beforeApposition(line, last);
    }
    if (words.has("relative", line.key(last))) {
      int noun = line.isMark(last - 1) ? last - 2 : last - 1;
      return noun < 0 ? Optional.empty() : back(line, noun);
    }
    if (words.has("opener", line.key(last)) || WHO.contains(line.key(last))) {
      return Optional.empty();
    }
    return back(line, last);
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
    return to - from >= 2 && to - from <= LONGEST_NAME && names.isGivenName(line, from);
  }

  /** The innermost phrase up to a word that can be somebody. */
  private Optional<Subject.Phrase> back(Line line, int last) {
    int from = last;
    while (from > 0 && last - from < 14) {
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
    if (line.isMark(last) && !line.key(last).equals(")")) {
      return Optional.empty();
    }
    if (from < last && words.isPreposition(line.key(from))) {
      return Optional.empty(); // «وعن غياب المهاجم فلان قال»
    }
    Optional<Subject.Phrase> issuer = issuer(line, from, last);
    if (issuer.isPresent()) {
      return issuer;
    }
    Optional<Subject.Phrase> whole = Optional.empty();
    for (int i = from; i <= last; i++) {
      String key = line.key(i);
      if (words.has("preposition", key)
          || words.has("particle", key)
          || words.has("time", key)
          || line.isMark(i)
          || isVerb(line, i)) {
        continue;
      }
      Optional<Subject.Phrase> phrase = subjects.phrase(line, i, false);
      if (phrase.isPresent() && phrase.get().to() == last + 1) {
        Subject.Phrase p = phrase.get();
        boolean governed = i > 0 && words.isPreposition(line.key(i - 1));
        boolean attached = // «في تصريح لدرويش قال فيه»
            line.key(p.from()).startsWith("ل")
                && p.from() > 0
                && (words.has("paper", line.key(p.from() - 1))
                    || words.has("utterance", line.key(p.from() - 1)));
        Subject.Phrase found = new Subject.Phrase(p.from(), p.to(), p.to(), p.to(), attached);
        if (!governed && subjects.isSomebody(line, p)) {
          return Optional.of(found);
        }
        whole = !governed && i == from ? Optional.of(found) : whole;
      }
    }
    return whole;
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
