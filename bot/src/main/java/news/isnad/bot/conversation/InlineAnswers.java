package news.isnad.bot.conversation;

import java.time.Instant;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.telegram.Call;
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
}
