package news.isnad.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of shared evaluation data: {@code ISNAD_SHARED}, else {@code ../shared} beside the
 * checkout. Tests that need it are skipped, by name, where it is absent.
 */
public final class Shared {
  private Shared() {}

  /** A file or folder of the shared data; skips the test where there is none. */
  public static Path path(String name) {
    String named = System.getenv("ISNAD_SHARED");
    Path folder = named == null ? checkout().resolveSibling("shared") : Path.of(named);
    Path path = folder.resolve(name);
    assumeTrue(Files.exists(path), "no shared evaluation data: " + name);
    return path;
  }

  private static Path checkout() {
    Path folder = Path.of("").toAbsolutePath();
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("config/pom.xml"))) {
        return at;
      }
    }
    return folder;
  }
}
