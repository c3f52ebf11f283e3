package news.isnad.bot.outbox;

import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;

/**
 * Is told what happens to chats and messages, inside the transaction that stores it: what a
 * listener stores is durable together with it. Called from any thread; must not call Telegram.
 */
public interface ChatListener {
  /** A group has another number: everything that belongs to it moves. Told once. */
  default void migrated(long fromChat, long toChat) {}

  /** We cannot write there any more; nothing is sent until {@link #resumed}. */
  default void suspended(long chat, Reason reason) {}

  /** We can write there again. */
  default void resumed(long chat) {}

  /** A forum topic is gone; what was meant for it went to General. An admin should choose anew. */
  default void topicLost(long chat, long thread) {}

  /** Something was said, as message {@code messageId}. */
  default void sent(String key, long chat, long messageId) {}
}
