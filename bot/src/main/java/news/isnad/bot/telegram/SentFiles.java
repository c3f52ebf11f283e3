package news.isnad.bot.telegram;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The files that people send. Implementations are safe for concurrent use. */
@FunctionalInterface
public interface SentFiles {
  /** No file can be had, as in a terminal. */
  SentFiles NONE = (_, _) -> Optional.empty();

  /**
   * What is in a file; empty where it is larger or cannot be fetched.
   *
   * @param fileId as Telegram names it
   * @param most bytes
   */
  Optional<byte[]> bytes(String fileId, int most);

  /** The content of a text file in UTF-8. */
  default Optional<String> text(String fileId, int most) {
    return bytes(fileId, most).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
