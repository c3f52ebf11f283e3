package news.isnad.topic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.text.Analyzers;
import news.isnad.text.Language;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.Query;

/**
 * Topics in a Lucene Monitor, in memory.
 *
 * <p>The newest monitor that is published is older than the core it runs on; {@code
 * MonitorTopicsTest} pins that they fit. Safe for concurrent use.
 */
public final class MonitorTopics implements Topics {
  private final Monitor monitor;
  private final TranslatedWords translations;

  /**
   * @param translations what the words of a topic are called in the other language
   */
  public MonitorTopics(TranslatedWords translations) {
    this.translations = requireNonNull(translations, "translations is null");
    Map<String, Analyzer> fields = new HashMap<>();
    for (Language language : Language.values()) {
      fields.put(TopicQuery.field(language), Analyzers.stemmed(language));
    }
    try {
      monitor = new Monitor(new PerFieldAnalyzerWrapper(Analyzers.exact(Language.ENGLISH), fields));
    } catch (IOException e) {
      throw new UncheckedIOException("topics cannot be kept in memory", e);
    }
  }

  @Override
  public boolean isTopic(String words, Language language) {
    return !TopicQuery.content(words, language).isEmpty();
  }

  @Override
  public void register(String id, String words, Language language) {
    Optional<Query> query = TopicQuery.of(words, language, translations);
    if (query.isEmpty()) {
      remove(id);
      return;
    }
    try {
      monitor.register(new MonitorQuery(id, query.get()));
    } catch (IOException e) {
      throw new UncheckedIOException("topic " + id + " cannot be registered", e);
    }
  }

  @Override
  public void remove(String id) {
    try {
      monitor.deleteById(id);
    } catch (IOException e) {
      throw new UncheckedIOException("topic " + id + " cannot be removed", e);
    }
  }

  @Override
  public Set<String> match(Edition edition) {
    Document document = new Document();
    String field = TopicQuery.field(edition.language());
    document.add(new TextField(field, edition.title(), Field.Store.NO));
    document.add(new TextField(field, edition.text(), Field.Store.NO));
    try {
      MatchingQueries<QueryMatch> matches = monitor.match(document, QueryMatch.SIMPLE_MATCHER);
      Set<String> ids = new HashSet<>();
      matches.getMatches().forEach(match -> ids.add(match.getQueryId()));
      return Set.copyOf(ids);
    } catch (IOException e) {
      throw new UncheckedIOException("edition " + edition.sequence() + " cannot be matched", e);
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
