package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands around an English name of what its bearer is, beyond a plain title: "Norvane chief
 * executive | Luc Marel", "Turkey's | President Luc Marel", "Senator Luc Marel, | a Democrat from
 * Ohio", "Luc Marel | of Texas". Whoever is described later on by such words is known again.
 * Immutable.
 */
final class EnglishDescriptions {
  /** Words before a role that may say of what it is, and words behind a name. */
  private static final int MOST_BEFORE = 4;

  private static final int MOST_BEHIND = 8;

  private static final Set<String> APPOSING = Set.of("a", "an", "the", "one");
  private static final Set<String> FROM = Set.of("of", "from", "at", "with");
  private static final Set<String> ENDS = Set.of("who", "which", "that", "whose", "and", "but");

  private final WordClasses words;

  EnglishDescriptions(WordClasses words) {
    this.words = words;
  }

  /**
   * The descriptions around a name with its roles.
   *
   * @param from where the roles in front begin, or the name without any
   * @param to where the name ends
   * @param name first word of the name
   */
  List<String> around(Line line, int from, int to, int name) {
    List<String> found = new ArrayList<>();
    int begin = from;
    while (name > from && begin > Math.max(0, from - MOST_BEFORE) && describes(line, begin - 1)) {
      begin--;
    }
    if (begin < name) {
      found.add(line.words(begin, name));
    }
    boolean comma = line.key(to).equals(",");
    int first = comma ? to + 1 : to;
    if (comma ? APPOSING.contains(line.key(first)) : FROM.contains(line.key(first))) {
      int end = first + 1;
      while (end < first + MOST_BEHIND && line.isWord(end) && !ENDS.contains(line.key(end))) {
        end++;
      }
      if (end > first + 1 && (!comma || line.isMark(end) || ENDS.contains(line.key(end)))) {
        found.add(line.words(first, end));
      }
    }
    return found;
  }

  private boolean describes(Line line, int at) {
    String key = line.key(at);
    return (line.isWord(at) || key.equals("'s"))
        && !words.has("determiner", key)
        && !words.has("preposition", key)
        && !words.has("boundary", key);
  }
}
