package news.isnad.bot.operator;

import java.util.List;
import java.util.Map;
import news.isnad.bot.conversation.PersonalData;
import org.jdbi.v3.core.Handle;

/**
 * Role and deeds of somebody. Who wants to be forgotten loses the role; of the deeds the audit
 * keeps what they were and when, not whose and not with what. Stateless.
 */
public final class PersonalDeeds implements PersonalData {
  @Override
  public Map<String, List<Map<String, Object>>> of(Handle handle, long person) {
    return Map.of(
        "roles",
        PersonalData.rows(handle, person, "SELECT role, changed FROM role WHERE person = :person"),
        "deeds",
        PersonalData.rows(
            handle,
            person,
            "SELECT deed, details, done FROM audit WHERE person = :person ORDER BY sequence"));
  }

  @Override
  public void forget(Handle handle, long person) {
    PersonalData.change(handle, person, "DELETE FROM decision_report WHERE chat = :person");
    PersonalData.change(handle, person, "DELETE FROM role WHERE person = :person");
    PersonalData.change(
        handle, person, "UPDATE audit SET person = 0, details = '' WHERE person = :person");
    PersonalData.change(
        handle,
        person,
        "UPDATE audit SET details = '0' || substr(details, length(:person || '') + 1)"
            + " WHERE deed IN ('GRANT', 'REVOKE') AND details LIKE :person || ' %'");
  }
}
