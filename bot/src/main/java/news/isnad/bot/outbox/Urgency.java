package news.isnad.bot.outbox;

/** In which order what waits is served, most urgent first. Rows are stored by name. */
public enum Urgency {
  ANSWER,
  CORRECTION,
  ALERT,
  DIGEST,
  CATCH_UP
}
