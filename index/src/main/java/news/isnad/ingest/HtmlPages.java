package news.isnad.ingest;

import java.net.URI;
import java.util.Optional;
import news.isnad.extract.ExtractedPage;

/**
 * Finds the article on an HTML page. Never throws for what a page holds; safe for concurrent use.
 */
@FunctionalInterface
public interface HtmlPages {
  /**
   * What is on a page.
   *
   * @param address where it came from; relative addresses resolve against it
   */
  ExtractedPage extract(String html, Optional<URI> address);
}
