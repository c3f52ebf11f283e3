package news.isnad.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML feeds. Builds the elements of one item at a time; a finished item leaves the tree.
 *
 * <ul>
 *   <li>An end tag closes the nearest open element of its name; without one it is passed over.
 *   <li>An item that begins while another is open closes that one.
 *   <li>A plain field (link, date, id) that begins inside another plain field closes that one.
 *   <li>At the end of the document everything is closed: the last item may be half of one.
 * </ul>
 *
 * <p>Used once, by one thread.
 */
final class XmlFeedReader implements MarkupScanner.Listener {
  /** Of a document without any element. */
  static final Feed EMPTY = Feed.none("the document is empty");

  private static final String SITEMAP = "urlset";
  private static final Set<String> ITEMS = Set.of("item", "entry", "atom:entry", "atom:item");
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel", SITEMAP);
  private static final Set<String> PLAIN_FIELDS =
      Set.of("title", "link", "guid", "pubdate", "dc:date", "dc:creator", "author", "category");
  private static final int DEEPEST = 100;
  private static final int LONGEST_RAW = 1_000_000;

  private final int maxItems;
  private final Optional<URI> base;
  private final Problems problems;
  private final Entities entities = new Entities();
  private final List<FeedItem> items = new ArrayList<>();
  private String text = "";
  private @Nullable Node root;
  private @Nullable Node current;
  private @Nullable Node item;
  private @Nullable Node channel;
  private int depth;

  XmlFeedReader(int maxItems, Optional<URI> base, Problems problems) {
    this.maxItems = maxItems;
    this.base = base;
    this.problems = problems;
  }

  Feed read(String document) {
    text = document;
    new MarkupScanner(document, entities, problems, this).scan();
    if (item != null) {
      problems.add("the document ends within an item");
    }
    closeUpTo(null, document.length());
    Node head = channel == null ? root : channel;
    if (head == null || root == null) {
      return EMPTY;
    }
    if (root.key().equals("sitemapindex")) {
      return Feed.none("the document lists sitemaps, not articles");
    }
    if (!isFeed(head)) {
      return Feed.none("the document is no feed: " + root.name());
    }
    ItemFields fields = new ItemFields(text, base, Optional.empty(), problems);
    return new Feed(
        true,
        fields.title(head),
        fields.channelLink(head),
        fields.language(head),
        items,
        problems.all());
  }

  private boolean isFeed(Node head) {
    return ROOTS.contains(head.local()) || !items.isEmpty();
  }

  @Override
  public boolean open(
      String name, Map<String, String> attributes, boolean isEmpty, int from, int to) {
    if (depth >= DEEPEST) {
      problems.add("elements are nested deeper than " + DEEPEST);
      return true;
    }
    Node node = new Node(current, name, attributes, to);
    if (isPlainFieldInside(node) && current != null && current.parent() != null) {
      problems.add("a field is not closed: " + current.name());
      close(current, from);
      node = new Node(current, name, attributes, to);
    }
    if (isItem(node)) {
      if (item != null) {
        problems.add("an item is not closed");
        Node open = item;
        closeUpTo(open, from);
        close(open, from);
        node = new Node(current, name, attributes, to);
      }
      if (items.size() >= maxItems) {
        problems.add("more than " + maxItems + " items: the rest is not read");
        return false;
      }
      item = node;
    }
    enter(node);
    if (isEmpty) {
      close(node, to);
    }
    return true;
  }

  /** Of a sitemap each address of its own level is one. */
  private boolean isItem(Node node) {
    if (root != null && root.key().equals(SITEMAP)) {
      return node.key().equals("url");
    }
    return ITEMS.contains(node.key());
  }

  private boolean isPlainFieldInside(Node node) {
    return item != null
        && current != null
        && PLAIN_FIELDS.contains(node.key())
        && PLAIN_FIELDS.contains(current.key())
        && current.parent() == item
        && !current.key().equals("author");
  }

  private void enter(Node node) {
    if (current != null) {
      current.add(node);
    } else if (root == null) {
      root = node;
    }
    if (channel == null && node.local().equals("channel")) {
      channel = node;
    }
    current = node;
    depth++;
  }

  @Override
  public boolean close(String name, int from, int to) {
    String closed = name.toLowerCase(Locale.ROOT);
    Node open = current;
    while (open != null && !open.name().equals(closed)) {
      open = open.parent();
    }
    if (open == null) {
      problems.add("an end without a beginning: " + closed);
      return true;
    }
    if (open != current) {
      problems.add("elements are closed in the wrong order");
    }
    closeUpTo(open, from);
    close(open, from);
    return true;
  }

  private void closeUpTo(@Nullable Node last, int at) {
    while (current != null && current != last) {
      close(current, at);
    }
  }

  private void close(Node node, int at) {
    node.endAt(at);
    current = node.parent();
    depth--;
    if (node == item) {
      finish(node);
    }
  }

  private void finish(Node node) {
    item = null;
    Node head = channel == null ? root : channel;
    Optional<String> home =
        head == null || head == node
            ? Optional.empty()
            : new ItemFields(text, base, Optional.empty(), problems).channelLink(head);
    items.add(new ItemFields(text, base, home, problems).item(node));
    Node parent = node.parent();
    if (parent != null) {
      parent.remove(node);
    }
  }

  @Override
  public void text(int from, int to, boolean isLiteral) {
    Node node = current;
    if (node != null && (node.isFull() || to - from > LONGEST_RAW)) {
      problems.add("a text is too long: the rest of it is not read");
    }
    if (node != null && !node.isFull()) {
      String raw = text.substring(from, Math.min(to, from + LONGEST_RAW));
      boolean isAddress = node.local().equals("link");
      node.append(isLiteral ? raw : isAddress ? entities.attribute(raw) : entities.text(raw));
    }
  }
}
