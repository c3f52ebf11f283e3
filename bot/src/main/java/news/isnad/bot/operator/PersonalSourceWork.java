package news.isnad.bot.operator;

import java.util.List;
import java.util.Map;
import news.isnad.bot.conversation.PersonalData;
import org.jdbi.v3.core.Handle;

/**
 * What somebody wanted to do with sources and was asked about. A removal that was ordered, and a
 * list that is being taken in, go on when their person is forgotten, and nobody's name stands
 * there. Stateless.
 */
public final class PersonalSourceWork implements PersonalData {
  @Override
  public Map<String, List<Map<String, Object>>> of(Handle handle, long person) {
    return Map.of(
        "sourcesLookedAt",
        PersonalData.rows(
            handle,
            person,
            "SELECT address, name, state, asked AS asked_at FROM source_trial"
                + " WHERE person = :person ORDER BY asked, id"),
        "sourceLists",
        PersonalData.rows(
            handle,
            person,
            "SELECT content, asked AS asked_at FROM source_list WHERE person = :person"
                + " ORDER BY asked, id"),
        "sourcesChanged",
        PersonalData.rows(
            handle,
            person,
            "SELECT name, address, state, asked AS asked_at FROM removal WHERE person = :person"
                + " ORDER BY asked, id"));
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
    PersonalData.change(
        handle,
        person,
        "UPDATE source_list SET person = 0, chat = 0 WHERE person = :person AND state = 'TAKING'");
    PersonalData.change(handle, person, "DELETE FROM source_list WHERE person = :person");
    PersonalData.change(handle, person, "DELETE FROM removal WHERE person = :person");
  }
}
