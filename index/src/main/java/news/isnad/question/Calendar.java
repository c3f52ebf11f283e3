package news.isnad.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import news.isnad.config.Tables;
import news.isnad.text.Language;

/** Names of months, weekdays and numbers in one language. Immutable. */
final class Calendar {
  private final Map<String, Map<String, Integer>> numbers = new HashMap<>();

  Calendar(List<List<String>> rows, Language language) {
    for (List<String> row : rows) {
      if (row.get(0).equals(language.code())) {
        Map<String, Integer> names = numbers.computeIfAbsent(row.get(1), what -> new HashMap<>());
        Tables.alternatives(row.get(3))
            .forEach(name -> names.put(name, Integer.valueOf(row.get(2))));
      }
    }
  }

  OptionalInt month(String word) {
    return find("month", word);
  }

  OptionalInt weekday(String word) {
    return find("weekday", word);
  }

  OptionalInt ordinal(String word) {
    return find("ordinal", word);
  }

  /** Hours of a unit: {@code week} is 168. */
  OptionalInt unit(String word) {
    return find("unit", word);
  }

  /** Hours of two units in one word: «أسبوعين». */
  OptionalInt twoUnits(String word) {
    return find("double", word);
  }

  /** A number in digits or words, from 1 to 999. */
  OptionalInt number(String word) {
    if (!word.isEmpty() && word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalInt.of(Integer.parseInt(word));
    }
    return find("number", word);
  }

  /** A year from 1900 to 2099. */
  OptionalInt year(String word) {
    boolean year = word.length() == 4 && (word.startsWith("19") || word.startsWith("20"));
    return year && word.chars().allMatch(c -> c >= '0' && c <= '9')
        ? OptionalInt.of(Integer.parseInt(word))
        : OptionalInt.empty();
  }

  /** All names of a month or weekday. */
  List<String> names(String what, int number) {
    List<String> names = new ArrayList<>();
    numbers
        .getOrDefault(what, Map.of())
        .forEach(
            (name, of) -> {
              if (of == number) {
                names.add(name);
              }
            });
    Collections.sort(names);
    return names;
  }

  private OptionalInt find(String what, String word) {
    Integer number = numbers.getOrDefault(what, Map.of()).get(word);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
