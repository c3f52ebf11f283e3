/**
 * All rules of the two languages: folding, sentences, analysis, keys of names, dates.
 *
 * <p>Stored text is never changed. Folded forms live in the index and in comparisons only; every
 * token and sentence keeps its offsets into the stored text.
 */
@NullMarked
package news.isnad.text;

import org.jspecify.annotations.NullMarked;
