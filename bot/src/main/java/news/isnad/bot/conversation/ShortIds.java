package news.isnad.bot.conversation;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Ids for buttons: 64 random bits in eleven letters. Nobody guesses one, and each counts in the
 * chat it was made for: it is looked up with it, or carries its mark ({@link PlacedIds}). Safe for
 * concurrent use.
 */
public final class ShortIds {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{11}");

  private final SecureRandom random = new SecureRandom();

  /** A new one. */
  public String next() {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(random.nextLong()).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether a text could be one. */
  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }
}
