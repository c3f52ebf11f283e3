package news.isnad.answer;

import java.util.List;
import java.util.Map;
import news.isnad.text.Language;

/**
 * How an answer came about, step by step: what was looked for, what was looked at, and how the best
 * passages were weighed. The same question over the same news at the same time is explained in the
 * same way. Immutable.
 *
 * @param answer what came of it, with the reading
 * @param terms what was looked for, in the order of the question
 * @param looked how much was looked at in each language
 * @param weighed the best passages, best first
 * @param confidence probability that the first of them answers, 0 to 1
 * @param threshold the probability from which on it is said
 */
public record Explained(
    Answer answer,
    List<Term> terms,
    Map<Language, Looked> looked,
    List<Weighed> weighed,
    double confidence,
    double threshold) {
  public Explained {
    terms = List.copyOf(terms);
    looked = Map.copyOf(looked);
    weighed = List.copyOf(weighed);
  }

  /**
   * A word or term of the question.
   *
   * @param speaker whether it says whose words are asked for
   * @param rarity how much it counts in each language
   */
  public record Term(String typed, boolean speaker, Map<Language, Double> rarity, List<Way> ways) {
    public Term {
      rarity = Map.copyOf(rarity);
      ways = List.copyOf(ways);
    }
  }

  /** One way in which a text may put it, how surely that means the same, and who says so. */
  public record Way(String text, Language language, double weight, Source source) {}

  /** Who knows that something means the same. */
  public enum Source {
    /** It stands in the question. */
    TYPED,
    KNOWN_NAME,
    ALIAS,
    LEXICON,
    /** Another word for a translation of it. */
    SYNONYM,
    CLDR,
    /** A word of the news, spelled as the name would be in the other script. */
    NAME_MATCH,
    /** A word of the news, spelled nearly so. */
    SPELLING,
    /** The dictionary that an operator has installed. */
    DICTIONARY,
    /** A number, or a word that stands in texts of the other language as it is. */
    DIGITS,
    NONE
  }

  /** How many chunks of how many articles were candidates. */
  public record Looked(int chunks, int articles) {}

  /**
   * A passage with what spoke for and against it.
   *
   * @param passage through the verbatim gate, like everything that is shown
   * @param admissible false where it cannot answer: another speaks, or silence is no answer
   * @param parts what is not 0, by how much it counts
   */
  public record Weighed(Citation passage, double score, boolean admissible, List<Part> parts) {
    public Weighed {
      parts = List.copyOf(parts);
    }
  }

  /** A feature with its value and its weight; the score is the sum of their products. */
  public record Part(Feature feature, double value, double weight) {
    /** What it adds to the score. */
    public double counts() {
      return value * weight;
    }
  }
}
