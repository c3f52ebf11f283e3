package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject.Phrase;
import news.isnad.speaker.Mention.Kind;

/**
 * Names, roles and descriptions in Arabic phrases.
 *
 * <ul>
 *   <li>Behind a role, the name begins with a known given name, else with the first word without
 *       article that follows one with it («وزير الصحة المصري | حاتم الجبالي»).
 *   <li>A name in front of a role or an apposition is kept, the role apart.
 *   <li>Titles are no part of a name, and of «بيان وزير الصحة» the minister is read.
 *   <li>What has no name is a role, a body or somebody, as {@link ArabicUnnamed} says.
 * </ul>
 *
 * <p>Immutable.
 */
final class ArabicPhrases implements PhraseReader {
  /** «بيان وزير الصحة»: what it says is his. */
  private static final Set<String> PUBLISHED = Set.of("بيان", "تغريده", "تدوينه");

  /** What a statement may be, and no name: «بيان مشترك», «كلمة قصيرة». */
  private static final Set<String> PLAIN =
      Set.of(
          "مشترك", "مشتركه", "منفصل", "منفصله", "صادر", "صادره", "مقتضب", "مقتضبه", "مكتوب",
          "مكتوبه", "متلفز", "متلفزه", "مصور", "مصوره", "خاص", "خاصه", "عاجل", "عاجله", "سابق",
          "سابقه", "لاحق", "لاحقه", "جديد", "جديده", "اخر", "اخري", "قصير", "قصيره", "مطول",
          "مطوله", "مفصل", "مفصله", "موجز", "موجزه", "مسجل", "مسجله");

  private static final Set<String> CALLED = Set.of("باسم", "يدعي", "تدعي", "اسمه", "اسمها");

  /** Words behind a role that no table lists, up to the name. */
  private static final int LONGEST_ROLE = 4;

  private final WordClasses words;
  private final ArabicSubjects subjects;
  private final ArabicGivenNames names;
  private final ArabicRoleNames roleNames;
  private final ArabicTitles titles;
  private final ArabicMentions mentions;
  private final ArabicOwnedRoles ownedRoles;
  private final ArabicUnnamed unnamed;
  private final ArabicFullNames fullNames;

  ArabicPhrases(Cues cues, WordClasses words, ArabicSubjects subjects) {
    this.words = words;
    this.subjects = subjects;
    this.names = new ArabicGivenNames(words);
    this.roleNames = new ArabicRoleNames(cues, words, names);
    this.titles = new ArabicTitles(words, names, roleNames);
    this.mentions = new ArabicMentions(words);
    this.ownedRoles = new ArabicOwnedRoles(words, names, roleNames, mentions);
    this.unnamed = new ArabicUnnamed(words, mentions);
    this.fullNames = new ArabicFullNames(cues, words, subjects, names, roleNames);
  }

  @Override
  public Optional<Mention> mention(Line line, Phrase phrase) {
    int begin = phrase.from();
    while (begin < phrase.to() && !line.isWord(begin)) {
      begin++;
    }
    int to = behindLastWord(line, begin, phrase.to());
    if (begin >= to) {
      return Optional.empty();
    }
    int from = titles.behind(line, begin, to);
    boolean joined = roleNames.isJoinedRole(line, from);
    boolean attached = (phrase.attached() && from == phrase.from()) || joined;
    String key =
        joined
            ? line.key(from).substring(1)
            : attached ? ArabicWords.withoutFor(line.key(from)) : line.key(from);
    String head = ArabicWords.stripped(key);
    if (isUtterance(key, head) && isSomebodys(line, from, to, key)) {
      // «وفقا لتصريحات الشرطة»: the words are theirs
      String next = line.key(from + 1);
      boolean owner = next.startsWith("ل") && roleNames.isKnownHead(ArabicWords.withoutFor(next));
      return mention(line, new Phrase(from + 1, to, phrase.asideFrom(), phrase.asideTo(), owner));
    }
    if (ownedRoles.is(line, from)) {
      Optional<Mention> owned = ownedRoles.mention(line, from, to, attached);
      if (owned.isPresent()) {
        return owned;
      }
    }
    boolean definite = key.startsWith("ال");
    if (to - from > 2
        && CALLED.contains(line.key(from + 1))
        && (words.has("somebody", head) || words.has("anybody", head))) {
      // «شخص باسم سامي درويش»
      return Optional.of(
          new Mention(
              mentions.printed(line, from + 2, to, false),
              Optional.empty(),
              Kind.PERSON,
              mentions.genderOfNamed(line, head, from + 2),
              false));
    }
    if (unnamed.areSeveral(line, from, to, head)) {
      return Optional.of(unnamed.several(line, from, to, attached));
    }
    if (to - from == 1) {
      Optional<Mention> described = unnamed.word(line, from, head, definite, attached);
      return described.isPresent()
          ? described
          : Optional.of(
              new Mention(
                  mentions.printed(line, from, to, attached),
                  aside(line, phrase),
                  Kind.PERSON,
                  ArabicTitles.gender(line, begin, from),
                  false));
    }
    if (unnamed.isBody(line, from, to, head)) {
      return Optional.of(ArabicMentions.body(mentions.printed(line, from, to, attached), head));
    }
    if (words.has("role", head) || words.has("source", head)) {
      return Optional.of(ofRole(line, phrase, from, to, head, definite, attached));
    }
    int name = definite ? behindUnlistedRole(line, from, to) : to;
    if (name < to) {
      Gender gender = mentions.genderOfNamed(line, head, name);
      return Optional.of(mentions.behindRole(line, from, name, to, attached, gender));
    }
    // a name in front, perhaps with a role behind it
    int end = from + 1;
    while (end < to && !isDescription(line, from, end, to)) {
      end++;
    }
    return Optional.of(
        new Mention(
            mentions.printed(line, from, end, attached),
            end < to ? Optional.of(mentions.printed(line, end, to, false)) : aside(line, phrase),
            Kind.PERSON,
            mentions.genderOfName(line, from, ArabicTitles.gender(line, begin, from)),
            false));
  }

  /** Without what stands behind a description and is no part of it, and without marks. */
  private static int behindLastWord(Line line, int from, int phraseTo) {
    int to = phraseTo;
    while (to > from + 1
        && (ArabicWords.isSelf(line.key(to - 1)) || line.key(to - 1).startsWith("البالغ"))) {
      to--; // «الرئيس البالغ | 45 عاما»
    }
    while (to > from && !line.isWord(to - 1)) {
      to = line.key(to - 1).equals(")") ? openingBefore(line, to - 1, from) : to - 1;
    }
    return to;
  }

  private static int openingBefore(Line line, int close, int from) {
    for (int i = close; i > from; i--) {
      if (line.key(i).equals("(")) {
        return i;
      }
    }
    return close;
  }

  private boolean isUtterance(String key, String head) {
    return words.has("utterance", head) || PUBLISHED.contains(key);
  }

  /** «بيان وزير الصحة», and not «بيان صحافي». */
  private boolean isSomebodys(Line line, int from, int to, String key) {
    String next = line.key(from + 1);
    return from + 1 < to
        && !PLAIN.contains(next)
        && !key.startsWith("ال") // «البيان الختامي»
        && (next.startsWith("ال")
            || !(next.endsWith("ي") || next.endsWith("يه"))
            || names.isGivenName(line, from + 1)
            || line.families().has(next));
  }

  /** Whoever has a role: with the name behind it or in an apposition, else without one. */
  private Mention ofRole(
      Line line, Phrase phrase, int from, int to, String head, boolean definite, boolean attached) {
    int name = roleNames.behind(line, from, to, head, definite);
    if (name < to) {
      int over = name + 1;
      while (over < to && !isSpokesman(line, over)) {
        over++;
      }
      Gender gender = mentions.genderOfNamed(line, head, name);
      return mentions.behindRole(line, from, name, over, attached, gender);
    }
    boolean aside = phrase.asideTo() > phrase.asideFrom();
    String asideHead = line.key(phrase.asideFrom());
    if (aside && definite && words.has("body", asideHead)) {
      // «الحارس القضائي، شركة النور،»
      return ArabicMentions.body(described(line, phrase.asideFrom(), phrase.asideTo()), asideHead);
    }
    int called = titles.beforeGivenName(line, phrase.asideFrom(), phrase.asideTo());
    if (aside && names.looksLikeName(line, called, phrase.asideTo())) {
      return new Mention(
          line.words(called, beforeTime(line, called, phrase.asideTo())),
          Optional.of(mentions.printed(line, from, to, attached)),
          Kind.PERSON,
          ArabicMentions.genderOf(head),
          false);
    }
    return unnamed.ofRole(line, from, to, head, definite, attached);
  }

  /** «المنتج | جابر الصافي»: where the name begins behind a role that no table lists. */
  private int behindUnlistedRole(Line line, int from, int to) {
    if (line.knownAt(to - 1).isPresent() || words.has("male-name", line.key(from))) {
      return to;
    }
    for (int i = from + 1; i < Math.min(to, from + LONGEST_ROLE); i++) {
      if (names.isGivenName(line, i) && !roleNames.isGoverned(line, i)) {
        return i;
      }
    }
    return to;
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

  /** What the apposition says, if there is one. */
  private Optional<String> aside(Line line, Phrase phrase) {
    return phrase.asideTo() > phrase.asideFrom()
        ? Optional.of(described(line, phrase.asideFrom(), phrase.asideTo()))
        : Optional.empty();
  }

  /** «وهو مزارع» without «وهو», «رئيس البلدية عقب الاجتماع» without when that was. */
  private String described(Line line, int from, int to) {
    String key = line.key(from);
    boolean is = key.equals("وهو") || key.equals("وهي") || key.equals("هو") || key.equals("هي");
    int begin = is && from + 1 < to ? from + 1 : from;
    int end = begin + 1;
    while (end < to && !ArabicWords.isWhen(line.key(end)) && !words.has("time", line.key(end))) {
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
      boolean given = line.isWord(i) && fullNames.isGivenAt(line, i);
      if (!given && !(line.isWord(i) && fullNames.isRoleAt(line, i))) {
        continue;
      }
      Optional<Phrase> read = subjects.phrase(line, i, true);
      if (read.isEmpty() || read.get().to() - read.get().from() < 2) {
        continue;
      }
      Phrase phrase = read.get();
      int to =
          given
              ? fullNames.endOfName(line, i, phrase.to())
              : fullNames.endOfRole(line, i, phrase.to());
      if (to - i < 2) {
        continue;
      }
      boolean whole = to == phrase.to() && isRoleAside(line, phrase);
      Optional<Mention> mention = mention(line, whole ? phrase : Phrase.of(i, to));
      if (mention.isPresent() && fullNames.isCertain(mention.get(), given)) {
        found.add(
            given
                ? mention.get().with(fullNames.officeBehind(line, i, to))
                : fullNames.withoutRest(mention.get()));
      }
      i = to - 1;
    }
    return found;
  }

  /** «فلان، رئيس الاتحاد»: a role between commas. */
  private boolean isRoleAside(Line line, Phrase phrase) {
    String first = phrase.asideTo() > phrase.asideFrom() ? line.key(phrase.asideFrom()) : "";
    return words.has("role", first.startsWith("ال") ? first.substring(2) : first);
  }
}
