package news.isnad.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

class NearNamesTest {
  private static final double LIMIT = 0.12;

  /** Every word stands under every key. */
  private final List<String> words = new ArrayList<>();

  private int asked;

  private final Vocabulary vocabulary =
      new Vocabulary() {
        @Override
        public List<String> surfaces(Language language, String key) {
          asked++;
          return List.copyOf(words);
        }

        @Override
        public boolean contains(Language language, String foldedOrStem) {
          return words.contains(foldedOrStem);
        }
      };

  private final NearNames near = new NearNames();

  private List<String> near(long generation) {
    return near.of("meldaro", Language.ENGLISH, LIMIT, generation, vocabulary).stream()
        .map(NameMatches.Match::surface)
        .toList();
  }

  @Test
  void names_thatWereAskedForBefore_areNotComparedAgain() {
    words.add("meldaro");
    assertThat(near(1)).containsExactly("meldaro");
    int once = asked;
    assertThat(near(1)).containsExactly("meldaro");
    assertThat(asked).isEqualTo(once).isPositive();
  }

  @Test
  void slips_thatWereAskedForBefore_areNotComparedAgain() {
    words.add("ميلدارو");
    assertThat(slipped(1)).containsExactly("ميلدارو");
    int once = asked;
    assertThat(slipped(1)).containsExactly("ميلدارو");
    assertThat(asked).isEqualTo(once).isPositive();
    words.add("ملدارو");
    assertThat(slipped(2)).contains("ملدارو");
  }

  private List<String> slipped(long generation) {
    return near.slipped("meldraro", Language.ENGLISH, generation, vocabulary).stream()
        .map(NameMatches.Match::surface)
        .toList();
  }

  @Test
  void names_thatCameWithAnotherGeneration_areFound() {
    assertThat(near(1)).isEmpty();
    words.add("meldaro");
    assertThat(near(2)).containsExactly("meldaro");
  }
}
