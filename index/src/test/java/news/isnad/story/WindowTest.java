package news.isnad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import news.isnad.lexicon.Lexicon;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final int MOST = 50;
  private static final int TERMS = 10;

  private final Window window = new Window(new Commonness(Lexicon.of(List.of())), MOST);
  private final SplittableRandom dice = new SplittableRandom(7);

  /** An article about what no other one is about, in a story of its own. */
  private Article article(int number, String key) {
    int[] ids = dice.ints(TERMS).sorted().toArray();
    float[] weights = new float[TERMS];
    Arrays.fill(weights, (float) (1 / Math.sqrt(TERMS)));
    Traits traits =
        new Traits(
            Language.ENGLISH,
            new Terms(ids, weights, new byte[TERMS]),
            new Terms(new int[0], new float[0], new byte[0]),
            List.of(),
            new Shingles(new int[0], 0));
    return new Article(number, key, 0, traits, number);
  }

  @Test
  void fullWindow_growsNoMore_whateverComes() {
    for (int i = 1; i <= MOST; i++) {
      window.add(article(i, "article " + i));
    }
    int full = window.size();
    for (int i = MOST + 1; i <= 40 * MOST; i++) {
      // Every third one is another edition of one that is held.
      Article next = article(i, "article " + (i % 3 == 0 ? i - 2 : i));
      window.add(next);
      window.move(next, i + 1L);
      assertThat(window.size()).isLessThanOrEqualTo(full);
    }
    assertThat(window.article("article " + (40 * MOST - 1))).isNotNull();
    assertThat(window.article("article 1")).isNull();
  }
}
