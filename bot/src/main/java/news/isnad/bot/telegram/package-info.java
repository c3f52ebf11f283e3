/**
 * The gateway to Telegram: what we say ({@link news.isnad.bot.telegram.Call}), what came of it
 * ({@link news.isnad.bot.telegram.SendOutcome}), what reached us ({@link
 * news.isnad.bot.telegram.Incoming}).
 *
 * <pre>{@code
 * SendOutcome outcome = api.call(SendMessage.to(chat, Message.of("<b>Hello</b>")));
 * switch (outcome) {
 *   case Sent sent -> remember(sent.messageId());
 *   case TooFast wait -> later(wait.retryAfter());
 *   ...
 * }
 * }</pre>
 *
 * <p>The library's client ({@code org.telegram}) carries the calls; its errors, and its answers,
 * are read here once and nowhere else. All values are immutable. Nothing here prints the token.
 */
@NullMarked
package news.isnad.bot.telegram;

import org.jspecify.annotations.NullMarked;
