package news.isnad.bot.conversation;

import static news.isnad.bot.conversation.PersonalData.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What the conversation remembers of a person. Stateless. */
final class PersonalMemory implements PersonalData {
  private static final String THEIR_ANSWERS =
      "(SELECT id FROM sent_answer WHERE person = :person OR chat = :person)";

  /** In this order: what hangs on answers goes before them. */
  private static final List<String> DELETED =
      List.of(
          "sent_citation WHERE answer IN " + THEIR_ANSWERS,
          "shown WHERE answer IN " + THEIR_ANSWERS,
          "sent_reading WHERE answer IN " + THEIR_ANSWERS,
          "feedback WHERE person = :person OR answer IN " + THEIR_ANSWERS,
          "sent_answer WHERE person = :person OR chat = :person",
          "last_reading WHERE person = :person OR chat = :person",
          "dialogue WHERE person = :person OR chat = :person",
          "refusal WHERE person = :person OR chat = :person",
          "listed WHERE chat = :person",
          "last_said WHERE chat = :person",
          "turn WHERE person = :person",
          "answer_length WHERE owner = :person",
          "preference WHERE owner = :person");

  @Override
  public Map<String, List<Map<String, Object>>> of(Handle handle, long person) {
    Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
    all.put(
        "settings", rows(handle, person, "SELECT language FROM preference WHERE owner = :person"));
    all.put(
        "answerLength",
        rows(handle, person, "SELECT length FROM answer_length WHERE owner = :person"));
    all.put(
        "questions",
        rows(
            handle,
            person,
            "SELECT chat, question, language, found AS answered, sent AS asked_at FROM sent_answer"
                + " WHERE person = :person OR chat = :person ORDER BY sent, id"));
    all.put(
        "lastReadings",
        rows(
            handle,
            person,
            "SELECT chat, reading, read_at FROM last_reading"
                + " WHERE person = :person OR chat = :person ORDER BY read_at, chat"));
    all.put(
        "judgements",
        rows(
            handle,
            person,
            "SELECT question, good AS helpful, given AS given_at FROM feedback"
                + " LEFT JOIN sent_answer ON sent_answer.id = feedback.answer"
                + " WHERE feedback.person = :person ORDER BY given, answer"));
    return all;
  }

  @Override
  public void forget(Handle handle, long person) {
    DELETED.forEach(rows -> PersonalData.change(handle, person, "DELETE FROM " + rows));
  }
}
