/**
 * Every update that reached us, from being stored until it has been handled.
 *
 * <pre>{@code
 * Inbox inbox = new Inbox(database, clock);
 * InboxWorker worker = new InboxWorker(inbox, outbox, reader, handler, apology, clock, threads, 8);
 * UpdatePoller poller = new UpdatePoller(api, api, inbox, clock, jitter, worker::wake, operators::tell);
 * // each in a thread of its own: dispatcher.run(), worker.run(), poller.run()
 * // and to stop: poller.close(), worker.close(), dispatcher.close(), api.close()
 * }</pre>
 *
 * <p>Inside: one table. A row waits until it is handled; what is to be said about it enters the
 * outbox in the transaction that marks it as done. Content is kept only while a row waits, and
 * where it was set aside or could not be read.
 *
 * <p>Promises: an update that Telegram was told we have is handled, whatever dies; its answer is
 * enqueued once. Updates of a chat are handled in order and never side by side; a chat that fails
 * delays no other.
 */
@NullMarked
package news.isnad.bot.inbox;

import org.jspecify.annotations.NullMarked;
