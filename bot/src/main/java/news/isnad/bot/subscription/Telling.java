package news.isnad.bot.subscription;

import java.time.Instant;
import java.util.Optional;
import news.isnad.bot.compose.News;

/**
 * Something that is to be told. Immutable.
 *
 * @param place in the order in which it came
 * @param fact key of what is new
 * @param due not before
 */
record Telling(
    long place,
    String alert,
    long edition,
    long chat,
    Optional<Long> thread,
    News news,
    Optional<String> fact,
    Manner manner,
    Instant due,
    Instant created) {}
