package news.isnad.search;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * How long fields are held to be: as long as they have words. The terms of letters come once each,
 * with their frequencies, so that Lucene could not count the words by itself. Immutable.
 */
final class Lengths extends BM25Similarity {
  @Override
  public long computeNorm(FieldInvertState state) {
    return Fields.isGrams(state.getName())
        ? SmallFloat.intToByte4(state.getPosition() + 1)
        : super.computeNorm(state);
  }
}
