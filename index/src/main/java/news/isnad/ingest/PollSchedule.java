package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import news.isnad.article.ArticleStore;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SourceCatalogue.ErrorKind;
import news.isnad.article.SourceCatalogue.Polled;
import news.isnad.fetch.Fetcher;
import news.isnad.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the sources whose time has come. Whoever runs it calls {@link #pollDue} every few seconds.
 *
 * <p>Each poll is a task of its own on the executor, so that a source that is slow or fails stops
 * no other; no source is polled twice at a time. As many are under way at once as the heap is
 * large, one to each megabyte. How long a source is left alone stands in the catalogue and outlives
 * the process.
 *
 * <p>Safe for concurrent use.
 */
public final class PollSchedule {
  private static final Logger log = LoggerFactory.getLogger(PollSchedule.class);

  private static final int FEWEST_AT_ONCE = 32;
  private static final int MOST_AT_ONCE = 2_000;

  private final SourceCatalogue sources;
  private final SourcePoll poll;
  private final PollPace pace;
  private final Executor executor;
  private final InstantSource clock;
  private final Semaphore places;

  /**
   * When a source may be polled again, by this process; {@code Instant.MAX} while it is. It holds
   * back a source also where the store could not take the outcome.
   */
  private final ConcurrentMap<Long, Instant> notBefore = new ConcurrentHashMap<>();

  /**
   * @param chance spreads sources in time; need not be safe for concurrent use
   * @param executor runs one task for each due source, best each in a virtual thread of its own
   */
  public PollSchedule(
      SourceCatalogue sources,
      Fetcher web,
      DocumentReader documents,
      ArticleStore articles,
      Ingest ingest,
      PollIntervals intervals,
      RandomGenerator chance,
      Executor executor,
      InstantSource clock) {
    this.sources = requireNonNull(sources, "sources is null");
    this.executor = requireNonNull(executor, "executor is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.poll = new SourcePoll(sources, web, documents, articles, ingest, clock);
    this.pace = new PollPace(intervals, chance);
    long megabytes = Runtime.getRuntime().maxMemory() / (1024 * 1024);
    this.places = new Semaphore(Math.clamp(megabytes, FEWEST_AT_ONCE, MOST_AT_ONCE), true);
  }

  /**
   * Hands every due source to the executor.
   *
   * @return how many; none where the store cannot be read at the moment
   */
  public int pollDue() {
    Instant now = clock.instant();
    int begun = 0;
    try {
      for (Source source : sources.due(now)) {
        if (claim(source, now)) {
          begun++;
          execute(source);
        }
      }
    } catch (StoreUnavailableException e) {
      log.warn("The sources cannot be read; they are polled later. {}", e.getMessage());
    }
    return begun;
  }

  private boolean claim(Source source, Instant now) {
    Instant before = notBefore.get(source.id());
    if (before == null) {
      return notBefore.putIfAbsent(source.id(), Instant.MAX) == null;
    }
    return !before.isAfter(now) && notBefore.replace(source.id(), before, Instant.MAX);
  }

  private void execute(Source source) {
    try {
      executor.execute(() -> inPlace(source));
    } catch (RejectedExecutionException stopping) {
      notBefore.remove(source.id());
    }
  }

  private void inPlace(Source source) {
    try {
      places.acquire();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      notBefore.remove(source.id());
      return;
    }
    try {
      poll(source);
    } finally {
      places.release();
    }
  }

  /** The border of one source. */
  private void poll(Source source) {
    int failures = source.failuresInRow() + 1;
    Instant next = clock.instant().plus(pace.afterFailure(failures, Optional.empty()));
    try {
      SourcePoll.Outcome outcome = outcome(source);
      Instant ended = clock.instant();
      boolean failed = outcome.polled() instanceof Polled.Failure;
      if (failed && Thread.currentThread().isInterrupted()) {
        next = source.nextPoll(); // we are stopping: that is no fault of the source
        return;
      }
      next =
          ended.plus(
              failed
                  ? pace.afterFailure(failures, outcome.asked())
                  : pace.afterSuccess(source, ended, outcome.asked()));
      sources.record(source.id(), ended, outcome.polled(), next);
      if (outcome.polled() instanceof Polled.Failure(_, String why)) {
        log.info(
            "Source {} could not be read: {}. It is asked again at {}.", source.name(), why, next);
      }
    } catch (StoreUnavailableException e) {
      log.warn("Source {} is polled again at {}: {}", source.name(), next, e.getMessage());
    } catch (RuntimeException defect) {
      log.error(
          "The outcome of source {} is lost; it is polled again at {}.",
          source.name(),
          next,
          defect);
    } finally {
      notBefore.put(source.id(), next);
    }
  }

  private SourcePoll.Outcome outcome(Source source) {
    try {
      return poll.poll(source);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError defect) {
      log.error("Source {} could not be polled.", source.name(), defect);
      return SourcePoll.Outcome.failed(ErrorKind.DEFECT, "a defect of the program: " + defect);
    }
  }
}
