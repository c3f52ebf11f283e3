package news.isnad.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides where a new article belongs. Confined to one thread. */
final class Placing {
  private static final double SAME_STORY = .5;
  private static final double REPRINT = .6;

  private final Window window;

  Placing(Window window) {
    this.window = window;
  }

  /**
   * What an article joins.
   *
   * @param story empty where it begins one
   */
  record Place(Optional<Long> story, Optional<Long> reprintOf) {}

  Place of(Article article) {
    Map<Long, Double> best = new HashMap<>();
    Article original = null;
    double most = REPRINT;
    for (Article candidate : window.candidates(article.traits())) {
      if (candidate.key().equals(article.key())) {
        continue;
      }
      best.merge(candidate.story(), Likeness.of(article, candidate), Math::max);
      double shared = containment(article, candidate);
      if (shared >= most) {
        most = shared;
        original = candidate;
      }
    }
    return new Place(
        story(article, original, best), Optional.ofNullable(original).map(Article::sequence));
  }

  private Optional<Long> story(
      Article article, @Nullable Article original, Map<Long, Double> best) {
    if (original != null) {
      return Optional.of(original.story());
    }
    List<Long> stories = new ArrayList<>(best.keySet());
    Long found = null;
    double most = SAME_STORY;
    for (Long story : stories) {
      if (best.get(story) < SAME_STORY) {
        continue;
      }
      double mean =
          window.members(story).stream()
              .mapToDouble(member -> Likeness.of(article, member))
              .average()
              .orElse(0);
      double score = (best.get(story) + mean) / 2;
      if (score >= most) {
        most = score;
        found = story;
      }
    }
    return Optional.ofNullable(found);
  }

  private static double containment(Article one, Article other) {
    return one.traits().language() == other.traits().language()
        ? one.traits().shingles().containment(other.traits().shingles())
        : 0;
  }
}
