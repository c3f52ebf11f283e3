/**
 * Articles and their editions, the sources they come from, and where both are kept.
 *
 * <pre>{@code
 * switch (articles.store(draft)) {
 *   case Added(Edition edition) -> ...
 *   case Changed(Edition edition, long replaced) -> ...
 *   case Known(String article) -> ...
 * }
 * }</pre>
 *
 * <p>Every stored edition gets a sequence number. Later steps (statements, index, alerts) each
 * follow the sequence with a cursor of their own, and repeating a step changes nothing.
 */
@NullMarked
package news.isnad.article;

import org.jspecify.annotations.NullMarked;
