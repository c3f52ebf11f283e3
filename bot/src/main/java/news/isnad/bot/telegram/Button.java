package news.isnad.bot.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** A button under a message. Its text is plain, never HTML. Immutable. */
public sealed interface Button {
  /** What is written on the button. */
  String text();

  /**
   * A button that sends {@code data} back to us.
   *
   * @param data 1 to 64 bytes in UTF-8, as Telegram allows
   */
  record Callback(String text, String data) implements Button {
    private static final int DATA_BYTES = 64;

    public Callback {
      requireText(text);
      requireNonNull(data, "data is null");
      int bytes = data.getBytes(UTF_8).length;
      if (bytes < 1 || bytes > DATA_BYTES) {
        throw new IllegalArgumentException("data has " + bytes + " bytes, not 1 to " + DATA_BYTES);
      }
    }
  }

  /** A button that opens an address: {@code http}, {@code https} or {@code tg}. */
  record Link(String text, String url) implements Button {
    private static final Pattern ADDRESS =
        Pattern.compile("(?:https?|tg)://\\S+", Pattern.CASE_INSENSITIVE);

    /** Telegram takes no host without a dot. */
    private static final Pattern TAKEN =
        Pattern.compile("https?://[^\\s/?#.]+\\.[^\\s/?#]\\S*|tg://\\S+", Pattern.CASE_INSENSITIVE);

    public Link {
      requireText(text);
      if (!ADDRESS.matcher(url).matches()) {
        throw new IllegalArgumentException("url is not an http, https or tg address");
      }
    }

    /** Whether Telegram would take this address on a button. */
    public static boolean isAddress(String url) {
      return TAKEN.matcher(url).matches();
    }
  }

  /**
   * A button that copies a text.
   *
   * @param copied plain, 1 to 256 characters, as Telegram allows
   */
  record Copy(String text, String copied) implements Button {
    /** Most characters that Telegram lets a button copy. */
    public static final int LONGEST = 256;

    public Copy {
      requireText(text);
      if (copied.isBlank() || copied.length() > LONGEST) {
        throw new IllegalArgumentException("copied is blank or longer than " + LONGEST);
      }
    }
  }

  private static void requireText(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text is blank");
    }
  }
}
