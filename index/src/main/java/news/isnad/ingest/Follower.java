package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.Statement;
import news.isnad.speaker.StatementStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step after the store: finds the statements of every edition, in the order in which they were
 * stored, and remembers how far it is in the same transaction.
 *
 * <p>An edition that the rules fail on is left without statements, and the next one is taken.
 *
 * <p>Safe for concurrent use; calls wait for one another.
 */
public final class Follower {
  private static final Logger log = LoggerFactory.getLogger(Follower.class);
  private static final int TOGETHER = 50;

  private final ArticleStore articles;
  private final Attribution attribution;
  private final StatementStore statements;

  public Follower(ArticleStore articles, Attribution attribution, StatementStore statements) {
    this.articles = requireNonNull(articles, "articles is null");
    this.attribution = requireNonNull(attribution, "attribution is null");
    this.statements = requireNonNull(statements, "statements is null");
  }

  /**
   * Works until no edition is left.
   *
   * @return the number of editions worked on
   * @throws news.isnad.store.StoreUnavailableException if the store cannot take more at the moment;
   *     a later call goes on from there
   */
  public synchronized int catchUp() {
    int worked = 0;
    for (List<Edition> next = next(); !next.isEmpty(); next = next()) {
      Map<Long, List<Statement>> found = new LinkedHashMap<>();
      for (Edition edition : next) {
        found.put(edition.sequence(), statements(edition));
      }
      statements.save(found, next.getLast().sequence());
      worked += next.size();
    }
    return worked;
  }

  private List<Edition> next() {
    return articles.after(statements.done(), TOGETHER);
  }

  private List<Statement> statements(Edition edition) {
    try {
      return attribution.statements(edition);
    } catch (RuntimeException | StackOverflowError defect) {
      log.error(
          "Edition {} of {} is left without statements: its words are found, its speakers are not.",
          edition.number(),
          edition.article(),
          defect);
      return List.of();
    }
  }
}
