package news.isnad.bot.subscription;

import static news.isnad.bot.conversation.PersonalData.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.isnad.bot.conversation.PersonalData;
import org.jdbi.v3.core.Handle;

/**
 * What a person is told of in their private chat, and where their name stands in groups. What a
 * group is told of belongs to the group, and stays. Stateless.
 */
public final class PersonalTopics implements PersonalData {
  private static final String THEIR_TOPICS = "(SELECT id FROM subscription WHERE chat = :person)";

  /** In this order: what hangs on topics goes before them. */
  private static final List<String> CHANGES =
      List.of(
          "DELETE FROM unmatched_edition WHERE step IN (SELECT 'question/' || id FROM subscription"
              + " WHERE chat = :person)",
          "DELETE FROM standing_question WHERE subscription IN " + THEIR_TOPICS,
          "DELETE FROM snooze WHERE subscription IN " + THEIR_TOPICS,
          "DELETE FROM alert_share WHERE subscription IN "
              + THEIR_TOPICS
              + " OR alert IN (SELECT id FROM alert WHERE chat = :person)",
          "DELETE FROM telling WHERE chat = :person",
          "DELETE FROM alert WHERE chat = :person",
          "DELETE FROM subscription WHERE chat = :person",
          "DELETE FROM chat_schedule WHERE chat = :person",
          "DELETE FROM muted_outlet WHERE chat = :person",
          "DELETE FROM forum_topic WHERE chat = :person",
          "DELETE FROM alert_search WHERE chat = :person",
          "DELETE FROM rehearsed_topic WHERE chat = :person OR person = :person",
          "DELETE FROM awaited_topic WHERE chat = :person OR person = :person",
          "DELETE FROM awaited_search WHERE chat = :person OR person = :person",
          "UPDATE subscription SET person = 0 WHERE person = :person",
          "UPDATE alert SET claimer = NULL, claimed = NULL WHERE claimer = :person");

  @Override
  public Map<String, List<Map<String, Object>>> of(Handle handle, long person) {
    Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
    all.put(
        "subscriptions",
        rows(
            handle,
            person,
            "SELECT chat, words, schedule, paused, question, created AS begun_at,"
                + " ended AS ended_at FROM subscription"
                + " WHERE chat = :person OR person = :person ORDER BY place"));
    all.put(
        "schedule",
        rows(
            handle,
            person,
            "SELECT usual, zone, quiet, silent, most FROM chat_schedule WHERE chat = :person"));
    all.put(
        "mutedOutlets",
        rows(
            handle,
            person,
            "SELECT outlet FROM muted_outlet WHERE chat = :person ORDER BY outlet"));
    all.put(
        "claimedStories",
        rows(
            handle,
            person,
            "SELECT chat, claimed AS name, created AS told_at FROM alert"
                + " WHERE claimer = :person ORDER BY place"));
    return all;
  }

  @Override
  public void forget(Handle handle, long person) {
    CHANGES.forEach(change -> PersonalData.change(handle, person, change));
  }
}
