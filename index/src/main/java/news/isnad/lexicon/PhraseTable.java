package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases by their first word, longest first. Filled by one thread, then only read. */
final class PhraseTable<T> {
  private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();

  /** A phrase of one or more words and what it stands for. */
  record Phrase<T>(List<String> words, T value) {
    int length() {
      return words.size();
    }
  }

  void add(List<String> words, T value) {
    if (!words.isEmpty()) {
      byFirst
          .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>(1))
          .add(new Phrase<>(List.copyOf(words), value));
    }
  }

  /** Sorts the phrases; to be called once everything is added. */
  PhraseTable<T> sorted() {
    for (List<Phrase<T>> phrases : byFirst.values()) {
      phrases.sort((a, b) -> Integer.compare(b.length(), a.length()));
    }
    return this;
  }

  /** The phrases that begin with a word, longest first. */
  List<Phrase<T>> beginning(String word) {
    return byFirst.getOrDefault(word, List.of());
  }

  /**
   * The longest phrases that begin at a place of a text, all of the same length, where the first
   * word may read as {@code first}; none if there are none.
   */
  List<Phrase<T>> longest(String first, List<String> words, int at) {
    List<Phrase<T>> found = new ArrayList<>(0);
    for (Phrase<T> phrase : beginning(first)) {
      if (!found.isEmpty() && phrase.length() < found.getFirst().length()) {
        break;
      }
      if (continues(phrase, words, at)) {
        found.add(phrase);
      }
    }
    return found;
  }

  private static boolean continues(Phrase<?> phrase, List<String> words, int at) {
    if (at + phrase.length() > words.size()) {
      return false;
    }
    for (int i = 1; i < phrase.length(); i++) {
      if (!phrase.words().get(i).equals(words.get(at + i))) {
        return false;
      }
    }
    return true;
  }
}
