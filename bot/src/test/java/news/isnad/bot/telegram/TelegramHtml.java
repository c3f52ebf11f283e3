package news.isnad.bot.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads HTML as Telegram does, and refuses what Telegram refuses. Stateless. */
final class TelegramHtml {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z][a-z0-9-]*)((?:\\s+[a-z-]+(?:=\"[^\"<>]*\")?)*)\\s*>");
  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]+);");
  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");
  private static final Set<String> TAGS =
      Set.of(
          "b",
          "strong",
          "i",
          "em",
          "u",
          "ins",
          "s",
          "strike",
          "del",
          "tg-spoiler",
          "span",
          "a",
          "tg-emoji",
          "tg-time",
          "code",
          "pre",
          "blockquote");

  private TelegramHtml() {}

  /** The text cannot be read; the message is Telegram's. */
  static final class ParseException extends Exception {
    private static final long serialVersionUID = 1;

    ParseException(String what, int offset) {
      super("Bad Request: can't parse entities: " + what + " at byte offset " + offset);
    }
  }

  /** The text without its tags. */
  static String text(String html) throws ParseException {
    StringBuilder text = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    int at = 0;
    while (at < html.length()) {
      char next = html.charAt(at);
      if (next == '<') {
        at = tag(html, at, open);
      } else if (next == '&') {
        Matcher entity = ENTITY.matcher(html).region(at, html.length());
        if (!entity.lookingAt()) {
          throw new ParseException("Unescaped '&'", at);
        }
        text.append(decoded(entity.group(1), at));
        at = entity.end();
      } else {
        text.append(next);
        at++;
      }
    }
    if (!open.isEmpty()) {
      throw new ParseException(
          "Can't find end tag corresponding to start tag \"" + open.peek() + "\"", html.length());
    }
    return text.toString();
  }

  private static int tag(String html, int at, Deque<String> open) throws ParseException {
    Matcher tag = TAG.matcher(html).region(at, html.length());
    if (!tag.lookingAt()) {
      throw new ParseException("Unsupported start tag or unescaped '<'", at);
    }
    String name = tag.group(2);
    if (!TAGS.contains(name)) {
      throw new ParseException("Unsupported start tag \"" + name + "\"", at);
    }
    if (tag.group(1).isEmpty()) {
      String attributes = tag.group(3);
      boolean missing =
          switch (name) {
            case "a" -> !attributes.contains("href=\"");
            case "span" -> !attributes.contains("class=\"tg-spoiler\"");
            case "tg-emoji" -> !attributes.contains("emoji-id=\"");
            case "tg-time" -> !attributes.matches("(?s).*unix=\"\\d+\".*");
            default -> false;
          };
      if (missing) {
        throw new ParseException("Tag \"" + name + "\" lacks its attribute", at);
      }
      if (name.equals("blockquote") && open.contains(name)) {
        throw new ParseException("Nested \"blockquote\"", at);
      }
      open.push(name);
    } else if (open.isEmpty()) {
      throw new ParseException("Unexpected end tag", at);
    } else if (!open.pop().equals(name)) {
      throw new ParseException("Unmatched end tag \"" + name + "\"", at);
    }
    return tag.end();
  }

  private static String decoded(String entity, int at) throws ParseException {
    if (!entity.startsWith("#")) {
      String character = NAMED.get(entity);
      if (character == null) {
        throw new ParseException("Unknown entity \"" + entity + "\"", at);
      }
      return character;
    }
    int point =
        entity.startsWith("#x")
            ? Integer.parseInt(entity.substring(2), 16)
            : Integer.parseInt(entity.substring(1));
    if (!Character.isValidCodePoint(point) || point == 0) {
      throw new ParseException("Unknown entity \"" + entity + "\"", at);
    }
    return Character.toString(point);
  }
}
