package news.isnad.bot.subscription;

/** How news is told. Rows are stored by name. */
enum Manner {
  /** In a message of its own. */
  ALERT,
  /** With others, in order of topics. */
  DIGEST,
  /** With others, because it is late. */
  CATCH_UP
}
