package news.isnad.bot.access;

/** What an owner can make somebody. Rows are stored by name. */
public enum Role {
  /** May change what everybody gets. */
  OPERATOR,
  /** May look after answers, and nothing else. */
  EDITOR
}
