package news.isnad.bot.assembly;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import news.isnad.article.ArticleDraft;
import news.isnad.bot.compose.Plain;
import news.isnad.bot.compose.StrictHtml;
import news.isnad.bot.conversation.Examples;
import news.isnad.bot.operator.IntakeDesk;
import news.isnad.bot.operator.SourceLook;
import news.isnad.bot.outbox.Dispatcher;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.Stepped;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Chat;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.IncomingReader;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.Person;
import news.isnad.bot.telegram.SendOutcome;
import news.isnad.bot.telegram.StrictCalls;
import news.isnad.config.Configuration;
import news.isnad.config.Settings;
import news.isnad.config.SettingsReader;
import news.isnad.engine.Engine;
import news.isnad.ingest.TryOut;
import news.isnad.lexicon.KnownNames;
import news.isnad.testing.FreshStore;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;

/** Engine and conversation over a folder, and people who talk to it; all but Telegram. */
final class WholeBot implements AutoCloseable {
  static final long OWNER = 1;
  static final long READER = 2;

  final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T09:00:00Z"));
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final UnaryOperator<Settings> changed;
  private Engine engine;
  private SourcesAtWork sources;
  private Conversation conversation;
  private long updates = 1000;
  private Optional<Long> replyTo = Optional.empty();
  private List<Outgoing> said = List.of();

  /** What is found at addresses; nothing, unless a test says so. */
  SourceLook look =
      (address, stages) ->
          TryOut.Trial.refused(new TryOut.Refusal(TryOut.Why.STATUS, "the server answered 404"));

  /** In the order of their numbers. */
  final List<Call> delivered = new ArrayList<>();

  /** What files that people send hold. */
  final Map<String, byte[]> files = new HashMap<>();

  /** Messages that their reader has deleted. */
  final Set<Long> gone = new HashSet<>();

  WholeBot(Path folder) {
    this(folder, Map.of());
  }

  /**
   * @param further environment variables
   */
  WholeBot(Path folder, Map<String, String> further) {
    this(folder, further, settings -> settings);
  }

  WholeBot(Path folder, Map<String, String> further, UnaryOperator<Settings> changed) {
    this.folder = folder;
    this.environment.put("ISNAD_TELEGRAM_OPERATORS", Long.toString(OWNER));
    this.environment.putAll(further);
    this.changed = changed;
    open();
  }

  private void open() {
    Configuration read = SettingsReader.read(folder, Optional.empty(), environment, Map.of());
    Settings settings = changed.apply(((Configuration.Read) read).settings());
    engine = FreshStore.engine(folder, Conversation.MIGRATIONS, KnownNames.shipped(), clock);
    sources = SourcesAtWork.over(engine, settings, clock);
    conversation =
        Conversation.over(
            engine,
            new Conversation.Place(
                settings,
                (person, group) -> false,
                new SourceLook() {
                  @Override
                  public TryOut.Trial at(String address, Consumer<TryOut.Stage> stages) {
                    return look.at(address, stages);
                  }

                  @Override
                  public Optional<TryOut.Refusal> refusal(String address) {
                    return sources.desk().refusal(address);
                  }

                  @Override
                  public IntakeDesk intake() {
                    return sources.desk().intake();
                  }
                },
                Examples.GENERAL,
                "Isnad_Bot",
                (id, most) ->
                    Optional.ofNullable(files.get(id)).filter(file -> file.length <= most),
                clock));
  }

  /** Ends the program and starts it again. */
  void restart() {
    close();
    open();
  }

  Engine engine() {
    return engine;
  }

  Conversation conversation() {
    return conversation;
  }

  /** An article is stored, understood and indexed, and those who want to are told of it. */
  void ingest(String id, String outlet, Language language, String title, String text) {
    engine
        .articles()
        .store(
            new ArticleDraft(
                Optional.of(id),
                Optional.of(URI.create("https://news.example/" + id)),
                Optional.empty(),
                outlet,
                title,
                language,
                Optional.of(clock.instant()),
                text));
    engine.catchUp();
    while (conversation.alerts().step()) {
      conversation.alerts().tell();
    }
    conversation.alerts().tell();
  }

  /** What somebody is told when they write in their private chat; the app is English. */
  String say(long person, String text) {
    return handle(
        new Incoming.TextMessage(
            updates,
            new Person(person, "x", Optional.of("en"), false),
            new Chat(person, Chat.Kind.PRIVATE, "", false),
            Optional.empty(),
            Optional.empty(),
            updates,
            text,
            false,
            replyTo,
            text.startsWith("/")
                ? Optional.of(text.substring(1).split("\\s", 2)[0])
                : Optional.empty(),
            Optional.empty(),
            clock.instant()));
  }

  /** The same, as a reply to a message of ours. */
  String reply(long person, String text, long to) {
    replyTo = Optional.of(to);
    try {
      return say(person, text);
    } finally {
      replyTo = Optional.empty();
    }
  }

  /** What somebody is told when they press the button of the last message with this action. */
  String press(long person, String action) {
    return pressData(person, data(action));
  }

  String pressData(long person, String data) {
    return pressData(person, new Chat(person, Chat.Kind.PRIVATE, "", false), data);
  }

  String pressData(long person, Chat chat, String data) {
    return handle(
        new Incoming.ButtonPress(
            updates,
            "callback-" + updates,
            data,
            new Person(person, "x", Optional.of("en"), false),
            Optional.of(chat),
            Optional.empty(),
            Optional.of(77L),
            true));
  }

  /** What the button of the last message with this action carries. */
  String data(String action) {
    return message().buttons().stream()
        .flatMap(List::stream)
        .map(button -> ((Button.Callback) button).data())
        .filter(data -> data.startsWith("1:" + action + ":"))
        .findFirst()
        .orElseThrow();
  }

  /** What is said about an update in Telegram's words; {@code %d} becomes its number. */
  String receive(String update) {
    return handle(
        new IncomingReader(99).read(update.replace('\'', '"').replace("%d", "" + updates)));
  }

  /** What is to be looked at is looked at, here and now, and what was found is delivered. */
  void lookAround() {
    deliver();
    conversation.sourceTrials().step(Runnable::run);
    conversation.sourceTrials().step(Runnable::run);
    deliver();
  }

  /** Presses the button with this action of what was delivered last. */
  String pressDelivered(long person, String action) {
    return pressData(person, deliveredData(action));
  }

  /** What the button with this action carries, in what was delivered last. */
  String deliveredData(String action) {
    return delivered.reversed().stream()
        .flatMap(call -> message(call).stream())
        .flatMap(message -> message.buttons().stream())
        .flatMap(List::stream)
        .map(button -> ((Button.Callback) button).data())
        .filter(data -> data.startsWith("1:" + action + ":"))
        .findFirst()
        .orElseThrow();
  }

  private String handle(Incoming incoming) {
    updates++;
    clock.advance(Duration.ofSeconds(1));
    said = conversation.router().handle(incoming);
    said.forEach(each -> StrictCalls.check(each.call()));
    conversation.outbox().enqueue(said);
    return words(said);
  }

  /** Telegram takes everything that waits, or refuses what it is told to. */
  void deliver() {
    Dispatcher dispatcher =
        new Dispatcher(
            conversation.outbox(), this::take, clock, Runnable::run, new SplittableRandom(7));
    for (int i = 0; i < 10; i++) {
      Stepped.step(dispatcher);
      clock.advance(Duration.ofSeconds(2));
    }
    dispatcher.close();
  }

  private SendOutcome take(Call call) {
    delivered.add(call);
    StrictCalls.check(call);
    return call instanceof Call.EditMessage edit && gone.contains(edit.messageId())
        ? new SendOutcome.Refused(400, "message to edit not found", SendOutcome.Refused.Kind.OTHER)
        : new SendOutcome.Sent(
            JsonNodeFactory.instance.objectNode().put("message_id", delivered.size()));
  }

  /** The number that the last message to somebody got. */
  long lastMessage() {
    for (int at = delivered.size() - 1; at >= 0; at--) {
      if (delivered.get(at) instanceof Call.SendMessage) {
        return at + 1L;
      }
    }
    throw new IllegalStateException("nothing was delivered");
  }

  /** What was delivered to a chat, as text. */
  List<String> delivered(long chat) {
    return delivered.stream()
        .filter(call -> call.chat().filter(to -> to == chat).isPresent())
        .map(call -> words(List.of(Outgoing.answer("x", call))).strip())
        .toList();
  }

  /** What was said last. */
  List<Outgoing> said() {
    return said;
  }

  private Message message() {
    List<Message> messages = new ArrayList<>();
    said.forEach(each -> message(each.call()).ifPresent(messages::add));
    return messages.getLast();
  }

  private static Optional<Message> message(Call call) {
    return switch (call) {
      case Call.SendMessage send -> Optional.of(send.message());
      case Call.EditMessage edit -> Optional.of(edit.message());
      default -> Optional.empty();
    };
  }

  private static String words(List<Outgoing> said) {
    StringBuilder words = new StringBuilder();
    for (Outgoing each : said) {
      message(each.call())
          .ifPresent(
              message -> {
                StrictHtml.check(message);
                words.append(Plain.of(message, false)).append('\n');
              });
      if (each.call() instanceof Call.AnswerCallback answer) {
        answer.text().ifPresent(text -> words.append('(').append(text).append(")\n"));
      }
    }
    return words.toString().replaceAll("[\\u2066-\\u2069\\u200E\\u200F]", "");
  }

  @Override
  public void close() {
    conversation.close();
    sources.close();
    engine.close();
  }
}
