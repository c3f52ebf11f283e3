package news.isnad.bot.telegram;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Where updates are kept before Telegram is told that they arrived. Safe for concurrent use. */
public interface UpdateStore {
  /**
   * Stores a batch: all of it is durable when this returns, none of it if this throws. Updates that
   * are known already are left as they are.
   */
  void store(List<Received> batch);

  /**
   * The first update that is wanted, by what is stored; 0 for the oldest that Telegram still has.
   */
  long nextOffset();

  /**
   * An update as it came. Immutable.
   *
   * @param lane updates of a lane are handled in order
   * @param content the JSON of it
   * @param poison why it cannot be read, if that is so: it is kept, and not handled
   */
  record Received(long updateId, long lane, String content, Optional<String> poison) {
    public Received {
      requireNonNull(content, "content is null");
      requireNonNull(poison, "poison is null");
    }
  }
}
