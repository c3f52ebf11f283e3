package news.isnad.topic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Translator;
import news.isnad.speaker.Attribution;
import news.isnad.text.Analyzers;
import news.isnad.text.Language;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.Query;

/**
 * The same topics without anything in front of them, for comparison: every query is run on every
 * article, or a Lucene Monitor with a presearcher of its own finds them. The benchmark and the
 * tests hold {@link MonitorTopics} against it. Confined to one thread.
 */
public final class PlainTopics implements Topics {
  /** A monitor builds the documents of all queries that it is given before it stores them. */
  private static final int AT_ONCE = 250;

  private final KnownNames names;
  private final TopicParser parser;
  private final Conditions conditions;
  private final OpenNames open = new OpenNames();
  private final Map<Language, Map<String, Query>> queries = new EnumMap<>(Language.class);
  private final Map<Language, Monitor> monitors = new EnumMap<>(Language.class);

  /** Runs every query on every article. */
  public PlainTopics(KnownNames names, Translator translator) {
    this.names = requireNonNull(names, "names is null");
    this.parser = new TopicParser(names);
    this.conditions = new Conditions(names, new Concepts(names, translator));
    for (Language language : Language.values()) {
      queries.put(language, new HashMap<>());
    }
  }

  /** Leaves it to a Lucene Monitor. */
  public PlainTopics(KnownNames names, Translator translator, Presearcher presearcher) {
    this(names, translator);
    try {
      for (Language language : Language.values()) {
        monitors.put(language, new Monitor(Analyzers.exact(Language.ENGLISH), presearcher));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("topics cannot be kept in memory", e);
    }
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
    for (Language language : Language.values()) {
      List<MonitorQuery> registered = new ArrayList<>();
      topics.forEach(
          (id, topic) -> {
            Condition condition = conditions.of(topic, language, open::add);
            if (!condition.equals(Condition.NEVER)) {
              Query query = ConditionQuery.of(condition);
              if (monitors.isEmpty()) {
                of(language).put(id, query);
              } else {
                registered.add(new MonitorQuery(id, query));
              }
            }
          });
      register(language, registered);
    }
  }

  private void register(Language language, List<MonitorQuery> registered) {
    Monitor monitor = monitors.get(language);
    if (monitor != null) {
      try {
        for (int at = 0; at < registered.size(); at += AT_ONCE) {
          monitor.register(registered.subList(at, Math.min(at + AT_ONCE, registered.size())));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("topics cannot be registered", e);
      }
    }
  }

  private Map<String, Query> of(Language language) {
    return requireNonNull(queries.get(language));
  }

  @Override
  public void remove(String id) {
    queries.values().forEach(each -> each.remove(id));
    for (Monitor monitor : monitors.values()) {
      try {
        monitor.deleteById(id);
      } catch (IOException e) {
        throw new UncheckedIOException("topic " + id + " cannot be removed", e);
      }
    }
  }

  @Override
  public Set<String> match(Edition edition, Attribution who) {
    Matter matter = Matter.of(edition, who, true, open, names);
    Set<String> ids = new HashSet<>();
    Monitor monitor = monitors.get(edition.language());
    try {
      if (monitor != null) {
        monitor
            .match(MatterFields.document(matter), QueryMatch.SIMPLE_MATCHER)
            .getMatches()
            .forEach(match -> ids.add(match.getQueryId()));
        return ids;
      }
      MemoryIndex index =
          MemoryIndex.fromDocument(
              MatterFields.document(matter), Analyzers.exact(Language.ENGLISH));
      for (Map.Entry<String, Query> each : of(edition.language()).entrySet()) {
        if (index.search(each.getValue()) > 0) {
          ids.add(each.getKey());
        }
      }
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException("an article cannot be matched", e);
    }
  }

  @Override
  public void close() {
    for (Monitor monitor : monitors.values()) {
      try {
        monitor.close();
      } catch (IOException e) {
        throw new UncheckedIOException("topics cannot be closed", e);
      }
    }
  }
}
