package news.isnad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.article.SqlArticleStore;
import news.isnad.store.Database;
import news.isnad.testing.FreshStore;
import news.isnad.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingTest {
  private static final int MANY = 450;

  @TempDir Path folder;
  private Database database;
  private ArticleStore articles;

  @BeforeEach
  void storeArticles() {
    database = FreshStore.open(folder.resolve("store.db"), Engine.MIGRATIONS);
    Instant now = Instant.parse("2026-05-01T08:00:00Z");
    articles = new SqlArticleStore(database, InstantSource.fixed(now));
    articles.store(IntStream.range(0, MANY).mapToObj(FollowingTest::draft).toList());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static ArticleDraft draft(int number) {
    return new ArticleDraft(
        Optional.of("tide-" + number),
        Optional.empty(),
        Optional.empty(),
        "Coast Echo",
        "Tide " + number,
        Language.ENGLISH,
        Optional.empty(),
        "The tide of pier " + number + " came late.");
  }

  private static List<Long> sequences(List<Edition> editions) {
    return editions.stream().map(Edition::sequence).toList();
  }

  /** Whoever blocks the pool that parallel streams share must not hold up what is searched. */
  @Test
  void busyCommonPool_holdsUpNothing() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    ForkJoinPool pool = ForkJoinPool.commonPool();
    for (int i = 0; i < pool.getParallelism(); i++) {
      pool.execute(() -> await(free));
    }
    Following following = new Following(articles, _ -> Map.of(), List.of(_ -> {}));
    try {
      assertThat(
              CompletableFuture.supplyAsync(
                      () -> following.after(0, _ -> {}), task -> new Thread(task).start())
                  .get(60, TimeUnit.SECONDS))
          .isEqualTo(MANY);
    } finally {
      free.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void everyStep_seesEveryEditionInOrder() {
    List<Long> some = new ArrayList<>();
    List<Long> others = new ArrayList<>();
    List<Long> told = new ArrayList<>();
    long last =
        new Following(
                articles,
                _ -> Map.of(),
                List.of(
                    batch -> some.addAll(sequences(batch.editions())),
                    batch -> others.addAll(sequences(batch.editions()))))
            .after(100, told::add);
    List<Long> all = LongStream.rangeClosed(101, MANY).boxed().toList();
    assertThat(last).isEqualTo(MANY);
    assertThat(some).isEqualTo(all);
    assertThat(others).isEqualTo(all);
    assertThat(told).containsExactly(200L, 350L);
  }

  @Test
  void stepThatFails_endsIt_beforeTheNextBatch() {
    List<Long> others = new ArrayList<>();
    Following following =
        new Following(
            articles,
            _ -> Map.of(),
            List.of(
                _ -> {
                  throw new IllegalStateException("no room");
                },
                batch -> others.addAll(sequences(batch.editions()))));
    assertThatThrownBy(() -> following.after(0, _ -> {})).hasMessage("no room");
    assertThat(others).isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
  }

  @Test
  void understandingThatFails_leavesNothingGoingOn() {
    List<Long> seen = new ArrayList<>();
    Following following =
        new Following(
            articles,
            batch -> {
              if (batch.getFirst().sequence() > 1) {
                throw new IllegalStateException("not understood");
              }
              return Map.of();
            },
            List.of(batch -> seen.addAll(sequences(batch.editions()))));
    assertThatThrownBy(() -> following.after(0, _ -> {})).hasMessage("not understood");
    assertThat(seen).hasSize(200);
  }

  @Test
  void articlesThatComeWithoutAPause_areNotWaitedFor() {
    List<Long> seen = new ArrayList<>();
    long last =
        new Following(
                articles,
                editions -> {
                  articles.store(draft(MANY + editions.size() + seen.size()));
                  return Map.of();
                },
                List.of(batch -> seen.addAll(sequences(batch.editions()))))
            .after(MANY - 10, _ -> {});

    assertThat(last).isEqualTo(MANY);
    assertThat(seen).hasSize(10);
    assertThat(articles.lastSequence()).isEqualTo(MANY + 1);
  }

  @Test
  void toTheEnd_alsoTakesWhatComesInMeanwhile() {
    List<Long> seen = new ArrayList<>();
    List<Long> told = new ArrayList<>();
    long last =
        new Following(
                articles,
                editions -> {
                  if (articles.lastSequence() < MANY + 3) {
                    articles.store(draft(MANY + 1 + seen.size()));
                  }
                  return Map.of();
                },
                List.of(batch -> seen.addAll(sequences(batch.editions()))))
            .toTheEnd(MANY - 10, told::add);

    assertThat(last).isEqualTo(MANY + 3);
    assertThat(seen).isEqualTo(LongStream.rangeClosed(MANY - 9, MANY + 3).boxed().toList());
    assertThat(told).isSorted().endsWith(13L);
  }

  @Test
  void nothingStored_leavesTheSequence() {
    assertThat(new Following(articles, _ -> Map.of(), List.of()).after(MANY, _ -> {}))
        .isEqualTo(MANY);
  }
}
