/**
 * From what somebody wrote or pressed to what is said about it.
 *
 * <pre>{@code
 * Router router = new Router(access, memory, commands, ask, composer, clock, "isnad_bot", sentAs, files, inline);
 * for (Outgoing outgoing : router.handle(incoming)) {
 *   outbox.enqueue(outgoing);
 * }
 * }</pre>
 *
 * <p>{@link Router} decides whether we are addressed and by which {@link Command}, asks whether the
 * asker may, and turns the {@link Reply} into calls. It is given its commands as a list and names
 * none; a command owns its buttons too. A command without its argument asks for it, and the next
 * text of that person in that chat is the argument ({@link Dialogue}).
 *
 * <p>Handling an update changes nothing until its reply is complete; then all changes and what is
 * to be said are stored in one transaction. The same update handled again, after a crash, says the
 * same again under the same keys and changes nothing. Buttons carry random ids that are bound to
 * their chat and survive restarts. Different chats may be handled at the same time, one chat never
 * twice at once.
 */
@NullMarked
package news.isnad.bot.conversation;

import org.jspecify.annotations.NullMarked;
