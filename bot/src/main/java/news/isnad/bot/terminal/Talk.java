package news.isnad.bot.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import news.isnad.bot.compose.Plain;
import news.isnad.bot.conversation.Router;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Chat;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.Person;
import org.jspecify.annotations.Nullable;

/**
 * A private chat in the terminal: a line is a message, a number presses the button of that number.
 * Ends with the input. Confined to one thread.
 */
final class Talk {
  private static final long CHAT = 1;

  private final Terminal terminal;
  private final Router router;
  private final Supplier<List<Message>> afterwards;
  private final InstantSource clock;
  private final Person person;
  private final AtomicLong updates;
  private final boolean prompting;
  private List<Button> buttons = List.of();
  private long messages;

  /**
   * Begins a conversation.
   *
   * @param afterwards what is said later, about what has just been said
   * @param person who is typing
   * @param firstUpdate number of the first update; none may have been used before in the same store
   * @param prompting shows a prompt before each line
   */
  Talk(
      Terminal terminal,
      Router router,
      Supplier<List<Message>> afterwards,
      InstantSource clock,
      Person person,
      long firstUpdate,
      boolean prompting) {
    this.terminal = terminal;
    this.router = router;
    this.afterwards = afterwards;
    this.clock = clock;
    this.person = person;
    this.updates = new AtomicLong(firstUpdate);
    this.prompting = prompting;
  }

  /** Reads lines until there are no more. */
  void run() {
    try {
      for (@Nullable String line = next(); line != null; line = next()) {
        if (!line.isBlank()) {
          say(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable String next() throws IOException {
    if (prompting) {
      terminal.out().print("> ");
      terminal.out().flush();
    }
    return terminal.in().readLine();
  }

  /** Sends a line and prints what comes back. */
  void say(String line) {
    for (Outgoing outgoing : router.handle(incoming(line))) {
      print(outgoing.call());
    }
    afterwards.get().forEach(this::print);
    terminal.out().println();
  }

  private Incoming incoming(String line) {
    Optional<Button> pressed = pressed(line);
    if (pressed.isPresent() && pressed.get() instanceof Button.Callback callback) {
      return new Incoming.ButtonPress(
          updates.getAndIncrement(),
          "terminal",
          callback.data(),
          person,
          Optional.of(chat()),
          Optional.empty(),
          Optional.of(messages),
          true);
    }
    boolean command = line.startsWith("/") && line.length() > 1;
    String word =
        command ? line.substring(1).split("\\s", 2)[0].toLowerCase(java.util.Locale.ROOT) : "";
    return new Incoming.TextMessage(
        updates.getAndIncrement(),
        person,
        chat(),
        Optional.empty(),
        Optional.empty(),
        ++messages,
        line,
        false,
        Optional.empty(),
        command ? Optional.of(word) : Optional.empty(),
        Optional.empty(),
        clock.instant());
  }

  private Optional<Button> pressed(String line) {
    if (!line.matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(line);
    return number >= 1 && number <= buttons.size()
        ? Optional.of(buttons.get(number - 1))
        : Optional.empty();
  }

  private void print(Call call) {
    switch (call) {
      case Call.SendMessage send -> print(send.message());
      case Call.SendDocument send ->
          terminal.passage(send.caption() + "\n\n" + send.name() + ":\n" + send.content());
      case Call.SendPhoto send -> terminal.say("[%s]", send.caption());
      case Call.EditMessage edit -> print(edit.message());
      case Call.AnswerCallback answer ->
          answer.text().ifPresent(text -> terminal.say("(%s)", text));
      default -> {
        // typing signs, reactions and menus have no place in a terminal
      }
    }
  }

  private void print(Message message) {
    messages++;
    List<Button> shown = new ArrayList<>();
    message.buttons().forEach(shown::addAll);
    buttons = shown;
    terminal.passage(Plain.of(message, false));
  }

  static Chat chat() {
    return new Chat(CHAT, Chat.Kind.PRIVATE, "", false);
  }
}
