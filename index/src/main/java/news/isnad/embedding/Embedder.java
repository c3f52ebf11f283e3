package news.isnad.embedding;

import java.util.List;

/**
 * Turns texts into vectors of length 1, so that the product of two is how near their meaning is.
 * Safe for concurrent use.
 */
public interface Embedder extends AutoCloseable {
  /** What the vectors were made by: those of another identity cannot be compared with them. */
  String identity();

  /** The vector of a question. */
  float[] question(String text);

  /** The vectors of passages in which the answer to a question may stand, in their order. */
  List<float[]> passages(List<String> texts);

  @Override
  void close();
}
