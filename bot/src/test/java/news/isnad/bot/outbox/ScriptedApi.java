package news.isnad.bot.outbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.SendOutcome;
import news.isnad.bot.telegram.TelegramApi;

/** Answers as told, else with success; remembers what was asked and when. */
final class ScriptedApi implements TelegramApi {
  record Asked(Instant time, Call call) {}

  final List<Asked> asked = new ArrayList<>();
  private final Deque<SendOutcome> outcomes = new ArrayDeque<>();
  private final InstantSource clock;
  private long nextMessage = 1000;

  ScriptedApi(InstantSource clock) {
    this.clock = clock;
  }

  void answer(SendOutcome... next) {
    outcomes.addAll(List.of(next));
  }

  @Override
  public SendOutcome call(Call call) {
    asked.add(new Asked(clock.instant(), call));
    SendOutcome scripted = outcomes.poll();
    return scripted != null
        ? scripted
        : new SendOutcome.Sent(
            JsonNodeFactory.instance.objectNode().put("message_id", nextMessage++));
  }

  List<Call> calls() {
    return asked.stream().map(Asked::call).toList();
  }

  /** The words of the messages asked for, in order. */
  List<String> words() {
    return calls().stream().map(ScriptedApi::words).toList();
  }

  static String words(Call call) {
    return switch (call) {
      case Call.SendMessage send -> send.message().html();
      case Call.EditMessage edit -> edit.message().html();
      default -> call.getClass().getSimpleName();
    };
  }

  static Message message(String words) {
    return Message.of(words);
  }
}
