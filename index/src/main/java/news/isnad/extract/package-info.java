/**
 * From a page to the article on it: its words, and nothing of what stands around them.
 *
 * <pre>{@code
 * ExtractedPage page = new ArticleExtractor().extract(html, Optional.of(address));
 * if (page.isArticle()) {
 *   take(page.title(), page.outlet(), page.published(), page.body());
 * }
 * ExtractedPage other = new PlainTextExtractor().extract(textAsABrowserGivesIt);
 * }</pre>
 *
 * <p>{@link news.isnad.extract.ArticleExtractor} reads HTML: what the page says about itself
 * (JSON-LD, OpenGraph, meta), then the part of the tree with the most running text; related news,
 * captions, share bars, notices, comments, menus and footers are cut out of it. {@link
 * news.isnad.extract.PlainTextExtractor} reads text that has lost its mark-up and goes by the shape
 * of lines and by the words of the table {@code furniture.tsv}. Neither depends on the script; both
 * leave every word of a paragraph as it was printed.
 *
 * <p>Nothing here throws for what a page holds. All types are immutable and safe for concurrent
 * use.
 */
@NullMarked
package news.isnad.extract;

import org.jspecify.annotations.NullMarked;
