package news.isnad.bot.telegram;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.isnad.text.Graphemes;

/**
 * Everything we ever ask Telegram for, but polling. A call is a value: it can wait in the outbox
 * ({@link CallJson}). Immutable.
 */
public sealed interface Call {
  /** The chat that the call acts in, if it acts in one: what pacing and suspending go by. */
  default Optional<Long> chat() {
    return Optional.empty();
  }

  /**
   * A new message.
   *
   * @param thread the forum topic; none for General and for chats without topics
   * @param replyTo the message it replies to; if that is gone, it is sent without
   */
  record SendMessage(long chatId, Optional<Long> thread, Optional<Long> replyTo, Message message)
      implements Call {
    public SendMessage {
      requireNonNull(thread, "thread is null");
      requireNonNull(replyTo, "replyTo is null");
      requireNonNull(message, "message is null");
    }

    /** A message to a chat without topics that replies to nothing. */
    public static SendMessage to(long chatId, Message message) {
      return new SendMessage(chatId, Optional.empty(), Optional.empty(), message);
    }

    @Override
    public Optional<Long> chat() {
      return Optional.of(chatId);
    }
  }

  /**
   * A text file as a new message.
   *
   * @param name of the file
   * @param content of the file, UTF-8
   * @param caption plain words with it, up to 1024 characters; longer is cut
   */
  record SendDocument(
      long chatId,
      Optional<Long> thread,
      Optional<Long> replyTo,
      String name,
      String content,
      String caption)
      implements Call {
    private static final int LONGEST_CAPTION = 1024;

    public SendDocument {
      requireNonNull(thread, "thread is null");
      requireNonNull(replyTo, "replyTo is null");
      if (name.isBlank() || content.isEmpty()) {
        throw new IllegalArgumentException("name or content is empty");
      }
      caption = cut(caption, LONGEST_CAPTION);
    }

    @Override
    public Optional<Long> chat() {
      return Optional.of(chatId);
    }
  }

  /**
   * A picture as a new message.
   *
   * @param caption plain words with it, up to 1024 characters; longer is cut
   */
  record SendPhoto(
      long chatId, Optional<Long> thread, Optional<Long> replyTo, Picture picture, String caption)
      implements Call {
    private static final int LONGEST_CAPTION = 1024;

    public SendPhoto {
      requireNonNull(thread, "thread is null");
      requireNonNull(replyTo, "replyTo is null");
      requireNonNull(picture, "picture is null");
      caption = cut(caption, LONGEST_CAPTION);
    }

    @Override
    public Optional<Long> chat() {
      return Optional.of(chatId);
    }
  }

  /** Where the content of a file that somebody sent can be fetched. */
  record GetFile(String fileId) implements Call {}

  /**
   * Other words and buttons for a message of ours.
   *
   * @param anew where it is sent if somebody has deleted the message; empty if nobody misses it
   */
  record EditMessage(long chatId, long messageId, Message message, Optional<Anew> anew)
      implements Call {
    public EditMessage {
      requireNonNull(message, "message is null");
      requireNonNull(anew, "anew is null");
    }

    public EditMessage(long chatId, long messageId, Message message) {
      this(chatId, messageId, message, Optional.empty());
    }

    /** The same in other words. */
    public EditMessage with(Message other) {
      return new EditMessage(chatId, messageId, other, anew);
    }

    /** The same in another chat. */
    public EditMessage in(long chat) {
      return new EditMessage(chat, messageId, message, anew);
    }

    /** A message of its own instead, where one is wanted. */
    public Optional<SendMessage> asNew() {
      return anew.map(at -> new SendMessage(chatId, at.thread(), at.replyTo(), message));
    }

    /** Where in the chat a message is sent. */
    public record Anew(Optional<Long> thread, Optional<Long> replyTo) {}

    @Override
    public Optional<Long> chat() {
      return Optional.of(chatId);
    }
  }

  /** Other buttons for a message of ours; none takes them away. */
  record EditButtons(long chatId, long messageId, List<List<Button>> buttons) implements Call {
    public EditButtons {
      buttons = buttons.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
    }

    @Override
    public Optional<Long> chat() {
      return Optional.of(chatId);
    }
  }

  /** Takes a message of ours away. */
  record DeleteMessage(long chatId, long messageId) implements Call {
    @Override
    public Optional<Long> chat() {
      return Optional.of(chatId);
    }
  }

  /**
   * Ends the waiting sign on a pressed button. Every press is answered, with or without words.
   *
   * @param text plain, up to 200 characters; longer is cut
   * @param alert shows the text in a window that has to be closed
   */
  record AnswerCallback(String callbackId, Optional<String> text, boolean alert) implements Call {
    private static final int LONGEST_TEXT = 200;

    public AnswerCallback {
      if (callbackId.isEmpty()) {
        throw new IllegalArgumentException("callbackId is empty");
      }
      text = text.filter(words -> !words.isBlank()).map(words -> cut(words, LONGEST_TEXT));
    }

    /** An answer without words. */
    public static AnswerCallback silently(String callbackId) {
      return new AnswerCallback(callbackId, Optional.empty(), false);
    }
  }

  /**
   * What somebody may choose from who types {@code @bot words} in any chat.
   *
   * @param results at most 50, with ids that differ
   * @param cached how long Telegram may show the same to whoever asks the same
   * @param personal whether nobody else may be shown it
   * @param button above the results: opens our private chat
   */
  record AnswerInline(
      String queryId,
      List<InlineResult> results,
      Duration cached,
      boolean personal,
      Optional<StartButton> button)
      implements Call {
    private static final int MOST_RESULTS = 50;

    public AnswerInline {
      results = List.copyOf(results);
      if (queryId.isEmpty() || cached.isNegative()) {
        throw new IllegalArgumentException("queryId is empty, or cached negative");
      }
      if (results.size() > MOST_RESULTS
          || results.stream().map(InlineResult::id).distinct().count() < results.size()) {
        throw new IllegalArgumentException("more than 50 results, or two of one id");
      }
      requireNonNull(button, "button is null");
    }
  }

  /** The one answer to whoever mentioned us in a chat that we are no member of. */
  record AnswerGuest(String queryId, InlineResult result) implements Call {
    public AnswerGuest {
      requireNonNull(result, "result is null");
      if (queryId.isEmpty()) {
        throw new IllegalArgumentException("queryId is empty");
      }
    }
  }

  /**
   * A button that opens our private chat with {@code /start parameter}.
   *
   * @param startParameter 1 to 64 of {@code A-Z a-z 0-9 _ -}
   */
  record StartButton(String text, String startParameter) {
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public StartButton {
      if (text.isBlank() || !PARAMETER.matcher(startParameter).matches()) {
        throw new IllegalArgumentException("text or startParameter is not what Telegram takes");
      }
    }
  }

  /** Shows "typing" for five seconds or until the next message. */
  record SendChatAction(long chatId, Optional<Long> thread) implements Call {
    public SendChatAction {
      requireNonNull(thread, "thread is null");
    }

    @Override
    public Optional<Long> chat() {
      return Optional.of(chatId);
    }
  }

  /** Puts an emoji on a message. */
  record SetReaction(long chatId, long messageId, String emoji) implements Call {
    public SetReaction {
      requireNonNull(emoji, "emoji is null");
    }

    @Override
    public Optional<Long> chat() {
      return Optional.of(chatId);
    }
  }

  /** Who we are: id, user name. */
  record GetMe() implements Call {}

  /** Lets polling work after somebody has set a web hook; keeps what is waiting. */
  record DeleteWebhook() implements Call {}

  /** Who administers a group. */
  record GetChatAdministrators(long chatId) implements Call {
    @Override
    public Optional<Long> chat() {
      return Optional.of(chatId);
    }
  }

  /** What somebody is in a group. */
  record GetChatMember(long chatId, long personId) implements Call {
    @Override
    public Optional<Long> chat() {
      return Optional.of(chatId);
    }
  }

  /** Leaves a group. */
  record LeaveChat(long chatId) implements Call {
    @Override
    public Optional<Long> chat() {
      return Optional.of(chatId);
    }
  }

  /**
   * The menu of commands of a scope.
   *
   * @param language two letters; none for everybody whose language has no list of its own
   */
  record SetMyCommands(List<BotCommand> commands, CommandScope scope, Optional<String> language)
      implements Call {
    private static final int MOST_COMMANDS = 100;

    public SetMyCommands {
      commands = List.copyOf(commands);
      if (commands.size() > MOST_COMMANDS) {
        throw new IllegalArgumentException("more than 100 commands");
      }
      requireNonNull(scope, "scope is null");
      requireLanguage(language);
    }
  }

  /** The bot's name, up to 64 characters. */
  record SetMyName(String name, Optional<String> language) implements Call {
    public SetMyName {
      requireLength(name, 64, "name");
      requireLanguage(language);
    }
  }

  /** What an empty chat with the bot shows, up to 512 characters. */
  record SetMyDescription(String description, Optional<String> language) implements Call {
    public SetMyDescription {
      requireLength(description, 512, "description");
      requireLanguage(language);
    }
  }

  /** What the bot's profile shows, up to 120 characters. */
  record SetMyShortDescription(String description, Optional<String> language) implements Call {
    public SetMyShortDescription {
      requireLength(description, 120, "description");
      requireLanguage(language);
    }
  }

  /** Shows the list of commands as the menu button of private chats. */
  record ShowCommandsMenu() implements Call {}

  /**
   * A line of the menu of commands.
   *
   * @param name 1 to 32 of {@code a-z 0-9 _}
   * @param description 1 to 256 characters
   */
  record BotCommand(String name, String description) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,32}");

    public BotCommand {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("name is not 1 to 32 of a-z, 0-9, _: " + name);
      }
      if (description.isBlank()) {
        throw new IllegalArgumentException("description of " + name + " is blank");
      }
      requireLength(description, 256, "description of " + name);
    }
  }

  /** Who sees a menu of commands. */
  sealed interface CommandScope {
    /** Everybody for whom nothing narrower is set. */
    record Everybody() implements CommandScope {}

    /** Every private chat. */
    record PrivateChats() implements CommandScope {}

    /** Every group. */
    record Groups() implements CommandScope {}

    /** The administrators of every group. */
    record GroupAdministrators() implements CommandScope {}

    /** One chat: for instance the private chat of an operator. */
    record OneChat(long chatId) implements CommandScope {}
  }

  private static String cut(String text, int longest) {
    return Graphemes.shortened(text, longest);
  }

  private static void requireLength(String text, int longest, String name) {
    if (text.length() > longest) {
      throw new IllegalArgumentException(name + " is longer than " + longest + " characters");
    }
  }

  private static void requireLanguage(Optional<String> language) {
    language.ifPresent(
        code -> {
          if (code.length() != 2) {
            throw new IllegalArgumentException("language is not two letters: " + code);
          }
        });
  }
}
