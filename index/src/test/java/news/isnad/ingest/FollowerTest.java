package news.isnad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
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

class FollowerTest {
  @RegisterExtension
  final TemporaryDatabase database = new TemporaryDatabase("news/isnad/article/migrations");

  private final List<String> asked = new ArrayList<>();
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
  void catchUp_takesEveryCurrentEditionOnce() {
    articles.store(IntStream.range(0, 120).mapToObj(i -> Drafted.of("Text " + i).draft()).toList());
    assertThat(new Follower(articles, this::whole, statements).catchUp()).isEqualTo(120);
    assertThat(new Follower(articles, this::whole, statements).catchUp()).isZero();
    assertThat(statements.of(120)).hasSize(1);
    assertThat(asked).hasSize(120).doesNotHaveDuplicates();
    assertThat(new StoreCheck(database.get()).findings()).isEmpty();
  }

  @Test
  void catchUp_changedArticle_takesTheNewEdition() {
    articles.store(Drafted.of("Old.").id("a").draft());
    Follower follower = new Follower(articles, this::whole, statements);
    follower.catchUp();
    articles.store(Drafted.of("New words.").id("a").draft());
    assertThat(follower.catchUp()).isEqualTo(1);
    assertThat(statements.of(2).getFirst().span()).isEqualTo(new Span(0, 10));
  }

  @Test
  void catchUp_defectInOneEdition_leavesItWithoutStatementsAndGoesOn() {
    articles.store(
        List.of(
            Drafted.of("Good.").draft(), Drafted.of("Bad.").draft(), Drafted.of("Fine.").draft()));
    Attribution fails =
        edition -> {
          if (edition.text().equals("Bad.")) {
            throw new IllegalStateException("a defect");
          }
          return whole(edition);
        };
    assertThat(new Follower(articles, fails, statements).catchUp()).isEqualTo(3);
    assertThat(statements.of(List.of(1L, 2L, 3L))).containsOnlyKeys(1L, 3L);
  }

  private List<Statement> whole(Edition edition) {
    asked.add(edition.text());
    Span all = new Span(0, edition.text().length());
    return List.of(
        new Statement(all, all, Statement.Kind.SAID, Speech.NONE, Optional.empty(), List.of()));
  }
}
