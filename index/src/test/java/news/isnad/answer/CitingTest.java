package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.answer.Scoring.Scored;
import news.isnad.article.ArticleStore;
import news.isnad.article.Edition;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;

/** How many passages an answer shows. The article is invented. */
class CitingTest {
  private static final Edition EDITION =
      new Edition(
          1,
          "a",
          1,
          Optional.empty(),
          "Outlet",
          "Harbour",
          Language.ENGLISH,
          Optional.empty(),
          Instant.EPOCH,
          "The ship is late.\n"
              + "It rained.\n"
              + "Pilots wait.\n"
              + "The quay is empty.\n"
              + "Nobody came.\n"
              + "It is dark.\n"
              + "The lamp is broken.\n"
              + "The bell rang.\n"
              + "A dog slept.\n"
              + "The tide is low.\n"
              + "A gate is shut.");
  private static final ArticleView VIEW = new ArticleView(EDITION, List.of());

  private final ArticleStore articles = mock(ArticleStore.class);
  private final Citing citing = new Citing(articles, new VerbatimGate());

  CitingTest() {
    when(articles.editions(any())).thenReturn(Map.of(1L, EDITION));
  }

  /** Every other sentence, so that none is a neighbour of another, with these scores. */
  private static List<Scored> scored(double... scores) {
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      scored.add(
          new Scored(Unit.of(VIEW, 2 * i), new Features.Builder().build(0), scores[i], true));
    }
    return scored;
  }

  private List<String> cited(double confidence, double... scores) {
    List<Scored> ranked = scored(scores);
    SameMatter matter = SameMatter.as(ranked.getFirst().unit(), List.of(), Map.of());
    return citing.best(ranked, confidence, matter).stream().map(Citation::quote).toList();
  }

  @Test
  void sureAnswer_showsOnlyWhatIsNearlyAsGood() {
    assertThat(cited(0.95, 10, 8.5, 7.5, 7)).containsExactly("The ship is late.", "Pilots wait.");
  }

  @Test
  void unsureAnswer_showsUpToThree() {
    assertThat(cited(0.2, 10, 7.5, 7, 6.5, 6))
        .containsExactly("The ship is late.", "Pilots wait.", "Nobody came.");
  }

  @Test
  void passagesThatAreNearlyAsGood_areUpToFive_howeverSure() {
    assertThat(cited(0.2, 10, 9.5, 9, 8.8, 8.6, 8.5)).hasSize(5);
    assertThat(cited(0.95, 10, 9.5, 9, 8.8, 8.6, 8.5)).hasSize(5);
  }

  @Test
  void passageThatIsNotStoredAsItWasJudged_isNotCited() {
    when(articles.editions(any())).thenReturn(Map.of());

    assertThat(cited(0.95, 10)).isEmpty();
  }
}
