package news.isnad.feed;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What was read of a feed. Immutable.
 *
 * @param isFeed whether the document is a feed at all
 * @param title plain text; empty where it has none
 * @param link the page that the feed belongs to
 * @param language as the feed states it, such as {@code ar-EG}
 * @param items in the order of the document
 * @param problems what could not be read, one sentence each, for the source's health
 */
public record Feed(
    boolean isFeed,
    String title,
    Optional<String> link,
    Optional<String> language,
    List<FeedItem> items,
    List<String> problems) {
  public Feed {
    requireNonNull(title, "title is null");
    requireNonNull(link, "link is null");
    requireNonNull(language, "language is null");
    items = List.copyOf(items);
    problems = List.copyOf(problems);
  }

  static Feed none(String why) {
    return new Feed(false, "", Optional.empty(), Optional.empty(), List.of(), List.of(why));
  }
}
