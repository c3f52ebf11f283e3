package news.isnad.config;

import java.nio.file.Path;

/**
 * A file that an operator has installed cannot be used. The message names the setting, the file,
 * what is wrong with it and the remedy.
 */
public final class UnusableFileException extends RuntimeException {
  /**
   * Refuses a file.
   *
   * @param setting the key that leads to it
   * @param file what cannot be used
   * @param why what is wrong, as the rest of a sentence that begins with the file
   * @param remedy what to do, as a whole sentence
   */
  public UnusableFileException(String setting, Path file, String why, String remedy) {
    super(setting + ": " + file + " " + why + ". " + remedy);
  }
}
