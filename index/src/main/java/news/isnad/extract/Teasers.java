package news.isnad.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Lists of other articles, each with a headline that leads to it and a line or two of it: the page
 * of a section or of a search is nothing else, and below many articles stands one. Confined to one
 * thread.
 */
@SuppressWarnings("IdentityHashMapUsage") // elements are told apart by what they are
final class Teasers {
  private static final int FEWEST = 3;
  private static final int MOST_WORDS = 30;

  /** In characters. */
  private static final int LONGEST = 600;

  /** Of more than that no list is read, and no teaser goes deeper. */
  private static final int MOST_HEADLINES = 500;

  private static final int LEVELS = 6;

  /** So many of the children of a list are teasers. */
  private static final double MOST = 0.7;

  private static final String HEADLINE =
      "h2:has(a[href]), h3:has(a[href]), h4:has(a[href]), h5:has(a[href]), a[href]:has(h2, h3, h4,"
          + " h5)";

  private final PageText texts;

  private Teasers(PageText texts) {
    this.texts = texts;
  }

  /**
   * Takes all of them off a page.
   *
   * @param texts of the page, perhaps before something was taken off it
   */
  static void remove(Element root, PageText texts) {
    new Teasers(texts).remove(root);
  }

  private void remove(Element root) {
    Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element headline : root.select(HEADLINE).stream().limit(MOST_HEADLINES).toList()) {
      Element list = list(headline);
      if (list != null && seen.add(list)) {
        List<Element> teasers = teasers(list);
        if (teasers.size() >= FEWEST) {
          teasers.forEach(Element::remove);
        }
      }
    }
  }

  /** The element above all that is the teaser of a headline: it may hold others beside it. */
  private @Nullable Element list(Element headline) {
    Element at = headline;
    for (int level = 0; level < LEVELS; level++) {
      Element above = at.parent();
      if (above == null || !isTeaser(above)) {
        return above;
      }
      at = above;
    }
    return null;
  }

  /** The children that are teasers, if they are most of them. */
  private List<Element> teasers(Element list) {
    List<Element> teasers = new ArrayList<>();
    int others = 0;
    for (Element child : list.children()) {
      if (isTeaser(child)) {
        teasers.add(child);
      } else {
        others += child.hasText() ? 1 : 0;
      }
    }
    return teasers.size() >= MOST * (teasers.size() + others) ? teasers : List.of();
  }

  private boolean isTeaser(Element element) {
    if (!texts.holds(element)
        || texts.length(element) > LONGEST
        || element.select(HEADLINE).isEmpty()) {
      return false;
    }
    List<Element> headlines = element.select("h2, h3, h4, h5");
    String headline = headlines.size() == 1 ? headlines.getFirst().text() : "";
    return headlines.size() == 1
        && PlainTextExtractor.words(element.text()) - PlainTextExtractor.words(headline)
            <= MOST_WORDS;
  }
}
