package news.isnad.lexicon;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import news.isnad.text.Language;
import news.isnad.text.Remembered;

/** What may be left of a folded Arabic word when the particles before a name fall off. */
final class Clitics {
  private static final int SHORTEST = 3;
  private static final Remembered<Map<String, Integer>> FORMS = new Remembered<>(Clitics::found);

  private Clitics() {}

  /**
   * The word and its forms without و ف and ب ل ك, each with the number of letters that fell off;
   * the word itself first. «للبيت» also reads as «البيت», where nothing can be cut off: 0.
   */
  static Map<String, Integer> forms(String folded) {
    return FORMS.of(folded);
  }

  /** The forms that a word of a language has. */
  static Set<String> forms(String folded, Language language) {
    return language == Language.ARABIC ? forms(folded).keySet() : Set.of(folded);
  }

  private static Map<String, Integer> found(String folded) {
    Map<String, Integer> forms = new LinkedHashMap<>(4);
    forms.put(folded, 0);
    add(forms, folded, 0);
    boolean joined = folded.length() > SHORTEST && "وف".indexOf(folded.charAt(0)) >= 0;
    if (joined) {
      String rest = folded.substring(1);
      forms.putIfAbsent(rest, 1);
      add(forms, rest, 1);
    }
    return Collections.unmodifiableMap(forms);
  }

  private static void add(Map<String, Integer> forms, String word, int fallen) {
    if (word.length() <= SHORTEST) {
      return;
    }
    if (word.startsWith("لل")) {
      forms.putIfAbsent("ا" + word.substring(1), fallen);
    }
    if ("بلك".indexOf(word.charAt(0)) >= 0) {
      forms.putIfAbsent(word.substring(1), fallen + 1);
    }
  }
}
