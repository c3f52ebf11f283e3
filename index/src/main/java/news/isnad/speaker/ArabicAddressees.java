package news.isnad.speaker;

/**
 * Says who was told, which ends the phrase of whoever speaks: «لرويترز», «للصحفيين», «لصحيفة
 * الأفق».
 *
 * <ul>
 *   <li>ل stands before a medium, before the press, or before whoever is addressed by a phrase that
 *       names no role («المتحدث للوزارة» is one who has it).
 *   <li>«المدير العام لوكالة الأنباء فلان» is told nothing: whose name follows works there.
 * </ul>
 *
 * <p>Immutable.
 */
final class ArabicAddressees {
  private final WordClasses words;
  private final Outlets outlets;
  private final ArabicGivenNames names;

  ArabicAddressees(WordClasses words, Outlets outlets, ArabicGivenNames names) {
    this.words = words;
    this.outlets = outlets;
    this.names = names;
  }

  /** True where a phrase is over because somebody is told; {@code headed}: it names a role. */
  boolean ends(Line line, int at, boolean headed) {
    return isAddressed(line, at, headed) && !isEmployer(line, at);
  }

  /** «لوكالة الأنباء», «لبلومبرغ»: who was told, where nobody stands before. */
  boolean begins(Line line, int at) {
    String key = line.key(at);
    if (!key.startsWith("ل") || key.length() < 3 || names.isGivenName(line, at)) {
      return false;
    }
    if (isToldByName(line, at)) {
      return true;
    }
    String rest = key.substring(1);
    if (words.has("outlet-noun", rest) || isOutlet(line, at, rest)) {
      return true;
    }
    return key.length() > 4 && line.knownAt(at).isEmpty() && isBodyOrOutlet(key, rest);
  }

  private boolean isBodyOrOutlet(String key, String rest) {
    return (words.has("body", rest) && !words.has("body", key)) || outlets.ofKey(rest).isPresent();
  }

  /** True where a medium of the table begins, or «صحيفة». */
  boolean isMedium(Line line, int from) {
    return words.has("outlet-noun", line.key(from)) || isOutlet(line, from, line.key(from));
  }

  /** «لرويترز», «للصحفيين»: who was told. */
  private boolean isAddressed(Line line, int at, boolean headed) {
    String key = line.key(at);
    if (!key.startsWith("ل") || key.length() < 4) {
      return key.length() == 3 && key.startsWith("ل") && isOutlet(line, at, key.substring(1));
    }
    if (key.startsWith("للصحف")
        || key.startsWith("للصحافي")
        || key.startsWith("لوسائل")
        || key.startsWith("للجم")
        || key.startsWith("للاع")) {
      return true;
    }
    if (headed && key.equals("للصحافه")) {
      return false; // «النقابة الوطنية للصحافة»
    }
    String bare = ArabicWords.stripped(key.startsWith("لل") ? key : key.substring(1));
    return words.has("outlet-noun", bare)
        || (bare.equals("برنامج") && line.isQuote(at + 1))
        || isToldByName(line, at)
        || (key.startsWith("لل")
            && !words.has("body", key.substring(2)) // «الأمين العام للاتحاد»
            && isOutlet(line, at, "ال" + key.substring(2)))
        || isOutlet(line, at, key.substring(1))
        || (!headed && key.startsWith("لل"));
  }

  /** «وقال الشيخ ناصر | لتيلران»: somebody whom the article names. */
  private static boolean isToldByName(Line line, int at) {
    String key = line.key(at);
    return key.length() > 4 && line.knownAt(at).isEmpty() && line.families().has(key.substring(1));
  }

  /** «المدير العام لوكالة الأنباء فلان»: whose name follows works there. */
  private boolean isEmployer(Line line, int at) {
    if (line.key(at - 1).startsWith("التابع")) {
      return true;
    }
    if (!words.has("not-name", line.key(at - 1))) {
      return false;
    }
    int to = at + 1;
    while (to < at + 4 && line.isWord(to) && !ArabicWords.isThat(line, to)) {
      if (names.isGivenName(line, to)) {
        return true;
      }
      to++;
    }
    return false;
  }

  /** True where a medium of the table begins with a word, whatever is glued to the printed one. */
  private boolean isOutlet(Line line, int from, String first) {
    if (!outlets.begins(first)) {
      return false;
    }
    StringBuilder key = new StringBuilder(first);
    for (int i = from + 1; outlets.ofKey(key.toString()).isEmpty(); i++) {
      if (i >= Math.min(line.size(), from + 4) || !line.isWord(i)) {
        return false;
      }
      key.append(' ').append(line.key(i));
    }
    return true;
  }
}
