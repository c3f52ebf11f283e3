package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import news.isnad.config.Tables;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Other words of the same language for what a question names: "fee" and "payment" where it says
 * "pay". From the tables {@code synonyms-en.tsv} and {@code synonyms-ar.tsv}, found by stems, one
 * way only. Immutable, safe for concurrent use.
 */
public final class Synonyms {
  private final Map<String, List<String>> byStem = new HashMap<>();

  private Synonyms(Language language, List<List<String>> rows) {
    for (List<String> row : rows) {
      byStem
          .computeIfAbsent(stem(row.getFirst(), language), _ -> new ArrayList<>())
          .addAll(Tables.alternatives(row.get(1)));
    }
  }

  /** The synonyms of a language that ship: read once, and shared. */
  public static Synonyms shipped(Language language) {
    return Objects.requireNonNull(Shipped.SYNONYMS.get(language));
  }

  private static final class Shipped {
    static final Map<Language, Synonyms> SYNONYMS = new EnumMap<>(Language.class);

    static {
      for (Language language : Language.values()) {
        String table = "synonyms-" + language.code() + ".tsv";
        SYNONYMS.put(language, of(language, Tables.shipped(table)));
      }
    }
  }

  /** The synonyms of a table with the columns word asked, words that stand for it. */
  public static Synonyms of(Language language, List<List<String>> rows) {
    return new Synonyms(language, rows);
  }

  /** What may stand for words with these stems; none where the table does not say. */
  public List<String> of(List<String> stems) {
    return byStem.getOrDefault(String.join(" ", stems), List.of());
  }

  private static String stem(String words, Language language) {
    return Words.of(words, language).stream().map(Word::stem).collect(Collectors.joining(" "));
  }
}
