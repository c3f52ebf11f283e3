package news.isnad.article;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import news.isnad.text.Language;

/**
 * An article as it was read, before the store has given it a place. Immutable.
 *
 * @param givenId the id that came with it (JSON Lines); empty for pages and files
 * @param url canonical address
 * @param guid the feed's own id of the item
 * @param outlet the publisher that a reader knows; never blank
 * @param title may be empty when the page has none
 * @param published when the outlet says it was published; empty when it does not say
 * @param text the body, verbatim, paragraphs separated by line breaks; never blank
 * @param image the address of the picture that its page leads with; nobody fetches it
 */
public record ArticleDraft(
    Optional<String> givenId,
    Optional<URI> url,
    Optional<String> guid,
    String outlet,
    String title,
    Language language,
    Optional<Instant> published,
    String text,
    Optional<URI> image) {
  public ArticleDraft {
    requireNonNull(givenId, "givenId is null");
    requireNonNull(url, "url is null");
    requireNonNull(guid, "guid is null");
    requireNonNull(language, "language is null");
    requireNonNull(published, "published is null");
    requireNonNull(title, "title is null");
    requireNonNull(image, "image is null");
    if (outlet.isBlank()) {
      throw new IllegalArgumentException("outlet is blank");
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("text is blank");
    }
  }

  /** An article without a picture. */
  public ArticleDraft(
      Optional<String> givenId,
      Optional<URI> url,
      Optional<String> guid,
      String outlet,
      String title,
      Language language,
      Optional<Instant> published,
      String text) {
    this(givenId, url, guid, outlet, title, language, published, text, Optional.empty());
  }
}
