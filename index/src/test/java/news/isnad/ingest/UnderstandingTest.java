package news.isnad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.isnad.article.Drafted;
import news.isnad.article.Edition;
import news.isnad.article.SqlArticleStore;
import news.isnad.article.StoreCheck;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.speaker.StatementStore;
import news.isnad.testing.SettableClock;
import news.isnad.testing.TemporaryDatabase;
import news.isnad.text.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnderstandingTest {
  @RegisterExtension
  final TemporaryDatabase database = new TemporaryDatabase("news/isnad/article/migrations");

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private SqlArticleStore articles;
  private StatementStore statements;

  @BeforeEach
  void open() {
    articles =
        new SqlArticleStore(
            database.get(), new SettableClock(Instant.parse("2026-03-01T10:00:00Z")));
    statements = new StatementStore(database.get());
  }

  @Test
  void edition_isUnderstoodOnce() {
    articles.store(IntStream.range(0, 120).mapToObj(i -> Drafted.of("Text " + i).draft()).toList());
    Understanding understanding = new Understanding(this::whole, statements);
    assertThat(understanding.of(articles.after(0, 70))).hasSize(70);
    assertThat(understanding.of(articles.after(20, 100))).hasSize(100);
    assertThat(asked).hasSize(120).doesNotHaveDuplicates();
    assertThat(statements.of(120)).hasSize(1);
    assertThat(new StoreCheck(database.get()).findings()).isEmpty();
  }

  @Test
  void changedArticle_getsTheStatementsOfItsNewEdition() {
    articles.store(Drafted.of("Old.").id("a").draft());
    Understanding understanding = new Understanding(this::whole, statements);
    understanding.of(articles.after(0, 10));
    articles.store(Drafted.of("New words.").id("a").draft());
    understanding.of(articles.after(1, 10));
    assertThat(statements.of(2).getFirst().span()).isEqualTo(new Span(0, 10));
  }

  @Test
  void understoodAnew_isAskedAgainAndKeepsTheCursor() {
    articles.store(List.of(Drafted.of("One.").draft(), Drafted.of("Two.").draft()));
    Understanding understanding = new Understanding(this::whole, statements);
    understanding.of(articles.after(0, 10));
    assertThat(understanding.anew(articles.after(0, 1))).containsOnlyKeys(1L);
    assertThat(asked).containsExactlyInAnyOrder("One.", "Two.", "One.");
    assertThat(statements.done()).isEqualTo(2);
  }

  @Test
  void whatRulesOfThisVersionFound_isUpToDate() {
    articles.store(List.of(Drafted.of("One.").draft(), Drafted.of("Two.").draft()));
    Understanding understanding = new Understanding(version(3), statements);
    understanding.of(articles.after(0, 10));
    assertThat(understanding.isUpToDate()).isTrue();

    Understanding later = new Understanding(version(4), statements);
    assertThat(later.isUpToDate()).isFalse();
    later.anew(articles.after(0, 1));
    assertThat(later.isUpToDate()).isFalse();
    later.allAnew();
    assertThat(later.isUpToDate()).isTrue();
  }

  private Attribution version(int version) {
    return new Attribution() {
      @Override
      public List<Statement> statements(Edition edition) {
        return whole(edition);
      }

      @Override
      public int version() {
        return version;
      }
    };
  }

  @Test
  void defectInOneEdition_leavesItWithoutStatementsAndGoesOn() {
    articles.store(
        List.of(
            Drafted.of("Good.").draft(), Drafted.of("Bad.").draft(), Drafted.of("Deep.").draft()));
    Attribution fails =
        edition -> {
          if (edition.text().equals("Bad.")) {
            throw new IllegalStateException("a defect");
          }
          if (edition.text().equals("Deep.")) {
            throw new StackOverflowError("another");
          }
          return whole(edition);
        };
    new Understanding(fails, statements).of(articles.after(0, 10));
    assertThat(statements.of(List.of(1L, 2L, 3L))).containsOnlyKeys(1L);
    assertThat(statements.done()).isEqualTo(3);
  }

  private List<Statement> whole(Edition edition) {
    asked.add(edition.text());
    Span all = new Span(0, edition.text().length());
    return List.of(
        new Statement(all, all, Statement.Kind.SAID, Speech.NONE, Optional.empty(), List.of()));
  }
}
