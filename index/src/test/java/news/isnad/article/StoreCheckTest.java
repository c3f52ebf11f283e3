package news.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import news.isnad.testing.SettableClock;
import news.isnad.testing.TemporaryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoreCheckTest {
  @RegisterExtension
  final TemporaryDatabase database = new TemporaryDatabase("news/isnad/article/migrations");

  private StoreCheck check;

  @BeforeEach
  void twoEditions() {
    ArticleStore articles =
        new SqlArticleStore(
            database.get(), new SettableClock(Instant.parse("2026-03-01T10:00:00Z")));
    articles.store(Drafted.of("One.").id("a").url("https://daily.example/a").draft());
    articles.store(Drafted.of("Two.").id("a").draft());
    new Cursors(database.get()).advance("statements", 2);
    check = new StoreCheck(database.get());
  }

  @Test
  void soundStore_hasNoFindings() {
    spoil(
        "INSERT INTO statement VALUES (2, 0, 1, 2, 0, 4, 'SAID', 'DIRECT', 'X', NULL, NULL, NULL,"
            + " 0, NULL)");
    assertThat(check.findings()).isEmpty();
  }

  @Test
  void cursorAhead_isFound() {
    new Cursors(database.get()).advance("alerts", 3);
    assertThat(check.findings())
        .containsExactly("cursor alerts is at 3, ahead of the last edition");
  }

  @Test
  void missingEdition_isFound() {
    spoil("DELETE FROM edition WHERE sequence = 1");
    assertThat(check.findings()).containsExactly("article a lacks an edition between 1 and 2");
  }

  @Test
  void missingCurrentEdition_isFound() {
    spoil("UPDATE article SET current = 7");
    assertThat(check.findings()).contains("article a has no current edition");
  }

  @Test
  void currentEditionThatIsNotTheNewest_isFound() {
    spoil("UPDATE article SET current = 1");
    assertThat(check.findings())
        .containsExactly("article a has an edition that is newer than its current one");
  }

  @Test
  void statementsAheadOfTheirCursor_areFound() {
    spoil(
        "INSERT INTO statement VALUES (2, 0, 1, 2, 0, 4, 'SAID', 'DIRECT', 'X', NULL, NULL, NULL,"
            + " 0, NULL)");
    new Cursors(database.get()).reset("statements");
    assertThat(check.findings())
        .containsExactly("statements of edition 2 are ahead of their cursor");
  }

  @Test
  void statementsOutsideTheirSentence_areFound() {
    spoil(
        "INSERT INTO statement VALUES (2, 0, 1, 9, 0, 4, 'SAID', 'DIRECT', 'X', NULL, NULL, NULL,"
            + " 0, NULL)");
    assertThat(check.findings())
        .containsExactly("a statement of edition 2 is not a stretch of its text");
  }

  @Test
  void rowsThatReferToNothing_areFound() {
    withoutReferences("DELETE FROM article");
    assertThat(check.findings()).anyMatch(finding -> finding.contains("refers to nothing"));
  }

  private void spoil(String sql) {
    database.get().inTransaction(handle -> handle.execute(sql));
  }

  /** As a program with a defect, or another tool, would: with references not looked at. */
  private void withoutReferences(String sql) {
    try (java.sql.Connection raw =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + database.get().file());
        java.sql.Statement statement = raw.createStatement()) {
      statement.execute(sql);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
