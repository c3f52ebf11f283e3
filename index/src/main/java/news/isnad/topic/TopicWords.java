package news.isnad.topic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.config.Tables;
import news.isnad.text.Folding;
import news.isnad.text.Language;

/** The words that mean something in a topic, from {@code topic-words.tsv}. Immutable. */
final class TopicWords {
  /** What a word is for. */
  enum Use {
    OR,
    AND,
    NOT,
    SPEAKER,
    OUTLET,
    PLACE,
    LANGUAGE,
    BY,
    FROM,
    ARABIC,
    ENGLISH,
    LEAD
  }

  private static final TopicWords SHIPPED = new TopicWords(Tables.shipped("topic-words.tsv"));

  private final Map<Use, Map<Language, String>> written = new EnumMap<>(Use.class);
  private final Map<Use, List<List<String>>> folded = new EnumMap<>(Use.class);
  private final Map<String, Use> filters = new HashMap<>();

  private TopicWords(List<List<String>> rows) {
    for (List<String> row : rows) {
      Use use = Use.valueOf(row.getFirst().toUpperCase(java.util.Locale.ROOT));
      List<String> english = Tables.alternatives(row.get(1));
      List<String> arabic = Tables.alternatives(row.get(2));
      written.put(
          use, Map.of(Language.ENGLISH, english.getFirst(), Language.ARABIC, arabic.getFirst()));
      List<List<String>> all = new ArrayList<>();
      english.forEach(text -> all.add(List.of(Folding.fold(text).split(" "))));
      arabic.forEach(text -> all.add(List.of(Folding.fold(text).split(" "))));
      all.sort((a, b) -> Integer.compare(b.size(), a.size()));
      folded.put(use, all);
      if (use == Use.SPEAKER || use == Use.OUTLET || use == Use.PLACE || use == Use.LANGUAGE) {
        all.forEach(words -> filters.putIfAbsent(words.getFirst(), use));
      }
    }
  }

  static TopicWords shipped() {
    return SHIPPED;
  }

  /** The word that is written for a use. */
  String written(Use use, Language language) {
    return written.getOrDefault(use, Map.of()).getOrDefault(language, "");
  }

  /** The filter that a word before a colon names. */
  Optional<Use> filter(String word) {
    return Optional.ofNullable(filters.get(Folding.fold(word)));
  }

  /** How many of the folded words, from one on, are words of this use; 0 if none. */
  int length(Use use, List<String> words, int at) {
    for (List<String> each : folded.getOrDefault(use, List.of())) {
      int end = at + each.size();
      if (end <= words.size() && words.subList(at, end).equals(each)) {
        return each.size();
      }
    }
    return 0;
  }
}
