package news.isnad.extract;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The picture that stands behind the heading of a page that tells of none: the first one that is
 * large enough and no sign of the site. Stateless.
 */
final class LeadPicture {
  private static final String ELSEWHERE =
      "nav, aside, footer, header nav, [class*=related], [class*=recommend], [class*=comment],"
          + " [class*=author], [class*=avatar], [class*=share], [class*=social], [class*=sidebar],"
          + " [class*=logo], [class*=banner]";

  private static final Pattern SIGN =
      Pattern.compile(
          "(?i)(^|[^a-z])(logo|icon|avatars?|gravatar|sprite|pixel|blank|spacer|thumbs?|thumbnail|button"
              + "|btn|banner|share|ads?|emoji|smil(ey|ies)|loading|placeholder|default)([^a-z]|$)"
              + "|\\.(gif|svg)([?#]|$)|^data:");

  /** In pixels, of either side. */
  private static final int SMALLEST = 165;

  private static final int MOST_BEHIND = 300;
  private static final int MOST_PARAGRAPHS = 2;
  private static final int RUNNING = 120;

  private LeadPicture() {}

  /** Its address as written. */
  static Optional<String> behind(String heading, Element root) {
    boolean isBehind = false;
    int passed = 0;
    int paragraphs = 0;
    for (Element element : root.getAllElements()) {
      if (isBehind && isPicture(element)) {
        return Optional.of(address(element));
      }
      isBehind |= isHeading(element, heading);
      passed += isBehind ? 1 : 0;
      paragraphs += isBehind && element.ownText().length() > RUNNING ? 1 : 0;
      if (passed > MOST_BEHIND || paragraphs > MOST_PARAGRAPHS) {
        break;
      }
    }
    return Optional.empty();
  }

  private static boolean isHeading(Element element, String heading) {
    return !heading.isBlank()
        && element.childrenSize() <= 1
        && element.childNodeSize() <= MOST_BEHIND
        && element.ownText().contains(heading);
  }

  private static boolean isPicture(Element element) {
    String tag = element.normalName();
    if (!tag.equals("img") && !tag.equals("amp-img")) {
      return false;
    }
    String address = address(element);
    return !address.isEmpty()
        && !SIGN.matcher(address.replaceFirst("^(https?:)?//[^/]*", "")).find()
        && isLarge(element.attr("width"))
        && isLarge(element.attr("height"))
        && element.closest(ELSEWHERE) == null;
  }

  private static boolean isLarge(String pixels) {
    return !pixels.matches("\\d{1,4}(px)?")
        || Integer.parseInt(pixels.replace("px", "")) >= SMALLEST;
  }

  private static String address(Element picture) {
    return Stream.of("data-src", "data-lazy-src", "src")
        .map(name -> picture.attr(name).strip())
        .filter(address -> !address.isEmpty() && !address.startsWith("data:"))
        .findFirst()
        .orElse("");
  }
}
