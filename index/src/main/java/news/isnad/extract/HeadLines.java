package news.isnad.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The short lines that stand behind the heading of a page, before its first paragraph: who wrote
 * it, and when. Blocks and line breaks end lines; what stands apart within a line is a line too.
 * Stateless.
 */
final class HeadLines {
  /** Longer ones are paragraphs. */
  private static final int LONGEST = 160;

  private static final int MOST = 40;

  private HeadLines() {}

  /**
   * The lines behind a heading, in their order.
   *
   * @param heading its text; nothing is found behind one that does not stand on the page
   */
  static List<String> behind(String heading, Element root) {
    if (heading.isBlank()) {
      return List.of();
    }
    Walk walk = new Walk(heading.strip());
    root.filter(walk);
    walk.end();
    return walk.lines;
  }

  /** Confined to one thread. */
  private static final class Walk implements NodeFilter {
    private final String heading;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean isBehind;
    private boolean isOver;

    Walk(String heading) {
      this.heading = heading;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (isOver) {
        return FilterResult.STOP;
      }
      if (node instanceof TextNode text) {
        append(text.text());
      } else if (node instanceof Element element) {
        if (isPassedOver(element)) {
          return FilterResult.SKIP_ENTIRELY;
        }
        if (ends(element)) {
          end();
        }
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element && ends(element)) {
        end();
      }
      return isOver ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    private void append(String text) {
      if (line.length() <= LONGEST) {
        line.append(text);
      }
    }

    /** Elements within a line are lines of their own: names and dates stand in them. */
    private static boolean ends(Element element) {
      return switch (element.normalName()) {
        case "br", "span", "time", "td", "li", "em", "small", "abbr" -> true;
        default -> element.isBlock();
      };
    }

    private static boolean isPassedOver(Element element) {
      return switch (element.normalName()) {
        case "nav", "aside", "footer", "script", "style", "figure", "figcaption", "noscript" ->
            true;
        default -> false;
      };
    }

    void end() {
      String text = line.toString().replace('\u00A0', ' ').strip();
      line.setLength(0);
      if (text.isEmpty()) {
        return;
      }
      if (isBehind && text.length() > LONGEST) {
        isOver = true;
      } else if (isBehind) {
        lines.add(text);
        isOver = lines.size() == MOST;
      } else if (text.length() <= heading.length() + LONGEST && text.contains(heading)) {
        isBehind = true;
      }
    }
  }
}
