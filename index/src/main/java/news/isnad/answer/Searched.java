package news.isnad.answer;

import java.time.Instant;
import java.util.Optional;

/**
 * How much was searched for an answer. Immutable.
 *
 * @param articles number of articles
 * @param sources number of different outlets
 * @param from start of the period asked for, or of the oldest article; empty when nothing is dated
 * @param to end of the period asked for, or of the newest article, exclusive; empty when nothing is
 *     dated
 */
public record Searched(long articles, long sources, Optional<Instant> from, Optional<Instant> to) {}
