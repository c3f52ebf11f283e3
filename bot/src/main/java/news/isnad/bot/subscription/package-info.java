/**
 * Subscriptions to topics, and the alerts that come of them.
 *
 * <pre>{@code
 * Subscriptions subscriptions = new Subscriptions(database, articles);
 * List<Command> commands = SubscriptionCommands.all(subscriptions, topics, composer);
 * Alerts alerts = new Alerts(new Alerts.Parts(database, articles, subscriptions, ...));
 * while (alerts.step()) {}
 * }</pre>
 *
 * <p>{@link Alerts} follows the sequence of articles with a durable cursor of its own. The alerts
 * of a batch and the cursor behind it are stored in one transaction, and an alert's key names its
 * subscription and article: whatever is cut off is done again, and nobody is told twice. Topics are
 * registered from the table before each batch, so that subscriptions of another process count too.
 */
@NullMarked
package news.isnad.bot.subscription;

import org.jspecify.annotations.NullMarked;
