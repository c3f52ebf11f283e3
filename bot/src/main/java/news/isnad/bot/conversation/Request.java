package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import news.isnad.bot.access.Asker;
import news.isnad.bot.compose.Messages;
import news.isnad.text.Language;

/**
 * What somebody wants from a command: said, or pressed. Immutable.
 *
 * @param thread the forum topic
 * @param messageId the message that says it, or that carries the button
 * @param replyTo the message that it replies to
 * @param argument what follows the command, or the id on the button; hostile, perhaps empty
 * @param answer whether the argument is the answer to what a command has asked for
 * @param messages the interface in the asker's language
 */
public record Request(
    long updateId,
    Asker asker,
    Optional<Long> thread,
    long messageId,
    Optional<Long> replyTo,
    String argument,
    boolean answer,
    Messages messages,
    Instant now) {
  public Request {
    requireNonNull(argument, "argument is null");
    requireNonNull(messages, "messages is null");
  }

  /** Language of the interface for this asker. */
  public Language language() {
    return messages.language();
  }

  public long chat() {
    return asker.chat().id();
  }

  public long person() {
    return asker.person().id();
  }

  /** The key under which what is said about this, in this place, reaches the outbox. */
  public String keyOf(int place) {
    return Turn.key(updateId, place);
  }

  Request with(String otherArgument) {
    return new Request(
        updateId, asker, thread, messageId, replyTo, otherArgument, answer, messages, now);
  }

  /** The same, as the answer to what a command has asked for. */
  Request answering() {
    return new Request(updateId, asker, thread, messageId, replyTo, argument, true, messages, now);
  }
}
