package news.isnad.bot.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.CallJson;
import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The durable queue of everything that has to reach Telegram. What is put in joins the transaction
 * that it is put in from, and is sent by the {@link Dispatcher} after that has ended.
 *
 * <p>Needs the migrations of {@code news/isnad/bot/migrations}. Safe for concurrent use.
 */
public final class Outbox {
  private final Database database;
  private final InstantSource clock;
  private final ChatListener listener;
  private final List<Runnable> wakers = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Long> touched = new ConcurrentLinkedQueue<>();

  /**
   * @param listener is told what happens to chats and messages
   */
  public Outbox(Database database, InstantSource clock, ChatListener listener) {
    this.database = requireNonNull(database, "database is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.listener = requireNonNull(listener, "listener is null");
  }

  /** Where a message of ours stands. Immutable. */
  public record SentMessage(long chat, long messageId) {}

  /** Puts something in, unless its key has been put in before. */
  public void enqueue(Outgoing outgoing) {
    enqueue(List.of(outgoing));
  }

  /** Puts several in, in this order, those whose keys are new. */
  public void enqueue(List<Outgoing> outgoing) {
    if (outgoing.isEmpty()) {
      return;
    }
    database.inTransaction(
        handle -> {
          outgoing.forEach(each -> insert(handle, each));
          return outgoing.size();
        });
    wakers.forEach(Runnable::run);
  }

  private void insert(Handle handle, Outgoing outgoing) {
    long now = clock.millis();
    handle
        .createUpdate(
            "INSERT INTO outbox (name, chat, urgency, kind, content, state, attempts, due, created)"
                + " VALUES (:name, :chat, :urgency, :kind, :content, 'WAITING', 0, :now, :now)"
                + " ON CONFLICT (name) DO NOTHING")
        .bind("name", outgoing.key())
        .bind("chat", outgoing.call().chat().map(chat -> currentNumber(handle, chat)).orElse(null))
        .bind("urgency", outgoing.urgency().name())
        .bind("kind", Row.Kind.of(outgoing.call()).name())
        .bind("content", CallJson.write(outgoing.call()))
        .bind("now", now)
        .execute();
  }

  /** The message that a key became, if it has been sent as one. */
  public Optional<SentMessage> sent(String key) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT chat, message_id FROM outbox"
                        + " WHERE name = :name AND state = 'SENT' AND message_id IS NOT NULL")
                .bind("name", key)
                .map((row, context) -> new SentMessage(row.getLong(1), row.getLong(2)))
                .findOne());
  }

  /** How many of some rows were sent, could not be, and wait. Immutable. */
  public record Ended(long sent, long failed, long waiting) {}

  /** What has become of the rows whose keys begin so. */
  public Ended ended(String beginning) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT count(CASE state WHEN 'SENT' THEN 1 END),"
                        + " count(CASE state WHEN 'WAITING' THEN 1 END), count(*) FROM outbox"
                        + " WHERE substr(name, 1, length(:beginning)) = :beginning")
                .bind("beginning", beginning)
                .map(
                    (row, context) ->
                        new Ended(
                            row.getLong(1),
                            row.getLong(3) - row.getLong(1) - row.getLong(2),
                            row.getLong(2)))
                .one());
  }

  /**
   * Takes out what waits and is of a kind; what is being sent at the moment may go out all the
   * same.
   *
   * @return the keys of what was taken out
   */
  public List<String> takeOut(Handle handle, Predicate<Call> kind) {
    List<String> out =
        handle
            .createQuery("SELECT name, content FROM outbox WHERE state = 'WAITING'")
            .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
            .list()
            .stream()
            .filter(row -> kind.test(CallJson.read(row.getValue())))
            .map(Map.Entry::getKey)
            .toList();
    for (String key : out) {
      handle
          .createQuery("SELECT chat FROM outbox WHERE name = :name AND chat IS NOT NULL")
          .bind("name", key)
          .mapTo(Long.class)
          .findOne()
          .ifPresent(this::touch);
      handle.execute("DELETE FROM outbox WHERE name = ?", key);
    }
    return out;
  }

  /** How much waits to be sent, in suspended chats too. */
  public long waiting() {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM outbox WHERE state = 'WAITING'")
                .mapTo(Long.class)
                .one());
  }

  /** How long the oldest of what waits has waited, where its chat can be written to. */
  public Duration longestWait() {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT min(created) FROM outbox WHERE state = 'WAITING' AND (chat IS NULL"
                        + " OR chat NOT IN"
                        + " (SELECT chat FROM chat_state WHERE suspended IS NOT NULL))")
                .mapTo(Long.class)
                .findOne()
                .map(created -> Duration.ofMillis(Math.max(0, clock.millis() - created)))
                .orElse(Duration.ZERO));
  }

  /** How much waits for one chat. */
  public long waiting(long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM outbox WHERE chat = :chat AND state = 'WAITING'")
                .bind("chat", chat)
                .mapTo(Long.class)
                .one());
  }

  /** Whether what was put in under a key has not been sent yet. */
  public boolean isWaiting(String key) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT 1 FROM outbox WHERE name = :name AND state = 'WAITING'")
                .bind("name", key)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /** How many messages wait for one chat that nobody there asked for. */
  public int waitingAlerts(long chat) {
    return waiting(chat, Row.Kind.MESSAGE);
  }

  /** How many changes of such messages wait for one chat. */
  public int waitingEdits(long chat) {
    return waiting(chat, Row.Kind.EDIT);
  }

  private int waiting(long chat, Row.Kind kind) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM outbox WHERE chat = :chat AND state = 'WAITING'"
                        + " AND kind = :kind AND urgency <> 'ANSWER'")
                .bind("chat", chat)
                .bind("kind", kind.name())
                .mapTo(Integer.class)
                .one());
  }

  /** Why nothing is sent to a chat, if that is so. */
  public Optional<Reason> suspension(long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT suspended FROM chat_state"
                        + " WHERE chat = :chat AND suspended IS NOT NULL")
                .bind("chat", chat)
                .mapTo(String.class)
                .findOne()
                .map(Reason::valueOf));
  }

  /** The chats that were suspended for a reason since a time and still are, the last one first. */
  public List<Long> suspendedSince(Reason reason, Instant time) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT chat FROM chat_state WHERE suspended = :reason AND changed >= :time"
                        + " ORDER BY changed DESC, chat")
                .bind("reason", reason.name())
                .bind("time", time.toEpochMilli())
                .mapTo(Long.class)
                .list());
  }

  /** Sends nothing to a chat until {@link #resume}. What waits goes on waiting. */
  public void suspend(long chat, Reason reason) {
    database.inTransaction(
        handle -> {
          boolean before = suspension(chat).isPresent();
          mark(handle, chat, "suspended", reason.name());
          if (!before) {
            listener.suspended(chat, reason, lastSent(handle, chat));
          }
          return before;
        });
    wakers.forEach(Runnable::run);
  }

  private static long lastSent(Handle handle, long chat) {
    return handle
        .createQuery(
            "SELECT coalesce(max(sequence), 0) FROM outbox"
                + " WHERE chat = :chat AND state = 'SENT' AND kind = 'MESSAGE'")
        .bind("chat", chat)
        .mapTo(Long.class)
        .one();
  }

  /** A forum topic was spoken of or in, and is open for sure, or not. */
  public void topicMet(long chat, long thread, Optional<String> name, boolean open) {
    database.inTransaction(
        handle -> {
          listener.topicSeen(chat, thread, name);
          if (open) {
            listener.topicOpen(chat, thread);
          }
          return open;
        });
  }

  /** Sends to a chat again. Nothing happens if it was not suspended. */
  public void resume(long chat) {
    if (suspension(chat).isEmpty()) {
      return;
    }
    database.inTransaction(
        handle -> {
          mark(handle, chat, "suspended", null);
          listener.resumed(chat);
          return chat;
        });
    wakers.forEach(Runnable::run);
  }

  /**
   * Moves everything of a group to its new number, once: what waits now, and whatever is put in for
   * the old number later.
   */
  public void migrate(long fromChat, long toChat) {
    if (fromChat == toChat) {
      return;
    }
    database.inTransaction(
        handle -> {
          if (currentNumber(handle, fromChat) == toChat) {
            return false;
          }
          mark(handle, fromChat, "moved_to", toChat);
          mark(handle, toChat, "moved_to", null);
          mark(handle, fromChat, "suspended", null);
          handle
              .createUpdate("UPDATE outbox SET chat = :to WHERE chat = :from AND state = 'WAITING'")
              .bind("to", toChat)
              .bind("from", fromChat)
              .execute();
          listener.migrated(fromChat, toChat);
          return true;
        });
    wakers.forEach(Runnable::run);
  }

  /** The number that a chat has now: its own, unless it has migrated. */
  public long currentNumber(long chat) {
    return database.reading(handle -> currentNumber(handle, chat));
  }

  /**
   * Forgets what ended before a time. Its keys are forgotten too: nothing may put them in again.
   *
   * @return how many
   */
  public int forgetEndedBefore(Instant time) {
    return database.inTransaction(
        handle ->
            handle
                .createUpdate("DELETE FROM outbox WHERE state <> 'WAITING' AND ended < :time")
                .bind("time", time.toEpochMilli())
                .execute());
  }

  /** Forgets a chat and everything that was or is to be said there. */
  public void forget(Handle handle, long chat) {
    for (String table : List.of("outbox", "chat_state")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE chat = :chat")
          .bind("chat", chat)
          .execute();
    }
    touch(chat);
  }

  /** Forgets what was said in a chat about an update, sent or not. */
  public void forgetSaid(Handle handle, long chat, long updateId) {
    handle.execute(
        "DELETE FROM chat_state WHERE chat = ? AND suspended IS NULL AND moved_to IS NULL", chat);
    handle
        .createUpdate("DELETE FROM outbox WHERE chat = :chat AND name LIKE :names")
        .bind("chat", chat)
        .bind("names", "u/" + updateId + "/%")
        .execute();
  }

  /** Runs something whenever there may be something new to send, after it is durable or before. */
  void onChange(Runnable waker) {
    wakers.add(waker);
  }

  Database database() {
    return database;
  }

  ChatListener listener() {
    return listener;
  }

  void waitUntil(Handle handle, long chat, Instant time) {
    mark(handle, chat, "wait_until", time.toEpochMilli());
  }

  /** Makes the dispatcher read a chat's state once the current transaction has ended. */
  void touch(long chat) {
    touched.add(chat);
  }

  /** The chats touched since the last time. */
  Set<Long> takeTouched() {
    Set<Long> taken = new LinkedHashSet<>();
    for (Long chat = touched.poll(); chat != null; chat = touched.poll()) {
      taken.add(chat);
    }
    return taken;
  }

  private void mark(Handle handle, long chat, String column, @Nullable Object value) {
    touch(chat);
    handle
        .createUpdate(
            "INSERT INTO chat_state (chat, "
                + column
                + ", changed) VALUES (:chat, :value, :now)"
                + " ON CONFLICT (chat) DO UPDATE SET "
                + column
                + " = :value, changed = :now")
        .bind("chat", chat)
        .bind("value", value)
        .bind("now", clock.millis())
        .execute();
  }

  private static long currentNumber(Handle handle, long chat) {
    return handle
        .createQuery("SELECT moved_to FROM chat_state WHERE chat = :chat AND moved_to IS NOT NULL")
        .bind("chat", chat)
        .mapTo(Long.class)
        .findOne()
        .orElse(chat);
  }

  /** A call as it is written in the row of another chat. */
  static Call inChat(Call call, long chat) {
    return switch (call) {
      case Call.SendMessage send ->
          new Call.SendMessage(chat, send.thread(), send.replyTo(), send.message());
      case Call.SendDocument send ->
          new Call.SendDocument(
              chat, send.thread(), send.replyTo(), send.name(), send.content(), send.caption());
      case Call.SendPhoto send ->
          new Call.SendPhoto(chat, send.thread(), send.replyTo(), send.picture(), send.caption());
      case Call.EditMessage edit -> edit.in(chat);
      case Call.EditButtons edit -> new Call.EditButtons(chat, edit.messageId(), edit.buttons());
      case Call.DeleteMessage delete -> new Call.DeleteMessage(chat, delete.messageId());
      case Call.SendChatAction action -> new Call.SendChatAction(chat, action.thread());
      case Call.SetReaction reaction ->
          new Call.SetReaction(chat, reaction.messageId(), reaction.emoji());
      case Call.LeaveChat _ -> new Call.LeaveChat(chat);
      case Call.AnswerCallback _,
          Call.AnswerInline _,
          Call.AnswerGuest _,
          Call.GetMe _,
          Call.GetFile _,
          Call.DeleteWebhook _,
          Call.GetChatAdministrators _,
          Call.GetChatMember _,
          Call.SetMyCommands _,
          Call.SetMyName _,
          Call.SetMyDescription _,
          Call.SetMyShortDescription _,
          Call.ShowCommandsMenu _ ->
          call;
    };
  }
}
