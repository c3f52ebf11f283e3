package news.isnad.bot.outbox;

import static news.isnad.bot.telegram.SendOutcome.Blocked.Reason.CHAT_NOT_FOUND;
import static news.isnad.bot.telegram.SendOutcome.Blocked.Reason.NO_RIGHTS;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Call.EditMessage;
import news.isnad.bot.telegram.Call.SendMessage;
import news.isnad.bot.telegram.CallJson;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.SendOutcome;
import news.isnad.bot.telegram.SendOutcome.Blocked;
import news.isnad.bot.telegram.SendOutcome.Conflict;
import news.isnad.bot.telegram.SendOutcome.Migrated;
import news.isnad.bot.telegram.SendOutcome.Refused;
import news.isnad.bot.telegram.SendOutcome.Sent;
import news.isnad.bot.telegram.SendOutcome.TooFast;
import news.isnad.bot.telegram.SendOutcome.Unauthorized;
import news.isnad.bot.telegram.SendOutcome.Unreachable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an outcome means for a row: stores it and says what the dispatcher does next. Runs inside a
 * transaction. Confined to the dispatcher's thread.
 */
final class Aftermath {
  private static final Logger log = LoggerFactory.getLogger(Aftermath.class);

  private static final Sent WITHOUT_ANSWER = new Sent(MissingNode.getInstance());
  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(60);

  /** A row that failed so often, while others went through, is itself the trouble. */
  private static final int ATTEMPTS_BEFORE_ASIDE = 8;

  private static final int MOST_MIGRATIONS = 5;
  private static final int WORKING_LENGTH = 3500;
  private static final int SHORTEST_LENGTH = 200;

  private final Outbox outbox;
  private final InstantSource clock;
  private final RandomGenerator jitter;
  private final Counts counts;

  /** How often rows that wait met a group that had moved, by their sequence. */
  private final Map<Long, Integer> migrations = new HashMap<>();

  Aftermath(Outbox outbox, InstantSource clock, RandomGenerator jitter, Counts counts) {
    this.outbox = outbox;
    this.clock = clock;
    this.jitter = jitter;
    this.counts = counts;
  }

  /** What becomes of a row. */
  sealed interface Next {
    /** It is done with, well or badly. */
    record Ended() implements Next {}

    /** It is tried again when it is due. */
    record Again(Row row) implements Next {}

    /** Its chat waits, and it first of all. */
    record ChatWaits(Row row, Instant until) implements Next {}

    /** Its chat is suspended or has moved: what the store says about rows and chat counts. */
    record ReadAnew(Row row) implements Next {}

    /** The token is refused: nothing can be sent any more. */
    record Halted(Row row) implements Next {}
  }

  /**
   * @param othersWork whether anything else was sent since this row began to fail
   */
  Next store(Handle handle, Row row, Call call, SendOutcome outcome, boolean othersWork) {
    return switch (outcome) {
      case Sent sent -> {
        if (call instanceof SendMessage send && send.thread().isPresent()) {
          outbox.listener().topicOpen(send.chatId(), send.thread().get());
        }
        yield sent(handle, row, sentMessage(call, sent));
      }
      case TooFast tooFast -> tooFast(handle, row, tooFast.retryAfter());
      case Migrated migrated -> migrated(handle, row, migrated.newChat());
      case Blocked blocked -> blocked(handle, row, call, blocked);
      case Refused refused -> refused(handle, row, call, refused);
      case Unreachable unreachable ->
          failed(handle, row, unreachable.why(), !unreachable.beforeSend(), othersWork);
      case Conflict conflict -> failed(handle, row, conflict.description(), false, othersWork);
      case Unauthorized _ -> new Next.Halted(row);
    };
  }

  /** Ends a row that nobody needs any more. */
  Next expired(Handle handle, Row row) {
    end(handle, row, "EXPIRED", null, "too late");
    return new Next.Ended();
  }

  /** Ends a row that cannot be sent at all. */
  Next unusable(Handle handle, Row row, String why) {
    log.error("Outbox row {} cannot be sent: {}. It is kept as refused.", row.key(), why);
    counts.refused.increment();
    end(handle, row, "REFUSED", null, why);
    return new Next.Ended();
  }

  private static Optional<Long> sentMessage(Call call, Sent sent) {
    return call instanceof EditMessage edit
        ? Optional.of(sent.messageId().orElse(edit.messageId()))
        : sent.messageId();
  }

  private Next sent(Handle handle, Row row, Optional<Long> messageId) {
    counts.sent.increment();
    end(handle, row, "SENT", messageId.orElse(null), null);
    if (row.chat().isPresent() && messageId.isPresent()) {
      outbox.listener().sent(row.key(), row.chat().get(), messageId.get());
    }
    return new Next.Ended();
  }

  private Next tooFast(Handle handle, Row row, Duration wait) {
    counts.tooFast.increment();
    // The store counts milliseconds: rounded up, or a restart would be early.
    Instant until = clock.instant().plus(wait).plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
    log.info("Telegram asks for {} before the next message to chat {}.", wait, row.chat());
    if (row.chat().isEmpty()) {
      return new Next.Again(again(handle, row, until, row.attempts(), false));
    }
    outbox.waitUntil(handle, row.chat().get(), until);
    return new Next.ChatWaits(row, until);
  }

  private Next migrated(Handle handle, Row row, long newChat) {
    int times = migrations.merge(row.sequence(), 1, Integer::sum);
    if (row.chat().isEmpty() || times > MOST_MIGRATIONS) {
      return unusable(handle, row, "its chat migrates again and again");
    }
    Row moved = again(handle, row, row.due(), row.attempts(), false);
    outbox.migrate(row.chat().get(), newChat);
    return new Next.ReadAnew(moved);
  }

  private Next blocked(Handle handle, Row row, Call call, Blocked blocked) {
    boolean tellsOfTheChat =
        call instanceof SendMessage
            || (call instanceof EditMessage
                && blocked.reason() != NO_RIGHTS
                && blocked.reason() != CHAT_NOT_FOUND);
    if (row.chat().isEmpty() || !tellsOfTheChat) {
      end(handle, row, "REFUSED", null, blocked.description());
      return new Next.Ended();
    }
    log.info(
        "Chat {} is suspended: {} ({}). What waits for it goes out when it opens again.",
        row.chat().get(),
        blocked.reason(),
        blocked.description());
    outbox.suspend(row.chat().get(), blocked.reason());
    return new Next.ReadAnew(row);
  }

  private Next failed(Handle handle, Row row, String why, boolean perhapsSent, boolean othersWork) {
    if (perhapsSent) {
      counts.unanswered.increment();
    }
    int attempts = row.attempts() + 1;
    boolean aside = row.aside() || (attempts >= ATTEMPTS_BEFORE_ASIDE && othersWork);
    Duration wait = backoff(attempts);
    log.warn(
        "Outbox row {} got no answer ({}). Attempt {} follows in {}.",
        row.key(),
        why,
        attempts + 1,
        wait);
    return new Next.Again(again(handle, row, clock.instant().plus(wait), attempts, aside));
  }

  private Duration backoff(int attempts) {
    long millis =
        Math.min(
            LONGEST_BACKOFF.toMillis(), FIRST_BACKOFF.toMillis() << Math.min(attempts - 1, 10));
    return Duration.ofMillis(millis / 2 + jitter.nextLong(millis / 2 + 1));
  }

  private Next refused(Handle handle, Row row, Call call, Refused refused) {
    return switch (refused.kind()) {
      case NOT_MODIFIED -> sent(handle, row, sentMessage(call, WITHOUT_ANSWER));
      case QUERY_TOO_OLD -> expired(handle, row);
      case CANT_PARSE -> {
        counts.cantParse.increment();
        yield retold(handle, row, call, refused, Aftermath::plain);
      }
      case TOO_LONG -> {
        counts.tooLong.increment();
        yield retold(handle, row, call, refused, Aftermath::shorter);
      }
      case THREAD_NOT_FOUND -> threadLost(handle, row, call, refused);
      case OTHER -> retold(handle, row, call, refused, Aftermath::bare);
    };
  }

  private Next threadLost(Handle handle, Row row, Call call, Refused refused) {
    if (!(call instanceof SendMessage send) || send.thread().isEmpty()) {
      end(handle, row, "REFUSED", null, refused.description());
      return new Next.Ended();
    }
    log.info(
        "Forum topic {} of chat {} is gone; row {} goes to General.",
        send.thread().get(),
        send.chatId(),
        row.key());
    outbox.listener().topicLost(send.chatId(), send.thread().get());
    // A reply across topics is refused, so it goes with the topic.
    return replaced(
        handle,
        row,
        new SendMessage(send.chatId(), Optional.empty(), Optional.empty(), send.message()));
  }

  private interface Retelling {
    /** The message in a form that Telegram may take; empty if there is none left to try. */
    Optional<Message> of(Message message);
  }

  private Next retold(Handle handle, Row row, Call call, Refused refused, Retelling retelling) {
    Optional<Call> other =
        switch (call) {
          case SendMessage send ->
              retelling
                  .of(send.message())
                  .map(
                      message ->
                          new SendMessage(
                              send.chatId(),
                              send.thread(),
                              refused.kind() == Refused.Kind.OTHER
                                  ? Optional.empty()
                                  : send.replyTo(),
                              message));
          case EditMessage edit ->
              isAboutTheMessage(refused)
                  ? edit.asNew().map(Call.class::cast)
                  : retelling.of(edit.message()).map(edit::with);
          default -> Optional.empty();
        };
    if (other.isPresent() && call instanceof EditMessage && isAboutTheMessage(refused)) {
      log.info("The message that row {} changes is gone. It is sent anew.", row.key());
      return replaced(handle, row, other.get());
    }
    if (other.isPresent()) {
      log.error(
          "Telegram refused row {} ({}). It is sent in a plainer form; the defect is ours.",
          row.key(),
          refused.description());
      return replaced(handle, row, other.get());
    }
    if (call instanceof SendMessage) {
      return unusable(handle, row, refused.description());
    }
    log.info("Telegram refused row {}: {}. It is dropped.", row.key(), refused.description());
    end(handle, row, "REFUSED", null, refused.description());
    return new Next.Ended();
  }

  /** An edit whose message is gone or too old cannot be said in another form. */
  private static boolean isAboutTheMessage(Refused refused) {
    return refused.description().contains("message to edit not found")
        || refused.description().contains("message can't be edited")
        || refused.description().contains("MESSAGE_ID_INVALID");
  }

  private static Optional<Message> plain(Message message) {
    return message.plain()
        ? Optional.empty()
        : Optional.of(message.asPlain(Rescue.plain(message.html())));
  }

  private static Optional<Message> shorter(Message message) {
    int longest = Math.min(WORKING_LENGTH, Rescue.length(message) * 3 / 4);
    return longest < SHORTEST_LENGTH
        ? Optional.empty()
        : Optional.of(Rescue.shortened(message, longest));
  }

  /** With less each time: without what leads elsewhere, without any button, without its tags. */
  private static Optional<Message> bare(Message message) {
    List<List<Button>> own =
        message.buttons().stream()
            .map(row -> row.stream().filter(Button.Callback.class::isInstance).toList())
            .filter(row -> !row.isEmpty())
            .toList();
    if (message.previewUrl().isPresent() || !own.equals(message.buttons())) {
      return Optional.of(without(message, own, message.replyPrompt()));
    }
    return message.buttons().isEmpty() && message.replyPrompt().isEmpty()
        ? plain(message)
        : Optional.of(without(message, List.of(), Optional.empty()));
  }

  private static Message without(
      Message message, List<List<Button>> buttons, Optional<String> prompt) {
    return new Message(
        message.html(), message.plain(), buttons, Optional.empty(), prompt, message.silent());
  }

  private Next replaced(Handle handle, Row row, Call call) {
    handle
        .createUpdate(
            "UPDATE outbox SET content = :content, kind = :kind WHERE sequence = :sequence")
        .bind("content", CallJson.write(call))
        .bind("kind", Row.Kind.of(call).name())
        .bind("sequence", row.sequence())
        .execute();
    Row other = row.of(Row.Kind.of(call));
    return new Next.Again(again(handle, other, row.due(), row.attempts(), row.aside()));
  }

  private static Row again(Handle handle, Row row, Instant due, int attempts, boolean aside) {
    handle
        .createUpdate(
            "UPDATE outbox SET due = :due, attempts = :attempts WHERE sequence = :sequence")
        .bind("due", due.toEpochMilli())
        .bind("attempts", attempts)
        .bind("sequence", row.sequence())
        .execute();
    return row.later(due, attempts, aside);
  }

  private void end(
      Handle handle, Row row, String state, @Nullable Long messageId, @Nullable String problem) {
    migrations.remove(row.sequence());
    // What was refused is kept for whoever looks for the defect; what was said is not kept.
    String forget = state.equals("REFUSED") ? "" : ", content = ''";
    handle
        .createUpdate(
            "UPDATE outbox SET state = :state, ended = :now, message_id = :message,"
                + " problem = :problem"
                + forget
                + " WHERE sequence = :sequence")
        .bind("state", state)
        .bind("now", clock.millis())
        .bind("message", messageId)
        .bind("problem", problem)
        .bind("sequence", row.sequence())
        .execute();
  }
}
