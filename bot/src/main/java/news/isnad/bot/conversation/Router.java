package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.isnad.bot.access.Access;
import news.isnad.bot.access.Action;
import news.isnad.bot.access.Asker;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Chat;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.Incoming.ButtonPress;
import news.isnad.bot.telegram.Incoming.ChannelPost;
import news.isnad.bot.telegram.Incoming.EditedMessage;
import news.isnad.bot.telegram.Incoming.GuestMessage;
import news.isnad.bot.telegram.Incoming.InlineQuery;
import news.isnad.bot.telegram.Incoming.MembershipChange;
import news.isnad.bot.telegram.Incoming.Migration;
import news.isnad.bot.telegram.Incoming.Other;
import news.isnad.bot.telegram.Incoming.SentFile;
import news.isnad.bot.telegram.Incoming.SharedText;
import news.isnad.bot.telegram.Incoming.TextMessage;
import news.isnad.bot.telegram.Incoming.TopicChange;
import news.isnad.bot.telegram.Incoming.WordlessMessage;
import news.isnad.bot.telegram.Membership;
import news.isnad.bot.telegram.Person;
import news.isnad.bot.telegram.SentFiles;

/**
 * Decides what an update is about and who does something about it.
 *
 * <ul>
 *   <li>Bots and channels are not heard. A command for another bot is not ours.
 *   <li>In a private chat every text is for us; in a group our commands and replies to us.
 *   <li>A command ends a guided exchange; another text is its argument; else it is a question.
 *   <li>Whoever may not is told so, politely, and for closed bots once a day.
 *   <li>Every press of a button is answered, also of one that nobody knows any more.
 * </ul>
 *
 * <p>Safe for concurrent use, one chat at a time.
 */
public final class Router {
  /** Bytes of a file that is read. */
  private static final int LARGEST_FILE = 1024 * 1024;

  private final Access access;
  private final Memory memory;
  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final Map<String, Command> buttons = new HashMap<>();
  private final Command ask;
  private final Composer composer;
  private final InstantSource clock;
  private final String username;
  private final Function<String, Optional<Long>> sentAs;
  private final SentFiles files;
  private final InlineAnswers inline;
  private final Channels channels;
  private final Albums albums = new Albums();

  /**
   * @param commands all commands
   * @param ask the one of them that a plain text is for
   * @param username our own, without {@code @}; empty where there is none
   * @param sentAs the message that an outbox key became, if it was sent
   * @param files what people send
   * @param inline what can be chosen from in other chats
   * @param channels the channels that we are a member of
   */
  public Router(
      Access access,
      Memory memory,
      List<Command> commands,
      Command ask,
      Composer composer,
      InstantSource clock,
      String username,
      Function<String, Optional<Long>> sentAs,
      SentFiles files,
      InlineAnswers inline,
      Channels channels) {
    this.channels = requireNonNull(channels, "channels is null");
    this.inline = requireNonNull(inline, "inline is null");
    this.files = requireNonNull(files, "files is null");
    this.access = requireNonNull(access, "access is null");
    this.memory = requireNonNull(memory, "memory is null");
    this.ask = requireNonNull(ask, "ask is null");
    this.composer = requireNonNull(composer, "composer is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.username = username.toLowerCase(Locale.ROOT);
    this.sentAs = requireNonNull(sentAs, "sentAs is null");
    for (Command command : commands) {
      put(this.commands, command.name(), command);
      command.aliases().forEach(alias -> put(this.commands, alias, command));
      command.buttons().forEach(button -> put(buttons, button, command));
    }
  }

  private static void put(Map<String, Command> all, String name, Command command) {
    if (all.putIfAbsent(name, command) != null) {
      throw new IllegalArgumentException("two commands have " + name);
    }
  }

  /**
   * Handles an update. The same update handled again says the same under the same keys and changes
   * nothing more; so its number must not be used for another in the same store.
   *
   * @return what is to be said about it, in this order
   */
  public List<Outgoing> handle(Incoming incoming) {
    return memory.turns().said(incoming.updateId()).orElseGet(() -> handleAnew(incoming));
  }

  /** Whether an update is somebody's wish that we do something, and costs us something. */
  public boolean isForUs(Incoming incoming) {
    return switch (incoming) {
      case TextMessage text -> isHeard(text);
      case EditedMessage(TextMessage text) -> isHeard(text);
      case SentFile file -> isHeard(file.message());
      case SharedText shared -> isHeard(shared.message());
      case WordlessMessage wordless -> isHeard(wordless.message());
      case ButtonPress _, InlineQuery _, GuestMessage _ -> true;
      case MembershipChange _, Migration _, TopicChange _, ChannelPost _, Other _ -> false;
    };
  }

  /** Whether an update was handled, though perhaps what is said about it is not yet on its way. */
  public boolean wasHandled(Incoming incoming) {
    return memory.turns().said(incoming.updateId()).isPresent();
  }

  /** What is said about an update that could not be handled. */
  public List<Call> apology(Incoming incoming) {
    return new Apologies(composer, this::isHeard).about(incoming);
  }

  private List<Outgoing> handleAnew(Incoming incoming) {
    Instant now = clock.instant();
    Turn turn =
        switch (incoming) {
          case TextMessage text -> text(text, now);
          case EditedMessage(TextMessage text) -> edited(text, now);
          case WordlessMessage wordless -> wordless(wordless, now);
          case SharedText shared -> shared(shared, now);
          case SentFile file -> file(file, now);
          case ButtonPress press -> pressed(press, now);
          case MembershipChange change -> membership(change, now);
          case InlineQuery query -> inline(query, now);
          case GuestMessage mention -> guest(mention, now);
          case ChannelPost post -> posted(post, now);
          case Migration _, TopicChange _, Other _ -> new Turn(incoming.updateId());
        };
    memory
        .turns()
        .keep(
            incoming.updateId(), incoming.from().map(Person::id), turn.said(), turn.changes(), now);
    return turn.said();
  }

  private Turn text(TextMessage text, Instant now) {
    Turn turn = new Turn(text.updateId());
    if (memory.lastSaid().isKnown(text.chat().id())) {
      turn.change(memory.lastSaid().somethingElse(text.chat().id()));
    }
    if (!isHeard(text)) {
      return turn;
    }
    Request request = request(text, now);
    Optional<String> waiting = memory.dialogue().waiting(request.chat(), request.person(), now);
    Optional<Command> command = command(text, waiting);
    boolean answers = waiting.isPresent() && !isCommand(text);
    answer(turn, command, answers ? request.answering() : request, waiting.isPresent());
    return turn;
  }

  private void answer(Turn turn, Optional<Command> command, Request request, boolean ends) {
    if (ends) {
      turn.change(memory.dialogue().end(request));
    }
    Reply reply =
        command
            .map(found -> allowed(found, request))
            .orElseGet(() -> Reply.say(composer.notice(request.language(), "command.unknown")));
    turn.reply(reply, request, command.map(Command::name), memory);
  }

  /** What was passed on is what a command waits for, or is offered something; else it is a text. */
  private Turn shared(SharedText shared, Instant now) {
    TextMessage message = shared.message();
    if (!isHeard(message)) {
      return new Turn(shared.updateId());
    }
    Request request = request(message, now);
    Optional<Command> waiting =
        memory.dialogue().waiting(request.chat(), request.person(), now).map(commands::get);
    if (waiting.isPresent()) {
      Turn turn = new Turn(shared.updateId());
      answer(turn, waiting, request.with(waiting.get().argument(shared)).answering(), true);
      return turn;
    }
    return offered(shared, request).orElseGet(() -> text(message, now));
  }

  /** The first offer that somebody may accept. */
  private Optional<Turn> offered(Incoming passedOn, Request request) {
    if (!request.asker().chat().isPrivate()) {
      return Optional.empty();
    }
    return commands.values().stream()
        .filter(command -> access.may(request.asker(), command.action()))
        .flatMap(command -> command.offer(passedOn, request).stream())
        .findFirst()
        .map(
            reply -> {
              Turn turn = new Turn(passedOn.updateId());
              turn.reply(reply, request, Optional.empty(), memory);
              return turn;
            });
  }

  /** Whether a text is for us. */
  private boolean isHeard(TextMessage text) {
    Chat chat = text.chat();
    boolean person = !text.person().bot() || text.isFromAnonymousAdministrator();
    boolean ours = text.commandFor().isEmpty() || isOurs(text);
    if (!person || !ours || !(chat.isPrivate() || chat.isGroup())) {
      return false;
    }
    boolean known = text.command().filter(commands::containsKey).isPresent();
    return chat.isPrivate() || known || isOurs(text) || (text.replyToBot() && !isCommand(text));
  }

  private boolean isOurs(TextMessage text) {
    return text.commandFor().filter(username::equals).isPresent();
  }

  private static boolean isCommand(TextMessage text) {
    return text.command().isPresent();
  }

  private Optional<Command> command(TextMessage text, Optional<String> waiting) {
    if (isCommand(text)) {
      return text.command().map(commands::get);
    }
    return waiting.map(commands::get).or(() -> Optional.of(ask));
  }

  private Reply allowed(Command command, Request request) {
    if (access.may(request.asker(), command.action())) {
      return command.handle(request);
    }
    String key = refusal(request.asker(), command.action());
    if (!key.equals("access.closed")) {
      return Reply.say(composer.notice(request.language(), key));
    }
    return memory.refusals().wasTold(request)
        ? Reply.nothing()
        : Reply.say(composer.notice(request.language(), key))
            .keeping(memory.refusals().told(request));
  }

  /** Why somebody may not. */
  private String refusal(Asker asker, Action action) {
    if (!access.may(asker, Action.ASK)) {
      return "access.closed";
    }
    return switch (action) {
      case ASK, OWN -> "access.closed";
      case ARRANGE -> access.isUnsure(asker) ? "access.unknown" : "access.administrators";
      case EDIT, OPERATE -> "access.operators";
      case GRANT -> "access.owners";
    };
  }

  /** A changed question changes its answer, if that was the last thing said. */
  private Turn edited(TextMessage text, Instant now) {
    Turn turn = new Turn(text.updateId());
    Request request = request(text, now);
    Optional<Long> answer =
        memory.lastSaid().answerTo(request.chat(), request.messageId()).flatMap(sentAs);
    Optional<Command> command = command(text, Optional.empty());
    if (answer.isEmpty() || !command.filter(ask::equals).isPresent() || !isHeard(text)) {
      return turn;
    }
    Reply reply = allowed(ask, request);
    if (reply.answersQuestion()) {
      turn.replace(reply, request, answer.get(), memory);
    }
    return turn;
  }

  /** A file that a command takes is its argument; any other is not understood, which is said. */
  private Turn file(SentFile file, Instant now) {
    TextMessage message = file.message();
    Turn turn = new Turn(file.updateId());
    if (!isHeard(message)) {
      return turn;
    }
    Request request = request(message, now);
    Optional<String> text =
        file.size() > LARGEST_FILE ? Optional.empty() : files.text(file.fileId(), LARGEST_FILE);
    Optional<Command> taking =
        text.flatMap(
            content -> commands.values().stream().filter(each -> each.takes(content)).findFirst());
    if (taking.isEmpty() && !isCommand(message)) {
      Optional<Turn> offered = offered(file, request);
      if (offered.isPresent()) {
        return offered.get();
      }
    }
    boolean question = !message.text().equals("-") && !isCommand(message);
    if (taking.isEmpty() && question) {
      return text(message, now);
    }
    Reply reply =
        taking
            .map(found -> allowed(found, request.with(text.orElse(""))))
            .orElseGet(() -> Reply.say(composer.notice(request.language(), "file.unknown")));
    turn.reply(reply, request, Optional.empty(), memory);
    return turn;
  }

  /** Words under a picture are words; a picture alone is not understood, which is said once. */
  private Turn wordless(WordlessMessage wordless, Instant now) {
    TextMessage message = wordless.message();
    if (!wordless.caption().isBlank()) {
      albums.isFirst(wordless);
      return text(message, now);
    }
    Turn turn = new Turn(wordless.updateId());
    if (isHeard(message) && albums.isFirst(wordless)) {
      Request request = request(message, now);
      turn.reply(
          Reply.say(composer.notice(request.language(), "question.wordless")),
          request,
          Optional.empty(),
          memory);
    }
    return turn;
  }

  private Turn pressed(ButtonPress press, Instant now) {
    Turn turn = new Turn(press.updateId());
    String[] parts = press.data().split(":", 3);
    boolean ours = parts.length == 3 && parts[0].equals("1") && press.chat().isPresent();
    Optional<Command> owner = ours ? Optional.ofNullable(buttons.get(parts[1])) : Optional.empty();
    if (owner.isEmpty()) {
      turn.answer(press, Optional.of(Messages.ofApp(press.person()).text("button.unknown")));
      return turn;
    }
    Command command = owner.get();
    Asker asker = new Asker(press.person(), press.chat().orElseThrow(), false);
    Request request =
        new Request(
            press.updateId(),
            asker,
            press.thread(),
            press.messageId().orElse(0L),
            Optional.empty(),
            parts[2],
            false,
            messages(asker),
            now);
    Action action = command.action(parts[1]);
    if (!access.may(asker, action)) {
      turn.answer(press, Optional.of(request.messages().text(refusal(asker, action))));
      return turn;
    }
    turn.reply(command.pressed(parts[1], request), request, press, command.name(), memory);
    return turn;
  }

  /** Whoever may ask in their own private chat may choose in every chat. */
  private Turn inline(InlineQuery query, Instant now) {
    Turn turn = new Turn(query.updateId());
    Chat own = new Chat(query.person().id(), Chat.Kind.PRIVATE, "", false);
    Asker asker = new Asker(query.person(), own, false);
    turn.offer(inline.to(query, access.may(asker, Action.ASK), messages(asker), now));
    return turn;
  }

  /** One who mentions us elsewhere is answered there, once, and nothing is kept. */
  private Turn guest(GuestMessage mention, Instant now) {
    Turn turn = new Turn(mention.updateId());
    Chat own = new Chat(mention.person().id(), Chat.Kind.PRIVATE, "", false);
    Asker asker = new Asker(mention.person(), own, false);
    if (!mention.person().bot()) {
      inline
          .to(mention, access.may(asker, Action.ASK), messages(asker), now)
          .ifPresent(turn::answer);
    }
    return turn;
  }

  private Turn posted(ChannelPost post, Instant now) {
    Turn turn = new Turn(post.updateId());
    channels.posted(post, now).forEach(turn::change);
    return turn;
  }

  private Turn channel(MembershipChange change, Instant now) {
    Turn turn = new Turn(change.updateId());
    Asker own =
        new Asker(
            change.person(), new Chat(change.person().id(), Chat.Kind.PRIVATE, "", false), false);
    Channels.Noted noted =
        channels.noted(change, access.may(own, Action.OPERATE), messages(own), now);
    noted.changes().forEach(turn::change);
    noted.chat().ifPresent(chat -> noted.told().ifPresent(told -> turn.tell(chat, told)));
    return turn;
  }

  private Turn membership(MembershipChange change, Instant now) {
    if (change.chat().kind() == Chat.Kind.CHANNEL) {
      return channel(change, now);
    }
    Turn turn = new Turn(change.updateId());
    Membership before = change.before();
    boolean wasHere = before.canWrite() || before == Membership.SILENCED;
    if (change.chat().isGroup() && change.after().canWrite() && !wasHere) {
      Asker asker = new Asker(change.person(), change.chat(), false);
      Request request =
          new Request(
              change.updateId(),
              asker,
              Optional.empty(),
              0,
              Optional.empty(),
              "",
              false,
              messages(asker),
              now);
      boolean open = access.may(asker, Action.ASK);
      turn.reply(
          Reply.say(composer.notice(request.language(), open ? "greeting" : "access.closed")),
          request,
          Optional.empty(),
          memory);
    }
    return turn;
  }

  private Request request(TextMessage text, Instant now) {
    Asker asker = Asker.of(text);
    return new Request(
        text.updateId(),
        asker,
        text.thread(),
        text.messageId(),
        text.replyToMessage(),
        text.argument(),
        false,
        messages(asker),
        now);
  }

  private Messages messages(Asker asker) {
    return Messages.in(memory.preferences().language(asker));
  }
}
