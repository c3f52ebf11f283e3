package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.speaker.Find.Subject.Phrase;
import news.isnad.speaker.Mention.Kind;

/**
 * Names, roles and descriptions in Arabic phrases.
 *
 * <ul>
 *   <li>Behind a role, the name begins with a known given name, else with the first word without
 *       article that follows one with it («وزير الصحة المصري | حاتم الجبالي»).
 *   <li>A name in front of a role or an apposition is kept, the role apart.
 *   <li>«الوزير» is a role, «الشركة» a body named elsewhere, «مسؤول» has no name.
 * </ul>
 *
 * <p>Immutable.
 */
final class ArabicPhrases implements PhraseReader {
  private static final Set<String> CHAIRS = Set.of("استاذ", "استاذه");

  /** «بيان وزير الصحة»: what it says is his. */
  private static final Set<String> PUBLISHED = Set.of("بيان", "تغريده", "تدوينه");

  /** Begins what is no description any more. */
  static final Set<String> WHEN = Set.of("عقب", "خلال", "اثناء", "بعد", "قبل", "عندما");

  /** «الباحثة نفسها», «المدرب ذاته»: belongs to no name. */
  static final Set<String> SELF =
      Set.of("نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها", "ذاتهم", "عينه", "عينها");

  /** What a statement may be, and no name: «بيان مشترك», «كلمة قصيرة». */
  private static final Set<String> PLAIN =
      Set.of(
          "مشترك", "مشتركه", "منفصل", "منفصله", "صادر", "صادره", "مقتضب", "مقتضبه", "مكتوب",
          "مكتوبه", "متلفز", "متلفزه", "مصور", "مصوره", "خاص", "خاصه", "عاجل", "عاجله", "سابق",
          "سابقه", "لاحق", "لاحقه", "جديد", "جديده", "اخر", "اخري", "قصير", "قصيره", "مطول",
          "مطوله", "مفصل", "مفصله", "موجز", "موجزه", "مسجل", "مسجله");

  private static final Set<String> BUSINESS = Set.of("سيده", "رجل");

  private static final Set<String> CALLED = Set.of("باسم", "يدعي", "تدعي", "اسمه", "اسمها");

  /** Beginnings of verbs and of joined words, where no known name stands. */
  private static final Pattern NO_NAME = Pattern.compile("(?:ت|ي|ل|وت|وي)[^ ]{3}");

  private final Cues cues;
  private static final int LONGEST_CHAIN = 4;

  private final WordClasses words;
  private final ArabicSubjects subjects;
  private final ArabicGivenNames names;
  private final ArabicRoleNames roleNames;

  ArabicPhrases(Cues cues, WordClasses words, ArabicSubjects subjects) {
    this.cues = cues;
    this.words = words;
    this.subjects = subjects;
    this.names = new ArabicGivenNames(words);
    this.roleNames = new ArabicRoleNames(cues, words, names);
  }

  @Override
  public Optional<Mention> mention(Line line, Phrase phrase) {
    int from = phrase.from();
    int to = phrase.to();
    while (from < to && !line.isWord(from)) {
      from++;
    }
    while (to > from + 1
        && (SELF.contains(line.key(to - 1)) || line.key(to - 1).startsWith("البالغ"))) {
      to--; // «الرئيس البالغ | 45 عاما»
    }
    while (to > from && !line.isWord(to - 1)) {
      to = line.key(to - 1).equals(")") ? openingBefore(line, to - 1, from) : to - 1;
    }
    if (from >= to) {
      return Optional.empty();
    }
    Optional<String> aside =
        phrase.asideTo() > phrase.asideFrom()
            ? Optional.of(described(line, phrase.asideFrom(), phrase.asideTo()))
            : Optional.empty();
    Gender gender = Gender.UNKNOWN;
    if (ArabicObjects.isGeneral(line, from) && from + 2 < to) {
      gender = Gender.MASCULINE;
      from += 2;
    }
    if (from + 2 < to
        && BUSINESS.contains(line.key(from))
        && line.key(from + 1).equals("الاعمال")) {
      gender = line.key(from).endsWith("ه") ? Gender.FEMININE : Gender.MASCULINE;
      from += 2; // «سيدة الأعمال | ليلى درويش»
    }
    boolean kind = // «الأستاذ الجامعي»
        to - from == 2 && isAdjective(line.key(from + 1)) && roleNames.isPlainWord(line, from + 1);
    while ((from < to - 1
            && words.has("title", line.key(from))
            && !kind
            && !isChair(line, from, to))
        || (from < to - 1
            && !kind
            && words.has("title", ArabicWords.stripped(line.key(from)))
            && !words.has("role", ArabicWords.stripped(line.key(from)))
            && !isChair(line, from, to))) {
      gender = line.key(from).endsWith("ه") ? Gender.FEMININE : Gender.MASCULINE;
      from++;
      if (line.isMark(from) && from < to - 1) {
        from++;
      }
    }
    boolean joined = isJoinedRole(line, from);
    boolean attached = (phrase.attached() && from == phrase.from()) || joined;
    String key =
        joined
            ? line.key(from).substring(1)
            : attached ? ArabicWords.withoutFor(line.key(from)) : line.key(from);
    String next = line.key(from + 1);
    boolean theirs = // «بيان وزير الصحة», and not «بيان صحافي»
        from + 1 < to
            && !PLAIN.contains(next)
            && !key.startsWith("ال") // «البيان الختامي»
            && (next.startsWith("ال")
                || !(next.endsWith("ي") || next.endsWith("يه"))
                || isGivenName(line, from + 1)
                || line.families().has(next));
    boolean utterance =
        words.has("utterance", ArabicWords.stripped(key)) || PUBLISHED.contains(key);
    if (theirs && utterance) {
      // «وفقا لتصريحات الشرطة»: the words are theirs
      boolean owner = next.startsWith("ل") && roleNames.isKnownHead(ArabicWords.withoutFor(next));
      return mention(line, new Phrase(from + 1, to, phrase.asideFrom(), phrase.asideTo(), owner));
    }
    String head = ArabicWords.stripped(key);
    if (isOwnedRole(line, from)) {
      Optional<Mention> owned = owned(line, from, to, attached);
      if (owned.isPresent()) {
        return owned;
      }
    }
    boolean definite = key.startsWith("ال");
    boolean role = words.has("role", head);
    if (to - from > 2
        && CALLED.contains(line.key(from + 1))
        && (words.has("somebody", head) || words.has("anybody", head))) {
      // «شخص باسم سامي درويش»
      return Optional.of(
          new Mention(
              printed(line, from + 2, to, false),
              Optional.empty(),
              Kind.PERSON,
              genderFor(line, head, from + 2),
              false));
    }
    if (words.has("several", head) && line.key(from + 1).equals("من") && to > from + 2) {
      // «عدد من المحللين»
      return Optional.of(
          new Mention(
              printed(line, from, to, attached),
              Optional.empty(),
              Kind.ANONYMOUS,
              Gender.UNKNOWN,
              true));
    }
    if (to - from == 1) {
      return Optional.of(single(line, from, head, definite, attached, gender, aside));
    }
    Optional<Line.Named> known = line.knownAt(to - 1);
    if (known.isPresent()
        && known.get().from() <= from
        && known.get().name().kind() != news.isnad.lexicon.Kind.PERSON) {
      return Optional.of(body(printed(line, from, to, attached), head));
    }
    if (words.has("body", head) && !role) {
      return Optional.of(body(printed(line, from, to, attached), head));
    }
    boolean epithet =
        words.has("somebody", head)
            && (definite
                || line.key(to - 1).startsWith("ال")
                || words.has("not-name", line.key(to - 1)));
    if (role || words.has("source", head)) {
      int name = roleNames.behind(line, from, to, head, definite);
      if (name < to) {
        int over = name + 1;
        while (over < to && !isSpokesman(line, over)) {
          over++;
        }
        return Optional.of(
            new Mention(
                printed(line, name, over, false),
                Optional.of(printed(line, from, name, attached)),
                Kind.PERSON,
                genderFor(line, head, name),
                false));
      }
      boolean source = !definite;
      if (aside.isPresent() && words.has("body", line.key(phrase.asideFrom())) && definite) {
        // «الحارس القضائي، شركة النور،»
        return Optional.of(body(aside.get(), line.key(phrase.asideFrom())));
      }
      int called = behindTitles(line, phrase.asideFrom(), phrase.asideTo());
      if (aside.isPresent() && looksLikeName(line, called, phrase.asideTo())) {
        return Optional.of(
            new Mention(
                line.words(called, beforeTime(line, called, phrase.asideTo())),
                Optional.of(printed(line, from, to, attached)),
                Kind.PERSON,
                genderOf(head),
                false));
      }
      return Optional.of(
          new Mention(
              printed(line, from, to, attached),
              Optional.empty(),
              epithet
                  ? Kind.SOMEBODY
                  : source && !isOffice(line, from, to, head) ? Kind.ANONYMOUS : Kind.ROLE,
              genderOf(head),
              isPlural(head)));
    }
    if (definite && known.isEmpty() && !words.has("male-name", line.key(from))) {
      for (int i = from + 1; i < Math.min(to, from + 4); i++) {
        if (isGivenName(line, i) && !roleNames.isGoverned(line, i)) {
          // «المنتج جابر الصافي»: a role that no table lists
          return Optional.of(
              new Mention(
                  printed(line, i, to, false),
                  Optional.of(printed(line, from, i, attached)),
                  Kind.PERSON,
                  genderFor(line, head, i),
                  false));
        }
      }
    }
    // a name in front, perhaps with a role behind it
    int end = from + 1;
    while (end < to && !isDescription(line, from, end, to)) {
      end++;
    }
    Optional<String> behind = end < to ? Optional.of(printed(line, end, to, false)) : aside;
    int stop = end < to ? end : to;
    Gender named =
        words.has("female-name", line.key(from))
            ? Gender.FEMININE
            : words.has("male-name", line.key(from)) ? Gender.MASCULINE : gender;
    return Optional.of(
        new Mention(printed(line, from, stop, attached), behind, Kind.PERSON, named, false));
  }

  /** «ووزير يدعو إلى», «ومسؤول حكومي ينفي»: joined to what stands before. */
  private boolean isJoinedRole(Line line, int at) {
    String key = line.key(at);
    String rest = key.startsWith("و") ? ArabicWords.stripped(key.substring(1)) : "";
    return (words.has("role", rest) || words.has("source", rest))
        && !words.has("role", key)
        && !words.has("source", key)
        && !isGivenName(line, at)
        && line.knownAt(at).isEmpty();
  }

  /** «السفير سامي درويش | المتحدث باسم الحكومة». */
  private boolean isSpokesman(Line line, int at) {
    return line.key(at).startsWith("ال")
        && line.key(at + 1).equals("باسم")
        && words.has("role", ArabicWords.stripped(line.key(at)));
  }

  /** «سامي درويش | وزير الصحة», «سامي درويش | المتحدث باسم الحكومة», but «ريم جراح». */
  private boolean isDescription(Line line, int name, int at, int to) {
    String key = line.key(at);
    String bare = ArabicWords.stripped(key);
    boolean family = at == name + 1 && to == at + 1 && !key.startsWith("ال");
    return !family
        && !line.key(at - 1).equals("عبد") // «عبد الملك»
        && (words.has("role", bare) || (key.startsWith("ال") && words.has("source", bare)));
  }

  /** «رئيس الوزراء», «مدير المستشفى»: definite by what it owns. */
  private boolean isOffice(Line line, int from, int to, String head) {
    return words.has("role", head)
        && !words.has("source", head)
        && !words.has("kin", head)
        && !words.has("somebody", head)
        && !head.equals("عضو")
        && to - from >= 2
        && (line.key(from + 1).startsWith("ال")
            || line.knownAt(from + 1).isPresent()
            || isOfOne(line, from, to));
  }

  /** «وزير خارجية | فرنسا», «رئيس مجلس | النواب», «مؤسس | "نورفين"»: of whom or what. */
  private boolean isOfOne(Line line, int from, int to) {
    boolean quoted = line.isQuote(from + 1);
    for (int i = from + 1; i < Math.min(to, from + LONGEST_CHAIN + (quoted ? 1 : 0)); i++) {
      String key = line.key(i);
      if (line.isQuote(i)) {
        continue;
      }
      if (!line.isWord(i) || words.has("preposition", key)) {
        return false;
      }
      boolean known =
          line.knownAt(i).filter(named -> !line.isKnownPersonAt(named.from())).isPresent();
      boolean name = i == from + 1 && (quoted || isName(key));
      if (known || name || (key.startsWith("ال") && i > from + 1)) {
        return true;
      }
    }
    return false;
  }

  /** No word of the lexicon, and no adjective: «نورفين». */
  private boolean isName(String key) {
    return !words.has("common", key)
        && !isAdjective("ال" + key)
        && !words.has("role", key)
        && !words.has("body", key)
        && !words.has("somebody", key)
        && !words.isThing(key);
  }

  private static Mention body(String name, String head) {
    return new Mention(name, Optional.empty(), Kind.BODY, genderOf(head), false);
  }

  private Mention single(
      Line line,
      int at,
      String head,
      boolean definite,
      boolean attached,
      Gender gender,
      Optional<String> aside) {
    String printed = printed(line, at, at + 1, attached);
    Optional<Line.Named> known = line.knownAt(at);
    if (known.isPresent() && known.get().name().kind() != news.isnad.lexicon.Kind.PERSON) {
      return body(printed, head);
    }
    if (definite && (words.has("somebody", head) || words.has("national", head))) {
      return new Mention(printed, Optional.empty(), Kind.SOMEBODY, genderOf(head), false);
    }
    if (definite && words.has("role", head)) {
      return new Mention(printed, Optional.empty(), Kind.ROLE, genderOf(head), false);
    }
    if (definite && words.has("pointing-body", head)) {
      return new Mention(printed, Optional.empty(), Kind.BODY_NOUN, genderOf(head), false);
    }
    if (words.has("source", head) || words.has("role", head)) {
      return new Mention(printed, Optional.empty(), Kind.ANONYMOUS, genderOf(head), isPlural(head));
    }
    if (words.has("body", head)) {
      return new Mention(printed, Optional.empty(), Kind.BODY, genderOf(head), false);
    }
    return new Mention(printed, aside, Kind.PERSON, gender, false);
  }

  private static boolean isPlural(String head) {
    return head.endsWith("ون")
        || head.endsWith("ين")
        || (head.endsWith("و") && head.length() > 4)
        || head.equals("خبراء")
        || head.equals("شهود")
        || head.equals("اشخاص")
        || head.equals("اخرون");
  }

  private static Gender genderOf(String head) {
    return head.endsWith("ه") || head.equals("شركات") ? Gender.FEMININE : Gender.UNKNOWN;
  }

  private Gender genderFor(Line line, String head, int name) {
    if (words.has("female-name", line.key(name))) {
      return Gender.FEMININE;
    }
    if (words.has("male-name", line.key(name))) {
      return Gender.MASCULINE;
    }
    return head.endsWith("ه") ? Gender.FEMININE : Gender.MASCULINE;
  }

  private static int openingBefore(Line line, int close, int from) {
    for (int i = close; i > from; i--) {
      if (line.key(i).equals("(")) {
        return i;
      }
    }
    return close;
  }

  /** «أستاذ القانون بجامعة لورين»: what is taught there, and no title before a name. */
  private boolean isChair(Line line, int from, int to) {
    return from + 1 < to
        && CHAIRS.contains(line.key(from))
        && line.key(from + 1).startsWith("ال")
        && !isGivenName(line, from + 1)
        && !words.has("title", line.key(from + 1));
  }

  /** Somebody's friend, brother or lawyer, with the name or an adjective behind. */
  private Optional<Mention> owned(Line line, int from, int to, boolean attached) {
    for (int i = from + 1; i < Math.min(to, from + 4); i++) {
      if (isGivenName(line, i) && (i == from + 1 || !roleNames.isGoverned(line, i))) {
        // «جاره سامي درويش», «زميله السابق سامي درويش»
        return Optional.of(owned(line, from, i, to, attached));
      }
    }
    boolean definite = line.key(from + 1).startsWith("ال");
    boolean thing = // «أحدهم تجربته»
        ArabicWords.isOwned(line.token(from + 1)) || line.key(from).startsWith("احد");
    if (to - from > 2 && !definite && !thing && looksLikeName(line, from + 1, to)) {
      return Optional.of(owned(line, from, from + 1, to, attached)); // «صديقه تيسير الوادي»
    }
    if (to - from == 2 && definite) { // «شقيقه الأكبر»
      return Optional.of(
          new Mention(
              printed(line, from, to, attached),
              Optional.empty(),
              Kind.ROLE,
              genderOfOwned(line, from),
              false));
    }
    return Optional.empty();
  }

  private Mention owned(Line line, int from, int name, int to, boolean attached) {
    Gender gender =
        words.has("female-name", line.key(name))
            ? Gender.FEMININE
            : words.has("male-name", line.key(name)) ? Gender.MASCULINE : genderOfOwned(line, from);
    return new Mention(
        printed(line, name, to, false),
        Optional.of(printed(line, from, name, attached)),
        Kind.PERSON,
        gender,
        false);
  }

  /** «والدته», «والدتها» against «والده», «والدها». */
  private static Gender genderOfOwned(Line line, int index) {
    return line.token(index).text().matches(".*ت(ه|ها|هم)") ? Gender.FEMININE : Gender.MASCULINE;
  }

  private boolean isOwnedRole(Line line, int index) {
    String key = ArabicWords.withoutJoint(line.key(index));
    String text = line.token(index).text();
    int owner = key.endsWith("ها") || key.endsWith("هم") ? 2 : text.endsWith("ه") ? 1 : 0;
    if (owner == 0 || key.length() - owner < 3) {
      return false;
    }
    String noun = key.substring(0, key.length() - owner);
    String open = noun.endsWith("ت") ? noun.substring(0, noun.length() - 1) + "ه" : noun;
    return words.has("role", noun) || words.has("role", open) || words.has("kin", open);
  }

  private int behindTitles(Line line, int from, int to) {
    int at = from;
    while (at < to - 1
        && (words.has("title", line.key(at))
            || words.has("title", ArabicWords.stripped(line.key(at))))
        && isGivenName(line, at + 1)) {
      at++;
    }
    return at;
  }

  /** «وهو مزارع» without «وهو», «رئيس البلدية عقب الاجتماع» without when that was. */
  private String described(Line line, int from, int to) {
    String key = line.key(from);
    boolean is = key.equals("وهو") || key.equals("وهي") || key.equals("هو") || key.equals("هي");
    int begin = is && from + 1 < to ? from + 1 : from;
    int end = begin + 1;
    while (end < to && !WHEN.contains(line.key(end)) && !words.has("time", line.key(end))) {
      end++;
    }
    return line.words(begin, end);
  }

  /** «..., الأمير فلان | اليوم الخميس, ...». */
  private int beforeTime(Line line, int from, int to) {
    int end = from + 1;
    while (end < to && !words.has("time", line.key(end))) {
      end++;
    }
    return end;
  }

  private boolean looksLikeName(Line line, int from, int to) {
    return words.has("male-name", line.key(from))
        || words.has("female-name", line.key(from))
        || names.isAli(line, from)
        || (to - from <= 3
            && !line.key(from).startsWith("ال")
            && !words.has("role", ArabicWords.stripped(line.key(from)))
            && !words.has("preposition", line.key(from))
            && !words.has("relative", line.key(from)));
  }

  /** «اللاعب الفائز»: a word with the article behind a role may be a name only where it speaks. */
  private boolean isGuess(Mention mention, boolean given) {
    String name = mention.name();
    boolean single = name.indexOf(' ') < 0;
    String first = Tokens.key(name.split(" ", 2)[0]);
    boolean other = // «الخطيب تفوز», «الحاكم لتوسيع البرامج»
        NO_NAME.matcher(name).lookingAt() && !isGivenName(first);
    return !given && ((name.startsWith("ال") && single) || other);
  }

  /** «هاني الشامي رفع»: a family name ends the name. */
  private boolean isNameOver(Line line, int from, int at) {
    return at > from + (line.key(from).equals("عبد") ? 2 : 1)
        && !ArabicGivenNames.isJoint(line, at - 1)
        && !ArabicGivenNames.isJoint(line, at)
        && !isGivenName(line, at - 1)
        && !isGivenName(line, at)
        && line.knownAt(at).isEmpty();
  }

  /** «القائد كارلوس بينتو | يعرف»: behind a given name and another word, a name is over. */
  private Mention withoutRest(Mention mention) {
    List<String> name = List.of(mention.name().split(" ", -1));
    int end = Math.min(2, name.size());
    while (end < name.size() && goesOn(name.get(end - 1), name.get(end))) {
      end++;
    }
    return new Mention(
        String.join(" ", name.subList(0, end)),
        mention.role(),
        mention.kind(),
        mention.gender(),
        mention.plural());
  }

  private boolean goesOn(String word, String next) {
    String key = Tokens.key(word);
    String behind = Tokens.key(next);
    if (behind.startsWith("ي") && behind.length() > 3 && !isGivenName(behind)) {
      return false; // «يعرف»
    }
    return isGivenName(key)
        || ArabicGivenNames.isJoint(key)
        || ArabicGivenNames.isJoint(Tokens.key(next))
        || key.equals("عبد");
  }

  private boolean isGivenName(String key) {
    return words.has("male-name", key) || words.has("female-name", key);
  }

  static boolean isAdjective(String key) {
    return (key.startsWith("ال") && (key.endsWith("ي") || key.endsWith("يه")) && key.length() > 5)
        || (key.startsWith("ال") && (key.endsWith("ون") || key.endsWith("ين")));
  }

  private boolean isGivenName(Line line, int index) {
    return names.isGivenName(line, index);
  }

  private String printed(Line line, int from, int to, boolean attached) {
    String words = line.words(from, to);
    if (attached) {
      String rest = line.key(from).substring(1);
      boolean whole = // «للومباردو»: Lombardo, «لليلى»: Layla
          line.families().has(rest)
              || this.words.has("female-name", rest)
              || this.words.has("male-name", rest);
      words = whole || words.startsWith("و") ? words.substring(1) : ArabicWords.withoutFor(words);
    }
    return Tokens.unquoted(words.startsWith("ـ") ? words.substring(1) : words);
  }

  @Override
  public Optional<Mention> bodyAt(Line line, int from) {
    return subjects.phrase(line, from, true).flatMap(phrase -> bodyIn(line, phrase));
  }

  @Override
  public Optional<Mention> peopleAt(Line line, int from) {
    String head = ArabicWords.stripped(line.key(from));
    if (!line.isWord(from) || !(words.has("role", head) || words.has("source", head))) {
      return Optional.empty();
    }
    return subjects
        .phrase(line, from, true)
        .flatMap(phrase -> mention(line, Phrase.of(from, beforePurpose(line, phrase))))
        .filter(Mention::plural);
  }

  @Override
  public Optional<Mention> ownerAt(Line line, int from, int verb) {
    if (!line.key(from).startsWith("ل")) {
      return Optional.empty();
    }
    return subjects
        .phrase(line, from, true)
        .map(who -> Math.min(who.to(), verb))
        .flatMap(to -> mention(line, new Phrase(from, to, to, to, true)))
        .filter(who -> who.kind() == Kind.PERSON);
  }

  /** «محامو فلان | لمقاضاة المجلة»: what they are about to do is no part of them. */
  private static int beforePurpose(Line line, Phrase phrase) {
    int to = phrase.from() + 1;
    while (to < phrase.to() && !(line.key(to).startsWith("ل") && line.key(to).length() > 4)) {
      to++;
    }
    return to;
  }

  /** «شركة النور الاحتفاظ»: the name is the known one, else two words. */
  private Optional<Mention> bodyIn(Line line, Phrase phrase) {
    int to =
        line.knownAt(phrase.from())
            .map(Line.Named::to)
            .orElse(Math.min(phrase.to(), phrase.from() + 2));
    return mention(line, Phrase.of(phrase.from(), to))
        .filter(mention -> mention.kind() == Kind.BODY);
  }

  @Override
  public List<Mention> named(Line line) {
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      String key = line.key(i);
      if (!line.isWord(i)) {
        continue;
      }
      String bare = ArabicWords.stripped(key);
      boolean given =
          isGivenName(line, i) && !(words.has("role", bare) && line.key(i + 1).equals("عام"));
      boolean role =
          (words.has("role", bare) && (key.startsWith("ال") || !words.has("source", bare)))
              || (key.startsWith("وال") && isJoinedRole(line, i)); // «والرئيس الفرنسي»
      if (!given && !role) {
        continue;
      }
      Optional<Phrase> phrase = subjects.phrase(line, i, true);
      if (phrase.isPresent() && phrase.get().to() - phrase.get().from() >= 2) {
        Phrase p = phrase.get();
        int to = given ? Math.min(p.to(), i + 4) : p.to();
        for (int k = i + 1; given && k < to; k++) {
          String next = line.key(k);
          if (ArabicContent.isBySaying(next)
              || (next.startsWith("و") && next.length() > 3 && k > i + 1)
              || words.has("preposition", next)
              || !line.isWord(k)
              || words.has("role", ArabicWords.stripped(next))
              || (next.startsWith("ل") && next.length() > 4 && k > i + 1)
              || (next.startsWith("ب") && k > i + 1)
              || !cues.at(line, k).isEmpty()
              || isNameOver(line, i, k)) {
            to = k;
          }
        }
        for (int k = i + 1; !given && k < to; k++) {
          boolean verb = // «المدير حذر من»
              k == i + 1 && key.startsWith("ال") && !cues.at(line, k).isEmpty();
          boolean other = k > i + 2 && isJoinedOffice(line, k) && endsInName(line, k);
          to = verb || other || isOfBody(line, k) ? k : to;
        }
        if (to - i < 2) {
          continue;
        }
        Optional<Mention> mention =
            mention(line, to == p.to() && isRole(line, p) ? p : new Phrase(i, to, to, to));
        if (mention.isPresent()
            && mention.get().kind() == Kind.PERSON
            && !isGuess(mention.get(), given)) {
          found.add(
              given ? mention.get().with(officeBehind(line, i, to)) : withoutRest(mention.get()));
        }
        i = to - 1;
      }
    }
    return found;
  }

  /**
   * «مع سامي درويش | رئيس مجلس النواب»: an office right behind a name. Behind a verb the name might
   * be the subject, and the office somebody met.
   */
  private List<String> officeBehind(Line line, int from, int to) {
    boolean governed =
        words.has("preposition", line.key(from - 1)) || words.has("title", line.key(from - 1));
    String head = ArabicWords.stripped(line.key(to));
    if (!governed || !line.isWord(to) || !words.has("role", head) || line.key(to).startsWith("و")) {
      return List.of();
    }
    return subjects.phrase(line, to, false).stream()
        .map(office -> line.words(to, office.to()))
        .toList();
  }

  /** «الرئيس السابق لتحالف النور»: the name behind it is not the president's. */
  private boolean isOfBody(Line line, int at) {
    String key = line.key(at);
    boolean named = // «لشركة النور | كريم الحداد»
        isGivenName(line, at + 2) && !line.key(at + 1).startsWith("لل");
    return key.startsWith("ل") && words.has("body", key.substring(1)) && !named;
  }

  /** «الرئيس الفرنسي لوك مارل | والعاهل الأردني»: somebody else. */
  private boolean isJoinedOffice(Line line, int at) {
    String key = line.key(at);
    return key.startsWith("و")
        && !words.has("role", key)
        && words.has("role", ArabicWords.stripped(key.substring(1)));
  }

  private boolean endsInName(Line line, int at) {
    String key = line.key(at - 1);
    if (isGivenName(line, at - 2)) {
      return true; // «الرئيس كريم الحداد | والعاهل»
    }
    return !key.startsWith("ال")
        && !words.has("role", key)
        && !words.has("body", key)
        && line.knownAt(at - 1).filter(named -> !line.isKnownPersonAt(at - 1)).isEmpty()
        && (isGivenName(line, at - 1) || !words.has("common", key));
  }

  /** «فلان، رئيس الاتحاد»: a role between commas. */
  private boolean isRole(Line line, Phrase phrase) {
    String first = phrase.asideTo() > phrase.asideFrom() ? line.key(phrase.asideFrom()) : "";
    return words.has("role", first.startsWith("ال") ? first.substring(2) : first);
  }
}
