package news.isnad.store;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store's file is damaged. Its message names the newest backup and how to bring it back. */
public final class DamagedStoreException extends RuntimeException {
  private final transient Path file;
  private final transient @Nullable Path backup;

  DamagedStoreException(Path file, String why, Optional<Path> backup, @Nullable Throwable cause) {
    super(message(file, why, backup), cause);
    this.file = file;
    this.backup = backup.orElse(null);
  }

  private static String message(Path file, String why, Optional<Path> backup) {
    String remedy =
        backup
            .map(
                newest ->
                    "The newest backup is "
                        + newest
                        + "; `isnad restore "
                        + newest
                        + "` brings it back.")
            .orElse(
                "There is no backup beside it; `isnad restore FILE` brings back a backup kept"
                    + " elsewhere.");
    return "The store " + file + " is damaged (" + why + "). " + remedy;
  }

  /** The damaged file. */
  public Path file() {
    return file;
  }

  /** The newest backup found beside it. */
  public Optional<Path> backup() {
    return Optional.ofNullable(backup);
  }
}
