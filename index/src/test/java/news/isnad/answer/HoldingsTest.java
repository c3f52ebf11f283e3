package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.isnad.article.ArticleStore;
import news.isnad.article.Drafted;
import news.isnad.article.InMemoryArticleStore;
import news.isnad.question.Asking;
import news.isnad.question.QuestionReader;
import org.junit.jupiter.api.Test;

class HoldingsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final ArticleStore articles = spy(new InMemoryArticleStore(InstantSource.fixed(NOW)));
  private final Holdings holdings = new Holdings(articles);
  private final QuestionReader reader = new QuestionReader((_, _) -> List.of());
  private int stored;

  @Test
  void searched_afterNewArticles_addsThemWithoutCountingTheWholeStore() {
    store("a", "One");
    assertThat(searched()).isEqualTo(new Searched(1, 1, Optional.of(NOW), after(NOW)));
    store("b", "Two");
    store("c", "One");
    store("a", "One");
    assertThat(searched().articles()).isEqualTo(3);
    assertThat(searched().sources()).isEqualTo(2);
    verify(articles, times(1)).count();
  }

  @Test
  void searched_emptyStore_isNothing() {
    assertThat(searched()).isEqualTo(new Searched(0, 0, Optional.empty(), Optional.empty()));
    verify(articles, never()).count();
  }

  @Test
  void searched_afterManyEditions_countsTheWholeStoreAgain() {
    store("a", "One");
    searched();
    for (int i = 0; i <= 1_000; i++) {
      store("b" + i, "Two");
    }
    assertThat(searched().articles()).isEqualTo(1_002);
    verify(articles, times(2)).count();
  }

  @Test
  void searched_periodOfTheQuestion_countsWhatIsOfIt() {
    store("a", "One", "2026-02-10T12:00:00Z");
    store("b", "Two", "2026-02-20T12:00:00Z");
    store("c", "Two", "2026-02-21T12:00:00Z");
    store("d", "Three", "2026-02-28T12:00:00Z");
    assertThat(searched("What was said about the bridge last week?"))
        .isEqualTo(
            new Searched(
                2,
                1,
                Optional.of(Instant.parse("2026-02-16T00:00:00Z")),
                Optional.of(Instant.parse("2026-02-26T00:00:00Z"))));
    assertThat(searched("What was said about the bridge on 26 February 2026?"))
        .isEqualTo(
            new Searched(
                1,
                1,
                Optional.of(Instant.parse("2026-02-26T00:00:00Z")),
                Optional.of(Instant.parse("2026-02-28T12:00:00.001Z"))));
    assertThat(searched("What was said about the bridge in December 2025?").articles()).isZero();
  }

  private static Optional<Instant> after(Instant time) {
    return Optional.of(time.plusMillis(1));
  }

  private void store(String id, String outlet) {
    stored++;
    articles.store(Drafted.of("The bridge is open " + stored + ".").id(id).outlet(outlet).draft());
  }

  private void store(String id, String outlet, String published) {
    stored++;
    articles.store(
        Drafted.of("The bridge is open " + stored + ".")
            .id(id)
            .outlet(outlet)
            .published(Instant.parse(published))
            .draft());
  }

  private Searched searched() {
    return searched("the bridge");
  }

  private Searched searched(String question) {
    return holdings.searched(
        reader
            .read(question, new Asking(NOW, ZoneOffset.UTC, Optional.empty(), Optional.empty()))
            .getFirst(),
        articles.lastSequence());
  }
}
