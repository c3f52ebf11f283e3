package news.isnad.bot.operator;

import java.util.Set;
import news.isnad.bot.access.Action;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Reply;
import news.isnad.bot.conversation.Request;

/** What commands for operators have in common. */
public interface OperatorCommand extends Command {
  Composer composer();

  @Override
  default Set<Audience> audiences() {
    return Set.of(Audience.OPERATORS, Audience.OWNERS);
  }

  @Override
  default Action action() {
    return Action.OPERATE;
  }

  /** Asks for the argument, which the next text of the person is. */
  default Reply prompt(Request request) {
    return Reply.say(
            composer().prompt(request.language(), name(), request.asker().chat().isGroup()))
        .awaiting();
  }

  default Reply say(Request request, String key, Object... namesAndValues) {
    return Reply.say(composer().notice(request.language(), key, namesAndValues));
  }

  /** Other words in the place of the message with the button. */
  default Reply edit(Request request, String key, Object... namesAndValues) {
    return Reply.edit(composer().notice(request.language(), key, namesAndValues));
  }

  /** Words for the one who pressed, who sees why nothing happens. */
  default Reply notice(Request request, String key) {
    return Reply.notice(request.messages().text(key));
  }

  default Reply unknown(Request request) {
    return notice(request, "button.unknown");
  }
}
