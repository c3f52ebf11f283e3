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
  /** Share of the topic, by rarity, that it or what stands around it says. */
  COVERAGE,
  /** Share of the topic that it says itself. */
  OWN,
  /** Share of what is not a name, said by it or what stands around it. */
  HAPPENED,
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
  /** The speaker's own words. */
  DIRECT,
  /** Reported, with a part in the speaker's own words. */
  MIXED,
  /** A headline. */
  HEADLINE,
  /** Among the first sentences of its article. */
  LEAD,
  /** An outlet is credited, where the question asks for one. */
  CREDITED,
  /** In the other language than the question. */
  TRANSLATED;

  static final int COUNT = values().length;

  /** The name used in data and in explanations, such as {@code match-of-best}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
