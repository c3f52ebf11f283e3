package news.isnad.story;

import news.isnad.lexicon.Lexicon;
import news.isnad.text.Language;

/**
 * In what share of articles a term is to be expected, before any have been seen: the lexicon stands
 * in the order of how common its words are, and what it does not have is rare. Immutable.
 */
final class Commonness {
  private static final double STEEPNESS = 6;
  private static final double FIRST_RANKS = 12;
  private static final double MOST = .4;
  private static final double UNKNOWN = .001;

  private final IntCounts ranks = new IntCounts();

  Commonness(Lexicon lexicon) {
    for (Language language : Language.values()) {
      lexicon
          .ranks(language)
          .forEach((stem, rank) -> ranks.put(Hashing.of(TraitReader.own(stem, language)), rank));
    }
    lexicon
        .ranks(Language.ENGLISH)
        .forEach((stem, rank) -> ranks.put(Hashing.of(TraitReader.concept(stem)), rank));
  }

  /** The share, above 0 and below 1. */
  double of(int term) {
    int rank = ranks.get(term);
    return rank == 0 ? UNKNOWN : Math.min(MOST, STEEPNESS / (rank + FIRST_RANKS));
  }
}
