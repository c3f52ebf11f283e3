package news.isnad.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a function of words came to. News use the same words again and again; each has two
 * places, and a new one takes that of the word that came there before the last. Holds a fixed
 * number of words and locks nothing. Safe for concurrent use.
 */
public final class Remembered<T> {
  private static final int PLACES = 1 << 14;
  private static final int LONGEST = 30;

  private final int longest;

  private final Function<String, T> function;
  private final AtomicReferenceArray<@Nullable Known<T>> places;
  private final int mask;

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
    this(function, longest, PLACES);
  }

  /**
   * @param places how many words it has room for, a power of two
   */
  Remembered(Function<String, T> function, int longest, int places) {
    this.function = function;
    this.longest = longest;
    this.places = new AtomicReferenceArray<>(places);
    this.mask = places - 1;
  }

  /** What the function makes of a word. */
  public T of(String word) {
    if (word.length() > longest) {
      return function.apply(word);
    }
    int place = place(word.hashCode());
    Known<T> known = places.get(place);
    if (known != null && known.word().equals(word)) {
      return known.value();
    }
    known = places.get(place ^ 1);
    if (known != null && known.word().equals(word)) {
      return known.value();
    }
    return made(word, place);
  }

  /** The same for a word that stands in a text, which is cut out only where it is not known. */
  public T of(String text, int from, int to) {
    int length = to - from;
    if (length > longest) {
      return function.apply(text.substring(from, to));
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int place = place(hash);
    Known<T> known = places.get(place);
    if (known != null && known.word().length() == length && text.startsWith(known.word(), from)) {
      return known.value();
    }
    known = places.get(place ^ 1);
    if (known != null && known.word().length() == length && text.startsWith(known.word(), from)) {
      return known.value();
    }
    return made(text.substring(from, to), place);
  }

  /** As the hash of texts is made, so that both ways lead to one place. */
  private int place(int hash) {
    return (hash ^ (hash >>> 15)) & mask;
  }

  private T made(String word, int place) {
    T value = function.apply(word);
    Known<T> before = places.get(place);
    if (before != null) {
      places.set(place ^ 1, before);
    }
    places.set(place, new Known<>(word, value));
    return value;
  }
}
