package news.isnad.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.isnad.config.Tables;
import news.isnad.text.Language;

/** The words that questions of one language are made of, by use. Immutable. */
final class QuestionWords {
  private static final int LONGEST_PHRASE = 5;

  private final Map<String, Set<String>> phrases = new HashMap<>();

  private final Set<String> words = new HashSet<>();

  private QuestionWords(Language language) {
    for (List<String> row : Tables.shipped("questions.tsv")) {
      if (row.get(0).equals(language.code())) {
        phrases
            .computeIfAbsent(row.get(1), use -> new HashSet<>())
            .addAll(Tables.alternatives(row.get(2)));
      }
    }
    phrases.values().stream()
        .flatMap(Set::stream)
        .forEach(phrase -> words.addAll(List.of(phrase.split(" ", -1))));
  }

  /** Whether a folded word is part of any phrase. */
  boolean contains(String word) {
    return words.contains(word);
  }

  static QuestionWords of(Language language) {
    return language == Language.ARABIC ? Loaded.ARABIC : Loaded.ENGLISH;
  }

  /** How many words from {@code at} on make a phrase of this use, the longest; 0 for none. */
  int length(String use, List<String> words, int at) {
    Set<String> known = phrases.getOrDefault(use, Set.of());
    for (int n = Math.min(LONGEST_PHRASE, words.size() - at); n > 0; n--) {
      if (known.contains(String.join(" ", words.subList(at, at + n)))) {
        return n;
      }
    }
    return 0;
  }

  boolean is(String use, String word) {
    return phrases.getOrDefault(use, Set.of()).contains(word);
  }

  /** Index of the first phrase of this use in [from, to); -1 for none. */
  int find(String use, List<String> words, int from, int to) {
    for (int i = from; i < to; i++) {
      if (length(use, words, i) > 0) {
        return i;
      }
    }
    return -1;
  }

  /** Uses that a word may have, for tests. */
  List<String> uses(String word) {
    List<String> uses = new ArrayList<>();
    phrases.forEach(
        (use, known) -> {
          if (known.contains(word)) {
            uses.add(use);
          }
        });
    return uses;
  }

  private static final class Loaded {
    static final QuestionWords ARABIC = new QuestionWords(Language.ARABIC);
    static final QuestionWords ENGLISH = new QuestionWords(Language.ENGLISH);
  }
}
