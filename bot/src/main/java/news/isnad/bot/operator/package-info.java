/**
 * What owners and operators do in the chat: sources, roles, and what was done with them.
 *
 * <pre>{@code
 * List<Command> commands = SourceCommands.all(parts);
 * }</pre>
 *
 * <p>Every command and button here needs {@link news.isnad.bot.access.Action#OPERATE} or {@link
 * news.isnad.bot.access.Action#GRANT}; the router checks it, whatever somebody was before. Each
 * deed stands in {@link Audit} by the transaction that did it. Removing asks once and can be taken
 * back. Addresses are looked at by {@link SourceTrials}, beside everything else. Safe for
 * concurrent use.
 */
@NullMarked
package news.isnad.bot.operator;

import org.jspecify.annotations.NullMarked;
