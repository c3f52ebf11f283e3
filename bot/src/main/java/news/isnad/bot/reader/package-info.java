/**
 * What readers own and may want to know: what is kept about them, and how it ends.
 *
 * <pre>{@code
 * List<Command> commands = PrivacyCommands.all(parts);
 * housekeeping.step(); // once a minute
 * }</pre>
 *
 * <p>{@code /forget} deletes in the transaction of the press that confirms it everything that the
 * parts of the bot ({@link news.isnad.bot.conversation.PersonalData}), the inbox and the outbox
 * hold of a person. What the confirmation itself leaves, its reply above all, is deleted by {@link
 * news.isnad.bot.reader.Housekeeping} once that was sent; then the file of the store is written
 * anew. A crash in between repeats it. Safe for concurrent use.
 */
@NullMarked
package news.isnad.bot.reader;

import org.jspecify.annotations.NullMarked;
