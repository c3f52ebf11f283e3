package news.isnad.bot.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import news.isnad.bot.inbox.Inbox.Waiting;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.StepLoop;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Call.AnswerCallback;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.Incoming.ButtonPress;
import news.isnad.bot.telegram.Incoming.ChannelPost;
import news.isnad.bot.telegram.Incoming.EditedMessage;
import news.isnad.bot.telegram.Incoming.GuestMessage;
import news.isnad.bot.telegram.Incoming.InlineQuery;
import news.isnad.bot.telegram.Incoming.MembershipChange;
import news.isnad.bot.telegram.Incoming.Migration;
import news.isnad.bot.telegram.Incoming.Other;
import news.isnad.bot.telegram.Incoming.SentFile;
import news.isnad.bot.telegram.Incoming.SharedText;
import news.isnad.bot.telegram.Incoming.TextMessage;
import news.isnad.bot.telegram.Incoming.TopicChange;
import news.isnad.bot.telegram.Incoming.WordlessMessage;
import news.isnad.bot.telegram.IncomingReader;
import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;
import news.isnad.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles what the inbox holds: of each chat the oldest first, different chats side by side, and
 * whoever was served behind those who came before that.
 *
 * <p>What the handler answers goes into the outbox in the transaction that marks the update as
 * done. So after a crash an update is either done and answered, or handled from the start. A
 * handler that throws is tried three times; then the update is set aside, its author gets an
 * apology, and the chat goes on. Migrations and changes of our membership are told to the outbox
 * here, whatever the handler does; so is a message from a chat that was thought closed.
 *
 * <p>{@link #run} keeps one thread, the handler runs in the executor; the other methods may be
 * called from any.
 */
public final class InboxWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);

  private static final int MOST_ATTEMPTS = 3;
  private static final Duration RETRY_PAUSE = Duration.ofMillis(500);
  private static final Duration STORE_PAUSE = Duration.ofSeconds(1);

  private final Inbox inbox;
  private final Outbox outbox;
  private final IncomingReader reader;
  private final Handler handler;
  private final Function<Incoming, List<Call>> apology;
  private final InstantSource clock;
  private final Executor executor;
  private final int parallel;
  private final StepLoop loop;
  private final Patience patience;

  private final Map<Long, Queue> queues = new HashMap<>();
  private final ConcurrentLinkedQueue<Result> results = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean more = new AtomicBoolean(true);
  private long lastSequence;
  private int underWay;
  private boolean storeWorks = true;

  /** The updates of a lane. */
  private static final class Queue {
    final ArrayDeque<Waiting> updates = new ArrayDeque<>();
    Instant due = Instant.MIN;
    boolean busy;

    /** The newest update there was when one of this lane was begun last. */
    long begunAt;

    /** Where it stands in line: whoever was served goes behind those who came meanwhile. */
    long place() {
      return Math.max(updates.element().sequence(), begunAt);
    }
  }

  /** How handling an update ended: done with, or to be tried again after a pause. */
  private sealed interface Result {
    Waiting update();

    record Done(Waiting update) implements Result {}

    record Again(Waiting update, Duration pause) implements Result {}
  }

  /**
   * @param apology what to say when the handler keeps failing, in the person's language
   * @param executor runs the handler
   * @param parallel how many updates may be handled at the same time, at least 1
   */
  public InboxWorker(
      Inbox inbox,
      Outbox outbox,
      IncomingReader reader,
      Handler handler,
      Function<Incoming, List<Call>> apology,
      InstantSource clock,
      Executor executor,
      int parallel) {
    this.inbox = requireNonNull(inbox, "inbox is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.handler = requireNonNull(handler, "handler is null");
    this.apology = requireNonNull(apology, "apology is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.executor = requireNonNull(executor, "executor is null");
    if (parallel < 1) {
      throw new IllegalArgumentException("parallel is not positive");
    }
    this.parallel = parallel;
    this.loop = new StepLoop(clock);
    this.patience = new Patience(update -> inbox.unhandled(update).map(reader::read), outbox);
  }

  /** Handles updates until it is closed. */
  public void run() {
    loop.run(this::step, () -> underWay == 0);
  }

  /** Looks for updates at once. Safe for concurrent use. */
  public void wake() {
    more.set(true);
    loop.signal();
  }

  /** Ends the loop, after what is under way is handled, within five seconds. */
  @Override
  public void close() {
    loop.close();
  }

  /**
   * Does everything that is due now.
   *
   * @return when there is something to do again, unless {@link #wake} comes first
   */
  Instant step() {
    try {
      takeResults();
      if (loop.isStopped()) {
        return Instant.MAX;
      }
      readNew();
      storeWorks = true;
      return start();
    } catch (RuntimeException failure) {
      if (storeWorks) {
        storeWorks = false;
        log.error("The inbox cannot be read. It is tried again every {}.", STORE_PAUSE, failure);
      }
      return clock.instant().plus(STORE_PAUSE);
    }
  }

  private void takeResults() {
    for (Result next = results.poll(); next != null; next = results.poll()) {
      Queue queue = queue(next.update());
      patience.ended(next.update());
      queue.busy = false;
      underWay--;
      switch (next) {
        case Result.Done _ -> {}
        case Result.Again again -> {
          queue.updates.addFirst(again.update());
          queue.due = clock.instant().plus(again.pause());
        }
      }
    }
  }

  private void readNew() {
    if (!more.getAndSet(false)) {
      return;
    }
    boolean done = false;
    try {
      for (Waiting update : inbox.waitingAfter(lastSequence)) {
        queue(update).updates.addLast(update);
        lastSequence = update.sequence();
      }
      done = true;
    } finally {
      if (!done) {
        more.set(true);
      }
    }
  }

  private Queue queue(Waiting update) {
    return queues.computeIfAbsent(update.lane(), _ -> new Queue());
  }

  private Instant start() {
    Instant now = clock.instant();
    queues.values().removeIf(queue -> queue.updates.isEmpty() && !queue.busy);
    Instant next = Instant.MAX;
    List<Queue> ready = new ArrayList<>();
    for (Queue queue : queues.values()) {
      if (!queue.busy && !queue.due.isAfter(now)) {
        ready.add(queue);
      } else if (!queue.busy && queue.due.isBefore(next)) {
        next = queue.due;
      }
    }
    ready.sort(
        Comparator.comparingLong(Queue::place)
            .thenComparingLong(queue -> queue.updates.element().sequence()));
    for (Queue queue : ready.subList(0, Math.min(ready.size(), parallel - underWay))) {
      Waiting update = queue.updates.remove();
      queue.busy = true;
      queue.begunAt = lastSequence;
      underWay++;
      patience.begun(update, now);
      try {
        executor.execute(() -> work(update));
      } catch (RejectedExecutionException shutDown) {
        results.add(new Result.Again(update, STORE_PAUSE));
      }
    }
    Instant typing = patience.show(now);
    Instant then = typing.isBefore(next) ? typing : next;
    return results.isEmpty() ? then : now;
  }

  /** The border around one update: nothing gets past it. */
  private void work(Waiting update) {
    Result result;
    try {
      handle(update);
      result = new Result.Done(update);
    } catch (StoreUnavailableException unavailable) {
      log.warn(
          "Update {} waits until the store works again ({}).",
          update.updateId(),
          unavailable.getMessage());
      result = new Result.Again(update, STORE_PAUSE);
    } catch (RuntimeException | Error defect) {
      result = failed(update.failed(), defect);
    }
    results.add(result);
    loop.signal();
  }

  private void handle(Waiting update) {
    Incoming incoming;
    try {
      incoming = reader.read(inbox.content(update));
    } catch (IllegalArgumentException poison) {
      log.error("Update {} cannot be read. It is kept and not handled.", update.updateId(), poison);
      inbox
          .database()
          .inTransaction(
              handle -> {
                inbox.failed(handle, update, "POISON", String.valueOf(poison));
                return update;
              });
      return;
    }
    Optional<List<Outgoing>> instead = handler.instead(incoming);
    if (instead.isPresent()) {
      putOff(update, instead.get());
      return;
    }
    List<Outgoing> outgoing = withCallbackAnswer(incoming, handler.handle(incoming));
    inbox
        .database()
        .inTransaction(
            handle -> {
              tellOutbox(incoming);
              outbox.enqueue(outgoing);
              inbox.done(handle, update);
              return update;
            });
  }

  /** Where nothing is said, many share a transaction: they may be many. */
  private void putOff(Waiting update, List<Outgoing> said) {
    if (said.isEmpty()) {
      inbox
          .database()
          .together(
              handle -> {
                inbox.done(handle, update);
                return update;
              });
      return;
    }
    inbox
        .database()
        .inTransaction(
            handle -> {
              outbox.enqueue(said);
              inbox.done(handle, update);
              return update;
            });
  }

  private void tellOutbox(Incoming incoming) {
    switch (incoming) {
      case Migration migration -> outbox.migrate(migration.fromChat(), migration.toChat());
      case MembershipChange change -> {
        long chat = change.chat().id();
        switch (change.after()) {
          case OWNER, ADMINISTRATOR, MEMBER -> outbox.resume(chat);
          case SILENCED -> outbox.suspend(chat, Reason.NO_RIGHTS);
          case LEFT, KICKED ->
              outbox.suspend(
                  chat, change.chat().isPrivate() ? Reason.BLOCKED : Reason.NOT_A_MEMBER);
          case UNKNOWN -> {}
        }
      }
      // Whoever speaks to us deserves an attempt at an answer.
      case TextMessage text -> {
        outbox.resume(text.chat().id());
        text.thread()
            .ifPresent(topic -> outbox.topicMet(text.chat().id(), topic, Optional.empty(), false));
      }
      case EditedMessage _, SentFile _, SharedText _, WordlessMessage _, ButtonPress _ ->
          incoming.chatId().ifPresent(outbox::resume);
      case TopicChange change ->
          outbox.topicMet(change.chat().id(), change.thread(), change.name(), change.reopened());
      case InlineQuery _, GuestMessage _, ChannelPost _, Other _ -> {}
    }
  }

  /** Every press is answered, or the button goes on waiting. */
  private static List<Outgoing> withCallbackAnswer(Incoming incoming, List<Outgoing> outgoing) {
    if (!(incoming instanceof ButtonPress press)
        || outgoing.stream().anyMatch(each -> each.call() instanceof AnswerCallback)) {
      return outgoing;
    }
    List<Outgoing> all = new ArrayList<>();
    all.add(
        Outgoing.answer("press/" + press.updateId(), AnswerCallback.silently(press.callbackId())));
    all.addAll(outgoing);
    return all;
  }

  private Result failed(Waiting update, Throwable defect) {
    try {
      if (update.attempts() < MOST_ATTEMPTS) {
        log.warn("Update {} failed. It is tried again.", update.updateId(), defect);
        inbox
            .database()
            .inTransaction(
                handle -> {
                  inbox.failed(handle, update, "WAITING", String.valueOf(defect));
                  return update;
                });
        return new Result.Again(update, RETRY_PAUSE);
      }
      log.error(
          "Update {} failed {} times. It is set aside, and its author gets an apology.",
          update.updateId(),
          MOST_ATTEMPTS,
          defect);
      setAside(update, defect);
      return new Result.Done(update);
    } catch (RuntimeException unstorable) {
      log.error("The failure of update {} cannot be stored.", update.updateId(), unstorable);
      return new Result.Again(update, STORE_PAUSE);
    }
  }

  private void setAside(Waiting update, Throwable defect) {
    Incoming incoming = reader.read(inbox.content(update));
    List<Outgoing> words = new ArrayList<>();
    try {
      for (Call call : apology.apply(incoming)) {
        words.add(Outgoing.answer("apology/" + update.updateId() + "/" + words.size(), call));
      }
    } catch (RuntimeException alsoBroken) {
      log.error("There is no apology for update {} either.", update.updateId(), alsoBroken);
    }
    inbox
        .database()
        .inTransaction(
            handle -> {
              tellOutbox(incoming);
              outbox.enqueue(withCallbackAnswer(incoming, words));
              inbox.failed(handle, update, "ASIDE", String.valueOf(defect));
              return update;
            });
  }
}
