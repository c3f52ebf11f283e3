package news.isnad.ingest;

import java.time.Duration;

/**
 * How long a source that does well is left alone. Immutable.
 *
 * @param shortest for sources that have something new all the time
 * @param usual for sources of which nothing else is known; also the longest, except for those that
 *     have less than an item a day
 */
public record PollIntervals(Duration shortest, Duration usual) {
  public PollIntervals {
    if (!shortest.isPositive() || !usual.isPositive()) {
      throw new IllegalArgumentException("not positive: " + shortest + ", " + usual);
    }
    usual = usual.compareTo(shortest) < 0 ? shortest : usual;
  }
}
