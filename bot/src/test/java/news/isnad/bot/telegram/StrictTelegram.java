package news.isnad.bot.telegram;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the HTML of a message as the documents of the Bot API describe it, and nothing else: the
 * tags, attributes and entities that they name, well nested, block quotes not in each other, at
 * most 4096 UTF-16 units after the entities are read.
 */
public final class StrictTelegram {
  private static final Pattern TAG = Pattern.compile("<([^<>]*)>");
  private static final Pattern KNOWN =
      Pattern.compile(
          "/?(?:b|i|u|s|code|pre|blockquote)|/(?:a|tg-time)|a href=\"[^\"<>]+\""
              + "|blockquote expandable|tg-time unix=\"-?\\d+\" format=\"[A-Za-z]+\"");
  private static final Set<String> ENTITIES = Set.of("lt", "gt", "amp", "quot");
  private static final Pattern ENTITY = Pattern.compile("&([^;]{0,8});");

  private StrictTelegram() {}

  /**
   * What a reader sees.
   *
   * @throws AssertionError where Telegram would refuse the message, or a line could turn another's
   *     direction
   */
  public static String read(String html) {
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      require(KNOWN.matcher(tag.group(1)).matches(), "tag " + tag.group(), html);
    }
    Matcher entity = ENTITY.matcher(html);
    while (entity.find()) {
      require(ENTITIES.contains(entity.group(1)), "entity " + entity.group(), html);
    }
    String text;
    try {
      text = TelegramHtml.text(html);
    } catch (TelegramHtml.ParseException refused) {
      throw new AssertionError(refused.getMessage() + ": " + html, refused);
    }
    require(!text.isBlank(), "empty", html);
    require(text.length() <= Message.LONGEST_TEXT, "too long", html);
    for (String line : text.split("\n", -1)) {
      require(isSafe(line), "characters or isolates of a line", html);
    }
    return text;
  }

  private static boolean isSafe(String line) {
    int depth = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      if (type == Character.SURROGATE
          || (type == Character.CONTROL && c != '\t')
          || (c >= 0x202A && c <= 0x202E)
          || (c >= 0xFDD0 && c <= 0xFDEF)) {
        return false;
      }
      depth += c >= 0x2066 && c <= 0x2068 ? 1 : c == 0x2069 ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  private static void require(boolean holds, String what, String html) {
    if (!holds) {
      throw new AssertionError("Telegram would refuse it, or it is unsafe: " + what + ": " + html);
    }
  }
}
