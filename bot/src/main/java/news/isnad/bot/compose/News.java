package news.isnad.bot.compose;

/** What an edition has to say that readers of a story do not know yet. */
public enum News {
  /** The story itself. */
  FIRST,
  /** Somebody who had not spoken. */
  SPEAKER,
  /** Somebody denies it. */
  DENIAL,
  /** Another number of the same. */
  COUNT,
  /** What was told is corrected. */
  CORRECTION,
  /** What was quoted does not stand in the article any more. */
  GONE,
  /** What was told is taken back. */
  WITHDRAWAL,
  /** Nothing: a further outlet at most. */
  NOTHING;

  /** Whether it takes something back that was told. */
  public boolean isCorrection() {
    return this == CORRECTION || this == GONE || this == WITHDRAWAL;
  }
}
