package news.isnad.lexicon;

/**
 * A form that a translated word may have. Immutable.
 *
 * @param text folded; several words with single spaces between them are a phrase
 * @param weight how much an occurrence counts, above 0 and at most 1
 */
public record Form(String text, double weight, Origin origin) {
  public Form {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text is blank");
    }
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight is not in (0, 1]: " + weight);
    }
  }
}
