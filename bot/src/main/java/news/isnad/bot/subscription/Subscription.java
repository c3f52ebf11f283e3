package news.isnad.bot.subscription;

import java.time.Instant;
import java.util.Optional;
import news.isnad.text.Language;

/**
 * A topic that a chat is told of. Immutable.
 *
 * @param thread the forum topic
 * @param person who subscribed
 * @param words the topic, as typed
 * @param language of the interface where nothing else is set for the chat
 * @param after only editions with a higher sequence are told of
 */
public record Subscription(
    String id,
    long chat,
    Optional<Long> thread,
    long person,
    String words,
    Language language,
    long after,
    Instant created) {}
