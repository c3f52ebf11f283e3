package news.isnad.answer;

/** What speaks for a unit: a number from 0 to 1 for each {@link Feature}. Immutable. */
public final class Features {
  private final double[] values;

  private Features(double[] values) {
    this.values = values;
  }

  /** How much a feature speaks for the unit, 0 to 1. */
  public double of(Feature feature) {
    return values[feature.place()];
  }

  /** The sum of the features by their weights; what is behind the features in them is left out. */
  double weighted(double[] weights) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }

  /** The features, and as many further places. */
  double[] with(int further) {
    return java.util.Arrays.copyOf(values, values.length + further);
  }

  /** Adds the features, times a factor, to sums. */
  void addTo(double[] sums, double factor) {
    for (int i = 0; i < values.length; i++) {
      sums[i] += factor * values[i];
    }
  }

  /** Collects features; those that are not set are 0. Confined to one thread. */
  static final class Builder {
    private final double[] values = new double[Feature.COUNT];

    void set(Feature feature, double value) {
      values[feature.place()] = Math.clamp(value, 0, 1);
    }

    Features build() {
      return new Features(values.clone());
    }
  }
}
