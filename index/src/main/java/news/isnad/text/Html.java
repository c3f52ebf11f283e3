package news.isnad.text;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads HTML, whatever it is: no exception leaves it. The parser's stack is bounded, and where tags
 * of formatting stay open at its bottom ({@code <div><i><i></div>} and five hundred elements in one
 * another) jsoup 1.24.1 throws. Such a page is read without those tags, which say nothing about
 * what stands where. Stateless, safe for concurrent use.
 */
public final class Html {
  /** What the parser opens again in later elements, by the HTML standard, 13.2.4.3. */
  private static final Pattern FORMATTING =
      Pattern.compile(
          "</?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\\s/>])[^<>]*>?",
          Pattern.CASE_INSENSITIVE);

  private Html() {}

  /**
   * A page.
   *
   * @param base what relative addresses are relative to; may be empty
   */
  public static Document page(String html, String base) {
    return parsed(html, text -> Jsoup.parse(text, base), base);
  }

  /** The body of a page of which only that is at hand. */
  public static Element fragment(String html) {
    return parsed(html, Jsoup::parseBodyFragment, "").body();
  }

  private static Document parsed(String html, Function<String, Document> parser, String base) {
    try {
      return parser.apply(html);
    } catch (RuntimeException defect) {
      try {
        return parser.apply(FORMATTING.matcher(html).replaceAll(" "));
      } catch (RuntimeException again) {
        return Document.createShell(base);
      }
    }
  }
}
