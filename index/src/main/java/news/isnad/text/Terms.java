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
      return StopWords.contains(language, word.folded())
          ? List.of()
          : List.of(Words.stem(word.folded(), language));
    }
  },
  NAMES {
    @Override
    List<String> of(Word word, String text, Language language, Set<String> seen) {
      boolean candidate =
          NameKeys.isArabic(word.folded())
              || Character.isUpperCase(text.codePointAt(word.span().start()));
      if (!candidate || !seen.add(word.folded())) {
        return List.of();
      }
      List<String> terms = new ArrayList<>();
      for (String key : KEYS.of(word.folded())) {
        terms.add(key + Analyzers.KEY_END + word.folded());
      }
      return terms;
    }
  },
  GRAMS {
    @Override
    List<String> of(Word word, String text, Language language, Set<String> seen) {
      String folded = word.folded();
      if (StopWords.contains(language, folded)) {
        return List.of();
      }
      return LETTERS.of(folded);
    }
  };

  private static final Remembered<List<String>> KEYS =
      new Remembered<>(word -> List.copyOf(NameKeys.of(word)));

  private static final Remembered<List<String>> LETTERS = new Remembered<>(Terms::letters);

  private static List<String> letters(String folded) {
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
