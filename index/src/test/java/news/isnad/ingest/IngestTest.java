package news.isnad.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import news.isnad.article.ArticleDraft;
import news.isnad.article.ArticleStore;
import news.isnad.article.ArticleStore.Stored;
import news.isnad.article.Drafted;
import news.isnad.article.InMemoryArticleStore;
import news.isnad.store.StoreUnavailableException;
import news.isnad.testing.SettableClock;
import org.junit.jupiter.api.Test;

class IngestTest {
  private static final ArticleDraft GOOD = Drafted.of("Good.").draft();
  private static final ArticleDraft BAD = Drafted.of("Bad.").draft();

  private final ArticleStore articles =
      new InMemoryArticleStore(new SettableClock(Instant.parse("2026-03-01T10:00:00Z")));
  private final List<String> told = new ArrayList<>();
  private final IngestListener listener =
      new IngestListener() {
        @Override
        public void stored(ArticleDraft draft, Stored outcome) {
          told.add(draft.text() + " " + outcome.getClass().getSimpleName());
        }

        @Override
        public void setAside(ArticleDraft draft, RuntimeException defect) {
          told.add(draft.text() + " set aside");
        }
      };

  @Test
  void take_tellsWhatBecameOfEach() {
    assertThat(new Ingest(articles, listener).take(List.of(GOOD, GOOD))).hasSize(2);
    assertThat(told).containsExactly("Good. Added", "Good. Known");
  }

  @Test
  void take_many_storesAllInOrder() {
    List<ArticleDraft> drafts =
        IntStream.range(0, 250).mapToObj(i -> Drafted.of("Text " + i).draft()).toList();
    assertThat(new Ingest(articles, IngestListener.NONE).take(drafts)).hasSize(250);
    assertThat(articles.after(249, 1).getFirst().text()).isEqualTo("Text 249");
  }

  @Test
  void take_defectOfOne_storesTheOthers() {
    ArticleStore failing = mock(ArticleStore.class);
    when(failing.store(anyList())).thenThrow(new IllegalStateException("defect"));
    doReturn(List.of(new Stored.Known("good"))).when(failing).store(List.of(GOOD));
    assertThat(new Ingest(failing, listener).take(List.of(BAD, GOOD)))
        .containsExactly(new Stored.Known("good"));
    assertThat(told).containsExactly("Bad. set aside", "Good. Known");
  }

  @Test
  void take_storeUnavailable_isNotADefectOfTheDraft() {
    ArticleStore full = mock(ArticleStore.class);
    when(full.store(anyList()))
        .thenThrow(new StoreUnavailableException("full", new RuntimeException()));
    assertThatThrownBy(() -> new Ingest(full, listener).take(List.of(GOOD)))
        .isInstanceOf(StoreUnavailableException.class);
    verify(full).store(anyList()); // once: not one by one
    assertThat(told).isEmpty();
  }

  @Test
  void take_listenerFails_storesTheOthersAllTheSame() {
    IngestListener failing = mock(IngestListener.class);
    doThrow(new IllegalStateException("no")).when(failing).stored(any(), any());
    new Ingest(articles, failing).take(List.of(GOOD, BAD));
    assertThat(articles.count()).isEqualTo(2);
  }
}
