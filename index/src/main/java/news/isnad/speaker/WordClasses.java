package news.isnad.speaker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.isnad.config.Tables;

/** Classes of words of one language, read from a table; all keys are folded. Immutable. */
final class WordClasses {
  private final Map<String, Set<String>> classes = new HashMap<>();

  /** Words of any class: most words of a text belong to none. */
  private final Set<String> any = new HashSet<>();

  WordClasses(String table) {
    for (List<String> row : Tables.shipped(table)) {
      Set<String> words = classes.computeIfAbsent(row.getFirst(), name -> new HashSet<>());
      for (String word : Tables.alternatives(row.get(1))) {
        words.add(Tokens.key(word));
        any.add(Tokens.key(word));
      }
    }
  }

  /** True where the word belongs to the class. */
  boolean has(String name, String key) {
    return (any.contains(key) && of(name).contains(key))
        || (name.equals("role") && isFeminine(key));
  }

  /** «نقيبة» beside «نقيب»: the Arabic feminine of a role. */
  private boolean isFeminine(String key) {
    return key.length() > 5
        && key.charAt(key.length() - 1) == 'ه'
        && of("role").contains(key.substring(0, key.length() - 1));
  }

  Set<String> of(String name) {
    Set<String> words = classes.get(name);
    if (words == null) {
      throw new IllegalArgumentException("no class of words is called " + name);
    }
    return words;
  }
}
