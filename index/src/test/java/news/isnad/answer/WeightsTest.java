package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import news.isnad.config.Tables;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final Weights SHIPPED = Weights.shipped();

  private static Features features(Map<Feature, Double> values) {
    Features.Builder builder = new Features.Builder();
    values.forEach(builder::set);
    return builder.build(0);
  }

  @Test
  void rows_areTheTableThatTheyWereReadFrom() {
    List<String> table =
        Tables.shipped("answer-weights.tsv").stream().map(row -> String.join("\t", row)).toList();

    assertThat(SHIPPED.rows()).containsExactlyInAnyOrderElementsOf(table);
  }

  @Test
  void moreOfTheTopic_scoresMore_andIsSurer() {
    Features half = features(Map.of(Feature.COVERAGE, .5, Feature.MATCH, .5));
    Features all = features(Map.of(Feature.COVERAGE, 1.0, Feature.MATCH, 1.0));
    for (boolean words : List.of(true, false)) {
      assertThat(SHIPPED.score(words, all)).isGreaterThan(SHIPPED.score(words, half));
      assertThat(SHIPPED.sureness(words, all, 1, 3))
          .isGreaterThan(SHIPPED.sureness(words, half, 1, 3))
          .isBetween(0.0, 1.0);
    }
  }

  @Test
  void longArticle_hasSurenessOfItsOwn() {
    double[] sure = new double[Weights.SURENESS];
    sure[Weights.SURENESS / 2 + Feature.OWN.place()] = 2;
    double[] none = new double[2 * Feature.COUNT];
    Weights weights = new Weights(none, none, sure, sure);
    Features.Builder builder = new Features.Builder();
    builder.set(Feature.OWN, 1);

    assertThat(weights.sureness(false, builder.build(0), 0, 1)).isEqualTo(.5);
    assertThat(weights.sureness(false, builder.build(1), 0, 1))
        .isGreaterThan(weights.sureness(false, builder.build(.5), 0, 1))
        .isGreaterThan(.8);
  }

  @Test
  void lead_makesSurer_upToAFullOne() {
    Features some = features(Map.of(Feature.COVERAGE, .8));

    assertThat(SHIPPED.sureness(false, some, 3, 3))
        .isGreaterThan(SHIPPED.sureness(false, some, 0, 3))
        .isEqualTo(SHIPPED.sureness(false, some, 30, 3));
  }

  @Test
  void numberWhereOneIsAskedFor_countsMostWhereNobodysWordsAreAskedFor() {
    Features with = features(Map.of(Feature.KIND, 1.0));
    Features without = features(Map.of());

    double anything = SHIPPED.score(false, with) - SHIPPED.score(false, without);
    double words = SHIPPED.score(true, with) - SHIPPED.score(true, without);
    assertThat(anything).isPositive().isGreaterThan(words);
  }
}
