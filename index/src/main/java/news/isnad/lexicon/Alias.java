package news.isnad.lexicon;

/**
 * Another name for a known name, taught by an operator. Immutable.
 *
 * @param text the alias, in either script
 * @param id the id of the known name
 */
public record Alias(String text, String id) {
  public Alias {
    if (text.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("alias or id is blank");
    }
  }
}
