package news.isnad.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Incoming.ButtonPress;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.Picture;

/**
 * What is said and changed about one update, while it is put together. Everything that is said has
 * the key {@code u/UPDATE/PLACE}. Confined to one thread.
 */
final class Turn {
  private final long updateId;
  private final List<Outgoing> said = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  Turn(long updateId) {
    this.updateId = updateId;
  }

  List<Outgoing> said() {
    return List.copyOf(said);
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  void change(Change change) {
    changes.add(change);
  }

  /** The reply to a text: in a group it replies to the message, in its topic. */
  void reply(Reply reply, Request request, Optional<String> command, Memory memory) {
    changes.addAll(reply.changes());
    Optional<Long> replyTo = Optional.of(request.messageId()).filter(_ -> isInGroup(request));
    reply
        .edited()
        .flatMap(
            message -> reply.place().map(at -> new Call.EditMessage(request.chat(), at, message)))
        .ifPresent(this::say);
    for (Message message : reply.messages()) {
      String key = send(request, replyTo, message);
      if (reply.answersQuestion()) {
        change(memory.lastSaid().answered(request.chat(), request.messageId(), key));
      }
    }
    enclose(reply, request, replyTo);
    if (reply.awaits()) {
      command.ifPresent(name -> change(memory.dialogue().begin(request, name)));
    }
  }

  /** The reply to a press. The press is answered first: a sign is turning on the button. */
  void reply(Reply reply, Request request, ButtonPress press, String command, Memory memory) {
    answer(press, reply.notice());
    changes.addAll(reply.changes());
    Optional<Long> place = press.messageId();
    reply
        .edited()
        .ifPresent(
            message -> {
              if (press.accessible() && place.isPresent()) {
                say(new Call.EditMessage(request.chat(), place.get(), message));
              } else {
                send(request, Optional.empty(), message);
              }
            });
    reply.messages().forEach(message -> send(request, place, message));
    enclose(reply, request, place);
    if (!reply.messages().isEmpty() && memory.lastSaid().isKnown(request.chat())) {
      change(memory.lastSaid().somethingElse(request.chat()));
    }
    if (reply.awaits()) {
      change(memory.dialogue().begin(request, command));
    }
  }

  /** The answer to a changed question, in the place of the one before; anew if that is gone. */
  void replace(Reply reply, Request request, long messageId, Memory memory) {
    changes.addAll(reply.changes());
    Call.EditMessage.Anew anew =
        new Call.EditMessage.Anew(
            request.thread(), Optional.of(request.messageId()).filter(_ -> isInGroup(request)));
    for (Message message : reply.messages()) {
      String key = say(new Call.EditMessage(request.chat(), messageId, message, Optional.of(anew)));
      change(memory.lastSaid().answered(request.chat(), request.messageId(), key));
    }
  }

  private static boolean isInGroup(Request request) {
    return request.asker().chat().isGroup() && request.messageId() > 0;
  }

  void answer(ButtonPress press, Optional<String> notice) {
    say(new Call.AnswerCallback(press.callbackId(), notice, false));
  }

  void offer(Call.AnswerInline answer) {
    say(answer);
  }

  void answer(Call.AnswerGuest answer) {
    say(answer);
  }

  /** Tells a chat that nobody asked in. */
  void tell(long chat, Message message) {
    say(Call.SendMessage.to(chat, message));
  }

  private void enclose(Reply reply, Request request, Optional<Long> replyTo) {
    reply.enclosure().ifPresent(enclosure -> say(call(enclosure, request, replyTo)));
  }

  private static Call call(Reply.Enclosure enclosure, Request request, Optional<Long> replyTo) {
    return switch (enclosure) {
      case Reply.File(String name, String content, String caption) ->
          new Call.SendDocument(request.chat(), request.thread(), replyTo, name, content, caption);
      case Reply.Photo(Picture picture, String caption) ->
          new Call.SendPhoto(request.chat(), request.thread(), replyTo, picture, caption);
    };
  }

  private String send(Request request, Optional<Long> replyTo, Message message) {
    return say(new Call.SendMessage(request.chat(), request.thread(), replyTo, message));
  }

  /** The key of what is said about an update, in this place. */
  static String key(long updateId, int place) {
    return "u/" + updateId + "/" + place;
  }

  private String say(Call call) {
    String key = key(updateId, said.size());
    said.add(Outgoing.answer(key, call));
    return key;
  }
}
