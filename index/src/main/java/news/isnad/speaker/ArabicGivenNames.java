package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;

/**
 * Tells by given names where people are named in Arabic: a given name of the tables, its joints
 * («بن», «فان»), and the name that follows. Immutable.
 */
final class ArabicGivenNames {
  private static final Set<String> JOINTS =
      Set.of(
          "بن", "ابن", "ابو", "ال", "عبد", "فان", "دير", "دي", "دو", "لا", "لو", "او", "فون",
          "اوف");

  private static final Set<String> KUNYA = Set.of("ام", "ابو", "ابا", "ابي", "بن");

  private static final Set<String> SAID =
      Set.of("قال", "يقول", "اضاف", "يضيف", "اوضح", "يوضح", "ذكر", "صرح", "افاد", "كشف", "تابع");

  private final WordClasses words;

  ArabicGivenNames(WordClasses words) {
    this.words = words;
  }

  boolean isGivenName(Line line, int i) {
    return i >= 0
        && i < line.size()
        && (words.has("male-name", line.key(i))
            || words.has("female-name", line.key(i))
            || isOfFaith(line, i)
            || isFatherOf(line, i)
            || isAli(line, i))
        && !line.token(i).text().endsWith("على");
  }

  /** «فان دير بيك», and not «فإن الجسر». */
  boolean isParticleOfName(Line line, int i) {
    return i >= 0
        && i + 1 < line.size()
        && line.token(i).text().equals("فان")
        && line.isWord(i + 1)
        && !line.key(i + 1).startsWith("ال")
        && !words.has("preposition", line.key(i + 1))
        && !words.has("particle", line.key(i + 1));
  }

  /** «المدرب السابق علي إبراهيم»: the name, and not the preposition. */
  boolean isAli(Line line, int i) {
    return i >= 0
        && line.key(i).equals("علي")
        && line.token(i).text().endsWith("علي")
        && (isGivenName(line, i + 1)
            || KUNYA.contains(ArabicWords.withoutJoint(line.key(i - 1)))
            || (line.dotted() && (isSaid(line.key(i - 1)) || mayBeFamily(line, i + 1))));
  }

  /** «كتب هو شيجين رئيس التحرير»: a name, and no pronoun. */
  boolean isHu(Line line, int i) {
    return line.key(i).equals("هو")
        && mayBeFamily(line, i + 1)
        && !line.key(i + 1).startsWith("ال")
        && !line.key(i + 1).startsWith("ي")
        && words.has("role", line.key(i + 2));
  }

  /** «أبو درة»: a name of its own. */
  private static boolean isFatherOf(Line line, int i) {
    return (line.key(i).equals("ابو") || line.key(i).equals("ابا"))
        && line.isWord(i + 1)
        && line.knownAt(i).isEmpty();
  }

  /** «علم الدين»: a given name, whatever the word before is. */
  private static boolean isOfFaith(Line line, int i) {
    return line.key(i + 1).equals("الدين")
        && !line.key(i).startsWith("ال")
        && !line.key(i).equals("رجال")
        && !line.key(i).equals("علماء")
        && line.key(i).length() <= 4;
  }

  /** A verb that no preposition follows. */
  private static boolean isSaid(String key) {
    return SAID.contains(ArabicWords.withoutJoint(key));
  }

  /** «علي الصافي», «علي سلطانوف»: no common noun, which the preposition may have behind it. */
  private boolean mayBeFamily(Line line, int i) {
    String key = line.key(i);
    String bare = ArabicWords.stripped(key);
    return line.isWord(i)
        && !line.isQuoted(i)
        && key.length() > 3
        && !key.endsWith("يه") // «علي أهمية»
        && !words.has("common", key)
        && !words.has("role", bare)
        && !words.has("body", bare)
        && !words.has("preposition", key)
        && !words.has("particle", key)
        && !words.has("relative", key)
        && !ArabicWords.isThat(line, i)
        && !ArabicWords.isPossessed(key)
        && line.knownAt(i).isEmpty();
  }

  /** «بن», «أبو», «فان»: the name goes on. */
  static boolean isJoint(Line line, int i) {
    return isJoint(line.key(i));
  }

  static boolean isJoint(String key) {
    return JOINTS.contains(key);
  }

  /** A word that no table knows, and nothing joined to one: «تيلران», «بوتسكي». */
  boolean mayBeName(Line line, int i) {
    String key = line.key(i);
    return i >= 0
        && line.isWord(i)
        && !line.isQuoted(i)
        && key.length() > 2
        && !key.startsWith("ال")
        && !key.startsWith("لل")
        && !ArabicWords.isThat(line, i)
        && !isWord(key)
        && !(isClitic(key.charAt(0)) && isJoined(key.substring(1)));
  }

  /** Two words beside one another that no table knows: somebody's name. */
  boolean areNames(Line line, int i) {
    return mayBeName(line, i)
        && mayBeName(line, i + 1)
        && !hasEnding(line.key(i))
        && !hasEnding(line.key(i + 1));
  }

  /** Of plurals, of the feminine and of what is owned. */
  private static boolean hasEnding(String key) {
    return key.endsWith("ات")
        || key.endsWith("ون")
        || key.endsWith("ين")
        || key.endsWith("يه")
        || ArabicWords.isPossessed(key);
  }

  private static boolean isClitic(char letter) {
    return letter == 'و' || letter == 'ف' || letter == 'ب' || letter == 'ل' || letter == 'ك';
  }

  private boolean isJoined(String rest) {
    return rest.startsWith("ال")
        || isWord(rest)
        || words.has("male-name", rest)
        || words.has("female-name", rest);
  }

  private boolean isWord(String key) {
    return words.has("common", key)
        || words.isThing(key)
        || words.has("role", key)
        || words.has("body", key)
        || words.has("source", key)
        || words.has("title", key)
        || words.has("preposition", key)
        || words.has("particle", key)
        || words.has("relative", key)
        || words.has("time", key)
        || words.has("event", key)
        || words.has("not-name", key)
        || words.has("first-person", key);
  }

  /** A given name in front, or at most three words that begin like no role. */
  boolean looksLikeName(Line line, int from, int to) {
    return words.has("male-name", line.key(from))
        || words.has("female-name", line.key(from))
        || isAli(line, from)
        || (to - from <= 3
            && !line.key(from).startsWith("ال")
            && !words.has("role", ArabicWords.stripped(line.key(from)))
            && !words.has("preposition", line.key(from))
            && !words.has("relative", line.key(from)));
  }

  /** Where the first given name of a stretch stands; -1 without one. */
  int given(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isGivenName(line, i)) {
        return i;
      }
    }
    return -1;
  }

  /** True where somebody is named: by a given name, or as one of the known people. */
  boolean isAnybodyNamed(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isGivenName(line, i) || line.isKnownPersonAt(i)) {
        return true;
      }
    }
    return false;
  }

  /** The first person named before a place by a given name, with the role before it. */
  Optional<Subject.Phrase> first(Line line, int end) {
    for (int i = 0; i < end; i++) {
      String bare = ArabicWords.stripped(line.key(i));
      boolean begins =
          isGivenName(line, i)
              || line.isKnownPersonAt(i)
              || (bare.equals("ام") && i > 0 && line.isWord(i + 1))
              || words.has("role", bare);
      boolean governed =
          words.isPreposition(line.key(i - 1)) || (i > 1 && words.isPreposition(line.key(i - 2)));
      if (line.isWord(i) && !line.isQuoted(i) && begins && !governed) {
        int to = nameEnd(line, i, end);
        if (to > i) {
          return Optional.of(Subject.Phrase.of(i, to));
        }
      }
    }
    return Optional.empty();
  }

  /** The first name before a place, without anything else: a family name of the edition, too. */
  Optional<Subject.Phrase> named(Line line, int end) {
    for (int i = 0; i < end; i++) {
      if (isGivenName(line, i) || line.isKnownPersonAt(i)) {
        return Optional.of(at(line, i, end));
      }
      if (line.families().has(line.key(i))) {
        return Optional.of(Subject.Phrase.of(i, i + 1));
      }
    }
    return Optional.empty();
  }

  /** The name that a given name begins. */
  Subject.Phrase at(Line line, int given, int end) {
    return Subject.Phrase.of(given, Math.max(given + 1, nameEnd(line, given, end)));
  }

  private int nameEnd(Line line, int from, int end) {
    int given = from;
    while (given < Math.min(end, from + 4)
        && !isGivenName(line, given)
        && !line.isKnownPersonAt(given)
        && !line.key(given).equals("ام")) {
      given++;
    }
    if (given >= Math.min(end, from + 4) || !line.isWord(given)) {
      return from;
    }
    int to = given + 1;
    while (to < end
        && (isJoint(line, to - 1)
            || isJoint(line, to)
            || isGivenName(line, to)
            || isAli(line, to))) {
      to++;
    }
    boolean goesOn =
        to < end
            && line.isWord(to)
            && !words.isPreposition(line.key(to))
            && !words.has("relative", line.key(to))
            && !words.has("time", line.key(to))
            && !words.has("particle", line.key(to))
            && !words.isThing(line.key(to))
            && !ArabicContent.isBySaying(line.key(to))
            && !(line.key(to).startsWith("م") && line.key(to).endsWith("ه") && to + 1 == end)
            && !(line.key(to).startsWith("ي") && line.key(to).length() > 3)
            && !line.key(to).startsWith("و");
    return goesOn ? to + 1 : to;
  }
}
