package news.isnad.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import news.isnad.text.Charsets;

/**
 * Reads feeds: bytes to items. Never throws. Of a long feed only as much is decoded as is needed
 * for the items that are wanted. Immutable, safe for concurrent use.
 */
public final class FeedReader {
  public static final int DEFAULT_MAX_ITEMS = 1_000;

  /** No more of a document is ever held; it is cut there. */
  static final int LONGEST = 10_000_000;

  private static final int BEGINNING = 1_000_000;
  private static final String DEFECT = "the feed cannot be read: ";

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
    if (bytes.length > BEGINNING) {
      Feed begun = whole(Arrays.copyOf(bytes, BEGINNING), contentType, base, false);
      if (begun.items().size() == maxItems) {
        return begun;
      }
    }
    boolean isCut = bytes.length > LONGEST;
    return whole(isCut ? Arrays.copyOf(bytes, LONGEST) : bytes, contentType, base, isCut);
  }

  /** Whether something holds as many items as are read of one document. */
  public boolean isFull(Feed feed) {
    return feed.items().size() >= maxItems;
  }

  /**
   * What can be read of a document of any length, of which no more is taken than is needed. The
   * stream stays open.
   *
   * @throws IOException if the stream fails
   */
  public Feed read(InputStream in, Optional<String> contentType, Optional<URI> base)
      throws IOException {
    byte[] beginning = in.readNBytes(BEGINNING);
    if (beginning.length == BEGINNING) {
      Feed begun = whole(beginning, contentType, base, false);
      if (begun.items().size() == maxItems) {
        return begun;
      }
    }
    byte[] rest = in.readNBytes(LONGEST + 1 - beginning.length);
    byte[] all = Arrays.copyOf(beginning, beginning.length + rest.length);
    System.arraycopy(rest, 0, all, beginning.length, rest.length);
    return read(all, contentType, base);
  }

  /** True where the reader failed on a document: a defect of ours, whatever the document is. */
  static boolean isDefect(Feed feed) {
    return feed.problems().stream().anyMatch(problem -> problem.startsWith(DEFECT));
  }

  /** Whether a text begins as a JSON document does, with what some servers put before it. */
  public static boolean isJson(String text) {
    return JsonFeedReader.begins(text);
  }

  private Feed whole(
      byte[] bytes, Optional<String> contentType, Optional<URI> base, boolean isCut) {
    try {
      Charsets.Decoded decoded = Charsets.decode(bytes, contentType);
      Problems problems = new Problems();
      if (isCut) {
        problems.add("the document is longer than " + LONGEST + " bytes: the rest is not read");
      }
      if (decoded.damaged()) {
        problems.add("some bytes cannot be read as " + decoded.charset().name());
      }
      String text = decoded.text();
      return isJson(text)
          ? new JsonFeedReader(maxItems, base, problems).read(text)
          : new XmlFeedReader(maxItems, base, problems).read(text);
    } catch (RuntimeException | StackOverflowError defect) {
      // The border of one feed: whatever it holds, the next one is read.
      return Feed.none(DEFECT + defect);
    }
  }
}
