package news.isnad.store;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits to be done in a transaction with others, and what came of it. Guarded by the
 * writer's turn.
 */
final class SharedWork<T> {
  private final Work<T> work;
  private @Nullable T result;
  private @Nullable Throwable failure;
  private boolean ended;

  SharedWork(Work<T> work) {
    this.work = work;
  }

  /** Does work so that a failure undoes it and nothing else. */
  @FunctionalInterface
  interface Attempt {
    <R> R of(Work<R> work);
  }

  /**
   * Tries it; it is done once the transaction has ended well.
   *
   * @param stops tells failures that leave nothing to go on with; those are thrown
   */
  void attempt(Attempt attempt, Predicate<RuntimeException> stops) {
    try {
      result = attempt.of(work);
    } catch (RuntimeException e) {
      if (stops.test(e)) {
        throw e;
      }
      failure = e;
    } catch (Error e) {
      failure = e;
    }
  }

  /** The transaction has ended well. */
  void end() {
    ended = true;
  }

  /** The transaction has failed, and this with it, unless it had failed by itself. */
  void fail(Throwable why) {
    failure = failure == null ? why : failure;
    ended = true;
  }

  boolean isEnded() {
    return ended;
  }

  @SuppressWarnings("NullAway") // a work that yields null is one whose T may be null
  T result() {
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    return result;
  }
}
