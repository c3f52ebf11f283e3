package news.isnad.bot.operator;

import java.util.List;
import java.util.Map;
import news.isnad.bot.conversation.PersonalData;
import org.jdbi.v3.core.Handle;

/** Removals of sources that somebody was asked to confirm: of no use later on. Stateless. */
public final class PersonalRemovals implements PersonalData {
  @Override
  public Map<String, List<Map<String, Object>>> of(Handle handle, long person) {
    return Map.of();
  }

  @Override
  public void forget(Handle handle, long person) {
    PersonalData.change(handle, person, "DELETE FROM removal WHERE chat = :person");
  }
}
