package news.isnad.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many large bodies are held at once, so that however many sources send as much as they may,
 * the heap holds it. Bodies that stay small need no place. A place is kept until its body has been
 * read by whoever asked for it. Safe for concurrent use.
 */
final class BodyPlaces {
  /** Bodies up to so many bytes need no place. */
  static final int SMALL = 128 * 1024;

  /** While it is read, a body takes about so many times its size. */
  private static final int COPIES = 5;

  private final Semaphore places;

  private BodyPlaces(int places) {
    this.places = new Semaphore(places, true);
  }

  /** As many as fit into a third of the heap, one at least. */
  static BodyPlaces inHeap(int maxBody) {
    long third = Runtime.getRuntime().maxMemory() / 3;
    return new BodyPlaces(Math.clamp(third / ((long) COPIES * maxBody), 1, 1_000));
  }

  /** The place of one fetch, not taken yet. */
  Place place(long deadline) {
    return new Place(deadline);
  }

  /** A place that is taken when it is needed. Confined to one thread. */
  final class Place implements AutoCloseable {
    private final long deadline;
    private boolean taken;

    private Place(long deadline) {
      this.deadline = deadline;
    }

    /** Takes the place, if the body is large and has none; waits until the deadline. */
    void hold(long bytes) throws IOException {
      if (taken || bytes <= SMALL) {
        return;
      }
      try {
        taken = places.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
      if (!taken) {
        throw new InterruptedIOException("too many large bodies at once");
      }
    }

    @Override
    public void close() {
      if (taken) {
        taken = false;
        places.release();
      }
    }
  }
}
