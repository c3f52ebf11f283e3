package news.isnad.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.CharBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.isnad.text.DateReader;

/**
 * Reads JSON Feed, item by item: what stands before and behind a broken place is read. Used once,
 * by one thread.
 */
final class JsonFeedReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();
  private static final JsonFactory FACTORY = JSON.getFactory();

  /** What servers put before JSON so that no script runs it, or so that one does. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "\\A[\\s\\uFEFF]*+(?:/\\*[^*]{0,500}\\*/|\\)\\]\\}',?|(?:while|for)\\s?\\([1;\\s]{1,5}\\);|[\\w.$]{1,60}\\()?\\s*+(?=\\{)");

  /** Where an item begins behind one that cannot be read. */
  private static final Pattern NEXT =
      Pattern.compile(
          "\\{\\s*[\"'](?:id|title|content_html|content_text|summary|date_published|url)[\"']\\s*:");

  private static final String BREAKS_OFF = "the document breaks off or is no JSON";
  private static final int MOST_AUTHORS = 10;

  private final int maxItems;
  private final Optional<URI> base;
  private final Problems problems;
  private final DateReader dates = DateReader.midnight();
  private final List<FeedItem> items = new ArrayList<>();
  private char[] text = {};
  private String title = "";
  private Optional<String> link = Optional.empty();
  private Optional<String> language = Optional.empty();
  private boolean isFeed;

  JsonFeedReader(int maxItems, Optional<URI> base, Problems problems) {
    this.maxItems = maxItems;
    this.base = base;
    this.problems = problems;
  }

  /** Whether a text begins as JSON does, whatever is put before it. */
  static boolean begins(String text) {
    return BEFORE.matcher(text).lookingAt();
  }

  Feed read(String document) {
    Matcher before = BEFORE.matcher(document);
    text = document.substring(before.lookingAt() ? before.end() : 0).toCharArray();
    try (JsonParser parser = FACTORY.createParser(text)) {
      head(parser);
    } catch (IOException broken) {
      problems.add(BREAKS_OFF);
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
        if (!items((int) parser.currentLocation().getCharOffset())) {
          return;
        }
        parser.skipChildren();
      } else if (value.isScalarValue()) {
        headField(field, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }

  /** Items are read each for itself: what stands behind a broken one is found again. */
  private boolean items(int from) {
    int at = afterSpace(from);
    while (at < text.length && text[at] != ']') {
      if (items.size() >= maxItems) {
        problems.add("more than " + maxItems + " items: the rest is not read");
        return false;
      }
      at = afterSpace(item(at));
    }
    return true;
  }

  private int afterSpace(int from) {
    int at = from;
    while (at < text.length && (Character.isWhitespace(text[at]) || text[at] == ',')) {
      at++;
    }
    return at;
  }

  /** Reads one item and gives the offset behind it. */
  private int item(int from) {
    try (JsonParser parser = FACTORY.createParser(text, from, text.length - from)) {
      JsonNode node = JSON.readTree(parser);
      FeedItem item = node != null && node.isObject() ? item(node) : null;
      if (item != null && isSomething(item)) {
        items.add(item);
      } else {
        problems.add("an item is no object, or an empty one");
      }
      return from + Math.max(1, (int) parser.currentLocation().getCharOffset());
    } catch (IOException broken) {
      Matcher next = NEXT.matcher(CharBuffer.wrap(text));
      boolean isMore = from + 1 < text.length && next.find(from + 1);
      problems.add(isMore ? "an item cannot be read" : BREAKS_OFF);
      return isMore ? next.start() : text.length;
    }
  }

  private static boolean isSomething(FeedItem item) {
    return item.guid().isPresent()
        || item.link().isPresent()
        || !item.title().isEmpty()
        || !item.content().isEmpty();
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

  private FeedItem item(JsonNode node) {
    Optional<String> html = text(node, "content_html");
    Optional<String> plain = text(node, "content_text");
    String content = html.or(() -> plain.map(ItemFields.Plain::escaped)).orElse("");
    Optional<String> summary = text(node, "summary").map(ItemFields.Plain::escaped);
    return new FeedItem(
        text(node, "id"),
        link(node, "url").or(() -> link(node, "external_url")),
        text(node, "title").map(ItemFields.Plain::escaped).map(ItemFields.Plain::text).orElse(""),
        ItemFields.Plain.text(summary.orElse(content)),
        content,
        date(node, "date_published").or(() -> date(node, "date_modified")),
        author(node));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return text(node.path(field));
  }

  private static Optional<String> text(JsonNode value) {
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? Optional.of(value.asText().strip())
        : Optional.empty();
  }

  private Optional<String> link(JsonNode node, String field) {
    return node.path(field).isTextual()
        ? text(node, field).flatMap(this::absolute)
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

  /** Authors as they are listed; some feeds write a name, or a list of them, where one belongs. */
  private static Optional<String> author(JsonNode node) {
    for (String field : List.of("authors", "author")) {
      JsonNode said = node.path(field);
      List<String> names =
          (said.isArray() ? said.valueStream() : Stream.of(said))
              .limit(MOST_AUTHORS)
              .flatMap(
                  who ->
                      (who.isObject() ? text(who, "name") : text(who))
                          .map(ItemFields.Plain::escaped).map(ItemFields.Plain::text).stream())
              .toList();
      if (!names.isEmpty()) {
        return Optional.of(String.join(", ", names));
      }
    }
    return Optional.empty();
  }

  private Optional<String> absolute(String written) {
    String address = Addresses.resolve(base.map(URI::toString), written.strip());
    return ItemFields.ADDRESS.matcher(address).matches() ? Optional.of(address) : Optional.empty();
  }
}
