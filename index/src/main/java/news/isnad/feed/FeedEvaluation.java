package news.isnad.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads every document of a list of feeds and writes what was found, one JSON object a line: {@code
 * file, error, entries, first_title, first_link, first_published, millis}. Of the list only {@code
 * file}, {@code content_type} and {@code base_url} are read. Safe for concurrent use.
 */
public final class FeedEvaluation {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FeedReader reader;

  public FeedEvaluation(FeedReader reader) {
    this.reader = reader;
  }

  /**
   * Reads every document of a list.
   *
   * @param documents the folder that the list's file names are relative to
   * @return number of documents
   * @throws IOException if the list or a document cannot be read, or the result not be written
   */
  public int run(Path documents, Path list, Path out) throws IOException {
    List<String> rows = Files.readAllLines(list).stream().filter(line -> !line.isBlank()).toList();
    warmUp();
    List<String> found = rows.parallelStream().map(row -> found(documents, row)).toList();
    Files.write(out, found);
    return found.size();
  }

  /** What is measured is reading a feed, not loading our classes. */
  private void warmUp() {
    byte[] sample =
        """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Sample</title>
        <item><title>A &amp; B</title><link>/1</link><pubDate>Thu, 15 Jan 2026 10:00 GMT</pubDate>
        <description>&lt;p&gt;قال مسؤول&lt;/p&gt;</description></item></channel></rss>
        """
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 300; i++) {
      reader.read(sample, Optional.empty(), Optional.of(URI.create("http://example.org/")));
    }
  }

  private String found(Path documents, String row) {
    try {
      JsonNode asked = JSON.readTree(row);
      String file = asked.path("file").asText();
      byte[] bytes = Files.readAllBytes(documents.resolve(file));
      long start = System.nanoTime();
      Feed feed =
          reader.read(bytes, text(asked, "content_type"), text(asked, "base_url").map(URI::create));
      long millis = (System.nanoTime() - start) / 1_000_000;
      return JSON.writeValueAsString(line(file, feed, millis));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot evaluate " + row, e);
    }
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).asText(null));
  }

  private static ObjectNode line(String file, Feed feed, long millis) {
    ObjectNode line = JSON.createObjectNode();
    line.put("file", file);
    // An empty document is read for what it is: it has no entries.
    boolean isRead = feed.isFeed() || feed.equals(XmlFeedReader.EMPTY);
    line.put("error", isRead ? null : String.join("; ", feed.problems()));
    line.put("entries", feed.items().size());
    Optional<FeedItem> first = feed.items().stream().findFirst();
    line.put("first_title", first.map(FeedItem::title).orElse(null));
    line.put("first_link", first.flatMap(FeedItem::link).orElse(null));
    line.put(
        "first_published", first.flatMap(FeedItem::published).map(Object::toString).orElse(null));
    line.put("millis", millis);
    return line;
  }
}
