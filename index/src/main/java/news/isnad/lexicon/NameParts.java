package news.isnad.lexicon;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.isnad.text.Language;
import news.isnad.text.NameDistance;

/**
 * How the parts of names are written in the other script, as the names of known people show: where
 * both have as many words, the first is the first («جيمس», "James"). Most parts sound alike and are
 * found by that; this knows those that do not. Safe for concurrent use.
 */
final class NameParts {
  /** Nearer ones are found by their letters. */
  private static final double ALIKE = .06;

  /** Farther ones are other names: "Bill" for «ويليام». */
  private static final double OTHER = .6;

  private final Map<String, Set<String>> ofEnglish = new HashMap<>();
  private final Map<String, Set<String>> ofArabic = new HashMap<>();

  private NameParts() {}

  static NameParts of(Collection<KnownName> names) {
    NameParts parts = new NameParts();
    for (KnownName name : names) {
      if (name.kind() == Kind.PERSON) {
        parts.add(name);
      }
    }
    return parts;
  }

  private void add(KnownName name) {
    for (String english : name.names(Language.ENGLISH)) {
      List<String> latin = KnownNames.folded(english);
      for (String arabic : name.names(Language.ARABIC)) {
        List<String> other = KnownNames.folded(arabic);
        for (int i = 0; latin.size() > 1 && latin.size() == other.size() && i < latin.size(); i++) {
          put(Language.ENGLISH, latin.get(i), other.get(i));
          put(Language.ARABIC, other.get(i), latin.get(i));
        }
      }
    }
  }

  private void put(Language from, String part, String other) {
    from(from).computeIfAbsent(part, _ -> new LinkedHashSet<>(2)).add(other);
  }

  private Map<String, Set<String>> from(Language language) {
    return language == Language.ARABIC ? ofArabic : ofEnglish;
  }

  /** The folded parts of the other language that are written otherwise than they sound. */
  List<String> of(String folded, Language from) {
    Set<String> found = from(from).getOrDefault(folded, Set.of());
    if (found.isEmpty()) {
      return List.of();
    }
    NameDistance distance = NameDistance.from(folded);
    return found.stream()
        .filter(
            other -> {
              double apart = distance.to(other);
              return apart > ALIKE && apart <= OTHER;
            })
        .toList();
  }
}
