package news.isnad.bot.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.isnad.bot.inbox.Inbox.Waiting;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
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

/**
 * Shows "typing" to whoever waits for longer than a second. Confined to the thread of the worker.
 */
final class Patience {
  static final Duration LASTS = Duration.ofSeconds(1);

  private final Function<Waiting, Optional<Incoming>> reading;
  private final Outbox outbox;

  /** What is being handled, the oldest first; what was shown is no longer here. */
  private final Map<Long, Begun> begun = new LinkedHashMap<>();

  private record Begun(Waiting update, Instant at) {}

  /**
   * @param reading what an update is; empty where it has been handled by now, though nobody here
   *     was told of that yet
   */
  Patience(Function<Waiting, Optional<Incoming>> reading, Outbox outbox) {
    this.reading = requireNonNull(reading, "reading is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
  }

  void begun(Waiting update, Instant now) {
    begun.put(update.sequence(), new Begun(update, now));
  }

  void ended(Waiting update) {
    begun.remove(update.sequence());
  }

  /**
   * Shows it where it is time to.
   *
   * @return when it is time again, if what is under way goes on until then
   */
  Instant show(Instant now) {
    for (Iterator<Begun> each = begun.values().iterator(); each.hasNext(); ) {
      Begun next = each.next();
      Instant due = next.at().plus(LASTS);
      if (due.isAfter(now)) {
        return due;
      }
      each.remove();
      reading
          .apply(next.update())
          .flatMap(Patience::typing)
          .ifPresent(
              call -> outbox.enqueue(Outgoing.answer("typing/" + next.update().updateId(), call)));
    }
    return Instant.MAX;
  }

  /** In groups only to whoever speaks to us. */
  private static Optional<Call> typing(Incoming incoming) {
    return switch (incoming) {
      case TextMessage text -> typing(text);
      case SentFile file -> typing(file.message());
      case SharedText shared -> typing(shared.message());
      case ButtonPress press ->
          press.chat().map(chat -> new Call.SendChatAction(chat.id(), press.thread()));
      case EditedMessage _,
          WordlessMessage _,
          InlineQuery _,
          GuestMessage _,
          MembershipChange _,
          Migration _,
          TopicChange _,
          ChannelPost _,
          Other _ ->
          Optional.empty();
    };
  }

  private static Optional<Call> typing(TextMessage text) {
    boolean ours = text.chat().isPrivate() || text.command().isPresent() || text.replyToBot();
    return Optional.<Call>of(new Call.SendChatAction(text.chat().id(), text.thread()))
        .filter(_ -> ours);
  }
}
