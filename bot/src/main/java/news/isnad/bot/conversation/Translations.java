package news.isnad.bot.conversation;

import static java.util.Objects.requireNonNull;

import news.isnad.text.Language;

/**
 * What another program makes of words in the other language. Never a quotation: nobody said it so.
 * Implementations are safe for concurrent use.
 */
public interface Translations {
  /** No service is named. */
  Translations OFF =
      new Translations() {
        @Override
        public boolean isOn() {
          return false;
        }

        @Override
        public Outcome translate(String words, Language from, Language to) {
          return new Failed();
        }
      };

  /** Whether a service is named. */
  boolean isOn();

  /** Asks for a translation; may take as long as the service may. */
  Outcome translate(String words, Language from, Language to);

  /** What came of it. */
  sealed interface Outcome {}

  /**
   * A translation.
   *
   * @param words hostile; not blank
   */
  record Translated(String words) implements Outcome {
    public Translated {
      requireNonNull(words, "words is null");
    }
  }

  /** None could be had at the moment. */
  record Failed() implements Outcome {}
}
