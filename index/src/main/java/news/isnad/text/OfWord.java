package news.isnad.text;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A function of folded words whose results the words themselves remember. Safe for concurrent use.
 */
public final class OfWord<T> {
  private static final AtomicInteger MADE = new AtomicInteger();

  private final Function<Folded, T> function;
  private final int place;
  private final boolean shares;

  /** Who has remembered it, and what: where the place is not its own. */
  private record Result<T>(OfWord<T> of, T value) {}

  /**
   * @param function always the same for the same word, and never null
   */
  public OfWord(Function<Folded, T> function) {
    this.function = function;
    int number = MADE.getAndIncrement() & Integer.MAX_VALUE;
    this.shares = number >= Folded.OWN_PLACES;
    this.place = shares ? Folded.OWN_PLACES + number % Folded.SHARED_PLACES : number;
  }

  /** What the function makes of a word. */
  @SuppressWarnings("unchecked") // what lies there is its own, or says whose it is
  public T of(Folded word) {
    Object known = word.known(place);
    if (known != null && !shares) {
      return (T) known;
    }
    if (known instanceof Result<?> result && result.of == this) {
      return (T) result.value;
    }
    return found(word);
  }

  private T found(Folded word) {
    T value = function.apply(word);
    word.know(place, shares ? new Result<>(this, value) : value);
    return value;
  }
}
