package news.isnad.answer;

import java.util.Locale;

/**
 * What speaks for or against a unit. All are between 0 and 1.
 *
 * <p>Weights are data ({@code answer-weights.tsv}), with the command that fits them.
 */
public enum Feature {
  /** Share of what was asked that its chunk says, by BM25, title and letters. */
  MATCH,
  /** The same, against the best chunk of its language. */
  MATCH_OF_BEST,
  /** How alike in meaning its chunk is; 0 where no model is installed. */
  LIKENESS,
  /** Share of the topic, by rarity, that it or what stands around it says. */
  COVERAGE,
  /** Share of the topic that it says itself. */
  OWN,
  /** Share of the topic that it and the sentences beside it say. */
  WINDOW,
  /** Share of the topic that it and the sentences beside it say in the very form asked. */
  EXACT,
  /**
   * Share of the topic that it says itself, above all of what the rest of its article does not say.
   */
  TELLING,
  /** Share of the words asked next to one another that it has next to one another. */
  TOGETHER,
  /** Share of what is not a name, said by it or what stands around it. */
  HAPPENED,
  /** Share of the names asked about that its article says; 1 where none is asked about. */
  NAMES,
  /** A name is asked about that its article never says. */
  UNNAMED,
  /** How surely it or what stands around it says the thing that it says least. */
  LEAST,
  /** Share of the topic that has a word in its language. */
  KNOWN,
  /** Share of the topic that the title says. */
  TITLE,
  /** How surely the one asked for speaks. */
  SPEAKER,
  /** Somebody else speaks, or nobody, where one's words are asked for but not required. */
  OTHER_SPEAKER,
  /** It has what the kind of question asks for: a number, a time. */
  KIND,
  /** It lacks what the kind of question asks for. */
  KIND_MISSED,
  /** It names a place, a person or a cause that the question does not, where one is asked for. */
  EXPECTED,
  /** The speaker's own words. */
  DIRECT,
  /** Reported, with a part in the speaker's own words. */
  MIXED,
  /** How long it is, against a long sentence of 240 letters. */
  LENGTH,
  /** A headline. */
  HEADLINE,
  /** Among the first sentences of its article. */
  LEAD,
  /** A reason is asked for. */
  REASON,
  /** A reason is asked for: share of what happened that its article never says. */
  REASON_UNTOLD,
  /** A time is asked for. */
  TIME,
  /** An outlet is credited, where the question asks for one. */
  CREDITED,
  /** In the other language than the question. */
  TRANSLATED;

  static final int COUNT = values().length;

  /** Its place among numbers that stand for all features. */
  @SuppressWarnings("EnumOrdinal") // lives as long as one process; data goes by key
  int place() {
    return ordinal();
  }

  /** The name used in data and in explanations, such as {@code match-of-best}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
