package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.article.Standing;
import news.isnad.bot.compose.News;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.subscription.Desks.Desk;

/**
 * What an edition begins and changes: alerts, and what is to be told of them. Joins the transaction
 * that runs; confined to one thread at a time.
 */
final class Development {
  private static final Duration BETWEEN_UPDATES = Duration.ofMinutes(10);
  private static final Duration COUNTED_FOR = Duration.ofDays(2);
  private static final Duration FIRST_EDIT = Duration.ofSeconds(20);
  private static final Duration BETWEEN_EDITS = Duration.ofMinutes(1);

  private final ArticleStore articles;
  private final AlertStore store;
  private final Tellings tellings;
  private final RegisteredTopics topics;
  private final TakenBack takenBack;
  private final ShortIds ids = new ShortIds();

  Development(
      ArticleStore articles, AlertStore store, RegisteredTopics topics, TakenBack takenBack) {
    this.articles = requireNonNull(articles, "articles is null");
    this.store = requireNonNull(store, "store is null");
    this.tellings = store.tellings();
    this.topics = requireNonNull(topics, "topics is null");
    this.takenBack = requireNonNull(takenBack, "takenBack is null");
  }

  /**
   * Stores what an edition begins and changes.
   *
   * @param chats those where something is to be told are added
   */
  void take(Read read, Desk desk, Set<Long> chats) {
    Map<String, Alert> onArticle = onArticle(read.edition());
    for (Subscription subscription : read.wanting()) {
      Optional<Alert> known =
          Optional.ofNullable(onArticle.remove(subscription.id()))
              .or(() -> store.of(subscription.id(), read.place().story(), read.place().members()))
              .or(() -> shared(read, subscription, desk));
      boolean changed =
          known.isPresent()
              ? !tellings.knows(known.get().id(), read.edition().sequence())
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

  /**
   * The alert by which another topic of the same chat tells the story: it is told once, as early as
   * the sooner of both wants it, and goes on with this one where the other has ended.
   */
  private Optional<Alert> shared(Read read, Subscription subscription, Desk desk) {
    Optional<Alert> other =
        store.in(
            subscription.chat(),
            subscription.thread(),
            read.place().story(),
            read.place().members());
    other.ifPresent(alert -> share(alert, read, subscription, desk));
    return other;
  }

  private void share(Alert alert, Read read, Subscription subscription, Desk desk) {
    store.share(alert.id(), subscription.id());
    if (topics.find(alert.subscription()).isEmpty()) {
      store.adopt(alert.id(), subscription.id());
    }
    Optional<Instant> due = tellings.firstDue(alert.id()).filter(time -> time.isAfter(desk.now));
    if (due.isPresent()) {
      Timing.Decision decision = desk.decide(read, subscription, News.FIRST);
      if (decision.due().isBefore(due.get())) {
        store.adopt(alert.id(), subscription.id());
        tellings.firstAt(alert.id(), decision.due(), decision.manner());
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
    return !tellings.knows(alert.id(), read.edition().sequence())
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
    return tellings.add(
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
      return tellings.add(alert, edition, News.NOTHING, null, Manner.ALERT, null, desk.now);
    }
    Timing.Decision decision = desk.decide(read, subscription, news);
    Instant earliest =
        news.isCorrection()
            ? desk.now
            : alert.updated().map(last -> last.plus(BETWEEN_UPDATES)).orElse(desk.now);
    Instant due = earliest.isAfter(decision.due()) ? earliest : decision.due();
    return tellings.add(
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

  /** Tells whoever was told of an article that its page is gone. */
  void gone(Edition edition, Desk desk) {
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
}
