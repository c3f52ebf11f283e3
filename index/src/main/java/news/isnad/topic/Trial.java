package news.isnad.topic;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.lexicon.KnownNames;
import news.isnad.search.RecentArticles;
import news.isnad.speaker.Attribution;
import news.isnad.text.Analyzers;
import news.isnad.text.Language;
import org.apache.lucene.index.memory.MemoryIndex;

/**
 * A few topics on trial: what would they have matched? They match as standing ones do. Confined to
 * one thread.
 */
public final class Trial {
  private final KnownNames names;
  private final OpenNames open = new OpenNames();
  private final Map<Language, Presearch> presearch = new EnumMap<>(Language.class);
  private final Map<Language, Map<String, Condition>> conditions = new EnumMap<>(Language.class);
  private final Map<Language, Map<String, Condition>> all = new EnumMap<>(Language.class);
  private final boolean speakers;

  Trial(Map<String, Topic> topics, KnownNames names, Conditions meaning) {
    this.names = names;
    this.speakers = topics.values().stream().anyMatch(MonitorTopics::asksForSpeaker);
    for (Language language : Language.values()) {
      Presearch tried = new Presearch();
      Map<String, Condition> undecided = new HashMap<>();
      Map<String, Condition> each = new HashMap<>();
      topics.forEach(
          (id, topic) -> {
            Condition condition = meaning.of(topic, language, open::add);
            each.put(id, condition);
            if (!condition.equals(Condition.NEVER) && tried.add(id, condition)) {
              undecided.put(id, condition);
            }
          });
      presearch.put(language, tried);
      conditions.put(language, undecided);
      all.put(language, each);
    }
  }

  /** Whether it has to be known who speaks in an article, which takes its time to find out. */
  public boolean asksForSpeakers() {
    return speakers;
  }

  /**
   * Those of some articles that a topic may match: all that it does match, where who speaks is
   * printed with a word of the name, and others that {@link #match} tells apart.
   */
  public BitSet likely(String id, RecentArticles articles) {
    BitSet found = new BitSet();
    all.forEach(
        (language, meant) ->
            found.or(
                new Likely(articles, language, open, names)
                    .of(meant.getOrDefault(id, Condition.NEVER))));
    return found;
  }

  /** The ids of the topics that an edition matches. */
  public Set<String> match(Edition edition, Attribution who) {
    Presearch tried = presearch.get(edition.language());
    if (tried == null) {
      return Set.of();
    }
    Matter matter = Matter.of(edition, who, speakers, open, names);
    Presearch.Found found = tried.of(matter);
    Set<String> ids = new HashSet<>(found.decided());
    if (!found.candidates().isEmpty()) {
      MemoryIndex index =
          MemoryIndex.fromDocument(
              MatterFields.document(matter), Analyzers.exact(Language.ENGLISH));
      Map<String, Condition> undecided = conditions.getOrDefault(edition.language(), Map.of());
      for (String id : found.candidates()) {
        Condition condition = undecided.getOrDefault(id, Condition.NEVER);
        if (index.search(ConditionQuery.of(condition)) > 0) {
          ids.add(id);
        }
      }
    }
    return ids;
  }
}
