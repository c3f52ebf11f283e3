package news.isnad.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls as text, for the outbox. Written out field by field because the text outlives the program
 * that wrote it: rows of an older version must be readable. Fields may be added; what is absent has
 * its empty value.
 *
 * <p>Only calls that say something in a chat can wait; for the others {@link #write} throws.
 * Stateless.
 */
public final class CallJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CallJson() {}

  /** Whether a call can be written: it says something to somebody, and its answer is not needed. */
  public static boolean isWritable(Call call) {
    return switch (call) {
      case Call.SendMessage _,
          Call.SendDocument _,
          Call.SendPhoto _,
          Call.EditMessage _,
          Call.EditButtons _,
          Call.DeleteMessage _,
          Call.AnswerCallback _,
          Call.AnswerInline _,
          Call.AnswerGuest _,
          Call.SendChatAction _,
          Call.SetReaction _,
          Call.LeaveChat _ ->
          true;
      case Call.GetMe _,
          Call.GetFile _,
          Call.DeleteWebhook _,
          Call.GetChatAdministrators _,
          Call.GetChatMember _,
          Call.SetMyCommands _,
          Call.SetMyName _,
          Call.SetMyDescription _,
          Call.SetMyShortDescription _,
          Call.ShowCommandsMenu _ ->
          false;
    };
  }

  /** The call as one line of JSON. */
  public static String write(Call call) {
    ObjectNode json = JSON.createObjectNode();
    switch (call) {
      case Call.SendMessage send -> {
        json.put("call", "send").put("chat", send.chatId());
        send.thread().ifPresent(thread -> json.put("thread", thread));
        send.replyTo().ifPresent(message -> json.put("replyTo", message));
        write(send.message(), json);
      }
      case Call.SendDocument send -> {
        json.put("call", "document").put("chat", send.chatId());
        send.thread().ifPresent(thread -> json.put("thread", thread));
        send.replyTo().ifPresent(message -> json.put("replyTo", message));
        json.put("name", send.name()).put("content", send.content()).put("caption", send.caption());
      }
      case Call.SendPhoto send -> {
        json.put("call", "photo").put("chat", send.chatId());
        send.thread().ifPresent(thread -> json.put("thread", thread));
        send.replyTo().ifPresent(message -> json.put("replyTo", message));
        json.put("png", send.picture().base64()).put("caption", send.caption());
      }
      case Call.EditMessage edit -> {
        json.put("call", "edit").put("chat", edit.chatId()).put("id", edit.messageId());
        edit.anew()
            .ifPresent(
                anew -> {
                  json.put("anew", true);
                  anew.thread().ifPresent(thread -> json.put("thread", thread));
                  anew.replyTo().ifPresent(message -> json.put("replyTo", message));
                });
        write(edit.message(), json);
      }
      case Call.EditButtons edit -> {
        json.put("call", "buttons").put("chat", edit.chatId()).put("id", edit.messageId());
        write(edit.buttons(), json);
      }
      case Call.DeleteMessage delete ->
          json.put("call", "delete").put("chat", delete.chatId()).put("id", delete.messageId());
      case Call.AnswerCallback answer -> {
        json.put("call", "callback").put("id", answer.callbackId()).put("alert", answer.alert());
        answer.text().ifPresent(text -> json.put("text", text));
      }
      case Call.AnswerInline answer -> write(answer, json);
      case Call.AnswerGuest answer ->
          write(answer.result(), json.put("call", "guest").put("query", answer.queryId()));
      case Call.SendChatAction action -> {
        json.put("call", "typing").put("chat", action.chatId());
        action.thread().ifPresent(thread -> json.put("thread", thread));
      }
      case Call.SetReaction reaction ->
          json.put("call", "reaction")
              .put("chat", reaction.chatId())
              .put("id", reaction.messageId())
              .put("emoji", reaction.emoji());
      case Call.LeaveChat leave -> json.put("call", "leave").put("chat", leave.chatId());
      case Call.GetMe _,
          Call.GetFile _,
          Call.DeleteWebhook _,
          Call.GetChatAdministrators _,
          Call.GetChatMember _,
          Call.SetMyCommands _,
          Call.SetMyName _,
          Call.SetMyDescription _,
          Call.SetMyShortDescription _,
          Call.ShowCommandsMenu _ ->
          throw new IllegalArgumentException("not a call that can wait: " + call);
    }
    return json.toString();
  }

  /**
   * The call that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the text is not such a call
   */
  public static Call read(String text) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("not JSON, " + text.length() + " characters", broken);
    }
    long chat = json.path("chat").asLong();
    long id = json.path("id").asLong();
    return switch (json.path("call").asText()) {
      case "send" ->
          new Call.SendMessage(
              chat, number(json, "thread"), number(json, "replyTo"), readMessage(json));
      case "document" ->
          new Call.SendDocument(
              chat,
              number(json, "thread"),
              number(json, "replyTo"),
              json.path("name").asText(),
              json.path("content").asText(),
              json.path("caption").asText());
      case "photo" ->
          new Call.SendPhoto(
              chat,
              number(json, "thread"),
              number(json, "replyTo"),
              new Picture(json.path("png").asText()),
              json.path("caption").asText());
      case "edit" ->
          new Call.EditMessage(
              chat,
              id,
              readMessage(json),
              json.has("anew")
                  ? Optional.of(
                      new Call.EditMessage.Anew(number(json, "thread"), number(json, "replyTo")))
                  : Optional.empty());
      case "buttons" -> new Call.EditButtons(chat, id, readButtons(json));
      case "delete" -> new Call.DeleteMessage(chat, id);
      case "callback" ->
          new Call.AnswerCallback(
              json.path("id").asText(), text(json, "text"), json.path("alert").asBoolean());
      case "inline" -> readInline(json);
      case "guest" -> new Call.AnswerGuest(json.path("query").asText(), readResult(json));
      case "typing" -> new Call.SendChatAction(chat, number(json, "thread"));
      case "reaction" -> new Call.SetReaction(chat, id, json.path("emoji").asText());
      case "leave" -> new Call.LeaveChat(chat);
      default -> throw new IllegalArgumentException("unknown call: " + json.path("call").asText());
    };
  }

  private static void write(Message message, ObjectNode json) {
    json.put(message.plain() ? "plain" : "html", message.html());
    message.previewUrl().ifPresent(url -> json.put("preview", url));
    message.replyPrompt().ifPresent(prompt -> json.put("prompt", prompt));
    if (message.silent()) {
      json.put("silent", true);
    }
    write(message.buttons(), json);
  }

  private static void write(List<List<Button>> buttons, ObjectNode json) {
    if (buttons.isEmpty()) {
      return;
    }
    ArrayNode rows = json.putArray("buttons");
    for (List<Button> row : buttons) {
      ArrayNode cells = rows.addArray();
      for (Button button : row) {
        ObjectNode cell = cells.addObject().put("text", button.text());
        switch (button) {
          case Button.Callback callback -> cell.put("data", callback.data());
          case Button.Link link -> cell.put("url", link.url());
          case Button.Copy copy -> cell.put("copy", copy.copied());
        }
      }
    }
  }

  private static Message readMessage(JsonNode json) {
    boolean plain = json.has("plain");
    return new Message(
        json.path(plain ? "plain" : "html").asText(),
        plain,
        readButtons(json),
        text(json, "preview"),
        text(json, "prompt"),
        json.path("silent").asBoolean());
  }

  private static List<List<Button>> readButtons(JsonNode json) {
    List<List<Button>> rows = new ArrayList<>();
    for (JsonNode row : json.path("buttons")) {
      List<Button> cells = new ArrayList<>();
      for (JsonNode cell : row) {
        String label = cell.path("text").asText();
        cells.add(readButton(label, cell));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static Button readButton(String label, JsonNode cell) {
    if (cell.has("copy")) {
      return new Button.Copy(label, cell.path("copy").asText());
    }
    return cell.has("url")
        ? new Button.Link(label, cell.path("url").asText())
        : new Button.Callback(label, cell.path("data").asText());
  }

  private static void write(Call.AnswerInline answer, ObjectNode json) {
    json.put("call", "inline").put("id", answer.queryId());
    json.put("cached", answer.cached().toSeconds()).put("personal", answer.personal());
    answer
        .button()
        .ifPresent(
            button ->
                json.putObject("button")
                    .put("text", button.text())
                    .put("start", button.startParameter()));
    ArrayNode results = json.putArray("results");
    for (InlineResult result : answer.results()) {
      write(result, results.addObject());
    }
  }

  private static void write(InlineResult result, ObjectNode json) {
    json.put("id", result.id()).put("title", result.title());
    json.put("description", result.description());
    write(result.message(), json);
  }

  private static InlineResult readResult(JsonNode json) {
    return new InlineResult(
        json.path("id").asText(),
        json.path("title").asText(),
        json.path("description").asText(),
        readMessage(json));
  }

  private static Call.AnswerInline readInline(JsonNode json) {
    List<InlineResult> results = new ArrayList<>();
    for (JsonNode each : json.path("results")) {
      results.add(readResult(each));
    }
    JsonNode button = json.path("button");
    return new Call.AnswerInline(
        json.path("id").asText(),
        results,
        Duration.ofSeconds(json.path("cached").asLong()),
        json.path("personal").asBoolean(),
        button.isObject()
            ? Optional.of(
                new Call.StartButton(button.path("text").asText(), button.path("start").asText()))
            : Optional.empty());
  }

  private static Optional<Long> number(JsonNode json, String field) {
    return json.has(field) ? Optional.of(json.path(field).asLong()) : Optional.empty();
  }

  private static Optional<String> text(JsonNode json, String field) {
    return json.has(field) ? Optional.of(json.path(field).asText()) : Optional.empty();
  }
}
