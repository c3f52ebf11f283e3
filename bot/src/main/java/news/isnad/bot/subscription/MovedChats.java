package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.ShortIds;
import news.isnad.bot.outbox.ChatListener;
import news.isnad.bot.outbox.Outgoing;
import news.isnad.bot.outbox.Urgency;
import news.isnad.bot.telegram.Call;
import news.isnad.bot.telegram.SendOutcome.Blocked.Reason;
import news.isnad.text.Language;

/**
 * Moves what is remembered, subscribed and told when a group gets another number or loses a forum
 * topic, notes which message an alert became, and tells people what happened. Safe for concurrent
 * use.
 */
public final class MovedChats implements ChatListener {
  private final Memory memory;
  private final Subscriptions subscriptions;
  private final Schedules schedules;
  private final AlertStore alerts;
  private final Composer composer;
  private final ForumTopics topics;
  private final ShortIds ids = new ShortIds();
  private volatile Consumer<Outgoing> words = _ -> {};

  public MovedChats(
      Memory memory,
      Subscriptions subscriptions,
      Schedules schedules,
      AlertStore alerts,
      ForumTopics topics,
      Composer composer) {
    this.memory = requireNonNull(memory, "memory is null");
    this.subscriptions = requireNonNull(subscriptions, "subscriptions is null");
    this.schedules = requireNonNull(schedules, "schedules is null");
    this.alerts = requireNonNull(alerts, "alerts is null");
    this.topics = requireNonNull(topics, "topics is null");
    this.composer = requireNonNull(composer, "composer is null");
  }

  /** From now on people are told what happened to their chats, through the outbox. */
  public void speakThrough(Consumer<Outgoing> outbox) {
    words = requireNonNull(outbox, "outbox is null");
  }

  /**
   * Whoever subscribed a group to something is told in private that we may not write there, once
   * for each time that we could.
   */
  @Override
  public void suspended(long chat, Reason reason, long lastSent) {
    if (reason != Reason.NO_RIGHTS) {
      return;
    }
    Map<Long, List<Subscription>> people = new LinkedHashMap<>();
    for (Subscription each : subscriptions.in(chat)) {
      if (each.person() > 0 && each.person() != chat) {
        people.computeIfAbsent(each.person(), _ -> new ArrayList<>()).add(each);
      }
    }
    people.forEach(
        (person, topics) ->
            words.accept(
                new Outgoing(
                    "rights/" + chat + "/" + person + "/" + lastSent,
                    Urgency.CORRECTION,
                    Call.SendMessage.to(
                        person,
                        composer.notice(
                            memory
                                .preferences()
                                .chosen(person)
                                .orElse(topics.getFirst().language()),
                            "suspended.rights",
                            "words",
                            topics.getFirst().words(),
                            "several",
                            topics.size() > 1,
                            "more",
                            topics.size() - 1)))));
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
    Optional<Language> language =
        subscriptions.in(chat).stream()
            .filter(each -> each.thread().filter(topic -> topic == thread).isPresent())
            .map(Subscription::language)
            .findFirst();
    subscriptions.topicLost(chat, thread);
    alerts.topicLost(chat, thread);
    language.ifPresent(
        known ->
            words.accept(
                new Outgoing(
                    "topic-lost/" + chat + "/" + thread + "/" + ids.next(),
                    Urgency.CORRECTION,
                    Call.SendMessage.to(
                        chat,
                        composer.notice(
                            memory.preferences().chosen(chat).orElse(known), "topic.lost")))));
  }

  @Override
  public void topicOpen(long chat, long thread) {
    subscriptions.topicOpen(chat, thread).stream()
        .findFirst()
        .ifPresent(
            known ->
                words.accept(
                    new Outgoing(
                        "topic-open/" + chat + "/" + thread + "/" + ids.next(),
                        Urgency.CORRECTION,
                        new Call.SendMessage(
                            chat,
                            Optional.of(thread),
                            Optional.empty(),
                            composer.notice(
                                memory.preferences().chosen(chat).orElse(known), "topic.open")))));
  }

  @Override
  public void topicSeen(long chat, long thread, Optional<String> name) {
    topics.seen(chat, thread, name);
  }

  @Override
  public void sent(String key, long chat, long messageId) {
    alerts.sent(key, messageId);
  }
}
