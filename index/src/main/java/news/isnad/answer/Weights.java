package news.isnad.answer;

import java.util.List;
import java.util.Locale;
import news.isnad.config.Tables;
import news.isnad.question.Reading;

/**
 * How much each feature counts, by what is asked for: somebody's words, or what happened. Read from
 * {@code answer-weights.tsv}. Immutable.
 */
final class Weights {
  private static final String TABLE = "answer-weights.tsv";
  private static final int SAID = 1;
  private static final int TOLD = 2;

  private final double[] said;
  private final double[] told;

  Weights(double[] said, double[] told) {
    this.said = said.clone();
    this.told = told.clone();
  }

  /** The weights that ship. */
  static Weights shipped() {
    List<List<String>> rows = Tables.shipped(TABLE);
    return new Weights(column(rows, SAID), column(rows, TOLD));
  }

  private static double[] column(List<List<String>> rows, int column) {
    double[] weights = new double[Feature.COUNT];
    for (List<String> row : rows) {
      if (row.getFirst().startsWith("weight.")) {
        String name = row.getFirst().substring("weight.".length());
        Feature feature = Feature.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        weights[feature.ordinal()] = Double.parseDouble(row.get(column));
      }
    }
    return weights;
  }

  double score(Reading reading, double[] features) {
    double[] weights = Scoring.isSpeakerRequired(reading) ? said : told;
    double score = 0;
    for (int i = 0; i < weights.length; i++) {
      score += weights[i] * features[i];
    }
    return score;
  }
}
