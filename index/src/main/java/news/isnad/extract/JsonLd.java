package news.isnad.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
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
          .build();
  private static final Pattern ARTICLE =
      Pattern.compile("(?i).*(article|posting|report|review|recipe)$");
  private static final Pattern LIVE = Pattern.compile("(?i).*LiveBlogPosting$");
  private static final int LONGEST_JSON = 500_000;
  private static final int MOST_NODES = 2_000;
  private static final int MOST_POSTS = 500;

  private final Optional<JsonNode> article;
  private final Optional<JsonNode> live;

  private JsonLd(Optional<JsonNode> article, Optional<JsonNode> live) {
    this.article = article;
    this.live = live;
  }

  /**
   * An entry of a live blog.
   *
   * @param time as written there; empty where it says none
   * @param headline may be empty
   * @param body text, or HTML as some sites write it
   */
  record Post(String time, String headline, String body) {}

  static JsonLd of(Document page) {
    List<JsonNode> nodes = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      String data = script.data().strip();
      if (data.length() > LONGEST_JSON || nodes.size() >= MOST_NODES) {
        continue;
      }
      try {
        open(JSON.readTree(data), nodes);
      } catch (JsonProcessingException broken) {
        // Pages often carry broken blocks; the other ways of telling remain.
      }
    }
    return new JsonLd(first(nodes, ARTICLE), first(nodes, LIVE));
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
    Predicate<String> named = type.asMatchPredicate();
    return nodes.stream()
        .filter(node -> node.isObject() && all(node.path("@type")).anyMatch(named))
        .findFirst();
  }

  /** The texts of a value or of a list of values. */
  private static Stream<String> all(JsonNode node) {
    return each(node).map(JsonNode::asText);
  }

  private static Stream<JsonNode> each(JsonNode node) {
    return node.isArray() ? node.valueStream() : Stream.of(node);
  }

  boolean isThere() {
    return article.isPresent();
  }

  boolean isLive() {
    return live.isPresent();
  }

  /** A field of the article. */
  Optional<String> field(String name) {
    return article.flatMap(node -> text(node.path(name)));
  }

  /** The name of whoever stands in a field: the first one. */
  Optional<String> name(String field) {
    return article
        .flatMap(node -> each(node.path(field)).findFirst())
        .flatMap(who -> text(who.isObject() ? who.path("name") : who));
  }

  /** The address of the picture: of the first one. */
  Optional<String> image() {
    for (String name : List.of("image", "thumbnailUrl")) {
      Optional<String> found =
          article
              .flatMap(node -> each(node.path(name)).findFirst())
              .flatMap(
                  image ->
                      image.isObject()
                          ? text(image.path("url"))
                              .or(() -> text(image.path("contentUrl")))
                              .or(() -> text(image.path("@id")))
                          : text(image));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The text that the page says is its article's. */
  Optional<String> body() {
    return field("articleBody");
  }

  /** The entries of a live blog, in the order in which they are listed. */
  List<Post> posts() {
    return live.stream()
        .flatMap(node -> each(node.path("liveBlogUpdate")))
        .filter(JsonNode::isObject)
        .limit(MOST_POSTS)
        .map(
            post ->
                new Post(
                    text(post.path("datePublished")).orElse(""),
                    text(post.path("headline")).orElse(""),
                    text(post.path("articleBody")).orElse("")))
        .toList();
  }

  private static Optional<String> text(JsonNode node) {
    String text = node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
    return text.isEmpty() ? Optional.empty() : Optional.of(Parser.unescapeEntities(text, false));
  }
}
