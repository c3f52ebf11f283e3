package news.isnad.bot.subscription;

import java.time.Instant;
import java.util.Optional;
import news.isnad.text.Language;

/**
 * What a chat is told of: a topic, or a question that waits for its answer. Immutable.
 *
 * @param thread the forum topic that it belongs to
 * @param person who subscribed
 * @param words the topic with its filters, or the question, as typed
 * @param language of the interface where nothing else is set for the chat
 * @param after only editions with a higher sequence are told of
 * @param paused whether nothing is told of it for the time being
 * @param schedule when it is told of, as text; {@link #AT_ONCE} unless somebody chose otherwise
 * @param question whether it is a standing question, which ends when it is answered
 */
public record Subscription(
    String id,
    long chat,
    Optional<Long> thread,
    long person,
    String words,
    Language language,
    long after,
    Instant created,
    boolean paused,
    String schedule,
    boolean question) {
  /** The schedule of whoever chose none. */
  public static final String AT_ONCE = "at once";

  /** A topic that is told of at once. */
  static Subscription toTopic(
      String id,
      long chat,
      Optional<Long> thread,
      long person,
      String words,
      Language language,
      Instant created) {
    return new Subscription(
        id, chat, thread, person, words, language, 0, created, false, AT_ONCE, false);
  }

  /** The same, paused or not. */
  Subscription paused(boolean now) {
    return new Subscription(
        id, chat, thread, person, words, language, after, created, now, schedule, question);
  }

  /** The same in another forum topic. */
  Subscription in(Optional<Long> topic) {
    return new Subscription(
        id, chat, topic, person, words, language, after, created, paused, schedule, question);
  }
}
