package news.isnad.search;

/**
 * A chunk of an article that may hold an answer. Immutable.
 *
 * @param sequence the edition
 * @param first ordinal of its first sentence
 * @param last ordinal of its last sentence
 * @param match share of what was asked that it says, 0 to 1: BM25 against the best that it could be
 * @param likeness how alike in meaning it is, 0 to 1; 0 where no model is installed
 */
public record Candidate(long sequence, int first, int last, double match, double likeness) {}
