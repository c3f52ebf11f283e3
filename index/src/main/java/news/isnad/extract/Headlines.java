package news.isnad.extract;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.isnad.text.Graphemes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page is headed with: the heading that readers see, and the titles that it tells. The name
 * of the site is no part of them. Confined to one thread.
 */
final class Headlines {
  private static final Pattern SITE_SUFFIX = Pattern.compile("\\s+[|»·•–—-]\\s+[^|»·•–—-]{2,60}$");
  private static final Pattern EDGE = Pattern.compile("^[\\s|»·•:–—-]+|[\\s|»·•:–—-]+$");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern OF_SITE =
      Pattern.compile(
          "(?i)(^|[\\s_-])(logo|brand|branding|site-?(title|name)|blog-?title|masthead)");
  private static final String POST =
      ".entry-title, .post-title, .article-title, .story-title, .headline, .news-title";
  private static final Pattern HOME =
      Pattern.compile("(?i)(https?://[^/?#]+)?/?(index\\.\\w{2,5})?");
  private static final Pattern PARTS = Pattern.compile("\\s[|»·•:–—-]+\\s|\\s?::\\s?|»|:\\s");
  private static final int FEWEST_WORDS = 3;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST = 1_000;
  private static final int MOST = 50;

  private final Document page;
  private final Optional<String> site;
  private final Optional<String> shown;

  /**
   * @param site the name of the site, where the page tells it
   */
  Headlines(Document page, Optional<String> site) {
    this.page = page;
    this.site = site;
    this.shown = heading();
  }

  /** The heading that readers see. */
  Optional<String> shown() {
    return shown;
  }

  /** A heading that the title of the page says nothing of is the site's, where another one is. */
  private Optional<String> heading() {
    Optional<String> first = firstHeading();
    boolean isStrange = first.filter(heading -> !isSimilar(page.title(), heading)).isPresent();
    return first.isEmpty() || isStrange
        ? ofTitle().map(Headlines::shortened).or(() -> first)
        : first;
  }

  private Optional<String> firstHeading() {
    List<Element> headings = ofArticle("h1");
    for (Element heading : headings) {
      if (heading.closest("article, main, [itemprop=headline]") != null || headings.size() == 1) {
        return Optional.of(shortened(heading.text()));
      }
    }
    if (headings.isEmpty()) {
      List<Element> posts = ofArticle(POST);
      return posts.size() == 1 ? Optional.of(shortened(posts.getFirst().text())) : Optional.empty();
    }
    return Optional.of(shortened(headings.getFirst().text()));
  }

  /** The longest line that is printed as a heading and that the title of the page holds. */
  private Optional<String> ofTitle() {
    String title = page.title();
    return page
        .select("h1, h2, h3, h4, dt, b, strong, font, [class*=title], [class*=Title]")
        .stream()
        .limit(10L * MOST)
        .map(heading -> heading.text().strip())
        .filter(text -> text.length() < title.length() && title.contains(text))
        .filter(text -> PlainTextExtractor.words(text) >= FEWEST_WORDS)
        .max(Comparator.comparingInt(String::length));
  }

  /** The name that the title of the page holds before or behind the heading. */
  Optional<String> siteOfTitle() {
    String title = page.title().strip();
    int at = shown.map(title::indexOf).orElse(-1);
    if (at < 0) {
      return Optional.empty();
    }
    String before = title.substring(0, at);
    String behind = title.substring(at + shown.orElseThrow().length());
    return Stream.of(last(behind), first(before))
        .map(name -> EDGE.matcher(name).replaceAll(""))
        .filter(name -> name.length() > 1 && name.length() <= LONGEST_NAME)
        .filter(name -> name.chars().anyMatch(Character::isLetter))
        .findFirst();
  }

  private static String last(String behind) {
    String[] parts = PARTS.split(behind, -1);
    return parts.length < 2 ? "" : parts[parts.length - 1];
  }

  private static String first(String before) {
    String[] parts = PARTS.split(before, -1);
    return parts.length < 2 ? "" : parts[0];
  }

  private List<Element> ofArticle(String query) {
    return page.select(query).stream()
        .limit(MOST)
        .filter(heading -> !heading.text().isBlank() && !isOfSite(heading))
        .toList();
  }

  private boolean isOfSite(Element heading) {
    String text = heading.text().strip();
    return OF_SITE.matcher(Boilerplate.names(heading)).find()
        || site.filter(text::equalsIgnoreCase).isPresent()
        || heading.select("a[rel=home], a[href=/]").size() > 0
        || (heading.tagName().equals("h1") && leadsHome(heading));
  }

  /** Whether all of a heading is a link to an address without a path. */
  private static boolean leadsHome(Element heading) {
    Element link = heading.selectFirst("a[href]");
    return link != null
        && link.text().equals(heading.text())
        && HOME.matcher(link.attr("href").strip()).matches();
  }

  static String shortened(String title) {
    return Graphemes.beginning(CONTROL.matcher(title).replaceAll(" ").strip(), LONGEST).strip();
  }

  /** Whether a headline that is told of some article is that of this page's. */
  boolean areOf(String headline) {
    return Stream.of(
            shown.stream(),
            page.select("meta[property=og:title], meta[name=twitter:title]").stream()
                .map(meta -> meta.attr("content")),
            Stream.of(page.title()))
        .flatMap(each -> each)
        .filter(title -> !title.isBlank())
        .limit(1)
        .anyMatch(title -> isSimilar(title, headline) && isSimilar(headline, title));
  }

  /** Whether at least half of what one says stands in the other. */
  static boolean isSimilar(String one, String other) {
    if (one.strip().equalsIgnoreCase(other.strip())) {
      return true;
    }
    Set<String> words = words(other);
    Set<String> said = words(one);
    long common = words.stream().filter(said::contains).count();
    return !words.isEmpty() && common * 2 >= words.size();
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : NO_WORD.split(shortened(text).toLowerCase(Locale.ROOT), -1)) {
      if (word.length() > 2) {
        words.add(word);
      }
    }
    return words;
  }

  /** A title without the name of the site before or behind it. */
  String withoutSite(String title) {
    String tidy = shortened(title).replaceAll("\\s+", " ");
    for (String name : site.stream().filter(name -> name.length() < tidy.length()).toList()) {
      if (tidy.endsWith(name)) {
        return EDGE.matcher(tidy.substring(0, tidy.length() - name.length())).replaceAll("");
      }
      String rest = tidy.substring(name.length());
      if (tidy.startsWith(name) && rest.matches("\\s*[|»·•:–—-].*")) {
        return EDGE.matcher(rest).replaceAll("");
      }
    }
    String cut = SITE_SUFFIX.matcher(tidy).replaceFirst("");
    return PlainTextExtractor.words(cut) >= 3 ? cut : tidy;
  }

  /** The title of the page itself; where it holds another name before or behind it, without. */
  String ofPage() {
    return withoutSite(page.title());
  }
}
