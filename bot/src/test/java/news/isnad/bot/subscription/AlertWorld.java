package news.isnad.bot.subscription;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.article.SqlArticleStore;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Names;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.outbox.Dispatcher;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Stepped;
import news.isnad.bot.telegram.TelegramApi;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Translator;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.store.Database;
import news.isnad.testing.FreshStore;
import news.isnad.testing.SettableClock;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.topic.MonitorTopics;
import news.isnad.topic.Topics;

/**
 * Alerts from the store to Telegram, over a store of their own. Who says what is read from the form
 * {@code "words," said Name Surname}, and which story an article belongs to from its title or guid,
 * {@code story-7/anything}.
 */
final class AlertWorld implements AutoCloseable {
  private static final Pattern SAID =
      Pattern.compile("[\"“]([^\"”]+?),?[\"”],? said ([A-Z]\\w+ [A-Z]\\w+)");
  private static final Pattern STORY = Pattern.compile("story-\\d+");

  final Database database;
  final ArticleStore articles;
  final Topics topics =
      new MonitorTopics(
          KnownNames.of(List.of()),
          new Translator(Lexicon.of(List.of()), KnownNames.of(List.of())));
  final Memory memory;
  final Subscriptions subscriptions;
  final Schedules schedules;
  final AlertStore store;
  final Composer composer = new Composer(ZoneId.of("Z"), Names.NONE);
  final Outbox outbox;
  final Alerts.Parts parts;
  final Alerts alerts;
  final Dispatcher dispatcher;

  /** What readers want to be told of, as it may stand in what an exception says. */
  static final String WORDS = "wibblefrost speaker:Ferrant";

  /** The editions of which nobody can say who says what in them. */
  Predicate<Edition> unreadable = _ -> false;

  private final InstantSource clock;
  private final ShortIds ids = new ShortIds();

  AlertWorld(Path folder, InstantSource clock, TelegramApi api, Executor senders) {
    this.clock = clock;
    database =
        FreshStore.open(
            folder.resolve("isnad.db"),
            List.of(
                "news/isnad/article/migrations",
                "news/isnad/bot/migrations",
                Memory.MIGRATIONS,
                Subscriptions.MIGRATIONS));
    articles = new SqlArticleStore(database, clock);
    memory = new Memory(database, articles);
    subscriptions = new Subscriptions(database, articles);
    schedules = new Schedules(database, ZoneOffset.UTC);
    store = new AlertStore(database);
    MovedChats moves =
        new MovedChats(
            memory, subscriptions, schedules, store, new ForumTopics(database), composer);
    outbox = new Outbox(database, clock, moves);
    moves.speakThrough(outbox::enqueue);
    parts =
        new Alerts.Parts(
            database,
            articles,
            subscriptions,
            topics,
            this::read,
            AlertWorld::story,
            schedules,
            store,
            memory.preferences(),
            composer,
            outbox,
            clock);
    alerts = new Alerts(parts);
    RandomGenerator jitter = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    dispatcher = new Dispatcher(outbox, api, clock, senders, jitter);
  }

  private List<Statement> read(Edition edition) {
    if (unreadable.test(edition)) {
      throw new IllegalStateException("broken on purpose: " + WORDS);
    }
    return statements(edition);
  }

  static List<Statement> statements(Edition edition) {
    List<Statement> found = new ArrayList<>();
    for (Matcher said = SAID.matcher(edition.text()); said.find(); ) {
      Speaker speaker =
          new Speaker(said.group(2), Optional.empty(), Optional.empty(), Optional.empty(), false);
      found.add(
          new Statement(
              new Span(said.start(1), said.end(1)),
              new Span(said.start(), said.end()),
              Statement.Kind.SAID,
              Speech.DIRECT,
              Optional.of(speaker),
              List.of()));
    }
    return found;
  }

  static StoryOf.Place story(Edition edition) {
    Matcher story = STORY.matcher(edition.title() + " " + edition.article());
    return story.find()
        ? new StoryOf.Place(story.group(), List.of(), false)
        : StoryOf.ARTICLE.of(edition);
  }

  Subscription subscribe(
      long chat, Optional<Long> thread, String words, Language language, Schedule schedule) {
    Subscription subscription =
        new Subscription(
            ids.next(),
            chat,
            thread,
            chat > 0 ? chat : 1,
            words,
            language,
            0,
            clock.instant(),
            false,
            schedule.text(),
            false);
    change(subscriptions.begin(subscription));
    return subscription;
  }

  Subscription subscribe(long chat, String words) {
    return subscribe(chat, Optional.empty(), words, Language.ENGLISH, new Schedule.AtOnce());
  }

  void change(news.isnad.bot.conversation.Change change) {
    database.inTransaction(
        handle -> {
          change.apply(handle);
          return handle;
        });
  }

  /** A draft of a story at an outlet, published now. */
  ArticleDraft draft(int story, String outlet, String title, String text) {
    return new ArticleDraft(
        Optional.of("story-" + story + "/" + outlet.replace(' ', '-')),
        Optional.of(URI.create("https://" + outlet.replace(' ', '-') + ".example/" + story)),
        Optional.empty(),
        outlet,
        title,
        Language.detect(text),
        Optional.of(clock.instant()),
        text);
  }

  void arrive(int story, String outlet, String title, String text) {
    articles.store(draft(story, outlet, title, text));
  }

  /** Follows, tells and sends until nothing is left to do before a time. */
  void run(SettableClock settable, Duration time) {
    Instant end = settable.instant().plus(time);
    for (int i = 0; i < 100_000; i++) {
      Instant next = turn();
      if (next.isAfter(end)) {
        settable.set(end);
        return;
      }
      if (next.isAfter(settable.instant())) {
        settable.set(next);
      }
    }
    throw new AssertionError("nothing ever rests");
  }

  /** One turn of everything; says when there is something to do again. */
  Instant turn() {
    while (alerts.step()) {}
    alerts.tell();
    Instant next = Stepped.step(dispatcher);
    Instant due = alerts.nextDue().orElse(Instant.MAX);
    return next.isBefore(due) ? next : due;
  }

  @Override
  public void close() {
    topics.close();
    database.close();
  }
}
