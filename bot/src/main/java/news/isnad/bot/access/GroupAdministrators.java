package news.isnad.bot.access;

/** Who administers which group. Implementations are safe for concurrent use. */
@FunctionalInterface
public interface GroupAdministrators {
  /** Whether a person administers a group; false where that cannot be found out. */
  boolean administers(long person, long group);

  /** False where it could not be found out just now who administers a group. */
  default boolean isKnown(long group) {
    return true;
  }
}
