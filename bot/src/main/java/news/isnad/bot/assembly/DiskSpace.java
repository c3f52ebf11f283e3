package news.isnad.bot.assembly;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * How much free disk the store lacks: there should be a gigabyte, and as much as the file, since it
 * is written anew where something has to leave it. Nothing is lacking where that cannot be known.
 *
 * <p>Safe for concurrent use.
 */
final class DiskSpace implements LongSupplier {
  private static final long LEAST = 1L << 30;

  /** Below this nothing is taken in, so that what is left serves questions and alerts. */
  static final long RESERVE = 200L << 20;

  private final Path file;
  private final Usable usable;

  /** How many bytes the disk of a file has left. */
  @FunctionalInterface
  interface Usable {
    long of(Path file) throws IOException;
  }

  DiskSpace(Path file) {
    this(file, each -> Files.getFileStore(each).getUsableSpace());
  }

  DiskSpace(Path file, Usable usable) {
    this.file = requireNonNull(file, "file is null");
    this.usable = requireNonNull(usable, "usable is null");
  }

  @Override
  public long getAsLong() {
    try {
      return Math.max(LEAST, Files.size(file)) - usable.of(file);
    } catch (IOException unknown) {
      return 0;
    }
  }

  /** Whether so little is left that nothing more should be taken in. */
  boolean isShort() {
    try {
      return usable.of(file) < RESERVE;
    } catch (IOException unknown) {
      return false;
    }
  }
}
