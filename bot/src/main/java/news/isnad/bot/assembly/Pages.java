package news.isnad.bot.assembly;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import news.isnad.article.ArticleDraft;
import news.isnad.extract.ArticleExtractor;
import news.isnad.extract.ExtractedPage;
import news.isnad.extract.PlainTextExtractor;
import news.isnad.fetch.Content;
import news.isnad.ingest.Document;
import news.isnad.ingest.DocumentReader;
import news.isnad.ingest.Given;
import news.isnad.office.OfficeFiles;
import news.isnad.text.Charsets;

/** Pages, read with the extractors that ship. Stateless, safe for concurrent use. */
public final class Pages {
  private static final ArticleExtractor HTML = new ArticleExtractor();
  private static final PlainTextExtractor TEXT = new PlainTextExtractor();
  private static final OfficeFiles OFFICE = new OfficeFiles();

  private Pages() {}

  /** Reads documents of every kind, PDF and Word among them. */
  public static DocumentReader documents() {
    return new DocumentReader(HTML::extract, OFFICE);
  }

  /** The same, where HTML is read on threads of an executor. */
  static DocumentReader documents(ExecutorService extractors) {
    return new DocumentReader(
        (html, address) -> {
          try {
            return extractors.submit(() -> HTML.extract(html, address)).get();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
          } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
          }
        });
  }

  /** What the extractors find in a page; empty where it is no text. */
  public static Optional<ExtractedPage> extract(Content content, Optional<URI> address) {
    Charsets.Decoded decoded = Charsets.decode(content.bytes(), content.type());
    if (!decoded.isText() || decoded.text().isBlank()) {
      return Optional.empty();
    }
    String text = decoded.text();
    return Optional.of(isHtml(text, content) ? HTML.extract(text, address) : TEXT.extract(text));
  }

  private static boolean isHtml(String text, Content content) {
    boolean named = content.type().map(type -> type.contains("html")).orElse(false);
    String head =
        text.substring(0, Math.min(text.length(), 2000)).toLowerCase(java.util.Locale.ROOT);
    return named
        || head.contains("<html")
        || head.contains("<!doctype html")
        || head.contains("<body")
        || head.contains("<p>")
        || head.contains("<div");
  }

  /** The articles of a document that is at hand; what is not taken goes to the problems. */
  public static List<ArticleDraft> drafts(
      Content content, Optional<URI> address, String name, List<String> problems) {
    String called = address.map(URI::toString).orElse(name);
    return switch (documents().read(content.bytes(), called, content.type(), Given.NOTHING)) {
      case Document.Articles articles -> {
        problems.addAll(articles.problems());
        yield articles.drafts();
      }
      case Document.FeedItems feed -> {
        problems.add(called + " is a feed of " + feed.feed().items().size() + " items");
        yield new ArrayList<>();
      }
      case Document.Refused refused -> {
        problems.add(refused.why());
        yield new ArrayList<>();
      }
    };
  }
}
