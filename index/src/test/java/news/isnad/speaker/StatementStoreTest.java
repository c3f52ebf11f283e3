package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.article.Drafted;
import news.isnad.article.SqlArticleStore;
import news.isnad.article.StoreCheck;
import news.isnad.testing.SettableClock;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatementStoreTest {
  private static final Statement SAID =
      new Statement(
          new Span(4, 20),
          new Span(0, 30),
          Statement.Kind.SAID,
          Speech.DIRECT,
          Optional.of(
              new Speaker(
                  "متحدث باسم «البيت الأبيض»",
                  Optional.of("spokesperson \"for\" x"),
                  Optional.of("white-house"),
                  Optional.of("white-house"),
                  true)),
          List.of(
              new Upstream("Bloomberg", Optional.of("bloomberg"), new Span(21, 30)),
              new Upstream("بلومبيرغ \"x\"", Optional.empty(), new Span(22, 23))));
  private static final Statement OWN_WORDS =
      new Statement(
          new Span(31, 40),
          new Span(31, 40),
          Statement.Kind.SILENT,
          Speech.NONE,
          Optional.empty(),
          List.of());

  @RegisterExtension
  final TemporaryDatabase database = new TemporaryDatabase("news/isnad/article/migrations");

  private StatementStore statements;

  @BeforeEach
  void threeEditions() {
    SqlArticleStore articles =
        new SqlArticleStore(
            database.get(), new SettableClock(Instant.parse("2026-03-01T10:00:00Z")));
    articles.store(
        List.of(
            Drafted.of("One.").draft(), Drafted.of("Two.").draft(), Drafted.of("Three.").draft()));
    statements = new StatementStore(database.get());
  }

  @AfterEach
  void storeIsSound() {
    assertThat(new StoreCheck(database.get()).findings()).isEmpty();
  }

  @Test
  void save_everything_comesBackAsItWas() {
    statements.save(Map.of(1L, List.of(SAID, OWN_WORDS), 2L, List.of()), 2);
    statements = new StatementStore(database.reopen());
    assertThat(statements.of(1)).containsExactly(SAID, OWN_WORDS);
    assertThat(statements.of(2)).isEmpty();
    assertThat(statements.done()).isEqualTo(2);
  }

  @Test
  void save_again_replaces() {
    statements.save(Map.of(1L, List.of(SAID, OWN_WORDS)), 1);
    statements.save(Map.of(1L, List.of(OWN_WORDS)), 1);
    assertThat(statements.of(1)).containsExactly(OWN_WORDS);
  }

  @Test
  void save_thatFails_changesNeitherStatementsNorCursor() {
    statements.save(Map.of(1L, List.of(SAID)), 1);
    assertThatThrownBy(
            () -> statements.save(Map.of(1L, List.of(OWN_WORDS), 99L, List.of(SAID)), 99))
        .isInstanceOf(RuntimeException.class);
    assertThat(statements.of(1)).containsExactly(SAID);
    assertThat(statements.done()).isEqualTo(1);
  }

  @Test
  void rules_areKnown_whileThoseOfOneVersionAloneWereAtWork() {
    assertThat(statements.areMadeBy(7)).isFalse();
    statements.save(Map.of(1L, List.of(SAID)), 1, 7);
    statements.save(Map.of(2L, List.of(SAID)), 2, 7);
    statements = new StatementStore(database.reopen());
    assertThat(statements.areMadeBy(7)).isTrue();
    assertThat(statements.areMadeBy(8)).isFalse();
    assertThat(statements.areMadeBy(0)).isFalse();

    statements.save(Map.of(3L, List.of(SAID)), 3, 8);
    assertThat(statements.areMadeBy(7)).isFalse();
    assertThat(statements.areMadeBy(8)).isFalse();

    statements.allMadeBy(8);
    assertThat(statements.areMadeBy(8)).isTrue();
  }

  @Test
  void of_several_givesEachItsOwn() {
    statements.save(Map.of(1L, List.of(SAID), 2L, List.of(OWN_WORDS), 3L, List.of()), 3);
    assertThat(statements.of(List.of(1L, 2L, 3L, 77L)))
        .containsOnly(Map.entry(1L, List.of(SAID)), Map.entry(2L, List.of(OWN_WORDS)));
    assertThat(statements.of(List.of())).isEmpty();
  }
}
