package news.isnad.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import news.isnad.config.Tables;

/**
 * How much each feature counts, by what is asked for: somebody's own words, or what happened.
 *
 * <p>In a long article many sentences share its subject, and another one is to be picked than in a
 * passage of a few sentences: what a feature counts more there is a weight of its own.
 *
 * <p>A unit's score is the weighted sum of its features. How sure the best unit is comes from a
 * second weighted sum: of its features, of its lead over the best unit of another article, and of
 * the number of things asked, each once more as far as its article is long. The logistic function
 * makes a probability of it. The numbers are data ({@code answer-weights.tsv}), written by {@code
 * eval fit}. Immutable.
 */
final class Weights {
  /** Behind the features in a row of sureness: lead, things asked, match by things asked, one. */
  private static final int FURTHER = 4;

  private static final int SURE = Feature.COUNT + FURTHER;

  /**
   * What the sureness of a best unit is made of, each for itself and as far as articles are long.
   */
  static final int SURENESS = 2 * SURE;

  /** A lead that counts in full. */
  private static final double FULL_LEAD = 3;

  private static final double MANY_THINGS = 8;
  private static final List<Feature> FEATURES = List.of(Feature.values());
  private static final String TABLE = "answer-weights.tsv";
  private static final List<String> FURTHER_KEYS =
      List.of("lead-over-next", "things", "match-by-things", "one");

  private final double[] said;
  private final double[] told;
  private final double[] saidSureness;
  private final double[] toldSureness;

  Weights(double[] said, double[] told, double[] saidSureness, double[] toldSureness) {
    this.said = said.clone();
    this.told = told.clone();
    this.saidSureness = saidSureness.clone();
    this.toldSureness = toldSureness.clone();
  }

  /** The weights that ship. */
  static Weights shipped() {
    List<List<String>> rows = Tables.shipped(TABLE);
    return new Weights(
        scores(rows, 1),
        scores(rows, 2),
        joined(rows, "sure.", "sure-long.", 1, SURE),
        joined(rows, "sure.", "sure-long.", 2, SURE));
  }

  private static double[] scores(List<List<String>> rows, int column) {
    return joined(rows, "weight.", "long.", column, Feature.COUNT);
  }

  private static double[] joined(
      List<List<String>> rows, String prefix, String inLong, int column, int length) {
    double[] all = Arrays.copyOf(column(rows, prefix, column, length), 2 * length);
    System.arraycopy(column(rows, inLong, column, length), 0, all, length, length);
    return all;
  }

  private static double[] column(List<List<String>> rows, String prefix, int column, int length) {
    double[] weights = new double[length];
    for (List<String> row : rows) {
      if (row.getFirst().startsWith(prefix)) {
        weights[place(row.getFirst().substring(prefix.length()))] =
            Double.parseDouble(row.get(column));
      }
    }
    return weights;
  }

  private static int place(String key) {
    int further = FURTHER_KEYS.indexOf(key);
    return further >= 0
        ? Feature.COUNT + further
        : Feature.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')).place();
  }

  /** The rows of the table. */
  List<String> rows() {
    List<String> rows = new java.util.ArrayList<>();
    for (Feature feature : Feature.values()) {
      int i = feature.place();
      rows.add(row("weight." + feature.key(), said[i], told[i]));
    }
    for (Feature feature : Feature.values()) {
      int i = Feature.COUNT + feature.place();
      rows.add(row("long." + feature.key(), said[i], told[i]));
    }
    for (int i = 0; i < SURENESS; i++) {
      String prefix = i < SURE ? "sure." : "sure-long.";
      rows.add(row(prefix + key(i % SURE), saidSureness[i], toldSureness[i]));
    }
    return rows;
  }

  private static String key(int i) {
    return i < Feature.COUNT ? FEATURES.get(i).key() : FURTHER_KEYS.get(i - Feature.COUNT);
  }

  private static String row(String key, double said, double told) {
    return String.format(Locale.ROOT, "%s\t%.3f\t%.3f", key, said, told);
  }

  /**
   * The score of a unit, for comparing.
   *
   * @param asksForWords whether somebody's own words are asked for and nothing else answers
   */
  double score(boolean asksForWords, Features features) {
    return features.weighted(scores(asksForWords));
  }

  /** One for each feature, then what each counts more in a long article. */
  double[] scores(boolean asksForWords) {
    return asksForWords ? said : told;
  }

  /**
   * Probability that the best unit answers, 0 to 1.
   *
   * @param lead its score less that of the best unit of another article
   * @param things how many things are asked about
   */
  double sureness(boolean asksForWords, Features features, double lead, int things) {
    double[] all = sureness(features, lead, things);
    return 1 / (1 + Math.exp(-sum(asksForWords ? saidSureness : toldSureness, all)));
  }

  /** What the sureness of a best unit is made of. */
  static double[] sureness(Features features, double lead, int things) {
    double[] all = features.with(SURENESS - Feature.COUNT);
    double many = Math.min(things, MANY_THINGS) / MANY_THINGS;
    all[Feature.COUNT] = Math.clamp(lead / FULL_LEAD, 0, 1);
    all[Feature.COUNT + 1] = many;
    all[Feature.COUNT + 2] = many * features.of(Feature.MATCH);
    all[Feature.COUNT + 3] = 1;
    for (int i = 0; i < SURE; i++) {
      all[SURE + i] = features.longArticle() * all[i];
    }
    return all;
  }

  static double sum(double[] weights, double[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }
}
