package news.isnad.search;

import java.util.List;
import news.isnad.article.Edition;
import news.isnad.speaker.Statement;

/** An edition with what was understood of it, ready for the index. Immutable. */
public record Indexed(Edition edition, List<Statement> statements) {
  public Indexed {
    statements = List.copyOf(statements);
  }
}
