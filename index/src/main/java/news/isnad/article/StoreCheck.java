package news.isnad.article;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import news.isnad.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * Compares what is in the store with itself: the file is sound, every edition belongs to an
 * article, the editions of an article have no gap, no cursor is ahead of the sequence, and
 * statements belong to editions that their step is done with.
 *
 * <p>Safe for concurrent use; reads one snapshot, all of it.
 */
public final class StoreCheck {
  /** A question that has no answer in a sound store. Each row is a finding, in its first column. */
  private static final List<String> QUESTIONS =
      List.of(
          "SELECT 'article ' || a.name || ' has no current edition' FROM article a LEFT JOIN"
              + " edition e ON e.sequence = a.current AND e.article = a.id WHERE a.current <> 0 AND"
              + " e.sequence IS NULL",
          "SELECT 'edition ' || e.sequence || ' belongs to no article' FROM edition e LEFT JOIN"
              + " article a ON a.id = e.article WHERE a.id IS NULL",
          "SELECT 'article ' || a.name || ' lacks an edition between 1 and ' || MAX(e.number) FROM"
              + " article a JOIN edition e ON e.article = a.id GROUP BY a.id, a.name HAVING"
              + " MIN(e.number) <> 1 OR MAX(e.number) <> count(*)",
          "SELECT 'article ' || a.name || ' has an edition that is newer than its current one' FROM"
              + " article a JOIN edition e ON e.article = a.id GROUP BY a.id, a.name, a.current"
              + " HAVING a.current <> 0 AND MAX(e.sequence) <> a.current",
          "SELECT k.kind || ' ' || k.value || ' leads to no article' FROM article_key k LEFT JOIN"
              + " article a ON a.id = k.article WHERE a.id IS NULL",
          "SELECT 'cursor ' || c.name || ' is at ' || c.position || ', ahead of the last edition'"
              + " FROM cursor c WHERE c.position > (SELECT COALESCE(MAX(sequence), 0) FROM"
              + " edition)",
          "SELECT DISTINCT 'statements of edition ' || s.edition || ' belong to no edition' FROM"
              + " statement s LEFT JOIN edition e ON e.sequence = s.edition WHERE e.sequence IS"
              + " NULL",
          "SELECT DISTINCT 'statements of edition ' || s.edition || ' are ahead of their cursor'"
              + " FROM statement s WHERE s.edition > (SELECT COALESCE(MAX(c.position), 0) FROM"
              + " cursor c WHERE c.name = 'statements')",
          "SELECT 'a statement of edition ' || s.edition || ' is not a stretch of its text' FROM"
              + " statement s WHERE s.starts < 0 OR s.ends < s.starts OR s.sentence_starts >"
              + " s.starts OR s.ends > s.sentence_ends");

  private static final int MOST_PER_QUESTION = 20;

  private final Database database;

  public StoreCheck(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** What is wrong, as a person would say it; empty for a sound store. */
  public List<String> findings() {
    List<String> findings = new ArrayList<>(database.integrity());
    if (findings.isEmpty()) {
      database.reading(
          handle -> {
            QUESTIONS.forEach(question -> findings.addAll(ask(handle, question)));
            return findings;
          });
    }
    return findings;
  }

  private static List<String> ask(Handle handle, String question) {
    return handle.createQuery(question + " LIMIT " + MOST_PER_QUESTION).mapTo(String.class).list();
  }
}
