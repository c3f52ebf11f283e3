/** Everything that has to reach Telegram, until it has. */
@NullMarked
package news.isnad.bot.outbox;

import org.jspecify.annotations.NullMarked;
