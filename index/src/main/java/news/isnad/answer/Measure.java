package news.isnad.answer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.config.Tables;
import news.isnad.text.IdSet;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.WordIds;
import news.isnad.text.Words;

/**
 * What is measured where a question wants a number, and whether a sentence holds such a number. The
 * words stand in {@code measures.tsv}. Immutable.
 *
 * <p>A sentence that names a sum of money does not say how many people came, and the number in
 * "Boeing 737" counts nothing; so that a number is in a sentence says less than what stands by it.
 */
enum Measure {
  MONEY,
  SHARE,
  AGE,
  DURATION,
  SPEED,
  /** How far, how tall or how deep something is. */
  LENGTH,
  /** How much of something there is, by weight or volume. */
  AMOUNT,
  /** By how much something rose or fell. */
  CHANGE,
  COUNT;

  /** How many words may stand between a number and what it measures. */
  private static final int BESIDE = 3;

  private static final int SHORTEST = 3;
  private static final Pattern SUM = Pattern.compile("[$£€¥]\\s?[0-9٠-٩]|[0-9٠-٩]\\s?[$£€¥]");
  private static final Pattern PERCENT = Pattern.compile("[0-9٠-٩]\\s?[%٪]|[%٪]\\s?[0-9٠-٩]");

  /** "Ana Marsh, 48, was": between commas behind a name. */
  private static final Pattern AGED = Pattern.compile("\\p{L}[”\"]?, [1-9]\\d?(?:,| of |\\.$)");

  private static final Pattern YEAR = Pattern.compile("(1[89]|20)[0-9]{2}");
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2099;
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  /** What a question measures that asks "how many" or the like. */
  static Measure asked(String question, Language language) {
    List<String> folded = folded(question, language);
    Terms terms = Terms.of(language);
    for (Measure measure : List.of(AGE, DURATION, SPEED, LENGTH, SHARE, MONEY, CHANGE, AMOUNT)) {
      if (terms.anywhere(terms.asked.getOrDefault(measure, Set.of()), folded)) {
        return measure;
      }
    }
    return COUNT;
  }

  /** Whether a sentence names a time. */
  static boolean isTime(WordIds words, Language language) {
    return words.hasAnyFolded(Terms.of(language).times);
  }

  /** Whether a sentence may hold a number: false only where it has none. */
  static boolean mayHaveNumber(String text, WordIds words, Language language) {
    return DIGIT.matcher(text).find() || words.hasAnyFolded(Terms.of(language).numbers);
  }

  /** "The number of people killed": the number of what stands at a place may stand anywhere. */
  static boolean isTotal(List<String> folded, int at, Language language) {
    Terms terms = Terms.of(language);
    for (int i = Math.max(0, at - BESIDE); i < at; i++) {
      if (terms.at(terms.total, folded, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a folded word is what people are counted by: "residents", «نسمة». */
  static boolean isPerson(String folded, Language language) {
    Terms terms = Terms.of(language);
    return terms.is(terms.person, folded);
  }

  /** Whether a folded word is a number. */
  static boolean isNumber(String folded, Language language) {
    return Terms.of(language).isNumber(folded);
  }

  /**
   * How well a sentence says a number of this measure.
   *
   * @param text the sentence as printed
   * @param folded its words
   * @return 1 where it does, 0.5 where it has another number, 0 where it has none
   */
  double in(String text, List<String> folded, Language language) {
    Terms terms = Terms.of(language);
    boolean any = false;
    for (int i = 0; i < folded.size(); i++) {
      if (terms.isNumber(folded.get(i))) {
        any = true;
        if (isSaid(terms, folded, i)) {
          return 1;
        }
      }
    }
    boolean sign =
        switch (this) {
          case MONEY -> SUM.matcher(text).find();
          case SHARE -> PERCENT.matcher(text).find();
          case AGE -> AGED.matcher(text).find();
          case DURATION, SPEED, LENGTH, AMOUNT, CHANGE, COUNT -> false;
        };
    return sign ? 1 : any ? 0.5 : 0;
  }

  private boolean isSaid(Terms terms, List<String> folded, int at) {
    return switch (this) {
      case CHANGE -> true;
      case COUNT -> terms.counts(folded, at);
      case MONEY, SHARE, AGE, DURATION, SPEED, LENGTH, AMOUNT ->
          terms.isBeside(unit(terms), folded, at);
    };
  }

  private Set<String> unit(Terms terms) {
    return terms.unit.getOrDefault(this, Set.of());
  }

  static List<String> folded(String text, Language language) {
    List<String> folded = new ArrayList<>();
    for (Word word : Words.of(text, language)) {
      folded.add(word.folded());
    }
    return folded;
  }

  /** The words of one language. */
  private static final class Terms {
    private static final Terms ARABIC = new Terms(Language.ARABIC);
    private static final Terms ENGLISH = new Terms(Language.ENGLISH);

    private final boolean arabic;
    private final Map<Measure, Set<String>> asked = new EnumMap<>(Measure.class);
    private final Map<Measure, Set<String>> unit = new EnumMap<>(Measure.class);
    private final Set<String> number = new HashSet<>();
    private final Set<String> time = new HashSet<>();
    private final Set<String> change = new HashSet<>();
    private final Set<String> total = new HashSet<>();
    private final Set<String> person = new HashSet<>();
    private final IdSet times;
    private final IdSet numbers;

    private Terms(Language language) {
      arabic = language == Language.ARABIC;
      for (List<String> row : Tables.shipped("measures.tsv")) {
        if (row.get(0).equals(language.code())) {
          into(row.get(1)).addAll(Tables.alternatives(row.get(2)));
        }
      }
      Set<String> written = written(time);
      for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        written.add(Integer.toString(year));
      }
      times = IdSet.of(written);
      numbers = IdSet.of(written(number));
    }

    /** Every way to write one of these words that {@link #is} knows. */
    private Set<String> written(Set<String> words) {
      Set<String> written = new HashSet<>(words);
      for (String word : arabic ? words : Set.<String>of()) {
        String rest = word.startsWith("ال") ? word.substring(1) : "ل" + word;
        for (String before : List.of("", "و", "ف")) {
          for (String behind : List.of("", "ب", "ل", "ك")) {
            written.add(before + behind + word);
            written.add(before + behind + "ال" + word);
          }
          written.add(before + "ل" + rest);
        }
      }
      written.removeIf(word -> !is(words, word));
      return written;
    }

    static Terms of(Language language) {
      return language == Language.ARABIC ? ARABIC : ENGLISH;
    }

    private Set<String> into(String use) {
      return switch (use) {
        case "number" -> number;
        case "time" -> time;
        case "change" -> change;
        case "total" -> total;
        case "person" -> person;
        default -> {
          int dot = use.indexOf('.');
          Measure measure = valueOf(use.substring(dot + 1).toUpperCase(Locale.ROOT));
          yield (use.startsWith("asked.") ? asked : unit)
              .computeIfAbsent(measure, any -> new HashSet<>());
        }
      };
    }

    /** Whether a word is one of these, in Arabic with what may be written onto it, too. */
    boolean is(Set<String> known, String word) {
      if (known.contains(word) || !arabic) {
        return known.contains(word);
      }
      String bare = word;
      if (bare.length() > SHORTEST && "وف".indexOf(bare.charAt(0)) >= 0) {
        bare = bare.substring(1);
      }
      if (bare.startsWith("لل") && bare.length() > SHORTEST) {
        bare = "ا" + bare.substring(1);
      } else if (bare.length() > SHORTEST && "بلك".indexOf(bare.charAt(0)) >= 0) {
        bare = bare.substring(1);
      }
      return known.contains(bare)
          || (bare.startsWith("ال")
              && bare.length() > SHORTEST + 1
              && known.contains(bare.substring(2)));
    }

    /** «المئة» behind a number is a share, and no number of its own. */
    boolean isNumber(String word) {
      if (arabic && (word.endsWith("المئه") || word.endsWith("المائه"))) {
        return false;
      }
      return Character.isDigit(word.charAt(0)) || is(number, word);
    }

    boolean anywhere(Set<String> phrases, List<String> words) {
      for (int i = 0; i < words.size(); i++) {
        if (at(phrases, words, i)) {
          return true;
        }
      }
      return false;
    }

    private boolean at(Set<String> phrases, List<String> words, int at) {
      if (is(phrases, words.get(at))) {
        return true;
      }
      StringBuilder phrase = new StringBuilder(words.get(at));
      for (int i = at + 1; i < Math.min(words.size(), at + BESIDE); i++) {
        phrase.append(' ').append(words.get(i));
        if (phrases.contains(phrase.toString())) {
          return true;
        }
      }
      return false;
    }

    /** Whether one of these stands by the number at a place: behind it, or before it. */
    boolean isBeside(Set<String> units, List<String> words, int at) {
      for (int i = Math.max(0, at - 1); i < Math.min(words.size(), at + BESIDE + 1); i++) {
        if (i != at && at(units, words, i)) {
          return true;
        }
      }
      return false;
    }

    /** Whether the number at a place may count things: no year, change, sum, share or age. */
    boolean counts(List<String> words, int at) {
      int first = at;
      while (first > 0 && isNumber(words.get(first - 1))) {
        first--;
      }
      boolean dated = at + 1 < words.size() && is(time, words.get(at + 1));
      boolean changed = first > 0 && change.contains(words.get(first - 1));
      if (dated || changed || YEAR.matcher(words.get(at)).matches()) {
        return false;
      }
      for (Measure other : List.of(MONEY, SHARE, AGE)) {
        if (isBeside(unit.getOrDefault(other, Set.of()), words, at)) {
          return false;
        }
      }
      return true;
    }
  }
}
