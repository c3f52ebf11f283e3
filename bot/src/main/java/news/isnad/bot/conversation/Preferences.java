package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import news.isnad.bot.access.Asker;
import news.isnad.bot.compose.AnswerLength;
import news.isnad.store.Database;
import news.isnad.text.Language;

/**
 * How much of an answer is shown, per chat, and the language of the interface, per person and per
 * group. It follows, in this order: the person's own setting, the chat's, the language of their
 * app, English. Safe for concurrent use.
 */
public final class Preferences {
  private final Database database;

  public Preferences(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** The language to speak to somebody in. */
  public Language language(Asker asker) {
    return chosen(asker.person().id())
        .or(() -> chosen(asker.chat().id()))
        .or(() -> asker.person().languageCode().flatMap(Language::of))
        .orElse(Language.ENGLISH);
  }

  /** The language set for a person or a chat. */
  public Optional<Language> chosen(long owner) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT language FROM preference WHERE owner = :owner")
                .bind("owner", owner)
                .mapTo(String.class)
                .findOne()
                .flatMap(Language::of));
  }

  /** How much of an answer a chat wants to see. */
  public AnswerLength length(long chat) {
    return database.reading(
        handle ->
            handle
                .createQuery("SELECT length FROM answer_length WHERE owner = :owner")
                .bind("owner", chat)
                .mapTo(String.class)
                .findOne()
                .map(AnswerLength::valueOf)
                .orElse(AnswerLength.FULL));
  }

  /** Sets how much of an answer a chat wants to see. */
  public Change set(long chat, AnswerLength length) {
    return handle ->
        handle
            .createUpdate(
                "INSERT INTO answer_length (owner, length) VALUES (:owner, :length)"
                    + " ON CONFLICT (owner) DO UPDATE SET length = :length")
            .bind("owner", chat)
            .bind("length", length.name())
            .execute();
  }

  /** Sets the language of a person or a chat. */
  public Change set(long owner, Language language) {
    return handle ->
        handle
            .createUpdate(
                "INSERT INTO preference (owner, language) VALUES (:owner, :language)"
                    + " ON CONFLICT (owner) DO UPDATE SET language = :language")
            .bind("owner", owner)
            .bind("language", language.code())
            .execute();
  }
}
