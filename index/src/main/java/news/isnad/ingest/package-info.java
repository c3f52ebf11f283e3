/**
 * How news come in: polling, storing, and the step that finds who said what.
 *
 * <pre>{@code
 * Ingest ingest = new Ingest(articles, listener);
 * ingest.take(drafts);                       // from here nothing is lost
 * new Follower(articles, attribution, statements).catchUp();
 * }</pre>
 *
 * <p>Every step after the store follows the sequence of editions with a cursor of its own and may
 * be cut off at any time: it goes on where its cursor stands, and doing something twice changes
 * nothing. One item, one page, one edition that cannot be worked on is set aside; the next one is
 * taken.
 */
@NullMarked
package news.isnad.ingest;

import org.jspecify.annotations.NullMarked;
