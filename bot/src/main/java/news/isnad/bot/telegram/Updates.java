package news.isnad.bot.telegram;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/** Where updates come from. Implementations are safe for concurrent use. */
public interface Updates {
  /**
   * Asks what has happened and waits for it. Never throws for what Telegram or the network does.
   *
   * @param offset the first update wanted: those before it are confirmed and forgotten; 0 for the
   *     oldest that is not confirmed
   * @param limit 1 to 100
   * @param wait how long Telegram may hold the question, in whole seconds
   */
  Polled poll(long offset, int limit, Duration wait);

  /** How a poll ended. Immutable. */
  sealed interface Polled {
    /**
     * What has happened, in Telegram's order. The elements may be anything: nothing but the list is
     * checked.
     */
    record Batch(List<JsonNode> updates) implements Polled {
      public Batch {
        updates = List.copyOf(updates);
      }
    }

    /**
     * Telegram said "ok" and then something that cannot be read.
     *
     * @param answer what it said
     */
    record Unreadable(String answer) implements Polled {
      public Unreadable {
        requireNonNull(answer, "answer is null");
      }
    }

    /** Anything but an answer with updates. */
    record Failed(SendOutcome why) implements Polled {
      public Failed {
        requireNonNull(why, "why is null");
      }
    }
  }
}
