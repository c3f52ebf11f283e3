package news.isnad.extract;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.isnad.text.Html;
import news.isnad.text.Language;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the article on an HTML page. Immutable, safe for concurrent use. */
@SuppressWarnings(
    "ReferenceEquality") // elements are told apart by what they are, not by what they hold
public final class ArticleExtractor {
  private static final int FEWEST_WORDS = 40;
  private static final int FEWEST_WORDS_TOLD = 10;
  private static final double BULK = 0.35;
  private static final double BULK_OF_COMMENTS = 0.9;

  /** The largest pages of news have less than half of that, most of it scripts. */
  private static final int LONGEST_HTML = 4_000_000;

  /** The largest pages of news have an eighth of that. */
  private static final int MOST_TAGS = 25_000;

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?؟…][\"'”’»)]*(\\s|$)");

  /**
   * What is found on a page.
   *
   * @param html the page, decoded
   * @param address where it was found
   */
  public ExtractedPage extract(String html, Optional<URI> address) {
    Document page = Html.page(capped(html), address.map(URI::toString).orElse(""));
    PageMetadata told = new PageMetadata(page, address);
    JsonLd json = told.json();
    String title = told.title();
    Optional<String> outlet = told.outlet();
    Optional<String> author = told.author();
    var published = told.published();
    var image = told.image();
    List<String> paragraphs = body(page, title, json);
    String body = String.join("\n", paragraphs);
    return new ExtractedPage(
        title,
        outlet,
        author,
        published,
        Language.detect(body.isEmpty() ? title : body),
        told.canonical(),
        image,
        body,
        !told.saysMissing() && isArticle(body, told.saysArticle()));
  }

  /** What stands behind the limits is not read: no article is that long. */
  static String capped(String html) {
    int end = Math.min(html.length(), LONGEST_HTML);
    int at = html.indexOf('<');
    for (int tags = 0; at >= 0 && at < end; tags++) {
      if (tags == MOST_TAGS) {
        return html.substring(0, at);
      }
      at = html.indexOf('<', at + 1);
    }
    return html.substring(0, end);
  }

  private static List<String> body(Document page, String title, JsonLd json) {
    Element root = page.body();
    Optional<LiveBlog> live = LiveBlog.on(page, json.isLive());
    clean(root);
    List<String> entries = live.map(blog -> blog.paragraphs(root, title)).orElse(List.of());
    List<String> shown = entries.isEmpty() ? shown(root, title) : entries;
    List<String> told =
        json.isLive()
            ? LiveBlog.paragraphs(json.posts(), title)
            : json.body().map(body -> ToldBody.paragraphs(body, title)).orElse(List.of());
    return ToldBody.orShown(shown, told);
  }

  private static List<String> shown(Element root, String title) {
    return new BodyFinder(PageText.of(root))
        .find(root)
        .map(found -> BodyText.of(found, title))
        .orElse(List.of());
  }

  private static void clean(Element root) {
    PageText whole = PageText.of(root);
    int all = whole.running(root);
    root.select("form").stream()
        .filter(form -> share(whole.running(form), all) > BULK)
        .forEach(Element::unwrap);
    root.getAllElements().stream().filter(Boilerplate::isNever).forEach(Element::remove);
    root.forEachNode(
        node -> {
          if (node instanceof Comment) {
            node.remove();
          }
        });
    Teasers.remove(root, whole);
    PageText rest = PageText.of(root);
    for (Element element : root.getAllElements()) {
      if (element != root && isWithin(element, root) && Boilerplate.isBoilerplate(element)) {
        double bulk = Boilerplate.isComments(element) ? BULK_OF_COMMENTS : BULK;
        if (share(rest.running(element), all) <= bulk) {
          element.remove();
        }
      }
    }
  }

  static boolean isWithin(Element element, Element root) {
    Element at = element;
    while (at != null && at != root) {
      at = at.parent();
    }
    return at == root;
  }

  /**
   * The share of a page's running text that an element holds. A name is only a name: sites call the
   * box around everything "sidebar-page" or "gallery".
   */
  private static double share(int running, int all) {
    return all == 0 ? 0 : (double) running / all;
  }

  private static boolean isArticle(String body, boolean isTold) {
    int words = PlainTextExtractor.words(body);
    boolean hasSentence = SENTENCE_END.matcher(body).find();
    return hasSentence && words >= (isTold ? FEWEST_WORDS_TOLD : FEWEST_WORDS);
  }
}
