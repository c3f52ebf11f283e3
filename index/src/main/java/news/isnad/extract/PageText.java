package news.isnad.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text of a page, laid out once: every element knows where in it its own text begins and ends,
 * so that asking for text, links and running text of any element takes no walk through the tree.
 * However deep elements are nested, a page costs one pass. Holds for the tree as it was; confined
 * to one thread.
 */
@SuppressWarnings("IdentityHashMapUsage") // elements are told apart by what they are
final class PageText {
  private static final int SHORTEST_RUNNING = 60;
  private static final double MOSTLY_LINKS = 0.5;

  private final StringBuilder text = new StringBuilder();
  private final Map<Element, Extent> extents = new IdentityHashMap<>();
  private int links;
  private int running;

  /** Where an element's text stands, and what had been counted where it begins and ends. */
  private static final class Extent {
    private final int start;
    private final int linksBefore;
    private final int runningBefore;
    private int end;
    private int linksWithin;
    private int runningWithin;

    Extent(int start, int linksBefore, int runningBefore) {
      this.start = start;
      this.linksBefore = linksBefore;
      this.runningBefore = runningBefore;
    }
  }

  private PageText() {}

  static PageText of(Element root) {
    PageText page = new PageText();
    page.layOut(root);
    return page;
  }

  /** As jsoup lays text out: white space folded, blocks and line breaks apart. */
  private void layOut(Element root) {
    Deque<Extent> open = new ArrayDeque<>();
    root.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              append(words);
            } else if (node instanceof Element element) {
              if (element.isBlock() || element.normalName().equals("br")) {
                space();
              }
              Extent extent = new Extent(text.length(), links, running);
              extents.put(element, extent);
              open.push(extent);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element) {
              end(element, open.pop());
              if (element.isBlock() && isFollowedByText(element)) {
                space();
              }
            }
          }
        });
  }

  private static boolean isFollowedByText(Element element) {
    Node next = element.nextSibling();
    return next instanceof TextNode || (next instanceof Element inline && !inline.isBlock());
  }

  private void append(TextNode words) {
    if (isPreserved(words)) {
      text.append(words.getWholeText());
    } else {
      StringUtil.appendNormalisedWhitespace(text, words.getWholeText(), endsBlank());
    }
  }

  private static boolean isPreserved(TextNode words) {
    Node at = words.parent();
    for (int level = 0; at instanceof Element element && level < 6; level++) {
      if (element.tag().preserveWhitespace()) {
        return true;
      }
      at = element.parent();
    }
    return false;
  }

  private boolean endsBlank() {
    return text.length() > 0 && text.charAt(text.length() - 1) == ' ';
  }

  private void space() {
    if (text.length() > 0 && !endsBlank()) {
      text.append(' ');
    }
  }

  private void end(Element element, Extent extent) {
    extent.end = text.length();
    if (element.normalName().equals("a")) {
      links += length(extent);
    }
    extent.linksWithin = links - extent.linksBefore;
    running += runningOf(element);
    extent.runningWithin = running - extent.runningBefore;
  }

  private int runningOf(Element element) {
    int length =
        switch (element.normalName()) {
          case "p" -> length(element);
          case "td", "div", "section", "article", "blockquote", "pre" -> own(element).length();
          default -> 0;
        };
    return length >= SHORTEST_RUNNING && linkDensity(element) < MOSTLY_LINKS ? length : 0;
  }

  private Extent extent(Element element) {
    Extent extent = extents.get(element);
    if (extent == null) {
      throw new IllegalArgumentException("no element of this page: " + element.normalName());
    }
    return extent;
  }

  private int length(Extent extent) {
    int from = extent.start;
    int to = extent.end;
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return to - from;
  }

  /** True for the root and what is below it. */
  boolean holds(Element element) {
    return extents.containsKey(element);
  }

  int length(Element element) {
    return length(extent(element));
  }

  String text(Element element) {
    Extent extent = extent(element);
    return text.substring(extent.start, extent.end).trim();
  }

  /** What stands directly in an element, or in inline elements there. */
  String own(Element element) {
    StringBuilder own = new StringBuilder();
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode words) {
        own.append(words.text()).append(' ');
      } else if (child instanceof Element inline && BodyFinder.isInline(inline)) {
        own.append(text(inline)).append(' ');
      }
    }
    return own.toString().strip();
  }

  /** The share of an element's text that is links. */
  double linkDensity(Element element) {
    int all = length(element);
    return all == 0 ? 0 : (double) extent(element).linksWithin / all;
  }

  /**
   * How much running text an element holds: paragraphs of some length that are not mostly links.
   */
  int running(Element element) {
    return extent(element).runningWithin;
  }
}
