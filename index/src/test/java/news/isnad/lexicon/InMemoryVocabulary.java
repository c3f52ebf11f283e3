package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.isnad.text.Language;
import news.isnad.text.NameKeys;
import news.isnad.text.Word;
import news.isnad.text.Words;

/** The vocabulary of texts that are held in memory. Confined to one thread while it is filled. */
public final class InMemoryVocabulary implements Vocabulary {
  private final Map<Language, Map<String, List<String>>> surfaces = new HashMap<>();
  private final Map<Language, Set<String>> words = new HashMap<>();

  /** Adds the words of a text. */
  public InMemoryVocabulary add(Language language, String text) {
    Set<String> known = words.computeIfAbsent(language, _ -> new HashSet<>());
    Map<String, List<String>> keys = surfaces.computeIfAbsent(language, _ -> new HashMap<>());
    for (Word word : Words.of(text, language)) {
      if (known.add(word.folded())) {
        for (String key : NameKeys.of(word.folded())) {
          keys.computeIfAbsent(key, _ -> new ArrayList<>()).add(word.folded());
        }
      }
      known.add(word.stem());
    }
    return this;
  }

  @Override
  public List<String> surfaces(Language language, String key) {
    return surfaces.getOrDefault(language, Map.of()).getOrDefault(key, List.of());
  }

  @Override
  public boolean contains(Language language, String foldedOrStem) {
    return words.getOrDefault(language, Set.of()).contains(foldedOrStem);
  }
}
