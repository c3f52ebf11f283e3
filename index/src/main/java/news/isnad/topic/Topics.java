package news.isnad.topic;

import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.text.Language;

/** Standing queries by their ids. Implementations are safe for concurrent use. */
public interface Topics extends AutoCloseable {
  /**
   * Whether words can be a topic: at least one of them says what it is about. Words that cannot
   * never match.
   */
  boolean isTopic(String words, Language language);

  /**
   * Sets what an id stands for; what it stood for before is gone.
   *
   * @param words what somebody typed; not a query language
   * @param language the language of the words
   */
  void register(String id, String words, Language language);

  /** Forgets an id; nothing happens if it is not known. */
  void remove(String id);

  /** The ids whose topic an edition is about; any order. */
  Set<String> match(Edition edition);

  /** Gives its memory back. */
  @Override
  void close();
}
