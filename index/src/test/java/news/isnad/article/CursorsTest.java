package news.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import news.isnad.testing.TemporaryDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CursorsTest {
  @RegisterExtension
  final TemporaryDatabase database = new TemporaryDatabase("news/isnad/article/migrations");

  @Test
  void position_beforeTheFirst_isZero() {
    assertThat(new Cursors(database.get()).position("alerts")).isZero();
  }

  @Test
  void advance_movesOnAndNeverBack() {
    Cursors cursors = new Cursors(database.get());
    cursors.advance("alerts", 5);
    cursors.advance("alerts", 3);
    cursors.advance("statements", 9);
    assertThat(new Cursors(database.reopen()).all())
        .containsOnly(java.util.Map.entry("alerts", 5L), java.util.Map.entry("statements", 9L));
  }

  @Test
  void advance_inATransactionThatFails_isUndoneWithIt() {
    Cursors cursors = new Cursors(database.get());
    assertThatThrownBy(
            () ->
                database
                    .get()
                    .inTransaction(
                        handle -> {
                          cursors.advance("alerts", 5);
                          throw new IllegalStateException("no");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(cursors.position("alerts")).isZero();
  }

  @Test
  void reset_beginsAgain() {
    Cursors cursors = new Cursors(database.get());
    cursors.advance("alerts", 5);
    cursors.reset("alerts");
    assertThat(cursors.position("alerts")).isZero();
  }
}
