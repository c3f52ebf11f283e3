package news.isnad.bot.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/**
 * Something that can be chosen and is then posted in the chooser's name. Immutable.
 *
 * @param id 1 to 64 bytes in UTF-8
 * @param title plain, one line
 * @param description plain, perhaps empty
 * @param message what is posted; without reply prompt
 */
public record InlineResult(String id, String title, String description, Message message) {
  private static final int ID_BYTES = 64;

  public InlineResult {
    int bytes = id.getBytes(UTF_8).length;
    if (bytes < 1 || bytes > ID_BYTES) {
      throw new IllegalArgumentException("id has " + bytes + " bytes, not 1 to " + ID_BYTES);
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("title is blank");
    }
    requireNonNull(description, "description is null");
    if (message.replyPrompt().isPresent()) {
      throw new IllegalArgumentException("message has a reply prompt");
    }
  }
}
