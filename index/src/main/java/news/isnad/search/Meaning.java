package news.isnad.search;

import java.util.Optional;

/** What a question means, as the vectors of an index put it. Immutable. */
public final class Meaning {
  /** Nobody knows: no model is installed. */
  public static final Meaning UNKNOWN = new Meaning(new float[0]);

  private final float[] vector;

  private Meaning(float[] vector) {
    this.vector = vector;
  }

  static Meaning of(float[] vector) {
    return new Meaning(vector.clone());
  }

  Optional<float[]> vector() {
    return vector.length == 0 ? Optional.empty() : Optional.of(vector.clone());
  }
}
