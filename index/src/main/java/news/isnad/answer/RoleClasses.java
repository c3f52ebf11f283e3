package news.isnad.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import news.isnad.config.Tables;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Classes of nouns for the same role or the same sort of body, in both languages: attorney and
 * counsel, «محام» and «وكيل دفاع». From the table {@code roles.tsv}. Immutable.
 */
final class RoleClasses {
  private static final int LONGEST = 4;
  private static final Map<Language, RoleClasses> SHIPPED =
      Map.of(
          Language.ENGLISH, new RoleClasses(Language.ENGLISH),
          Language.ARABIC, new RoleClasses(Language.ARABIC));

  private final Language language;
  private final Map<String, Set<String>> same = new HashMap<>();
  private final Map<String, Set<String>> kinds = new HashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();

  /** What the phrases of the table begin with, each whole phrase included. */
  private final Set<String> beginnings = new HashSet<>();

  private RoleClasses(Language language) {
    this.language = language;
    int column = language == Language.ENGLISH ? 0 : 1;
    for (List<String> row : Tables.shipped("roles.tsv")) {
      switch (row.getFirst()) {
        case "role", "body" -> {
          add(same, row.get(2 + column), row.get(1));
          add(kinds, row.get(4 + column), row.get(1));
        }
        default ->
            Tables.alternatives(row.get(1 + column))
                .forEach(
                    word ->
                        words
                            .computeIfAbsent(row.getFirst(), sort -> new HashSet<>())
                            .add(Folding.fold(word)));
      }
    }
  }

  private void add(Map<String, Set<String>> classes, String column, String key) {
    for (String phrase : Tables.alternatives(column)) {
      String folded = Folding.fold(phrase);
      classes.computeIfAbsent(folded, one -> new LinkedHashSet<>()).add(key);
      for (int end = folded.indexOf(' '); end >= 0; end = folded.indexOf(' ', end + 1)) {
        beginnings.add(folded.substring(0, end));
      }
      beginnings.add(folded);
    }
  }

  static RoleClasses in(Language language) {
    return Objects.requireNonNull(SHIPPED.get(language));
  }

  /** Whether a folded word is listed, as it is, in either language. */
  static boolean isListed(String sort, String folded) {
    return SHIPPED.values().stream()
        .anyMatch(classes -> classes.words.getOrDefault(sort, Set.of()).contains(folded));
  }

  /** Whether a folded word is a title, a weak word, a qualifier that says little, or former. */
  boolean is(String sort, String folded) {
    return words.getOrDefault(sort, Set.of()).stream().anyMatch(variants(folded)::contains);
  }

  /**
   * A noun, or several, for what somebody is.
   *
   * @param keys the classes of which it is a word
   * @param kinds the classes of which it is a special kind
   */
  record Noun(int from, int to, Set<String> keys, Set<String> kinds) {
    /** Whether a body is named, and not somebody. */
    boolean isBody() {
      return keys.stream().allMatch(key -> key.startsWith("body-")) && !keys.isEmpty();
    }
  }

  /** The nouns in a run of folded words; the longest where several begin at one word. */
  List<Noun> nouns(List<String> folded) {
    List<Noun> nouns = new ArrayList<>();
    for (int at = 0; at < folded.size(); ) {
      Noun noun = nounAt(folded, at);
      if (noun != null) {
        nouns.add(noun);
      }
      at = noun == null ? at + 1 : noun.to();
    }
    return nouns;
  }

  private @Nullable Noun nounAt(List<String> folded, int at) {
    Noun found = null;
    Set<String> begun = Set.of("");
    for (int to = at + 1; to <= Math.min(folded.size(), at + LONGEST) && !begun.isEmpty(); to++) {
      begun = longer(begun, folded.get(to - 1));
      Set<String> keys = classes(same, begun);
      Set<String> special = classes(kinds, begun);
      if (!keys.isEmpty() || !special.isEmpty()) {
        found = new Noun(at, to, keys, special);
      }
    }
    return found;
  }

  private static Set<String> classes(Map<String, Set<String>> of, Set<String> phrases) {
    Set<String> keys = new LinkedHashSet<>();
    phrases.forEach(phrase -> keys.addAll(of.getOrDefault(phrase, Set.of())));
    return keys;
  }

  /** What was begun and goes on with a word as some phrase of the table does. */
  private Set<String> longer(Set<String> begun, String word) {
    Set<String> longer = new LinkedHashSet<>();
    for (String variant : variants(word)) {
      for (String phrase : begun) {
        String next = phrase.isEmpty() ? variant : phrase + " " + variant;
        if (beginnings.contains(next)) {
          longer.add(next);
        }
      }
    }
    return longer;
  }

  /** A word as typed, without plural, article, clitics and the feminine ending. */
  private Set<String> variants(String folded) {
    Set<String> variants = new LinkedHashSet<>();
    variants.add(folded);
    if (language == Language.ENGLISH) {
      if (folded.length() > 3 && folded.endsWith("s") && !folded.endsWith("ss")) {
        variants.add(folded.substring(0, folded.length() - 1));
      }
      return variants;
    }
    for (String clitic : List.of("ال", "لل", "بال", "وال", "ل", "و", "ب")) {
      if (folded.startsWith(clitic) && folded.length() - clitic.length() > 2) {
        variants.add(folded.substring(clitic.length()));
      }
    }
    for (String bare : List.copyOf(variants)) {
      for (String ending : List.of("ه", "ون", "ين", "ات", "ة")) {
        if (bare.endsWith(ending) && bare.length() - ending.length() > 2) {
          variants.add(bare.substring(0, bare.length() - ending.length()));
        }
      }
    }
    return variants;
  }
}
