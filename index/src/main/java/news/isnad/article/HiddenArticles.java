package news.isnad.article;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The articles that are hidden now, by their rows and by the sources that alone brought them:
 * replaced as a whole. Safe for concurrent use.
 */
final class HiddenArticles {
  /** No row has this number. */
  private static final String NOBODY = "0";

  private volatile String rows = NOBODY;
  private volatile String sources = "";

  void set(Set<Long> ids) {
    rows = ids.isEmpty() ? NOBODY : listed(ids);
  }

  void setSources(Set<Long> ids) {
    sources = listed(ids);
  }

  private static String listed(Set<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** A condition that holds for hidden articles; what stands there is a number each. */
  String condition() {
    String single = "a.id IN (" + rows + ")";
    String of = sources;
    return of.isEmpty()
        ? single
        : "(" + single + " OR a.id IN (" + onlyBy(of, "SELECT b.article") + "))";
  }

  /** A query for the articles that some sources brought and nobody else. */
  static String onlyBy(String sources, String select) {
    return select
        + " FROM article_source b WHERE b.source IN ("
        + sources
        + ") AND NOT EXISTS (SELECT 1 FROM article_source o WHERE o.article = b.article"
        + " AND o.source NOT IN ("
        + sources
        + "))";
  }
}
