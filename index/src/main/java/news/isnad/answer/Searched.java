package news.isnad.answer;

import java.time.Instant;
import java.util.Optional;

/**
 * How much was searched for an answer. Immutable.
 *
 * @param articles number of articles, of the period where one was asked for
 * @param sources number of different outlets of these
 * @param from start of the period asked for, or of the oldest article; empty when nothing is dated
 * @param to end of the period searched, which is the one asked for and the days in which what
 *     happens is told, or of the newest article, exclusive; empty when nothing is dated
 */
public record Searched(long articles, long sources, Optional<Instant> from, Optional<Instant> to) {}
