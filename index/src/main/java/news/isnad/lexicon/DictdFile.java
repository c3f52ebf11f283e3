package news.isnad.lexicon;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import news.isnad.config.UnusableFileException;

/**
 * A dictionary as the dictd server keeps it: an index with a line {@code head TAB offset TAB
 * length} for each entry, the numbers in base 64, and the text of the entries in one file, plain or
 * compressed by dictzip, which gzip understands.
 *
 * <p>The text is read once from the beginning, so that no more than one entry is held. Immutable.
 */
final class DictdFile {
  static final String SETTING = "language.dictionary";
  private static final String INDEX = ".index";
  private static final String[] TEXT = {".dict.dz", ".dict"};
  private static final String REMEDY =
      "Install the dictionary again (on Debian: apt install --reinstall dict-freedict-eng-ara"
          + " dict-freedict-ara-eng), or leave "
          + SETTING
          + " empty.";

  /** Longer entries are no translations; what is longer is skipped. */
  private static final int LONGEST_ENTRY = 64 << 10;

  private static final long LARGEST_INDEX = 64L << 20;
  private static final byte[] ABOUT = "00database".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ABOUT_TOO = "00-database".getBytes(StandardCharsets.UTF_8);

  private final Path index;
  private final Path text;

  private DictdFile(Path index, Path text) {
    this.index = index;
    this.text = text;
  }

  /**
   * The dictionary that a path leads to.
   *
   * @param path its index, its text, or both without their endings
   * @throws UnusableFileException if one of its two files is missing
   */
  static DictdFile at(Path path) {
    String name = String.valueOf(path.getFileName());
    for (String ending : new String[] {INDEX, TEXT[0], TEXT[1]}) {
      if (name.endsWith(ending)) {
        name = name.substring(0, name.length() - ending.length());
        break;
      }
    }
    Path index = path.resolveSibling(name + INDEX);
    if (!Files.isRegularFile(index)) {
      throw unusable(index, "is missing");
    }
    for (String ending : TEXT) {
      Path text = path.resolveSibling(name + ending);
      if (Files.isRegularFile(text)) {
        return new DictdFile(index, text);
      }
    }
    throw unusable(path.resolveSibling(name + TEXT[0]), "is missing");
  }

  Path index() {
    return index;
  }

  static UnusableFileException unusable(Path file, String why) {
    return new UnusableFileException(SETTING, file, why, REMEDY);
  }

  /**
   * Hands out the text of every entry, in the order of the file.
   *
   * @throws UnusableFileException if the files cannot be read or do not fit each other
   */
  void forEach(Consumer<String> entries) {
    long[] places = places();
    try (InputStream in = open(text)) {
      long at = 0;
      byte[] buffer = new byte[LONGEST_ENTRY];
      for (long place : places) {
        int length = (int) (place & 0xFFFFFF);
        long skip = (place >>> 24) - at;
        if (skip < 0 || length > buffer.length) {
          continue;
        }
        in.skipNBytes(skip);
        if (in.readNBytes(buffer, 0, length) < length) {
          throw new EOFException();
        }
        at += skip + length;
        entries.accept(new String(buffer, 0, length, StandardCharsets.UTF_8));
      }
    } catch (EOFException e) {
      throw unusable(text, "ends before its last entry");
    } catch (IOException e) {
      throw unusable(text, "cannot be read as a dictionary: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
  }

  private static InputStream open(Path text) throws IOException {
    InputStream plain = new BufferedInputStream(Files.newInputStream(text), 1 << 16);
    if (!text.toString().endsWith(".dz")) {
      return plain;
    }
    try {
      return new BufferedInputStream(new GZIPInputStream(plain, 1 << 16), 1 << 16);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /** Where the entries are, in order: the offset, and in the lowest 24 bits the length. */
  private long[] places() {
    byte[] lines;
    try {
      if (Files.size(index) > LARGEST_INDEX) {
        throw unusable(index, "is larger than " + (LARGEST_INDEX >> 20) + " MB");
      }
      lines = Files.readAllBytes(index);
    } catch (IOException e) {
      throw unusable(index, "cannot be read: " + reason(e));
    }
    long[] places = new long[1024];
    int size = 0;
    int number = 0;
    for (int at = 0; at < lines.length; number++) {
      int end = end(lines, at, (byte) '\n');
      if (end > at && !isAboutTheDictionary(lines, at)) {
        places = size == places.length ? Arrays.copyOf(places, size * 2) : places;
        places[size++] = place(lines, at, end, number + 1);
      }
      at = end + 1;
    }
    if (size == 0) {
      throw unusable(index, "is empty");
    }
    // Several heads may lead to one entry.
    return Arrays.stream(places, 0, size).sorted().distinct().toArray();
  }

  private static int end(byte[] text, int from, byte ending) {
    int end = from;
    while (end < text.length && text[end] != ending) {
      end++;
    }
    return end;
  }

  private static boolean isAboutTheDictionary(byte[] lines, int at) {
    return startsWith(lines, at, ABOUT) || startsWith(lines, at, ABOUT_TOO);
  }

  private static boolean startsWith(byte[] text, int at, byte[] start) {
    return at + start.length <= text.length
        && Arrays.equals(text, at, at + start.length, start, 0, start.length);
  }

  private long place(byte[] lines, int from, int end, int number) {
    int offset = end(lines, from, (byte) '\t') + 1;
    int length = end(lines, offset, (byte) '\t') + 1;
    long start = number(lines, offset, Math.min(length - 1, end));
    long size = number(lines, length, Math.min(end(lines, length, (byte) '\t'), end));
    if (start < 0 || start >= 1L << 39 || size < 0) {
      throw unusable(
          index, "is not an index of dictd: line " + number + " has no offset and length");
    }
    return start << 24 | Math.min(size, 0xFFFFFF);
  }

  /** A number in base 64, the highest digit first; negative if it is none. */
  private static long number(byte[] text, int from, int end) {
    if (from >= end || end - from > 8) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < end; i++) {
      int digit = digit(text[i]);
      if (digit < 0) {
        return -1;
      }
      number = number * 64 + digit;
    }
    return number;
  }

  private static int digit(byte c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }

  /**
   * The dictionaries of English and Arabic in a folder, by their names.
   *
   * @throws UnusableFileException if there is none
   */
  static List<DictdFile> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<DictdFile> found =
          files
              .filter(file -> file.toString().endsWith(INDEX))
              .filter(file -> file.toString().matches(".*(eng-ara|ara-eng)[^/]*"))
              .sorted()
              .map(DictdFile::at)
              .toList();
      if (found.isEmpty()) {
        throw unusable(folder, "holds no dictionary whose name contains eng-ara or ara-eng");
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      throw unusable(folder, "cannot be read");
    }
  }
}
