/**
 * The index: Lucene behind one type.
 *
 * <pre>{@code
 * try (NewsIndex index = NewsIndex.open(folder)) {
 *   index.add(editions);                        // then index.commit(sequence)
 *   index.candidates(wanted, speaker, Language.ARABIC, 40);
 * }
 * }</pre>
 *
 * <p>An article is indexed in chunks of neighbouring sentences, each with the article's title.
 * Passages are chosen inside them by {@code news.isnad.answer}. A commit carries the last sequence
 * of the article store that it holds, and the version of the analysis: after a crash the index
 * catches up from there; when the version is old or the files are damaged it is rebuilt. Nothing is
 * kept here that the store does not have.
 */
@NullMarked
package news.isnad.search;

import org.jspecify.annotations.NullMarked;
