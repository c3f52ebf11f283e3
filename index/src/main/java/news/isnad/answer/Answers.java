package news.isnad.answer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import news.isnad.question.Reading;
import news.isnad.text.Language;

/** Answers questions from the tracked news. Implementations are safe for concurrent use. */
public interface Answers {

  /**
   * Answers a question. Never throws for what was typed: an empty or senseless question is not
   * found.
   */
  Answer answer(String question, Asking asking);

  /**
   * The circumstances of a question. Immutable.
   *
   * @param now when it is asked: "yesterday" counts from here
   * @param zone the asker's zone
   * @param language overrides the detected language
   * @param previous the reading of the question before it in the same chat, for "and Moscow?"
   */
  record Asking(
      Instant now, ZoneId zone, Optional<Language> language, Optional<Reading> previous) {}
}
