/**
 * Isnad on Telegram and in the terminal. Each package below is one idea; none is used in a circle.
 */
@NullMarked
package news.isnad.bot;

import org.jspecify.annotations.NullMarked;
