package news.isnad.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether two texts may be editions of one article: their titles are the same or nearly so, or a
 * fifth of the shorter one's pairs of words stands in the other. Two articles that have nothing but
 * their language in common share a twentieth. Of a few words without a title nothing can be told,
 * and they may. Stateless.
 */
final class Resemblance {
  private static final int MOST_WORDS = 400;
  private static final int LONGEST = 8_000;
  private static final int FEWEST_OF_TITLE = 3;
  private static final int FEWEST_PAIRS = 6;
  private static final double OF_TITLE = 0.6;
  private static final double OF_TEXT = 0.2;

  private Resemblance() {}

  static boolean between(String title, String text, String otherTitle, String otherText) {
    List<String> named = words(title);
    List<String> otherNamed = words(otherTitle);
    Set<String> pairs = pairs(words(text));
    Set<String> otherPairs = pairs(words(otherText));
    boolean untold =
        (named.isEmpty() || otherNamed.isEmpty())
            && Math.min(pairs.size(), otherPairs.size()) < FEWEST_PAIRS;
    return untold || areTitles(named, otherNamed) || share(pairs, otherPairs) >= OF_TEXT;
  }

  private static boolean areTitles(List<String> one, List<String> other) {
    return !one.isEmpty()
        && (one.equals(other)
            || (Math.min(one.size(), other.size()) >= FEWEST_OF_TITLE
                && share(Set.copyOf(one), Set.copyOf(other)) >= OF_TITLE));
  }

  private static double share(Set<String> one, Set<String> other) {
    boolean inOrder = one.size() <= other.size();
    Set<String> shorter = inOrder ? one : other;
    Set<String> longer = inOrder ? other : one;
    long common = shorter.stream().filter(longer::contains).count();
    return shorter.isEmpty() ? 0 : (double) common / shorter.size();
  }

  private static Set<String> pairs(List<String> words) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      pairs.add(words.get(i) + " " + words.get(i + 1));
    }
    return pairs;
  }

  private static List<String> words(String text) {
    String beginning = text.substring(0, Math.min(LONGEST, text.length()));
    return List.of(Fingerprint.reduced(beginning).strip().split("\\s+", -1)).stream()
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }
}
