package news.isnad.bot.subscription;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.config.Tables;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Finds counts of what happened ("12 killed") in a sentence, by the table {@code counts.tsv}: a
 * number, in digits or words, with the nearest word of a kind no further than a few words from it.
 * Immutable.
 */
final class Counts {
  private static final int FURTHEST = 5;
  private static final Counts SHIPPED = new Counts();

  private record Cue(String kind, List<String> words) {}

  private final Map<Language, List<Cue>> cues = new EnumMap<>(Language.class);
  private final Map<Language, Map<String, String>> numerals = new EnumMap<>(Language.class);

  private Counts() {
    for (Row row : rows()) {
      List<Cue> kinds = cues.computeIfAbsent(row.language, _ -> new ArrayList<>());
      Map<String, String> numbers = numerals.computeIfAbsent(row.language, _ -> new HashMap<>());
      for (String cue : row.cues) {
        if (row.kind.startsWith("=")) {
          numbers.put(folded(cue, row.language).getFirst(), row.kind.substring(1));
        } else {
          kinds.add(new Cue(row.kind, folded(cue, row.language)));
        }
      }
    }
  }

  /** The rows that ship. */
  static Counts shipped() {
    return SHIPPED;
  }

  /** A row of the table. */
  record Row(
      Language language, String kind, List<String> cues, String example, String counterExample) {
    private static Row of(List<String> row) {
      return new Row(
          Language.of(row.get(0)).orElseThrow(),
          row.get(1),
          Tables.alternatives(row.get(2)),
          row.get(3),
          row.get(4));
    }
  }

  static List<Row> rows() {
    return Tables.shipped("counts.tsv").stream().map(Row::of).toList();
  }

  /** A count: what of, and how many. */
  record Count(String kind, String value) {}

  /** The counts in a part of a text. */
  List<Count> in(Span part, String text, Language language) {
    List<String> words = folded(part.of(text), language);
    List<Count> found = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      int place = at;
      number(words.get(at), language)
          .flatMap(value -> kind(words, place, language).map(kind -> new Count(kind, value)))
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<String> number(String word, Language language) {
    return word.matches("[0-9]{1,7}")
        ? Optional.of(word)
        : Optional.ofNullable(numerals.getOrDefault(language, Map.of()).get(word));
  }

  private Optional<String> kind(List<String> words, int number, Language language) {
    for (int distance = 1; distance <= FURTHEST; distance++) {
      for (int at : List.of(number + distance, number - distance)) {
        Optional<String> kind = kindAt(words, at, language);
        if (kind.isPresent() && isFree(words, number, at, language)) {
          return kind;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> kindAt(List<String> words, int at, Language language) {
    if (at < 0 || at >= words.size()) {
      return Optional.empty();
    }
    return cues.getOrDefault(language, List.of()).stream()
        .filter(cue -> stands(cue.words, words, at))
        .map(Cue::kind)
        .findFirst();
  }

  /** True where no other number stands between. */
  private boolean isFree(List<String> words, int number, int cue, Language language) {
    List<String> between = words.subList(Math.min(number, cue) + 1, Math.max(number, cue));
    return between.stream().noneMatch(word -> number(word, language).isPresent());
  }

  private static boolean stands(List<String> cue, List<String> words, int at) {
    if (at + cue.size() > words.size()) {
      return false;
    }
    String first = words.get(at);
    boolean begins =
        first.equals(cue.getFirst())
            || (first.length() > 2
                && (first.charAt(0) == 'و' || first.charAt(0) == 'ف')
                && first.substring(1).equals(cue.getFirst()));
    return begins && words.subList(at + 1, at + cue.size()).equals(cue.subList(1, cue.size()));
  }

  private static List<String> folded(String text, Language language) {
    return Words.folded(text, language).stream().map(Word::folded).toList();
  }
}
