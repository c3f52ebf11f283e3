package news.isnad.article;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import news.isnad.article.SourceCatalogue.ErrorKind;

/**
 * How a source does. Immutable.
 *
 * <p>It is bad, unless it is paused,
 *
 * <ul>
 *   <li>where it has failed three times in a row, and for an hour or longer;
 *   <li>where it is silent: nothing new for three days, and for as long as twenty items usually
 *       take it, though it has had at least one a day until then.
 * </ul>
 *
 * @param lastGood the last poll that did not fail
 * @param badSince the first of the failures in a row
 * @param newest when its newest item was published
 * @param lastNew the last day on which it had something new, at its end
 * @param lag from published to stored, usually
 * @param itemsToday new items since midnight, UTC
 * @param usualPerDay new items a day, over the two weeks that ended with the last new one; empty
 *     where they came on fewer than three days
 * @param errors how often it has failed, by kind
 * @param told the trouble that operators were last told of; empty where they think that it is well
 * @param toldAt when they were last told of anything
 */
public record SourceHealth(
    Source source,
    Optional<Instant> lastGood,
    Optional<Instant> badSince,
    Optional<Instant> newest,
    Optional<Instant> lastNew,
    Optional<Duration> lag,
    long itemsToday,
    OptionalDouble usualPerDay,
    long emptyBodies,
    long repairs,
    long duplicates,
    Map<ErrorKind, Long> errors,
    Optional<Trouble> told,
    Optional<Instant> toldAt) {
  private static final int FAILURES = 3;
  private static final Duration FAILING = Duration.ofHours(1);
  private static final Duration SILENT = Duration.ofDays(3);
  private static final int ITEMS_MISSED = 20;
  private static final double MINUTES_OF_A_DAY = 24 * 60;
  private static final double OFTEN = 1;

  public SourceHealth {
    requireNonNull(source, "source is null");
    errors = Map.copyOf(errors);
  }

  /** What may be wrong with a source. Rows are stored by name. */
  public enum Trouble {
    /** It cannot be read. */
    FAILING,
    /** It can be read, and has had nothing new for much longer than usual. */
    SILENT
  }

  /** The same, where the source is left alone or not. */
  public SourceHealth paused(boolean paused) {
    return new SourceHealth(
        source.paused(paused),
        lastGood,
        badSince,
        newest,
        lastNew,
        lag,
        itemsToday,
        usualPerDay,
        emptyBodies,
        repairs,
        duplicates,
        errors,
        told,
        toldAt);
  }

  /** What is wrong with it, if anything. */
  public Optional<Trouble> trouble(Instant now) {
    if (source.paused()) {
      return Optional.empty();
    }
    if (source.failuresInRow() >= FAILURES
        && badSince.filter(since -> !since.plus(FAILING).isAfter(now)).isPresent()) {
      return Optional.of(Trouble.FAILING);
    }
    return isSilent(now) ? Optional.of(Trouble.SILENT) : Optional.empty();
  }

  private boolean isSilent(Instant now) {
    double usual = usualPerDay.orElse(0);
    if (usual < OFTEN || source.failuresInRow() > 0 || lastNew.isEmpty()) {
      return false;
    }
    Duration patience = Duration.ofMinutes(Math.round(MINUTES_OF_A_DAY * ITEMS_MISSED / usual));
    Duration silence = Duration.between(lastNew.get(), now);
    return silence.compareTo(SILENT) >= 0 && silence.compareTo(patience) >= 0;
  }
}
