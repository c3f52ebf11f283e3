package news.isnad.bot.telegram;

import java.util.Base64;

/**
 * A PNG picture, in the form in which it waits in the outbox. Immutable.
 *
 * @param base64 its bytes
 */
public record Picture(String base64) {
  public Picture {
    if (base64.isEmpty()) {
      throw new IllegalArgumentException("base64 is empty");
    }
  }

  /** Of the bytes of a PNG file. */
  public static Picture of(byte[] png) {
    return new Picture(Base64.getEncoder().encodeToString(png));
  }

  /** The bytes of a PNG file. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return "Picture[" + base64.length() + "]";
  }
}
