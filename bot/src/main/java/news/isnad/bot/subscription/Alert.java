package news.isnad.bot.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.bot.compose.News;

/**
 * What was told, or is to be told, of a story to a subscription. Immutable.
 *
 * @param id on buttons
 * @param edition sequence of the one that is shown
 * @param outlets that have the story, in the order in which they came
 * @param facts keys of what its readers know
 * @param told key of the outbox row that tells of it first
 * @param message what that became
 * @param single whether that message is about this story alone
 * @param claimer who is on it
 * @param claimed the name of whoever is on it
 * @param corrected what its source said of it later
 * @param updated when something new was told last
 * @param edited when the message was changed last
 * @param edits how often it was
 */
record Alert(
    String id,
    String subscription,
    String story,
    long chat,
    Optional<Long> thread,
    long edition,
    List<String> outlets,
    Set<String> facts,
    Optional<String> told,
    Optional<Long> message,
    boolean single,
    boolean muted,
    Optional<Long> claimer,
    Optional<String> claimed,
    Optional<News> corrected,
    Optional<Instant> updated,
    Optional<Instant> edited,
    int edits,
    Instant created) {
  Alert {
    outlets = List.copyOf(outlets);
    facts = Set.copyOf(facts);
  }

  /** Outlets beside the one that is shown. */
  int furtherOutlets() {
    return outlets.size() - 1;
  }
}
