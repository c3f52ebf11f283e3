package news.isnad.bot.telegram;

import static news.isnad.bot.telegram.IncomingReader.number;
import static news.isnad.bot.telegram.IncomingReader.readChat;
import static news.isnad.bot.telegram.IncomingReader.readPerson;
import static news.isnad.bot.telegram.IncomingReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.isnad.bot.telegram.Incoming.ChannelPost;
import news.isnad.bot.telegram.Incoming.SharedText;
import news.isnad.bot.telegram.Incoming.TextMessage;

/**
 * Reads what is not typed to us: forwarded messages, links, files, posts of channels, mentions
 * elsewhere. Stateless.
 */
final class ForwardReader {
  /** What people send that is no text. */
  private static final List<String> WORDLESS =
      List.of(
          "photo",
          "voice",
          "audio",
          "video",
          "video_note",
          "animation",
          "sticker",
          "document",
          "location",
          "contact",
          "poll",
          "dice",
          "story",
          "paid_media",
          "live_photo",
          "rich_message",
          "checklist",
          "venue",
          "game",
          "invoice");

  private static final Pattern READABLE_NAME =
      Pattern.compile(".*\\.(opml|txt|md|html?|pdf|docx)", Pattern.CASE_INSENSITIVE);
  private static final List<String> READABLE =
      List.of(
          "text/",
          "application/pdf",
          "application/xhtml+xml",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s<>\"]{4,2000}", Pattern.CASE_INSENSITIVE);

  private ForwardReader() {}

  /** Whether a document is of a kind that news come in. */
  static boolean isReadable(JsonNode document) {
    String type = text(document, "mime_type");
    return !text(document, "file_id").isEmpty()
        && (READABLE.stream().anyMatch(type::startsWith)
            || READABLE_NAME.matcher(text(document, "file_name")).matches());
  }

  /** Forwarded, or nothing but a link; what somebody was asked for with a command is their own. */
  static boolean isShared(JsonNode message, TextMessage said) {
    return said.chat().isPrivate()
        && said.command().isEmpty()
        && (message.has("forward_origin") || LINK.matcher(said.text().strip()).matches());
  }

  static SharedText shared(JsonNode message, TextMessage said) {
    Matcher printed = LINK.matcher(said.text());
    Optional<String> link =
        printed.find()
            ? Optional.of(printed.group().replaceAll("[.,;:!?)\\]»”]+$", ""))
            : hidden(message);
    return new SharedText(said, link, readOrigin(message));
  }

  /** The first link that stands behind words. */
  private static Optional<String> hidden(JsonNode message) {
    for (JsonNode entity : message.path("entities")) {
      String address = text(entity, "url");
      if (text(entity, "type").equals("text_link") && LINK.matcher(address).matches()) {
        return Optional.of(address);
      }
    }
    return Optional.empty();
  }

  static Optional<Incoming.Origin> readOrigin(JsonNode message) {
    JsonNode origin = message.path("forward_origin");
    boolean channel = text(origin, "type").equals("channel");
    JsonNode chat = origin.path(channel ? "chat" : "sender_chat");
    return number(chat, "id").map(id -> new Incoming.Origin(id, channel, text(chat, "title")));
  }

  static Optional<Incoming> readPost(long id, JsonNode post) {
    Optional<Chat> chat = readChat(post.path("chat"));
    Optional<Long> messageId = number(post, "message_id").filter(number -> number > 0);
    if (chat.isEmpty() || chat.get().kind() != Chat.Kind.CHANNEL || messageId.isEmpty()) {
      return Optional.empty();
    }
    String text = text(post, "text");
    String username = text(post.path("chat"), "username");
    return Optional.of(
        new ChannelPost(
            id,
            chat.get(),
            Optional.of(username).filter(name -> !name.isEmpty()),
            messageId.get(),
            text.isEmpty() ? text(post, "caption") : text,
            originName(post.path("forward_origin")),
            number(post, "date").map(Instant::ofEpochSecond).orElse(Instant.EPOCH)));
  }

  /** Whose words a forwarded post says it has. */
  private static Optional<String> originName(JsonNode origin) {
    return Stream.of(
            text(origin.path("chat"), "title"),
            text(origin.path("sender_chat"), "title"),
            text(origin, "sender_user_name"),
            text(origin.path("sender_user"), "first_name"))
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  /** Whether a message holds something that is no text. */
  static boolean isWordless(JsonNode message) {
    return WORDLESS.stream().anyMatch(message::has);
  }

  /** A mention in a chat that we are no member of. */
  static Optional<Incoming> readGuest(long id, JsonNode message) {
    String queryId = text(message, "guest_query_id");
    String words = text(message, "text").replaceAll("(?<!\\S)@\\w{3,64}", " ").strip();
    return readPerson(message.path("from"))
        .filter(_ -> !queryId.isEmpty())
        .map(person -> new Incoming.GuestMessage(id, queryId, person, words));
  }
}
