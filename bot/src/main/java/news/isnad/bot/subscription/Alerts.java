package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.isnad.article.ArticleStore;
import news.isnad.article.Cursors;
import news.isnad.article.Edition;
import news.isnad.article.GonePage;
import news.isnad.article.Standing;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.News;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.outbox.Outbox;
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
  private static final Duration BETWEEN_UPDATES = Duration.ofMinutes(10);
  private static final Duration COUNTED_FOR = Duration.ofDays(2);
  private static final Duration FIRST_EDIT = Duration.ofSeconds(20);
  private static final Duration BETWEEN_EDITS = Duration.ofMinutes(1);
  private static final Facts NO_FACTS = new Facts(List.of());
  private static final Deque<Instant> NONE = new ArrayDeque<>();
  private static final Duration TIDY = Duration.ofHours(6);

  private final Database database;
  private final ArticleStore articles;
  private final Subscriptions subscriptions;
  private final RegisteredTopics topics;
  private final Attribution attribution;
  private final TakenBack takenBack;
  private final Schedules schedules;
  private final AlertStore store;
  private final StoryOf stories;
  private final Outbox outbox;
  private final Teller teller;
  private final TellingRound round;
  private final Cursors cursors;
  private final SetAside setAside;
  private final GonePages gonePages;
  private final InstantSource clock;
  private final ShortIds ids = new ShortIds();
  private Instant tidied = Instant.MIN;

  /** When late editions came for a chat, as far as that is not long ago. */
  private final Map<Long, Deque<Instant>> late = new HashMap<>();

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
    this.attribution = requireNonNull(parts.attribution(), "attribution is null");
    this.takenBack = new TakenBack(parts.articles(), parts.store(), parts.attribution());
    this.schedules = requireNonNull(parts.schedules(), "schedules is null");
    this.store = requireNonNull(parts.store(), "store is null");
    this.stories = requireNonNull(parts.stories(), "stories is null");
    this.outbox = requireNonNull(parts.outbox(), "outbox is null");
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
    forgetBacklogs();
    again.forEach(this::tryAgain);
    if (!batch.isEmpty()) {
      follow(batch.stream().map(this::read).toList(), batch.getLast().sequence());
    }
    return true;
  }

  private void follow(List<Read> batch, long last) {
    Instant now = clock.instant();
    try {
      database.inTransaction(
          handle -> {
            Set<Long> chats = new LinkedHashSet<>();
            Desk desk = new Desk(now);
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
            takeOrSetAside(read, new Desk(now), new LinkedHashSet<>());
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
      take(read, desk, chats);
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
      articles.edition(sequence).ifPresent(edition -> takeBack(edition, () -> {}));
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
            tellGone(edition, new Desk(now));
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

  private void tellGone(Edition edition, Desk desk) {
    if (!isCurrent(edition) || articles.standing(edition.sequence()) != Standing.WITHDRAWN) {
      return;
    }
    Read read = Read.gone(edition);
    List<Long> editions = articles.sequences(edition.article(), edition.language());
    for (Alert alert : store.on(editions).values()) {
      boolean over = alert.corrected().filter(News.WITHDRAWAL::equals).isPresent();
      if (!over && alert.outlets().contains(edition.outlet())) {
        Optional<Fresh> fresh = Optional.of(new Fresh(News.WITHDRAWAL, Optional.empty()));
        topics
            .find(alert.subscription())
            .ifPresent(subscription -> tell(alert, read, subscription, desk, fresh));
      }
    }
  }

  /** An edition in whose place a later one has come is left to that. */
  private void tryAgain(long sequence) {
    Optional<Edition> edition = articles.edition(sequence).filter(this::isCurrent);
    if (edition.isEmpty()) {
      setAside.done(CURSOR, sequence);
    }
    edition.map(this::read).ifPresent(this::followAlone);
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

  private void forgetBacklogs() {
    Instant before = clock.instant().minus(Timing.BACKLOG_LASTS);
    late.values().forEach(times -> times.removeIf(time -> time.isBefore(before)));
    late.values().removeIf(Deque::isEmpty);
  }

  /** An edition, understood as far as alerts need it. */
  private record Read(
      Edition edition,
      List<Subscription> wanting,
      StoryOf.Place place,
      Facts facts,
      Optional<News> correction,
      Optional<RuntimeException> defect) {
    /** One whose page is gone. */
    static Read gone(Edition edition) {
      return new Read(
          edition,
          List.of(),
          StoryOf.ARTICLE.of(edition),
          NO_FACTS,
          Optional.of(News.WITHDRAWAL),
          Optional.empty());
    }

    /** One that could not be held against the topics. */
    static Read broken(Edition edition, RuntimeException defect) {
      return new Read(
          edition,
          List.of(),
          StoryOf.ARTICLE.of(edition),
          NO_FACTS,
          Optional.empty(),
          Optional.of(defect));
    }
  }

  private Read read(Edition edition) {
    try {
      return read(edition, matching(edition));
    } catch (RuntimeException defect) {
      LOG.error(
          "Edition {} was not held against the topics. It is tried again; the next follow.",
          edition.sequence(),
          defect);
      return Read.broken(edition, defect);
    }
  }

  private Read read(Edition edition, List<Subscription> wanting) {
    boolean concerns = !wanting.isEmpty() || edition.number() > 1;
    Optional<News> correction = concerns ? correction(edition) : Optional.empty();
    boolean wanted = !wanting.isEmpty();
    return new Read(
        edition,
        wanting,
        wanted ? place(edition) : StoryOf.ARTICLE.of(edition),
        wanted ? facts(edition) : NO_FACTS,
        correction,
        Optional.empty());
  }

  private List<Subscription> matching(Edition edition) {
    List<Subscription> found = topics.matching(edition);
    return found.isEmpty() || articles.standing(edition.sequence()) == Standing.HIDDEN
        ? List.of()
        : found;
  }

  private StoryOf.Place place(Edition edition) {
    try {
      return stories.of(edition);
    } catch (RuntimeException defect) {
      LOG.error("Edition {} is told of as a story of its own.", edition.sequence(), defect);
      return StoryOf.ARTICLE.of(edition);
    }
  }

  private Facts facts(Edition edition) {
    try {
      return Facts.of(edition, attribution.statements(edition));
    } catch (RuntimeException defect) {
      LOG.error(
          "Edition {} could not be read. It is told of without its quotations.",
          edition.sequence(),
          defect);
      return NO_FACTS;
    }
  }

  private Optional<News> correction(Edition edition) {
    return articles.standing(edition.sequence()) == Standing.WITHDRAWN
        ? Optional.of(News.WITHDRAWAL)
        : Corrections.shipped().of(edition);
  }

  /** What is known of chats while a batch is dealt with. Confined to one call. */
  private final class Desk {
    final Instant now;
    private final Map<Long, ChatSchedule> hours = new HashMap<>();
    private final Map<Long, Set<String>> muted = new HashMap<>();
    private final Map<Long, Integer> waiting = new HashMap<>();
    private final Map<Long, Integer> told = new HashMap<>();
    private final Map<Long, Boolean> open = new HashMap<>();

    Desk(Instant now) {
      this.now = now;
    }

    ChatSchedule hours(long chat) {
      return hours.computeIfAbsent(chat, schedules::of);
    }

    boolean isMuted(long chat, String outlet) {
      return muted.computeIfAbsent(chat, id -> new HashSet<>(schedules.muted(id))).contains(outlet);
    }

    /** Counts what comes late, before anything of it is told. */
    void expect(Read read) {
      if (Timing.isLate(read.edition(), now)) {
        read.wanting().stream()
            .map(Subscription::chat)
            .distinct()
            .forEach(chat -> late.computeIfAbsent(chat, _ -> new ArrayDeque<>()).addLast(now));
      }
    }

    private boolean isBacklog(Read read, long chat) {
      return Timing.isLate(read.edition(), now)
          && late.getOrDefault(chat, NONE).size() > Timing.MOST_LATE;
    }

    Timing.Decision decide(Read read, Subscription subscription, News news) {
      long chat = subscription.chat();
      ChatSchedule schedule = hours(chat);
      Timing.Situation situation =
          new Timing.Situation(
              schedule,
              schedules.snoozed(subscription.id(), now),
              told.computeIfAbsent(chat, id -> store.toldSince(id, schedule.dayOf(now))),
              waiting.computeIfAbsent(chat, outbox::waitingAlerts),
              isBacklog(read, chat),
              open.computeIfAbsent(chat, id -> outbox.suspension(id).isEmpty()));
      Timing.Decision decision = Timing.of(news, schedule.of(subscription), situation, now);
      if (decision.manner() == Manner.ALERT) {
        told.merge(chat, 1, Integer::sum);
        waiting.merge(chat, 1, Integer::sum);
      }
      return decision;
    }
  }

  private void take(Read read, Desk desk, Set<Long> chats) {
    Map<String, Alert> onArticle = onArticle(read.edition());
    for (Subscription subscription : read.wanting()) {
      Optional<Alert> known =
          Optional.ofNullable(onArticle.remove(subscription.id()))
              .or(() -> store.of(subscription.id(), read.place().story(), read.place().members()));
      boolean changed =
          known.isPresent()
              ? !store.knows(known.get().id(), read.edition().sequence())
                  && develop(known.get(), read, subscription, desk)
              : begin(read, subscription, desk);
      if (changed) {
        chats.add(subscription.chat());
      }
    }
    for (Alert alert : onArticle.values()) {
      boolean changed =
          topics
              .find(alert.subscription())
              .filter(subscription -> isOffTopic(alert, read, subscription, desk))
              .isPresent();
      if (changed) {
        chats.add(alert.chat());
      }
    }
  }

  /** What was told of earlier editions of the article, by subscription. */
  private Map<String, Alert> onArticle(Edition edition) {
    if (edition.number() == 1 || articles.standing(edition.sequence()) == Standing.HIDDEN) {
      return new HashMap<>();
    }
    List<Long> editions = articles.sequences(edition.article(), edition.language());
    return store.on(editions.stream().filter(each -> each < edition.sequence()).toList());
  }

  /** An edition that is not on the topic any more is told of where it takes something back. */
  private boolean isOffTopic(Alert alert, Read read, Subscription subscription, Desk desk) {
    return !store.knows(alert.id(), read.edition().sequence())
        && tell(alert, read, subscription, desk, takenBack(alert, read, subscription));
  }

  private boolean begin(Read read, Subscription subscription, Desk desk) {
    Edition edition = read.edition();
    boolean withdrawn = read.correction().filter(News.WITHDRAWAL::equals).isPresent();
    if (withdrawn || desk.isMuted(subscription.chat(), edition.outlet())) {
      return false;
    }
    Alert alert =
        new Alert(
            ids.next(),
            subscription.id(),
            read.place().story(),
            subscription.chat(),
            subscription.thread(),
            edition.sequence(),
            List.of(edition.outlet()),
            read.facts().keys(),
            Optional.empty(),
            Optional.empty(),
            true,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            desk.now);
    store.begin(alert);
    Timing.Decision decision = desk.decide(read, subscription, News.FIRST);
    return store.add(
        alert, edition.sequence(), News.FIRST, null, decision.manner(), decision.due(), desk.now);
  }

  private boolean develop(Alert alert, Read read, Subscription subscription, Desk desk) {
    Optional<Fresh> taken = takenBack(alert, read, subscription);
    boolean heard = !desk.isMuted(subscription.chat(), read.edition().outlet());
    Optional<Fresh> fact =
        taken.isPresent() || read.place().copy() || !heard
            ? Optional.empty()
            : read.facts()
                .newTo(alert.facts(), topic(subscription, read.edition()), read.edition())
                .map(each -> new Fresh(each.news(), Optional.of(each.key())));
    learn(alert, read.edition(), heard ? read.facts().keys() : Set.of(), desk.now);
    return tell(alert, read, subscription, desk, taken.or(() -> fact));
  }

  /** What an edition has that readers of an alert do not know; the key says what exactly. */
  private record Fresh(News news, Optional<String> key) {}

  private Optional<Fresh> takenBack(Alert alert, Read read, Subscription subscription) {
    return takenBack
        .of(alert, read.edition(), read.correction(), subscription)
        .map(taken -> new Fresh(taken.news(), taken.key()));
  }

  /** Notes that an edition came to an alert, and that something of it is to be told. */
  private boolean tell(
      Alert alert, Read read, Subscription subscription, Desk desk, Optional<Fresh> fresh) {
    long edition = read.edition().sequence();
    News news = fresh.map(Fresh::news).orElse(News.NOTHING);
    if (news.isCorrection()) {
      store.corrected(alert.id(), news);
      store.editAt(alert.id(), desk.now);
    }
    boolean shownAnyway = alert.told().isEmpty() && news.isCorrection();
    if (news == News.NOTHING || alert.muted() || shownAnyway) {
      return store.add(alert, edition, News.NOTHING, null, Manner.ALERT, null, desk.now);
    }
    Timing.Decision decision = desk.decide(read, subscription, news);
    Instant earliest =
        news.isCorrection()
            ? desk.now
            : alert.updated().map(last -> last.plus(BETWEEN_UPDATES)).orElse(desk.now);
    Instant due = earliest.isAfter(decision.due()) ? earliest : decision.due();
    return store.add(
        alert,
        edition,
        news,
        fresh.flatMap(Fresh::key).orElse(null),
        decision.manner(),
        due,
        desk.now);
  }

  /** Remembers the outlet and what was said; the message follows a little later. */
  private void learn(Alert alert, Edition edition, Set<String> keys, Instant now) {
    List<String> outlets = new ArrayList<>(alert.outlets());
    boolean further = !outlets.contains(edition.outlet());
    if (further) {
      outlets.add(edition.outlet());
    }
    Set<String> facts = new LinkedHashSet<>(alert.facts());
    boolean learned = facts.addAll(keys);
    if (further || learned) {
      store.learn(alert.id(), outlets, facts);
    }
    boolean counted = further && alert.created().plus(COUNTED_FOR).isAfter(now);
    if (counted && alert.told().isPresent() && alert.single()) {
      Instant soonest = alert.edited().map(last -> last.plus(BETWEEN_EDITS)).orElse(now);
      Instant soon = now.plus(FIRST_EDIT);
      store.editAt(alert.id(), soonest.isAfter(soon) ? soonest : soon);
    }
  }

  private static Set<String> topic(Subscription subscription, Edition edition) {
    Set<String> topic = Facts.stems(subscription.words(), edition.language());
    topic.addAll(Facts.stems(edition.title(), edition.language()));
    return topic;
  }
}
