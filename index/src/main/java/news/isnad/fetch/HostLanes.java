package news.isnad.fetch;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One lane to each host, and one request at a time in it:
 *
 * <ul>
 *   <li>A request waits for the one before it, first come first served, and for the pause after it;
 *       other hosts are not concerned.
 *   <li>A host that asks to be left alone is not asked until then, by nobody.
 *   <li>A lane is forgotten a day after its last request.
 * </ul>
 *
 * <p>A host is a name with its port. Safe for concurrent use.
 */
final class HostLanes {
  /** Between two requests, unless the host wants more. */
  static final Duration PAUSE = Duration.ofMillis(500);

  /** Whatever a host wants. */
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private static final Duration LONGEST_CLOSED = Duration.ofDays(1);
  private static final int MOST_LANES = 50_000;

  private final InstantSource clock;
  private final Sleeper sleeper;
  private final LoadingCache<String, Lane> lanes;

  /** Waits. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  HostLanes(InstantSource clock, Sleeper sleeper) {
    this.clock = requireNonNull(clock, "clock is null");
    this.sleeper = requireNonNull(sleeper, "sleeper is null");
    this.lanes =
        Caffeine.newBuilder()
            .maximumSize(MOST_LANES)
            .expireAfterAccess(LONGEST_CLOSED)
            .build(_ -> new Lane());
  }

  /** What came of asking for a turn. */
  sealed interface Asked {
    /** Nobody else is in the lane until this is closed. */
    final class Turn implements Asked, AutoCloseable {
      private final Lane lane;
      private final InstantSource clock;
      private final Duration pause;

      private Turn(Lane lane, InstantSource clock, Duration pause) {
        this.lane = lane;
        this.clock = clock;
        this.pause = pause;
      }

      /** The host asks to be left alone. */
      void closeFor(Duration time) {
        Duration kept = time.compareTo(LONGEST_CLOSED) > 0 ? LONGEST_CLOSED : time;
        lane.closedUntil = clock.instant().plus(kept);
      }

      @Override
      public void close() {
        lane.free = clock.instant().plus(pause);
        lane.turn.release();
      }
    }

    /** The host asked to be left alone for so long. */
    record Closed(Duration left) implements Asked {}

    /** Others have been in the lane for longer than one may wait. */
    record Busy() implements Asked {}
  }

  /**
   * Waits for a turn.
   *
   * @param hurried without a pause, where the host is the operator's own
   */
  Asked turn(String host, boolean hurried, Duration longestWait) throws InterruptedException {
    Lane lane = lanes.get(host);
    Asked.@Nullable Closed closed = lane.closed(clock.instant());
    if (closed != null) {
      return closed;
    }
    if (!lane.turn.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
      return new Asked.Busy();
    }
    boolean taken = false;
    try {
      closed = lane.closed(clock.instant());
      if (closed != null) {
        return closed;
      }
      Duration wait = Duration.between(clock.instant(), lane.free);
      if (wait.isPositive()) {
        sleeper.sleep(wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
      }
      taken = true;
      return new Asked.Turn(lane, clock, hurried ? Duration.ZERO : lane.pause);
    } finally {
      if (!taken) {
        lane.turn.release();
      }
    }
  }

  /** A host wants a longer pause between two requests. */
  void slowDown(String host, Duration pause) {
    Duration wanted = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    lanes.get(host).pause = wanted.compareTo(PAUSE) < 0 ? PAUSE : wanted;
  }

  private static final class Lane {
    private final Semaphore turn = new Semaphore(1, true);
    private volatile Instant free = Instant.EPOCH;
    private volatile Instant closedUntil = Instant.EPOCH;
    private volatile Duration pause = PAUSE;

    private Asked.@Nullable Closed closed(Instant now) {
      return now.isBefore(closedUntil)
          ? new Asked.Closed(Duration.between(now, closedUntil))
          : null;
    }
  }
}
