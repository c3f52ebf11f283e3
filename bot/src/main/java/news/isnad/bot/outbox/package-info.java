/**
 * Everything that has to reach Telegram, until it has.
 *
 * <pre>{@code
 * Outbox outbox = new Outbox(database, clock, listener);
 * database.inTransaction(handle -> {
 *   remember(handle, alert);
 *   outbox.enqueue(new Outgoing("alert/17/42", Urgency.ALERT, SendMessage.to(chat, message)));
 *   return alert;
 * });
 * Dispatcher dispatcher = new Dispatcher(outbox, api, clock, threads, jitter); // run() in a thread
 * }</pre>
 *
 * <p>Inside: a table of what waits and was said, and one of chats that are closed to us, told to
 * wait, or moved. {@link news.isnad.bot.outbox.Dispatcher} keeps one lane for each chat and the
 * pace between messages; what an outcome means is decided in one place.
 *
 * <p>Promises: what was enqueued in a transaction that ended is said, or kept as refused with the
 * reason; a key is said once, unless the process died or the connection broke after the request
 * left and before the answer was stored.
 */
@NullMarked
package news.isnad.bot.outbox;

import org.jspecify.annotations.NullMarked;
