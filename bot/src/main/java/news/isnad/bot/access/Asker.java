package news.isnad.bot.access;

import static java.util.Objects.requireNonNull;

import news.isnad.bot.telegram.Chat;
import news.isnad.bot.telegram.Incoming.TextMessage;
import news.isnad.bot.telegram.Person;

/**
 * Somebody who wants something, and where. Immutable.
 *
 * @param anonymousAdministrator whether it was said in the group's own name, which only its
 *     administrators can; who it was, Telegram does not tell
 */
public record Asker(Person person, Chat chat, boolean anonymousAdministrator) {
  public Asker {
    requireNonNull(person, "person is null");
    requireNonNull(chat, "chat is null");
  }

  /** Whoever wrote a message. */
  public static Asker of(TextMessage message) {
    return new Asker(message.person(), message.chat(), message.isFromAnonymousAdministrator());
  }
}
