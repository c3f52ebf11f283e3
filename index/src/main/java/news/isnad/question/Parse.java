package news.isnad.question;

import java.util.Optional;

/**
 * Which words of a question are what. Immutable; indexes into {@link Tokens}, ends exclusive.
 *
 * @param kind what is asked for
 * @param speaker whose words are asked for
 * @param topic what it is about: everything from here on, without the speaker and the question's
 *     own words
 * @param via through whom it came
 * @param ask how the words are asked for
 */
record Parse(
    Reading.Kind kind,
    Optional<Range> speaker,
    Optional<Range> topic,
    Optional<Range> via,
    Ask ask) {

  /** How the words are asked for. */
  enum Ask {
    /** They are not: any sentence may answer. */
    NOTHING,
    /** "What did X say", "X's statement": only the speaker's words answer. */
    WORDS,
    /** "Why did X announce": the speaker's words answer best, but others may. */
    REASON,
    /** "Which newspaper reported": the outlet is asked for. */
    OUTLET
  }

  record Range(int from, int to) {
    Range {
      if (to < from) {
        throw new IllegalArgumentException("range ends before it begins");
      }
    }

    boolean isEmpty() {
      return from == to;
    }
  }
}
