package news.isnad.bot.operator;

import java.util.List;
import java.util.Map;
import news.isnad.bot.conversation.PersonalData;
import org.jdbi.v3.core.Handle;

/**
 * What somebody wanted to do with sources and was asked about: of no use later on. A removal that
 * was ordered goes on, and nobody's name stands there. Stateless.
 */
public final class PersonalSourceWork implements PersonalData {
  @Override
  public Map<String, List<Map<String, Object>>> of(Handle handle, long person) {
    return Map.of();
  }

  @Override
  public void forget(Handle handle, long person) {
    PersonalData.change(
        handle,
        person,
        "DELETE FROM source_offer WHERE trial IN"
            + " (SELECT id FROM source_trial WHERE person = :person)");
    PersonalData.change(handle, person, "DELETE FROM source_trial WHERE person = :person");
    PersonalData.change(
        handle,
        person,
        "UPDATE removal SET person = 0, chat = 0 WHERE person = :person"
            + " AND state IN ('REMOVED', 'ORDERED', 'DELETING')");
    PersonalData.change(handle, person, "DELETE FROM source_list WHERE person = :person");
    PersonalData.change(handle, person, "DELETE FROM removal WHERE person = :person");
  }
}
