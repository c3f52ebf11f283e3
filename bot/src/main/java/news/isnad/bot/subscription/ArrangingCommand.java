package news.isnad.bot.subscription;

import java.util.Set;
import news.isnad.bot.access.Action;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;

/** A command of those who arrange what a chat is told of: a group's administrators. */
interface ArrangingCommand extends Command {
  @Override
  default Set<Audience> audiences() {
    return Set.of(Audience.PRIVATE_CHATS, Audience.GROUP_ADMINISTRATORS);
  }

  @Override
  default Action action() {
    return Action.ARRANGE;
  }
}
