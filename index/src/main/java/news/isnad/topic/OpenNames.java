package news.isnad.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.isnad.text.Language;
import news.isnad.text.NameDistance;
import news.isnad.text.NameKeys;

/**
 * The names of topics that no table knows. A word of an article in the other script that is spelled
 * as such a name would be is read as that name, whenever it is first printed.
 *
 * <p>A word is looked up by its keys once and remembered, until a further name is added. Not safe
 * for changes while it is read; for reading it is.
 */
final class OpenNames {
  private static final int SHORT_NAME = 4;
  private static final int MOST_REMEMBERED = 200_000;

  private final Map<String, Open> names = new HashMap<>();
  private final Map<String, List<Open>> latinByKey = new HashMap<>();
  private final Map<String, List<Open>> arabicByKey = new HashMap<>();
  private final Map<String, List<String>> remembered = new ConcurrentHashMap<>();

  /** A name, and how far a word may be from it. */
  private record Open(String name, double limit, NameDistance from) {}

  /** From now on words are read as this name, too; the widest limit counts. */
  void add(String name, double limit) {
    Open present = names.get(name);
    if (present != null && present.limit >= limit) {
      return;
    }
    Open open = new Open(name, limit, NameDistance.from(name));
    names.put(name, open);
    Map<String, List<Open>> byKey = byKey(Language.detect(name));
    for (String key : NameKeys.of(name)) {
      if (key.length() >= 2 || name.length() <= SHORT_NAME) {
        List<Open> sharing = byKey.computeIfAbsent(key, _ -> new ArrayList<>(1));
        sharing.removeIf(other -> other.name.equals(name));
        sharing.add(open);
      }
    }
    remembered.clear();
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /**
   * The names that a folded word of a text stands for; mostly none.
   *
   * @param language the language of the text
   */
  List<String> of(String word, Language language) {
    List<String> known = remembered.get(word);
    if (known != null) {
      return known;
    }
    List<String> found = find(word, language);
    if (remembered.size() > MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(word, found);
    return found;
  }

  private List<String> find(String word, Language language) {
    Map<String, List<Open>> byKey = byKey(language.other());
    List<String> found = new ArrayList<>(0);
    for (String key : NameKeys.of(word)) {
      for (Open open : byKey.getOrDefault(key, List.of())) {
        if (!found.contains(open.name) && open.from.to(word, open.limit) <= open.limit) {
          found.add(open.name);
        }
      }
    }
    return List.copyOf(found);
  }

  private Map<String, List<Open>> byKey(Language script) {
    return script == Language.ARABIC ? arabicByKey : latinByKey;
  }
}
