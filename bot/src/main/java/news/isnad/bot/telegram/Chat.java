package news.isnad.bot.telegram;

import static java.util.Objects.requireNonNull;

/**
 * Where something was said. Immutable.
 *
 * @param title as its members wrote it: hostile; empty for a private chat
 * @param forum whether it has forum topics
 */
public record Chat(long id, Kind kind, String title, boolean forum) {
  /** What a chat is; {@code CHANNEL} also for kinds that we do not know. */
  public enum Kind {
    PRIVATE,
    GROUP,
    SUPERGROUP,
    CHANNEL
  }

  public Chat {
    requireNonNull(kind, "kind is null");
    requireNonNull(title, "title is null");
  }

  /** Whether one person is alone with us here. */
  public boolean isPrivate() {
    return kind == Kind.PRIVATE;
  }

  /** Whether several people talk here. */
  public boolean isGroup() {
    return kind == Kind.GROUP || kind == Kind.SUPERGROUP;
  }
}
