package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.isnad.config.Tables;
import news.isnad.text.Language;
import news.isnad.text.Words;

/**
 * Other English words for what a question names: "fee" and "payment" where it says "pay". From the
 * table {@code synonyms-en.tsv}, found by stems, one way only. Immutable, safe for concurrent use.
 */
public final class Synonyms {
  private final Map<String, List<String>> byStem = new HashMap<>();

  private Synonyms(List<List<String>> rows) {
    for (List<String> row : rows) {
      byStem
          .computeIfAbsent(stem(row.getFirst()), _ -> new ArrayList<>())
          .addAll(Tables.alternatives(row.get(1)));
    }
  }

  /** The synonyms that ship: read once, and shared. */
  public static Synonyms shipped() {
    return Shipped.SYNONYMS;
  }

  private static final class Shipped {
    static final Synonyms SYNONYMS = of(Tables.shipped("synonyms-en.tsv"));
  }

  /** The synonyms of a table with the columns word asked, words that stand for it. */
  public static Synonyms of(List<List<String>> rows) {
    return new Synonyms(rows);
  }

  /** What may stand for a word with this stem; none where the table does not say. */
  public List<String> of(String stem) {
    return byStem.getOrDefault(stem, List.of());
  }

  private static String stem(String word) {
    return Words.of(word, Language.ENGLISH).getFirst().stem();
  }
}
