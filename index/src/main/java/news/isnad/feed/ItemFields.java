package news.isnad.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import news.isnad.text.DateReader;
import news.isnad.text.Html;

/** What the elements of a feed mean. Immutable. */
final class ItemFields {
  private static final List<String> TITLES =
      List.of("title", "atom:title", "dc:title", "media:title");
  private static final List<String> WHOLE_TEXTS =
      List.of("content:encoded", "atom:content", "content", "xhtml:body", "fullitem");
  private static final List<String> SUMMARIES =
      List.of(
          "description",
          "atom:summary",
          "summary",
          "abstract",
          "dc:description",
          "itunes:summary",
          "media:description",
          "itunes:subtitle");
  private static final List<String> DATES =
      List.of(
          "atom:published",
          "atom:issued",
          "published",
          "issued",
          "pubdate",
          "dcterms:issued",
          "dc:date",
          "atom:updated",
          "updated",
          "atom:modified",
          "modified",
          "dcterms:modified",
          "atom:created",
          "created",
          "dcterms:created",
          "date",
          "prism:publicationdate",
          "lastmod",
          "lastbuilddate");
  private static final List<String> AUTHORS =
      List.of(
          "dc:creator", "atom:author", "author", "dc:author", "itunes:author", "managingeditor");
  private static final List<String> LANGUAGES = List.of("language", "dc:language");
  private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^<>]*>|&#?\\w{1,32};");
  private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[|\\]\\]>");
  static final Pattern ADDRESS =
      Pattern.compile("(?i)https?://(\\[[0-9a-f:.]+\\]|[^\\s/?#\\[\\]<>\"]+)(:\\d*)?([/?#]\\S*)?");
  private static final int LONGEST_PLAIN = 20_000;
  private static final int LONGEST_INNER = 1_000_000;
  private static final int MOST_DATES = 5;

  private final String document;
  private final Optional<URI> base;
  private final Optional<String> home;
  private final Problems problems;
  private final DateReader dates = DateReader.midnight();

  /**
   * @param home the feed's own page, the last resort for relative links
   */
  ItemFields(String document, Optional<URI> base, Optional<String> home, Problems problems) {
    this.document = document;
    this.base = base;
    this.home = home;
    this.problems = problems;
  }

  /** An item; one of a sitemap says what it is in an element of its own. */
  FeedItem item(Node node) {
    Optional<Node> news = node.first("news:news");
    Optional<String> place = node.first("loc").flatMap(loc -> absolute(loc, loc.text()));
    return place.isPresent() ? placed(node, news, place) : written(node);
  }

  private FeedItem placed(Node node, Optional<Node> news, Optional<String> place) {
    Optional<Instant> published =
        news.flatMap(n -> n.first("news:publication_date")).flatMap(n -> dates.read(n.text()));
    String title =
        news.flatMap(n -> n.first("news:title")).map(t -> Plain.text(html(t))).orElse("");
    return new FeedItem(
        place, place, title, "", "", published.or(() -> published(node)), Optional.empty());
  }

  private FeedItem written(Node node) {
    String summary = firstHtml(node, SUMMARIES);
    String whole = firstHtml(node, WHOLE_TEXTS);
    return new FeedItem(
        guid(node),
        link(node),
        title(node),
        Plain.text(summary),
        whole.isBlank() ? summary : whole,
        published(node),
        author(node));
  }

  String title(Node node) {
    for (String key : TITLES) {
      for (Node title : node.all(key)) {
        String html = html(title);
        if (!html.isBlank()) {
          return Plain.text(html);
        }
      }
    }
    return "";
  }

  private String firstHtml(Node node, List<String> keys) {
    for (String key : keys) {
      for (Node field : node.all(key)) {
        String html = html(field);
        if (!html.isBlank()) {
          return html.strip();
        }
      }
    }
    return "";
  }

  /**
   * The HTML of a field. RSS does not say whether a text is HTML: what looks like it, is. Atom says
   * so.
   */
  private String html(Node field) {
    if (field.hasChildren()) {
      int end = Math.min(Math.max(field.from(), field.to()), field.from() + LONGEST_INNER);
      String inner = document.substring(field.from(), end);
      return CDATA.matcher(inner).replaceAll("");
    }
    String text = field.text();
    String type = field.attribute("type").orElse("").toLowerCase(Locale.ROOT);
    boolean isBase64 =
        field.attribute("mode").filter("base64"::equalsIgnoreCase).isPresent()
            || (field.key().equals("atom:content") && type.startsWith("application/octet"));
    if (isBase64) {
      return base64(text);
    }
    boolean isEscaped = field.attribute("mode").filter("escaped"::equalsIgnoreCase).isPresent();
    boolean isPlainAtom =
        field.key().startsWith("atom:")
            && !isEscaped
            && (type.isEmpty() || type.equals("text") || type.equals("text/plain"));
    boolean isMarkup = MARKUP.matcher(text).find();
    return isMarkup && !isPlainAtom ? text : Plain.escaped(text);
  }

  private String base64(String text) {
    try {
      return new String(
          Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1)),
          StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      problems.add("a text that should be base64 is not");
      return Plain.escaped(text);
    }
  }

  private static Optional<String> guid(Node node) {
    for (String key : List.of("guid", "atom:id", "id")) {
      Optional<String> id = node.first(key).map(n -> n.text().strip()).filter(t -> !t.isEmpty());
      if (id.isPresent()) {
        return id;
      }
    }
    return node.attribute("rdf:about").filter(t -> !t.isEmpty());
  }

  private Optional<String> link(Node node) {
    Optional<String> written = writtenLink(node);
    if (written.isPresent()) {
      return written;
    }
    // An id that is an address is a link, unless it says that it is none.
    Optional<Node> id =
        node.first("guid").or(() -> node.first("atom:id")).or(() -> node.first("id"));
    boolean isNone =
        id.flatMap(n -> n.attribute("ispermalink")).filter("false"::equalsIgnoreCase).isPresent();
    Optional<String> address = isNone ? Optional.empty() : id.flatMap(n -> absolute(n, n.text()));
    return address.or(() -> node.attribute("rdf:about").filter(a -> ADDRESS.matcher(a).matches()));
  }

  Optional<String> channelLink(Node head) {
    return writtenLink(head);
  }

  private Optional<String> writtenLink(Node node) {
    for (Node link : node.all("link")) {
      Optional<String> address = linkText(link);
      if (address.isPresent() && isAlternate(link)) {
        return address;
      }
    }
    Optional<String> alternate = Optional.empty();
    for (Node link : node.all("atom:link")) {
      Optional<String> address = linkText(link);
      if (address.isPresent() && isAlternate(link)) {
        boolean isPage = link.attribute("type").filter(t -> !t.contains("html")).isEmpty();
        if (isPage) {
          return address;
        }
        alternate = alternate.or(() -> address);
      }
    }
    return alternate.or(() -> node.attribute("href").flatMap(a -> absolute(node, a)));
  }

  private static boolean isAlternate(Node link) {
    return link.attribute("rel")
        .map(rel -> rel.toLowerCase(Locale.ROOT))
        .filter(rel -> !rel.isEmpty() && !rel.equals("alternate") && !rel.endsWith("#alternate"))
        .isEmpty();
  }

  private Optional<String> linkText(Node link) {
    Optional<String> href = link.attribute("href").filter(h -> !h.isEmpty());
    return href.or(() -> Optional.of(link.text().strip()).filter(t -> !t.isEmpty()))
        .flatMap(written -> absolute(link, written));
  }

  private Optional<String> absolute(Node at, String written) {
    String address = written.strip().replaceAll("\\s+", "%20");
    Optional<String> origin = based(at, "base", base.map(URI::toString).or(() -> home));
    Optional<String> own = based(at, "xml:base", origin);
    String resolved = Addresses.resolve(home, Addresses.resolve(own, address));
    return ADDRESS.matcher(resolved).matches() ? Optional.of(resolved) : Optional.empty();
  }

  /** A base may be relative to the one around it (XML Base, section 4). */
  private static Optional<String> based(Node at, String attribute, Optional<String> origin) {
    Optional<String> based = origin;
    for (String inner : at.inheritedAll(attribute).reversed()) {
      based =
          Optional.of(Addresses.resolve(based, inner)).filter(a -> !a.isEmpty()).or(() -> origin);
    }
    return based;
  }

  private Optional<Instant> published(Node node) {
    for (String key : DATES) {
      // Said twice, the last one counts.
      List<Node> said = node.all(key).reversed();
      for (Node field : said.subList(0, Math.min(MOST_DATES, said.size()))) {
        Optional<Instant> read = dates.read(field.text());
        if (read.isPresent()) {
          return read;
        }
        if (!field.text().isBlank()) {
          problems.add("a date cannot be read: " + Plain.shortened(field.text()));
        }
      }
    }
    return node.attribute("lastmod").flatMap(dates::read);
  }

  private Optional<String> author(Node node) {
    for (String key : AUTHORS) {
      for (Node author : node.all(key)) {
        Optional<Node> name = author.first("atom:name").or(() -> author.first("name"));
        String printed = Plain.text(name.map(this::html).orElseGet(() -> html(author)));
        if (!printed.isEmpty()) {
          return Optional.of(printed);
        }
      }
    }
    return Optional.empty();
  }

  Optional<String> language(Node head) {
    for (String key : LANGUAGES) {
      Optional<String> said = head.first(key).map(n -> n.text().strip());
      if (said.filter(t -> !t.isEmpty()).isPresent()) {
        return said;
      }
    }
    return head.inherited("xml:lang").filter(t -> !t.isEmpty());
  }

  /** HTML to plain text and back. */
  static final class Plain {
    private Plain() {}

    static String text(String html) {
      String start = html.length() > LONGEST_PLAIN ? html.substring(0, LONGEST_PLAIN) : html;
      if (!MARKUP.matcher(start).find() && start.indexOf('&') < 0) {
        return tidy(start);
      }
      return tidy(Html.fragment(start).text());
    }

    /** White space and control characters are one blank. */
    private static String tidy(String text) {
      return text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    }

    static String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String shortened(String text) {
      String line = text.strip().replaceAll("\\s+", " ");
      return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
  }
}
