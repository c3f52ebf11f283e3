package news.isnad.question;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import news.isnad.text.Language;

/**
 * The circumstances of a question. Immutable.
 *
 * @param now when it is asked: "yesterday" counts from here
 * @param zone the asker's zone
 * @param language overrides the detected language
 * @param previous the reading of the question before it in the same chat, for "and Moscow?"
 */
public record Asking(
    Instant now, ZoneId zone, Optional<Language> language, Optional<Reading> previous) {}
