package news.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.isnad.store.Database;
import news.isnad.testing.TemporaryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlArticleStoreTest extends ArticleStoreContract {
  @RegisterExtension
  final TemporaryDatabase database = new TemporaryDatabase("news/isnad/article/migrations");

  @Override
  ArticleStore newStore(InstantSource clock) {
    return new SqlArticleStore(database.get(), clock);
  }

  @AfterEach
  void storeIsSound() {
    assertThat(database.get().integrity()).isEmpty();
  }

  @Test
  void store_aDefectInTheMiddleOfMany_storesNone() {
    List<ArticleDraft> drafts =
        Arrays.asList(page("https://daily.example/a", "One.").draft(), null);
    assertThatThrownBy(() -> store.store(drafts)).isInstanceOf(NullPointerException.class);
    assertThat(store.count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {ArticleRows.BY_GUID, ArticleRows.BY_FINGERPRINT})
  void article_isNotLookedForAmongAllOfItsOutlet(String where) {
    String plan =
        database
            .get()
            .reading(
                handle ->
                    handle
                        .createQuery("EXPLAIN QUERY PLAN " + ArticleRows.knownQuery(where))
                        .bind("guid", "")
                        .bind("fingerprint", "")
                        .bind("outlet", "")
                        .bind("language", "")
                        .bind("given", 0)
                        .mapToMap()
                        .list())
            .toString();

    assertThat(plan).contains("SEARCH").doesNotContain("article_by_outlet").doesNotContain("SCAN");
  }

  @Test
  void whatIsStoredMeanwhile_isNotSeenAmongWhatIsReadOfOneMoment() {
    added(page("https://daily.example/a", "One."));
    List<Long> seen =
        store.ofOneMoment(
            () -> {
              long before = store.count();
              CompletableFuture.runAsync(() -> added(page("https://daily.example/b", "Two.")))
                  .join();
              return List.of(before, store.count());
            });
    assertThat(seen).containsExactly(1L, 1L);
    assertThat(store.count()).isEqualTo(2);
  }

  @Test
  void withdrawnArticles_areNotLookedForAmongAll() {
    String plan =
        database
            .get()
            .reading(
                handle ->
                    handle
                        .createQuery(
                            "EXPLAIN QUERY PLAN " + ((SqlArticleStore) store).withdrawnQuery())
                        .mapToMap()
                        .list())
            .toString();

    assertThat(plan).contains("article_by_withdrawn").doesNotContain("SCAN");
  }

  @Test
  void whatWasDeleted_isNotLoadedByQuestions_andStandsAsWithdrawn() {
    Editorship editorship = ((SqlArticleStore) store).editorship();
    Edition gone = added(page("https://daily.example/a", "One."));
    Edition outdated = added(page("https://daily.example/b", "Two."));
    ArticleName earlier = new ArticleName(outdated.article(), outdated.language());
    store.withdraw(URI.create("https://daily.example/a"));
    assertThat(store.withdrawn()).containsExactly(gone.sequence());

    database
        .get()
        .inTransaction(
            handle -> {
              editorship.takeDown(handle, new ArticleName(gone.article(), gone.language()));
              editorship.takeDown(handle, earlier);
              // As earlier versions left them.
              return handle.execute(
                  "UPDATE article SET withdrawn = 1 WHERE name = ?", outdated.article());
            });

    assertThat(store.withdrawn()).isEmpty();
    assertThat(store.withdraw(URI.create("https://daily.example/a"))).isZero();
    assertThat(store.standing(gone.sequence())).isEqualTo(Standing.WITHDRAWN);
    assertThat(store.edition(gone.sequence())).isEmpty();
  }

  @Test
  void knownItemOfAnotherSource_goesWithNeither() {
    Editorship editorship = ((SqlArticleStore) store).editorship();
    Drafted page = page("https://daily.example/a", "One.");
    store.store(List.of(page.draft()), 1);
    assertThat(editorship.broughtOnlyBy(1, 10)).hasSize(1);

    store.carriedBy(2, Optional.empty(), page.draft().url());

    assertThat(editorship.broughtOnlyBy(1, 10)).isEmpty();
    assertThat(editorship.broughtOnlyBy(2, 10)).isEmpty();
  }

  @Test
  void picture_isKeptAndAloneMakesNoEdition() {
    Drafted plain = page("https://daily.example/a", "One.");
    URI picture = URI.create("https://daily.example/a.jpg");
    Edition edition = added(plain);

    assertThat(store.store(plain.picture(picture).draft()))
        .isInstanceOf(ArticleStore.Stored.Known.class);

    assertThat(store.edition(edition.sequence()).orElseThrow().image()).contains(picture);
    assertThat(added(page("https://daily.example/b", "Two.").picture(picture)).image())
        .contains(picture);
  }

  @Test
  void store_reopened_isAllThere() {
    Edition edition = added(page("https://daily.example/a", "One."));
    store = new SqlArticleStore(database.reopen(), clock);
    assertThat(store.after(0, 10)).containsExactly(edition);
  }

  @Test
  void sequence_isNotReusedAfterARollback() {
    added(page("https://daily.example/a", "One."));
    assertThatThrownBy(
            () ->
                database
                    .get()
                    .inTransaction(
                        handle -> {
                          added(page("https://daily.example/b", "Two."));
                          throw new IllegalStateException("the outer work fails");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.count()).isEqualTo(1);
    assertThat(added(page("https://daily.example/c", "Three.")).sequence()).isGreaterThan(1);
  }

  @Test
  void store_twoConnectionsAtOnce_makeOneArticleOfOneAddress() throws Exception {
    try (Database second = database.openAgain();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<ArticleStore> stores = List.of(store, new SqlArticleStore(second, clock));
      List<Callable<ArticleStore.Stored>> work =
          IntStream.range(0, 20)
              .<Callable<ArticleStore.Stored>>mapToObj(
                  i ->
                      () ->
                          stores
                              .get(i % 2)
                              .store(
                                  page("https://daily.example/" + i / 4, "Text " + i / 4).draft()))
              .toList();
      long added = 0;
      for (Future<ArticleStore.Stored> each : threads.invokeAll(work)) {
        added += each.get() instanceof ArticleStore.Stored.Added ? 1 : 0;
      }
      assertThat(added).isEqualTo(5);
      assertThat(store.count()).isEqualTo(5);
    }
  }
}
