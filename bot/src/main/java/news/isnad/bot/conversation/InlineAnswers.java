package news.isnad.bot.conversation;

import java.time.Instant;
import java.util.Optional;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Incoming.GuestMessage;
import news.isnad.bot.telegram.Incoming.InlineQuery;

/** What people can choose from who type our name and some words in another chat. */
@FunctionalInterface
public interface InlineAnswers {
  /**
   * What can be chosen.
   *
   * @param mayAsk whether the one who types may ask anything
   * @param messages the interface in the language of the one who types
   */
  Call.AnswerInline to(InlineQuery query, boolean mayAsk, Messages messages, Instant now);

  /** The answer to a mention in a chat that we are no member of; empty where none is given. */
  default Optional<Call.AnswerGuest> to(
      GuestMessage mention, boolean mayAsk, Messages messages, Instant now) {
    return Optional.empty();
  }
}
