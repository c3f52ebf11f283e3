/**
 * Who may do what, where. Asked for every command and every button, whatever a menu showed.
 *
 * <pre>{@code
 * Access access = new Access(settings.allowed(), settings.operators(), groupAdministrators);
 * if (access.may(new Asker(person, chat, false), Action.SUBSCRIBE)) { ... }
 * }</pre>
 *
 * <p>{@link Access} is immutable; {@link TelegramGroupAdministrators} remembers for a few minutes
 * what Telegram said and is safe for concurrent use. Nothing is stored.
 */
@NullMarked
package news.isnad.bot.access;

import org.jspecify.annotations.NullMarked;
