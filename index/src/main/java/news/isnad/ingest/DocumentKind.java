package news.isnad.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.feed.FeedReader;

/**
 * Tells kinds of documents apart by how they begin.
 *
 * <ul>
 *   <li>What begins with a brace is JSON. The first line that can be read as an object decides: one
 *       with a text is an article, one with items is a feed.
 *   <li>What begins with an angle bracket is HTML if it says so at once, XML if the root of a feed
 *       comes before any element of HTML.
 *   <li>A name or a content type decides only what the beginning leaves open.
 * </ul>
 */
enum DocumentKind {
  JSON_LINES,
  /** One article as one JSON object over several lines. */
  JSON_ARTICLE,
  JSON,
  XML,
  HTML,
  TEXT;

  private static final List<String> BINARY =
      List.of(
          "%PDF-",
          "\u0089PNG",
          "\u00FF\u00D8\u00FF",
          "GIF8",
          "PK\u0003\u0004",
          "\u001F\u008B",
          "BZh",
          "7z\u00BC\u00AF",
          "Rar!",
          "\u00FD7zXZ",
          "\u007FELF",
          "\u00CA\u00FE\u00BA\u00BE",
          "SQLite format 3",
          "\u00D0\u00CF\u0011\u00E0",
          "OggS",
          "{\\rtf");
  private static final Pattern SAYS_HTML =
      Pattern.compile(
          "(?is)\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body)[\\s>]");
  private static final Pattern HAS_HTML =
      Pattern.compile("(?i)<(html|head|body|article|main|section|div|p|h1|title)[\\s>]");
  private static final Pattern FEED_ROOT =
      Pattern.compile("(?i)<([\\w.-]{1,32}:)?(rss|feed|rdf|channel|urlset|sitemapindex)[\\s>]");
  private static final JsonFactory JSON_PARSERS = new JsonFactory();
  private static final int HEAD = 4_096;
  private static final int LINES_TRIED = 50;

  /** True for files that are never text, though some of them look like it. */
  static boolean isBinary(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    return BINARY.stream().anyMatch(head::startsWith);
  }

  /**
   * The kind of a document.
   *
   * @param text its beginning at least
   * @param name of the file, or the address
   */
  static DocumentKind of(String text, String name, Optional<String> contentType) {
    String lower = name.toLowerCase(Locale.ROOT);
    String type = contentType.orElse("").toLowerCase(Locale.ROOT);
    if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
      return JSON_LINES;
    }
    String begin = text.stripLeading();
    if (begin.startsWith("{")) {
      return json(begin);
    }
    if (FeedReader.isJson(begin.substring(0, Math.min(begin.length(), HEAD)))) {
      return JSON;
    }
    boolean isNamedHtml =
        type.contains("html") || lower.endsWith(".html") || lower.endsWith(".htm");
    if (begin.startsWith("<")) {
      String head = begin.substring(0, Math.min(begin.length(), HEAD));
      if (SAYS_HTML.matcher(head).lookingAt()) {
        return HTML;
      }
      Matcher html = HAS_HTML.matcher(head);
      boolean hasHtml = html.find();
      Matcher root = FEED_ROOT.matcher(head);
      boolean isXml =
          head.startsWith("<?xml") || (root.find() && (!hasHtml || root.start() < html.start()));
      boolean isHtml = isNamedHtml || hasHtml;
      return isHtml && !isXml ? HTML : XML;
    }
    return isNamedHtml ? HTML : TEXT;
  }

  private static DocumentKind json(String text) {
    DocumentKind whole = object(text);
    if (whole != JSON) {
      return whole;
    }
    return text.lines()
        .limit(LINES_TRIED)
        .map(DocumentKind::object)
        .filter(kind -> kind == JSON_LINES)
        .findFirst()
        .orElse(JSON);
  }

  /** What the first object of a text is, as far as it can be read. */
  private static DocumentKind object(String text) {
    boolean hasText = false;
    int line = 1;
    try (JsonParser parser = JSON_PARSERS.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return JSON;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("items") && value == JsonToken.START_ARRAY) {
          return JSON;
        }
        hasText |= field.equals("text") || field.equals("sentences");
        parser.skipChildren();
        line = parser.currentTokenLocation().getLineNr();
      }
    } catch (IOException cutOrBroken) {
      // What was seen until here decides.
    }
    if (!hasText) {
      return JSON;
    }
    return line > 1 ? JSON_ARTICLE : JSON_LINES;
  }
}
