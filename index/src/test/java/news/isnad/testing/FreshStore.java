package news.isnad.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.isnad.engine.Engine;
import news.isnad.lexicon.KnownNames;
import news.isnad.store.Database;

/**
 * Stores with all their tables, made once and copied: to migrate an empty one takes a quarter of a
 * second, and hundreds of tests begin with it. A store that is there is opened as it is.
 */
public final class FreshStore {
  private static final Map<List<String>, byte[]> MADE = new ConcurrentHashMap<>();

  private FreshStore() {}

  /** As {@link Database#open} does. */
  public static Database open(Path file, List<String> migrations) {
    put(file, migrations);
    return Database.open(file, migrations);
  }

  /** An engine over {@code isnad.db} and {@code index} in a folder, with nothing installed. */
  public static Engine engine(
      Path folder, List<String> further, KnownNames names, InstantSource clock) {
    Path file = folder.resolve("isnad.db");
    List<String> all = new ArrayList<>(Engine.MIGRATIONS);
    all.addAll(further);
    put(file, all);
    return Engine.open(file, folder.resolve("index"), further, names, clock);
  }

  private static void put(Path file, List<String> migrations) {
    if (Files.exists(file)) {
      return;
    }
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      byte[] made = MADE.computeIfAbsent(List.copyOf(migrations), FreshStore::made);
      // Whole or not at all: some tests are killed.
      Path copy = Files.write(Files.createTempFile(folder, "made", null), made);
      Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] made(List<String> migrations) {
    try {
      Path folder = Files.createTempDirectory("isnad-made");
      Path file = folder.resolve("isnad.db");
      Database.open(file, migrations).close();
      byte[] bytes = Files.readAllBytes(file);
      Folders.delete(folder);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
