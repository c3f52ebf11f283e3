package news.isnad.embedding;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import news.isnad.config.UnusableFileException;

/**
 * The files of a model: {@code model.onnx}, {@code tokenizer.json} and perhaps {@code
 * isnad.properties}, which says what the others do not:
 *
 * <ul>
 *   <li>{@code query-prefix}, {@code passage-prefix}: what the model wants before a text. By
 *       default {@code query: } and {@code passage: } where the folder's name contains {@code e5},
 *       else nothing
 *   <li>{@code pooling}: {@code mean} of all tokens (the default) or the first token, {@code cls}
 *   <li>{@code max-tokens}: longer texts are cut; 512 by default
 * </ul>
 *
 * <p>Immutable.
 */
record Model(
    Path onnx, Path tokenizer, String queryPrefix, String passagePrefix, boolean cls, int tokens) {
  static final String SETTING = "language.embedding";
  private static final String REMEDY =
      "Put a sentence-embedding model exported to ONNX there (model.onnx and tokenizer.json), or"
          + " leave "
          + SETTING
          + " empty.";
  private static final int END = 1 << 16;
  private static final int MOST_TOKENS = 8192;

  /**
   * The model in a folder.
   *
   * @throws UnusableFileException if one of its files is missing, or the properties are wrong
   */
  static Model in(Path folder) {
    Path onnx = present(folder.resolve("model.onnx"));
    Path tokenizer = present(folder.resolve("tokenizer.json"));
    Path file = folder.resolve("isnad.properties");
    Properties properties = properties(file);
    boolean e5 = isE5(folder);
    return new Model(
        onnx,
        tokenizer,
        properties.getProperty("query-prefix", e5 ? "query: " : ""),
        properties.getProperty("passage-prefix", e5 ? "passage: " : ""),
        isCls(properties.getProperty("pooling", "mean").strip(), file),
        tokens(properties.getProperty("max-tokens", "512").strip(), file));
  }

  static UnusableFileException unusable(Path file, String why) {
    return new UnusableFileException(SETTING, file, why, REMEDY);
  }

  private static Path present(Path file) {
    if (!Files.isRegularFile(file)) {
      throw unusable(file, "is missing");
    }
    return file;
  }

  /** By the name of the folder, also where a link leads to it. */
  private static boolean isE5(Path folder) {
    try {
      return (folder + " " + folder.toRealPath().getFileName())
          .toLowerCase(Locale.ROOT)
          .matches("(?s)(.*[^a-z0-9])?e5([^a-z0-9].*)?");
    } catch (IOException e) {
      throw unusable(folder, "cannot be read");
    }
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(in);
      } catch (IOException | IllegalArgumentException e) {
        throw unusable(file, "cannot be read");
      }
    }
    return properties;
  }

  private static boolean isCls(String pooling, Path file) {
    return switch (pooling) {
      case "mean" -> false;
      case "cls" -> true;
      default -> throw unusable(file, "has the pooling \"" + pooling + "\", not mean or cls");
    };
  }

  private static int tokens(String text, Path file) {
    try {
      int tokens = Integer.parseInt(text);
      if (tokens >= 8 && tokens <= MOST_TOKENS) {
        return tokens;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw unusable(file, "has max-tokens \"" + text + "\", not a number from 8 to " + MOST_TOKENS);
  }

  /** Name, size and a hash of the beginnings and ends of both files, and all that is said here. */
  String identity() {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      digest(onnx, hash);
      digest(tokenizer, hash);
      String said = queryPrefix + "\n" + passagePrefix + "\n" + cls + "\n" + tokens;
      hash.update(said.getBytes(StandardCharsets.UTF_8));
      String digits = HexFormat.of().formatHex(hash.digest(), 0, 8);
      Optional<Path> folder = Optional.ofNullable(onnx.getParent()).map(Path::getFileName);
      return folder.map(Path::toString).orElse("model") + "-" + Files.size(onnx) + "-" + digits;
    } catch (IOException e) {
      throw unusable(onnx, "cannot be read");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void digest(Path file, MessageDigest hash) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = in.size();
      hash.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
      for (long at : new long[] {0, size / 2, Math.max(0, size - END)}) {
        ByteBuffer part = ByteBuffer.allocate(END);
        in.read(part, at);
        hash.update(part.flip());
      }
    }
  }
}
