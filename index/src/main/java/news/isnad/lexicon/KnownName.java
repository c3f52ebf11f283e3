package news.isnad.lexicon;

import java.util.List;
import java.util.Map;
import news.isnad.text.Language;

/**
 * Somebody or something that the news often names. Immutable.
 *
 * @param id unique, such as {@code white-house}
 * @param names what it is called in each language, fullest first
 * @param seats places and buildings that stand for it when it speaks, in both languages
 * @param of ids of what it belongs to
 * @param roles the offices with which the news introduces it, in each language
 */
public record KnownName(
    String id,
    Kind kind,
    Map<Language, List<String>> names,
    List<String> seats,
    List<String> of,
    Map<Language, List<String>> roles) {
  public KnownName {
    if (id.isBlank()) {
      throw new IllegalArgumentException("id is blank");
    }
    names = Map.copyOf(names);
    seats = List.copyOf(seats);
    of = List.copyOf(of);
    roles = Map.copyOf(roles);
  }

  /** What it is called in a language, fullest first; may be empty. */
  public List<String> names(Language language) {
    return names.getOrDefault(language, List.of());
  }

  /** Its fullest name in a language, else in the other one, else its id. */
  public String name(Language language) {
    List<String> own = names(language);
    List<String> found = own.isEmpty() ? names(language.other()) : own;
    return found.isEmpty() ? id : found.getFirst();
  }

  /** Its offices in a language; may be empty. */
  public List<String> roles(Language language) {
    return roles.getOrDefault(language, List.of());
  }
}
