/**
 * The bot's parts put together over an engine: who answers, who is told, what is remembered. Used
 * by the terminal and by Telegram alike, so that both have the same conversation.
 *
 * <pre>{@code
 * Conversation conversation = Conversation.over(engine, parts);
 * conversation.router().handle(incoming);
 * conversation.alerts().step();
 * }</pre>
 */
@NullMarked
package news.isnad.bot.assembly;

import org.jspecify.annotations.NullMarked;
