package news.isnad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Examples are drawn so that one feature alone says what is right. */
class FittingTest {
  private static final int MANY = 120;

  private static List<Fitting.Example> examples(Feature telling) {
    RandomGenerator random = new Random(7);
    List<Fitting.Example> examples = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      boolean answerable = i % 3 != 0;
      List<Fitting.Candidate> units = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        boolean right = answerable && k == 0;
        Features.Builder features = new Features.Builder();
        features.set(telling, right ? .7 + .3 * random.nextDouble() : .4 * random.nextDouble());
        features.set(Feature.LENGTH, random.nextDouble());
        units.add(new Fitting.Candidate("article " + k, features.build(0), right, right));
      }
      examples.add(
          new Fitting.Example("drawn", "document " + i / 4, false, answerable, 2, units, 1));
    }
    return examples;
  }

  private static double weight(List<String> rows, String key) {
    return rows.stream()
        .filter(row -> row.startsWith(key + "\t"))
        .mapToDouble(row -> Double.parseDouble(row.split("\t", -1)[2]))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void featureThatTells_outweighsOneThatDoesNot() {
    List<String> rows = new Fitting(examples(Feature.WINDOW)).rows();

    assertThat(weight(rows, "weight.window")).isGreaterThan(1);
    assertThat(weight(rows, "weight.length")).isBetween(-1.0, 1.0);
    assertThat(weight(rows, "sure.window")).isGreaterThan(weight(rows, "sure.length"));
  }

  @Test
  void sameExamples_giveTheSameWeights() {
    assertThat(new Fitting(examples(Feature.OWN)).rows())
        .isEqualTo(new Fitting(examples(Feature.OWN)).rows());
  }

  @Test
  void report_judgesDocumentsThatWereNotFittedOn() {
    List<String> report = new Fitting(examples(Feature.WINDOW)).report();

    assertThat(report).anySatisfy(line -> assertThat(line).contains("drawn"));
  }
}
