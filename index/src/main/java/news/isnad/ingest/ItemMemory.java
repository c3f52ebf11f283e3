package news.isnad.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import news.isnad.article.SourceCatalogue;
import news.isnad.ingest.ItemArticles.Item;

/**
 * What a feed says of its items in one poll, beside what it said before: title and date, as a
 * number. It outlives the process; a feed that says the same as before costs no write. Confined to
 * one thread.
 */
final class ItemMemory {
  /** Whatever a feed says is something else. */
  private static final int UNSAID = 0;

  private final SourceCatalogue sources;
  private final long source;
  private final Map<String, Integer> before;
  private final Map<String, Integer> now = new HashMap<>();

  ItemMemory(SourceCatalogue sources, long source) {
    this.sources = sources;
    this.source = source;
    this.before = sources.said(source);
  }

  /** Whether the feed says another title or date of an item than it did before. */
  boolean isSaidOtherwise(Item item) {
    int says = Objects.hash(item.item().title(), item.item().published());
    now.put(item.guid(), says);
    Integer said = before.get(item.guid());
    return said != null && said != says;
  }

  /** An item that is not looked at this time: what was said of it counts. */
  void pass(Item item) {
    Integer said = before.get(item.guid());
    if (said != null) {
      now.putIfAbsent(item.guid(), said);
    }
  }

  /** An item that was to be read and was not: it is to be read as soon as it may be. */
  void forget(Item item) {
    now.put(item.guid(), UNSAID);
  }

  void remember() {
    if (!now.equals(before)) {
      sources.remember(source, now);
    }
  }
}
