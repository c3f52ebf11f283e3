package news.isnad.answer;

import news.isnad.question.Asking;
import news.isnad.question.Reading;

/** Answers questions from the tracked news. Implementations are safe for concurrent use. */
public interface Answers {

  /**
   * Answers a question. Never throws for what was typed: an empty or senseless question is not
   * found.
   */
  Answer answer(String question, Asking asking);

  /** Answers a question as it was read, or as somebody would rather have it read. */
  Answer answer(Reading reading);

  /**
   * What is not obvious about a reading.
   *
   * @param asking as when the question was read
   */
  Interpretation interpretation(Reading reading, Asking asking);

  /** Answers a reading once more, and says how the answer came about. */
  Explained explain(Reading reading);
}
