/**
 * Pictures of figures, for chats.
 *
 * <pre>{@code
 * BarChart asked =
 *     new BarChart("Questions a day", days, List.of(new Series("answered", answered)), UPRIGHT);
 * Optional<Picture> picture = Charts.draw(List.of(asked));
 * }</pre>
 *
 * <p>A chart is a value; {@link news.isnad.bot.picture.Charts} draws several, one below the other,
 * by JFreeChart without a screen. There is a picture only where a font has every letter of it, and
 * none where the machine has no fonts at all: whoever asks says everything in words too. Safe for
 * concurrent use.
 */
@NullMarked
package news.isnad.bot.picture;

import org.jspecify.annotations.NullMarked;
