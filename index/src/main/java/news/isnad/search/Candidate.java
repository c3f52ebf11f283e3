package news.isnad.search;

/**
 * A chunk of an article that may hold an answer. Immutable.
 *
 * @param sequence the edition
 * @param first ordinal of its first sentence
 * @param last ordinal of its last sentence
 * @param score how well it matched, comparable within one search only
 */
public record Candidate(long sequence, int first, int last, float score) {}
