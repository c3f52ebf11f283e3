package news.isnad.topic;

import java.util.List;
import news.isnad.text.Language;

/**
 * What an article has to be about. Made by {@link TopicParser}, written by {@link TopicText}.
 * Immutable.
 */
public sealed interface Topic {
  /** All of these words, in any order and inflection, in either language. */
  record Words(String text) implements Topic {}

  /** These words one after the other. */
  record Phrase(String text) implements Topic {}

  /** Somebody of this name says something. */
  record Speaker(String name) implements Topic {}

  /** An outlet of this name prints it. */
  record Outlet(String name) implements Topic {}

  /** A place of this name is named. */
  record Place(String name) implements Topic {}

  /** The article is in this language. */
  record In(Language language) implements Topic {}

  /** All of the parts. */
  record All(List<Topic> parts) implements Topic {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** One of the parts at least. */
  record Any(List<Topic> parts) implements Topic {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** Not that. */
  record Not(Topic part) implements Topic {}
}
