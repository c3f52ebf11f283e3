package news.isnad.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which terms of the index a word becomes. Stateless. */
enum Terms {
  EXACT {
    @Override
    List<String> of(Word word, String text, Language language, Set<String> seen) {
      return List.of(word.folded());
    }
  },
  STEMMED {
    @Override
    List<String> of(Word word, String text, Language language, Set<String> seen) {
      return word.form().isStopWord(language) ? List.of() : List.of(word.form().stem(language));
    }
  },
  NAMES {
    @Override
    List<String> of(Word word, String text, Language language, Set<String> seen) {
      return mayBeName(word, text) && seen.add(word.folded()) ? keyed(word.folded()) : List.of();
    }
  },
  GRAMS {
    @Override
    List<String> of(Word word, String text, Language language, Set<String> seen) {
      return word.form().isStopWord(language) ? List.of() : letters(word.folded());
    }
  };

  /** A word in either script that may be one of a name. */
  static boolean mayBeName(Word word, String text) {
    return word.form().isArabic() || Character.isUpperCase(text.codePointAt(word.span().start()));
  }

  /** A word behind each of its keys. */
  static List<String> keyed(String folded) {
    List<String> terms = new ArrayList<>();
    for (String key : NameKeys.of(folded)) {
      terms.add(key + Analyzers.KEY_END + folded);
    }
    return terms;
  }

  /** A word and its runs of three letters. */
  static List<String> letters(String folded) {
    List<String> terms = new ArrayList<>();
    terms.add(folded);
    for (int i = 0; i + 3 <= folded.length() && folded.length() > 3; i++) {
      terms.add(folded.substring(i, i + 3));
    }
    return List.copyOf(terms);
  }

  /** The terms of a word, all at its place; {@code seen} holds what the text had so far. */
  abstract List<String> of(Word word, String text, Language language, Set<String> seen);
}
