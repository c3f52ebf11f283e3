package news.isnad.bot.compose;

/** How much of an answer is shown at once. Stored by name. */
public enum AnswerLength {
  /** One quotation, and that not long. */
  SHORT,
  /** The quotation and further passages under it. */
  FULL
}
