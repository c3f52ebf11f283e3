/**
 * How news come in: documents that are given, polling, storing, and the step that finds who said
 * what.
 *
 * <pre>{@code
 * Document document = new DocumentReader(pages).read(bytes, "page.txt", type, Given.NOTHING);
 * // Articles, FeedItems or Refused
 * Ingest ingest = new Ingest(articles, listener);
 * ingest.take(drafts);                       // from here nothing is lost
 * new Understanding(attribution, statements).of(articles.after(sequence, 200));
 * new PollSchedule(sources, web, reader, articles, ingest, intervals, chance, executor, clock)
 *     .pollDue();
 * }</pre>
 *
 * <p>What a document is, is seen from its beginning, not from its name. What an operator states
 * about it (outlet, date, language, address) goes before what it says itself; without a date there
 * is none. A bad line never costs the good ones, and a large file of lines is never held as a
 * whole.
 *
 * <p>Every step after the store follows the sequence of editions with a cursor of its own and may
 * be cut off at any time: it goes on where its cursor stands, and doing something twice changes
 * nothing. One item, one page, one edition that cannot be worked on is set aside; the next one is
 * taken.
 */
@NullMarked
package news.isnad.ingest;

import org.jspecify.annotations.NullMarked;
