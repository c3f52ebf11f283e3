/**
 * What operators do in the chat: sources, for now.
 *
 * <pre>{@code
 * List<Command> commands = SourceCommands.all(desk, database, composer);
 * }</pre>
 *
 * <p>Every command and button here needs {@link news.isnad.bot.access.Action#OPERATE}; the router
 * checks it. Removing asks once and can be taken back. What happens to sources is behind {@link
 * SourceDesk}. Safe for concurrent use.
 */
@NullMarked
package news.isnad.bot.operator;

import org.jspecify.annotations.NullMarked;
