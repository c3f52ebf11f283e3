package news.isnad.answer;

import news.isnad.question.Asking;

/** Answers questions from the tracked news. Implementations are safe for concurrent use. */
public interface Answers {

  /**
   * Answers a question. Never throws for what was typed: an empty or senseless question is not
   * found.
   */
  Answer answer(String question, Asking asking);
}
