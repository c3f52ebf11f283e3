package news.isnad.extract;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import news.isnad.text.Language;

/**
 * What was found on a page. Immutable.
 *
 * @param title the headline; empty where there is none
 * @param outlet the publisher that a reader knows, in the form of the table of outlets
 * @param author as printed
 * @param published when the page says that it was published; empty where it does not say
 * @param language of the body
 * @param canonical the page's own address
 * @param image the address of the picture that the page leads with; nobody fetches it
 * @param body the article's paragraphs as printed, separated by line breaks; may be empty
 * @param isArticle whether there is an article on the page at all
 */
public record ExtractedPage(
    String title,
    Optional<String> outlet,
    Optional<String> author,
    Optional<Instant> published,
    Language language,
    Optional<URI> canonical,
    Optional<URI> image,
    String body,
    boolean isArticle) {
  public ExtractedPage {
    requireNonNull(title, "title is null");
    requireNonNull(outlet, "outlet is null");
    requireNonNull(author, "author is null");
    requireNonNull(published, "published is null");
    requireNonNull(language, "language is null");
    requireNonNull(canonical, "canonical is null");
    requireNonNull(image, "image is null");
    requireNonNull(body, "body is null");
  }

  /** A page without a picture. */
  public ExtractedPage(
      String title,
      Optional<String> outlet,
      Optional<String> author,
      Optional<Instant> published,
      Language language,
      Optional<URI> canonical,
      String body,
      boolean isArticle) {
    this(title, outlet, author, published, language, canonical, Optional.empty(), body, isArticle);
  }
}
