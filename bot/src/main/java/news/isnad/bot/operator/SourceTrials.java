package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import news.isnad.article.SourceCatalogue;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.operator.TrialRows.State;
import news.isnad.bot.operator.TrialRows.Trial;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Message;
import news.isnad.ingest.TryOut;
import news.isnad.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the addresses that operators want to track, beside everything else that goes on, a few
 * at a time. The message that said so is edited as it proceeds and becomes the result. What was
 * asked for is stored: a look that the end of the process has cut off begins anew.
 *
 * <p>Safe for concurrent use.
 */
public final class SourceTrials {
  private static final Logger log = LoggerFactory.getLogger(SourceTrials.class);
  private static final int AT_ONCE = 4;

  private final Parts parts;
  private final TrialRows rows;
  private final TrialWords words;

  /** The looks of this process; empty while one is under way. */
  private final ConcurrentMap<String, Optional<TryOut.Trial>> found = new ConcurrentHashMap<>();

  /** What it works with. Immutable. */
  public record Parts(
      Database database,
      SourceCatalogue catalogue,
      SourceLook look,
      Outbox outbox,
      Composer composer,
      InstantSource clock) {}

  public SourceTrials(Parts parts) {
    this.parts = requireNonNull(parts, "parts is null");
    this.rows = new TrialRows(parts.database());
    this.words = new TrialWords(parts.catalogue(), parts.composer());
  }

  TrialRows rows() {
    return rows;
  }

  TrialWords words() {
    return words;
  }

  /** Why nothing can be tracked at an address, as far as it can be told without asking. */
  Optional<TryOut.Refusal> refusal(String address) {
    return parts.look().refusal(address);
  }

  /**
   * Begins what was asked for and tells what was found.
   *
   * @param looking runs a task for each look
   */
  public void step(Executor looking) {
    List<Trial> asked =
        rows.asked().stream()
            .filter(trial -> trial.update() > 0 && !trial.isOver(parts.clock().instant()))
            .toList();
    forgetOthers(asked);
    for (Trial trial : asked) {
      Optional<TryOut.Trial> result = found.get(trial.id());
      if (result != null) {
        result.ifPresent(there -> tell(trial, there));
      } else if (running() < AT_ONCE) {
        begin(trial, looking);
      }
    }
  }

  /** Looks that are not over; what was found may wait long to be told. */
  private long running() {
    return found.values().stream().filter(Optional::isEmpty).count();
  }

  /** Nobody waits for them any more. */
  private void forgetOthers(List<Trial> asked) {
    Set<String> waiting = asked.stream().map(Trial::id).collect(Collectors.toUnmodifiableSet());
    found
        .entrySet()
        .removeIf(each -> each.getValue().isPresent() && !waiting.contains(each.getKey()));
  }

  private void begin(Trial trial, Executor looking) {
    found.put(trial.id(), Optional.empty());
    try {
      looking.execute(() -> look(trial));
    } catch (RejectedExecutionException stopping) {
      found.remove(trial.id());
    }
  }

  /** The border of one look. */
  private void look(Trial trial) {
    try {
      TryOut.Trial result = parts.look().at(trial.address(), stage -> progress(trial, stage));
      found.put(trial.id(), Optional.of(result));
    } catch (CancellationException stopping) {
      found.remove(trial.id());
    } catch (RuntimeException | StackOverflowError defect) {
      log.error("The look at {} failed; whoever asked is told.", trial.address(), defect);
      found.put(
          trial.id(),
          Optional.of(
              TryOut.Trial.refused(
                  new TryOut.Refusal(TryOut.Why.UNREACHABLE, "a defect of the program"))));
    }
  }

  private void progress(Trial trial, TryOut.Stage stage) {
    boolean waits = rows.find(trial.id()).filter(now -> now.state() == State.ASKED).isPresent();
    if (waits) {
      parts
          .outbox()
          .sent(trial.message())
          .ifPresent(
              at ->
                  parts
                      .outbox()
                      .enqueue(
                          edit(trial, "/" + stage, at, words.working(trial, Optional.of(stage)))));
    }
  }

  private static Outgoing edit(Trial trial, String place, Outbox.SentMessage at, Message message) {
    return Outgoing.answer(
        "trial/" + trial.id() + place, new Call.EditMessage(at.chat(), at.messageId(), message));
  }

  /** As soon as the message that is to be changed has been sent. */
  private void tell(Trial trial, TryOut.Trial result) {
    Optional<Outbox.SentMessage> at = parts.outbox().sent(trial.message());
    if (at.isEmpty()) {
      return;
    }
    Message message = words.result(trial, result);
    parts
        .database()
        .inTransaction(
            handle -> {
              if (rows.show(handle, trial, result.offers())) {
                parts.outbox().enqueue(edit(trial, "", at.get(), message));
              }
              return trial;
            });
    found.remove(trial.id());
  }

  /** Looks at what was asked for in a terminal, and says what was found. Takes its time. */
  public List<Message> inTerminal() {
    List<Message> said = new ArrayList<>();
    for (Trial trial : rows.asked()) {
      if (trial.update() <= 0) {
        TryOut.Trial result = parts.look().at(trial.address(), _ -> {});
        said.add(words.result(trial, result));
        parts.database().inTransaction(handle -> rows.show(handle, trial, result.offers()));
      }
    }
    return said;
  }
}
