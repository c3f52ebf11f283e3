package news.isnad.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.bot.telegram.Incoming.ButtonPress;
import news.isnad.bot.telegram.Incoming.EditedMessage;
import news.isnad.bot.telegram.Incoming.MembershipChange;
import news.isnad.bot.telegram.Incoming.Migration;
import news.isnad.bot.telegram.Incoming.Other;
import news.isnad.bot.telegram.Incoming.SentFile;
import news.isnad.bot.telegram.Incoming.SharedText;
import news.isnad.bot.telegram.Incoming.TextMessage;
import news.isnad.bot.telegram.Incoming.TopicChange;
import news.isnad.bot.telegram.Incoming.WordlessMessage;

/**
 * Reads an update.
 *
 * <p>Telegram adds fields, kinds and values between our versions, and the library's typed objects
 * throw on some of them and lose the question that stood beside. So only the fields that we use are
 * read, from the tree, and a field of another type than expected counts as absent.
 *
 * <p>Immutable.
 */
public final class IncomingReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ABOUT_WORDS =
      Pattern.compile("/quote(@\\w+)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMAND =
      Pattern.compile("/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?=\\s|$)");

  private static final String REOPENED = "forum_topic_reopened";
  private static final List<String> TOPIC_CHANGES =
      List.of("forum_topic_created", "forum_topic_edited", "forum_topic_closed", REOPENED);

  private static final List<String> BORROWED =
      List.of("forward_origin", "forward_date", "forward_from", "forward_from_chat", "via_bot");

  private final long botId;

  /**
   * @param botId our own id: tells which messages are ours
   */
  public IncomingReader(long botId) {
    this.botId = botId;
  }

  /**
   * Reads an update from its text.
   *
   * @throws IllegalArgumentException if it is not a JSON object with an {@code update_id}
   */
  public Incoming read(String update) {
    try {
      return read(JSON.readTree(update));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("update is not JSON", broken);
    }
  }

  /**
   * Reads an update.
   *
   * @throws IllegalArgumentException if it has no {@code update_id}
   */
  public Incoming read(JsonNode update) {
    OptionalLong id = idOf(update);
    if (id.isEmpty()) {
      throw new IllegalArgumentException("update without update_id");
    }
    return read(id.getAsLong(), update).orElseGet(() -> new Other(id.getAsLong(), kindOf(update)));
  }

  /** The update's number, if it has one. */
  public static OptionalLong idOf(JsonNode update) {
    JsonNode id = update.path("update_id");
    return isNumber(id) ? OptionalLong.of(id.longValue()) : OptionalLong.empty();
  }

  /**
   * The queue that an update waits in: those of a chat are handled in order, so it is the chat's
   * number, else the person's, else 0.
   */
  public static long laneOf(JsonNode update) {
    for (JsonNode part : update) {
      for (JsonNode candidate :
          new JsonNode[] {
            part.path("chat").path("id"),
            part.path("message").path("chat").path("id"),
            part.path("from").path("id")
          }) {
        if (isNumber(candidate)) {
          return candidate.longValue();
        }
      }
    }
    return 0;
  }

  private Optional<Incoming> read(long id, JsonNode update) {
    if (update.path("message").isObject()) {
      return readMessage(id, update.path("message"));
    }
    if (update.path("edited_message").isObject()) {
      return readMessage(id, update.path("edited_message"))
          .flatMap(
              edited ->
                  switch (edited) {
                    case TextMessage text -> Optional.of(new EditedMessage(text));
                    case SharedText shared -> Optional.of(new EditedMessage(shared.message()));
                    default -> Optional.empty();
                  });
    }
    for (String field : List.of("channel_post", "edited_channel_post")) {
      if (update.path(field).isObject()) {
        return ForwardReader.readPost(id, update.path(field));
      }
    }
    if (update.path("guest_message").isObject()) {
      return ForwardReader.readGuest(id, update.path("guest_message"));
    }
    if (update.path("callback_query").isObject()) {
      return readPress(id, update.path("callback_query"));
    }
    if (update.path("inline_query").isObject()) {
      return readInline(id, update.path("inline_query"));
    }
    if (update.path("my_chat_member").isObject()) {
      return readMembership(id, update.path("my_chat_member"));
    }
    return Optional.empty();
  }

  private Optional<Incoming> readMessage(long id, JsonNode message) {
    Optional<Chat> chat = readChat(message.path("chat"));
    Optional<Long> messageId = number(message, "message_id");
    if (chat.isEmpty() || messageId.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> to = number(message, "migrate_to_chat_id");
    if (to.isPresent()) {
      return Optional.of(new Migration(id, chat.get().id(), to.get()));
    }
    Optional<Long> from = number(message, "migrate_from_chat_id");
    if (from.isPresent()) {
      return Optional.of(new Migration(id, from.get(), chat.get().id()));
    }
    Optional<Incoming> topic = readTopicChange(id, chat.get(), message);
    if (topic.isPresent()) {
      return topic;
    }
    Optional<Person> person =
        readPerson(message.path("from")).or(() -> readSenderChat(message.path("sender_chat")));
    if (person.isEmpty()) {
      return Optional.empty();
    }
    String text = text(message, "text");
    if (isBorrowed(message) && isCommand(text.isEmpty() ? text(message, "caption") : text)) {
      return Optional.empty();
    }
    if (!text.isEmpty()) {
      TextMessage said = readText(id, message, chat.get(), messageId.get(), person.get(), text);
      return Optional.of(
          ForwardReader.isShared(message, said) ? ForwardReader.shared(message, said) : said);
    }
    String caption = text(message, "caption");
    TextMessage said =
        readText(
            id,
            message,
            chat.get(),
            messageId.get(),
            person.get(),
            caption.isEmpty() ? "-" : caption);
    JsonNode document = message.path("document");
    if (ForwardReader.isReadable(document)) {
      return Optional.of(
          new SentFile(
              said,
              text(document, "file_id"),
              number(document, "file_size").orElse(0L),
              text(document, "file_name"),
              ForwardReader.readOrigin(message)));
    }
    boolean isAddressed = chat.get().isPrivate() || said.replyToBot() || said.command().isPresent();
    return isAddressed && ForwardReader.isWordless(message)
        ? Optional.of(
            new WordlessMessage(
                said,
                Optional.of(text(message, "media_group_id")).filter(album -> !album.isEmpty())))
        : Optional.empty();
  }

  private static Optional<Incoming> readTopicChange(long id, Chat chat, JsonNode message) {
    return TOPIC_CHANGES.stream()
        .filter(message::has)
        .findFirst()
        .flatMap(
            kind ->
                number(message, "message_thread_id")
                    .map(
                        thread ->
                            new TopicChange(
                                id,
                                chat,
                                thread,
                                Optional.of(text(message.path(kind), "name"))
                                    .filter(name -> !name.isBlank()),
                                kind.equals(REOPENED))));
  }

  /**
   * Whether the words are not the sender's own: forwarded, or taken from a bot's inline results.
   * Commands in them are nobody's wish.
   */
  private static boolean isBorrowed(JsonNode message) {
    return BORROWED.stream().anyMatch(message::has);
  }

  private static boolean isCommand(String text) {
    return COMMAND.matcher(text).lookingAt();
  }

  private TextMessage readText(
      long id, JsonNode message, Chat chat, long messageId, Person person, String written) {
    String text = withQuoted(message, written);
    JsonNode repliedTo = message.path("reply_to_message");
    // In a topic every message "replies" to the one that opened the topic.
    boolean reply = repliedTo.isObject() && !repliedTo.has("forum_topic_created");
    Matcher command = COMMAND.matcher(text);
    boolean isCommand = command.lookingAt();
    return new TextMessage(
        id,
        person,
        chat,
        number(message.path("sender_chat"), "id"),
        readThread(message),
        messageId,
        text,
        reply && number(repliedTo.path("from"), "id").filter(author -> author == botId).isPresent(),
        reply ? number(repliedTo, "message_id") : Optional.empty(),
        isCommand ? Optional.of(command.group(1)).map(IncomingReader::lower) : Optional.empty(),
        isCommand
            ? Optional.ofNullable(command.group(2)).map(IncomingReader::lower)
            : Optional.empty(),
        number(message, "date").map(Instant::ofEpochSecond).orElse(Instant.EPOCH));
  }

  /** A command that asks about words, alone in a reply: the words are those replied to. */
  private static String withQuoted(JsonNode message, String written) {
    String alone = written.strip();
    if (!ABOUT_WORDS.matcher(alone).matches()) {
      return written;
    }
    JsonNode replied = message.path("reply_to_message");
    String marked = message.path("quote").path("text").asText("");
    String words =
        marked.isBlank() ? replied.path("text").asText(replied.path("caption").asText("")) : marked;
    return words.isBlank() ? written : alone + " " + words.strip();
  }

  private static Optional<Incoming> readPress(long id, JsonNode query) {
    Optional<Person> person = readPerson(query.path("from"));
    String callbackId = text(query, "id");
    if (person.isEmpty() || callbackId.isEmpty()) {
      return Optional.empty();
    }
    JsonNode message = query.path("message");
    return Optional.of(
        new ButtonPress(
            id,
            callbackId,
            text(query, "data"),
            person.get(),
            readChat(message.path("chat")),
            readThread(message),
            number(message, "message_id"),
            // An inaccessible message is told by its date of 0.
            number(message, "date").filter(date -> date != 0).isPresent()));
  }

  private static Optional<Incoming> readInline(long id, JsonNode query) {
    String queryId = text(query, "id");
    return readPerson(query.path("from"))
        .filter(_ -> !queryId.isEmpty())
        .map(
            person ->
                new Incoming.InlineQuery(
                    id, queryId, person, text(query, "query"), !text(query, "offset").isEmpty()));
  }

  private static Optional<Incoming> readMembership(long id, JsonNode change) {
    Optional<Chat> chat = readChat(change.path("chat"));
    Optional<Person> person = readPerson(change.path("from"));
    if (chat.isEmpty() || person.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MembershipChange(
            id,
            chat.get(),
            person.get(),
            readMember(change.path("old_chat_member")),
            readMember(change.path("new_chat_member"))));
  }

  /** What a {@code ChatMember} object says of somebody's place in a chat. */
  public static Membership readMember(JsonNode member) {
    return switch (text(member, "status")) {
      case "creator" -> Membership.OWNER;
      case "administrator" -> Membership.ADMINISTRATOR;
      case "member" -> Membership.MEMBER;
      case "restricted" -> {
        if (!member.path("is_member").asBoolean(true)) {
          yield Membership.LEFT;
        }
        yield member.path("can_send_messages").asBoolean(true)
            ? Membership.MEMBER
            : Membership.SILENCED;
      }
      case "left" -> Membership.LEFT;
      case "kicked" -> Membership.KICKED;
      default -> Membership.UNKNOWN;
    };
  }

  private static Optional<Long> readThread(JsonNode message) {
    // Outside forums the field numbers threads of replies, which nothing can be posted to.
    return message.path("is_topic_message").asBoolean()
        ? number(message, "message_thread_id")
        : Optional.empty();
  }

  static Optional<Chat> readChat(JsonNode chat) {
    return number(chat, "id")
        .map(
            id -> {
              Chat.Kind kind =
                  switch (text(chat, "type")) {
                    case "private" -> Chat.Kind.PRIVATE;
                    case "group" -> Chat.Kind.GROUP;
                    case "supergroup" -> Chat.Kind.SUPERGROUP;
                    default -> Chat.Kind.CHANNEL;
                  };
              return new Chat(id, kind, text(chat, "title"), chat.path("is_forum").asBoolean());
            });
  }

  static Optional<Person> readPerson(JsonNode user) {
    return number(user, "id")
        .map(
            id -> {
              String language = text(user, "language_code");
              return new Person(
                  id,
                  text(user, "first_name"),
                  language.isEmpty() ? Optional.empty() : Optional.of(language),
                  user.path("is_bot").asBoolean());
            });
  }

  private static Optional<Person> readSenderChat(JsonNode chat) {
    return number(chat, "id")
        .map(id -> new Person(id, text(chat, "title"), Optional.empty(), false));
  }

  private static String kindOf(JsonNode update) {
    for (Iterator<String> names = update.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals("update_id")) {
        return name;
      }
    }
    return "";
  }

  private static boolean isNumber(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong();
  }

  static Optional<Long> number(JsonNode parent, String field) {
    JsonNode node = parent.path(field);
    return isNumber(node) ? Optional.of(node.longValue()) : Optional.empty();
  }

  static String text(JsonNode parent, String field) {
    JsonNode node = parent.path(field);
    return node.isTextual() ? node.textValue() : "";
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
