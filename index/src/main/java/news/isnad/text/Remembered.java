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

  /** A word, letter by letter: less to read from far-away memory than a text is, and its value. */
  private static final class Known<T> {
    final int hash;
    final char[] letters;
    final T value;

    Known(int hash, String word, T value) {
      this.hash = hash;
      this.letters = word.toCharArray();
      this.value = value;
    }

    boolean isOf(int otherHash, String text, int from, int length) {
      if (hash != otherHash || letters.length != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (letters[i] != text.charAt(from + i)) {
          return false;
        }
      }
      return true;
    }
  }

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
    int length = word.length();
    if (length > longest) {
      return function.apply(word);
    }
    int hash = word.hashCode();
    Known<T> known = known(hash, word, 0, length);
    return known == null ? made(word, hash) : known.value;
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
    Known<T> known = known(hash, text, from, length);
    return known == null ? made(text.substring(from, to), hash) : known.value;
  }

  private @Nullable Known<T> known(int hash, String text, int from, int length) {
    int place = place(hash);
    Known<T> known = places.get(place);
    if (known != null && known.isOf(hash, text, from, length)) {
      return known;
    }
    known = places.get(place ^ 1);
    return known != null && known.isOf(hash, text, from, length) ? known : null;
  }

  /** As the hash of texts is made, so that both ways lead to one place. */
  private int place(int hash) {
    return (hash ^ (hash >>> 15)) & mask;
  }

  private T made(String word, int hash) {
    T value = function.apply(word);
    int place = place(hash);
    Known<T> before = places.get(place);
    if (before != null) {
      places.set(place ^ 1, before);
    }
    places.set(place, new Known<>(hash, word, value));
    return value;
  }
}
