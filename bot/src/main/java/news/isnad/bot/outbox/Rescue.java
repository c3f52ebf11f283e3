package news.isnad.bot.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.bot.telegram.Message;

/**
 * What is left of a message that Telegram did not take: its plain text, or its beginning. Reached
 * only through a defect of ours, so it must cope with any HTML. Stateless.
 */
final class Rescue {
  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]+);");
  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9-]*)[^<>]*>");
  private static final String SENTENCE_ENDS = ".!?…؟۔";
  private static final String AFTER_SENTENCE_END = "\"'”’»)\u2069";
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
  private static final char POP_ISOLATE = '\u2069';

  private Rescue() {}

  /** The text without tags, entities read. What is no tag or entity stays as it is. */
  static String plain(String html) {
    StringBuilder text = new StringBuilder();
    walk(html, (piece, _, _) -> text.append(piece));
    String plain = text.toString();
    return plain.isBlank() ? html : plain;
  }

  /** How long Telegram finds a message, in UTF-16 units. */
  static int length(Message message) {
    return message.plain() ? message.html().length() : plain(message.html()).length();
  }

  /**
   * The beginning of a message, at most {@code longest} units long, up to the end of a sentence
   * where there is one in the second half of that; tags and isolates are closed.
   */
  static Message shortened(Message message, int longest) {
    Cut cut = new Cut(longest - 1);
    if (message.plain()) {
      String text = message.html();
      text.codePoints()
          .forEach(
              point ->
                  cut.take(
                      Character.toString(point),
                      cut.end + Character.charCount(point),
                      new ArrayDeque<>()));
    } else {
      walk(message.html(), cut::take);
    }
    return message.withText(cut.of(message.html()));
  }

  /** Takes the pieces of a text: what is shown, where it ends in the HTML, which tags are open. */
  private interface Piece {
    void take(String shown, int end, Deque<String> open);
  }

  private static void walk(String html, Piece each) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(html);
    Matcher entity = ENTITY.matcher(html);
    int at = 0;
    while (at < html.length()) {
      char next = html.charAt(at);
      if (next == '<' && tag.region(at, html.length()).lookingAt()) {
        if (tag.group(1).isEmpty()) {
          open.push(tag.group(2));
        } else {
          open.removeFirstOccurrence(tag.group(2));
        }
        at = tag.end();
      } else if (next == '&' && entity.region(at, html.length()).lookingAt()) {
        at = entity.end();
        each.take(decoded(entity.group(1)).orElse(entity.group()), at, open);
      } else {
        int point = html.codePointAt(at);
        at += Character.charCount(point);
        each.take(Character.toString(point), at, open);
      }
    }
  }

  private static Optional<String> decoded(String name) {
    if (!name.startsWith("#")) {
      return Optional.ofNullable(NAMED.get(name));
    }
    int point =
        name.startsWith("#x")
            ? Integer.parseInt(name.substring(2), 16)
            : Integer.parseInt(name.substring(1));
    return Character.isValidCodePoint(point)
        ? Optional.of(Character.toString(point))
        : Optional.empty();
  }

  /** Remembers the best places to cut at, while a text passes. Confined to one call. */
  private static final class Cut {
    private final int longest;
    private int length;
    private int end;
    private String tail = "";
    private int isolates;
    private boolean sentenceEnds;
    private int sentenceEnd;
    private String sentenceTail = "";
    private boolean full;

    Cut(int longest) {
      this.longest = longest;
    }

    void take(String shown, int newEnd, Deque<String> open) {
      char first = shown.charAt(0);
      boolean opens = first == FIRST_STRONG_ISOLATE || first == LEFT_TO_RIGHT_ISOLATE;
      if (full || length + shown.length() + isolates + (opens ? 1 : 0) > longest) {
        full = true;
        return;
      }
      // A full stop ends a sentence if white space follows: "3.5" goes on.
      if (length > longest / 2
          && (shown.equals("\n") || (sentenceEnds && Character.isWhitespace(shown.charAt(0))))) {
        sentenceEnd = end;
        sentenceTail = tail;
      }
      sentenceEnds =
          SENTENCE_ENDS.contains(shown) || (sentenceEnds && AFTER_SENTENCE_END.contains(shown));
      length += shown.length();
      end = newEnd;
      if (opens) {
        isolates++;
      } else if (first == POP_ISOLATE && isolates > 0) {
        isolates--;
      }
      StringBuilder closing = new StringBuilder(String.valueOf(POP_ISOLATE).repeat(isolates));
      open.forEach(name -> closing.append("</").append(name).append('>'));
      tail = closing.toString();
    }

    String of(String html) {
      if (!full) {
        return html;
      }
      return sentenceEnd > 0
          ? html.substring(0, sentenceEnd) + sentenceTail
          : html.substring(0, end) + "…" + tail;
    }
  }
}
