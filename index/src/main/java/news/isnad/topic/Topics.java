package news.isnad.topic;

import java.util.List;
import java.util.Map;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.speaker.Attribution;
import news.isnad.text.Language;

/** Standing queries by their ids. Implementations are safe for concurrent use. */
public interface Topics extends AutoCloseable {
  /** Reads what somebody typed as a topic. */
  Parsed parse(String typed);

  /** Topics that are tried out, and not registered. */
  Trial trial(Map<String, Topic> topics);

  /**
   * Changes when names were taught or no longer are: what was registered before is to be registered
   * anew.
   */
  default long generation() {
    return 0;
  }

  /** Sets what ids stand for; what they stood for before is gone. Many at once are cheaper. */
  void register(Map<String, Topic> topics);

  /** Forgets an id; nothing happens if it is not known. */
  void remove(String id);

  /**
   * The ids whose topic an edition is about; any order.
   *
   * @param who finds who speaks in it; asked only where a topic asks for a speaker
   */
  Set<String> match(Edition edition, Attribution who);

  /** Whether words can be a topic. */
  default boolean isTopic(String words, Language language) {
    return parse(words) instanceof Parsed.Understood;
  }

  /** Sets what an id stands for; words that are no topic never match. */
  default void register(String id, String words, Language language) {
    if (parse(words) instanceof Parsed.Understood(Topic topic)) {
      register(Map.of(id, topic));
    } else {
      remove(id);
    }
  }

  /** The ids whose topic an edition is about, where nobody is known to speak. */
  default Set<String> match(Edition edition) {
    return match(edition, _ -> List.of());
  }

  /** Gives its memory back. */
  @Override
  void close();
}
