package news.isnad.lexicon;

import java.util.List;

/**
 * Names that mean the same, as an editor taught it. Immutable.
 *
 * @param id the id of the known name that they are names of; any other id where nobody knew any of
 *     them
 * @param names all of them, in either script
 */
public record TaughtName(String id, List<String> names) {
  public TaughtName {
    names = names.stream().map(String::strip).toList();
    if (id.isBlank() || names.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("id or a name is blank");
    }
  }
}
