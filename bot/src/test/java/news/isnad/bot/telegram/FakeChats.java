package news.isnad.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The chats of the fake and what can be done in them. Guarded by the fake's lock. */
final class FakeChats {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a button does: exactly one of them. */
  private static final Set<String> KINDS_OF_BUTTON =
      Set.of(
          "url",
          "callback_data",
          "web_app",
          "login_url",
          "switch_inline_query",
          "switch_inline_query_current_chat",
          "switch_inline_query_chosen_chat",
          "copy_text",
          "callback_game",
          "pay");

  /** A message in the fake. */
  static final class Stored {
    final long id;
    final boolean ours;
    final JsonNode from;
    String source;
    String text;
    JsonNode markup;
    Optional<Long> thread = Optional.empty();
    Optional<Long> replyTo = Optional.empty();
    boolean edited;

    Stored(long id, boolean ours, JsonNode from, String source, String text, JsonNode markup) {
      this.id = id;
      this.ours = ours;
      this.from = from;
      this.source = source;
      this.text = text;
      this.markup = markup;
    }
  }

  /** A chat in the fake. */
  static final class FakeChat {
    final long id;
    final String type;
    final String title;
    final boolean forum;
    final Map<Long, Stored> messages = new TreeMap<>();
    final Set<Long> threads = new HashSet<>();
    final List<ObjectNode> administrators = new ArrayList<>();
    Optional<FakeRefusal> closed = Optional.empty();
    Optional<Long> movedTo = Optional.empty();

    FakeChat(long id, String type, String title, boolean forum) {
      this.id = id;
      this.type = type;
      this.title = title;
      this.forum = forum;
    }

    ObjectNode json() {
      ObjectNode json = JSON.createObjectNode().put("id", id).put("type", type);
      if (type.equals("private")) {
        json.put("first_name", title);
      } else {
        json.put("title", title);
      }
      if (forum) {
        json.put("is_forum", true);
      }
      return json;
    }
  }

  final Map<Long, FakeChat> chats = new HashMap<>();
  final FakeFiles files = new FakeFiles();
  final FakeResults results;
  final Map<String, JsonNode> commands = new TreeMap<>();
  private final InstantSource clock;
  private final ObjectNode me;
  private final FakeLimits limits;
  private boolean limited;
  private long lastMessage = 100;

  FakeChats(InstantSource clock, ObjectNode me, FakeLimits limits) {
    this.clock = clock;
    this.me = me;
    this.limits = limits;
    results = new FakeResults(clock);
  }

  void limited(boolean on) {
    limited = on;
  }

  long nextMessage() {
    return ++lastMessage;
  }

  JsonNode call(String method, ObjectNode body) {
    return switch (method) {
      case "getMe" -> me;
      case "sendMessage" -> send(body);
      case "sendDocument" -> {
        body.put("text", "[file] " + body.path("caption").asText());
        yield send(body);
      }
      case "sendPhoto" -> {
        FakeFiles.checkPicture(body.path("photo").asText());
        body.put("text", "[photo] " + body.path("caption").asText());
        yield send(body);
      }
      case "getFile" -> files.get(body);
      case "editMessageText" -> editText(body);
      case "editMessageReplyMarkup" -> editMarkup(body);
      case "deleteMessage" -> delete(body);
      case "sendChatAction" -> {
        FakeChat chat = openChat(body);
        thread(chat, body);
        if (!Set.of("typing", "upload_document", "upload_photo")
            .contains(body.path("action").asText())) {
          throw FakeRefusal.badRequest("wrong parameter action in request");
        }
        yield BooleanNode.TRUE;
      }
      case "setMessageReaction" -> {
        if (openChat(body).messages.get(body.path("message_id").asLong()) == null) {
          throw FakeRefusal.badRequest("message to react not found");
        }
        yield BooleanNode.TRUE;
      }
      case "answerCallbackQuery" -> results.answerPress(body);
      case "answerInlineQuery" -> results.answerInline(body);
      case "answerGuestQuery" -> results.answerGuest(body);
      case "setMyCommands" -> setCommands(body);
      case "deleteMyCommands" -> {
        commands.remove(commandsKey(body));
        yield BooleanNode.TRUE;
      }
      case "getMyCommands" -> commands.getOrDefault(commandsKey(body), JSON.createArrayNode());
      case "setMyName", "setMyDescription", "setMyShortDescription" -> {
        requireLanguage(body);
        yield BooleanNode.TRUE;
      }
      case "setChatMenuButton" -> BooleanNode.TRUE;
      case "getChat" -> openChat(body).json();
      case "getChatAdministrators" -> {
        FakeChat chat = openChat(body);
        if (chat.type.equals("private")) {
          throw FakeRefusal.badRequest("there are no administrators in the private chat");
        }
        ArrayNode list = JSON.createArrayNode();
        chat.administrators.forEach(list::add);
        yield list;
      }
      case "getChatMember" -> member(openChat(body), body.path("user_id").asLong());
      case "leaveChat" -> {
        FakeChat chat = openChat(body);
        chat.closed =
            Optional.of(new FakeRefusal(403, "Forbidden: bot is not a member of the group chat"));
        yield BooleanNode.TRUE;
      }
      default -> throw FakeRefusal.badRequest("the fake does not play " + method);
    };
  }

  private JsonNode member(FakeChat chat, long person) {
    for (ObjectNode administrator : chat.administrators) {
      if (administrator.path("user").path("id").asLong() == person) {
        return administrator;
      }
    }
    ObjectNode member = JSON.createObjectNode().put("status", "member");
    member.putObject("user").put("id", person).put("is_bot", false).put("first_name", "Somebody");
    return member;
  }

  private FakeChat openChat(JsonNode body) {
    long id = body.path("chat_id").asLong();
    FakeChat chat = chats.get(id);
    if (chat == null) {
      throw FakeRefusal.badRequest("chat not found");
    }
    if (chat.movedTo.isPresent()) {
      throw new FakeRefusal(
          400,
          "Bad Request: group chat was upgraded to a supergroup chat",
          Map.of("migrate_to_chat_id", chat.movedTo.get()));
    }
    if (chat.closed.isPresent()) {
      throw chat.closed.get();
    }
    return chat;
  }

  private static Optional<Long> thread(FakeChat chat, JsonNode body) {
    if (!body.has("message_thread_id")) {
      return Optional.empty();
    }
    long thread = body.path("message_thread_id").asLong();
    if (!chat.forum || !chat.threads.contains(thread)) {
      throw FakeRefusal.badRequest("message thread not found");
    }
    return Optional.of(thread);
  }

  private JsonNode send(ObjectNode body) {
    FakeChat chat = openChat(body);
    String text = readText(body);
    JsonNode markup = checkedMarkup(body.path("reply_markup"));
    Optional<Long> thread = thread(chat, body);
    Optional<Long> replyTo = Optional.empty();
    if (body.has("reply_parameters")) {
      JsonNode reply = body.path("reply_parameters");
      long target = reply.path("message_id").asLong();
      if (chat.messages.containsKey(target)) {
        replyTo = Optional.of(target);
      } else if (!reply.path("allow_sending_without_reply").asBoolean()) {
        throw FakeRefusal.badRequest("message to be replied not found");
      }
    }
    if (limited) {
      limits.count(chat.id, clock.instant());
    }
    Stored message = new Stored(nextMessage(), true, me, body.path("text").asText(), text, markup);
    message.thread = thread;
    message.replyTo = replyTo;
    chat.messages.put(message.id, message);
    return json(chat, message);
  }

  private JsonNode editText(ObjectNode body) {
    FakeChat chat = openChat(body);
    Stored message = ourMessage(chat, body);
    String text = readText(body);
    JsonNode markup = checkedMarkup(body.path("reply_markup"));
    String source = body.path("text").asText();
    if (source.equals(message.source) && sameMarkup(markup, message.markup)) {
      throw notModified();
    }
    if (limited && chat.id < 0) {
      limits.count(chat.id, clock.instant());
    }
    message.source = source;
    message.text = text;
    message.markup = markup;
    message.edited = true;
    return json(chat, message);
  }

  private JsonNode editMarkup(ObjectNode body) {
    FakeChat chat = openChat(body);
    Stored message = ourMessage(chat, body);
    JsonNode markup = checkedMarkup(body.path("reply_markup"));
    if (sameMarkup(markup, message.markup)) {
      throw notModified();
    }
    message.markup = markup;
    return json(chat, message);
  }

  private static boolean sameMarkup(JsonNode one, JsonNode other) {
    return one.path("inline_keyboard").equals(other.path("inline_keyboard"));
  }

  private static FakeRefusal notModified() {
    return FakeRefusal.badRequest(
        "message is not modified: specified new message content and reply markup are exactly the"
            + " same as a current content and reply markup of the message");
  }

  private static Stored ourMessage(FakeChat chat, JsonNode body) {
    if (!body.has("message_id")) {
      throw FakeRefusal.badRequest("message identifier is not specified");
    }
    Stored message = chat.messages.get(body.path("message_id").asLong());
    if (message == null) {
      throw FakeRefusal.badRequest("message to edit not found");
    }
    if (!message.ours) {
      throw FakeRefusal.badRequest("message can't be edited");
    }
    return message;
  }

  private JsonNode delete(ObjectNode body) {
    FakeChat chat = openChat(body);
    if (chat.messages.remove(body.path("message_id").asLong()) == null) {
      throw FakeRefusal.badRequest("message to delete not found");
    }
    return BooleanNode.TRUE;
  }

  private static String readText(ObjectNode body) {
    return read(body.path("text").asText(), body.path("parse_mode").asText(""));
  }

  /** What a reader sees of a text, where Telegram takes it. */
  static String read(String source, String mode) {
    String text = source;
    if (mode.equalsIgnoreCase("HTML")) {
      try {
        text = TelegramHtml.text(source);
      } catch (TelegramHtml.ParseException fault) {
        throw new FakeRefusal(400, fault.getMessage());
      }
    } else if (!mode.isEmpty()) {
      throw FakeRefusal.badRequest("unsupported parse_mode");
    }
    String shown = text.strip();
    if (shown.isEmpty()) {
      throw FakeRefusal.badRequest("message text is empty");
    }
    if (shown.length() > Message.LONGEST_TEXT) {
      throw FakeRefusal.badRequest("message is too long");
    }
    return shown;
  }

  static JsonNode checkedMarkup(JsonNode markup) {
    int buttons = 0;
    for (JsonNode row : markup.path("inline_keyboard")) {
      for (JsonNode button : row) {
        buttons++;
        if (button.path("text").asText().isBlank()) {
          throw FakeRefusal.badRequest("can't parse inline keyboard button: text is empty");
        }
        long kinds = KINDS_OF_BUTTON.stream().filter(button::has).count();
        if (kinds != 1) {
          throw FakeRefusal.badRequest(
              "can't parse inline keyboard button: Text buttons are unallowed in the inline"
                  + " keyboard");
        }
        if (button.has("url")
            && !button.path("url").asText().matches("(https?://[^\\s/.]+\\.\\S+|tg://\\S+)")) {
          throw FakeRefusal.badRequest("BUTTON_URL_INVALID");
        }
        int copied = button.path("copy_text").path("text").asText().length();
        if (button.has("copy_text") && (copied == 0 || copied > 256)) {
          throw FakeRefusal.badRequest("BUTTON_COPY_TEXT_INVALID");
        }
      }
      if (row.size() > 8) {
        throw FakeRefusal.badRequest("too many buttons in a row");
      }
    }
    if (buttons > 100) {
      throw FakeRefusal.badRequest("reply markup is too long");
    }
    return markup.isMissingNode() ? JSON.createObjectNode() : markup;
  }

  private JsonNode setCommands(ObjectNode body) {
    requireLanguage(body);
    if (body.path("commands").size() > 100) {
      throw FakeRefusal.badRequest("BOT_COMMANDS_TOO_MUCH");
    }
    for (JsonNode command : body.path("commands")) {
      if (!command.path("command").asText().matches("[a-z0-9_]{1,32}")) {
        throw FakeRefusal.badRequest("BOT_COMMAND_INVALID");
      }
      if (command.path("description").asText().isBlank()) {
        throw FakeRefusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
      }
    }
    commands.put(commandsKey(body), body.path("commands"));
    return BooleanNode.TRUE;
  }

  private static void requireLanguage(JsonNode body) {
    if (!body.path("language_code").asText("").matches("([a-z]{2})?")) {
      throw FakeRefusal.badRequest("LANG_CODE_INVALID");
    }
  }

  private static String commandsKey(JsonNode body) {
    return body.path("scope").path("type").asText("default")
        + "/"
        + body.path("language_code").asText("");
  }

  ObjectNode json(FakeChat chat, Stored message) {
    ObjectNode json = JSON.createObjectNode().put("message_id", message.id);
    json.set("from", message.from);
    json.set("chat", chat.json());
    json.put("date", clock.millis() / 1000).put("text", message.text);
    message.thread.ifPresent(
        thread -> json.put("message_thread_id", thread).put("is_topic_message", true));
    message
        .replyTo
        .map(chat.messages::get)
        .ifPresent(
            target -> {
              ObjectNode reply = json.putObject("reply_to_message").put("message_id", target.id);
              reply.set("from", target.from);
              reply.set("chat", chat.json());
              reply.put("date", clock.millis() / 1000).put("text", target.text);
            });
    if (message.markup.has("inline_keyboard")) {
      json.set("reply_markup", message.markup);
    }
    return json;
  }
}
