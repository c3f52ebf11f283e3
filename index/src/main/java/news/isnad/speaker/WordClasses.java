package news.isnad.speaker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.isnad.config.Tables;
import news.isnad.text.WordFilter;

/** Classes of words of one language, read from a table; all keys are folded. Immutable. */
final class WordClasses {
  /** Endings of the accusative and of possession. */
  private static final List<String> THINGS =
      List.of("ا", "ها", "ه", "هم", "نا", "ته", "تها", "تهم", "تنا");

  private static final Set<String> SPEAKS_FOR = Set.of("باسم", "بلسان");

  private static final int SHORTEST_THING = 3;

  private final Map<String, Set<String>> classes = new HashMap<>();

  /** Most words are in no class, and the others not in most of them. */
  private final WordFilter filter;

  WordClasses(String table) {
    this(table, Set.of());
  }

  private WordClasses(String table, Set<String> common) {
    for (List<String> row : Tables.shipped(table)) {
      Set<String> words = classes.computeIfAbsent(row.getFirst(), name -> new HashSet<>());
      for (String word : Tables.alternatives(row.get(1))) {
        words.add(Tokens.key(word));
      }
    }
    if (!common.isEmpty()) {
      classes.put("common", common);
    }
    filter = WordFilter.ofClasses(classes);
  }

  /** The classes of Arabic words, with the words of the lexicon as the class {@code common}. */
  static WordClasses arabic() {
    Set<String> common = new HashSet<>();
    for (List<String> row : Tables.shipped("lexicon.tsv")) {
      if (row.size() > 1) {
        for (String form : Tables.alternatives(row.get(1))) {
          common.add(Tokens.key(form));
        }
      }
    }
    return new WordClasses("speech-words-ar.tsv", common);
  }

  /**
   * A noun that names a thing: «حصيلة», «رسوما», «عزمها». No given name, role or body, and without
   * the article, which family names have, too.
   */
  boolean isThing(String key) {
    if (key.length() < SHORTEST_THING
        || SPEAKS_FOR.contains(key)
        || key.startsWith("ال")
        || has("male-name", key)
        || has("female-name", key)
        || has("role", key)
        || has("source", key)
        || has("body", key)
        || has("title", key)
        || has("preposition", key)
        || has("kin", key)) {
      return false;
    }
    Set<String> common = of("common");
    if (common.contains(key)) {
      return true;
    }
    for (String ending : THINGS) {
      if (key.length() > ending.length() + 2 && key.endsWith(ending)) {
        String noun = key.substring(0, key.length() - ending.length());
        if (common.contains(noun) || common.contains(noun + "ه") || isDeed(noun)) {
          return true;
        }
      }
    }
    return isDeed(key);
  }

  /** «في», «وعن»: a preposition, with or without «و». */
  boolean isPreposition(String key) {
    return has("preposition", key) || (key.startsWith("و") && has("preposition", key.substring(1)));
  }

  private boolean isDeed(String key) {
    return of("deed").contains(key);
  }

  /** True where the word belongs to the class. */
  boolean has(String name, String key) {
    return (filter.mayHave(name, key) && of(name).contains(key))
        || (mayBeFeminine(key) && name.equals("role") && isFeminine(key));
  }

  /** «نقيبة» beside «نقيب»: the Arabic feminine of a role. */
  private boolean isFeminine(String key) {
    return of("role").contains(key.substring(0, key.length() - 1));
  }

  private static boolean mayBeFeminine(String key) {
    return key.length() > 5 && key.charAt(key.length() - 1) == 'ه';
  }

  Set<String> of(String name) {
    Set<String> words = classes.get(name);
    if (words == null) {
      throw new IllegalArgumentException("no class of words is called " + name);
    }
    return words;
  }
}
