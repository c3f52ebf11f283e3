package news.isnad.lexicon;

import java.util.LinkedHashMap;
import java.util.Map;

/** What may be left of a folded Arabic word when the particles before a name fall off. */
final class Clitics {
  private static final int SHORTEST = 3;

  private Clitics() {}

  /**
   * The word and its forms without و ف and ب ل ك, each with the number of letters that fell off;
   * the word itself first. «للبيت» also reads as «البيت», where nothing can be cut off: 0.
   */
  static Map<String, Integer> forms(String folded) {
    Map<String, Integer> forms = new LinkedHashMap<>(4);
    forms.put(folded, 0);
    add(forms, folded, 0);
    boolean joined = folded.length() > SHORTEST && "وف".indexOf(folded.charAt(0)) >= 0;
    if (joined) {
      String rest = folded.substring(1);
      forms.putIfAbsent(rest, 1);
      add(forms, rest, 1);
    }
    return forms;
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
