package news.isnad.fetch;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.util.Optional;

/** The bytes of a body, decompressed, and what the server calls them. Immutable. */
public final class Content {
  private final byte[] bytes;
  private final Optional<String> type;

  /**
   * @param type the {@code Content-Type} header as it came
   */
  public Content(byte[] bytes, Optional<String> type) {
    this.bytes = bytes.clone();
    this.type = requireNonNull(type, "type is null");
  }

  private Content(Optional<String> type, byte[] own) {
    this.bytes = own;
    this.type = type;
  }

  /** Content of bytes that nobody else has, and nobody will change. */
  static Content owning(byte[] bytes, Optional<String> type) {
    return new Content(type, bytes);
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes themselves, for those who only read them: large bodies are not held twice. */
  public byte[] view() {
    return bytes;
  }

  /** Number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** The {@code Content-Type} header as it came, parameters included. */
  public Optional<String> type() {
    return type;
  }

  /** The bytes read in a charset that is known; readers of feeds and pages detect it instead. */
  public String text(Charset charset) {
    return new String(bytes, charset);
  }
}
