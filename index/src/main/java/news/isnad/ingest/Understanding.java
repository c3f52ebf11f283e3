package news.isnad.ingest;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.isnad.article.Edition;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.Statement;
import news.isnad.speaker.StatementStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step after the store: finds the statements of editions, in the order in which they were
 * stored, and remembers how far it is in the same transaction.
 *
 * <p>An edition that the rules fail on is left without statements, and the next one is taken.
 *
 * <p>Safe for concurrent use as far as no two callers take the same editions.
 */
public final class Understanding {
  private static final Logger log = LoggerFactory.getLogger(Understanding.class);

  private final Attribution attribution;
  private final StatementStore statements;

  public Understanding(Attribution attribution, StatementStore statements) {
    this.attribution = requireNonNull(attribution, "attribution is null");
    this.statements = requireNonNull(statements, "statements is null");
  }

  /**
   * The statements of editions, by sequence: those that are stored, and of editions behind the
   * cursor's place those that are found now, which are stored.
   *
   * @param batch editions that follow one another in the order of their sequences
   * @throws news.isnad.store.StoreUnavailableException if the store cannot take more at the moment;
   *     a later call does the same work
   */
  public Map<Long, List<Statement>> of(List<Edition> batch) {
    long known = statements.done();
    Map<Long, List<Statement>> all =
        new HashMap<>(statements.of(batch.stream().map(Edition::sequence).toList()));
    List<Edition> fresh = batch.stream().filter(edition -> edition.sequence() > known).toList();
    if (!fresh.isEmpty()) {
      all.putAll(found(fresh));
    }
    return all;
  }

  /** The same, all of them found anew. */
  public Map<Long, List<Statement>> anew(List<Edition> batch) {
    return found(batch);
  }

  /** Whether all that are stored are those that would be found now. */
  public boolean isUpToDate() {
    return statements.areMadeBy(attribution.version());
  }

  /** Notes that every edition's were found anew. */
  public void allAnew() {
    statements.allMadeBy(attribution.version());
  }

  private Map<Long, List<Statement>> found(List<Edition> editions) {
    Map<Long, List<Statement>> found = new LinkedHashMap<>();
    List<List<Statement>> each = editions.parallelStream().map(this::found).toList();
    for (int i = 0; i < each.size(); i++) {
      found.put(editions.get(i).sequence(), each.get(i));
    }
    statements.save(
        found, Math.max(editions.getLast().sequence(), statements.done()), attribution.version());
    return found;
  }

  /** The border of one edition. */
  private List<Statement> found(Edition edition) {
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
