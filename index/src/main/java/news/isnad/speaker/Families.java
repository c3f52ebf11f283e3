package news.isnad.speaker;

import java.util.HashSet;
import java.util.Set;

/**
 * The family names of everybody who is named in full in an edition: one of them alone is somebody,
 * which nothing in its own sentence shows («وأكد هولم أهمية الاتفاق»). Filled once the edition was
 * read for the first time. Confined to one thread.
 */
final class Families {
  private static final int SHORTEST = 3;

  private final Set<String> keys = new HashSet<>();

  /** Takes the last word of a full name. */
  void add(String name) {
    int space = name.lastIndexOf(' ');
    String key = Tokens.key(name.substring(space + 1)); // with its article, if it has one
    if (space > 0 && key.length() >= SHORTEST) {
      keys.add(key);
    }
  }

  boolean has(String key) {
    return keys.contains(key);
  }
}
