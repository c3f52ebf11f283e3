package news.isnad.bot.inbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import news.isnad.bot.outbox.ChatListener;
import news.isnad.bot.outbox.Dispatcher;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.TestStore;
import news.isnad.bot.telegram.Call.SendMessage;
import news.isnad.bot.telegram.FakeTelegram;
import news.isnad.bot.telegram.HttpTelegramApi;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.Incoming.TextMessage;
import news.isnad.bot.telegram.IncomingReader;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.UpdatePoller;
import news.isnad.config.Secret;
import news.isnad.store.Database;

/** The whole way from Telegram to Telegram, with a handler that answers "re: " and the question. */
public final class EchoBot implements AutoCloseable {
  private final Database database;
  private final HttpTelegramApi api;
  private final UpdatePoller poller;
  private final InboxWorker worker;
  private final Dispatcher dispatcher;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Thread> loops = new ArrayList<>();
  final Inbox inbox;
  final Outbox outbox;
  final List<String> conflicts = new ArrayList<>();

  public EchoBot(Path folder, URI telegram) {
    this(folder, telegram, EchoBot::echo);
  }

  EchoBot(Path folder, URI telegram, Handler handler) {
    InstantSource clock = InstantSource.system();
    RandomGenerator jitter = RandomGenerator.getDefault();
    database = TestStore.open(folder);
    api = new HttpTelegramApi(new Secret(FakeTelegram.TOKEN), telegram, Optional.empty());
    inbox = new Inbox(database, clock);
    outbox = new Outbox(database, clock, new ChatListener() {});
    dispatcher = new Dispatcher(outbox, api, clock, threads, jitter);
    worker =
        new InboxWorker(
            inbox,
            outbox,
            new IncomingReader(110201543),
            handler,
            incoming ->
                List.of(SendMessage.to(incoming.chatId().orElseThrow(), Message.of("sorry"))),
            clock,
            threads,
            8);
    poller = new UpdatePoller(api, api, inbox, clock, jitter, worker::wake, conflicts::add);
    loops.add(Thread.ofPlatform().name("loop-dispatcher").start(dispatcher::run));
    loops.add(Thread.ofPlatform().name("loop-worker").start(worker::run));
    loops.add(Thread.ofPlatform().name("loop-poller").start(poller::run));
  }

  static List<Outgoing> echo(Incoming incoming) {
    return incoming instanceof TextMessage text
        ? List.of(
            Outgoing.answer(
                "echo/" + text.updateId(),
                SendMessage.to(text.chat().id(), Message.of("re: " + text.text()))))
        : List.of();
  }

  @Override
  public void close() {
    poller.close();
    worker.close();
    dispatcher.close();
    api.close();
    threads.close();
    database.close();
  }

  boolean isRunning() {
    return loops.stream().anyMatch(Thread::isAlive);
  }

  /** Runs until it is killed: {@code EchoBot FOLDER URL}. */
  public static void main(String[] arguments) throws InterruptedException {
    EchoBot bot = new EchoBot(Path.of(arguments[0]), URI.create(arguments[1]));
    System.out.println("running");
    for (Thread loop : bot.loops) {
      loop.join();
    }
  }
}
