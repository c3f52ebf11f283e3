package news.isnad.speaker;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where evaluation data lies: {@code ISNAD_SHARED}, or {@code shared} beside the checkout. */
final class SharedFolder {
  private SharedFolder() {}

  static Path find(String inside) {
    String named = System.getenv("ISNAD_SHARED");
    if (named != null) {
      return Path.of(named).resolve(inside);
    }
    for (String up : new String[] {"..", "../..", "../../.."}) {
      Path folder = Path.of(up, "shared", inside);
      if (Files.exists(folder)) {
        return folder;
      }
    }
    return Path.of("../shared").resolve(inside);
  }
}
