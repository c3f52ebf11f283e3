package news.isnad.text;

import java.util.List;

/**
 * Weighted edit distance between two spellings in one script: what newsrooms spell differently
 * (vowels, doubled letters, letters of one sound) costs little, another consonant costs 1.
 * Stateless.
 */
final class SpellingDistance {
  private static final double VOWEL = .3;
  private static final double DOUBLED = .05;
  private static final double KIN = .2;

  /** Letters that stand for one another in spellings of one name. */
  private static final List<String> KINSHIPS =
      List.of(
          "aeiouy", "ckq", "vwf", "sz", "gj", "td", "bp", "غجكقگ", "سصز", "شس", "شج", "تطث", "دضذظ",
          "حهخ", "فڤ", "بپ", "اويعءئؤ");

  /** By the letter: the bits of the kinships that it is of. */
  private static final int[] KINSHIPS_OF = new int[0x700];

  static {
    for (int i = 0; i < KINSHIPS.size(); i++) {
      for (char letter : KINSHIPS.get(i).toCharArray()) {
        KINSHIPS_OF[letter] |= 1 << i;
      }
    }
  }

  private SpellingDistance() {}

  /**
   * The cost of turning one word into the other; both folded.
   *
   * @param most a cost that is greater than this need not be found out: something greater will do
   */
  static double between(String one, String other, double most) {
    double[] previous = new double[other.length() + 1];
    double[] current = new double[other.length() + 1];
    for (int j = 1; j <= other.length(); j++) {
      previous[j] = previous[j - 1] + gap(other, j - 1);
    }
    for (int i = 1; i <= one.length(); i++) {
      current[0] = previous[0] + gap(one, i - 1);
      double least = current[0];
      for (int j = 1; j <= other.length(); j++) {
        double swap = previous[j - 1] + swap(one.charAt(i - 1), other.charAt(j - 1));
        double drop = previous[j] + gap(one, i - 1);
        double add = current[j - 1] + gap(other, j - 1);
        current[j] = Math.min(swap, Math.min(drop, add));
        least = Math.min(least, current[j]);
      }
      if (least > most) {
        return least; // whatever follows only adds to it
      }
      double[] done = previous;
      previous = current;
      current = done;
    }
    return previous[other.length()];
  }

  private static double gap(String word, int at) {
    char letter = word.charAt(at);
    if (at > 0 && word.charAt(at - 1) == letter) {
      return DOUBLED;
    }
    if (at > 0 && letter == 'h') {
      return VOWEL;
    }
    boolean vowel = isVowel(letter);
    return !vowel ? 1 : at == 0 ? 2 * VOWEL : VOWEL;
  }

  private static double swap(char one, char other) {
    if (one == other) {
      return 0;
    }
    return (kinships(one) & kinships(other)) != 0 ? KIN : 1;
  }

  private static int kinships(char letter) {
    return letter < KINSHIPS_OF.length ? KINSHIPS_OF[letter] : 0;
  }

  private static boolean isVowel(char letter) {
    return "aeiouyاويعءئؤه".indexOf(letter) >= 0;
  }
}
