package news.isnad.story;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An article of a story, by the edition that was placed last. Immutable.
 *
 * @param sequence its edition
 * @param moment when it was published, else stored
 * @param reprintOf sequence of an earlier edition that it nearly repeats
 * @param origins keys of the outlets that the article as a whole credits
 */
public record Member(
    long sequence, String outlet, Instant moment, Optional<Long> reprintOf, Set<String> origins) {
  public Member {
    origins = Set.copyOf(origins);
  }

  /**
   * What makes its report one with others: whoever shares any of these is not independent of it.
   *
   * @param original sequence of the first edition whose words it repeats, itself where none
   */
  Set<String> ties(long original) {
    Set<String> ties = new HashSet<>(origins);
    ties.add(Origins.key(outlet));
    ties.add("#" + original);
    return ties;
  }
}
