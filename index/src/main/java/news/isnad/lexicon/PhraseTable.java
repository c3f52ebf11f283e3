package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Phrases by their first word, the longer ones also by their second, longest first: hundreds of
 * terms begin with the same word, and most texts go on with none of them. Filled by one thread,
 * then only read.
 */
final class PhraseTable<T> {
  private final Map<String, Beginning<T>> byFirst = new HashMap<>();

  /** A phrase of one or more words and what it stands for. */
  record Phrase<T>(List<String> words, T value) {
    int length() {
      return words.size();
    }
  }

  /** What begins with one word: that word alone, and what goes on with another. */
  static final class Beginning<T> {
    private final List<Phrase<T>> alone = new ArrayList<>(1);
    private Map<String, List<Phrase<T>>> bySecond = Map.of();

    void add(Phrase<T> phrase) {
      if (phrase.length() == 1) {
        alone.add(phrase);
        return;
      }
      if (bySecond.isEmpty()) {
        bySecond = new HashMap<>();
      }
      bySecond.computeIfAbsent(phrase.words().get(1), _ -> new ArrayList<>(1)).add(phrase);
    }

    /** Whether any phrase goes on with this word. */
    boolean goesOnWith(String second) {
      return bySecond.containsKey(second);
    }

    /** Whether any phrase goes on at all. */
    boolean goesOn() {
      return !bySecond.isEmpty();
    }

    void sort() {
      for (List<Phrase<T>> phrases : bySecond.values()) {
        phrases.sort((a, b) -> Integer.compare(b.length(), a.length()));
      }
      bySecond = Map.copyOf(bySecond);
    }
  }

  void add(List<String> words, T value) {
    if (!words.isEmpty()) {
      byFirst
          .computeIfAbsent(words.getFirst(), _ -> new Beginning<>())
          .add(new Phrase<>(List.copyOf(words), value));
    }
  }

  /** Sorts the phrases; to be called once everything is added. */
  PhraseTable<T> sorted() {
    byFirst.values().forEach(Beginning::sort);
    return this;
  }

  /**
   * The longest phrases that begin at a place of a text, all of the same length, where the first
   * word may read as {@code first}; none if there are none.
   */
  List<Phrase<T>> longest(String first, List<String> words, int at) {
    Beginning<T> beginning = byFirst.get(first);
    return beginning == null ? List.of() : longest(beginning, words, at);
  }

  /** What begins with a word; null where nothing does. */
  @Nullable Beginning<T> beginning(String first) {
    return byFirst.get(first);
  }

  /** What begins with any of these words, in their order. */
  List<Beginning<T>> beginnings(Collection<String> words) {
    List<Beginning<T>> found = new ArrayList<>(1);
    for (String word : words) {
      Beginning<T> beginning = byFirst.get(word);
      if (beginning != null) {
        found.add(beginning);
      }
    }
    return List.copyOf(found);
  }

  /** The same for a first word that was looked up before. */
  static <T> List<Phrase<T>> longest(Beginning<T> beginning, List<String> words, int at) {
    List<Phrase<T>> found = List.of();
    for (Phrase<T> phrase : goingOn(beginning, words, at)) {
      if (!found.isEmpty() && phrase.length() < found.getFirst().length()) {
        break;
      }
      if (continues(phrase, words, at)) {
        found = found.isEmpty() ? new ArrayList<>(2) : found;
        found.add(phrase);
      }
    }
    return found.isEmpty() ? beginning.alone : found;
  }

  /** All phrases that stand at a place of a text, longest first. */
  List<Phrase<T>> all(List<String> words, int at) {
    Beginning<T> beginning = byFirst.get(words.get(at));
    if (beginning == null) {
      return List.of();
    }
    List<Phrase<T>> all = new ArrayList<>();
    for (Phrase<T> phrase : goingOn(beginning, words, at)) {
      if (continues(phrase, words, at)) {
        all.add(phrase);
      }
    }
    all.addAll(beginning.alone);
    return all;
  }

  private static <T> List<Phrase<T>> goingOn(Beginning<T> beginning, List<String> words, int at) {
    return beginning.bySecond.isEmpty() || at + 1 >= words.size()
        ? List.of()
        : Objects.requireNonNullElse(beginning.bySecond.get(words.get(at + 1)), List.of());
  }

  private static boolean continues(Phrase<?> phrase, List<String> words, int at) {
    if (at + phrase.length() > words.size()) {
      return false;
    }
    for (int i = 2; i < phrase.length(); i++) {
      if (!phrase.words().get(i).equals(words.get(at + i))) {
        return false;
      }
    }
    return true;
  }
}
