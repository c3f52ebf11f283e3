package news.isnad.answer;

import java.util.List;
import news.isnad.question.Reading;

/**
 * What is not obvious about a reading, and what else may have been meant. Immutable.
 *
 * @param spelling words that were read as others, because the news does not hold them as typed
 * @param others other readings of the same question, likeliest first
 * @param chosen whether somebody chose this reading rather than the one that was taken at first
 */
public record Interpretation(List<Spelling> spelling, List<Reading> others, boolean chosen) {
  /** Nothing but what was typed. */
  public static final Interpretation OBVIOUS = new Interpretation(List.of(), List.of(), false);

  public Interpretation {
    spelling = List.copyOf(spelling);
    others = List.copyOf(others);
  }

  /**
   * A word that was read as another.
   *
   * @param typed as it stands in the question
   * @param read the nearest word of the news
   */
  public record Spelling(String typed, String read) {}
}
