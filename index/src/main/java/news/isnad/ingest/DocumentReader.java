package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import news.isnad.article.ArticleDraft;
import news.isnad.extract.ExtractedPage;
import news.isnad.extract.Outlets;
import news.isnad.extract.PlainTextExtractor;
import news.isnad.feed.Feed;
import news.isnad.feed.FeedReader;
import news.isnad.fetch.Content;
import news.isnad.fetch.Fetcher.Wanted;
import news.isnad.ingest.Document.Articles;
import news.isnad.ingest.Document.FeedItems;
import news.isnad.ingest.Document.HandedOn;
import news.isnad.ingest.Document.Refused;
import news.isnad.ingest.Document.Streamed;
import news.isnad.office.OfficeFiles;
import news.isnad.text.Charsets;

/**
 * Reads a document of any kind that holds news: JSON Lines, JSON Feed, XML feeds, HTML, plain text,
 * and PDF and Word where it was given a reader of them. What it is, is seen from its beginning; the
 * rest is refused by name. Immutable, safe for concurrent use.
 *
 * <p>The outlet of an article is the one that was given, else the one that the document names, else
 * that of the address, else the name of the file without its ending.
 */
public final class DocumentReader {
  /** One page or feed. Files of JSON Lines may be of any size, as only a line of them is held. */
  public static final int DEFAULT_MAX_BYTES = 20_000_000;

  private static final int HEAD = 1_048_576;

  /** One character in so many may be unreadable; with more of them the encoding is not the one. */
  private static final int READABLE_FOR_ONE = 200;

  private static final String NO_JSON_FEED = "JSON, but neither a feed nor articles";
  private static final String NO_XML_FEED = "XML, but no feed";
  private static final Pattern ENDING = Pattern.compile("(?<=.)\\.[A-Za-z0-9]{1,8}$");
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.+");

  private final HtmlPages pages;
  private final FeedReader feeds;
  private final int maxBytes;
  private final Optional<OfficeFiles> office;
  private final PlainTextExtractor texts = new PlainTextExtractor();
  private final Outlets outlets = Outlets.shipped();

  public DocumentReader(HtmlPages pages) {
    this(pages, new FeedReader(), DEFAULT_MAX_BYTES);
  }

  /**
   * A reader with limits of its own.
   *
   * @param maxBytes largest document that is held as a whole; positive
   */
  public DocumentReader(HtmlPages pages, FeedReader feeds, int maxBytes) {
    this(pages, feeds, maxBytes, Optional.empty());
  }

  /** A reader that reads PDF and Word too. */
  public DocumentReader(HtmlPages pages, OfficeFiles office) {
    this(pages, new FeedReader(), DEFAULT_MAX_BYTES, Optional.of(office));
  }

  private DocumentReader(
      HtmlPages pages, FeedReader feeds, int maxBytes, Optional<OfficeFiles> office) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes is not positive: " + maxBytes);
    }
    this.pages = requireNonNull(pages, "pages is null");
    this.feeds = requireNonNull(feeds, "feeds is null");
    this.maxBytes = maxBytes;
    this.office = office;
  }

  /**
   * What bytes hold. Never throws for what they are.
   *
   * @param name a file name, or the address that they came from
   * @param contentType the header that they came with
   */
  public Document read(byte[] bytes, String name, Optional<String> contentType, Given given) {
    if (bytes.length > maxBytes) {
      return new Refused(name + " is larger than " + maxBytes + " bytes");
    }
    List<ArticleDraft> drafts = new ArrayList<>();
    return switch (border(bytes, name, contentType, given, drafts::add)) {
      case HandedOn handedOn -> new Articles(drafts, handedOn.problems());
      case FeedItems feed -> feed;
      case Refused refused -> refused;
    };
  }

  /** How much is wanted of a long document that begins so: only feeds may be cut. */
  public Wanted wanted(Content beginning) {
    Feed begun = feeds.read(beginning.view(), beginning.type(), Optional.empty());
    if (!begun.isFeed()) {
      return Wanted.WHOLE;
    }
    return feeds.isFull(begun) ? Wanted.ENOUGH : Wanted.BEGINNING;
  }

  /**
   * What a file holds; its articles are handed on in their order. A file of JSON Lines is never
   * held as a whole. A file that cannot be read is refused; what the taker throws goes through.
   */
  public Streamed read(Path file, Given given, Consumer<ArticleDraft> taker) {
    String name = String.valueOf(file.getFileName());
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(Math.min(HEAD, maxBytes) + 1);
      Optional<Charset> lines = jsonLines(head, name);
      if (lines.isPresent()) {
        return lines(file, lines.get(), given, taker);
      }
      if (Files.size(file) > maxBytes) {
        return tooLarge(file, head, name);
      }
      return border(Files.readAllBytes(file), name, Optional.empty(), given, taker);
    } catch (IOException e) {
      return new Refused(name + " cannot be read: " + e.getMessage());
    }
  }

  /** Of a feed that is too large the first items are read. */
  private Streamed tooLarge(Path file, byte[] head, String name) throws IOException {
    Charsets.Decoded decoded = Charsets.decode(head, Optional.empty());
    if (!isText(head, decoded)) {
      return new Refused(name + " is not text");
    }
    DocumentKind kind = DocumentKind.of(decoded.text(), name, Optional.empty());
    if (kind == DocumentKind.XML || kind == DocumentKind.JSON) {
      try (InputStream in = Files.newInputStream(file)) {
        Feed feed = feeds.read(in, Optional.empty(), address(name));
        if (feed.isFeed() && !feed.items().isEmpty()) {
          return new FeedItems(feed);
        }
      }
    }
    return new Refused(name + " is larger than " + maxBytes + " bytes");
  }

  private static Optional<Charset> jsonLines(byte[] head, String name) {
    Charsets.Decoded decoded = Charsets.decode(head, Optional.empty());
    boolean isLines =
        isText(head, decoded)
            && !decoded.text().isBlank()
            && DocumentKind.of(decoded.text(), name, Optional.empty()) == DocumentKind.JSON_LINES;
    return isLines ? Optional.of(decoded.charset()) : Optional.empty();
  }

  private Streamed lines(Path file, Charset charset, Given given, Consumer<ArticleDraft> taker)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return lines(in, charset, String.valueOf(file.getFileName()), given, taker);
    }
  }

  private Streamed lines(
      InputStream in, Charset charset, String name, Given given, Consumer<ArticleDraft> taker)
      throws IOException {
    JsonArticles articles = new JsonArticles(given, outletOf(name), taker);
    articles.lines(new InputStreamReader(in, charset));
    return new HandedOn(articles.taken(), articles.problems());
  }

  /** The border of one document: whatever it holds, the next one is read. */
  private Streamed border(
      byte[] bytes,
      String name,
      Optional<String> contentType,
      Given given,
      Consumer<ArticleDraft> taker) {
    List<ArticleDraft> drafts = new ArrayList<>();
    Streamed outcome;
    try {
      outcome = sniffed(bytes, name, contentType, given, drafts::add);
    } catch (RuntimeException defect) {
      return new Refused(name + " cannot be read: " + defect);
    }
    drafts.forEach(taker);
    return outcome;
  }

  private Streamed sniffed(
      byte[] bytes,
      String name,
      Optional<String> contentType,
      Given given,
      Consumer<ArticleDraft> taker) {
    if (office.isPresent() && OfficeFiles.isOne(bytes)) {
      return switch (office.get().read(bytes)) {
        case OfficeFiles.Text(String text) -> article(texts.extract(text), name, given, taker);
        case OfficeFiles.Unread(String why) -> new Refused(name + " " + why);
      };
    }
    if (bytes.length > HEAD) {
      Optional<Streamed> feed = longFeed(bytes, name, contentType);
      if (feed.isPresent()) {
        return feed.get();
      }
    }
    Charsets.Decoded decoded = Charsets.decode(bytes, contentType);
    if (!isText(bytes, decoded)) {
      return new Refused(name + " is not text");
    }
    String text = decoded.text();
    if (text.isBlank()) {
      return new Refused(name + " is empty");
    }
    return switch (DocumentKind.of(text, name, contentType)) {
      case JSON_LINES -> {
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = new ByteArrayInputStream(whole)) {
          yield lines(in, StandardCharsets.UTF_8, name, given, taker);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      case JSON_ARTICLE -> {
        JsonArticles articles = new JsonArticles(given, outletOf(name), taker);
        articles.object(text);
        yield new HandedOn(articles.taken(), articles.problems());
      }
      case JSON -> feed(bytes, name, contentType, NO_JSON_FEED);
      case XML -> feed(bytes, name, contentType, NO_XML_FEED);
      case HTML ->
          article(pages.extract(text, given.url().or(() -> address(name))), name, given, taker);
      case TEXT -> article(texts.extract(text), name, given, taker);
    };
  }

  /** A long document that begins as a feed is decoded by the reader of feeds, and only there. */
  private Optional<Streamed> longFeed(byte[] bytes, String name, Optional<String> contentType) {
    byte[] head = Arrays.copyOf(bytes, HEAD);
    Charsets.Decoded decoded = Charsets.decode(head, contentType);
    if (!isText(head, decoded) || decoded.text().isBlank()) {
      return Optional.empty();
    }
    return switch (DocumentKind.of(decoded.text(), name, contentType)) {
      case JSON -> Optional.of(feed(bytes, name, contentType, NO_JSON_FEED));
      case XML -> Optional.of(feed(bytes, name, contentType, NO_XML_FEED));
      case JSON_LINES, JSON_ARTICLE, HTML, TEXT -> Optional.empty();
    };
  }

  private static boolean isText(byte[] bytes, Charsets.Decoded decoded) {
    if (DocumentKind.isBinary(bytes) || !decoded.isText()) {
      return false;
    }
    long unreadable = decoded.text().chars().filter(c -> c == '\uFFFD').count();
    return unreadable * READABLE_FOR_ONE <= decoded.text().length();
  }

  private Streamed feed(byte[] bytes, String name, Optional<String> contentType, String otherwise) {
    Feed feed = feeds.read(bytes, contentType, address(name));
    return feed.isFeed() ? new FeedItems(feed) : new Refused(name + " is " + otherwise);
  }

  private Streamed article(
      ExtractedPage page, String name, Given given, Consumer<ArticleDraft> taker) {
    if (!page.isArticle() || page.body().isBlank()) {
      return new Refused(name + ": no article found");
    }
    taker.accept(
        new ArticleDraft(
            Optional.empty(),
            given.url().or(() -> own(page.canonical(), address(name))),
            Optional.empty(),
            given
                .outlet()
                .or(page::outlet)
                .or(() -> given.url().flatMap(outlets::ofAddress))
                .orElseGet(() -> outletOf(name)),
            page.title(),
            given.language().orElse(page.language()),
            given.published().or(page::published),
            page.body(),
            page.image()));
    return new HandedOn(1, List.of());
  }

  /** A page that came from an address may not name one on another site as its own. */
  private static Optional<URI> own(Optional<URI> named, Optional<URI> from) {
    return from.map(address -> ItemArticles.ownAddress(named, address)).or(() -> named);
  }

  /** The outlet of an address or its host, or the file's name without its ending. */
  private String outletOf(String name) {
    Optional<URI> address = address(name);
    if (address.isPresent()) {
      return outlets
          .ofAddress(address.get())
          .or(() -> Optional.ofNullable(address.get().getHost()))
          .map(host -> host.startsWith("www.") ? host.substring(4) : host)
          .orElse(name);
    }
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String bare = ENDING.matcher(file).replaceFirst("");
    return bare.isBlank() ? "unknown" : bare;
  }

  private static Optional<URI> address(String name) {
    try {
      return ADDRESS.matcher(name).matches() ? Optional.of(new URI(name)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
