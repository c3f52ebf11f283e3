package news.isnad.lexicon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes dictionaries in the format of dictd. */
final class DictdFiles {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private DictdFiles() {}

  /** Writes an index and its compressed text; returns the index. */
  static Path write(Path folder, String name, String... entries) {
    StringBuilder index = new StringBuilder();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes("made for a test\n".getBytes(StandardCharsets.UTF_8));
    index.append("00databaseinfo\tA\t").append(number(text.size())).append('\n');
    for (String entry : entries) {
      byte[] bytes = (entry + "\n").getBytes(StandardCharsets.UTF_8);
      index.append(entry.split("[ \n]", 2)[0]).append('\t').append(number(text.size()));
      index.append('\t').append(number(bytes.length)).append('\n');
      text.writeBytes(bytes);
    }
    try {
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".dict.dz")))) {
        out.write(text.toByteArray());
      }
      return Files.writeString(folder.resolve(name + ".index"), index);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String number(int value) {
    String last = String.valueOf(DIGITS.charAt(value % 64));
    return value < 64 ? last : number(value / 64) + last;
  }
}
