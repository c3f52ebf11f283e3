package news.isnad.story;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import news.isnad.text.NameKeys;

/** An article that later ones are compared with. Confined to the thread that has the window. */
final class Article {
  /** By what was found in common when it was last asked for; then the later one first. */
  static final Comparator<Article> MORE_IN_COMMON_FIRST =
      (one, other) -> {
        int byRarity = Double.compare(other.common, one.common);
        return byRarity != 0 ? byRarity : Long.compare(other.sequence, one.sequence);
      };

  /** The reverse, so that the one that goes first is at hand. */
  static final Comparator<Article> LESS_IN_COMMON_FIRST =
      (one, other) -> MORE_IN_COMMON_FIRST.compare(other, one);

  private static final int LONG_KEY = 3;

  private final long sequence;
  private final String key;
  private final long moment;
  private final Traits traits;
  private final int[][] nameKeys;
  private long story;
  private double common;
  private long asked;

  /**
   * @param key id and language
   * @param moment when it was published, else stored, in epoch milliseconds
   */
  Article(long sequence, String key, long moment, Traits traits, long story) {
    this.sequence = sequence;
    this.key = requireNonNull(key, "key is null");
    this.moment = moment;
    this.traits = requireNonNull(traits, "traits is null");
    this.nameKeys = traits.names().stream().map(Article::keys).toArray(int[][]::new);
    this.story = story;
  }

  private static int[] keys(String name) {
    return NameKeys.of(name).stream()
        .filter(key -> key.length() > 1)
        .mapToInt(Article::key)
        .toArray();
  }

  /** A key's number; even where it is long enough to be looked up by. */
  private static int key(String key) {
    int number = Hashing.of("~" + key);
    return key.length() >= LONG_KEY ? number & ~1 : number | 1;
  }

  /** The numbers of the keys by which articles with such names are found. */
  int[] telling() {
    return Arrays.stream(nameKeys)
        .flatMapToInt(Arrays::stream)
        .filter(key -> (key & 1) == 0)
        .toArray();
  }

  /**
   * Takes note of a term that it shares with the article that is asked about.
   *
   * @param asking the number of the asking
   * @return whether it is the first one
   */
  boolean hasInCommon(double rarity, long asking) {
    boolean first = asked != asking;
    common = first ? rarity : common + rarity;
    asked = asking;
    return first;
  }

  /** Whether two unknown names may be spellings of one: they have a key in common. */
  boolean mayBeSame(int name, Article other, int otherName) {
    for (int key : nameKeys[name]) {
      for (int otherKey : other.nameKeys[otherName]) {
        if (key == otherKey) {
          return true;
        }
      }
    }
    return false;
  }

  long sequence() {
    return sequence;
  }

  String key() {
    return key;
  }

  long moment() {
    return moment;
  }

  Traits traits() {
    return traits;
  }

  long story() {
    return story;
  }

  void moveTo(long other) {
    story = other;
  }
}
