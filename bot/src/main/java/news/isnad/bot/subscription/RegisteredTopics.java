package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.speaker.Attribution;
import news.isnad.topic.Parsed;
import news.isnad.topic.Topic;
import news.isnad.topic.Topics;

/** Keeps the topics level with the table of subscriptions. Confined to one thread at a time. */
final class RegisteredTopics {
  private final Subscriptions subscriptions;
  private final Topics topics;
  private final Attribution attribution;

  /** What the topics hold, by id. */
  private final Map<String, Subscription> registered = new HashMap<>();

  /** The version of the table that they are level with; 0 for none. */
  private long version;

  /** The names that they were registered with. */
  private long generation;

  RegisteredTopics(Subscriptions subscriptions, Topics topics, Attribution attribution) {
    this.attribution = requireNonNull(attribution, "attribution is null");
    this.subscriptions = requireNonNull(subscriptions, "subscriptions is null");
    this.topics = requireNonNull(topics, "topics is null");
  }

  /** Registers what is new and forgets what is gone. */
  void bringUpToDate() {
    long taught = topics.generation();
    if (taught != generation) {
      forget();
      generation = taught;
    }
    long now = subscriptions.version();
    if (now == version) {
      return;
    }
    Map<String, Subscription> present = new HashMap<>();
    subscriptions.all().forEach(each -> present.put(each.id(), each));
    Set<String> gone = new HashSet<>(registered.keySet());
    gone.removeAll(present.keySet());
    gone.forEach(topics::remove);
    Map<String, Topic> fresh = new HashMap<>();
    for (Subscription each : present.values()) {
      Subscription before = registered.get(each.id());
      if (before == null || !before.words().equals(each.words())) {
        switch (topics.parse(each.words())) {
          case Parsed.Understood(Topic topic) -> fresh.put(each.id(), topic);
          case Parsed.Refused _ -> topics.remove(each.id());
        }
      }
    }
    if (!fresh.isEmpty()) {
      topics.register(fresh);
    }
    registered.clear();
    registered.putAll(present);
    version = now;
  }

  /** Registers all of them anew the next time: names or the vocabulary have grown. */
  void forget() {
    registered.clear();
    version = 0;
  }

  /** A subscription that is told of now. */
  Optional<Subscription> find(String id) {
    return Optional.ofNullable(registered.get(id));
  }

  /** The subscriptions that want to be told of an edition, in a fixed order. */
  List<Subscription> matching(Edition edition) {
    List<Subscription> found = new ArrayList<>();
    for (String id : topics.match(edition, attribution)) {
      Subscription subscription = registered.get(id);
      if (subscription != null && subscription.after() < edition.sequence()) {
        found.add(subscription);
      }
    }
    found.sort(Comparator.comparing(Subscription::created).thenComparing(Subscription::id));
    return found;
  }
}
