package news.isnad.speaker;

import java.util.List;
import news.isnad.article.Edition;

/**
 * Finds who said what in an article. Implementations are deterministic and safe for concurrent use.
 */
public interface Attribution {

  /**
   * The statements of an edition in the order of its text; sentences without one are the outlet's
   * own words.
   */
  List<Statement> statements(Edition edition);

  /**
   * Stands for the rules: as long as it is the same, an edition has the same statements; 0 where
   * nobody knows.
   */
  default int version() {
    return 0;
  }
}
