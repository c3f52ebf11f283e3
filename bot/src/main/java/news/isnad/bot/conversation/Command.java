package news.isnad.bot.conversation;

import java.util.Optional;
import java.util.Set;
import news.isnad.bot.access.Action;
import news.isnad.bot.telegram.Incoming;

/**
 * Something that people can ask of the bot by a word with a slash, and by the buttons that belong
 * to it. Its line in menus is the message {@code command.NAME}. Implementations are safe for
 * concurrent use.
 */
public interface Command {
  /** The word, without the slash: lower case, 1 to 32 of {@code a-z 0-9 _}. */
  String name();

  /** Short words that do the same and stand in no menu. */
  default Set<String> aliases() {
    return Set.of();
  }

  /** In whose menus it stands. */
  Set<Audience> audiences();

  /** What one must be allowed to do for it. */
  default Action action() {
    return Action.ASK;
  }

  /** The actions of its buttons: the middle part of {@code 1:action:id}. */
  default Set<String> buttons() {
    return Set.of();
  }

  /** Does what the command says. */
  Reply handle(Request request);

  /**
   * Whether a file that was sent is for it.
   *
   * @param text the content of the file
   */
  default boolean takes(String text) {
    return false;
  }

  /** What its argument is where it waits for one and something is passed on instead. */
  default String argument(Incoming.SharedText shared) {
    return shared.message().argument();
  }

  /**
   * What it offers to do with something that was passed on in a private chat; empty for nothing.
   *
   * @param passedOn a {@link Incoming.SharedText} or a {@link Incoming.SentFile}
   */
  default Optional<Reply> offer(Incoming passedOn, Request request) {
    return Optional.empty();
  }

  /**
   * Does what a button says.
   *
   * @param button one of {@link #buttons}
   * @param request its argument is the id on the button: hostile, ids are checked here
   */
  default Reply pressed(String button, Request request) {
    return Reply.nothing();
  }

  /** What one must be allowed to do to press a button. */
  default Action action(String button) {
    return action();
  }
}
