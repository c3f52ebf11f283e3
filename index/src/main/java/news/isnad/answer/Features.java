package news.isnad.answer;

/** What speaks for a unit: a number from 0 to 1 for each {@link Feature}. Immutable. */
public final class Features {
  private final double[] values;
  private final double longArticle;

  private Features(double[] values, double longArticle) {
    this.values = values;
    this.longArticle = longArticle;
  }

  /** How much a feature speaks for the unit, 0 to 1. */
  public double of(Feature feature) {
    return values[feature.place()];
  }

  /** How long its article is: 0 for a few sentences, 1 for many. */
  double longArticle() {
    return longArticle;
  }

  /**
   * The sum of the features by their weights.
   *
   * @param weights one for each feature, then what each counts more in a long article
   */
  double weighted(double[] weights) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weight(weights, i) * values[i];
    }
    return sum;
  }

  private double weight(double[] weights, int i) {
    return weights[i] + longArticle * weights[values.length + i];
  }

  /** What each feature counts here, of such weights. */
  double[] counting(double[] weights) {
    double[] counting = new double[values.length];
    for (int i = 0; i < counting.length; i++) {
      counting[i] = weight(weights, i);
    }
    return counting;
  }

  /** The features, and as many further places. */
  double[] with(int further) {
    return java.util.Arrays.copyOf(values, values.length + further);
  }

  /** Adds the features, times a factor, to sums, and again as far as the article is long. */
  void addTo(double[] sums, double factor) {
    for (int i = 0; i < values.length; i++) {
      sums[i] += factor * values[i];
      sums[values.length + i] += factor * longArticle * values[i];
    }
  }

  /** Collects features; those that are not set are 0. Confined to one thread. */
  static final class Builder {
    private final double[] values = new double[Feature.COUNT];

    void set(Feature feature, double value) {
      values[feature.place()] = Math.clamp(value, 0, 1);
    }

    /**
     * The features of a unit.
     *
     * @param longArticle how long its article is: 0 for a few sentences, 1 for many
     */
    Features build(double longArticle) {
      return new Features(values.clone(), longArticle);
    }
  }
}
