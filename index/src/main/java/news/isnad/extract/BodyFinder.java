package news.isnad.extract;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Finds the element that holds the article: the one whose neighbouring paragraphs carry the most
 * running text and the fewest links. A paragraph counts for its parent, and less for the parents
 * above; commas of any script and length are what tells running text from labels. Confined to one
 * thread.
 */
@SuppressWarnings({
  "ReferenceEquality",
  "IdentityHashMapUsage"
}) // elements are told apart by what they are
final class BodyFinder {
  private static final int SHORTEST = 25;
  private static final double PER_LEVEL = 0.5;
  private static final int LEVELS = 4;

  private final Map<Element, Double> scores = new IdentityHashMap<>();
  private final PageText texts;

  BodyFinder(PageText texts) {
    this.texts = texts;
  }

  Optional<Element> find(Element root) {
    for (Element paragraph :
        root.select(
            "p, pre, blockquote, td, section, div, article, main, body, center, li, dd, span, h2,"
                + " h3, h4, h5, h6")) {
      if (isParagraph(paragraph)) {
        count(paragraph);
      }
    }
    Element best = null;
    double bestScore = 0;
    for (Map.Entry<Element, Double> entry : scores.entrySet()) {
      Element element = entry.getKey();
      double hint = Boilerplate.isArticle(element) ? 1.25 : 1;
      double score = entry.getValue() * (1 - texts.linkDensity(element)) * hint;
      if (score > bestScore || (score == bestScore && best != null && isBefore(element, best))) {
        best = element;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best).map(found -> widened(found, root));
  }

  private static boolean isBefore(Element a, Element b) {
    for (Element at = b.parent(); at != null; at = at.parent()) {
      if (at == a) {
        return true;
      }
    }
    return false;
  }

  /** p and pre always; headings that are paragraphs; others where text stands directly in them. */
  private boolean isParagraph(Element element) {
    return switch (element.normalName()) {
      case "p", "pre" -> true;
      case "span" -> false;
      case "h2", "h3", "h4", "h5", "h6" -> BodyText.isParagraph(texts.text(element));
      default -> texts.own(element).length() >= SHORTEST * (Boilerplate.isArticle(element) ? 1 : 3);
    };
  }

  static boolean isInline(Element element) {
    return switch (element.normalName()) {
      case "a",
          "b",
          "i",
          "em",
          "strong",
          "span",
          "u",
          "s",
          "small",
          "sup",
          "sub",
          "abbr",
          "cite",
          "q",
          "time",
          "mark",
          "font",
          "code",
          "bdi",
          "bdo",
          "ins",
          "del",
          "big",
          "tt",
          "wbr",
          "acronym",
          "label",
          "nobr",
          "kbd",
          "var",
          "dfn",
          "br" ->
          element.children().stream().allMatch(BodyFinder::isInline);
      default -> false;
    };
  }

  private void count(Element paragraph) {
    boolean isPlain =
        switch (paragraph.normalName()) {
          case "p", "pre", "h2", "h3", "h4", "h5", "h6" -> true;
          default -> false;
        };
    String text = isPlain ? texts.text(paragraph) : texts.own(paragraph);
    if (text.length() < SHORTEST || texts.linkDensity(paragraph) > 0.5) {
      return;
    }
    double score = 1 + commas(text) + Math.min(text.length() / 100.0, 3);
    Element at = isPlain ? paragraph.parent() : paragraph;
    for (int level = 0; at != null && texts.holds(at) && level < LEVELS; level++) {
      scores.merge(at, score * Math.pow(PER_LEVEL, level), Double::sum);
      at = at.parent();
    }
  }

  private static int commas(String text) {
    int commas = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      commas += c == ',' || c == '،' || c == '、' || c == '，' ? 1 : 0;
    }
    return commas;
  }

  /**
   * The article may be cut into several parts beside one another: their parent is taken where the
   * others hold a good share of the text.
   */
  private Element widened(Element found, Element root) {
    Element best = found;
    for (Element at = found; at.parent() != null && at != root; at = at.parent()) {
      Element parent = at.parent();
      double mine = scores.getOrDefault(best, 0.0);
      double more = 0;
      for (Element sibling : parent.children()) {
        if (sibling != at) {
          more += scores.getOrDefault(sibling, 0.0) * (1 - texts.linkDensity(sibling));
        }
      }
      if (more > mine * 0.25 && texts.linkDensity(parent) < 0.3) {
        best = parent;
      }
    }
    return best;
  }
}
