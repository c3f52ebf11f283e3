package news.isnad.bot.access;

/** What somebody may want to do. */
public enum Action {
  /** Ask, read, judge an answer. */
  ASK,
  /** Change what a chat is sent or how: in a group that is for its administrators. */
  ARRANGE,
  /** See, take along and delete what is kept about oneself. */
  OWN,
  /** Look after answers: see how they come about. */
  EDIT,
  /** Change what everybody gets: sources. */
  OPERATE,
  /** Give roles to others and take them away. */
  GRANT
}
