package news.isnad.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Decompresses a body and stops at the limit. Immutable. */
final class BodyReader {
  /** What we ask for; {@code deflate} is understood but not asked for. */
  static final String ACCEPTED = "gzip, br";

  private static final Set<String> MEDIA = Set.of("image", "video", "audio", "font", "model");
  private static final Set<String> NOT_TEXT =
      Set.of(
          "application/pdf",
          "application/zip",
          "application/gzip",
          "application/x-gzip",
          "application/x-tar",
          "application/x-7z-compressed",
          "application/x-rar-compressed",
          "application/msword",
          "application/java-archive",
          "application/wasm",
          "application/x-msdownload");
  private static final int MOST_ENCODINGS = 2;

  private final int limit;

  BodyReader(int limit) {
    this.limit = limit;
  }

  /** True for types that cannot hold news to read; a missing or vague type may. */
  static boolean isNotText(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean isSvg = type.equals("image/svg+xml");
    return (!isSvg && MEDIA.contains(type.split("/", 2)[0]))
        || NOT_TEXT.contains(type)
        || type.startsWith("application/vnd.openxmlformats")
        || type.startsWith("application/vnd.ms-");
  }

  /**
   * @throws TooLargeException if there is more than the limit, compressed or decompressed
   * @throws IOException if it is broken or its encoding is unknown
   */
  byte[] read(InputStream raw, List<String> encodings) throws IOException {
    if (encodings.size() > MOST_ENCODINGS) {
      throw new IOException("the body is encoded " + encodings.size() + " times");
    }
    InputStream decoded = new LimitedStream(raw, limit);
    for (String encoding : encodings.reversed()) {
      decoded = decoded(decoded, encoding);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] step = new byte[16_384];
    for (int n = decoded.read(step); n >= 0; n = decoded.read(step)) {
      if (bytes.size() + n > limit) {
        throw new TooLargeException(limit);
      }
      bytes.write(step, 0, n);
    }
    return bytes.toByteArray();
  }

  private static InputStream decoded(InputStream in, String encoding) throws IOException {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> in;
      case "gzip", "x-gzip" -> new GZIPInputStream(in);
      case "deflate" -> new InflaterInputStream(in);
      case "br" -> new BrotliInputStream(in);
      default -> throw new IOException("the body is encoded in an unknown way");
    };
  }

  static final class TooLargeException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    TooLargeException(int limit) {
      super("the body is larger than " + limit + " bytes (fetch.max-body)");
    }
  }

  /** A compressed body is no larger than what it holds may be. */
  private static final class LimitedStream extends FilterInputStream {
    private final int limit;
    private long seen;

    LimitedStream(InputStream in, int limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      return b < 0 ? b : counted(1, b);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = super.read(into, from, length);
      return n < 0 ? n : counted(n, n);
    }

    private int counted(int more, int result) throws TooLargeException {
      seen += more;
      if (seen > limit) {
        throw new TooLargeException(limit);
      }
      return result;
    }
  }
}
