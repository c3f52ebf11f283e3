package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import news.isnad.bot.compose.Composer;

/** {@code /cancel}: ends a guided exchange. */
public final class CancelCommand implements Command {
  private final Composer composer;
  private final Memory memory;

  public CancelCommand(Composer composer, Memory memory) {
    this.composer = requireNonNull(composer, "composer is null");
    this.memory = requireNonNull(memory, "memory is null");
  }

  @Override
  public String name() {
    return "cancel";
  }

  @Override
  public Set<Audience> audiences() {
    return Set.of(Audience.PRIVATE_CHATS, Audience.GROUPS);
  }

  @Override
  public Reply handle(Request request) {
    boolean waiting =
        memory.dialogue().waiting(request.chat(), request.person(), request.now()).isPresent();
    // The router ends the exchange for every command; here it is only said.
    return Reply.say(composer.notice(request.language(), waiting ? "cancelled" : "cancel.nothing"));
  }
}
