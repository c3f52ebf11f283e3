package news.isnad.bot.subscription;

import java.util.List;
import java.util.Optional;
import news.isnad.article.Edition;

/**
 * What a topic would have told of in the last seven days. Immutable.
 *
 * @param days how many days the articles are of
 * @param articles how many there are
 * @param matches how many of them match; where very many may, estimated from some
 * @param examples the newest that were found to match
 * @param without a word without which more would match, where nothing does
 */
record Rehearsal(
    int days, int articles, int matches, List<Edition> examples, Optional<Without> without) {
  private static final int MANY_A_DAY = 20;

  Rehearsal {
    examples = List.copyOf(examples);
  }

  /**
   * A topic with a word less.
   *
   * @param matches how many articles match it
   */
  record Without(String word, int matches) {}

  /** About how many a day; 0 for less than one. */
  int perDay() {
    return Math.round((float) matches / days);
  }

  boolean isTooBroad() {
    return perDay() > MANY_A_DAY;
  }

  boolean isTooNarrow() {
    return matches == 0;
  }
}
