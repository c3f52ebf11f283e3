package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import news.isnad.bot.conversation.Memory;
import news.isnad.bot.outbox.ChatListener;

/**
 * Moves what is remembered and subscribed when a group gets another number or loses a forum topic.
 * Safe for concurrent use.
 */
public final class MovedChats implements ChatListener {
  private final Memory memory;
  private final Subscriptions subscriptions;

  public MovedChats(Memory memory, Subscriptions subscriptions) {
    this.memory = requireNonNull(memory, "memory is null");
    this.subscriptions = requireNonNull(subscriptions, "subscriptions is null");
  }

  @Override
  public void migrated(long fromChat, long toChat) {
    memory.migrated(fromChat, toChat);
    subscriptions.migrated(fromChat, toChat);
  }

  @Override
  public void topicLost(long chat, long thread) {
    subscriptions.topicLost(chat, thread);
  }
}
