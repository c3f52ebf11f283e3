package news.isnad.speaker;

import java.util.Set;

/**
 * Knows the titles that stand before an Arabic name and are no part of it: «السيدة | ليلى درويش»,
 * «الفريق أول | سامي درويش», «سيدة الأعمال | ليلى درويش», but «أستاذ القانون», which is a role.
 * Immutable.
 */
final class ArabicTitles {
  private static final Set<String> CHAIRS = Set.of("استاذ", "استاذه");

  private static final Set<String> BUSINESS = Set.of("سيده", "رجل");

  private final WordClasses words;
  private final ArabicGivenNames names;
  private final ArabicRoleNames roleNames;

  ArabicTitles(WordClasses words, ArabicGivenNames names, ArabicRoleNames roleNames) {
    this.words = words;
    this.names = names;
    this.roleNames = roleNames;
  }

  /** Where a phrase goes on behind its titles; {@code from} without any. */
  int behind(Line line, int from, int to) {
    int at = from;
    if (ArabicObjects.isGeneral(line, at) && at + 2 < to) {
      at += 2;
    }
    if (at + 2 < to && BUSINESS.contains(line.key(at)) && line.key(at + 1).equals("الاعمال")) {
      at += 2; // «سيدة الأعمال | ليلى درويش»
    }
    boolean kind = // «الأستاذ الجامعي»
        to - at == 2
            && ArabicWords.isAdjective(line.key(at + 1))
            && roleNames.isPlainWord(line, at + 1);
    while (!kind && at < to - 1 && isTitle(line.key(at)) && !isChair(line, at, to)) {
      at++;
      if (line.isMark(at) && at < to - 1) {
        at++;
      }
    }
    return at;
  }

  /** Of whoever has the last of the titles from one token to another. */
  static Gender gender(Line line, int from, int to) {
    if (to == from) {
      return Gender.UNKNOWN;
    }
    int last = line.isMark(to - 1) ? to - 2 : to - 1;
    boolean ofBusiness = line.key(last).equals("الاعمال");
    return line.key(ofBusiness ? last - 1 : last).endsWith("ه")
        ? Gender.FEMININE
        : Gender.MASCULINE;
  }

  /** Where a given name stands behind nothing but titles; else where they begin. */
  int beforeGivenName(Line line, int from, int to) {
    int at = from;
    while (at < to - 1
        && (words.has("title", line.key(at))
            || words.has("title", ArabicWords.stripped(line.key(at))))
        && names.isGivenName(line, at + 1)) {
      at++;
    }
    return at;
  }

  private boolean isTitle(String key) {
    String bare = ArabicWords.stripped(key);
    return words.has("title", key) || (words.has("title", bare) && !words.has("role", bare));
  }

  /** «أستاذ القانون بجامعة لورين»: what is taught there, and no title before a name. */
  private boolean isChair(Line line, int from, int to) {
    return from + 1 < to
        && CHAIRS.contains(line.key(from))
        && line.key(from + 1).startsWith("ال")
        && !names.isGivenName(line, from + 1)
        && !words.has("title", line.key(from + 1));
  }
}
