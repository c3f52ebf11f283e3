package news.isnad.article;

import java.util.Set;
import java.util.stream.Collectors;

/** The rows of articles that are hidden now: replaced as a whole. Safe for concurrent use. */
final class HiddenArticles {
  /** No row has this number. */
  private static final String NOBODY = "0";

  private volatile String rows = "";

  void set(Set<Long> ids) {
    rows = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** A condition that holds for hidden articles; what stands there is a number each. */
  String condition() {
    String now = rows;
    return "a.id IN (" + (now.isEmpty() ? NOBODY : now) + ")";
  }
}
