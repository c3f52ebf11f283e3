package news.isnad.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fits the weights of an answer to examples.
 *
 * <ul>
 *   <li>Scores: for each question, the probability that a right unit comes first (softmax over its
 *       units) is raised by gradient steps, with a penalty on large weights.
 *   <li>Sureness: logistic regression of "the first unit is right", by Newton's method.
 *   <li>Honesty: what is reported comes of weights that were fitted without the documents of the
 *       question that they judge.
 * </ul>
 *
 * Confined to one thread.
 */
public final class Fitting {
  private static final int FOLDS = 5;
  private static final int STEPS = 200;
  private static final double STEP = 0.3;
  private static final double PENALTY = 2;
  private static final double SURENESS_PENALTY = 1;
  private static final int BINS = 10;
  private static final List<Double> THRESHOLDS = List.of(0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4);

  /** Where the weights begin for somebody's words: hand-set, for there are few examples. */
  private static final double[] SAID_PRIOR = prior();

  /** Where they begin for anything. */
  private static final double[] TOLD_PRIOR = likeness(new double[2 * Feature.COUNT]);

  private final List<Example> examples;

  public Fitting(List<Example> examples) {
    this.examples = List.copyOf(examples);
  }

  private static double[] prior() {
    double[] prior = new double[2 * Feature.COUNT];
    prior[Feature.COVERAGE.place()] = 7.4;
    prior[Feature.OWN.place()] = 2.4;
    prior[Feature.SPEAKER.place()] = 1.2;
    prior[Feature.DIRECT.place()] = 0.6;
    prior[Feature.MIXED.place()] = 0.5;
    prior[Feature.HEADLINE.place()] = -0.7;
    return likeness(prior);
  }

  /** Hand-set, for the sets are fitted without a model: there it is 0 and keeps its weight. */
  private static double[] likeness(double[] prior) {
    prior[Feature.LIKENESS.place()] = 2;
    return prior;
  }

  /**
   * A question and what might be cited for it.
   *
   * @param set the set it belongs to, for the report
   * @param document what it is about: questions on one document are never on both sides
   * @param asksForWords whether somebody's own words are asked for and nothing else answers
   * @param answerable whether there is an answer
   * @param units what might be cited
   * @param weight how much it counts
   */
  public record Example(
      String set,
      String document,
      boolean asksForWords,
      boolean answerable,
      int things,
      List<Candidate> units,
      double weight) {
    public Example {
      units = List.copyOf(units);
    }
  }

  /**
   * What might be cited.
   *
   * @param article which article it stands in
   * @param right whether it answers
   * @param near whether it stands in the passage that answers
   */
  public record Candidate(String article, Features features, boolean right, boolean near) {}

  /** The rows of the weights' table. */
  public List<String> rows() {
    return fit(examples).rows();
  }

  private static Weights fit(List<Example> examples) {
    List<Example> said = examples.stream().filter(Example::asksForWords).toList();
    List<Example> told = examples.stream().filter(one -> !one.asksForWords()).toList();
    double[] saidWeights = scores(said, SAID_PRIOR);
    double[] toldWeights = scores(told, TOLD_PRIOR);
    return new Weights(
        saidWeights, toldWeights, sureness(said, saidWeights), sureness(told, toldWeights));
  }

  // ---- scores

  private static double[] scores(List<Example> examples, double[] prior) {
    double[] weights = prior.clone();
    double[] mean = new double[weights.length];
    double[] square = new double[weights.length];
    for (int step = 1; step <= STEPS; step++) {
      double[] slope = slope(examples, weights, prior);
      double rate = step * 3 < STEPS * 2 ? STEP : STEP * 0.3;
      for (int i = 0; i < weights.length; i++) {
        mean[i] = 0.9 * mean[i] + 0.1 * slope[i];
        square[i] = 0.99 * square[i] + 0.01 * slope[i] * slope[i];
        double m = mean[i] / (1 - Math.pow(0.9, step));
        double s = square[i] / (1 - Math.pow(0.99, step));
        weights[i] -= rate * m / (Math.sqrt(s) + 1e-8);
      }
    }
    return weights;
  }

  private static double[] slope(List<Example> examples, double[] weights, double[] prior) {
    double[] slope = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      slope[i] = PENALTY * (weights[i] - prior[i]);
    }
    for (Example example : examples) {
      if (example.units().stream().anyMatch(Candidate::near)) {
        add(slope, example, weights);
      }
    }
    return slope;
  }

  private static void add(double[] slope, Example example, double[] weights) {
    List<Candidate> units = example.units();
    double[] odds = new double[units.size()];
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < odds.length; i++) {
      odds[i] = units.get(i).features().weighted(weights);
      top = Math.max(top, odds[i]);
    }
    double all = 0;
    double right = 0;
    double near = 0;
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Math.exp(odds[i] - top);
      all += odds[i];
      right += units.get(i).right() ? odds[i] : 0;
      near += units.get(i).near() ? odds[i] : 0;
    }
    for (int i = 0; i < odds.length; i++) {
      Candidate unit = units.get(i);
      double wanted = unit.near() ? 0.5 * odds[i] / near : 0;
      wanted += right == 0 ? wanted : unit.right() ? 0.5 * odds[i] / right : 0;
      double pull = example.weight() * (odds[i] / all - wanted);
      unit.features().addTo(slope, pull);
    }
  }

  // ---- sureness

  /** The first unit by some weights. */
  private record First(Candidate unit, double lead) {
    static First of(Example example, double[] weights) {
      Candidate best = example.units().getFirst();
      double score = Double.NEGATIVE_INFINITY;
      for (Candidate unit : example.units()) {
        double one = unit.features().weighted(weights);
        if (one > score) {
          score = one;
          best = unit;
        }
      }
      double next = Double.NEGATIVE_INFINITY;
      for (Candidate unit : example.units()) {
        if (!unit.article().equals(best.article())) {
          next = Math.max(next, unit.features().weighted(weights));
        }
      }
      return new First(best, next == Double.NEGATIVE_INFINITY ? 0 : score - next);
    }
  }

  private static double[] sureness(List<Example> examples, double[] weights) {
    List<double[]> rows = new ArrayList<>();
    List<Example> used =
        examples.stream().filter(one -> !one.units().isEmpty() && one.things() > 0).toList();
    double[] right = new double[used.size()];
    for (int i = 0; i < right.length; i++) {
      First first = First.of(used.get(i), weights);
      rows.add(Weights.sureness(first.unit().features(), first.lead(), used.get(i).things()));
      right[i] = first.unit().near() ? 1 : 0;
    }
    double[] each = used.stream().mapToDouble(Example::weight).toArray();
    return logistic(rows, right, each);
  }

  private static double[] logistic(List<double[]> rows, double[] right, double[] each) {
    int n = Weights.SURENESS;
    double[] weights = new double[n];
    for (int step = 0; step < 30; step++) {
      double[] slope = new double[n];
      double[][] curve = new double[n][n];
      for (int i = 0; i < n; i++) {
        boolean constant = i == n / 2 - 1;
        slope[i] = constant ? 0 : SURENESS_PENALTY * weights[i];
        curve[i][i] = constant ? 1e-6 : SURENESS_PENALTY;
      }
      for (int r = 0; r < right.length; r++) {
        double[] row = rows.get(r);
        double p = 1 / (1 + Math.exp(-Weights.sum(weights, row)));
        double pull = each[r] * (p - right[r]);
        double bend = each[r] * p * (1 - p);
        for (int i = 0; i < n; i++) {
          slope[i] += pull * row[i];
          for (int j = 0; j < n; j++) {
            curve[i][j] += bend * row[i] * row[j];
          }
        }
      }
      double[] change = solved(curve, slope);
      for (int i = 0; i < n; i++) {
        weights[i] -= change[i];
      }
    }
    return weights;
  }

  /** Gauss's elimination with the largest pivot. */
  private static double[] solved(double[][] matrix, double[] right) {
    int n = right.length;
    double[] x = right.clone();
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
          pivot = row;
        }
      }
      double[] swap = matrix[column];
      matrix[column] = matrix[pivot];
      matrix[pivot] = swap;
      double value = x[column];
      x[column] = x[pivot];
      x[pivot] = value;
      for (int row = column + 1; row < n; row++) {
        double factor = matrix[row][column] / matrix[column][column];
        for (int i = column; i < n; i++) {
          matrix[row][i] -= factor * matrix[column][i];
        }
        x[row] -= factor * x[column];
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      for (int i = row + 1; i < n; i++) {
        x[row] -= matrix[row][i] * x[i];
      }
      x[row] /= matrix[row][row];
    }
    return x;
  }

  // ---- report

  /** What a question got from weights that had not seen its document. */
  private record Outcome(Example example, double sureness, boolean right) {}

  /** Reliability, and what the threshold does, with weights that had not seen the documents. */
  public List<String> report() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      Weights weights = fit(examples.stream().filter(one -> fold(one) != left).toList());
      examples.stream()
          .filter(one -> fold(one) == left)
          .forEach(one -> outcomes.add(outcome(one, weights)));
    }
    List<String> lines = new ArrayList<>();
    lines.add("Weights fitted on four fifths of the documents, judged on the fifth left out.");
    lines.add("An answer is given from a probability of " + IndexAnswers.SURE_ENOUGH + " on.");
    reliability(outcomes, lines);
    lines.add("");
    lines.add("set               questions  answered  right of answered  unanswerable  left alone");
    outcomes.stream()
        .map(one -> one.example().set())
        .distinct()
        .sorted()
        .forEach(set -> lines.add(bySet(set, outcomes)));
    thresholds(outcomes, lines);
    return lines;
  }

  /** What other thresholds would do to questions on news. */
  private static void thresholds(List<Outcome> outcomes, List<String> lines) {
    List<Outcome> news =
        outcomes.stream().filter(one -> one.example().set().startsWith("news")).toList();
    List<Outcome> some = news.stream().filter(one -> one.example().answerable()).toList();
    List<Outcome> none = news.stream().filter(one -> !one.example().answerable()).toList();
    lines.add("");
    lines.add("news, given from  answered  unanswerable left alone");
    for (double threshold : THRESHOLDS) {
      long given = some.stream().filter(one -> one.sureness() >= threshold).count();
      long left = none.stream().filter(one -> one.sureness() < threshold).count();
      lines.add(
          String.format(
              Locale.ROOT,
              "%-16.2f  %8.3f  %23.3f",
              threshold,
              share(given, some.size()),
              share(left, none.size())));
    }
  }

  private static int fold(Example example) {
    return Math.floorMod(example.document().hashCode(), FOLDS);
  }

  private static Outcome outcome(Example example, Weights weights) {
    if (example.units().isEmpty()) {
      return new Outcome(example, 0, false);
    }
    First first = First.of(example, weights.scores(example.asksForWords()));
    double sureness =
        example.things() == 0
            ? 1
            : weights.sureness(
                example.asksForWords(), first.unit().features(), first.lead(), example.things());
    return new Outcome(example, sureness, first.unit().near());
  }

  private static void reliability(List<Outcome> outcomes, List<String> lines) {
    lines.add("");
    lines.add("probability    questions   said   was right");
    for (int bin = 0; bin < BINS; bin++) {
      int here = bin;
      List<Outcome> inside =
          outcomes.stream()
              .filter(one -> Math.min(BINS - 1, (int) (one.sureness() * BINS)) == here)
              .toList();
      double said = inside.stream().mapToDouble(Outcome::sureness).average().orElse(0);
      double was = inside.stream().mapToDouble(one -> one.right() ? 1 : 0).average().orElse(0);
      lines.add(
          String.format(
              Locale.ROOT,
              "%.1f to %.1f   %9d   %.3f  %.3f",
              bin / 10.0,
              (bin + 1) / 10.0,
              inside.size(),
              said,
              was));
    }
  }

  private static String bySet(String set, List<Outcome> outcomes) {
    List<Outcome> here = outcomes.stream().filter(one -> one.example().set().equals(set)).toList();
    List<Outcome> some = here.stream().filter(one -> one.example().answerable()).toList();
    List<Outcome> none = here.stream().filter(one -> !one.example().answerable()).toList();
    List<Outcome> given = some.stream().filter(Fitting::isGiven).toList();
    return String.format(
        Locale.ROOT,
        "%-18s %8d  %8.3f  %17.3f  %12d  %10.3f",
        set,
        some.size(),
        share(given.size(), some.size()),
        share(given.stream().filter(Outcome::right).count(), given.size()),
        none.size(),
        share(none.stream().filter(one -> !isGiven(one)).count(), none.size()));
  }

  private static boolean isGiven(Outcome outcome) {
    return outcome.sureness() >= IndexAnswers.SURE_ENOUGH;
  }

  private static double share(long part, long all) {
    return all == 0 ? 0 : (double) part / all;
  }
}
