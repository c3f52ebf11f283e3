package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.isnad.text.Folding;
import news.isnad.text.Language;

/**
 * What a mistyped word may be with one slip put right, whether or not there is such a word.
 * Stateless.
 */
final class Repairs {
  private Repairs() {}

  /**
   * What may have been meant, the likeliest slips first. The first letter and the article stand,
   * and an Arabic «ه» at the end is "his".
   */
  static Set<String> of(String word, Language language) {
    int from = language == Language.ARABIC && word.startsWith("ال") ? 2 : 1;
    Set<String> repairs = new LinkedHashSet<>();
    for (int i = 1; i < word.length(); i++) {
      if (word.charAt(i) == word.charAt(i - 1)) {
        repairs.add(word.substring(0, i) + word.substring(i + 1));
      }
    }
    for (int i = from; i + 1 < word.length(); i++) {
      repairs.add(
          word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2));
    }
    for (int i = from; i <= word.length(); i++) {
      for (char letter : SpellingVariants.letters(language).toCharArray()) {
        repairs.add(word.substring(0, i) + letter + word.substring(i));
      }
    }
    int last =
        language == Language.ARABIC && word.endsWith("ه") ? word.length() - 1 : word.length();
    for (int i = from; i < last; i++) {
      repairs.add(word.substring(0, i) + word.substring(i + 1));
    }
    repairs.remove(word);
    if (language == Language.ARABIC) {
      Set<String> folded = new LinkedHashSet<>();
      repairs.forEach(one -> folded.add(Folding.fold(one)));
      return folded;
    }
    return repairs;
  }

  /** Every way to write one letter of it as a seat of hamza. */
  static Set<String> withHamza(String folded) {
    Set<String> written = new LinkedHashSet<>();
    for (int i = 1; i < folded.length(); i++) {
      char letter = folded.charAt(i);
      if (letter == 'ي' || letter == 'و') {
        char seat = letter == 'ي' ? 'ئ' : 'ؤ';
        written.add(folded.substring(0, i) + seat + folded.substring(i + 1));
      }
    }
    return written;
  }

  /**
   * Whether a repaired word may be another spelling of the same Arabic name: no consonant was added
   * («سانفورد» is not «ستانفورد», «هاملتون» may be «هاميلتون»).
   */
  static boolean isAlike(String typed, String one) {
    if (one.length() <= typed.length()) {
      return true;
    }
    int at = 0;
    while (at < typed.length() && typed.charAt(at) == one.charAt(at)) {
      at++;
    }
    return "اويهئؤء".indexOf(one.charAt(at)) >= 0
        || (at > 0 && one.charAt(at) == one.charAt(at - 1));
  }

  /** Whether a letter was typed twice. */
  static boolean isDoubled(String typed, String one) {
    for (int i = 1; i < typed.length(); i++) {
      if (typed.charAt(i) == typed.charAt(i - 1)
          && one.equals(typed.substring(0, i) + typed.substring(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the letter too many is a long vowel of Arabic: «هانتر» for «هنتر». */
  static boolean isVowelled(String typed, String one, Language language) {
    int at = 0;
    while (at < one.length() && typed.charAt(at) == one.charAt(at)) {
      at++;
    }
    return language == Language.ENGLISH || "اوي".indexOf(typed.charAt(at)) >= 0;
  }

  /** An Arabic word with two neighbours exchanged, behind its first letter or its article. */
  static List<String> exchanged(String folded) {
    int from = folded.startsWith("ال") ? 2 : 1;
    List<String> exchanged = new ArrayList<>();
    for (int i = from; i + 1 < folded.length(); i++) {
      if (folded.charAt(i) != folded.charAt(i + 1)) {
        exchanged.add(
            Folding.fold(
                folded.substring(0, i)
                    + folded.charAt(i + 1)
                    + folded.charAt(i)
                    + folded.substring(i + 2)));
      }
    }
    return exchanged;
  }
}
