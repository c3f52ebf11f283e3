package news.isnad.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.isnad.text.DateReader;

/**
 * Reads JSON Feed, item by item: what stands before a broken place is read. Used once, by one
 * thread.
 */
final class JsonFeedReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonFactory FACTORY = JSON.getFactory();

  private final int maxItems;
  private final Optional<URI> base;
  private final Problems problems;
  private final DateReader dates = DateReader.midnight();
  private final List<FeedItem> items = new ArrayList<>();
  private String title = "";
  private Optional<String> link = Optional.empty();
  private Optional<String> language = Optional.empty();
  private boolean isFeed;

  JsonFeedReader(int maxItems, Optional<URI> base, Problems problems) {
    this.maxItems = maxItems;
    this.base = base;
    this.problems = problems;
  }

  Feed read(String text) {
    try (JsonParser parser =
        FACTORY.createParser(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      head(parser);
    } catch (IOException broken) {
      problems.add("the document breaks off or is no JSON");
    }
    return isFeed
        ? new Feed(true, title, link, language, items, problems.all())
        : Feed.none("the document is JSON, but no feed");
  }

  private void head(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("items") && value == JsonToken.START_ARRAY) {
        isFeed = true;
        if (!items(parser)) {
          return;
        }
      } else if (value.isScalarValue()) {
        headField(field, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }

  private void headField(String field, String value) {
    switch (field) {
      case "version" -> isFeed |= value.contains("jsonfeed.org");
      case "title" -> title = ItemFields.Plain.text(ItemFields.Plain.escaped(value));
      case "home_page_url" -> link = absolute(value);
      case "language" -> language = Optional.of(value);
      default -> {}
    }
  }

  private boolean items(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (items.size() >= maxItems) {
        problems.add("more than " + maxItems + " items: the rest is not read");
        return false;
      }
      JsonNode node = JSON.readTree(parser);
      if (node != null && node.isObject()) {
        items.add(item(node));
      } else {
        problems.add("an item is no object");
      }
    }
    return true;
  }

  private FeedItem item(JsonNode node) {
    Optional<String> html = text(node, "content_html");
    Optional<String> plain = text(node, "content_text");
    String content = html.or(() -> plain.map(ItemFields.Plain::escaped)).orElse("");
    Optional<String> summary = text(node, "summary").map(ItemFields.Plain::escaped);
    return new FeedItem(
        text(node, "id"),
        text(node, "url").or(() -> text(node, "external_url")).flatMap(this::absolute),
        text(node, "title").map(ItemFields.Plain::escaped).map(ItemFields.Plain::text).orElse(""),
        ItemFields.Plain.text(summary.orElse(content)),
        content,
        date(node, "date_published").or(() -> date(node, "date_modified")),
        author(node));
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? Optional.of(value.asText().strip())
        : Optional.empty();
  }

  private Optional<Instant> date(JsonNode node, String field) {
    Optional<String> written = text(node, field);
    Optional<Instant> read = written.flatMap(dates::read);
    if (written.isPresent() && read.isEmpty()) {
      problems.add("a date cannot be read: " + ItemFields.Plain.shortened(written.get()));
    }
    return read;
  }

  private static Optional<String> author(JsonNode node) {
    JsonNode first = node.path("authors").path(0);
    return text(first.isObject() ? first : node.path("author"), "name");
  }

  private Optional<String> absolute(String written) {
    String address = Addresses.resolve(base.map(URI::toString), written.strip());
    return ItemFields.ADDRESS.matcher(address).matches() ? Optional.of(address) : Optional.empty();
  }
}
