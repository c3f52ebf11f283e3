package news.isnad.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element of a feed while it is read. Its key is the local name, behind the usual prefix of its
 * namespace: {@code title}, {@code atom:title}, {@code dc:date}. Confined to one thread.
 */
final class Node {
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("http://www.w3.org/2005/atom", "atom"),
          Map.entry("http://purl.org/atom/ns#", "atom"),
          Map.entry("http://purl.org/rss/1.0/", ""),
          Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
          Map.entry("http://my.netscape.com/publish/formats/rss-0.91.dtd", ""),
          Map.entry("http://backend.userland.com/rss2", ""),
          Map.entry("http://blogs.law.harvard.edu/tech/rss", ""),
          Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
          Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
          Map.entry("http://purl.org/dc/terms/", "dcterms"),
          Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
          Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("http://search.yahoo.com/mrss/", "media"),
          Map.entry("http://search.yahoo.com/mrss", "media"),
          Map.entry("http://www.google.com/schemas/sitemap-news/0.9", "news"),
          Map.entry("http://www.google.com/schemas/sitemap-image/1.1", "image"),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml"));

  private static final int MOST_CHILDREN = 1_000;
  private static final int LONGEST_TEXT = 1_000_000;

  private final @Nullable Node parent;
  private final Map<String, String> attributes;
  private final List<Node> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final String name;
  private final String key;
  private final int from;
  private int to;

  Node(@Nullable Node parent, String name, Map<String, String> attributes, int from) {
    this.parent = parent;
    this.attributes = attributes;
    this.name = name.toLowerCase(Locale.ROOT);
    this.from = from;
    this.to = from;
    this.key = keyOf();
  }

  private String keyOf() {
    int colon = name.lastIndexOf(':');
    String local = name.substring(colon + 1);
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String declared = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
    Node at = this;
    while (at != null && !at.attributes.containsKey(declared)) {
      at = at.parent;
    }
    String usual = prefix;
    if (at != null) {
      String address = at.attributes.getOrDefault(declared, "").strip().toLowerCase(Locale.ROOT);
      // A default namespace of the whole document is the feed's own, whatever it is called.
      boolean isFeedsOwn = address.isEmpty() || (prefix.isEmpty() && at.parent == null);
      String unknown = isFeedsOwn ? "" : prefix.isEmpty() ? "x" : prefix;
      usual = PREFIXES.getOrDefault(address, unknown);
    }
    return usual.isEmpty() ? local : usual + ":" + local;
  }

  String name() {
    return name;
  }

  String key() {
    return key;
  }

  /** The key without prefix. */
  String local() {
    return key.substring(key.indexOf(':') + 1);
  }

  @Nullable Node parent() {
    return parent;
  }

  /** Beyond the limit children are read, but not kept: no feed needs them. */
  void add(Node child) {
    if (children.size() < MOST_CHILDREN) {
      children.add(child);
    }
  }

  void remove(Node child) {
    children.remove(child);
  }

  /** Beyond the limit it is cut: no text of an article is that long. */
  void append(String more) {
    int room = LONGEST_TEXT - text.length();
    text.append(more, 0, Math.min(room, more.length()));
  }

  boolean isFull() {
    return text.length() == LONGEST_TEXT;
  }

  void endAt(int offset) {
    to = offset;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  boolean hasChildren() {
    return !children.isEmpty();
  }

  /** The decoded text that stands directly in it. */
  String text() {
    return text.toString();
  }

  Optional<String> attribute(String named) {
    return Optional.ofNullable(attributes.get(named)).map(String::strip);
  }

  List<Node> all(String childKey) {
    List<Node> found = new ArrayList<>();
    for (Node child : children) {
      if (child.key.equals(childKey)) {
        found.add(child);
      }
    }
    return found;
  }

  Optional<Node> first(String childKey) {
    for (Node child : children) {
      if (child.key.equals(childKey)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** The nearest value of an inherited attribute, such as {@code xml:lang}. */
  Optional<String> inherited(String named) {
    for (Node at = this; at != null; at = at.parent) {
      String value = at.attributes.get(named);
      if (value != null) {
        return Optional.of(value.strip());
      }
    }
    return Optional.empty();
  }

  /** The values of an attribute from here up to the root. */
  List<String> inheritedAll(String named) {
    List<String> values = new ArrayList<>();
    for (Node at = this; at != null; at = at.parent) {
      String value = at.attributes.get(named);
      if (value != null) {
        values.add(value.strip());
      }
    }
    return values;
  }
}
