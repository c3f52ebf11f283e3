package news.isnad.feed;

import java.net.URI;
import java.util.Optional;
import news.isnad.text.Charsets;

/** Reads feeds: bytes to items. Never throws. Immutable, safe for concurrent use. */
public final class FeedReader {
  public static final int DEFAULT_MAX_ITEMS = 1_000;

  private final int maxItems;

  public FeedReader() {
    this(DEFAULT_MAX_ITEMS);
  }

  /**
   * @param maxItems the first so many items are read; positive
   */
  public FeedReader(int maxItems) {
    if (maxItems < 1) {
      throw new IllegalArgumentException("maxItems is not positive: " + maxItems);
    }
    this.maxItems = maxItems;
  }

  /**
   * What can be read of a document.
   *
   * @param contentType the header it came with
   * @param base the address it came from; relative links resolve against it
   */
  public Feed read(byte[] bytes, Optional<String> contentType, Optional<URI> base) {
    try {
      Charsets.Decoded decoded = Charsets.decode(bytes, contentType);
      Problems problems = new Problems();
      if (decoded.damaged()) {
        problems.add("some bytes cannot be read as " + decoded.charset().name());
      }
      String text = decoded.text();
      return isJson(text)
          ? new JsonFeedReader(maxItems, base, problems).read(text)
          : new XmlFeedReader(maxItems, base, problems).read(text);
    } catch (RuntimeException defect) {
      // The border of one feed: whatever it holds, the next one is read.
      return Feed.none("the feed cannot be read: " + defect);
    }
  }

  private static boolean isJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && c != '\uFEFF') {
        return c == '{';
      }
    }
    return false;
  }
}
