package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import news.isnad.lexicon.Kind;
import news.isnad.speaker.Find.Subject;

/**
 * Says where the subject of an Arabic verb ends when nothing but its object follows. Immutable.
 *
 * <ul>
 *   <li>A name is a given name and one more word, or more given names and «بن», «أبو», «فان».
 *   <li>A body ends behind a word with the article, unless an adjective follows.
 *   <li>A noun with a possessive pronoun, or with ب where the cue asks for ب, is no longer part.
 * </ul>
 */
final class ArabicObjects {
  private static final int FURTHEST_PLACE = 3;

  /** «النائب عن الشمال», «المسؤول عن الملف», «مسؤول من الوزارة». */
  private static final Set<String> TAKING =
      Set.of("نائب", "عضو", "مسوول", "مسوولون", "مسوولين", "ممثل", "مصدر", "مصادر", "وزير");

  private final WordClasses words;
  private final ArabicGivenNames names;

  ArabicObjects(WordClasses words, ArabicGivenNames names) {
    this.words = words;
    this.names = names;
  }

  /**
   * A phrase that nothing ends before its object, cut where the object begins: «وأكد سامي درويش |
   * أهمية», «أعلنت شركة المراكب | شراء», «طالبت النقابة | برفع».
   *
   * @param lightly only names and nouns with the article are cut
   */
  Subject.Phrase shortened(Line line, Subject.Phrase whole, Rule rule, boolean lightly) {
    Subject.Phrase phrase = beforeApart(line, whole);
    String head = ArabicWords.stripped(line.key(phrase.from()));
    boolean among = words.has("group-of", head); // «كبار ضباط الاستخبارات»
    String noun = among ? ArabicWords.stripped(line.key(phrase.from() + 1)) : head;
    boolean headed =
        words.has("role", noun) || words.has("body", noun) || words.has("source", noun) || among;
    boolean far = rule.content().contains("far");
    if (lightly && headed && !far && !line.key(phrase.from()).startsWith("ال")) {
      return phrase;
    }
    if (line.families().has(line.key(phrase.from())) && !headed) {
      return Subject.Phrase.of(phrase.from(), phrase.from() + 1); // «وأكد هولم | أهمية»
    }
    boolean compound =
        names.isParticleOfName(line, phrase.from())
            || line.key(phrase.from()).equals("عبد")
            || line.token(phrase.from()).text().equals("آل");
    int begun = phrase.from() + (compound ? 1 : 0);
    while (begun < phrase.to() - 1 && words.has("initial", line.key(begun))) {
      begun++; // «سي جيه فلان»
    }
    if (isGeneral(line, phrase.from()) || words.has("several", head)) {
      return phrase;
    }
    if (words.has("capital", line.key(phrase.from()))
        && (!lightly || rule.content().contains("object"))) {
      return Subject.Phrase.of(phrase.from(), phrase.from() + 1); // «واتهمت واشنطن | نظام ...»
    }
    for (int i = phrase.from() + 1; i < phrase.to(); i++) {
      String key = line.key(i);
      if (i > begun && isRoleBehindName(line, begun, i, rule)) {
        begun = i;
        continue;
      }
      boolean object =
          !lightly
              && rule.content().contains("ب")
              && key.startsWith("ب")
              && key.length() > 3
              && !isInTheNameOf(key)
              && line.knownAt(i).isEmpty()
              && !names.isGivenName(line, i)
              && !names.mayBeName(line, i);
      boolean owned =
          ArabicWords.isOwned(line.token(i))
              && (words.isThing(key) || words.isThing(ArabicWords.withoutJoint(key)))
              && line.knownAt(i).isEmpty()
              && !words.has("title", line.key(i - 1))
              && !(headed && i == phrase.from() + 1 && !line.key(phrase.from()).startsWith("ال"));
      boolean thing =
          !lightly
              && (line.key(i - 1).startsWith("ال") || ArabicWords.isSelf(line.key(i - 1)))
              && !words.has("title", line.key(i - 1))
              && !line.token(i - 1).text().equals("آل")
              && line.knownAt(i).isEmpty()
              && words.isThing(line.key(i));
      boolean deed =
          i >= phrase.from() + 2
              && words.has("deed", key)
              && (line.key(i - 1).startsWith("ال")
                  || line.key(i - 1).startsWith("لل")
                  || line.knownAt(i - 1).isPresent()
                  || line.key(phrase.from() + 1).equals("باسم")
                  || isPlace(line, phrase.from(), i - 1))
              && (!line.key(phrase.from()).startsWith("ال")
                  || line.key(phrase.from() + 1).equals("باسم"));
      boolean demanded = // «طالب ناشطون محليون | الإفراج عن»
          !line.key(phrase.from()).startsWith("ال")
              && headed
              && key.startsWith("ال")
              && words.has("deed", ArabicWords.stripped(key))
              && line.key(i - 1).endsWith("ون");
      boolean withArticle = line.key(i - 1).startsWith("ال");
      boolean role = words.has("role", head) && !line.key(phrase.from()).startsWith("ال");
      boolean told =
          (rule.content().contains("object") && words.has("body", key) && withArticle)
              || (role && withArticle && words.has("group-of", key))
              || (role
                  && rule.takesAny()
                  && withArticle
                  && key.startsWith("ال")
                  && words.has("body", ArabicWords.stripped(key))
                  && !isAdjective(key))
              || (i > phrase.from() + 1 && words.has("kin", head) && words.has("silence", key));
      boolean beside = // «اتهم المدير | الحكومة»: two nouns with the article
          i <= phrase.from() + 2
              && words.has("role", head)
              && line.key(phrase.from()).startsWith("ال")
              && withArticle
              && key.startsWith("ال")
              && words.has("body", ArabicWords.stripped(key))
              && !isAdjective(key)
              && !isGeneral(line, phrase.from());
      boolean behindUnknown = !lightly && isBehindUnknownName(line, phrase.from(), i, label(rule));
      boolean single =
          i == phrase.from() + 1
              && ((!lightly && key.startsWith("ال")) || words.has("deed", key))
              && isForeign(line, i - 1);
      boolean ends =
          endsAt(line, begun, phrase.to(), i)
              && !isLastOfName(line, phrase, i)
              && !isInName(line, i);
      boolean person = isAddressed(line, phrase, i) || isForeignPlace(line, phrase, i);
      boolean several = // «أبلغ هولم | مسؤولين»
          rule.content().contains("object") && key.endsWith("ين") && words.has("source", key);
      if (object
          || owned
          || thing
          || deed
          || demanded
          || told
          || beside
          || single
          || ends
          || person
          || several
          || behindUnknown) {
        return Subject.Phrase.of(phrase.from(), i);
      }
    }
    return phrase;
  }

  private static boolean label(Rule rule) {
    return rule.content().contains("label");
  }

  /** «وانتقد تيلران بوتسكي | قرار الحكومة», «واتهم تيلران بوتسكي | الحكومة»: no name goes on so. */
  private boolean isBehindUnknownName(Line line, int from, int i, boolean label) {
    String key = line.key(i);
    String bare = ArabicWords.stripped(key);
    if (!names.mayBeName(line, i - 1) || names.isGivenName(line, i)) {
      return false;
    }
    boolean two = i - 2 >= from && names.mayBeName(line, i - 2);
    boolean noun =
        key.startsWith("ال") ? words.has("common", bare) && (two || label) : words.isThing(key);
    return noun && line.knownAt(i).isEmpty();
  }

  /** A phrase up to what does not belong to it, whatever follows. */
  Subject.Phrase beforeApart(Line line, Subject.Phrase phrase) {
    boolean oneOfThem = line.key(phrase.from()).equals("احدهم") && phrase.to() > phrase.from() + 1;
    if (oneOfThem && ArabicWords.isOwned(line.token(phrase.from() + 1))) {
      return Subject.Phrase.of(phrase.from(), phrase.from() + 1); // «وصف أحدهم | تجربته»
    }
    for (int i = phrase.from() + 2; i < phrase.to(); i++) {
      if (isApart(line, phrase.from(), i)) {
        return Subject.Phrase.of(phrase.from(), i);
      }
    }
    return phrase;
  }

  /**
   * What agrees with nothing before it: «طالب مصدر أمني | الحكومة», «أخبر سامي درويش | الصحفيين»,
   * «أبلغ وزير الصحة | السكان», «نشر سامي درويش | تغريدة».
   */
  private boolean isApart(Line line, int from, int i) {
    String key = line.key(i);
    String bare = ArabicWords.stripped(key);
    String head = ArabicWords.stripped(line.key(from));
    boolean definite = key.startsWith("ال");
    boolean several = words.has("source", bare) && (key.endsWith("ين") || key.endsWith("ان"));
    boolean body = words.has("body", bare) && !bare.equals("منظمه"); // «اللجنة المنظمة»
    boolean people = definite && (body || several) && !isAdjective(key);
    boolean described = // an adjective without the article
        i >= from + 2
            && words.has("source", head)
            && !line.key(from).startsWith("ال")
            && !line.key(from + 1).startsWith("ال")
            && !words.has("preposition", line.key(from + 1))
            && isAdjective(line.key(from + 1));
    if (described && (definite || words.has("deed", key))) {
      return !words.has("preposition", line.key(i - 1));
    }
    boolean named =
        i >= from + 2
            && names.given(line, from, i) >= 0
            && names.given(line, from, i) < i - 1
            && !words.has("role", ArabicWords.stripped(line.key(i - 1)))
            && !words.has("title", line.key(i - 1))
            && !words.has("preposition", line.key(i - 1));
    boolean paper = !definite && (words.has("paper", key) || words.has("outlet-noun", key));
    boolean office =
        i >= from + 2 && words.has("role", head) && line.key(i - 1).startsWith("ال") && people;
    return (named && (people || paper)) || office;
  }

  /** «الفريق أول فلان»: a rank, and no team. */
  static boolean isGeneral(Line line, int from) {
    String next = line.key(from + 1);
    return ArabicWords.stripped(line.key(from)).equals("فريق")
        && (next.equals("اول") || next.equals("ركن") || next.equals("الركن"));
  }

  /** «أشاد مدرب النادي منير شلبي | بقدرات اللاعب»: the last word with ب begins the object. */
  Subject.Phrase beforeLastWith(Line line, Subject.Phrase phrase) {
    boolean alone = // «وعدت ناصيف | بجسر», «أشاد المدير | بجهود»
        line.families().has(line.key(phrase.from())) || line.key(phrase.from()).startsWith("ال");
    for (int i = phrase.to() - 1; i >= phrase.from() + (alone ? 1 : 2); i--) {
      String key = line.key(i);
      boolean with =
          key.startsWith("ب")
              && key.length() > 4
              && !isInTheNameOf(key)
              && line.knownAt(i).isEmpty();
      if (with && !names.isGivenName(line, i) && !names.mayBeName(line, i)) {
        return Subject.Phrase.of(phrase.from(), i);
      }
    }
    return phrase;
  }

  /** «المتحدث باسم الوزارة», «الناطق بلسان الحركة». */
  private static boolean isInTheNameOf(String key) {
    return key.equals("باسم") || key.equals("بلسان");
  }

  /**
   * «كشف وزير الصحة | عن خطة», «حذر النائب عن الشمال | من الإغلاق»: the preposition that a verb
   * takes belongs to no one who speaks, but for the first of two where the role takes it, too.
   */
  Subject.Phrase beforeTaken(Line line, Subject.Phrase phrase, String preposition) {
    int first = -1;
    int second = -1;
    for (int i = phrase.from() + 1; i < phrase.to(); i++) {
      if (line.key(i).equals(preposition)) {
        second = first >= 0 && second < 0 ? i : second;
        first = first < 0 ? i : first;
      }
    }
    String head = ArabicWords.stripped(line.key(phrase.from()));
    int cut = second > 0 && TAKING.contains(head) ? second : first;
    return cut < 0 ? phrase : Subject.Phrase.of(phrase.from(), cut);
  }

  /** «ناشد الوزير | المواطنين»: one who speaks, several who are spoken to. */
  private boolean isAddressed(Line line, Subject.Phrase phrase, int i) {
    String first = line.key(phrase.from());
    String key = line.key(i);
    boolean named = names.given(line, phrase.from(), i - 1) >= 0;
    return (i == phrase.from() + 1 || named)
        && first.startsWith("ال")
        && (words.has("role", ArabicWords.stripped(first)) || words.has("title", first))
        && !first.endsWith("ين")
        && key.startsWith("ال")
        && key.endsWith("ين")
        && key.length() > 7
        && line.knownAt(i).isEmpty();
  }

  /** «هاجم الرئيس التركي | إسرائيل»: a country behind the adjective of another one. */
  private static boolean isForeignPlace(Line line, Subject.Phrase phrase, int i) {
    String first = line.key(phrase.from());
    Optional<Line.Named> known = line.knownAt(i);
    return i >= phrase.from() + 2
        && first.startsWith("ال")
        && line.key(i - 1).startsWith("ال")
        && isAdjective(line.key(i - 1))
        && !isAdjective(line.key(i))
        && known.filter(named -> named.from() == i && named.isPlace()).isPresent();
  }

  /** «وزارة الصحة في مارفانيا»: a name behind «في», that is no body: not «في مركز تسجيل ...». */
  private boolean isPlace(Line line, int from, int last) {
    String key = ArabicWords.stripped(line.key(last));
    if (words.has("body", key)
        || words.has("role", key)
        || words.has("paper", key)
        || words.has("event", key)) {
      return false;
    }
    for (int i = last - 1; i > from && i >= last - FURTHEST_PLACE; i--) {
      if (line.key(i).equals("في")) {
        return true;
      }
    }
    return false;
  }

  /** «سامي درويش وزير الصحة»: goes on saying who it is, unless the verb is about somebody else. */
  private boolean isRoleBehindName(Line line, int from, int i, Rule rule) {
    String head = ArabicWords.stripped(line.key(from));
    return i >= from + 2
        && !rule.content().contains("object")
        && !words.has("role", head)
        && !words.has("body", head)
        && !words.has("source", head)
        && !line.key(from).startsWith("ال")
        && line.isWord(i)
        && (words.has("role", line.key(i))
            || (words.has("role", ArabicWords.stripped(line.key(i)))
                && (line.key(i + 1).equals("باسم") || line.key(i + 1).equals("بلسان"))));
  }

  /** «وصف كوبلر | الضرر»: a name of one word that no Arabic family name follows. */
  private boolean isForeign(Line line, int i) {
    String key = line.key(i);
    String bare = ArabicWords.stripped(key);
    return key.length() > 3
        && !key.startsWith("ال")
        && line.knownAt(i).isEmpty()
        && !names.isGivenName(line, i)
        && !words.has("role", bare)
        && !words.has("body", bare)
        && !words.has("source", bare)
        && !words.has("title", bare)
        && !words.has("paper", bare)
        && !key.endsWith("ه")
        && !key.endsWith("ات");
  }

  /** «إدواردو كوستا ميندو، ...»: one word before a mark is no object but the family name. */
  private boolean isLastOfName(Line line, Subject.Phrase phrase, int i) {
    String key = line.key(i);
    return i == phrase.to() - 1
        && names.given(line, phrase.from(), i) >= phrase.from()
        && line.isMark(i + 1)
        && !line.key(i + 1).equals(".")
        && !key.startsWith("ال")
        && !key.endsWith("ه")
        && !key.endsWith("ات");
  }

  /** «رونالدو كوستا ميندو المتحدث باسم ...»: the role says that the name goes on. */
  private boolean isInName(Line line, int i) {
    return !line.key(i).startsWith("ال")
        && line.isWord(i + 1)
        && words.has("role", ArabicWords.stripped(line.key(i + 1)))
        && (line.key(i + 2).equals("باسم") || line.key(i + 2).equals("بلسان"));
  }

  /** A name that another one follows: «علم الدين | عمر». */
  private boolean isMiddleName(Line line, int at) {
    return names.isGivenName(line, at)
        || ArabicGivenNames.isJoint(line, at)
        || line.key(at).equals("الدين");
  }

  private boolean endsAt(Line line, int from, int to, int i) {
    String head = ArabicWords.stripped(line.key(from));
    boolean article = line.key(i).startsWith("ال");
    boolean before = line.key(i - 1).startsWith("ال");
    Optional<Line.Named> known = line.knownAt(i - 1);
    boolean role = // «معالي المدير العام لمنظمة العمل الدولية فلان»
        words.has("role", head)
            || (words.has("title", head)
                && words.has("role", ArabicWords.stripped(line.key(from + 1))));
    boolean person = known.isPresent() && known.get().name().kind() == Kind.PERSON;
    if (known.isPresent()
        && known.get().to() == i
        && (person || !role)
        && !isOfThreeParts(line, from, i + 1)) {
      boolean described =
          article && known.get().name().kind() != Kind.PERSON && isAdjective(line.key(i));
      return !described && !words.has("role", ArabicWords.stripped(line.key(i)));
    }
    if (known.isPresent()) {
      return false;
    }
    if (role || words.has("title", line.key(from))) {
      int name = wholeName(line, names.given(line, from + 1, to));
      return name > from && i >= name + 2 && !isMiddleName(line, i - 1);
    }
    int called =
        line.key(from).startsWith("ال") ? wholeName(line, names.given(line, from + 1, to)) : -1;
    if (called > from && called <= from + 3 && !words.has("body", head)) {
      // «المنتج جابر الصافي»: a role that no table lists
      return i >= called + 2 && !isMiddleName(line, i - 1);
    }
    if (words.has("body", head) || words.has("source", head) || line.key(from).startsWith("ال")) {
      boolean adjective = article && isAdjective(line.key(i));
      boolean joined =
          words.has("preposition", line.key(i))
              || line.key(i).startsWith("و")
              || (line.key(i).startsWith("ل") && line.key(i).length() > 4);
      return before
          && !joined
          && !adjective
          && (!article || i > from + 1 || line.key(from).startsWith("ال"));
    }
    return i >= from + 2
        && !names.isGivenName(line, i - 1)
        && !ArabicGivenNames.isJoint(line, i - 1)
        && !(i >= from + 3 && line.key(i - 2).equals("عبد")) // «سامي عبد الرحمن | درويش»
        && !isOfThreeParts(line, from, i);
  }

  /** «كيم يونغ بونغ»: the family name, and two parts of the given one. */
  private boolean isOfThreeParts(Line line, int from, int i) {
    if (i != from + 2 || !words.has("family-first", line.key(from))) {
      return false;
    }
    for (int part = from + 1; part <= i; part++) {
      String key = line.key(part);
      boolean other = words.has("common", key) || key.startsWith("ال") || words.isThing(key);
      if (other || !line.isWord(part)) {
        return false;
      }
    }
    return true;
  }

  /** «عبد الواحد» is one name. */
  private static int wholeName(Line line, int name) {
    return name >= 0 && line.key(name).equals("عبد") ? name + 1 : name;
  }

  private static boolean isAdjective(String key) {
    return key.endsWith("ي") || key.endsWith("يه") || key.endsWith("يون") || key.endsWith("يين");
  }
}
