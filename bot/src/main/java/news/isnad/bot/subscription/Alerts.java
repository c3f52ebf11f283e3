package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.isnad.article.ArticleStore;
import news.isnad.article.Cursors;
import news.isnad.article.Edition;
import news.isnad.article.GonePage;
import news.isnad.article.Standing;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.subscription.Desks.Desk;
import news.isnad.speaker.Attribution;
import news.isnad.store.Database;
import news.isnad.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers of new stories: one alert for each subscription and story.
 *
 * <h2>Following</h2>
 *
 * {@link #step} follows the sequence of editions. A batch is read first and the topics are brought
 * up to date after that: whoever subscribed before an article of the batch was stored is among
 * them. Alerts, what is to be told of them, the outbox rows of what is told at once and the cursor
 * are one transaction, and an edition comes to an alert once: repeating a step changes nothing. An
 * edition that cannot be dealt with is reported, {@link SetAside} and tried again; the next follow.
 *
 * <h2>What an edition changes</h2>
 *
 * The first edition of a story begins its alert. A further outlet is counted in the message. What
 * readers do not know yet (a denial, another number, a new speaker) is told in a reply to the first
 * message, not more often than every ten minutes; a correction, a withdrawal, or the disappearance
 * of the quoted words is told at once, and changes the first message too. That is told to whoever
 * was told of the article, also where its later edition is not on the topic any more; see {@link
 * TakenBack}. That its page is gone is told as a withdrawal is, though no edition says so ({@link
 * GonePages}).
 *
 * <h2>Telling</h2>
 *
 * {@link #tell} puts into the outbox what {@link Timing} left for later, and changes messages of
 * alerts; see {@link Teller} and {@link TellingRound}.
 *
 * <p>Confined to one thread at a time.
 */
public final class Alerts {
  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
  private static final int BATCH = 50;
  private static final String CURSOR = "alerts";
  private static final String GONE = "gone pages";
  private static final Duration TIDY = Duration.ofHours(6);

  private final Database database;
  private final ArticleStore articles;
  private final Subscriptions subscriptions;
  private final RegisteredTopics topics;
  private final EditionReader reader;
  private final Desks desks;
  private final Development development;
  private final AlertStore store;
  private final Teller teller;
  private final TellingRound round;
  private final Cursors cursors;
  private final SetAside setAside;
  private final GonePages gonePages;
  private final InstantSource clock;
  private Instant tidied = Instant.MIN;

  /** Who depends on whom. Immutable. */
  public record Parts(
      Database database,
      ArticleStore articles,
      Subscriptions subscriptions,
      Topics topics,
      Attribution attribution,
      StoryOf stories,
      Schedules schedules,
      AlertStore store,
      Preferences preferences,
      Composer composer,
      Outbox outbox,
      InstantSource clock) {
    AlertText text() {
      return new AlertText(
          articles, subscriptions, schedules, store, attribution, preferences, composer);
    }
  }

  public Alerts(Parts parts) {
    this.database = requireNonNull(parts.database(), "database is null");
    this.articles = requireNonNull(parts.articles(), "articles is null");
    this.subscriptions = requireNonNull(parts.subscriptions(), "subscriptions is null");
    this.topics = new RegisteredTopics(parts.subscriptions(), parts.topics(), parts.attribution());
    this.store = requireNonNull(parts.store(), "store is null");
    this.reader = new EditionReader(articles, topics, parts.attribution(), parts.stories());
    this.desks = new Desks(parts.schedules(), store.tellings(), parts.outbox());
    this.development =
        new Development(
            articles, store, topics, new TakenBack(articles, store, parts.attribution()));
    this.clock = requireNonNull(parts.clock(), "clock is null");
    this.teller = new Teller(parts.store(), parts.text(), parts.schedules(), parts.outbox());
    this.round = new TellingRound(parts.database(), parts.store(), teller);
    this.cursors = new Cursors(database);
    this.setAside = new SetAside(database);
    this.gonePages = new GonePages(database, articles);
  }

  /** Deals with pages that are gone and the next new articles. False where there were none. */
  public boolean step() {
    boolean gone = takeBackGone();
    return stepOn() || gone;
  }

  private boolean stepOn() {
    List<Edition> batch = articles.after(cursor(), BATCH);
    List<Long> again = setAside.due(CURSOR, clock.instant());
    if (batch.isEmpty() && again.isEmpty()) {
      return false;
    }
    topics.bringUpToDate();
    desks.forgetBacklogs(clock.instant());
    again.forEach(this::tryAgain);
    if (!batch.isEmpty()) {
      follow(batch.stream().map(reader::read).toList(), batch.getLast().sequence());
    }
    return true;
  }

  private void follow(List<Read> batch, long last) {
    Instant now = clock.instant();
    try {
      database.inTransaction(
          handle -> {
            Set<Long> chats = new LinkedHashSet<>();
            Desk desk = desks.at(now);
            batch.forEach(desk::expect);
            batch.forEach(each -> takeOrSetAside(each, desk, chats));
            chats.forEach(chat -> teller.tell(chat, now));
            cursors.advance(CURSOR, last);
            return handle;
          });
    } catch (RuntimeException defect) {
      LOG.error("Editions up to {} are dealt with one by one.", last, defect);
      batch.forEach(this::followAlone);
    }
  }

  /** What an edition leaves to be told is due at once, and told by {@link #tell}. */
  private void followAlone(Read read) {
    long sequence = read.edition().sequence();
    Instant now = clock.instant();
    try {
      database.inTransaction(
          handle -> {
            if (read.defect().isEmpty()) {
              setAside.done(CURSOR, sequence);
            }
            takeOrSetAside(read, desks.at(now), new LinkedHashSet<>());
            cursors.advance(CURSOR, sequence);
            return handle;
          });
    } catch (RuntimeException defect) {
      LOG.error(
          "Edition {} was not told of. It is tried again; the next follow.", sequence, defect);
      database.inTransaction(
          handle -> {
            setAside.failed(CURSOR, sequence, defect, now);
            cursors.advance(CURSOR, sequence);
            return handle;
          });
    }
  }

  private void takeOrSetAside(Read read, Desk desk, Set<Long> chats) {
    if (read.defect().isPresent()) {
      setAside.failed(CURSOR, read.edition().sequence(), read.defect().get(), desk.now);
    } else {
      development.take(read, desk, chats);
    }
  }

  /** Tells whoever was told of an article that its page is gone. */
  private boolean takeBackGone() {
    Instant now = clock.instant();
    List<GonePage> gone = gonePages.next(now);
    List<Long> again = setAside.due(GONE, now);
    if (gone.isEmpty() && again.isEmpty()) {
      return false;
    }
    topics.bringUpToDate();
    for (long sequence : again) {
      articles
          .edition(sequence)
          .ifPresentOrElse(
              edition -> takeBack(edition, () -> {}), () -> setAside.done(GONE, sequence));
    }
    for (GonePage page : gone) {
      takeBack(page.edition(), () -> gonePages.told(page));
      gonePages.done(page);
    }
    return true;
  }

  private void takeBack(Edition edition, Runnable told) {
    long sequence = edition.sequence();
    Instant now = clock.instant();
    try {
      database.inTransaction(
          handle -> {
            setAside.done(GONE, sequence);
            if (isCurrent(edition) && articles.standing(sequence) == Standing.WITHDRAWN) {
              development.gone(edition, desks.at(now));
            }
            told.run();
            return handle;
          });
    } catch (RuntimeException defect) {
      LOG.error("That edition {} is gone was not told. It is tried again.", sequence, defect);
      database.inTransaction(
          handle -> {
            setAside.failed(GONE, sequence, defect, now);
            told.run();
            return handle;
          });
    }
  }

  /** An edition in whose place a later one has come is left to that. */
  private void tryAgain(long sequence) {
    Optional<Edition> edition = articles.edition(sequence).filter(this::isCurrent);
    if (edition.isEmpty()) {
      setAside.done(CURSOR, sequence);
    }
    edition.map(reader::read).ifPresent(this::followAlone);
  }

  private boolean isCurrent(Edition edition) {
    return articles
        .current(edition.article(), edition.language())
        .filter(current -> current.sequence() == edition.sequence())
        .isPresent();
  }

  /** Tells what has become due, and changes messages that show less than is known. */
  public void tell() {
    Instant now = clock.instant();
    if (!store.nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
      return;
    }
    round.tell(now);
    if (!tidied.plus(TIDY).isAfter(now)) {
      store.tidy(now);
      setAside.tidy(now);
      tidied = now;
    }
  }

  /** When {@link #tell} or {@link #step} has something to do again, if it ever has. */
  public Optional<Instant> nextDue() {
    return Stream.of(store.nextDue(), setAside.nextDue(CURSOR), setAside.nextDue(GONE))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** Registers all topics anew with the next batch: names or the vocabulary have grown. */
  public void expandTopics() {
    topics.forget();
  }

  /** The sequence up to which articles have been told of. */
  public long cursor() {
    long reached = cursors.position(CURSOR);
    return reached > 0 ? reached : beginning();
  }

  /** Nobody has subscribed to anything older than that. */
  private long beginning() {
    return subscriptions.all().stream()
        .mapToLong(Subscription::after)
        .min()
        .orElseGet(articles::lastSequence);
  }
}
