package news.isnad.lexicon;

import java.util.List;
import news.isnad.text.Language;

/**
 * The words that the index holds. Safe for concurrent use.
 *
 * <p>Keys and surfaces are those of {@link news.isnad.text.NameKeys} and {@link
 * news.isnad.text.Analyzers#names}.
 */
public interface Vocabulary {
  /** The folded words of a language's texts that have this key of names; any order. */
  List<String> surfaces(Language language, String key);

  /** Whether a folded word, or a stem, occurs in a language's texts. */
  boolean contains(Language language, String foldedOrStem);

  /**
   * The words of a language's texts that are spelled nearly as a name, nearest first.
   *
   * @param limit the greatest distance
   */
  default List<NameMatches.Match> near(String name, Language in, double limit) {
    return NameMatches.of(name, in, this, limit);
  }

  /**
   * The words of the other language's texts that are spelled nearly as a name that has a slip of
   * typing, nearest first.
   *
   * @param from the language that the name is typed in
   */
  default List<NameMatches.Match> slipped(String name, Language from) {
    return NameMatches.slipped(name, from, this);
  }

  /** The vocabulary of an empty index: nothing is near anything, and nothing is looked for. */
  static Vocabulary empty() {
    return new Vocabulary() {
      @Override
      public List<String> surfaces(Language language, String key) {
        return List.of();
      }

      @Override
      public boolean contains(Language language, String foldedOrStem) {
        return false;
      }

      @Override
      public List<NameMatches.Match> near(String name, Language in, double limit) {
        return List.of();
      }

      @Override
      public List<NameMatches.Match> slipped(String name, Language from) {
        return List.of();
      }
    };
  }
}
