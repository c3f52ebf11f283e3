package news.isnad.bot.telegram;

/** What somebody is in a chat. */
public enum Membership {
  OWNER,
  ADMINISTRATOR,
  MEMBER,
  /** Still there, but may not write. */
  SILENCED,
  LEFT,
  /** Removed; for a private chat: has blocked us. */
  KICKED,
  /** A status that Telegram has added since. */
  UNKNOWN;

  /** Whether messages can be written there, as far as the status says. */
  public boolean canWrite() {
    return this == OWNER || this == ADMINISTRATOR || this == MEMBER;
  }
}
