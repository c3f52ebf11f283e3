package news.isnad.text;

import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;

/**
 * The ways in which a text is cut into the terms of the index. Every term keeps its offsets into
 * the text as it is. Safe for concurrent use; the analyzers are shared and need not be closed.
 */
public final class Analyzers {
  /** Stands between the key of a name and the name. */
  public static final char KEY_END = 0x1F;

  private static final Map<Language, Analyzer> EXACT = both(Terms.EXACT);
  private static final Map<Language, Analyzer> STEMMED = both(Terms.STEMMED);
  private static final Map<Language, Analyzer> NAMES = both(Terms.NAMES);
  private static final Map<Language, Analyzer> GRAMS = both(Terms.GRAMS);

  private Analyzers() {}

  /** Every word, folded. */
  public static Analyzer exact(Language language) {
    return of(EXACT, language);
  }

  /** The stem of every word that is not a stop word; a stop word leaves a gap in the positions. */
  public static Analyzer stemmed(Language language) {
    return of(STEMMED, language);
  }

  /**
   * For each different word {@code KEY} {@link #KEY_END} {@code folded word}, once per key of the
   * word. Latin words count where they are capitalised.
   */
  public static Analyzer names(Language language) {
    return of(NAMES, language);
  }

  /** Every word that is not a stop word, folded, and at its place all its runs of three letters. */
  public static Analyzer grams(Language language) {
    return of(GRAMS, language);
  }

  private static Analyzer of(Map<Language, Analyzer> analyzers, Language language) {
    return java.util.Objects.requireNonNull(analyzers.get(language));
  }

  private static Map<Language, Analyzer> both(Terms terms) {
    Map<Language, Analyzer> analyzers = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      analyzers.put(language, new WordAnalyzer(language, terms));
    }
    return analyzers;
  }

  private static final class WordAnalyzer extends Analyzer {
    private final Language language;
    private final Terms terms;

    WordAnalyzer(Language language, Terms terms) {
      this.language = language;
      this.terms = terms;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      Tokenizer tokenizer = new WordTokenizer(language, terms);
      return new TokenStreamComponents(tokenizer);
    }
  }
}
