package news.isnad.text;

/**
 * How much a decoded text looks like Arabic or English, from the characters beyond ASCII alone:
 * their mean, between -3 (mojibake) and about 1 (good).
 *
 * <ul>
 *   <li>Arabic letters count by how frequent they are in Arabic.
 *   <li>An Arabic letter that touches a Latin one counts against the text.
 *   <li>A Latin letter with an accent counts well between plain letters, badly among its like.
 *   <li>Control characters and private ones count strongly against it; punctuation hardly.
 * </ul>
 */
final class Plausibility {
  /** Above these, a text is taken for what it looks like. */
  static final double GOOD_ARABIC = 0.55;

  static final double GOOD_LATIN = 0.1;

  private static final String FREQUENT = "اليمنوترهبدسفعقكحجأةشطصخإ";
  private static final String RARE = "ىذزثضغءئظآؤ";

  private Plausibility() {}

  static double score(String text) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        sum +=
            score(
                c,
                i > 0 ? text.charAt(i - 1) : ' ',
                i + 1 < text.length() ? text.charAt(i + 1) : ' ');
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double score(char c, char before, char after) {
    if (c < 0xA0 || c == '\uFFFD' || Character.getType(c) == Character.PRIVATE_USE) {
      return -3;
    }
    if (c >= 0x0600 && c <= 0x06FF) {
      return arabic(c) - (isLatin(before) || isLatin(after) ? 1.5 : 0);
    }
    if (Character.isLetter(c)) {
      boolean isAmongPlain = isPlain(before) || isPlain(after);
      boolean isAmongLike = isAccented(before) && isAccented(after);
      return isAmongPlain && !isAmongLike ? 0.7 : isAmongLike ? -0.7 : 0;
    }
    return isUsual(c) ? 0.2 : -0.5;
  }

  private static double arabic(char c) {
    int rank = FREQUENT.indexOf(c);
    if (rank >= 0) {
      return 1.2 - rank * 0.04;
    }
    if (RARE.indexOf(c) >= 0) {
      return 0.1;
    }
    boolean isMark = c >= 0x064B && c <= 0x0652;
    return isMark || c == '،' || c == '؟' || c == '؛' ? 0 : -1;
  }

  private static boolean isUsual(char c) {
    return c == 0xA0 || "«»‘’“”–—…•©".indexOf(c) >= 0;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c) && c < 0x250;
  }

  private static boolean isAccented(char c) {
    return c >= 0xA0 && c < 0x250;
  }
}
