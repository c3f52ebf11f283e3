package news.isnad.bot.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.answer.Answer;
import news.isnad.answer.Answers;
import news.isnad.answer.Explained;
import news.isnad.answer.Interpretation;
import news.isnad.bot.access.Access;
import news.isnad.bot.access.GroupAdministrators;
import news.isnad.bot.access.Roles;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Invented;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.compose.Names;
import news.isnad.bot.compose.StrictHtml;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.CallJson;
import news.isnad.bot.telegram.Chat;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.Person;
import news.isnad.bot.telegram.StrictCalls;
import news.isnad.question.Asking;
import news.isnad.question.Reading;
import news.isnad.store.Database;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;

/** A bot with everything but Telegram and the engine, and people who talk to it. */
public final class Room implements Answers {
  public static final long OWNER = 1;
  public static final long READER = 2;
  public static final long ADMINISTRATOR = 3;
  public static final long GROUP = -100;

  private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]+)(?:@(\\w+))?.*", 32);

  public final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T09:00:00Z"));
  public final FewArticles articles = new FewArticles(Invented.ARABIC, Invented.ENGLISH);
  public final Composer composer = new Composer(ZoneId.of("Z"), Names.NONE);
  public final Map<String, Long> sent = new HashMap<>();

  /** False where Telegram does not say who administers groups. */
  public boolean administratorsKnown = true;

  /** What files that people send hold. */
  public final Map<String, String> files = new HashMap<>();

  /** The zone of a chat. Read when the bot is opened. */
  public LongFunction<ZoneId> zones = _ -> ZoneId.of("Z");

  /** Read when the bot is opened. */
  public Translations translations = Translations.OFF;

  /** What people choose from in other chats. */
  public InlineAnswers inline =
      (query, mayAsk, messages, now) ->
          new Call.AnswerInline(query.queryId(), List.of(), Duration.ZERO, true, Optional.empty());

  public final List<Asking> asked = new ArrayList<>();
  public final List<String> questions = new ArrayList<>();
  public final List<Reading> readings = new ArrayList<>();
  public final List<Reading> explained = new ArrayList<>();
  public Interpretation interpretation = Interpretation.OBVIOUS;

  /** Whether questions that were read cannot be asked. */
  public boolean broken;

  public Answer answer =
      Invented.found(
          Invented.reading(Language.ENGLISH, "Will the port close?", "port"),
          Invented.searched(2, 2),
          Invented.arabicDenial(),
          Invented.englishMixed(),
          Invented.arabicReport(),
          Invented.englishOutlet());

  /** Read when the bot is opened. */
  public Roles roles = Roles.NONE;

  private final Set<Long> allowed;
  private final List<Command> more = new ArrayList<>();
  private Memory memory;
  private Access access;
  private Router router;
  private List<Command> commands = List.of();
  private long updates = 1000;
  private long messages = 10;

  public Room(Database database, Long... allowed) {
    this.allowed = Set.of(allowed);
    open(database);
  }

  /** Starts the bot over a database, as the next start of the program does. */
  public void open(Database database) {
    memory = new Memory(database, articles);
    access = new Access(allowed, Set.of(OWNER), new Administrators(), roles);
    AskCommand ask =
        new AskCommand(
            this, composer, memory, Examples.GENERAL, zones, Pinned.NOTHING, translations);
    commands = new ArrayList<>();
    commands.add(GeneralCommands.start(composer, Examples.GENERAL));
    commands.add(GeneralCommands.help(composer, access, commands));
    commands.add(ask);
    commands.add(GeneralCommands.latest(composer, articles));
    commands.add(GeneralCommands.language(composer, memory));
    commands.add(new CancelCommand(composer, memory));
    commands.add(new WhyCommand(this, composer, memory, key -> Optional.ofNullable(sent.get(key))));
    commands.addAll(more);
    router =
        new Router(
            access,
            memory,
            commands,
            ask,
            composer,
            clock,
            "Isnad_Bot",
            key -> Optional.ofNullable(sent.get(key)),
            (id, most) -> Optional.ofNullable(files.get(id)).map(text -> text.getBytes(UTF_8)),
            new LaterInline(),
            Channels.NONE);
  }

  /** What {@link #inline} is by then. */
  private final class LaterInline implements InlineAnswers {
    @Override
    public Call.AnswerInline to(
        Incoming.InlineQuery query, boolean mayAsk, Messages messages, Instant now) {
      return inline.to(query, mayAsk, messages, now);
    }

    @Override
    public Optional<Call.AnswerGuest> to(
        Incoming.GuestMessage mention, boolean mayAsk, Messages messages, Instant now) {
      return inline.to(mention, mayAsk, messages, now);
    }
  }

  /** Starts the bot with further commands. */
  public void open(Database database, List<Command> further) {
    more.clear();
    more.addAll(further);
    open(database);
  }

  private final class Administrators implements GroupAdministrators {
    @Override
    public boolean administers(long person, long group) {
      return administratorsKnown && person == ADMINISTRATOR;
    }

    @Override
    public boolean isKnown(long group) {
      return administratorsKnown;
    }
  }

  @Override
  public Answer answer(String question, Asking asking) {
    questions.add(question);
    asked.add(asking);
    return answer;
  }

  @Override
  public Answer answer(Reading reading) {
    readings.add(reading);
    if (broken) {
      throw new IllegalStateException("broken on purpose");
    }
    return switch (answer) {
      case Answer.Found found ->
          new Answer.Found(
              reading, found.citations(), found.otherSide(), found.searched(), found.took());
      case Answer.NotFound none ->
          new Answer.NotFound(reading, none.nearest(), none.searched(), none.took());
    };
  }

  @Override
  public Interpretation interpretation(Reading reading, Asking asking) {
    return interpretation;
  }

  @Override
  public Explained explain(Reading reading) {
    explained.add(reading);
    return Invented.explained(answer);
  }

  public Router router() {
    return router;
  }

  public Memory memory() {
    return memory;
  }

  public List<Command> commands() {
    return commands;
  }

  public static Person person(long id, String language) {
    return new Person(id, "x", Optional.of(language), false);
  }

  public static Chat chat(long id) {
    return new Chat(id, id > 0 ? Chat.Kind.PRIVATE : Chat.Kind.SUPERGROUP, "", false);
  }

  /** Somebody writes in their private chat, with an English app. */
  public List<Outgoing> write(long person, String text) {
    return handle(text(person, person, "en", text, false));
  }

  /** Somebody writes in the group. */
  public List<Outgoing> writeInGroup(long person, String text, boolean replyToBot) {
    return handle(text(person, GROUP, "en", text, replyToBot));
  }

  public Incoming.TextMessage text(
      long person, long chat, String language, String text, boolean replyToBot) {
    Matcher command = COMMAND.matcher(text);
    boolean is = command.matches();
    return new Incoming.TextMessage(
        updates++,
        person(person, language),
        chat(chat),
        Optional.empty(),
        Optional.of(5L).filter(_ -> chat < 0),
        messages++,
        text,
        replyToBot,
        Optional.empty(),
        is ? Optional.of(command.group(1).toLowerCase(Locale.ROOT)) : Optional.empty(),
        is
            ? Optional.ofNullable(command.group(2)).map(name -> name.toLowerCase(Locale.ROOT))
            : Optional.empty(),
        clock.instant());
  }

  /** Somebody replies to one of our messages, in their private chat. */
  public Incoming.TextMessage reply(long person, String text, long to) {
    Incoming.TextMessage plain = text(person, person, "en", text, true);
    return new Incoming.TextMessage(
        plain.updateId(),
        plain.person(),
        plain.chat(),
        plain.senderChat(),
        plain.thread(),
        plain.messageId(),
        plain.text(),
        plain.replyToBot(),
        Optional.of(to),
        plain.command(),
        plain.commandFor(),
        plain.date());
  }

  /** Somebody sends a file, with a caption or {@code -}. */
  public List<Outgoing> sendFile(long person, long chat, String caption, String content) {
    String id = "file-" + files.size();
    files.put(id, content);
    Incoming.TextMessage message = text(person, chat, "en", caption, false);
    return handle(new Incoming.SentFile(message, id, content.length(), "", Optional.empty()));
  }

  /** Somebody presses a button. */
  public List<Outgoing> press(long person, long chat, String data) {
    return handle(
        new Incoming.ButtonPress(
            updates++,
            "callback-" + updates,
            data,
            person(person, "en"),
            Optional.of(chat(chat)),
            Optional.empty(),
            Optional.of(77L),
            true));
  }

  /** Somebody types our name and words in some chat. */
  public Call.AnswerInline type(long person, String language, String words) {
    List<Outgoing> said =
        handle(
            new Incoming.InlineQuery(
                updates++, "query-" + updates, person(person, language), words, false));
    assertThat(said).hasSize(1);
    return (Call.AnswerInline) said.getFirst().call();
  }

  /** Handles an update and checks what every reply has to keep to. */
  public List<Outgoing> handle(Incoming incoming) {
    List<Outgoing> said = router.handle(incoming);
    Set<String> keys = new HashSet<>();
    for (Outgoing outgoing : said) {
      assertThat(keys.add(outgoing.key())).isTrue();
      assertThat(CallJson.read(CallJson.write(outgoing.call()))).isEqualTo(outgoing.call());
      StrictCalls.check(outgoing.call());
      switch (outgoing.call()) {
        case Call.SendMessage send -> StrictHtml.check(send.message());
        case Call.AnswerInline offered ->
            offered.results().forEach(result -> StrictHtml.check(result.message()));
        case Call.EditMessage edit -> StrictHtml.check(edit.message());
        default -> {}
      }
    }
    if (incoming instanceof Incoming.ButtonPress) {
      assertThat(said).isNotEmpty();
      assertThat(said.getFirst().call()).isInstanceOf(Call.AnswerCallback.class);
    }
    assertThat(router.handle(incoming)).as("handled again").hasSameSizeAs(said);
    return said;
  }

  /** The one message that was sent. */
  public static Message message(List<Outgoing> said) {
    List<Message> messages =
        said.stream()
            .map(Outgoing::call)
            .filter(Call.SendMessage.class::isInstance)
            .map(call -> ((Call.SendMessage) call).message())
            .toList();
    assertThat(messages).hasSize(1);
    return messages.getFirst();
  }

  /** What the message with the pressed button became. */
  public static Message edited(List<Outgoing> said) {
    return said.stream()
        .map(Outgoing::call)
        .filter(Call.EditMessage.class::isInstance)
        .map(call -> ((Call.EditMessage) call).message())
        .findFirst()
        .orElseThrow();
  }

  /** What the presser saw. */
  public static String notice(List<Outgoing> said) {
    return ((Call.AnswerCallback) said.getFirst().call()).text().orElse("");
  }

  /** The data on the button whose action this is. */
  public static String data(Message message, String action) {
    return message.buttons().stream()
        .flatMap(List::stream)
        .filter(Button.Callback.class::isInstance)
        .map(button -> ((Button.Callback) button).data())
        .filter(data -> data.startsWith("1:" + action + ":"))
        .findFirst()
        .orElseThrow();
  }

  public void pass(Duration time) {
    clock.advance(time);
  }
}
