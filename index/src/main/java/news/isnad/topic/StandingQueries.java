package news.isnad.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import news.isnad.text.Analyzers;
import news.isnad.text.Language;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The standing queries of one language: a Lucene Monitor behind {@link Presearch}.
 *
 * <p>The newest monitor that is published is older than the core it runs on; {@code
 * MonitorTopicsTest} pins that they fit. Its changes are not safe while it is read.
 */
final class StandingQueries implements AutoCloseable {
  private static final ScopedValue<List<String>> CANDIDATES = ScopedValue.newInstance();

  /** The monitor builds the documents of all queries that it is given before it stores them. */
  private static final int AT_ONCE = 1_000;

  private static final String ID = "topic";
  private static final String ID_KEY = "id";

  private final Presearch presearch = new Presearch();
  private final Monitor monitor;
  private final Set<String> monitored = new HashSet<>();

  StandingQueries() {
    try {
      monitor = new Monitor(Analyzers.exact(Language.ENGLISH), new Chosen());
    } catch (IOException e) {
      throw new UncheckedIOException("topics cannot be kept in memory", e);
    }
  }

  /** Lets through the queries that were chosen for the article before. */
  private static final class Chosen extends Presearcher {
    @Override
    public Query buildQuery(LeafReader reader, BiPredicate<String, BytesRef> accepted) {
      Collection<BytesRef> ids = new ArrayList<>();
      CANDIDATES.get().forEach(id -> ids.add(new BytesRef(id)));
      return ids.isEmpty() ? MatchNoDocsQuery.INSTANCE : new TermInSetQuery(ID, ids);
    }

    @Override
    public Document indexQuery(Query query, Map<String, String> metadata) {
      Document document = new Document();
      document.add(new StringField(ID, metadata.getOrDefault(ID_KEY, ""), Field.Store.NO));
      return document;
    }
  }

  /** Sets what ids stand for. */
  void set(Map<String, Condition> conditions) {
    conditions.keySet().forEach(this::remove);
    List<MonitorQuery> queries = new ArrayList<>();
    conditions.forEach(
        (id, condition) -> {
          boolean never = condition.equals(Condition.NEVER);
          if (!never && presearch.add(id, condition)) {
            queries.add(
                new MonitorQuery(id, ConditionQuery.of(condition), null, Map.of(ID_KEY, id)));
            monitored.add(id);
          }
        });
    if (queries.isEmpty()) {
      return;
    }
    try {
      for (int at = 0; at < queries.size(); at += AT_ONCE) {
        monitor.register(queries.subList(at, Math.min(at + AT_ONCE, queries.size())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("topics cannot be registered", e);
    }
  }

  void remove(String id) {
    presearch.remove(id);
    if (!monitored.remove(id)) {
      return;
    }
    try {
      monitor.deleteById(id);
    } catch (IOException e) {
      throw new UncheckedIOException("topic " + id + " cannot be removed", e);
    }
  }

  /** Whether the topics should be put in order. */
  boolean isOutOfOrder() {
    return presearch.isOutOfOrder();
  }

  /** Makes matching faster. A change. */
  void putInOrder() {
    presearch.putInOrder();
  }

  /** The ids that an article matches. */
  Set<String> match(Matter matter) {
    Presearch.Found found = presearch.of(matter);
    if (found.candidates().isEmpty()) {
      return found.decided();
    }
    Set<String> ids = new HashSet<>(found.decided());
    try {
      ScopedValue.where(CANDIDATES, found.candidates())
          .call(() -> monitor.match(MatterFields.document(matter), QueryMatch.SIMPLE_MATCHER))
          .getMatches()
          .forEach(match -> ids.add(match.getQueryId()));
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException("an article cannot be matched", e);
    }
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException("topics cannot be closed", e);
    }
  }
}
