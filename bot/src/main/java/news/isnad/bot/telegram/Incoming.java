package news.isnad.bot.telegram;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What reached us from Telegram, reduced to what we use. All text in it is hostile. Immutable.
 *
 * <p>Made by {@link IncomingReader} from the JSON of an update; what it does not know is {@link
 * Other}, never an error.
 */
public sealed interface Incoming {
  /** The update's number, growing. */
  long updateId();

  /** The chat it happened in, if it did in one: updates of a chat are handled in order. */
  default Optional<Long> chatId() {
    return Optional.empty();
  }

  /** Who caused it, if somebody did. */
  default Optional<Person> from() {
    return Optional.empty();
  }

  /**
   * A text that somebody wrote where we can read it.
   *
   * @param person who wrote it; for an anonymous administrator Telegram's stand-in bot
   * @param senderChat the chat in whose name it was posted; equal to the chat's own id for an
   *     anonymous administrator
   * @param thread the forum topic it was written in; none in General and in chats without topics
   * @param text not empty
   * @param replyToBot whether it replies to one of our messages
   * @param replyToMessage the message that it replies to
   * @param command the command that it begins with, in lower case and without the slash, if it does
   * @param commandFor the user name after {@code @} in that command, in lower case, if any
   */
  record TextMessage(
      long updateId,
      Person person,
      Chat chat,
      Optional<Long> senderChat,
      Optional<Long> thread,
      long messageId,
      String text,
      boolean replyToBot,
      Optional<Long> replyToMessage,
      Optional<String> command,
      Optional<String> commandFor,
      Instant date)
      implements Incoming {
    public TextMessage {
      requireNonNull(person, "person is null");
      requireNonNull(chat, "chat is null");
      requireNonNull(text, "text is null");
    }

    @Override
    public Optional<Long> chatId() {
      return Optional.of(chat.id());
    }

    @Override
    public Optional<Person> from() {
      return Optional.of(person);
    }

    /** Whether it was posted in the group's own name, which only administrators can. */
    public boolean isFromAnonymousAdministrator() {
      return senderChat.isPresent() && senderChat.get() == chat.id();
    }

    /** What follows the command, without white space around it; the whole text if there is none. */
    public String argument() {
      if (command.isEmpty()) {
        return text.strip();
      }
      int end = 0;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      return text.substring(end).strip();
    }
  }

  /** A text that was changed after it had been sent; {@code message} has the new words. */
  record EditedMessage(TextMessage message) implements Incoming {
    @Override
    public long updateId() {
      return message.updateId();
    }

    @Override
    public Optional<Long> chatId() {
      return message.chatId();
    }

    @Override
    public Optional<Person> from() {
      return message.from();
    }
  }

  /**
   * A file, in a private chat or in a group where we are spoken to: with the caption {@code
   * /command}, or as a reply to us.
   *
   * @param message the caption as a text; {@code -} where there is none
   * @param fileId what to fetch it by
   * @param size in bytes; 0 where Telegram does not say
   * @param name what its sender calls it, perhaps empty
   * @param origin where it was forwarded from
   */
  record SentFile(
      TextMessage message, String fileId, long size, String name, Optional<Origin> origin)
      implements Incoming {
    public SentFile {
      requireNonNull(message, "message is null");
      requireNonNull(fileId, "fileId is null");
      requireNonNull(name, "name is null");
      requireNonNull(origin, "origin is null");
    }

    @Override
    public long updateId() {
      return message.updateId();
    }

    @Override
    public Optional<Long> chatId() {
      return message.chatId();
    }

    @Override
    public Optional<Person> from() {
      return message.from();
    }
  }

  /**
   * Where a message was forwarded from, where that is no person.
   *
   * @param chat the channel or group
   * @param channel whether it is a channel
   * @param title what it calls itself
   */
  record Origin(long chat, boolean channel, String title) {
    public Origin {
      requireNonNull(title, "title is null");
    }
  }

  /**
   * A text in a private chat that its sender did not write but found: forwarded, or nothing but a
   * link.
   *
   * @param link the first address in it
   * @param origin where it was forwarded from
   */
  record SharedText(TextMessage message, Optional<String> link, Optional<Origin> origin)
      implements Incoming {
    public SharedText {
      requireNonNull(message, "message is null");
      requireNonNull(link, "link is null");
      requireNonNull(origin, "origin is null");
    }

    @Override
    public long updateId() {
      return message.updateId();
    }

    @Override
    public Optional<Long> chatId() {
      return message.chatId();
    }

    @Override
    public Optional<Person> from() {
      return message.from();
    }
  }

  /**
   * Something that is not text, in a private chat or in a group as a reply to us: a photograph, a
   * voice, a sticker, a file.
   *
   * @param message its caption as a text; {@code -} where there is none
   * @param album the album that it is part of
   */
  record WordlessMessage(TextMessage message, Optional<String> album) implements Incoming {
    public WordlessMessage {
      requireNonNull(message, "message is null");
      requireNonNull(album, "album is null");
    }

    /** The words with it, perhaps empty. */
    public String caption() {
      return message.text().equals("-") ? "" : message.text();
    }

    @Override
    public long updateId() {
      return message.updateId();
    }

    @Override
    public Optional<Long> chatId() {
      return message.chatId();
    }

    @Override
    public Optional<Person> from() {
      return message.from();
    }
  }

  /**
   * A post in a channel that we are a member of, or another wording of one.
   *
   * @param username the channel's public name, without {@code @}
   * @param text what is printed in it, perhaps empty
   * @param origin what the post says it was forwarded from
   */
  record ChannelPost(
      long updateId,
      Chat chat,
      Optional<String> username,
      long messageId,
      String text,
      Optional<String> origin,
      Instant date)
      implements Incoming {
    public ChannelPost {
      requireNonNull(chat, "chat is null");
      requireNonNull(username, "username is null");
      requireNonNull(text, "text is null");
      requireNonNull(origin, "origin is null");
    }

    @Override
    public Optional<Long> chatId() {
      return Optional.of(chat.id());
    }
  }

  /**
   * Somebody mentions us in a chat that we are no member of: one question, to be answered once.
   *
   * @param words what is said to us, without our name
   */
  record GuestMessage(long updateId, String queryId, Person person, String words)
      implements Incoming {
    public GuestMessage {
      requireNonNull(queryId, "queryId is null");
      requireNonNull(person, "person is null");
      requireNonNull(words, "words is null");
    }

    @Override
    public Optional<Person> from() {
      return Optional.of(person);
    }
  }

  /**
   * A press on one of our buttons.
   *
   * @param data what we wrote into the button; forged presses exist
   * @param chat where the message with the button stands; none for inline messages
   * @param thread the forum topic of that message
   * @param messageId the message with the button, if Telegram says
   * @param accessible whether that message can still be read and edited
   */
  record ButtonPress(
      long updateId,
      String callbackId,
      String data,
      Person person,
      Optional<Chat> chat,
      Optional<Long> thread,
      Optional<Long> messageId,
      boolean accessible)
      implements Incoming {
    public ButtonPress {
      requireNonNull(callbackId, "callbackId is null");
      requireNonNull(data, "data is null");
      requireNonNull(person, "person is null");
    }

    @Override
    public Optional<Long> chatId() {
      return chat.map(Chat::id);
    }

    @Override
    public Optional<Person> from() {
      return Optional.of(person);
    }
  }

  /**
   * Somebody types {@code @bot words} in some chat, which Telegram does not name, and waits for
   * something to choose from. One for every few letters.
   *
   * @param words perhaps empty
   */
  record InlineQuery(long updateId, String queryId, Person person, String words, boolean further)
      implements Incoming {
    public InlineQuery {
      requireNonNull(queryId, "queryId is null");
      requireNonNull(person, "person is null");
      requireNonNull(words, "words is null");
    }

    @Override
    public Optional<Person> from() {
      return Optional.of(person);
    }
  }

  /**
   * Our own place in a chat changed: added, removed, blocked, made administrator.
   *
   * @param person who changed it
   */
  record MembershipChange(
      long updateId, Chat chat, Person person, Membership before, Membership after)
      implements Incoming {
    public MembershipChange {
      requireNonNull(chat, "chat is null");
      requireNonNull(person, "person is null");
      requireNonNull(before, "before is null");
      requireNonNull(after, "after is null");
    }

    @Override
    public Optional<Long> chatId() {
      return Optional.of(chat.id());
    }

    @Override
    public Optional<Person> from() {
      return Optional.of(person);
    }
  }

  /** A group became a supergroup and has another number now. */
  record Migration(long updateId, long fromChat, long toChat) implements Incoming {
    @Override
    public Optional<Long> chatId() {
      return Optional.of(toChat);
    }
  }

  /**
   * A forum topic was made, named, closed or opened again.
   *
   * @param name its name, where Telegram says
   * @param reopened whether it can be written in again
   */
  record TopicChange(long updateId, Chat chat, long thread, Optional<String> name, boolean reopened)
      implements Incoming {
    public TopicChange {
      requireNonNull(chat, "chat is null");
      requireNonNull(name, "name is null");
    }

    @Override
    public Optional<Long> chatId() {
      return Optional.of(chat.id());
    }
  }

  /**
   * Anything else.
   *
   * @param kind the field of the update that was there, such as {@code poll}; empty if none
   */
  record Other(long updateId, String kind) implements Incoming {
    public Other {
      requireNonNull(kind, "kind is null");
    }
  }
}
