package news.isnad.bot.conversation;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * A part of the bot that keeps something of people. A person's number is also that of the private
 * chat with them. Implementations are safe for concurrent use.
 */
public interface PersonalData {
  /** All of it, as rows of named values under the name of their kind; kinds may be empty. */
  Map<String, List<Map<String, Object>>> of(Handle handle, long person);

  /** Deletes all of it, in the transaction of the caller. */
  void forget(Handle handle, long person);

  /** The rows of a query about {@code :person}, in their order. */
  static List<Map<String, Object>> rows(Handle handle, long person, String query) {
    return handle.createQuery(query).bind("person", person).mapToMap().list();
  }

  /** Changes or deletes rows of {@code :person}. */
  static void change(Handle handle, long person, String statement) {
    handle.createUpdate(statement).bind("person", person).execute();
  }
}
