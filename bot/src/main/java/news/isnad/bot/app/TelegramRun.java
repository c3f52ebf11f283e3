package news.isnad.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.isnad.bot.access.TelegramGroupAdministrators;
import news.isnad.bot.assembly.Conversation;
import news.isnad.bot.compose.Messages;
import news.isnad.bot.conversation.BotCommands;
import news.isnad.bot.conversation.Examples;
import news.isnad.bot.inbox.Inbox;
import news.isnad.bot.inbox.InboxWorker;
import news.isnad.bot.operator.SourceLook;
import news.isnad.bot.outbox.Dispatcher;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.HttpTelegramApi;
import news.isnad.bot.telegram.Incoming;
import news.isnad.bot.telegram.IncomingReader;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.Person;
import news.isnad.bot.telegram.SendOutcome;
import news.isnad.bot.telegram.UpdatePoller;
import news.isnad.config.Secret;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.text.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot on Telegram, from start to stop.
 *
 * <p>Threads: one polls updates into the inbox, one handles them, one sends what the outbox holds,
 * one brings index and alerts up to the store, one polls the sources, one looks at addresses and
 * lists of sources that operators want to track, one forgets what is to be forgotten. {@link
 * #close} may be called from any thread and returns within ten seconds.
 */
final class TelegramRun implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TelegramRun.class);
  private static final Duration FOLLOW = Duration.ofMillis(100);
  private static final Duration HOUSEKEEPING = Duration.ofMinutes(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int HANDLERS = 4;
  private static final int STOP_SECONDS = 8;

  private final Settings settings;
  private final Engine engine;
  private final SourceLook sources;
  private final InstantSource clock;
  private final HttpTelegramApi api;
  private final ExecutorService threads;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicInteger exit = new AtomicInteger();
  private volatile @Nullable Conversation conversation;
  private volatile @Nullable UpdatePoller poller;
  private volatile @Nullable InboxWorker worker;
  private volatile @Nullable Dispatcher dispatcher;
  private volatile @Nullable AtWork atWork;
  private volatile boolean closing;

  /** Whether the index had to be made anew at the start. */
  private boolean indexGone;

  /** What works once the bot has started. */
  record AtWork(Conversation conversation, Inbox inbox, Dispatcher dispatcher) {}

  TelegramRun(
      Settings settings, Secret token, Engine engine, SourceLook sources, InstantSource clock) {
    this.settings = settings;
    this.engine = engine;
    this.sources = sources;
    this.clock = clock;
    this.api =
        new HttpTelegramApi(token, settings.telegram().apiUrl(), settings.telegram().proxy());
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("isnad-", 0).factory());
  }

  /** Runs until it is closed or the token is refused; returns the exit code. */
  int run() {
    indexGone = engine.index().lastSequence() == 0 && engine.articles().lastSequence() > 0;
    engine.catchUp();
    engine.warmUp();
    Optional<SendOutcome.Sent> self = introduce();
    if (self.isEmpty()) {
      return exit.get();
    }
    long id = self.get().result().path("id").asLong();
    String username = self.get().result().path("username").asText("");
    start(id, username);
    log.info(
        "@{} answers on Telegram. {} articles are tracked.", username, engine.articles().count());
    awaitEnd();
    return exit.get();
  }

  /** Asks Telegram who we are, until it answers. */
  private Optional<SendOutcome.Sent> introduce() {
    Duration pause = FIRST_PAUSE;
    while (!closing) {
      SendOutcome outcome = api.call(new Call.GetMe());
      switch (outcome) {
        case SendOutcome.Sent sent -> {
          return Optional.of(sent);
        }
        case SendOutcome.Unauthorized _ -> {
          refuseToken();
          return Optional.empty();
        }
        case SendOutcome.TooFast(Duration retryAfter) -> pause = retryAfter;
        case SendOutcome.Unreachable _,
            SendOutcome.Migrated _,
            SendOutcome.Blocked _,
            SendOutcome.Refused _,
            SendOutcome.Conflict _ ->
            log.warn(
                "Telegram at {} does not answer ({}). Trying again in {} s.",
                settings.telegram().apiUrl(),
                outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                pause.toSeconds());
      }
      pause(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
    return Optional.empty();
  }

  private void refuseToken() {
    log.error(
        "Telegram does not know the token (401). Set telegram.token to the one that BotFather"
            + " shows, then start again.");
    exit.set(2);
    closing = true;
    stopped.countDown();
  }

  private void start(long id, String username) {
    Conversation.Place place =
        new Conversation.Place(
            settings,
            new TelegramGroupAdministrators(api, clock),
            sources,
            Examples.GENERAL,
            username,
            api,
            clock);
    Conversation talk = Conversation.over(engine, place);
    conversation = talk;
    Inbox inbox = new Inbox(engine.database(), clock);
    InboxWorker handling =
        new InboxWorker(
            inbox,
            talk.outbox(),
            new IncomingReader(id),
            talk.doors(),
            TelegramRun::apology,
            clock,
            threads,
            HANDLERS);
    worker = handling;
    Dispatcher sending = new Dispatcher(talk.outbox(), api, clock, threads, new SplittableRandom());
    dispatcher = sending;
    atWork = new AtWork(talk, inbox, sending);
    UpdatePoller polling =
        new UpdatePoller(
            api,
            api,
            inbox,
            clock,
            new SplittableRandom(),
            handling::wake,
            what -> {
              log.error(
                  "Another program polls with this bot's token ({}). Stop it: until then"
                      + " questions may wait.",
                  what);
              talk.runNotices().anotherPolls();
            });
    if (indexGone) {
      talk.runNotices().indexRebuilt(engine.articles().count());
    }
    poller = polling;
    threads.execute(() -> ended(sending.run() == Dispatcher.Ended.TOKEN_REFUSED));
    threads.execute(handling::run);
    threads.execute(() -> ended(polling.run() == UpdatePoller.Ended.TOKEN_REFUSED));
    threads.execute(() -> follow(talk));
    threads.execute(() -> register(talk));
    threads.execute(() -> keepHouse(talk));
    threads.execute(() -> workForOperators(talk));
  }

  private void ended(boolean tokenRefused) {
    if (tokenRefused && !closing) {
      Optional.ofNullable(conversation).ifPresent(talk -> talk.runNotices().tokenRefused());
      refuseToken();
    }
  }

  /** Keeps index and alerts level with the store. */
  private void follow(Conversation talk) {
    while (!closing) {
      try {
        engine.catchUp();
        while (!closing && talk.alerts().step()) {
          log.debug("Alerts are at {}.", talk.alerts().cursor());
        }
        while (!closing && talk.standingQuestions().step()) {
          log.debug("Standing questions were asked again.");
        }
        talk.alerts().tell();
        talk.sourceNotices().step();
        talk.setAsideNotices().step();
        if (talk.nameProposals().step()) {
          log.debug("Names were looked for in new stories.");
        }
        talk.takedowns().step();
        talk.oldArticles().step();
        if (talk.sourceRemovals().step()) {
          log.debug("Articles went with their source.");
        }
        talk.runNotices().step();
      } catch (RuntimeException e) {
        log.error("New articles wait. Trying again.", e);
      }
      pause(FOLLOW);
    }
  }

  /** Looks at what operators want to track, and takes in their lists. */
  private void workForOperators(Conversation talk) {
    while (!closing) {
      try {
        talk.sourceTrials().step(threads);
        talk.sourceImports().step();
      } catch (RuntimeException e) {
        log.error("Addresses and lists of sources wait. Trying again.", e);
      }
      pause(FOLLOW);
    }
  }

  /** Forgets what is to be forgotten. */
  private void keepHouse(Conversation talk) {
    while (!closing) {
      try {
        talk.housekeeping().step();
      } catch (RuntimeException e) {
        log.error("What is to be forgotten is still kept. Trying again.", e);
      }
      pause(HOUSEKEEPING);
    }
  }

  /** Tells Telegram our menus and descriptions; what fails is told at the next start. */
  private void register(Conversation talk) {
    for (Call call : BotCommands.calls(talk.commands(), talk.menus())) {
      if (closing) {
        return;
      }
      SendOutcome outcome = api.call(call);
      while (outcome instanceof SendOutcome.TooFast(Duration retryAfter) && !closing) {
        pause(retryAfter);
        outcome = api.call(call);
      }
      if (!(outcome instanceof SendOutcome.Sent)) {
        log.warn(
            "{} was not accepted: {}. The menu may be old until the next start.",
            call.getClass().getSimpleName(),
            outcome);
      }
    }
  }

  private static List<Call> apology(Incoming incoming) {
    Language language =
        incoming
            .from()
            .flatMap(Person::languageCode)
            .flatMap(Language::of)
            .orElse(Language.ENGLISH);
    String words = Messages.in(language).text("defect");
    return incoming.chatId().stream()
        .<Call>map(chat -> Call.SendMessage.to(chat, Message.of(words)))
        .toList();
  }

  private void pause(Duration pause) {
    try {
      if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        closing = true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }

  private void awaitEnd() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** When Telegram last answered a poll; empty before the first. */
  Optional<Instant> lastAnswer() {
    return Optional.ofNullable(poller).map(UpdatePoller::lastAnswer);
  }

  /** What works; empty until the index is level and Telegram has said who we are. */
  Optional<AtWork> atWork() {
    return Optional.ofNullable(atWork);
  }

  Engine engine() {
    return engine;
  }

  @Override
  public void close() {
    closing = true;
    stopped.countDown();
    close(poller);
    close(worker);
    close(dispatcher);
    api.close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close(conversation);
  }

  private static void close(@Nullable AutoCloseable part) {
    try {
      if (part != null) {
        part.close();
      }
    } catch (Exception e) {
      log.warn("A part did not close well: {}", e.toString());
    }
  }
}
