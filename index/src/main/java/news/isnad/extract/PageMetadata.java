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
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about itself: JSON-LD before OpenGraph before meta before the visible text.
 * Confined to one thread.
 */
final class PageMetadata {

  private static final String ARTICLE =
      "[itemtype$=Article], [itemtype$=BlogPosting], [itemprop=articleBody]";
  private static final int LONGEST_MISSING = 160;

  /** A heading, or a title before the name of the site, that says nothing else. */
  private static final Pattern MISSING =
      Pattern.compile(
          "(?imU)^\\s*(error )?(404\\b[\\s:–—|-]*)?((sorry|oops|whoops)[,!.\\s]+)?(404("
              + " error)?|(the |this |that )?(page|article|story|content|url)( you (requested|were"
              + " looking for|are looking for))?( (is|was|can(no|')t be|could ?n[o']t be|has"
              + " been|does not|doesn't))?( no longer)? ?(not found|found|missing|unavailable|not"
              + " available|available|removed|deleted|exist|exists)|not found|nothing (was"
              + " )?found|error 404|page error|access denied|are you a robot\\??|just a"
              + " moment\\.*|attention required!?)"
              + "\\s*([.!…]|[|–—-].*)?\\s*$|^\\s*(عفو[اً]+[،,!.\\s]+)?(خطأ 404|(هذه"
              + " )?(الصفحة|المقال|الخبر|المحتوى) (المطلوبة? |التي تبحث عنها )?(غير موجودة?|غير"
              + " متوفرة?|غير متاحة?|لم يعد متاح[اً]*|محذوفة?)|لم يتم العثور على"
              + " (الصفحة|المقال|الخبر|المحتوى)|لا توجد نتائج)\\s*([.!…]|[|–—-].*)?\\s*$");

  private static final Pattern UPDATED =
      Pattern.compile("(?i)(?<!\\p{L})(last-?)?(updated?|modified|dateModified)(?!\\p{L})|تحديث");
  private static final Pattern HOME =
      Pattern.compile("(?i)/*(ar|en|arabic|english)?/*((index|default|home)(\\.\\w{2,5})?)?/*");

  /** Longer ones say nothing about the page. */
  private static final int LONGEST_TOLD = 20_000;

  private static final List<String> AUTHORS =
      List.of(
          "author",
          "article:author",
          "parsely-author",
          "sailthru.author",
          "dc.creator",
          "dcterms.creator",
          "dc.contributor",
          "byl",
          "twitter:data1");
  private static final int LONGEST_ADDRESS = 4_000;
  private static final int MOST_CLAIMS = 50;

  private final Document page;
  private final Optional<URI> address;
  private final DateReader dates = DateReader.noon();
  private final Headlines headlines;
  private final JsonLd json;
  private final List<String> behindHeading;
  private final Map<String, String> metas;
  private final Marked marked;
  private final String base;
  private final Optional<URI> canonical;

  PageMetadata(Document page, Optional<URI> address) {
    this.page = page;
    this.address = address;
    this.metas = metas(page);
    this.marked = Marked.on(page);
    this.headlines = new Headlines(page, meta("og:site_name"));
    this.json = JsonLd.of(page, headlines::areOf);
    this.behindHeading = HeadLines.behind(title(), page.body());
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

  JsonLd json() {
    return json;
  }

  /** Whether the page says for machines that it is an article, or is built as one alone. */
  boolean saysArticle() {
    return json.isThere()
        || meta("og:type").filter("article"::equalsIgnoreCase).isPresent()
        || (marked.items() && !page.select(ARTICLE).isEmpty())
        || isAlone();
  }

  /** One heading, and that of the only element for articles: lists have many of these. */
  private boolean isAlone() {
    return page.select("article").size() == 1
        && page.select("h1").size() == 1
        && page.select("article h1").size() == 1;
  }

  /** Whether the page says that what was looked for is not there, whatever its status. */
  boolean saysMissing() {
    String title = headlines.shown().orElse("") + "\n" + page.title();
    return title.length() <= LONGEST_MISSING && MISSING.matcher(title).find();
  }

  String title() {
    Optional<String> shown = headlines.shown();
    Optional<String> told =
        json.field("headline")
            .or(() -> item("[itemprop=headline]").map(Headlines::shortened))
            .or(() -> meta("og:title"))
            .or(() -> meta("twitter:title"));
    Optional<String> best = told.map(headlines::withoutSite);
    // The heading is what readers see; the told one may be a shorter form for sharing.
    if (shown.isPresent() && (best.isEmpty() || Headlines.isSimilar(shown.get(), best.get()))) {
      return shown.get();
    }
    return best.orElseGet(headlines::ofPage).strip();
  }

  Optional<String> outlet() {
    Outlets outlets = Outlets.shipped();
    Optional<URI> at = canonical().or(() -> address);
    return at.flatMap(outlets::ofAddress)
        .or(() -> address.flatMap(outlets::ofAddress))
        .or(() -> meta("og:site_name").map(outlets::known))
        .or(() -> publisher().map(outlets::known))
        .or(() -> meta("application-name").filter(outlets::knows).map(outlets::known))
        .or(headlines::siteOfTitle)
        .or(this::copyright);
  }

  private Optional<String> publisher() {
    return json.names("publisher").stream()
        .findFirst()
        .or(() -> item("[itemprop=publisher] [itemprop=name]"));
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

  /**
   * As printed, without what stands around the names. Some sites tell their own name: that is
   * nobody's.
   */
  Optional<String> author() {
    List<String> told =
        Stream.concat(
                Stream.of(names(json.names("author"))),
                AUTHORS.stream().map(name -> names(meta(name).stream().toList())))
            .filter(names -> !names.isEmpty())
            .findFirst()
            .orElse(List.of());
    boolean isSites =
        told.size() == 1
            && Stream.concat(meta("og:site_name").stream(), publisher().stream())
                .anyMatch(told.getFirst()::equalsIgnoreCase);
    List<String> shown = told.isEmpty() || isSites ? shownAuthors() : List.of();
    return Byline.told(shown.isEmpty() && !isSites ? told : shown);
  }

  /** Without those who are called as the site is. */
  private List<String> shownAuthors() {
    return Byline.shown(page, behindHeading).stream()
        .filter(name -> outlet().filter(name::equalsIgnoreCase).isEmpty())
        .toList();
  }

  private static List<String> names(List<String> told) {
    return told.stream().flatMap(each -> Byline.names(each).stream()).distinct().toList();
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
    // As RDFa and the older hAtom say it.
    page.select("[property$=datePublished], .hentry .published[title], .post .published[title]")
        .forEach(e -> told.add(moment(e)));
    if (marked.times()) {
      page.select("article time, time[pubdate], header time, main time, time").stream()
          .filter(e -> e.closest("aside, nav, footer, li") == null && !isOfUpdate(e))
          .limit(3)
          .forEach(e -> told.add(moment(e)));
    }
    return told.stream()
        .map(dates::read)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> new ShownDate(dates).on(page, behindHeading));
  }

  private static boolean isOfUpdate(Element time) {
    return UPDATED
            .matcher(time.className() + " " + time.attr("itemprop") + " " + time.text())
            .find()
        || Optional.ofNullable(time.previousSibling())
            .filter(before -> UPDATED.matcher(before.outerHtml()).find())
            .isPresent();
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
                    "article figure img, article figure amp-img, main figure img"),
            () -> LeadPicture.behind(title(), page.body()))
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
