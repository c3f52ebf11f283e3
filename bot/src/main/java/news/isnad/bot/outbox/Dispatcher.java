package news.isnad.bot.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import news.isnad.bot.outbox.Aftermath.Next;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.SendOutcome;
import news.isnad.bot.telegram.SendOutcome.Unreachable;
import news.isnad.bot.telegram.TelegramApi;
import news.isnad.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox.
 *
 * <h2>Nothing lost, nothing twice</h2>
 *
 * A row is waiting until the answer to it is stored; then it is sent, in the same transaction that
 * tells the listener. Nothing is stored before a request leaves: whoever finds a waiting row after
 * a crash cannot know whether it reached Telegram, and has to repeat it in any case. So a message
 * is repeated only where the process died, or the connection broke, between the request and the
 * stored answer. While an answer cannot be stored (a full disk), nothing more is sent.
 *
 * <h2>Order and pace</h2>
 *
 * One lane for each chat, one message of a lane under way at a time, the most urgent first, {@link
 * Pace} between them; a lane that waits costs the others nothing. Answers to button presses belong
 * to no chat and go at once. Between lanes the more urgent, then the older row goes first.
 *
 * <h2>Threads</h2>
 *
 * {@link #run} is the loop: it stores what came back, reads what is new, hands what is due to the
 * executor, and waits. Tests call {@link #step} by hand instead. All state belongs to whoever runs
 * the step; only {@link #wake} and what comes back from the executor is shared.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  /** A typing sign is shown for so long; later it would only confuse. */
  private static final Duration TYPING_LASTS = Duration.ofSeconds(5);

  private static final Duration STORE_PAUSE = Duration.ofSeconds(1);

  private record Completed(Row row, Call call, SendOutcome outcome) {}

  private final Outbox outbox;
  private final TelegramApi api;
  private final InstantSource clock;
  private final Executor senders;
  private final Counts counts = new Counts();
  private final Aftermath aftermath;
  private final WaitingRows waiting;
  private final StepLoop loop;
  private final Pace pace = new Pace();
  private final Map<Lane.Key, Lane> lanes = new HashMap<>();
  private final Map<Long, Instant> failingSince = new HashMap<>();
  private final List<Completed> unstored = new ArrayList<>();
  private final ConcurrentLinkedQueue<Completed> completed = new ConcurrentLinkedQueue<>();
  private Instant lastSent = Instant.MIN;
  private int underWay;

  private boolean halted;
  private boolean storeWorks = true;

  /**
   * @param senders runs the requests, which wait for their answers; at most 30 at a time and what
   *     presses on buttons need
   * @param jitter spreads repetitions
   */
  public Dispatcher(
      Outbox outbox,
      TelegramApi api,
      InstantSource clock,
      Executor senders,
      RandomGenerator jitter) {
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.api = requireNonNull(api, "api is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.senders = requireNonNull(senders, "senders is null");
    this.aftermath = new Aftermath(outbox, clock, jitter, counts);
    this.waiting = new WaitingRows(outbox);
    this.loop = new StepLoop(clock);
    outbox.onChange(this::wake);
  }

  /** How the loop ended. */
  public enum Ended {
    CLOSED,
    /** Telegram does not know the token any more. What waits is kept. */
    TOKEN_REFUSED
  }

  /** What has happened since the start. Immutable. */
  public record Statistics(
      long sent, long tooFast, long unanswered, long cantParse, long tooLong, long refused) {}

  /** What has happened since the start. Safe for concurrent use. */
  public Statistics statistics() {
    return new Statistics(
        counts.sent.sum(),
        counts.tooFast.sum(),
        counts.unanswered.sum(),
        counts.cantParse.sum(),
        counts.tooLong.sum(),
        counts.refused.sum());
  }

  /** Sends until it is closed or the token is refused. Keeps its thread meanwhile. */
  public Ended run() {
    loop.run(this::step, () -> underWay == 0);
    return halted ? Ended.TOKEN_REFUSED : Ended.CLOSED;
  }

  /**
   * Does everything that is due now.
   *
   * @return when there is something to do again, unless {@link #wake} comes first
   */
  Instant step() {
    try {
      store();
      if (loop.isStopped()) {
        return Instant.MAX;
      }
      waiting.read(row -> lane(row).rows.add(row), this::refresh);
      Instant next = start();
      storeWorks = true;
      return next;
    } catch (RuntimeException failure) {
      if (storeWorks) {
        storeWorks = false;
        log.error(
            "The outbox cannot be stored or read. Nothing is sent until it can;"
                + " it is tried again every {}.",
            STORE_PAUSE,
            failure);
      }
      return clock.instant().plus(STORE_PAUSE);
    }
  }

  /** Looks for something to do at once. Safe for concurrent use. */
  public void wake() {
    waiting.expectMore();
    loop.signal();
  }

  /** Ends the loop, after what is under way has been answered and stored, within five seconds. */
  @Override
  public void close() {
    loop.close();
  }

  // Storing what came back.

  private void store() {
    for (Completed next = completed.poll(); next != null; next = completed.poll()) {
      unstored.add(next);
    }
    if (unstored.isEmpty()) {
      return;
    }
    List<Next> results =
        outbox.database().inTransaction(_ -> unstored.stream().map(this::stored).toList());
    Instant now = clock.instant();
    for (int i = 0; i < results.size(); i++) {
      Completed each = unstored.get(i);
      underWay--;
      lane(each.row()).busy = false;
      if (each.row().isPaced()) {
        pace.ended(each.row().chat().orElseThrow(), now);
      }
      if (each.outcome() instanceof SendOutcome.Sent) {
        lastSent = now;
      }
      follow(each.row(), results.get(i));
    }
    unstored.clear();
  }

  /** Each in a transaction of its own inside the common one: a defect in one spoils no other. */
  private Next stored(Completed each) {
    Row row = each.row();
    boolean othersWork = lastSent.isAfter(failingSince.getOrDefault(row.sequence(), Instant.MAX));
    try {
      return outbox
          .database()
          .inTransaction(
              handle -> aftermath.store(handle, row, each.call(), each.outcome(), othersWork));
    } catch (StoreUnavailableException unavailable) {
      throw unavailable;
    } catch (RuntimeException defect) {
      log.error("The outcome of row {} could not be stored. The row is ended.", row.key(), defect);
      return outbox
          .database()
          .inTransaction(handle -> aftermath.unusable(handle, row, String.valueOf(defect)));
    }
  }

  private void follow(Row row, Next next) {
    switch (next) {
      case Next.Ended _ -> failingSince.remove(row.sequence());
      case Next.Again again -> {
        if (again.row().attempts() > row.attempts()) {
          failingSince.putIfAbsent(row.sequence(), clock.instant());
        }
        lane(row).rows.add(again.row());
      }
      case Next.ChatWaits waits -> {
        lane(row).waitUntil = waits.until();
        lane(row).rows.add(waits.row());
      }
      case Next.ReadAnew anew -> {
        lane(row).rows.add(anew.row());
        waiting.expectMore();
      }
      case Next.Halted refused -> {
        lane(row).rows.add(refused.row());
        halted = true;
        loop.stop();
        log.error("Telegram refuses the token. Nothing is sent any more; what waits is kept.");
      }
    }
  }

  private Lane lane(Row row) {
    return lanes.computeIfAbsent(Lane.Key.of(row), _ -> new Lane());
  }

  private void refresh(WaitingRows.ChatState state) {
    Lane lane = lanes.computeIfAbsent(Lane.Key.of(state.chat()), _ -> new Lane());
    lane.suspended = state.suspended();
    lane.waitUntil = state.waitUntil();
    lane.movedTo = state.movedTo();
  }

  // Sending what is due.

  private Instant start() {
    Instant now = clock.instant();
    moveMigrated();
    lanes.values().removeIf(lane -> lane.isIdle(now));
    pace.tidy(now);
    Instant next = Instant.MAX;
    List<Lane> ready = new ArrayList<>();
    for (Lane lane : lanes.values()) {
      if (lane.canStart()) {
        Instant due = lane.due(pace);
        if (!due.isAfter(now)) {
          ready.add(lane);
        } else if (due.isBefore(next)) {
          next = due;
        }
      }
    }
    ready.sort(Comparator.comparing(lane -> lane.rows.element(), Row.ORDER));
    int room = pace.room(now);
    for (Lane lane : ready) {
      boolean paced = lane.rows.element().isPaced();
      if (!paced || room > 0) {
        room -= paced ? 1 : 0;
        send(lane, now);
      } else if (pace.nextRoom().isBefore(next)) {
        next = pace.nextRoom();
      }
    }
    return completed.isEmpty() ? next : now;
  }

  private void moveMigrated() {
    for (Lane lane : List.copyOf(lanes.values())) {
      if (lane.movedTo.isPresent() && !lane.busy) {
        long target = lane.movedTo.get();
        lane.rows.stream().map(row -> row.in(target)).forEach(row -> lane(row).rows.add(row));
        lane.rows.clear();
      }
    }
  }

  private void send(Lane lane, Instant now) {
    Row row = lane.rows.element();
    Optional<Call> found;
    try {
      found = waiting.call(row);
    } catch (IllegalArgumentException unreadable) {
      outbox
          .database()
          .inTransaction(handle -> aftermath.unusable(handle, row, String.valueOf(unreadable)));
      lane.rows.remove();
      wake();
      return;
    }
    if (found.isEmpty()) {
      lane.rows.remove();
      wake();
      return;
    }
    Call call = found.get();
    if (call instanceof Call.SendChatAction && now.isAfter(row.created().plus(TYPING_LASTS))) {
      outbox.database().inTransaction(handle -> aftermath.expired(handle, row));
      lane.rows.remove();
      wake();
      return;
    }
    lane.rows.remove();
    lane.busy = true;
    underWay++;
    if (row.isPaced()) {
      pace.started();
    }
    try {
      senders.execute(() -> request(row, call));
    } catch (RejectedExecutionException shutDown) {
      answered(new Completed(row, call, new Unreachable(true, "the executor is shut down")));
    }
  }

  private void request(Row row, Call call) {
    SendOutcome outcome;
    try {
      outcome = api.call(call);
    } catch (RuntimeException | Error defect) {
      log.error("Asking Telegram failed for row {}", row.key(), defect);
      outcome = new Unreachable(false, defect.getClass().getName());
    }
    answered(new Completed(row, call, outcome));
  }

  private void answered(Completed each) {
    completed.add(each);
    loop.signal();
  }
}
