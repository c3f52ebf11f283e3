package news.isnad.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.isnad.speaker.Statement;
import news.isnad.speaker.Upstream;

/** What an article credits as a whole. */
final class ArticleCredit {
  private ArticleCredit() {}

  /** The upstream that every statement of the article shares; none where they differ. */
  static List<Upstream> of(List<Statement> statements) {
    Map<String, Upstream> shared = new LinkedHashMap<>();
    boolean first = true;
    for (Statement statement : statements) {
      Map<String, Upstream> here = new LinkedHashMap<>();
      statement.upstream().forEach(upstream -> here.put(upstream.name(), upstream));
      if (first) {
        shared.putAll(here);
        first = false;
      } else {
        shared.keySet().retainAll(here.keySet());
      }
    }
    return List.copyOf(shared.values());
  }
}
