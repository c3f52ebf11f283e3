package news.isnad.bot.operator;

import java.util.Set;
import news.isnad.bot.access.Action;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.Command;

/** What commands for editors, who are operators and owners too, have in common. */
interface EditorCommand extends Command {
  @Override
  default Set<Audience> audiences() {
    return Set.of(Audience.EDITORS, Audience.OPERATORS, Audience.OWNERS);
  }

  @Override
  default Action action() {
    return Action.EDIT;
  }
}
