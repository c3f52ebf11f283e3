package news.isnad.article;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import news.isnad.text.Language;

/**
 * Something that is polled, and how that went. Immutable.
 *
 * @param name what operators call it; different for all sources
 * @param outlet the publisher that its articles are credited to; empty where feed or page says it
 * @param addedBy who added it, as a person would say it
 * @param etag validator of the last answer, for a conditional request
 * @param lastModified validator of the last answer, as the server wrote it
 * @param lastPolled when it was last asked; empty before the first time
 * @param nextPoll when it is due
 * @param lastOutcome what came of the last poll, as a person would say it
 * @param failuresInRow polls that failed since the last one that did not
 * @param itemsSeen items that were new, since it was added
 * @param itemsPerDay how many new items it has a day, by habit; empty where that is not known yet
 * @param language that its articles are in; empty where they say so themselves
 * @param paused whether it is left alone until somebody lets it go on
 */
public record Source(
    long id,
    String name,
    URI address,
    Kind kind,
    Optional<String> outlet,
    Instant added,
    String addedBy,
    Optional<String> etag,
    Optional<String> lastModified,
    Optional<Instant> lastPolled,
    Instant nextPoll,
    Optional<String> lastOutcome,
    int failuresInRow,
    long itemsSeen,
    OptionalDouble itemsPerDay,
    Optional<Language> language,
    boolean paused) {
  public Source {
    requireNonNull(address, "address is null");
    requireNonNull(kind, "kind is null");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name is blank");
    }
  }

  /** The same, left alone or not. */
  public Source paused(boolean otherwise) {
    return new Source(
        id,
        name,
        address,
        kind,
        outlet,
        added,
        addedBy,
        etag,
        lastModified,
        lastPolled,
        nextPoll,
        lastOutcome,
        failuresInRow,
        itemsSeen,
        itemsPerDay,
        language,
        otherwise);
  }

  /** What is behind a source's address. */
  public enum Kind {
    /** A list of items: RSS, Atom, JSON Feed. */
    FEED,
    /** One page that is read again and again. */
    PAGE
  }
}
