package news.isnad.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.isnad.text.DateReader;
import news.isnad.text.Graphemes;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about itself: JSON-LD before OpenGraph before meta before the visible text.
 * Confined to one thread.
 */
final class PageMetadata {
  private static final Pattern SITE_SUFFIX = Pattern.compile("\\s+[|»·•–—-]\\s+[^|»·•–—-]{2,60}$");

  private static final Pattern HOME =
      Pattern.compile("(?i)/*(ar|en|arabic|english)?/*((index|default|home)(\\.\\w{2,5})?)?/*");

  /** Longer ones say nothing about the page. */
  private static final int LONGEST_TOLD = 20_000;

  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_ADDRESS = 4_000;
  private static final int MOST_CLAIMS = 50;

  private final Document page;
  private final Optional<URI> address;
  private final DateReader dates = DateReader.noon();
  private final JsonLd json;
  private final Map<String, String> metas;
  private final Marked marked;
  private final String base;
  private final Optional<URI> canonical;

  PageMetadata(Document page, JsonLd json, Optional<URI> address) {
    this.page = page;
    this.address = address;
    this.json = json;
    this.metas = metas(page);
    this.marked = Marked.on(page);
    this.base = base();
    this.canonical = named();
  }

  /**
   * Whether a page has elements of some kinds at all: most have none of most, and need not be
   * searched for them. Immutable.
   */
  private record Marked(boolean items, boolean relations, boolean times, boolean pictures) {
    static Marked on(Document page) {
      boolean items = false;
      boolean relations = false;
      boolean times = false;
      boolean pictures = false;
      for (Element element : page.getAllElements()) {
        boolean named = element.attributesSize() > 0;
        items |= named && element.hasAttr("itemprop");
        relations |= named && element.hasAttr("rel");
        times |= element.normalName().equals("time");
        pictures |= element.normalName().equals("figure");
      }
      return new Marked(items, relations, times, pictures);
    }
  }

  boolean saysArticle() {
    return json.isThere() || meta("og:type").filter("article"::equalsIgnoreCase).isPresent();
  }

  String title() {
    Optional<String> shown = heading();
    Optional<String> told =
        json.field("headline")
            .or(() -> item("[itemprop=headline]").map(PageMetadata::shortened))
            .or(() -> meta("og:title"))
            .or(() -> meta("twitter:title"));
    Optional<String> best = told.map(this::withoutSite);
    // The heading is what readers see; the told one may be a shorter form for sharing.
    if (shown.isPresent() && (best.isEmpty() || isSimilar(shown.get(), best.get()))) {
      return shown.get();
    }
    return best.or(() -> Optional.of(withoutSite(page.title()))).orElse("").strip();
  }

  private Optional<String> heading() {
    List<Element> headings =
        page.select("h1").stream().limit(MOST_CLAIMS).filter(h -> !h.text().isBlank()).toList();
    for (Element heading : headings) {
      if (heading.closest("article, main, [itemprop=headline]") != null || headings.size() == 1) {
        return Optional.of(shortened(heading.text()));
      }
    }
    return headings.stream().map(h -> shortened(h.text())).findFirst();
  }

  private static String shortened(String title) {
    String tidy = title.strip();
    return Graphemes.beginning(tidy, LONGEST_TITLE).strip();
  }

  private static boolean isSimilar(String a, String b) {
    List<String> words = List.of(b.toLowerCase(Locale.ROOT).split("\\W+|\\s+", -1));
    String other = a.toLowerCase(Locale.ROOT);
    if (b.strip().equalsIgnoreCase(a.strip())) {
      return true;
    }
    long common = words.stream().filter(w -> w.length() > 2 && other.contains(w)).count();
    long all = words.stream().filter(w -> w.length() > 2).count();
    return all > 0 && common * 2 >= all;
  }

  private String withoutSite(String title) {
    String tidy = shortened(title).replaceAll("\\s+", " ");
    Optional<String> site = meta("og:site_name");
    if (site.isPresent() && tidy.endsWith(site.get())) {
      return tidy.substring(0, tidy.length() - site.get().length())
          .replaceAll("[\\s|»·•–—-]+$", "");
    }
    String cut = SITE_SUFFIX.matcher(tidy).replaceFirst("");
    return PlainTextExtractor.words(cut) >= 3 ? cut : tidy;
  }

  Optional<String> outlet() {
    Outlets outlets = Outlets.shipped();
    Optional<URI> at = canonical().or(() -> address);
    return at.flatMap(outlets::ofAddress)
        .or(() -> address.flatMap(outlets::ofAddress))
        .or(() -> meta("og:site_name").map(outlets::known))
        .or(() -> publisher().map(outlets::known))
        .or(() -> meta("application-name").filter(outlets::knows).map(outlets::known))
        .or(this::copyright);
  }

  private Optional<String> publisher() {
    return json.name("publisher").or(() -> item("[itemprop=publisher] [itemprop=name]"));
  }

  private Optional<String> copyright() {
    Furniture furniture = Furniture.shipped();
    int claims = 0;
    for (Element element : page.getAllElements()) {
      if (claims < MOST_CLAIMS && isClaim(element)) {
        claims++;
        String text = element.text();
        if (furniture.isCopyright(text)) {
          return Outlets.shipped().ofCopyright(text);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isClaim(Element element) {
    if (element.textNodes().isEmpty()) {
      return false;
    }
    String own = element.ownText();
    return own.contains("©") || own.contains("محفوظة") || own.contains("All rights reserved");
  }

  Optional<String> author() {
    Optional<String> told = json.name("author");
    return told.or(() -> meta("author"))
        .or(() -> meta("article:author"))
        .or(
            () ->
                marked.items() || marked.relations()
                    ? shown("[rel=author], [itemprop=author] [itemprop=name], [itemprop=author]")
                    : Optional.empty())
        .map(String::strip)
        .filter(name -> !name.isEmpty() && name.length() <= 120 && !name.contains("://"));
  }

  private Optional<String> item(String query) {
    return marked.items() ? shown(query) : Optional.empty();
  }

  private Optional<String> shown(String query) {
    return page.select(query).stream()
        .map(e -> e.hasAttr("content") ? e.attr("content").strip() : e.text())
        .filter(t -> !t.isBlank() && t.length() <= LONGEST_TOLD)
        .findFirst();
  }

  Optional<Instant> published() {
    List<String> told = new ArrayList<>();
    json.field("datePublished").ifPresent(told::add);
    for (String name :
        List.of(
            "article:published_time",
            "article:published",
            "og:published_time",
            "pubdate",
            "publishdate",
            "publish-date",
            "publication_date",
            "datePublished",
            "date",
            "dc.date.issued",
            "dcterms.created",
            "dc.date",
            "sailthru.date",
            "parsely-pub-date",
            "cXenseParse:recs:publishtime",
            "article.published")) {
      meta(name).ifPresent(told::add);
    }
    json.field("dateCreated").ifPresent(told::add);
    if (marked.items()) {
      page.select("[itemprop=datePublished]").forEach(e -> told.add(moment(e)));
    }
    if (marked.times()) {
      page.select("article time, time[pubdate], header time, main time, time").stream()
          .filter(e -> e.closest("aside, nav, footer, li") == null)
          .limit(3)
          .forEach(e -> told.add(moment(e)));
    }
    return told.stream().map(dates::read).flatMap(Optional::stream).findFirst();
  }

  private static String moment(Element element) {
    for (String name : List.of("datetime", "content", "data-time", "title")) {
      String value = element.attr(name);
      if (!value.isBlank()) {
        return value;
      }
    }
    return element.text();
  }

  Optional<URI> canonical() {
    return canonical;
  }

  /** What relative addresses on the page are relative to; empty where nobody says. */
  private String base() {
    String own = address.map(URI::toString).orElse("");
    return page.select("base[href]").stream()
        .findFirst()
        .map(base -> base.attr("href").strip())
        .filter(href -> !href.isEmpty() && href.length() <= LONGEST_ADDRESS)
        .map(href -> own.isEmpty() ? href : StringUtil.resolve(own, href))
        .filter(href -> !href.isEmpty())
        .orElse(own);
  }

  private Optional<URI> named() {
    String linked = marked.relations() ? page.select("link[rel=canonical]").attr("href") : "";
    Optional<URI> found =
        Stream.of(Optional.of(linked).filter(a -> !a.isBlank()), meta("og:url"))
            .flatMap(told -> told.flatMap(this::absolute).stream())
            .filter(told -> !isHome(told) || address.filter(PageMetadata::isHome).isPresent())
            .findFirst();
    // A canonical address on another site is a mistake or a claim: the address we asked counts.
    boolean isElsewhere =
        found.isPresent()
            && address.isPresent()
            && !isSameSite(found.get(), address.get())
            && !AmpCache.isCopyOf(address.get(), found.get());
    return isElsewhere ? address : found.or(() -> address);
  }

  /** The address of a site, and of no article: some sites name it on every page as the page's. */
  private static boolean isHome(URI address) {
    String path = Optional.ofNullable(address.getRawPath()).orElse("");
    return address.getRawQuery() == null && HOME.matcher(path).matches();
  }

  /** The picture that the page leads with. Its address only: nothing is fetched. */
  Optional<URI> image() {
    return Stream.<Supplier<Optional<String>>>of(
            json::image,
            () -> meta("og:image:secure_url"),
            () -> meta("og:image"),
            () -> meta("og:image:url"),
            () -> meta("twitter:image"),
            () -> meta("twitter:image:src"),
            () -> linked(marked.items(), "[itemprop=image] [itemprop=url], [itemprop=image]"),
            () -> linked(marked.relations(), "link[rel=image_src]"),
            () ->
                linked(
                    marked.pictures(),
                    "article figure img, article figure amp-img, main figure img"))
        .flatMap(told -> told.get().flatMap(this::absolute).stream())
        .findFirst();
  }

  private Optional<String> linked(boolean isThere, String query) {
    if (!isThere) {
      return Optional.empty();
    }
    return page.select(query).stream()
        .limit(MOST_CLAIMS)
        .flatMap(e -> Stream.of("content", "href", "src", "data-src").map(e::attr))
        .map(String::strip)
        .filter(told -> !told.isEmpty() && !told.startsWith("data:"))
        .findFirst();
  }

  private Optional<URI> absolute(String told) {
    if (told.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    String resolved = base.isEmpty() ? told.strip() : StringUtil.resolve(base, told.strip());
    try {
      URI uri = new URI(resolved);
      boolean isWeb =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return isWeb && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isSameSite(URI a, URI b) {
    String one = a.getHost() == null ? "" : a.getHost();
    String other = b.getHost() == null ? "" : b.getHost();
    return lastLabels(one).equals(lastLabels(other));
  }

  private static String lastLabels(String host) {
    String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", -1);
    int n = labels.length;
    boolean isShort = n >= 3 && labels[n - 2].length() <= 3;
    int keep = Math.min(n, isShort ? 3 : 2);
    return String.join(".", List.of(labels).subList(n - keep, n));
  }

  private Optional<String> meta(String name) {
    return Optional.ofNullable(metas.get(name.toLowerCase(Locale.ROOT)));
  }

  /** By name in lower case: what is called so by its property, else by its name, else its item. */
  private static Map<String, String> metas(Document page) {
    Map<String, String> metas = new HashMap<>();
    List<Element> all = page.select("meta[content]");
    for (String attribute : List.of("property", "name", "itemprop")) {
      for (Element meta : all) {
        String name = meta.attr(attribute).toLowerCase(Locale.ROOT);
        String content = meta.attr("content").strip();
        if (!name.isEmpty() && !content.isEmpty() && content.length() <= LONGEST_TOLD) {
          metas.putIfAbsent(name, content);
        }
      }
    }
    return metas;
  }
}
