package news.isnad.bot.compose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;

/** Messages for a terminal: no tags, buttons as numbers. Stateless. */
public final class Plain {
  private static final Pattern LINK =
      Pattern.compile("<a href=\"([^\"]*)\">(.*?)</a>", Pattern.DOTALL);
  private static final Pattern QUOTE =
      Pattern.compile("<blockquote(?: expandable)?>(.*?)</blockquote>", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern DIRECTION = Pattern.compile("[\u2066-\u2069\u200E\u200F]");

  private Plain() {}

  /**
   * The text of a message, then a line of its numbered buttons, from 1 on in the order of reading.
   *
   * @param isolates keeps the invisible characters that rule direction, for terminals that know
   *     them
   */
  public static String of(Message message, boolean isolates) {
    StringBuilder out = new StringBuilder(text(message.html()));
    int number = 0;
    for (var row : message.buttons()) {
      out.append('\n');
      for (Button button : row) {
        number++;
        out.append('[').append(number).append("] ").append(button.text()).append("  ");
      }
      out.setLength(out.length() - 2);
    }
    String text = out.toString();
    return isolates ? text : DIRECTION.matcher(text).replaceAll("");
  }

  /** The text of Telegram's HTML: block quotes behind {@code |}, addresses behind their label. */
  static String text(String html) {
    String quoted =
        QUOTE
            .matcher(html)
            .replaceAll(
                quote -> Matcher.quoteReplacement("  | " + quote.group(1).replace("\n", "\n  | ")));
    // Noncharacters stand for the brackets around an address while the tags are taken away; no
    // message holds them.
    String linked = LINK.matcher(quoted).replaceAll("$2 \uFDD0$1\uFDD1");
    String untagged = TAG.matcher(linked).replaceAll("");
    return untagged
        .replace("\uFDD0", "<")
        .replace("\uFDD1", ">")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
