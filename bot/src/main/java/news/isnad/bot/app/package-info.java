/**
 * The program: builds everything in order, runs the bot on Telegram, shows its health.
 *
 * <p>{@link news.isnad.bot.app.Main} is the command line's beginning; {@link
 * news.isnad.bot.app.TelegramRun} is {@code run}. Each long-lived part has a thread of its own;
 * they share the store and nothing else, so a crash of the process at any moment is a restart.
 */
@NullMarked
package news.isnad.bot.app;

import org.jspecify.annotations.NullMarked;
