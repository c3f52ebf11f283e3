package news.isnad.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PushbackInputStream;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import news.isnad.fetch.Fetcher.Wanted;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

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
  private static final Set<String> PAPERS =
      Set.of(
          "application/pdf",
          "application/x-pdf",
          "application/zip",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  private static final int MOST_ENCODINGS = 2;
  private static final int FIRST_PIECE = 8_192;
  private static final int LAST_PIECE = 1_048_576;
  private static final int CUT_FROM = 20;
  private static final int BEGINNING = 1_000_000;

  private final int limit;
  private final int layerLimit;
  private final boolean cutting;
  private final @Nullable Function<Content, Wanted> wanted;

  BodyReader(int limit) {
    this(limit, limit, false, null);
  }

  private BodyReader(
      int limit, int layerLimit, boolean cutting, @Nullable Function<Content, Wanted> wanted) {
    this.limit = limit;
    this.layerLimit = layerLimit;
    this.cutting = cutting;
    this.wanted = wanted;
  }

  /** A reader that gives the beginning of what is longer. */
  static BodyReader cutting(int limit) {
    return new BodyReader(limit, limit * CUT_FROM, true, null);
  }

  /** A reader that asks at the first megabyte how much is wanted; what breaks off, it gives. */
  static BodyReader asking(int limit, Function<Content, Wanted> wanted) {
    return new BodyReader(limit, limit + LAST_PIECE, false, wanted);
  }

  /**
   * A body.
   *
   * @param cut whether there is more of it
   * @param broken whether it broke off where there should have been more
   */
  record Read(Content content, boolean cut, boolean broken) {
    Read(Content content, boolean cut) {
      this(content, cut, false);
    }
  }

  /** True for the types of PDF and Word; servers call the latter an archive, too. */
  static boolean isPaper(String contentType) {
    return PAPERS.contains(bare(contentType));
  }

  private static String bare(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** True for types that cannot hold news to read; a missing or vague type may. */
  static boolean isNotText(String contentType) {
    String type = bare(contentType);
    boolean isSvg = type.equals("image/svg+xml");
    return (!isSvg && MEDIA.contains(type.split("/", 2)[0]))
        || NOT_TEXT.contains(type)
        || type.startsWith("application/vnd.openxmlformats")
        || type.startsWith("application/vnd.ms-");
  }

  /**
   * @param type the header that came with the body
   * @throws TooLargeException if there is more than the limit, compressed or decompressed
   * @throws IOException if it is broken or its encoding is unknown
   */
  Read read(InputStream raw, List<String> encodings, Optional<String> type, BodyPlaces.Place place)
      throws IOException {
    if (encodings.size() > MOST_ENCODINGS) {
      throw new IOException("the body is encoded " + encodings.size() + " times");
    }
    try (InputStream decoded = decoded(raw, encodings)) {
      return read(decoded, type, place);
    } catch (StackOverflowError | IllegalStateException e) {
      // Decoders recurse over some hostile bodies, and one of them says so by a defect.
      throw new IOException("the body is encoded in a hostile way", e);
    }
  }

  private Read read(InputStream decoded, Optional<String> type, BodyPlaces.Place place)
      throws IOException {
    Pieces pieces = new Pieces();
    Wanted seen = cutting ? Wanted.BEGINNING : Wanted.WHOLE;
    Function<Content, Wanted> open = wanted;
    for (int n = piece(pieces, decoded); n >= 0; n = piece(pieces, decoded)) {
      boolean over = n > limit - pieces.size;
      if (over && seen == Wanted.WHOLE) {
        throw new TooLargeException(limit);
      }
      pieces.add(Math.min(n, limit - pieces.size));
      if (over) {
        return new Read(Content.owning(pieces.whole(), type), true);
      }
      place.hold(pieces.size);
      if (open != null && pieces.size >= BEGINNING) {
        Content beginning = Content.owning(pieces.whole(), type);
        seen = open.apply(beginning);
        open = null;
        if (seen == Wanted.ENOUGH) {
          return new Read(beginning, true);
        }
      }
    }
    return new Read(Content.owning(pieces.whole(), type), pieces.broken, pieces.broken);
  }

  /** Of a body of which the beginning is enough, that counts which came before it broke off. */
  private int piece(Pieces pieces, InputStream decoded) throws IOException {
    try {
      return pieces.readFrom(decoded);
    } catch (TooLargeException | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      if (wanted == null || pieces.size == 0) {
        throw e;
      }
      pieces.broken = true;
      return -1;
    }
  }

  /** What has been read of a body. Confined to one thread. */
  private static final class Pieces {
    private final List<byte[]> full = new ArrayList<>();
    private byte[] step = new byte[FIRST_PIECE];
    private int filled;
    private int size;
    private boolean broken;

    int readFrom(InputStream in) throws IOException {
      return in.read(step, filled, step.length - filled);
    }

    void add(int n) {
      filled += n;
      size += n;
      if (filled == step.length) {
        full.add(step);
        step = new byte[Math.min(step.length * 2, LAST_PIECE)];
        filled = 0;
      }
    }

    byte[] whole() {
      byte[] whole = new byte[size];
      int at = 0;
      for (byte[] piece : full) {
        System.arraycopy(piece, 0, whole, at, piece.length);
        at += piece.length;
      }
      System.arraycopy(step, 0, whole, at, filled);
      return whole;
    }
  }

  /** Each layer is held to the limit: what is small in the end may be endless in between. */
  @SuppressWarnings("ReferenceEquality") // the very same stream where nothing was encoded
  private InputStream decoded(InputStream raw, List<String> encodings) throws IOException {
    InputStream decoded = new LimitedStream(raw, layerLimit);
    for (String encoding : encodings.reversed()) {
      InputStream inner = decoded(decoded, encoding);
      decoded = inner == decoded ? decoded : new LimitedStream(inner, layerLimit);
    }
    return decoded;
  }

  private static InputStream decoded(InputStream in, String encoding) throws IOException {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> in;
      case "gzip", "x-gzip" -> new GZIPInputStream(in);
      case "deflate" -> inflated(in);
      case "br" -> new BrotliInputStream(in);
      default -> throw new IOException("the body is encoded in an unknown way");
    };
  }

  /** The standard means zlib by "deflate"; some servers send it without zlib's frame. */
  private static InputStream inflated(InputStream in) throws IOException {
    PushbackInputStream again = new PushbackInputStream(in, 2);
    byte[] head = again.readNBytes(2);
    again.unread(head);
    boolean framed =
        head.length == 2
            && (head[0] & 0x0F) == 8
            && ((head[0] & 0xFF) << 8 | (head[1] & 0xFF)) % 31 == 0;
    return framed ? new InflaterInputStream(again) : new FramelessStream(again);
  }

  /** Deflate without zlib's frame; frees its decoder at the end. */
  private static final class FramelessStream extends InflaterInputStream {
    FramelessStream(InputStream in) {
      super(in, new Inflater(true));
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
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
