package news.isnad.article;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.store.Database;
import news.isnad.text.Language;
import org.jdbi.v3.core.Handle;

/**
 * What operators decide about single articles: hidden ones are neither cited nor told of, while all
 * of them stays; of one that is taken down nothing stays but the addresses and ids by which it is
 * known, so that it is not taken in again. What goes with its source is deleted, and may come
 * again.
 *
 * <p>Which articles are hidden is remembered elsewhere, and said here at the start and with every
 * change. Safe for concurrent use.
 */
public final class Editorship {
  private final Database database;
  private final HiddenArticles hidden;

  Editorship(Database database, HiddenArticles hidden) {
    this.database = requireNonNull(database, "database is null");
    this.hidden = requireNonNull(hidden, "hidden is null");
  }

  /** The current editions of the articles that were met at an address. */
  public List<Edition> at(URI address) {
    return database.reading(
        handle ->
            ArticleRows.editions(
                    handle,
                    "WHERE a.current = e.sequence AND a.id IN (SELECT article FROM article_key"
                        + " WHERE kind = 'url' AND value = :key) ORDER BY e.sequence")
                .bind("key", AddressKey.ofArticle(address))
                .map((row, context) -> ArticleRows.edition(row))
                .list());
  }

  /** All editions of an article, the first one first; none of one that was taken down. */
  public List<Edition> editions(ArticleName name) {
    return database.reading(
        handle ->
            ArticleRows.editions(
                    handle,
                    "WHERE a.name = :name AND a.language = :language AND a.current <> 0"
                        + " ORDER BY e.number")
                .bind("name", name.article())
                .bind("language", name.language().code())
                .map((row, context) -> ArticleRows.edition(row))
                .list());
  }

  /** These are hidden from now on, and no others. */
  public void hide(Collection<ArticleName> names) {
    hidden.set(
        database.reading(
            handle -> {
              Set<Long> rows = new HashSet<>();
              names.forEach(name -> row(handle, name).ifPresent(rows::add));
              return rows;
            }));
  }

  /**
   * The articles that are of the earliest days before a time, oldest first.
   *
   * @param needed editions whose articles are passed over
   */
  public List<ArticleName> oldest(Instant before, int most, Set<Long> needed) {
    return database.reading(
        handle -> {
          Set<Long> passedOver = articlesOf(handle, needed);
          return handle
              .createQuery(
                  "SELECT a.id, a.name, a.language FROM edition e JOIN article a ON a.current ="
                      + " e.sequence WHERE e.moment < :before ORDER BY e.moment, e.sequence"
                      + " LIMIT :most")
              .bind("before", before.toEpochMilli())
              .bind("most", (long) most + passedOver.size())
              .map(
                  (row, context) ->
                      Map.entry(row.getLong(1), name(row.getString(2), row.getString(3))))
              .list()
              .stream()
              .filter(each -> !passedOver.contains(each.getKey()))
              .limit(most)
              .map(Map.Entry::getValue)
              .toList();
        });
  }

  /** How many articles {@link #oldest} could name. */
  public long countBefore(Instant before, Set<Long> needed) {
    return database.reading(
        handle ->
            Math.max(
                0,
                handle
                        .createQuery(
                            "SELECT count(*) FROM edition e JOIN article a ON a.current ="
                                + " e.sequence WHERE e.moment < :before")
                        .bind("before", before.toEpochMilli())
                        .mapTo(Long.class)
                        .one()
                    - articlesOf(handle, needed).size()));
  }

  private static Set<Long> articlesOf(Handle handle, Set<Long> editions) {
    Set<Long> articles = new HashSet<>();
    for (long edition : editions) {
      handle
          .createQuery("SELECT article FROM edition WHERE sequence = :edition")
          .bind("edition", edition)
          .mapTo(Long.class)
          .findOne()
          .ifPresent(articles::add);
    }
    return articles;
  }

  private static ArticleName name(String article, String language) {
    return new ArticleName(article, Language.of(language).orElseThrow());
  }

  /** What these sources alone brought is hidden from now on, and nothing of other sources. */
  public void hideSources(Set<Long> sources) {
    hidden.setSources(sources);
  }

  /** Articles that a source brought and nobody else did, at most {@code limit}. */
  public List<ArticleName> broughtOnlyBy(long source, int limit) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "SELECT name, language FROM article WHERE current <> 0 AND id IN ("
                        + HiddenArticles.onlyBy(Long.toString(source), "SELECT b.article")
                        + ") ORDER BY id LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> name(row.getString(1), row.getString(2)))
                .list());
  }

  /** Nothing counts as brought by a source any more. */
  public void forgetSource(Handle handle, long source) {
    handle.execute("DELETE FROM article_source WHERE source = ?", source);
  }

  private static Optional<Long> row(Handle handle, ArticleName name) {
    return handle
        .createQuery("SELECT id FROM article WHERE name = :name AND language = :language")
        .bind("name", name.article())
        .bind("language", name.language().code())
        .mapTo(Long.class)
        .findOne();
  }

  /**
   * Empties all editions of an article and what was understood of them. Their numbers stay taken,
   * and what is stored later under the same id, address or words is not taken in.
   */
  public void takeDown(Handle handle, ArticleName name) {
    row(handle, name)
        .ifPresent(
            row -> {
              handle.execute(
                  "DELETE FROM statement WHERE edition IN (SELECT sequence FROM edition WHERE"
                      + " article = ?)",
                  row);
              handle.execute(
                  "UPDATE edition SET title = '', text = '', image = NULL, moment = ? WHERE"
                      + " article = ?",
                  ArticleRows.NEVER,
                  row);
              // Not marked as withdrawn: questions load what is.
              handle.execute("UPDATE article SET current = 0, withdrawn = NULL WHERE id = ?", row);
            });
  }

  /**
   * Empties an article as {@link #takeDown} does, and forgets what it was known by, so that it is
   * taken in again where it is met again.
   */
  public void delete(Handle handle, ArticleName name) {
    Optional<Long> found = row(handle, name);
    takeDown(handle, name);
    found.ifPresent(
        row -> {
          handle.execute("DELETE FROM article_key WHERE article = ?", row);
          handle.execute("DELETE FROM article_source WHERE article = ?", row);
          handle.execute("UPDATE edition SET url = NULL WHERE article = ?", row);
          handle.execute(
              "UPDATE article SET name = 'deleted:' || id, fingerprint = '' WHERE id = ?", row);
        });
  }
}
