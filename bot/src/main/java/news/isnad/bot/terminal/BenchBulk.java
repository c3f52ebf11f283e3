package news.isnad.bot.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import news.isnad.article.ArticleStore.Stored;
import news.isnad.article.Cursors;
import news.isnad.article.Edition;
import news.isnad.engine.Engine;
import news.isnad.search.Indexed;
import news.isnad.speaker.Statement;
import news.isnad.story.Stories;

/**
 * Fills a data folder with the articles of the benchmark in bulk: who speaks is known from how they
 * were generated, and they are put into no stories. What they say is stored and indexed as always.
 * Confined to one thread.
 */
final class BenchBulk {
  private static final int BATCH = 4_000;

  private final Workplace workplace;
  private final BenchCorpus corpus;

  BenchBulk(Workplace workplace, BenchCorpus corpus) {
    this.workplace = workplace;
    this.corpus = corpus;
  }

  /**
   * How long it took.
   *
   * @param stored the articles with their statements
   * @param indexed the same, beside it
   */
  record Took(Duration stored, Duration indexed) {}

  /** Stores and indexes the first articles: each batch is indexed while the next one is stored. */
  Took fill(Engine engine, int articles) {
    Progress progress = new Progress(workplace.terminal(), "articles", articles);
    CompletableFuture<Duration> indexing = CompletableFuture.completedFuture(Duration.ZERO);
    Duration stored = Duration.ZERO;
    Duration indexed = Duration.ZERO;
    for (int from = 0; from < articles; from += BATCH) {
      List<BenchCorpus.Told> told =
          IntStream.range(from, Math.min(articles, from + BATCH)).mapToObj(corpus::told).toList();
      long begun = System.nanoTime();
      List<Indexed> batch = store(engine, told);
      stored = stored.plusNanos(System.nanoTime() - begun);
      indexed = indexed.plus(indexing.join());
      indexing = CompletableFuture.supplyAsync(() -> index(engine, batch));
      progress.at(from + told.size());
    }
    indexed = indexed.plus(indexing.join());
    long begun = System.nanoTime();
    engine.index().commit(engine.articles().lastSequence());
    progress.close();
    return new Took(stored, indexed.plusNanos(System.nanoTime() - begun));
  }

  private static List<Indexed> store(Engine engine, List<BenchCorpus.Told> told) {
    return engine
        .database()
        .inTransaction(
            _ -> {
              List<Stored> outcomes =
                  engine.articles().store(told.stream().map(BenchCorpus.Told::draft).toList());
              List<Indexed> batch = new ArrayList<>();
              Map<Long, List<Statement>> statements = new HashMap<>();
              long last = 0;
              for (int i = 0; i < told.size(); i++) {
                if (outcomes.get(i) instanceof Stored.Added(Edition edition)) {
                  batch.add(new Indexed(edition, told.get(i).statements()));
                  statements.put(edition.sequence(), told.get(i).statements());
                  last = edition.sequence();
                }
              }
              engine.statements().save(statements, last);
              new Cursors(engine.database()).advance(Stories.CURSOR, last);
              return batch;
            });
  }

  private static Duration index(Engine engine, List<Indexed> batch) {
    long begun = System.nanoTime();
    engine.index().add(batch);
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
