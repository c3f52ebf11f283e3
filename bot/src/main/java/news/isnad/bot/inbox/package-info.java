/** Every update that reached us, from being stored until it has been handled. */
@NullMarked
package news.isnad.bot.inbox;

import org.jspecify.annotations.NullMarked;
