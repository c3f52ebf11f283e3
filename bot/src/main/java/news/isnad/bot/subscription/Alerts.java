package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.answer.Citation;
import news.isnad.article.ArticleStore;
import news.isnad.article.Cursors;
import news.isnad.article.Edition;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Preferences;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.Urgency;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.Message;
import news.isnad.speaker.Attribution;
import news.isnad.store.Database;
import news.isnad.text.Language;
import news.isnad.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers of new articles: one message for each subscription and article.
 *
 * <p>A batch is read first and the topics are brought up to date after that: whoever subscribed
 * before an article of the batch was stored is among them. The alerts of a batch and the cursor
 * behind it are one transaction. An edition that cannot be matched is reported and passed over.
 *
 * <p>Confined to one thread at a time.
 */
public final class Alerts {
  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
  private static final int BATCH = 50;
  private static final String CURSOR = "alerts";

  private final Database database;
  private final ArticleStore articles;
  private final Subscriptions subscriptions;
  private final Topics topics;
  private final Attribution attribution;
  private final KeyQuotation quotations;
  private final Preferences preferences;
  private final Composer composer;
  private final Outbox outbox;
  private final Cursors cursors;

  /** What the topics hold, by id. */
  private final Map<String, Subscription> registered = new HashMap<>();

  /** Who depends on whom. Immutable. */
  public record Parts(
      Database database,
      ArticleStore articles,
      Subscriptions subscriptions,
      Topics topics,
      Attribution attribution,
      Preferences preferences,
      Composer composer,
      Outbox outbox) {}

  public Alerts(Parts parts) {
    this.database = requireNonNull(parts.database(), "database is null");
    this.articles = requireNonNull(parts.articles(), "articles is null");
    this.subscriptions = requireNonNull(parts.subscriptions(), "subscriptions is null");
    this.topics = requireNonNull(parts.topics(), "topics is null");
    this.attribution = requireNonNull(parts.attribution(), "attribution is null");
    this.quotations = new KeyQuotation(parts.attribution());
    this.preferences = requireNonNull(parts.preferences(), "preferences is null");
    this.composer = requireNonNull(parts.composer(), "composer is null");
    this.outbox = requireNonNull(parts.outbox(), "outbox is null");
    this.cursors = new Cursors(database);
  }

  /** Deals with the next new articles. False where there were none. */
  public boolean step() {
    long cursor = cursor();
    List<Edition> batch = articles.after(cursor, BATCH);
    if (batch.isEmpty()) {
      return false;
    }
    Set<String> valid = bringTopicsUpToDate();
    List<Outgoing> alerts = new ArrayList<>();
    for (Edition edition : batch) {
      alerts.addAll(alertsOf(edition, valid));
    }
    database.inTransaction(
        handle -> {
          outbox.enqueue(alerts);
          cursors.advance(CURSOR, batch.getLast().sequence());
          return handle;
        });
    return true;
  }

  /** Registers all topics anew with the next batch: names or the vocabulary have grown. */
  public void expandTopics() {
    registered.clear();
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

  private Set<String> bringTopicsUpToDate() {
    Map<String, Subscription> present = new HashMap<>();
    subscriptions.all().forEach(each -> present.put(each.id(), each));
    Set<String> gone = new HashSet<>(registered.keySet());
    gone.removeAll(present.keySet());
    gone.forEach(topics::remove);
    for (Subscription each : present.values()) {
      Subscription known = registered.get(each.id());
      if (known == null || !known.words().equals(each.words())) {
        topics.register(each.id(), each.words(), Language.detect(each.words()));
      }
    }
    registered.clear();
    registered.putAll(present);
    return present.keySet();
  }

  private List<Outgoing> alertsOf(Edition edition, Set<String> valid) {
    List<Outgoing> alerts = new ArrayList<>();
    for (String id : matching(edition)) {
      Subscription subscription = valid.contains(id) ? registered.get(id) : null;
      if (subscription != null && subscription.after() < edition.sequence()) {
        alerts.add(alert(subscription, edition));
      }
    }
    return alerts;
  }

  private Set<String> matching(Edition edition) {
    try {
      return topics.match(edition, attribution);
    } catch (RuntimeException defect) {
      LOG.error(
          "Edition {} was not held against the topics. Nobody is told of it; the next follow.",
          edition.sequence(),
          defect);
      return Set.of();
    }
  }

  private Optional<Citation> quotation(Subscription subscription, Edition edition) {
    try {
      return quotations.of(edition, subscription.words());
    } catch (RuntimeException defect) {
      LOG.error(
          "No quotation was found in edition {}. Its alerts go out without one.",
          edition.sequence(),
          defect);
      return Optional.empty();
    }
  }

  private Outgoing alert(Subscription subscription, Edition edition) {
    Language language = preferences.chosen(subscription.chat()).orElse(subscription.language());
    Optional<Citation> quotation = quotation(subscription, edition);
    Message message =
        composer.alert(edition, quotation, subscription.words(), subscription.id(), language);
    return new Outgoing(
        "alert:" + subscription.id() + ":" + edition.language().code() + ":" + edition.article(),
        Urgency.ALERT,
        new Call.SendMessage(
            subscription.chat(), subscription.thread(), Optional.empty(), message));
  }
}
