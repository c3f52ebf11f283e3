/**
 * What people read: answers, alerts and notices as messages, in the reader's language.
 *
 * <pre>{@code
 * Composer composer = new Composer(zone, names);
 * Message message = composer.answer(answer, "9f3c");
 * Message notice = composer.notice(ARABIC, "source.removed", "name", source.name());
 * String terminal = Plain.of(message, false);
 * }</pre>
 *
 * <p>All words stand in {@code messages_en.properties} and {@code messages_ar.properties}: ICU
 * patterns with plural rules, never concatenated. {@link Messages} inserts every string argument as
 * text from outside: cleaned, cut to a line and isolated, so that it cannot turn the direction of
 * what stands around it. {@link Markup} is the only type that holds HTML, and only its factories
 * escape; {@link Html} lays lines and block quotes out, gives each line its direction and keeps
 * within Telegram's length.
 *
 * <p>Everything here is immutable or made anew for each message, and safe for concurrent use except
 * {@link Html}.
 */
@NullMarked
package news.isnad.bot.compose;

import org.jspecify.annotations.NullMarked;
