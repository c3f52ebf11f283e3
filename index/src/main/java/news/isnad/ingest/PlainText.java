package news.isnad.ingest;

import news.isnad.text.Html;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an item's HTML, a line for each paragraph. Stateless. */
final class PlainText {
  /** Nesting beyond this is no article; the rest of it is left out. */
  private static final int DEEPEST = 500;

  private PlainText() {}

  static String of(String html) {
    Element body = Html.fragment(html);
    body.select("script, style, iframe, noscript, figure").remove();
    StringBuilder text = new StringBuilder();
    body.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words && depth < DEEPEST) {
              text.append(words.getWholeText().replaceAll("\\s+", " "));
            } else if (endsALine(node)) {
              text.append('\n');
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (endsALine(node)) {
              text.append('\n');
            }
          }
        });
    return text.toString().replaceAll(" *\\n\\s*", "\n").strip();
  }

  private static boolean endsALine(Node node) {
    return node instanceof Element element && (element.isBlock() || element.nameIs("br"));
  }
}
