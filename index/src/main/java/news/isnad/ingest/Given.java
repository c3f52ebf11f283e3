package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import news.isnad.text.Language;

/**
 * What an operator states about a document; it goes before what the document says. Immutable.
 *
 * @param url for documents of one article only
 */
public record Given(
    Optional<String> outlet,
    Optional<Instant> published,
    Optional<Language> language,
    Optional<URI> url) {
  /** Nothing stated. */
  public static final Given NOTHING =
      new Given(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Given {
    outlet = outlet.map(String::strip).filter(name -> !name.isEmpty());
    requireNonNull(published, "published is null");
    requireNonNull(language, "language is null");
    requireNonNull(url, "url is null");
  }
}
