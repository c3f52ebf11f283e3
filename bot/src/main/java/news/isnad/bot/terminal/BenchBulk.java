package news.isnad.bot.terminal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import news.isnad.article.ArticleDraft;
import news.isnad.article.Cursors;
import news.isnad.article.Edition;
import news.isnad.engine.Engine;
import news.isnad.search.Indexed;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Statement;
import news.isnad.speaker.StatementStore;
import news.isnad.story.Stories;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Fills an empty data folder with the articles of the benchmark in bulk: their rows are written as
 * they are, who speaks is known from how they were generated, and they are put into no stories.
 * They are indexed as always. Confined to one thread.
 */
final class BenchBulk {
  private static final int BATCH = 4_000;

  /** The store is written at random places; what it writes most stays in memory. */
  private static final int CACHE_KILOBYTES = 400_000;

  private static final String ARTICLE =
      "INSERT INTO article (id, name, language, given, outlet, fingerprint, current)"
          + " VALUES (?, ?, ?, 1, ?, ?, ?)";
  private static final String EDITION =
      "INSERT INTO edition (sequence, article, number, url, outlet, title, published, ingested,"
          + " moment, text) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)";
  private static final String STATEMENT =
      "INSERT INTO statement (edition, place, starts, ends, sentence_starts, sentence_ends, kind,"
          + " speech, speaker, role, entity, anonymous) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " 0)";

  private final Workplace workplace;
  private final BenchCorpus corpus;

  BenchBulk(Workplace workplace, BenchCorpus corpus) {
    this.workplace = workplace;
    this.corpus = corpus;
  }

  /** Stores and indexes the first articles: each batch is indexed while the next one is stored. */
  void fill(Engine engine, int articles) {
    Progress progress = new Progress(workplace.terminal(), "articles stored and indexed", articles);
    CompletableFuture<Void> indexing = CompletableFuture.completedFuture(null);
    for (int from = 0; from < articles; from += BATCH) {
      List<Indexed> batch =
          IntStream.range(from, Math.min(articles, from + BATCH))
              .mapToObj(number -> indexed(number + 1L, corpus.told(number)))
              .toList();
      store(engine, batch);
      indexing.join();
      indexing = CompletableFuture.runAsync(() -> engine.index().add(batch));
      progress.at(from + batch.size());
    }
    indexing.join();
    engine.index().commit(articles);
    progress.close();
  }

  private static Indexed indexed(long sequence, BenchCorpus.Told told) {
    ArticleDraft draft = told.draft();
    Edition edition =
        new Edition(
            sequence,
            draft.givenId().orElse("bench"),
            1,
            draft.url(),
            draft.outlet(),
            draft.title(),
            draft.language(),
            draft.published(),
            BenchCorpus.NOW,
            draft.text());
    return new Indexed(edition, told.statements());
  }

  private static void store(Engine engine, List<Indexed> batch) {
    long last = batch.getLast().edition().sequence();
    engine
        .database()
        .inTransaction(
            handle -> {
              handle.execute("PRAGMA cache_size = -" + CACHE_KILOBYTES);
              insert(handle, batch);
              new Cursors(engine.database()).advance(StatementStore.CURSOR, last);
              new Cursors(engine.database()).advance(Stories.CURSOR, last);
              return last;
            });
  }

  private static void insert(Handle handle, List<Indexed> batch) {
    try (PreparedStatement article = handle.getConnection().prepareStatement(ARTICLE);
        PreparedStatement edition = handle.getConnection().prepareStatement(EDITION);
        PreparedStatement statement = handle.getConnection().prepareStatement(STATEMENT)) {
      for (Indexed one : batch) {
        article(article, one.edition());
        edition(edition, one.edition());
      }
      article.executeBatch();
      edition.executeBatch();
      for (Indexed one : batch) {
        for (int place = 0; place < one.statements().size(); place++) {
          statement(statement, one.edition().sequence(), place, one.statements().get(place));
        }
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("the benchmark's rows cannot be written", e);
    }
  }

  private static void article(PreparedStatement row, Edition edition) throws SQLException {
    add(
        row,
        edition.sequence(),
        edition.article(),
        edition.language().code(),
        edition.outlet(),
        edition.article(),
        edition.sequence());
  }

  private static void edition(PreparedStatement row, Edition edition) throws SQLException {
    long moment = edition.published().orElse(edition.ingested()).toEpochMilli();
    add(
        row,
        edition.sequence(),
        edition.sequence(),
        edition.url().map(Object::toString).orElse(""),
        edition.outlet(),
        edition.title(),
        moment,
        edition.ingested().toEpochMilli(),
        moment,
        edition.text());
  }

  private static void statement(PreparedStatement row, long edition, int place, Statement said)
      throws SQLException {
    Optional<Speaker> who = said.speaker();
    add(
        row,
        edition,
        place,
        said.span().start(),
        said.span().end(),
        said.sentences().start(),
        said.sentences().end(),
        said.kind().name(),
        said.speech().name(),
        who.map(Speaker::name).orElse(null),
        who.flatMap(Speaker::role).orElse(null),
        who.flatMap(Speaker::entity).orElse(null));
  }

  private static void add(PreparedStatement row, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      row.setObject(i + 1, values[i]);
    }
    row.addBatch();
  }
}
