package news.isnad.article;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import news.isnad.text.Language;

/**
 * One stored version of an article. Immutable.
 *
 * @param sequence place in the order in which editions were stored; grows by one or more, never
 *     used twice. Every step after the store follows it with a cursor
 * @param article the article's id: the id given at ingest, else the canonical address, else {@code
 *     sha256:} and the fingerprint of its text. The same article keeps it through all editions.
 *     Unique together with the language
 * @param number 1 for the first edition of the article, 2 for the second
 * @param published when the outlet says the article was published; empty when it does not say
 * @param ingested when this edition was stored
 * @param text the body as stored; every offset in the project counts UTF-16 units of it
 * @param image the address of the picture that its page leads with; nobody fetches it
 */
public record Edition(
    long sequence,
    String article,
    int number,
    Optional<URI> url,
    String outlet,
    String title,
    Language language,
    Optional<Instant> published,
    Instant ingested,
    String text,
    Optional<URI> image) {

  /** An edition without a picture. */
  public Edition(
      long sequence,
      String article,
      int number,
      Optional<URI> url,
      String outlet,
      String title,
      Language language,
      Optional<Instant> published,
      Instant ingested,
      String text) {
    this(
        sequence,
        article,
        number,
        url,
        outlet,
        title,
        language,
        published,
        ingested,
        text,
        Optional.empty());
  }

  /** The same edition at another place in the order: the store gives the number when it stores. */
  Edition at(long place) {
    return new Edition(
        place, article, number, url, outlet, title, language, published, ingested, text, image);
  }
}
