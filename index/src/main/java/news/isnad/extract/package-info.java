/**
 * From a page to the article on it: its words, and nothing of what stands around them.
 *
 * <pre>{@code
 * ExtractedPage page = new PlainTextExtractor().extract(textAsABrowserGivesIt);
 * if (page.isArticle()) {
 *   take(page.title(), page.outlet(), page.published(), page.body());
 * }
 * }</pre>
 *
 * <p>{@link news.isnad.extract.PlainTextExtractor} reads text that has lost its mark-up and goes by
 * the shape of lines and by the words of the table {@code furniture.tsv}. It leaves every word of a
 * paragraph as it was printed. {@link news.isnad.extract.Outlets} knows outlets by address, name
 * and copyright line, from the table {@code sites.tsv}.
 *
 * <p>Nothing here throws for what a page holds. All types are immutable and safe for concurrent
 * use.
 */
@NullMarked
package news.isnad.extract;

import org.jspecify.annotations.NullMarked;
