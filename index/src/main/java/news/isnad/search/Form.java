package news.isnad.search;

import java.util.List;

/**
 * One way in which a text may put what is wanted. Immutable.
 *
 * @param folded the words, folded; several are found as a phrase
 * @param stems their stems, as many
 * @param weight how surely it means the same, above 0 to 1
 */
public record Form(List<String> folded, List<String> stems, double weight) {
  public Form {
    folded = List.copyOf(folded);
    stems = List.copyOf(stems);
    if (stems.isEmpty() || stems.size() != folded.size()) {
      throw new IllegalArgumentException("stems do not fit the words");
    }
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight is out of range: " + weight);
    }
  }
}
