package news.isnad.search;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import news.isnad.text.Language;

/**
 * One thing that a question is about: a word or a term, with the ways in which texts of each
 * language may put it. Immutable.
 *
 * @param typed as it stands in the question
 * @param name whether it is a known name: what happened to somebody is more than that they are
 *     named
 * @param forms by language; none where no translation is known
 */
public record Wanted(String typed, boolean name, Map<Language, List<Form>> forms) {
  public Wanted {
    Map<Language, List<Form>> byLanguage = new EnumMap<>(Language.class);
    byLanguage.putAll(forms);
    forms = Collections.unmodifiableMap(byLanguage);
  }

  /** The ways in which a text of this language may put it. */
  public List<Form> in(Language language) {
    return forms.getOrDefault(language, List.of());
  }
}
