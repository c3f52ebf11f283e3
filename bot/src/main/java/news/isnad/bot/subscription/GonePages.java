package news.isnad.bot.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.ArticleStore;
import news.isnad.article.GonePage;
import news.isnad.store.Database;

/**
 * Which pages have gone since they were told of last. Those that were gone before the first look
 * are not told of. Clocks may go back by a minute. Joins the transaction that runs; confined to one
 * thread at a time.
 */
final class GonePages {
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private final Database database;
  private final ArticleStore articles;

  /** Those of the last minute that are done with. */
  private final Set<GonePage> done = new HashSet<>();

  GonePages(Database database, ArticleStore articles) {
    this.database = requireNonNull(database, "database is null");
    this.articles = requireNonNull(articles, "articles is null");
  }

  List<GonePage> next(Instant now) {
    Optional<Instant> until = until();
    if (until.isEmpty()) {
      begin(now);
      return List.of();
    }
    List<GonePage> gone = articles.goneSince(until.get().minus(OVERLAP));
    done.retainAll(gone);
    return gone.stream().filter(page -> !done.contains(page)).toList();
  }

  /** Told of, in the transaction that runs. */
  void told(GonePage page) {
    database.inTransaction(
        handle ->
            handle.execute(
                "UPDATE gone_pages_told SET until = max(until, ?)", page.since().toEpochMilli()));
  }

  /** Not to be looked at again by this process. */
  void done(GonePage page) {
    done.add(page);
  }

  private Optional<Instant> until() {
    return database
        .reading(
            handle ->
                handle.createQuery("SELECT until FROM gone_pages_told").mapTo(Long.class).findOne())
        .map(Instant::ofEpochMilli);
  }

  private void begin(Instant now) {
    database.inTransaction(
        handle ->
            handle.execute("INSERT INTO gone_pages_told (until) VALUES (?)", now.toEpochMilli()));
  }
}
