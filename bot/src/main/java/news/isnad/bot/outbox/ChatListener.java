package news.isnad.bot.outbox;

import java.util.Optional;
import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;

/**
 * Is told what happens to chats and messages, inside the transaction that stores it: what a
 * listener stores is durable together with it. Called from any thread; must not call Telegram.
 */
public interface ChatListener {
  /** A group has another number: everything that belongs to it moves. Told once. */
  default void migrated(long fromChat, long toChat) {}

  /**
   * We cannot write there any more; nothing is sent until {@link #resumed}.
   *
   * @param lastSent place of the last message that arrived there, 0 for none: it is the same until
   *     we really could write there again
   */
  default void suspended(long chat, Reason reason, long lastSent) {}

  /** We can write there again. */
  default void resumed(long chat) {}

  /** A forum topic is closed or gone; what was meant for it went to General. */
  default void topicLost(long chat, long thread) {}

  /** A forum topic can be written in, perhaps again. */
  default void topicOpen(long chat, long thread) {}

  /** There is such a forum topic, perhaps with a name that we are told. */
  default void topicSeen(long chat, long thread, Optional<String> name) {}

  /** Something was said, as message {@code messageId}. */
  default void sent(String key, long chat, long messageId) {}
}
