package news.isnad.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;

/** Reads of which sentences of which edition a chunk is made. Confined to one thread. */
final class Columns {
  private final List<LeafReaderContext> leaves;

  Columns(IndexReader reader) {
    this.leaves = reader.leaves();
  }

  /** The sequence of a chunk's edition. */
  long edition(int chunk) throws IOException {
    return number(chunk, Fields.EDITION);
  }

  /**
   * A chunk as what was found.
   *
   * @param match share of what was asked, held between 0 and 1
   */
  Candidate candidate(int chunk, double match, double likeness) throws IOException {
    return new Candidate(
        edition(chunk),
        (int) number(chunk, Fields.FIRST),
        (int) number(chunk, Fields.LAST),
        Math.clamp(match, 0, 1),
        likeness);
  }

  private long number(int chunk, String field) throws IOException {
    LeafReaderContext context = leaves.get(ReaderUtil.subIndex(chunk, leaves));
    LeafReader leaf = context.reader();
    NumericDocValues numbers = DocValues.getNumeric(leaf, field);
    if (!numbers.advanceExact(chunk - context.docBase)) {
      throw new IllegalStateException("chunk " + chunk + " has no " + field);
    }
    return numbers.longValue();
  }
}
