package news.isnad.bot.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A loop that does what is due, and sleeps until there is more to do or somebody signals.
 *
 * <p>{@link #run} keeps one thread; everything else is safe for concurrent use.
 */
public final class StepLoop {
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);
  private static final Duration CLOSING_TIME = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private boolean signalled;
  private boolean running;
  private volatile boolean stopped;

  public StepLoop(InstantSource clock) {
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * Steps until it is stopped, then until nothing is under way, but not longer than five seconds.
   *
   * @param step does what is due and says when something will be due again; when the loop is
   *     stopped it only takes what comes back
   * @param idle whether nothing is under way
   */
  public void run(Supplier<Instant> step, BooleanSupplier idle) {
    begin();
    try {
      while (!stopped) {
        sleepUntil(step.get());
      }
      Instant end = clock.instant().plus(CLOSING_TIME);
      while (!idle.getAsBoolean() && clock.instant().isBefore(end)) {
        Instant next = step.get();
        if (!idle.getAsBoolean()) {
          sleepUntil(next.isBefore(end) ? next : end);
        }
      }
    } finally {
      end();
    }
  }

  /** Makes the loop step at once. */
  public void signal() {
    lock.lock();
    try {
      signalled = true;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Makes the loop end. */
  public void stop() {
    stopped = true;
    signal();
  }

  /** Makes the loop end and waits until it has. */
  public void close() {
    stop();
    lock.lock();
    try {
      long left = CLOSING_TIME.plusSeconds(2).toNanos();
      while (running && left > 0) {
        left = change.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Whether the loop has been told to end. */
  public boolean isStopped() {
    return stopped;
  }

  private void begin() {
    lock.lock();
    try {
      running = true;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      running = false;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void sleepUntil(Instant time) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Duration sleep =
          time.isBefore(now.plus(LONGEST_SLEEP)) ? Duration.between(now, time) : LONGEST_SLEEP;
      long left = sleep.toNanos();
      while (!signalled && left > 0) {
        left = change.awaitNanos(left);
      }
      signalled = false;
    } catch (InterruptedException interrupted) {
      stopped = true;
    } finally {
      lock.unlock();
    }
  }
}
