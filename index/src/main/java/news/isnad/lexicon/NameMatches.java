package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import news.isnad.text.Language;
import news.isnad.text.NameDistance;
import news.isnad.text.NameKeys;

/**
 * Words of the index that are spelled as a name would be: candidates by key, then by distance. The
 * figures are those that retrieved best on public question sets. Stateless.
 */
public final class NameMatches {
  static final int MOST = 5;

  private static final double WITHIN_OF_BEST = .07;
  private static final double STEEPNESS = 6;
  private static final int SHORT_NAME = 4;
  private static final int SHORTEST_SLIPPED = 4;
  private static final int LONGEST_SLIPPED = 16;
  private static final double MEANT = .07;
  private static final double SLIP = .1;
  private static final int MOST_CANDIDATES = 2_000;

  private NameMatches() {}

  /** A word of the index and its distance from the name. */
  public record Match(String surface, double distance, double weight) {}

  /**
   * The nearest words, at most {@value #MOST}, nearest first.
   *
   * @param limit the greatest distance
   */
  static List<Match> of(String word, Language in, Vocabulary vocabulary, double limit) {
    return of(word, key -> vocabulary.surfaces(in, key), limit);
  }

  private static List<Match> of(
      String word, Function<String, List<String>> surfaces, double limit) {
    Set<String> candidates = new LinkedHashSet<>();
    for (String key : NameKeys.of(word)) {
      boolean telling = key.length() >= 2 || word.length() <= SHORT_NAME;
      if (telling && candidates.size() < MOST_CANDIDATES) {
        candidates.addAll(surfaces.apply(key));
      }
    }
    if (candidates.isEmpty()) {
      return List.of(); // most slips: a distance is dear to prepare
    }
    NameDistance from = NameDistance.from(word);
    List<Match> near = new ArrayList<>();
    for (String surface : candidates) {
      double distance = from.to(surface, limit);
      if (distance <= limit) {
        near.add(new Match(surface, distance, 1));
      }
    }
    return nearest(near);
  }

  /**
   * The nearest words to a name in which one letter was left out, added or exchanged with its
   * neighbour; none for a short one.
   */
  static List<Match> slipped(String word, Language from, Vocabulary vocabulary) {
    List<Match> near = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    Map<String, List<String>> known = new HashMap<>(); // most slips of a name share its keys
    Function<String, List<String>> surfaces =
        key -> known.computeIfAbsent(key, one -> vocabulary.surfaces(from.other(), one));
    if (word.length() >= SHORTEST_SLIPPED && word.length() <= LONGEST_SLIPPED) {
      for (String meant : Repairs.of(word, from)) {
        for (Match match : of(meant, surfaces, MEANT)) {
          if (seen.add(match.surface())) {
            near.add(new Match(match.surface(), match.distance() + SLIP, 1));
          }
        }
      }
    }
    return nearest(near);
  }

  /** The best of some matches, weighted by how much worse than the best each is. */
  static List<Match> nearest(List<Match> matches) {
    List<Match> sorted = new ArrayList<>(matches);
    sorted.sort(Comparator.comparingDouble(Match::distance).thenComparing(Match::surface));
    List<Match> kept = new ArrayList<>();
    for (Match match : sorted) {
      double excess = match.distance - sorted.getFirst().distance;
      if (kept.size() < MOST && excess <= WITHIN_OF_BEST) {
        double weight = Math.exp(-STEEPNESS * excess);
        kept.add(new Match(match.surface, match.distance, weight));
      }
    }
    return kept;
  }
}
