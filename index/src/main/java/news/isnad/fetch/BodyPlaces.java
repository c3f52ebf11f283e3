package news.isnad.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many large bodies are held at once, so that however many sources send as much as they may,
 * the heap holds it. Bodies that stay small need no place; those of middling size have places of
 * their own, so that feeds of some length need not wait for the largest bodies. A place is kept
 * until its body has been read by whoever asked for it. Safe for concurrent use.
 */
final class BodyPlaces {
  /** Bodies up to so many bytes need no place. */
  static final int SMALL = 128 * 1024;

  static final int MIDDLING = 1_500_000;

  /** While it is read, a body takes about so many times its size. */
  private static final int COPIES = 5;

  private static final int MOST = 1_000;

  private final Semaphore middling;
  private final Semaphore large;

  private BodyPlaces(int middling, int large) {
    this.middling = new Semaphore(middling, true);
    this.large = new Semaphore(large, true);
  }

  /** Of either kind as many as fit into a quarter of the heap: two, and one, at least. */
  static BodyPlaces inHeap(int maxBody) {
    long quarter = Runtime.getRuntime().maxMemory() / 4;
    return new BodyPlaces(
        Math.clamp(quarter / ((long) COPIES * MIDDLING), 2, MOST),
        Math.clamp(quarter / ((long) COPIES * maxBody), 1, MOST));
  }

  /** The place of one fetch, not taken yet. */
  Place place(long deadline) {
    return new Place(deadline);
  }

  /** A place that is taken when it is needed. Confined to one thread. */
  final class Place implements AutoCloseable {
    private final long deadline;
    private @Nullable Semaphore taken;

    private Place(long deadline) {
      this.deadline = deadline;
    }

    /** Takes a place of the kind that a body of this size needs; waits until the deadline. */
    void hold(long bytes) throws IOException {
      if (bytes > SMALL) {
        Semaphore needed = bytes > MIDDLING ? large : middling;
        if (!needed.equals(taken)) {
          take(needed);
        }
      }
    }

    /** Who waits for a large place keeps the middling one: nobody waits the other way round. */
    private void take(Semaphore needed) throws IOException {
      boolean isTaken;
      try {
        isTaken = needed.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
      if (!isTaken) {
        throw new InterruptedIOException("too many large bodies at once");
      }
      close();
      taken = needed;
    }

    @Override
    public void close() {
      if (taken != null) {
        taken.release();
        taken = null;
      }
    }
  }
}
