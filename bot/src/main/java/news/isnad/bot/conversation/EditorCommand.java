package news.isnad.bot.conversation;

import java.util.Set;
import news.isnad.bot.access.Action;

/** What commands for editors, who are operators and owners too, have in common. */
public interface EditorCommand extends Command {
  @Override
  default Set<Audience> audiences() {
    return Set.of(Audience.EDITORS, Audience.OPERATORS, Audience.OWNERS);
  }

  @Override
  default Action action() {
    return Action.EDIT;
  }
}
