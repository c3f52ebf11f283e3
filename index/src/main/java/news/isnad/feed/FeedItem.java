package news.isnad.feed;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a feed. Immutable.
 *
 * @param guid the feed's own id of it, as it stands there
 * @param link absolute address of its page
 * @param title plain text; may be empty
 * @param summary plain text; may be empty
 * @param content HTML of the whole text where the feed carries it, else of the summary; may be
 *     empty. From outside: never shown without being escaped
 * @param published published, else updated, else created
 * @param author as printed
 */
public record FeedItem(
    Optional<String> guid,
    Optional<String> link,
    String title,
    String summary,
    String content,
    Optional<Instant> published,
    Optional<String> author) {
  public FeedItem {
    requireNonNull(guid, "guid is null");
    requireNonNull(link, "link is null");
    requireNonNull(title, "title is null");
    requireNonNull(summary, "summary is null");
    requireNonNull(content, "content is null");
    requireNonNull(published, "published is null");
    requireNonNull(author, "author is null");
  }
}
