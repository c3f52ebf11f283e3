package news.isnad.topic;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import news.isnad.article.Edition;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Translator;
import news.isnad.speaker.Attribution;
import news.isnad.text.Language;

/**
 * Topics in memory, one standing query for each language that a topic can match in. {@link
 * Presearch} finds the few that an article may match, and a Lucene Monitor decides about those that
 * depend on the order of words.
 *
 * <p>Safe for concurrent use: articles are matched side by side, changes wait for them.
 */
public final class MonitorTopics implements Topics {
  private final KnownNames names;
  private final TopicParser parser;
  private final Conditions conditions;
  private final OpenNames open = new OpenNames();
  private final Map<Language, StandingQueries> standing = new EnumMap<>(Language.class);
  private final Set<String> askForSpeakers = new HashSet<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /**
   * Topics without any yet.
   *
   * @param translator says what words are called in the other language
   */
  public MonitorTopics(KnownNames names, Translator translator) {
    this.names = requireNonNull(names, "names is null");
    this.parser = new TopicParser(names);
    this.conditions = new Conditions(names, new Concepts(names, translator));
    for (Language language : Language.values()) {
      standing.put(language, new StandingQueries());
    }
  }

  @Override
  public long generation() {
    return names.generation();
  }

  @Override
  public Parsed parse(String typed) {
    return parser.parse(typed);
  }

  @Override
  public Trial trial(Map<String, Topic> topics) {
    return new Trial(topics, names, conditions);
  }

  @Override
  public void register(Map<String, Topic> topics) {
    lock.writeLock().lock();
    try {
      standing.forEach(
          (language, queries) -> {
            Map<String, Condition> all = new HashMap<>();
            topics.forEach((id, topic) -> all.put(id, conditions.of(topic, language, open::add)));
            queries.set(all);
          });
      topics.forEach(
          (id, topic) -> {
            if (asksForSpeaker(topic)) {
              askForSpeakers.add(id);
            } else {
              askForSpeakers.remove(id);
            }
          });
    } finally {
      lock.writeLock().unlock();
    }
  }

  static boolean asksForSpeaker(Topic topic) {
    return switch (topic) {
      case Topic.Speaker _ -> true;
      case Topic.Words _, Topic.Phrase _, Topic.Outlet _, Topic.Place _, Topic.In _ -> false;
      case Topic.Not(Topic part) -> asksForSpeaker(part);
      case Topic.All(var parts) -> parts.stream().anyMatch(MonitorTopics::asksForSpeaker);
      case Topic.Any(var parts) -> parts.stream().anyMatch(MonitorTopics::asksForSpeaker);
    };
  }

  @Override
  public void remove(String id) {
    lock.writeLock().lock();
    try {
      standing.values().forEach(queries -> queries.remove(id));
      askForSpeakers.remove(id);
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public Set<String> match(Edition edition, Attribution who) {
    StandingQueries queries = requireNonNull(standing.get(edition.language()));
    if (queries.isOutOfOrder()) {
      putInOrder(queries);
    }
    lock.readLock().lock();
    try {
      return queries.match(Matter.of(edition, who, !askForSpeakers.isEmpty(), open, names));
    } finally {
      lock.readLock().unlock();
    }
  }

  private void putInOrder(StandingQueries queries) {
    lock.writeLock().lock();
    try {
      if (queries.isOutOfOrder()) {
        queries.putInOrder();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    standing.values().forEach(StandingQueries::close);
  }
}
