package news.isnad.bot.telegram;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Somebody on Telegram, as an update shows them. Immutable.
 *
 * @param firstName as they wrote it: hostile, perhaps empty
 * @param languageCode the language of their app, such as {@code ar} or {@code en-GB}
 * @param bot whether it is a bot
 */
public record Person(long id, String firstName, Optional<String> languageCode, boolean bot) {
  public Person {
    requireNonNull(firstName, "firstName is null");
    requireNonNull(languageCode, "languageCode is null");
  }
}
