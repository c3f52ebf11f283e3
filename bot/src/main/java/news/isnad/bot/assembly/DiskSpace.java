package news.isnad.bot.assembly;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * How much free disk the store lacks: there should be a gigabyte, and as much as the file, since it
 * is written anew where something has to leave it. Nothing is lacking where that cannot be known.
 */
final class DiskSpace implements LongSupplier {
  private static final long LEAST = 1L << 30;

  private final Path file;

  DiskSpace(Path file) {
    this.file = requireNonNull(file, "file is null");
  }

  @Override
  public long getAsLong() {
    try {
      return Math.max(LEAST, Files.size(file)) - Files.getFileStore(file).getUsableSpace();
    } catch (IOException unknown) {
      return 0;
    }
  }
}
