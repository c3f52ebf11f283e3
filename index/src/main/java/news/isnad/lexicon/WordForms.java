package news.isnad.lexicon;

import java.util.List;
import java.util.stream.Stream;
import news.isnad.text.Language;

/** What is left of a folded word without what is regularly written before and behind it. */
final class WordForms {
  private static final int SHORTEST = 3;
  private static final List<String> BEFORE =
      List.of("", "ال", "و", "ف", "ب", "ل", "ك", "لل", "وال", "بال", "فال", "كال", "س", "وس");
  private static final List<String> BEHIND =
      List.of(
          "", "ا", "ه", "ها", "هم", "هما", "نا", "ك", "ي", "ين", "ون", "ان", "ات", "ت", "وا", "يه",
          "تين", "تان");

  /** Behind a word that ends in «ة» otherwise: «وزيرات», «وزيرتين». */
  private static final List<String> FEMININE = List.of("ات", "تين", "تان");

  private static final List<String> ENGLISH = List.of("", "s", "es", "d", "ed", "ing");

  private WordForms() {}

  /**
   * A way to read a word.
   *
   * @param word with what is around it
   * @param before how many letters stand before the bare word
   * @param behind what stands behind it
   * @param bare three letters at least; four behind a particle of one letter, since many words
   *     begin with such a letter
   */
  record Form(String word, int before, String behind, String bare) {
    /** Whether another word has the same around it, and the same first letter inside. */
    boolean isAround(String other) {
      String last =
          behind.length() > 1 ? behind.substring(0, behind.length() - 1) : behind; // «اعتقلو»
      return (other.endsWith(behind) || other.endsWith(last))
          && other.length() > before
          && word.regionMatches(0, other, 0, before + 1);
    }
  }

  /** All ways to read a word. */
  static Stream<Form> of(String folded, Language language) {
    List<String> before = language == Language.ARABIC ? BEFORE : List.of("");
    List<String> behind = language == Language.ARABIC ? BEHIND : ENGLISH;
    return before.stream()
        .filter(folded::startsWith)
        .flatMap(
            begin ->
                behind.stream().filter(folded::endsWith).flatMap(end -> forms(folded, begin, end)));
  }

  private static Stream<Form> forms(String folded, String begin, String end) {
    int to = folded.length() - end.length();
    int shortest = begin.length() == 1 ? SHORTEST + 1 : SHORTEST;
    if (to - begin.length() < shortest) {
      return Stream.empty();
    }
    String bare = folded.substring(begin.length(), to);
    Form form = new Form(folded, begin.length(), end, bare);
    return FEMININE.contains(end)
        ? Stream.of(form, new Form(folded, begin.length(), end, bare + "ه"))
        : Stream.of(form);
  }
}
