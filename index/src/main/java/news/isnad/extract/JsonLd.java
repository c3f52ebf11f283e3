package news.isnad.extract;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The article that a page describes in JSON-LD. What it says is a claim: it may be a teaser, or
 * about another page. Immutable.
 */
final class JsonLd {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .build();
  private static final Pattern ARTICLE =
      Pattern.compile("(?i).*(article|posting|report|review|recipe)$");
  private static final Pattern LIVE = Pattern.compile("(?i).*LiveBlogPosting$");
  private static final int LONGEST_JSON = 500_000;
  private static final int MOST_NODES = 2_000;
  private static final int MOST_POSTS = 500;

  /** What some pages hide a block from old browsers with: before it, and behind it. */
  private static final Pattern WRAPPED =
      Pattern.compile("\\A(?:(?://|/\\*)?\\s{0,20}(?:<!\\[CDATA\\[|<!--)\\s{0,20}(?:\\*/)?)");

  private static final Pattern WRAPPED_END =
      Pattern.compile("(?:(?://|/\\*)?\\s{0,20}(?:]]>|-->)\\s{0,20}(?:\\*/)?)\\z");

  private static final int LONGEST_WRAPPING = 60;

  /** Before a name that is of schema.org anyway. */
  private static final Pattern PREFIX = Pattern.compile("^(schema:|https?://schema\\.org/)");

  private static final int MOST_NAMES = 20;

  private final Optional<JsonNode> article;
  private final Optional<JsonNode> live;

  /** What others refer to by its id. */
  private final Map<String, JsonNode> named;

  private JsonLd(Optional<JsonNode> article, Optional<JsonNode> live, Map<String, JsonNode> named) {
    this.article = article;
    this.live = live;
    this.named = named;
  }

  /**
   * An entry of a live blog.
   *
   * @param time as written there; empty where it says none
   * @param headline may be empty
   * @param body text, or HTML as some sites write it
   */
  record Post(String time, String headline, String body) {}

  /**
   * What a page tells.
   *
   * @param isOfPage whether a headline is that of the page: where it tells of several articles, the
   *     one that has it counts, and else none does
   */
  static JsonLd of(Document page, Predicate<String> isOfPage) {
    List<JsonNode> nodes = new ArrayList<>();
    for (Element script : page.select("script[type^=application/ld+json]")) {
      String data = unwrapped(script.data().strip());
      if (data.length() > LONGEST_JSON || nodes.size() >= MOST_NODES) {
        continue;
      }
      try (MappingIterator<JsonNode> blocks = JSON.readerFor(JsonNode.class).readValues(data)) {
        while (blocks.hasNextValue() && nodes.size() < MOST_NODES) {
          open(blocks.nextValue(), nodes);
        }
      } catch (IOException broken) {
        // Pages often carry broken blocks; the other ways of telling remain.
      }
    }
    Map<String, JsonNode> named = new HashMap<>();
    for (JsonNode node : nodes) {
      text(get(node, "@id")).filter(_ -> node.size() > 1).ifPresent(id -> named.put(id, node));
    }
    return new JsonLd(article(nodes, isOfPage), first(nodes, LIVE), named);
  }

  private static String unwrapped(String data) {
    String begun = WRAPPED.matcher(data).replaceFirst("");
    int end = Math.max(0, begun.length() - LONGEST_WRAPPING);
    return begun.substring(0, end) + WRAPPED_END.matcher(begun.substring(end)).replaceFirst("");
  }

  private static Optional<JsonNode> article(List<JsonNode> nodes, Predicate<String> isOfPage) {
    List<JsonNode> articles = nodes.stream().filter(node -> isOf(node, ARTICLE)).toList();
    return articles.size() == 1
        ? Optional.of(articles.getFirst())
        : articles.stream()
            .filter(node -> headline(node).filter(isOfPage).isPresent())
            .findFirst()
            .or(() -> articles.stream().filter(node -> isOf(node, LIVE)).findFirst());
  }

  private static Optional<String> headline(JsonNode node) {
    return text(get(node, "headline")).or(() -> text(get(node, "name")));
  }

  /** A node and all below it, level by level. */
  private static void open(JsonNode root, List<JsonNode> nodes) {
    int from = nodes.size();
    nodes.add(root);
    for (int i = from; i < nodes.size() && i - from < MOST_NODES; i++) {
      nodes.get(i).forEach(nodes::add);
    }
  }

  private static Optional<JsonNode> first(List<JsonNode> nodes, Pattern type) {
    return nodes.stream().filter(node -> isOf(node, type)).findFirst();
  }

  private static boolean isOf(JsonNode node, Pattern type) {
    return node.isObject()
        && each(get(node, "@type"))
            .anyMatch(
                each -> type.matcher(PREFIX.matcher(each.asText()).replaceFirst("")).matches());
  }

  /** A field, however its name is written. */
  private static JsonNode get(JsonNode node, String field) {
    JsonNode plain = node.path(field);
    if (!plain.isMissingNode() || !node.isObject()) {
      return plain;
    }
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      if (PREFIX.matcher(each.getKey()).replaceFirst("").equals(field)) {
        return each.getValue();
      }
    }
    return plain;
  }

  private static Stream<JsonNode> each(JsonNode node) {
    return node.isArray() ? node.valueStream() : Stream.of(node);
  }

  /** What stands in a field of the article: each, and in place of a reference what it refers to. */
  private Stream<JsonNode> values(String field) {
    return article.stream()
        .flatMap(node -> each(get(node, field)))
        .flatMap(node -> each(get(node, "@list").isMissingNode() ? node : get(node, "@list")))
        .limit(MOST_NAMES)
        .map(
            node ->
                node.isObject() && node.size() == 1
                    ? text(get(node, "@id")).map(named::get).orElse(node)
                    : node);
  }

  boolean isThere() {
    return article.isPresent();
  }

  boolean isLive() {
    return live.isPresent();
  }

  /** A field of the article. */
  Optional<String> field(String name) {
    return article.flatMap(node -> each(get(node, name)).findFirst()).flatMap(JsonLd::text);
  }

  /** The names of those who stand in a field, in their order. */
  List<String> names(String field) {
    return values(field)
        .flatMap(
            who ->
                (who.isObject() ? text(each(get(who, "name")).findFirst().orElse(who)) : text(who))
                    .stream())
        .distinct()
        .toList();
  }

  /** The address of the picture: of the first one. */
  Optional<String> image() {
    return Stream.of("image", "thumbnailUrl")
        .flatMap(this::values)
        .flatMap(
            image ->
                image.isObject()
                    ? Stream.of("url", "contentUrl", "@id")
                        .flatMap(name -> each(get(image, name)))
                        .flatMap(address -> text(address).stream())
                        .limit(1)
                    : text(image).stream())
        .findFirst();
  }

  /** The text that the page says is its article's. */
  Optional<String> body() {
    return field("articleBody");
  }

  /** The entries of a live blog, in the order in which they are listed. */
  List<Post> posts() {
    return live.stream()
        .flatMap(node -> each(get(node, "liveBlogUpdate")))
        .filter(JsonNode::isObject)
        .limit(MOST_POSTS)
        .map(
            post ->
                new Post(
                    text(get(post, "datePublished")).orElse(""),
                    text(get(post, "headline")).orElse(""),
                    text(get(post, "articleBody")).orElse("")))
        .toList();
  }

  private static Optional<String> text(JsonNode node) {
    String text = node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
    return text.isEmpty() ? Optional.empty() : Optional.of(Parser.unescapeEntities(text, false));
  }
}
