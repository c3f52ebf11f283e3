package news.isnad.bot.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Calls in the words of the Bot API: name and fields. Stateless. */
final class Methods {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The kinds of update that {@link IncomingReader} reads. */
  private static final List<String> ALLOWED_UPDATES =
      List.of(
          "message",
          "edited_message",
          "channel_post",
          "edited_channel_post",
          "callback_query",
          "my_chat_member",
          "inline_query",
          "guest_message");

  private Methods() {}

  static RawMethod of(Call call) {
    ObjectNode body = JSON.objectNode();
    String name =
        switch (call) {
          case Call.SendMessage send -> {
            body.put("chat_id", send.chatId());
            send.thread().ifPresent(thread -> body.put("message_thread_id", thread));
            write(send.message(), body);
            if (send.message().silent()) {
              body.put("disable_notification", true);
            }
            send.replyTo()
                .ifPresent(
                    message ->
                        body.putObject("reply_parameters")
                            .put("message_id", message)
                            .put("allow_sending_without_reply", true));
            send.message()
                .replyPrompt()
                .ifPresent(
                    prompt ->
                        body.putObject("reply_markup")
                            .put("force_reply", true)
                            .put("input_field_placeholder", prompt)
                            .put("selective", true));
            yield "sendMessage";
          }
          case Call.SendDocument send -> {
            writeFile(send.chatId(), send.thread(), send.replyTo(), send.caption(), body);
            yield "sendDocument";
          }
          case Call.SendPhoto send -> {
            writeFile(send.chatId(), send.thread(), send.replyTo(), send.caption(), body);
            yield "sendPhoto";
          }
          case Call.GetFile get -> {
            body.put("file_id", get.fileId());
            yield "getFile";
          }
          case Call.EditMessage edit -> {
            body.put("chat_id", edit.chatId()).put("message_id", edit.messageId());
            write(edit.message(), body);
            yield "editMessageText";
          }
          case Call.EditButtons edit -> {
            body.put("chat_id", edit.chatId()).put("message_id", edit.messageId());
            write(edit.buttons(), body);
            yield "editMessageReplyMarkup";
          }
          case Call.DeleteMessage delete -> {
            body.put("chat_id", delete.chatId()).put("message_id", delete.messageId());
            yield "deleteMessage";
          }
          case Call.AnswerCallback answer -> {
            body.put("callback_query_id", answer.callbackId());
            answer.text().ifPresent(text -> body.put("text", text));
            if (answer.alert()) {
              body.put("show_alert", true);
            }
            yield "answerCallbackQuery";
          }
          case Call.AnswerInline answer -> {
            write(answer, body);
            yield "answerInlineQuery";
          }
          case Call.AnswerGuest answer -> {
            body.put("guest_query_id", answer.queryId());
            write(answer.result(), body.putObject("result"));
            yield "answerGuestQuery";
          }
          case Call.SendChatAction action -> {
            body.put("chat_id", action.chatId());
            action.thread().ifPresent(thread -> body.put("message_thread_id", thread));
            body.put("action", "typing");
            yield "sendChatAction";
          }
          case Call.SetReaction reaction -> {
            body.put("chat_id", reaction.chatId()).put("message_id", reaction.messageId());
            body.putArray("reaction")
                .addObject()
                .put("type", "emoji")
                .put("emoji", reaction.emoji());
            yield "setMessageReaction";
          }
          case Call.GetMe _ -> "getMe";
          case Call.DeleteWebhook _ -> {
            body.put("drop_pending_updates", false);
            yield "deleteWebhook";
          }
          case Call.GetChatAdministrators get -> {
            body.put("chat_id", get.chatId());
            yield "getChatAdministrators";
          }
          case Call.GetChatMember get -> {
            body.put("chat_id", get.chatId()).put("user_id", get.personId());
            yield "getChatMember";
          }
          case Call.LeaveChat leave -> {
            body.put("chat_id", leave.chatId());
            yield "leaveChat";
          }
          case Call.SetMyCommands set -> {
            ArrayNode commands = body.putArray("commands");
            for (Call.BotCommand command : set.commands()) {
              commands
                  .addObject()
                  .put("command", command.name())
                  .put("description", command.description());
            }
            body.set("scope", scope(set.scope()));
            write(set.language(), body);
            yield "setMyCommands";
          }
          case Call.SetMyName set -> {
            body.put("name", set.name());
            write(set.language(), body);
            yield "setMyName";
          }
          case Call.SetMyDescription set -> {
            body.put("description", set.description());
            write(set.language(), body);
            yield "setMyDescription";
          }
          case Call.SetMyShortDescription set -> {
            body.put("short_description", set.description());
            write(set.language(), body);
            yield "setMyShortDescription";
          }
          case Call.ShowCommandsMenu _ -> {
            body.putObject("menu_button").put("type", "commands");
            yield "setChatMenuButton";
          }
        };
    return new RawMethod(name, body);
  }

  /**
   * The question for what has happened.
   *
   * @param offset the first update wanted; those before it are confirmed and forgotten
   * @param limit 1 to 100
   * @param wait how long Telegram may hold the question until something happens
   */
  static RawMethod getUpdates(long offset, int limit, Duration wait) {
    ObjectNode body = JSON.objectNode();
    if (offset > 0) {
      body.put("offset", offset);
    }
    body.put("limit", limit).put("timeout", wait.toSeconds());
    ArrayNode allowed = body.putArray("allowed_updates");
    ALLOWED_UPDATES.forEach(allowed::add);
    return new RawMethod("getUpdates", body);
  }

  /** All of a message with a file but the file, which only a form can carry. */
  private static void writeFile(
      long chat, Optional<Long> thread, Optional<Long> replyTo, String caption, ObjectNode body) {
    body.put("chat_id", chat);
    thread.ifPresent(topic -> body.put("message_thread_id", topic));
    if (!caption.isEmpty()) {
      body.put("caption", caption);
    }
    replyTo.ifPresent(
        message ->
            body.putObject("reply_parameters")
                .put("message_id", message)
                .put("allow_sending_without_reply", true));
  }

  private static void write(Call.AnswerInline answer, ObjectNode body) {
    body.put("inline_query_id", answer.queryId());
    ArrayNode results = body.putArray("results");
    for (InlineResult result : answer.results()) {
      write(result, results.addObject());
    }
    body.put("cache_time", answer.cached().toSeconds()).put("is_personal", answer.personal());
    answer
        .button()
        .ifPresent(
            button ->
                body.putObject("button")
                    .put("text", button.text())
                    .put("start_parameter", button.startParameter()));
  }

  private static void write(InlineResult result, ObjectNode json) {
    json.put("type", "article").put("id", result.id()).put("title", result.title());
    if (!result.description().isEmpty()) {
      json.put("description", result.description());
    }
    ObjectNode content = json.putObject("input_message_content");
    writeText(result.message(), "message_text", content);
    if (!result.message().buttons().isEmpty()) {
      write(result.message().buttons(), json);
    }
  }

  private static void write(Message message, ObjectNode body) {
    writeText(message, "text", body);
    if (!message.buttons().isEmpty()) {
      write(message.buttons(), body);
    }
  }

  private static void writeText(Message message, String field, ObjectNode body) {
    body.put(field, message.html());
    if (!message.plain()) {
      body.put("parse_mode", "HTML");
    }
    ObjectNode preview = body.putObject("link_preview_options");
    if (message.previewUrl().isPresent()) {
      preview.put("url", message.previewUrl().get()).put("prefer_small_media", true);
    } else {
      preview.put("is_disabled", true);
    }
  }

  private static void write(List<List<Button>> buttons, ObjectNode body) {
    ArrayNode rows = body.putObject("reply_markup").putArray("inline_keyboard");
    for (List<Button> row : buttons) {
      ArrayNode cells = rows.addArray();
      for (Button button : row) {
        ObjectNode cell = cells.addObject().put("text", button.text());
        switch (button) {
          case Button.Callback callback -> cell.put("callback_data", callback.data());
          case Button.Link link -> cell.put("url", link.url());
          case Button.Copy copy -> cell.putObject("copy_text").put("text", copy.copied());
        }
      }
    }
  }

  private static void write(Optional<String> language, ObjectNode body) {
    language.ifPresent(code -> body.put("language_code", code));
  }

  private static ObjectNode scope(Call.CommandScope scope) {
    ObjectNode json = JSON.objectNode();
    switch (scope) {
      case Call.CommandScope.Everybody _ -> json.put("type", "default");
      case Call.CommandScope.PrivateChats _ -> json.put("type", "all_private_chats");
      case Call.CommandScope.Groups _ -> json.put("type", "all_group_chats");
      case Call.CommandScope.GroupAdministrators _ -> json.put("type", "all_chat_administrators");
      case Call.CommandScope.OneChat one -> json.put("type", "chat").put("chat_id", one.chatId());
    }
    return json;
  }
}
