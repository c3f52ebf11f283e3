/**
 * Subscriptions to topics, and the alerts that come of them.
 *
 * <pre>{@code
 * Subscriptions subscriptions = new Subscriptions(database, articles);
 * List<Command> commands = SubscriptionCommands.all(new SubscriptionCommands.Parts(...));
 * Alerts alerts = new Alerts(new Alerts.Parts(database, articles, subscriptions, ...));
 * while (alerts.step()) {}
 * alerts.tell();
 * }</pre>
 *
 * <p>{@link Alerts} follows the sequence of articles with a durable cursor of its own, and says in
 * its description how a story is told once. Alerts, what is to be told of them, outbox rows and the
 * cursor behind them are stored in one transaction: whatever is cut off is done again, and nobody
 * is told twice. Topics are registered from the table before each batch, so that subscriptions of
 * another process count too. {@code Timing} decides when something is told, {@code Teller} tells
 * it, {@code AlertText} finds the words.
 */
@NullMarked
package news.isnad.bot.subscription;

import org.jspecify.annotations.NullMarked;
