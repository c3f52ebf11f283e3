package news.isnad.search;

import java.util.List;
import news.isnad.text.WordIds;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a text may put what is wanted. Immutable.
 *
 * <p>The ids of its words are at hand, because it is compared with all sentences of many articles.
 */
public final class Form {
  private final List<String> folded;
  private final List<String> stems;
  private final double weight;
  private final boolean whole;
  private final int[] foldedIds;
  private final int[] stemIds;

  /**
   * Makes a form.
   *
   * @param folded the words, folded; several are found as a phrase
   * @param stems their stems, as many
   * @param weight how surely it means the same, above 0 to 1
   */
  public Form(List<String> folded, List<String> stems, double weight) {
    this(folded, stems, weight, false);
  }

  private Form(List<String> folded, List<String> stems, double weight, boolean whole) {
    this.whole = whole;
    this.folded = List.copyOf(folded);
    this.stems = List.copyOf(stems);
    this.weight = weight;
    if (stems.isEmpty() || stems.size() != folded.size()) {
      throw new IllegalArgumentException("stems do not fit the words");
    }
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight is out of range: " + weight);
    }
    this.foldedIds = folded.stream().mapToInt(WordIds::id).toArray();
    this.stemIds = stems.stream().mapToInt(WordIds::id).toArray();
  }

  /** The same, of which a word alone says nothing: «الله» of «حزب الله». */
  public Form asWhole() {
    return new Form(folded, stems, weight, true);
  }

  /** Whether a word of it alone says nothing. */
  public boolean isWhole() {
    return whole;
  }

  /** The words, folded. */
  public List<String> folded() {
    return folded;
  }

  /** The stems of the words. */
  public List<String> stems() {
    return stems;
  }

  /** How surely it means the same, above 0 to 1. */
  public double weight() {
    return weight;
  }

  /** How many words it has. */
  public int size() {
    return stemIds.length;
  }

  /** The {@link WordIds id} of a folded word. */
  public int foldedId(int word) {
    return foldedIds[word];
  }

  /** The {@link WordIds id} of a stem. */
  public int stemId(int word) {
    return stemIds[word];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Form form
        && folded.equals(form.folded)
        && stems.equals(form.stems)
        && whole == form.whole
        && Double.compare(weight, form.weight) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * folded.hashCode() + stems.hashCode();
  }

  @Override
  public String toString() {
    return folded + " " + weight;
  }
}
