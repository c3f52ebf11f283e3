package news.isnad.text;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A function of folded words whose results the words themselves remember. Safe for concurrent use.
 */
public final class OfWord<T> {
  private static final AtomicInteger MADE = new AtomicInteger();

  private final Function<Folded, T> function;
  private final int place = MADE.getAndIncrement() & Integer.MAX_VALUE;

  /** Who has remembered it, and what. */
  private record Result<T>(OfWord<T> of, T value) {}

  /**
   * @param function always the same for the same word, and never null
   */
  public OfWord(Function<Folded, T> function) {
    this.function = function;
  }

  /** What the function makes of a word. */
  @SuppressWarnings("unchecked") // the result says whose it is
  public T of(Folded word) {
    Object known = word.known(place);
    if (known instanceof Result<?> result && result.of == this) {
      return (T) result.value;
    }
    T value = function.apply(word);
    word.know(place, new Result<>(this, value));
    return value;
  }
}
