package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.isnad.text.Folding;
import news.isnad.text.Language;

/**
 * The ways to say of which country something is: "Britain's central bank", "the British central
 * bank", "the central bank of the UK", «رئاسة روسيا» and «الرئاسة الروسية». Immutable.
 */
public final class CountryForms {
  private static final Set<String> STATE = Set.of("government", "authorities");
  private static final String GOVERNMENT = "الحكومه ";
  private static final int LONGEST = 3;

  /** All forms of the countries that have a form. */
  private final Map<String, Set<String>> byForm;

  private CountryForms(Map<String, Set<String>> byForm) {
    this.byForm = byForm;
  }

  /** The countries among known names, in both languages. */
  public static Map<Language, CountryForms> of(KnownNames names) {
    return Stream.of(Language.values())
        .collect(Collectors.toMap(language -> language, language -> of(names, language)));
  }

  /** The countries among known names, in one language. */
  public static CountryForms of(KnownNames names, Language language) {
    Map<String, Set<String>> byForm = new HashMap<>();
    for (KnownName name : names.all()) {
      if (name.kind() == Kind.GOVERNMENT) {
        Set<String> forms = new LinkedHashSet<>();
        name.names(language).forEach(one -> add(forms, Folding.fold(one), language));
        forms.forEach(form -> byForm.putIfAbsent(form, forms));
      }
    }
    return new CountryForms(byForm);
  }

  private static void add(Set<String> forms, String name, Language language) {
    int last = name.lastIndexOf(' ');
    if (language == Language.ARABIC) {
      if (name.startsWith(GOVERNMENT)) { // «الحكومة الروسية»: «الروسية», «الروسي»
        String adjective = name.substring(GOVERNMENT.length());
        forms.add(adjective);
        forms.add(adjective.substring(0, adjective.length() - 1));
      } else if (last < 0) {
        forms.add(name);
      }
    } else if (last > 0 && STATE.contains(name.substring(last + 1))) {
      forms.add(name.substring(0, last));
    } else if (name.split(" ", -1).length <= LONGEST) {
      forms.add(name);
    }
  }

  /**
   * The same name with its country said in other ways, the country before what it owns in English
   * and behind it in Arabic; folded, without the one given. Empty where no country is named.
   */
  public List<String> others(String name, Language language) {
    List<String> words =
        Stream.of(Folding.fold(name).replace('’', '\'').split(" ", -1))
            .map(word -> word.endsWith("'s") ? word.substring(0, word.length() - 2) : word)
            .filter(word -> !word.isEmpty() && !word.equals("the"))
            .toList();
    List<String> others = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      for (int to = Math.min(words.size(), from + LONGEST); to > from; to--) {
        Set<String> country = byForm.get(String.join(" ", words.subList(from, to)));
        if (country != null) {
          others.addAll(with(country, words, from, to, language));
        }
      }
    }
    return others;
  }

  /** Whether a folded word is a form of some country. */
  public boolean isOne(String word) {
    return byForm.containsKey(word);
  }

  /** Whether two folded words are forms of one country: "french" and "france". */
  public boolean areOne(String one, String other) {
    return byForm.getOrDefault(one, Set.of()).contains(other);
  }

  private static List<String> with(
      Set<String> country, List<String> words, int from, int to, Language language) {
    List<String> rest = new ArrayList<>(words.subList(0, from));
    rest.addAll(words.subList(to, words.size()));
    if (!rest.isEmpty() && rest.getLast().equals("of")) {
      rest.removeLast();
    }
    String thing = String.join(" ", rest);
    if (thing.isEmpty()) {
      return List.of();
    }
    if (language == Language.ENGLISH) {
      return country.stream().map(form -> form + " " + thing).sorted().toList();
    }
    String definite =
        rest.stream()
            .map(word -> word.startsWith("ال") ? word : "ال" + word)
            .collect(Collectors.joining(" "));
    return country.stream()
        .flatMap(form -> Stream.of(thing + " " + form, definite + " " + form))
        .sorted()
        .toList();
  }
}
