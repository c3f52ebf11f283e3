package news.isnad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import news.isnad.lexicon.Lexicon;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

/** Articles here are sets of ten terms; five of ten in common are enough, three are not. */
class PlacingTest {
  private final Window window = new Window(new Commonness(Lexicon.of(List.of())));
  private final List<String> changes = new ArrayList<>();
  private final Placing placing = new Placing(window, new Recorded());
  private long articles;
  private long stories;

  private final class Recorded implements Placing.Changes {
    @Override
    public long newStory() {
      return ++stories;
    }

    @Override
    public void merged(long story, long into) {
      changes.add(story + " is " + into);
    }

    @Override
    public void moved(Article article, long story) {
      changes.add(article.key() + " to " + story);
    }
  }

  private Article article(int... terms) {
    return article(0, terms);
  }

  private Article article(long moment, int... terms) {
    int[] ids = Arrays.copyOf(terms, terms.length);
    Arrays.sort(ids);
    float[] weights = new float[ids.length];
    byte[] marks = new byte[ids.length];
    Arrays.fill(weights, (float) (1 / Math.sqrt(ids.length)));
    Arrays.fill(marks, (byte) (Terms.NAME | Terms.LEAD));
    Terms own = new Terms(ids, weights, marks);
    Terms shared = new Terms(new int[0], new float[0], new byte[0]);
    Shingles shingles = new Shingles(new int[0], 0);
    articles++;
    return new Article(
        articles,
        "article " + articles,
        moment,
        new Traits(Language.ENGLISH, own, shared, List.of(), shingles),
        0);
  }

  private static int[] terms(int from, int to) {
    return IntStream.rangeClosed(from, to).toArray();
  }

  private Article placed(int... terms) {
    Article article = article(terms);
    placing.place(article, null);
    return article;
  }

  @Test
  void sameWordsYearsLater_areAnotherStory() {
    Article first = placed(terms(1, 10));
    Article later = article(Duration.ofDays(900).toMillis(), terms(1, 10));
    placing.place(later, null);

    assertThat(later.story()).isNotEqualTo(first.story());
  }

  @Test
  void littleInCommon_areTwoStories() {
    assertThat(placed(terms(1, 10)).story()).isEqualTo(1);
    assertThat(placed(terms(9, 18)).story()).isEqualTo(2);
    assertThat(changes).isEmpty();
  }

  @Test
  void articleThatGoesWithBoth_makesTwoStoriesOne_theOlderIdStays() {
    Article first = placed(terms(1, 10));
    Article second = placed(terms(9, 18));
    placed(terms(5, 14));
    assertThat(changes).containsExactly("2 is 1");
    assertThat(first.story()).isEqualTo(1);
    assertThat(second.story()).isEqualTo(1);
  }

  @Test
  void greaterStory_keepsItsId() {
    placed(terms(1, 10));
    placed(terms(8, 17));
    placed(8, 9, 10, 11, 12, 13, 14, 15, 16, 18);
    placed(8, 9, 10, 11, 12, 13, 14, 15, 17, 18);
    placed(terms(4, 13));
    assertThat(changes).containsExactly("1 is 2");
  }

  @Test
  void storyOfTwoEvents_isPartedWhenItShows_theGreaterPartKeepsTheId() {
    placed(terms(6, 15));
    Article one = placed(terms(1, 10));
    Article other = placed(terms(11, 20));
    assertThat(other.story()).isEqualTo(one.story());
    placed(1, 2, 3, 4, 5, 6, 7, 8, 9, 41);
    placed(1, 2, 3, 4, 5, 6, 7, 8, 10, 42);
    placed(1, 2, 3, 4, 5, 6, 7, 9, 10, 43);
    Article last = placed(11, 12, 13, 14, 15, 16, 17, 18, 19, 44);
    assertThat(one.story()).isEqualTo(1);
    assertThat(other.story()).isEqualTo(2);
    assertThat(last.story()).isEqualTo(2);
    assertThat(changes)
        .contains("article 3 to 2", "article 7 to 2")
        .doesNotContain("article 2 to 2");
  }

  @Test
  void furtherEdition_keepsItsStoryWhateverItSays() {
    Article first = placed(terms(1, 10));
    placed(terms(21, 30));
    Article changed = article(terms(21, 30));
    placing.place(changed, first);
    assertThat(changed.story()).isEqualTo(1);
  }
}
