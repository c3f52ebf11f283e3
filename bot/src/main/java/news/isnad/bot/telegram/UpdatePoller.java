package news.isnad.bot.telegram;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.bot.telegram.SendOutcome.Conflict;
import news.isnad.bot.telegram.SendOutcome.TooFast;
import news.isnad.bot.telegram.SendOutcome.Unauthorized;
import news.isnad.bot.telegram.UpdateStore.Received;
import news.isnad.bot.telegram.Updates.Polled;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Telegram what has happened, over and over, and stores it.
 *
 * <p>Telegram forgets an update when the next question names a higher number. So a batch is stored,
 * and only then the next question is asked; while it cannot be stored, the same question is asked
 * again. An update that cannot be read is stored as such and stops nobody. Where a whole answer
 * cannot be read, its updates are asked for one by one, until the one is found.
 *
 * <p>{@link #run} keeps one thread; {@link #close} and {@link #lastAnswer} may be called from any.
 */
public final class UpdatePoller implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(UpdatePoller.class);

  /** As long as Telegram holds a question. */
  private static final Duration LONG_POLL = Duration.ofSeconds(50);

  private static final int BATCH = 100;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
  private static final Duration LONGEST_UNREADABLE = Duration.ofSeconds(5);
  private static final Duration FIRST_CONFLICT = Duration.ofSeconds(5);
  private static final Duration LONGEST_CONFLICT = Duration.ofSeconds(60);

  /**
   * An answer without updates should take as long as the poll; one that does not is not trusted.
   */
  private static final Duration TOO_SOON = Duration.ofMillis(200);

  /** How often the same broken answer is asked for before its update is given up. */
  private static final int SAME_BROKEN_ANSWERS = 3;

  /** Telegram may number anew when nothing has happened for a week. */
  private static final Duration NUMBERS_LAST = Duration.ofDays(6);

  private static final Duration CLOSING_TIME = Duration.ofSeconds(8);
  private static final Pattern UPDATE_ID = Pattern.compile("\"update_id\"\\s*:\\s*(\\d{1,18})");

  private final Updates updates;
  private final TelegramApi api;
  private final UpdateStore store;
  private final InstantSource clock;
  private final RandomGenerator jitter;
  private final Runnable onStored;
  private final Consumer<String> onConflict;
  private final IncomingReader reader = new IncomingReader(0);

  private long offset = -1;
  private int limit = BATCH;
  private int failures;
  private int conflicts;
  private int unreadableAnswers;
  private String brokenAnswer = "";
  private int brokenAnswers;
  private Instant lastUpdate;
  private volatile Instant lastAnswer;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private @Nullable Thread runner;
  private boolean closed;

  /**
   * @param api removes a web hook, which would keep updates from us
   * @param jitter spreads repetitions
   * @param onStored called when something new is stored
   * @param onConflict told, once for each time it begins, what Telegram says when another program
   *     polls with our token
   */
  public UpdatePoller(
      Updates updates,
      TelegramApi api,
      UpdateStore store,
      InstantSource clock,
      RandomGenerator jitter,
      Runnable onStored,
      Consumer<String> onConflict) {
    this.updates = requireNonNull(updates, "updates is null");
    this.api = requireNonNull(api, "api is null");
    this.store = requireNonNull(store, "store is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.jitter = requireNonNull(jitter, "jitter is null");
    this.onStored = requireNonNull(onStored, "onStored is null");
    this.onConflict = requireNonNull(onConflict, "onConflict is null");
    this.lastUpdate = clock.instant();
    this.lastAnswer = clock.instant();
  }

  /** How polling ended. */
  public enum Ended {
    CLOSED,
    /** Telegram does not know the token: there is nothing to wait for. */
    TOKEN_REFUSED
  }

  /** Polls until it is closed or the token is refused. */
  public Ended run() {
    setRunner(Thread.currentThread());
    try {
      while (!isClosed()) {
        Optional<Duration> pause = poll();
        if (pause.isEmpty()) {
          return Ended.TOKEN_REFUSED;
        }
        sleep(pause.get());
      }
      return Ended.CLOSED;
    } finally {
      setRunner(null);
      // close() may have interrupted us after the last wait.
      Thread.interrupted();
    }
  }

  /** When Telegram last answered a poll properly; long ago means that something is wrong. */
  public Instant lastAnswer() {
    return lastAnswer;
  }

  /** Ends polling within ten seconds, in mid poll too. What was not stored comes again. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      change.signalAll();
      if (runner != null && !runner.equals(Thread.currentThread())) {
        runner.interrupt();
        long left = CLOSING_TIME.toNanos();
        while (runner != null && left > 0) {
          left = change.awaitNanos(left);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks once.
   *
   * @return the pause before the next time; none if there should be no next time
   */
  Optional<Duration> poll() {
    Polled polled;
    Instant before;
    try {
      if (offset < 0 || clock.instant().isAfter(lastUpdate.plus(NUMBERS_LAST))) {
        offset = store.nextOffset();
        lastUpdate = clock.instant();
      }
      before = clock.instant();
      polled = updates.poll(offset, limit, LONG_POLL);
    } catch (RuntimeException failure) {
      return Optional.of(storeFailed(failure));
    }
    return switch (polled) {
      case Polled.Batch(List<JsonNode> batch) -> {
        lastAnswer = clock.instant();
        conflicts = 0;
        yield Optional.of(take(batch, before));
      }
      case Polled.Unreadable(String answer) -> Optional.of(unreadable(answer));
      case Polled.Failed(SendOutcome why) -> failed(why);
    };
  }

  private Duration take(List<JsonNode> batch, Instant before) {
    List<Received> received = new ArrayList<>();
    long highest = -1;
    for (JsonNode update : batch) {
      OptionalLong id = IncomingReader.idOf(update);
      if (id.isPresent()) {
        highest = Math.max(highest, id.getAsLong());
        received.add(received(id.getAsLong(), update));
      } else {
        log.error("Telegram sent something without a number instead of an update. It is ignored.");
      }
    }
    if (received.isEmpty()) {
      boolean tooSoon = clock.instant().isBefore(before.plus(TOO_SOON));
      return batch.isEmpty() ? answered(tooSoon ? TOO_SOON : Duration.ZERO) : backoff();
    }
    try {
      store.store(received);
    } catch (RuntimeException failure) {
      return storeFailed(failure);
    }
    // Only from here on may the next question confirm them.
    offset = highest + 1;
    lastUpdate = clock.instant();
    onStored.run();
    return answered(Duration.ZERO);
  }

  private Duration answered(Duration pause) {
    failures = 0;
    limit = BATCH;
    unreadableAnswers = 0;
    brokenAnswer = "";
    brokenAnswers = 0;
    return pause;
  }

  private Received received(long id, JsonNode update) {
    Optional<String> poison = Optional.empty();
    long lane = 0;
    try {
      lane = IncomingReader.laneOf(update);
      reader.read(update);
    } catch (RuntimeException unreadable) {
      log.error("Update {} cannot be read. It is kept and not handled.", id, unreadable);
      poison = Optional.of(String.valueOf(unreadable));
    }
    return new Received(id, lane, update.toString(), poison);
  }

  private Duration storeFailed(RuntimeException failure) {
    if (failures == 0) {
      log.error(
          "Updates cannot be stored. Telegram keeps them; they are asked for again until they can.",
          failure);
    }
    return backoff();
  }

  /**
   * The answer as a whole cannot be read: one of its updates, or something on the way, is broken.
   */
  private Duration unreadable(String answer) {
    unreadableAnswers++;
    Duration pause = grown(FIRST_BACKOFF, LONGEST_UNREADABLE, unreadableAnswers);
    if (limit > 1) {
      log.warn("Telegram's answer cannot be read. Its updates are asked for one by one.");
      limit = 1;
      return pause;
    }
    brokenAnswers = answer.equals(brokenAnswer) ? brokenAnswers + 1 : 1;
    brokenAnswer = answer;
    Matcher id = UPDATE_ID.matcher(answer);
    if (brokenAnswers < SAME_BROKEN_ANSWERS || !id.find()) {
      return pause;
    }
    long number = Long.parseLong(id.group(1));
    try {
      log.error("Update {} is not JSON. It is kept and not handled.", number);
      store.store(List.of(new Received(number, 0, answer, Optional.of("not JSON"))));
    } catch (RuntimeException failure) {
      return storeFailed(failure);
    }
    offset = number + 1;
    return answered(Duration.ZERO);
  }

  private Optional<Duration> failed(SendOutcome why) {
    return switch (why) {
      case Unauthorized _ -> {
        log.error("Telegram does not know the token. Polling ends.");
        yield Optional.empty();
      }
      case TooFast(Duration retryAfter) -> {
        log.warn("Telegram asks for {} before the next poll.", retryAfter);
        yield Optional.of(retryAfter);
      }
      case Conflict(String description) -> Optional.of(conflict(description));
      case SendOutcome.Sent _,
          SendOutcome.Migrated _,
          SendOutcome.Blocked _,
          SendOutcome.Refused _,
          SendOutcome.Unreachable _ -> {
        Duration pause = backoff();
        if (!isClosed() && failures == 1) {
          log.warn("Telegram cannot be polled ({}). It is tried again until it can.", why);
        }
        yield Optional.of(pause);
      }
    };
  }

  private Duration conflict(String description) {
    if (description.contains("webhook")) {
      log.warn("A web hook keeps updates from us. It is removed; what it has not got comes to us.");
      api.call(new Call.DeleteWebhook());
      return backoff();
    }
    if (conflicts == 0) {
      log.error(
          "Another program polls with our token ({}). We keep off and look again.", description);
      onConflict.accept(description);
    }
    conflicts++;
    return grown(FIRST_CONFLICT, LONGEST_CONFLICT, conflicts);
  }

  private Duration backoff() {
    failures++;
    return grown(FIRST_BACKOFF, LONGEST_BACKOFF, failures);
  }

  private Duration grown(Duration first, Duration longest, int times) {
    long millis = Math.min(longest.toMillis(), first.toMillis() << Math.min(times - 1, 10));
    return Duration.ofMillis(millis / 2 + jitter.nextLong(millis / 2 + 1));
  }

  private void setRunner(@Nullable Thread thread) {
    lock.lock();
    try {
      runner = thread;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void sleep(Duration pause) {
    lock.lock();
    try {
      long left = pause.toNanos();
      while (!closed && left > 0) {
        left = change.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }
}
