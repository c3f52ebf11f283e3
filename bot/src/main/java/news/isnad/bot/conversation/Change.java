package news.isnad.bot.conversation;

import org.jdbi.v3.core.Handle;

/** Something that a reply changes in the store, together with everything else that it changes. */
@FunctionalInterface
public interface Change {
  /** Makes the change, inside the transaction of the reply. */
  void apply(Handle handle);
}
