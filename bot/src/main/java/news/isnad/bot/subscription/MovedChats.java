package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import news.isnad.bot.conversation.Memory;
import news.isnad.bot.outbox.ChatListener;

/**
 * Moves what is remembered, subscribed and told when a group gets another number or loses a forum
 * topic, and notes which message an alert became. Safe for concurrent use.
 */
public final class MovedChats implements ChatListener {
  private final Memory memory;
  private final Subscriptions subscriptions;
  private final Schedules schedules;
  private final AlertStore alerts;

  public MovedChats(
      Memory memory, Subscriptions subscriptions, Schedules schedules, AlertStore alerts) {
    this.memory = requireNonNull(memory, "memory is null");
    this.subscriptions = requireNonNull(subscriptions, "subscriptions is null");
    this.schedules = requireNonNull(schedules, "schedules is null");
    this.alerts = requireNonNull(alerts, "alerts is null");
  }

  @Override
  public void migrated(long fromChat, long toChat) {
    memory.migrated(fromChat, toChat);
    subscriptions.migrated(fromChat, toChat);
    schedules.migrated(fromChat, toChat);
    alerts.migrated(fromChat, toChat);
  }

  @Override
  public void topicLost(long chat, long thread) {
    subscriptions.topicLost(chat, thread);
    alerts.topicLost(chat, thread);
  }

  @Override
  public void sent(String key, long chat, long messageId) {
    alerts.sent(key, messageId);
  }
}
