package news.isnad.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.isnad.embedding.Embedder;
import news.isnad.text.Language;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * The vectors of an index: one for each chunk, where an operator has installed a model.
 *
 * <p>How near two texts are means something else for every model and language. So nearness is
 * counted from what is usual: the product of a question with chunks that were not chosen, {@value
 * #SAMPLE} at most, has a mean and a deviation, and a chunk is alike by how many deviations it is
 * above the mean. Of two thousand chance chunks the best is three above it.
 *
 * <p>Safe for concurrent use.
 */
final class Vectors {
  /** So many chunks that are near in meaning are looked at, whatever their words. */
  private static final int NEAREST = 40;

  private static final int SAMPLE = 200;
  private static final int SMALLEST_SAMPLE = 5;
  private static final double SMALLEST_DEVIATION = 0.02;
  private static final double CHANCE = 2;
  private static final double CERTAIN = 8;

  private final Optional<Embedder> embedder;

  Vectors(Optional<Embedder> embedder) {
    this.embedder = embedder;
  }

  /** The version of an index with these vectors. */
  String version() {
    return embedder.map(model -> Fields.VERSION + " " + model.identity()).orElse(Fields.VERSION);
  }

  /** Adds the vector of each text to its document. */
  void add(List<Document> documents, List<String> texts, Language language) {
    if (embedder.isPresent()) {
      List<float[]> vectors = embedder.get().passages(texts);
      for (int i = 0; i < vectors.size(); i++) {
        documents
            .get(i)
            .add(
                new KnnFloatVectorField(
                    Fields.vector(language), vectors.get(i), VectorSimilarityFunction.DOT_PRODUCT));
      }
    }
  }

  Meaning of(String question) {
    return embedder.map(model -> Meaning.of(model.question(question))).orElse(Meaning.UNKNOWN);
  }

  /** The chunks that are nearest, the nearest first; none where the meaning is unknown. */
  List<ScoreDoc> nearest(
      IndexSearcher searcher, Meaning meaning, Language language, Optional<Query> filter)
      throws IOException {
    Optional<float[]> vector = meaning.vector();
    if (vector.isEmpty()) {
      return List.of();
    }
    Query query =
        new KnnFloatVectorQuery(
            Fields.vector(language), vector.get(), NEAREST, filter.orElse(null));
    return List.of(searcher.search(query, NEAREST).scoreDocs);
  }

  /**
   * How alike in meaning each document is to the question, 0 for chance to 1.
   *
   * @param documents whose scores do not count
   */
  double[] likeness(
      IndexSearcher searcher, Meaning meaning, Language language, ScoreDoc[] documents)
      throws IOException {
    double[] likeness = new double[documents.length];
    Optional<float[]> vector = meaning.vector();
    if (vector.isEmpty()) {
      return likeness;
    }
    String field = Fields.vector(language);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    double[] usual = sample(leaves, field, vector.get());
    if (usual.length < SMALLEST_SAMPLE) {
      return likeness;
    }
    double mean = Arrays.stream(usual).average().orElse(0);
    double variance = Arrays.stream(usual).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    double deviation = Math.max(SMALLEST_DEVIATION, Math.sqrt(variance));
    for (int i = 0; i < documents.length; i++) {
      double above = (product(leaves, field, vector.get(), documents[i].doc) - mean) / deviation;
      likeness[i] = Math.clamp((above - CHANCE) / (CERTAIN - CHANCE), 0, 1);
    }
    return likeness;
  }

  /** The products with chunks at even distances, without the highest tenth: they may be meant. */
  private static double[] sample(List<LeafReaderContext> leaves, String field, float[] vector)
      throws IOException {
    List<FloatVectorValues> all = new ArrayList<>();
    long size = 0;
    for (LeafReaderContext leaf : leaves) {
      FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
      if (values != null) {
        all.add(values);
        size += values.size();
      }
    }
    int step = (int) Math.max(1, size / SAMPLE);
    List<Double> products = new ArrayList<>();
    for (FloatVectorValues values : all) {
      for (int ordinal = 0; ordinal < values.size(); ordinal += step) {
        products.add(product(vector, values.vectorValue(ordinal)));
      }
    }
    return products.stream()
        .mapToDouble(Double::doubleValue)
        .sorted()
        .limit(products.size() - (products.size() + 9) / 10)
        .toArray();
  }

  private static double product(
      List<LeafReaderContext> leaves, String field, float[] vector, int document)
      throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
    if (values == null) {
      return -1;
    }
    KnnVectorValues.DocIndexIterator iterator = values.iterator();
    int inLeaf = document - leaf.docBase;
    return iterator.advance(inLeaf) == inLeaf
        ? product(vector, values.vectorValue(iterator.index()))
        : -1;
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
