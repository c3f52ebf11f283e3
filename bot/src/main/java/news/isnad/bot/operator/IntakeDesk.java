package news.isnad.bot.operator;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * Where operators hand in single articles. What is taken in is stored when a method returns.
 * Implementations are safe for concurrent use.
 */
public interface IntakeDesk {
  /** Takes nothing. */
  IntakeDesk CLOSED =
      new IntakeDesk() {
        @Override
        public Outcome link(URI address, long by) {
          return new Outcome.Refused("closed");
        }

        @Override
        public Outcome file(byte[] content, String name, Optional<String> outlet, long by) {
          return new Outcome.Refused("closed");
        }
      };

  /**
   * Fetches an address and takes in the article there. May take as long as a fetch may.
   *
   * @param by id of the operator
   */
  Outcome link(URI address, long by);

  /**
   * Takes in a file: text, HTML, PDF, Word.
   *
   * @param name what it is called; may be empty
   * @param outlet whose article it is, where that is known
   */
  Outcome file(byte[] content, String name, Optional<String> outlet, long by);

  /** What came of it. */
  sealed interface Outcome {
    /**
     * It is stored.
     *
     * @param title of the first article; may be empty
     * @param outlet whose it is
     * @param fresh how many articles are new or have other words than before
     * @param known how many were stored before, word for word
     */
    record Taken(String title, String outlet, int fresh, int known) implements Outcome {
      public Taken {
        requireNonNull(title, "title is null");
        requireNonNull(outlet, "outlet is null");
      }
    }

    /** It is a feed: that is tracked rather than taken in. */
    record Feed() implements Outcome {}

    /**
     * Nothing was stored.
     *
     * @param why for an operator; hostile
     */
    record Refused(String why) implements Outcome {
      public Refused {
        requireNonNull(why, "why is null");
      }
    }
  }
}
