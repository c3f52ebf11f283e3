package news.isnad.answer;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.config.Tables;
import news.isnad.question.Reading;
import news.isnad.text.Folding;
import news.isnad.text.IdSet;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.WordIds;
import news.isnad.text.Words;

/**
 * Tells whether a sentence has something of the sort that a question wants: a place for "where", a
 * person for "who", a cause for "why". What the question itself names is none. The words stand in
 * {@code expected.tsv}; English names are told by their capitals. Immutable.
 */
final class Expected {
  private static final Pattern PLACE =
      Pattern.compile(
          "\\b(?:in|at|near|from|outside|off|along|across|to|of)\\s(?:the\\s)?(\\p{Lu}[\\p{L}'-]+)");
  private static final Pattern PERSON =
      Pattern.compile("(\\p{Lu}[\\p{L}'-]+(?:\\s\\p{Lu}[\\p{L}.'-]*)+)");

  private static final Set<String> PEOPLE = Set.copyOf(RoleWords.written(Language.ARABIC));

  private final Sort sort;
  private final Set<String> asked;

  /** The Arabic words for what somebody is that the question does not have. */
  private final IdSet people;

  private Expected(Sort sort, Set<String> asked) {
    this.sort = sort;
    this.asked = asked;
    Set<String> others = new HashSet<>();
    if (sort == Sort.PERSON) {
      others.addAll(PEOPLE);
      others.removeAll(asked);
    }
    this.people = IdSet.of(others);
  }

  private enum Sort {
    PLACE,
    PERSON,
    CAUSE,
    NOTHING
  }

  /** What a question wants. */
  static Expected of(Reading reading) {
    List<String> words = Measure.folded(reading.question(), reading.language());
    Sort sort =
        switch (reading.kind()) {
          case WHERE -> Sort.PLACE;
          case WHO -> reading.hints().outletAsked() ? Sort.NOTHING : Sort.PERSON;
          case WHAT, SAID_BY, KEYWORD ->
              words.stream().limit(2).anyMatch(Terms.of(reading.language()).why::contains)
                  ? Sort.CAUSE
                  : Sort.NOTHING;
          case WHEN, HOW_MANY, LATEST -> Sort.NOTHING;
        };
    return new Expected(sort, Set.copyOf(words));
  }

  /** Whether something of a sort is wanted. */
  boolean isAny() {
    return sort != Sort.NOTHING;
  }

  /** Whether a reason is wanted. */
  boolean isCause() {
    return sort == Sort.CAUSE;
  }

  /**
   * Whether a sentence has it.
   *
   * @param text as printed
   * @param words of the text
   */
  boolean isIn(String text, WordIds words, Language language) {
    Terms terms = Terms.of(language);
    return switch (sort) {
      case PLACE -> words.hasAnyFolded(terms.place) || isNamed(PLACE, text, language);
      case PERSON ->
          language == Language.ARABIC
              ? words.hasAnyFolded(people)
              : isNamed(PERSON, text, language);
      case CAUSE -> words.hasAnyFolded(terms.cause);
      case NOTHING -> false;
    };
  }

  /** Whether an English sentence has a name that the question does not have. */
  private boolean isNamed(Pattern pattern, String text, Language language) {
    Matcher names = pattern.matcher(text);
    while (language == Language.ENGLISH && names.find()) {
      for (Word word : Words.of(names.group(1), language)) {
        if (!asked.contains(Folding.fold(word.folded()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The words of one language. */
  private static final class Terms {
    private static final Map<Language, Terms> SHIPPED = shipped();

    private final Set<String> why;
    private final IdSet place;
    private final IdSet cause;

    private static Map<Language, Terms> shipped() {
      Map<Language, Terms> shipped = new EnumMap<>(Language.class);
      for (Language language : Language.values()) {
        shipped.put(language, new Terms(language));
      }
      return shipped;
    }

    private Terms(Language language) {
      Map<String, Set<String>> uses = new HashMap<>();
      for (List<String> row : Tables.shipped("expected.tsv")) {
        if (row.get(0).equals(language.code())) {
          uses.computeIfAbsent(row.get(1), _ -> new HashSet<>())
              .addAll(Tables.alternatives(row.get(2)));
        }
      }
      why = Objects.requireNonNull(uses.remove("why"));
      place = IdSet.of(Objects.requireNonNull(uses.remove("place")));
      cause = IdSet.of(Objects.requireNonNull(uses.remove("cause")));
      if (!uses.isEmpty()) {
        throw new IllegalArgumentException("no such use in expected.tsv: " + uses.keySet());
      }
    }

    static Terms of(Language language) {
      return Objects.requireNonNull(SHIPPED.get(language));
    }
  }
}
