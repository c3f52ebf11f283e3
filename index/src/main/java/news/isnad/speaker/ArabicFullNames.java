package news.isnad.speaker;

import java.util.List;
import java.util.regex.Pattern;
import news.isnad.speaker.Mention.Kind;

/**
 * Knows where an Arabic sentence may name somebody in full, wherever that is, and where it ends.
 *
 * <ul>
 *   <li>A given name begins one: «سامي درويش». A preposition, a verb of speech, a role or another
 *       name behind the family name ends it.
 *   <li>A role begins one: «الرئيس الفرنسي لوك مارل». It ends where somebody else's role is joined,
 *       or a body begins that it belongs to.
 *   <li>What stands behind a role and may be any other word is no name.
 * </ul>
 *
 * <p>Immutable.
 */
final class ArabicFullNames {
  /** Beginnings of verbs and of joined words, where no known name stands. */
  private static final Pattern NO_NAME = Pattern.compile("(?:ت|ي|ل|وت|وي)[^ ]{3}");

  /** Words of a name that begins with a given one. */
  private static final int LONGEST_NAME = 4;

  private final Cues cues;
  private final WordClasses words;
  private final ArabicSubjects subjects;
  private final ArabicGivenNames names;
  private final ArabicRoleNames roleNames;

  ArabicFullNames(
      Cues cues,
      WordClasses words,
      ArabicSubjects subjects,
      ArabicGivenNames names,
      ArabicRoleNames roleNames) {
    this.cues = cues;
    this.words = words;
    this.subjects = subjects;
    this.names = names;
    this.roleNames = roleNames;
  }

  /** A given name, and no «أمين عام». */
  boolean isGivenAt(Line line, int at) {
    return names.isGivenName(line, at)
        && !(words.has("role", ArabicWords.stripped(line.key(at)))
            && line.key(at + 1).equals("عام"));
  }

  /** A role, or one that is joined: «والرئيس الفرنسي». */
  boolean isRoleAt(Line line, int at) {
    String key = line.key(at);
    String bare = ArabicWords.stripped(key);
    return (words.has("role", bare) && (key.startsWith("ال") || !words.has("source", bare)))
        || (key.startsWith("وال") && roleNames.isJoinedRole(line, at));
  }

  /** Where the name ends that a given name begins, at the latest where its phrase does. */
  int endOfName(Line line, int from, int phraseTo) {
    int to = Math.min(phraseTo, from + LONGEST_NAME);
    for (int k = from + 1; k < to; k++) {
      String next = line.key(k);
      if (ArabicContent.isBySaying(next)
          || (next.startsWith("و") && next.length() > 3 && k > from + 1)
          || words.has("preposition", next)
          || !line.isWord(k)
          || words.has("role", ArabicWords.stripped(next))
          || (next.startsWith("ل") && next.length() > 4 && k > from + 1)
          || (next.startsWith("ب") && k > from + 1)
          || !cues.at(line, k).isEmpty()
          || isNameOver(line, from, k)) {
        return k;
      }
    }
    return to;
  }

  /** The same of what a role begins, with the name behind it. */
  int endOfRole(Line line, int from, int phraseTo) {
    for (int k = from + 1; k < phraseTo; k++) {
      boolean verb = // «المدير حذر من»
          k == from + 1 && line.key(from).startsWith("ال") && !cues.at(line, k).isEmpty();
      boolean other = k > from + 2 && isJoinedOffice(line, k) && endsInName(line, k);
      if (verb || other || isOfBody(line, k)) {
        return k;
      }
    }
    return phraseTo;
  }

  /**
   * «مع سامي درويش | رئيس مجلس النواب»: an office right behind a name. Behind a verb the name might
   * be the subject, and the office somebody met.
   */
  List<String> officeBehind(Line line, int from, int to) {
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
        names.isGivenName(line, at + 2) && !line.key(at + 1).startsWith("لل");
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
    if (names.isGivenName(line, at - 2)) {
      return true; // «الرئيس كريم الحداد | والعاهل»
    }
    return !key.startsWith("ال")
        && !words.has("role", key)
        && !words.has("body", key)
        && line.knownAt(at - 1).filter(named -> !line.isKnownPersonAt(at - 1)).isEmpty()
        && (names.isGivenName(line, at - 1) || !words.has("common", key));
  }

  /**
   * Whether somebody is named for certain. «اللاعب الفائز»: a word with the article behind a role
   * may be a name only where it speaks.
   */
  boolean isCertain(Mention mention, boolean given) {
    if (mention.kind() != Kind.PERSON || given) {
      return mention.kind() == Kind.PERSON;
    }
    String name = mention.name();
    boolean single = name.indexOf(' ') < 0;
    String first = Tokens.key(name.split(" ", 2)[0]);
    boolean other = // «الخطيب تفوز», «الحاكم لتوسيع البرامج»
        NO_NAME.matcher(name).lookingAt() && !isGivenName(first);
    return !(name.startsWith("ال") && single) && !other;
  }

  /** «هاني الشامي رفع»: a family name ends the name. */
  private boolean isNameOver(Line line, int from, int at) {
    return at > from + (line.key(from).equals("عبد") ? 2 : 1)
        && !ArabicGivenNames.isJoint(line, at - 1)
        && !ArabicGivenNames.isJoint(line, at)
        && !names.isGivenName(line, at - 1)
        && !names.isGivenName(line, at)
        && line.knownAt(at).isEmpty();
  }

  /** «القائد كارلوس بينتو | يعرف»: behind a given name and another word, a name is over. */
  Mention withoutRest(Mention mention) {
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
}
