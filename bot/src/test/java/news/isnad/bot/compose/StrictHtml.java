package news.isnad.bot.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.bot.telegram.Button;
import news.isnad.bot.telegram.Message;

/** Refuses a message that Telegram would refuse, or that could turn the direction of a line. */
public final class StrictHtml {
  private static final Pattern TAG =
      Pattern.compile(
          "<(?:(/?)(b|i|u|s|code|pre|a|blockquote|tg-time)"
              + "|a href=\"(https?://[^\"<>]+)\""
              + "|blockquote expandable"
              + "|tg-time unix=\"-?\\d+\" format=\"[A-Za-z]+\")>");
  private static final Pattern ENTITY = Pattern.compile("&(?:lt|gt|amp|quot);");

  private StrictHtml() {}

  /** The text as a reader sees it, after everything was checked. */
  public static String check(Message message) {
    for (List<Button> row : message.buttons()) {
      for (Button button : row) {
        assertThat(button.text()).isNotBlank().doesNotContain("\n");
        if (button instanceof Button.Callback(String _, String data)) {
          assertThat(data).matches("1:[a-z]+:[A-Za-z0-9_.-]+");
        }
      }
    }
    return check(message.html());
  }

  static String check(String html) {
    StringBuilder visible = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    int entities = 0;
    for (int i = 0; i < html.length(); ) {
      char c = html.charAt(i);
      if (c == '<') {
        Matcher tag = TAG.matcher(html).region(i, html.length());
        assertThat(tag.lookingAt()).as("tag at %s of %s", i, html).isTrue();
        String name = tag.group().replaceAll("[</>]", "").split(" ", 2)[0];
        if (tag.group().startsWith("</")) {
          assertThat(open.poll()).as("closed at %s of %s", i, html).isEqualTo(name);
        } else {
          assertThat(name.equals("blockquote") && open.contains("blockquote"))
              .as("block quotes do not nest")
              .isFalse();
          open.push(name);
          entities++;
        }
        i = tag.end();
      } else if (c == '&') {
        Matcher entity = ENTITY.matcher(html).region(i, html.length());
        assertThat(entity.lookingAt()).as("entity at %s of %s", i, html).isTrue();
        visible.append(
            switch (entity.group()) {
              case "&lt;" -> "<";
              case "&gt;" -> ">";
              case "&amp;" -> "&";
              default -> "\"";
            });
        i = entity.end();
      } else {
        assertThat(c).as("bare sign at %s of %s", i, html).isNotIn('>', '"');
        visible.append(c);
        i++;
      }
    }
    assertThat(open).as("open tags of %s", html).isEmpty();
    assertThat(entities).as("Telegram ignores more").isLessThanOrEqualTo(100);
    assertThat(visible.length()).isLessThanOrEqualTo(Message.LONGEST_TEXT);
    assertThat(visible.toString()).isNotBlank();
    characters(visible.toString());
    return visible.toString();
  }

  private static void characters(String text) {
    for (String line : text.split("\n", -1)) {
      int depth = 0;
      for (int i = 0; i < line.length(); ) {
        int c = line.codePointAt(i);
        i += Character.charCount(c);
        assertThat(Character.getType(c))
            .as("half a pair or a control: U+%04X", c)
            .isNotIn((int) Character.SURROGATE, (int) (c == '\t' ? -1 : Character.CONTROL));
        assertThat(c >= 0x202A && c <= 0x202E).as("embedding or override").isFalse();
        assertThat(c >= 0xFDD0 && c <= 0xFDEF).as("a sentinel of ours").isFalse();
        if (c >= 0x2066 && c <= 0x2068) {
          depth++;
        } else if (c == 0x2069) {
          depth--;
          assertThat(depth).as("isolate closed that was not open: %s", line).isNotNegative();
        }
      }
      assertThat(depth).as("isolates left open: %s", line).isZero();
    }
  }
}
