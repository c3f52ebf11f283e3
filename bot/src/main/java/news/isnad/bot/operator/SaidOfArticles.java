package news.isnad.bot.operator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import news.isnad.bot.telegram.Call;
import news.isnad.text.Language;
import org.jdbi.v3.core.Handle;

/**
 * What was said, and is to be said, about articles: in answers and alerts, wherever they are kept.
 * Implementations are safe for concurrent use.
 */
public interface SaidOfArticles {
  /** The editions that a message of ours shows, the first one first. */
  List<Long> shownIn(long chat, long message);

  /** Where editions were shown; the message is absent where nobody knows its number any more. */
  List<Place> placesOf(Set<Long> editions);

  /** The editions that pins, alerts and kept answers show. */
  Set<Long> needed();

  /** The editions that are pinned. */
  Set<Long> pinned();

  /**
   * A chat, and a message of ours there.
   *
   * @param language of the message, where that is known
   */
  record Place(long chat, Optional<Long> message, Optional<Language> language) {}

  /**
   * Takes out what waits to be said about editions.
   *
   * @param holds whether something that waits shows words of them
   */
  void silence(Handle handle, Set<Long> editions, Predicate<Call> holds, Instant now);

  /** The same, and forgets that anything was ever said about them. */
  void forget(Handle handle, Set<Long> editions, Predicate<Call> holds, Instant now);
}
