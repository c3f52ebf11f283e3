/**
 * The command line: every command of {@code ./isnad}.
 *
 * <pre>{@code
 * int exit = new CommandLine(...).execute("ask", "--json", "What did the mayor say?");
 * }</pre>
 *
 * <p>Results go to standard output, for people or with {@code --json} for programs, one object a
 * line; progress and logs go to standard error. Exit codes: 0 done, also where nothing was found; 1
 * something that was given was refused or failed; 2 wrong use or configuration. A command shares
 * every line of its work with the bot: here is only what a terminal needs.
 */
@NullMarked
package news.isnad.bot.terminal;

import org.jspecify.annotations.NullMarked;
