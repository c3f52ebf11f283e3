package news.isnad.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a function of words came to. News use the same words again and again; a word that
 * falls on the place of another takes it. Holds a fixed number of words and locks nothing. Safe for
 * concurrent use.
 */
public final class Remembered<T> {
  private static final int PLACES = 1 << 14;
  private static final int LONGEST = 30;

  private final int longest;

  private final Function<String, T> function;
  private final AtomicReferenceArray<@Nullable Known<T>> places =
      new AtomicReferenceArray<>(PLACES);

  private record Known<T>(String word, T value) {}

  /**
   * @param function always the same for the same word, and never null
   */
  public Remembered(Function<String, T> function) {
    this(function, LONGEST);
  }

  /**
   * @param function always the same for the same word, and never null
   * @param longest longer words are not remembered
   */
  public Remembered(Function<String, T> function, int longest) {
    this.function = function;
    this.longest = longest;
  }

  /** What the function makes of a word. */
  public T of(String word) {
    if (word.length() > longest) {
      return function.apply(word);
    }
    int hash = word.hashCode();
    int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    Known<T> known = places.get(place);
    if (known != null && known.word().equals(word)) {
      return known.value();
    }
    T value = function.apply(word);
    places.set(place, new Known<>(word, value));
    return value;
  }
}
