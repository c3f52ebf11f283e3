package news.isnad.bot.conversation;

/** Whose menu a command stands in. A menu gives no rights. */
public enum Audience {
  PRIVATE_CHATS,
  GROUPS,
  GROUP_ADMINISTRATORS,
  EDITORS,
  OPERATORS,
  OWNERS
}
