/**
 * Feeds of every kind, as they really are: bytes in, items out, never an exception.
 *
 * <pre>{@code
 * Feed feed = new FeedReader().read(bytes, Optional.of("application/rss+xml"), Optional.of(address));
 * if (feed.isFeed()) {
 *   feed.items().forEach(this::take);
 * }
 * feed.problems().forEach(health::count);
 * }</pre>
 *
 * <p>RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, RDF, CDF and JSON Feed. The charset is detected by
 * {@link news.isnad.text.Charsets}. XML is read by a scanner of our own that knows no errors, only
 * problems: it closes what was left open, passes over what it cannot read, and gives the items of a
 * truncated document up to where it ends. No DOCTYPE is followed; entities that a document defines
 * itself are replaced once, never within one another. Items are handed on one by one, so that a
 * feed of a million of them costs no more than the limit allows.
 *
 * <p>Readers are immutable and safe for concurrent use.
 */
@NullMarked
package news.isnad.feed;

import org.jspecify.annotations.NullMarked;
