package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import news.isnad.article.ArticleStore;
import news.isnad.article.Source;
import news.isnad.article.SourceCatalogue;
import news.isnad.article.SourceCatalogue.Polled;
import news.isnad.fetch.Fetcher;
import news.isnad.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the sources whose time has come. Whoever runs it calls {@link #pollDue} every few seconds.
 *
 * <p>Each poll is a task of its own on the executor, so that a source that is slow or fails stops
 * no other; no source is polled twice at a time. How long a source is left alone stands in the
 * catalogue and outlives the process.
 *
 * <p>Safe for concurrent use.
 */
public final class PollSchedule {
  private static final Logger log = LoggerFactory.getLogger(PollSchedule.class);

  private final SourceCatalogue sources;
  private final SourcePoll poll;
  private final PollPace pace;
  private final Executor executor;
  private final InstantSource clock;

  /**
   * When a source may be polled again, by this process; {@code Instant.MAX} while it is. It holds
   * back a source also where the store could not take the outcome.
   */
  private final ConcurrentMap<Long, Instant> notBefore = new ConcurrentHashMap<>();

  /**
   * @param interval usual pause between two polls of a source
   * @param executor runs one task for each due source; its threads bound how many are polled at
   *     once
   */
  public PollSchedule(
      SourceCatalogue sources,
      Fetcher web,
      DocumentReader documents,
      ArticleStore articles,
      Ingest ingest,
      Duration interval,
      Executor executor,
      InstantSource clock) {
    this.sources = requireNonNull(sources, "sources is null");
    this.executor = requireNonNull(executor, "executor is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.poll = new SourcePoll(web, documents, articles, ingest, clock);
    this.pace = new PollPace(interval, RandomGenerator.getDefault());
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
      executor.execute(() -> poll(source));
    } catch (RejectedExecutionException stopping) {
      notBefore.remove(source.id());
    }
  }

  /** The border of one source. */
  private void poll(Source source) {
    Instant begun = clock.instant();
    Instant next = begun.plus(pace.pause(source.failuresInRow() + 1, Optional.empty()));
    try {
      SourcePoll.Outcome outcome = outcome(source);
      int failures = outcome.polled() instanceof Polled.Failure ? source.failuresInRow() + 1 : 0;
      next = begun.plus(pace.pause(failures, outcome.asked()));
      sources.record(source.id(), begun, outcome.polled(), next);
      if (outcome.polled() instanceof Polled.Failure(String why)) {
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
      return SourcePoll.Outcome.of(new Polled.Failure("a defect of the program: " + defect));
    }
  }
}
