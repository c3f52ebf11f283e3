package news.isnad.search;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/**
 * How long the texts of one field are in one segment, a byte each as Lucene has it. A chunk has the
 * fields of its own language only, and where some documents lack a field, Lucene looks for the
 * length of each by steps; that takes a quarter of a search. Once a field has been asked for so
 * often that it pays, its lengths are kept in an array. Safe for concurrent use.
 */
final class TextLengths {
  private static final int OFTEN = 64;

  private final AtomicInteger asked = new AtomicInteger();
  private volatile byte @Nullable [] kept;

  /** The lengths of a field in this segment; null where it has none. */
  @Nullable NumericDocValues of(LeafReader segment, String field) throws IOException {
    byte[] known = kept;
    if (known == null) {
      NumericDocValues lengths = segment.getNormValues(field);
      if (lengths == null || asked.incrementAndGet() != OFTEN) {
        return lengths;
      }
      known = read(lengths, segment.maxDoc());
      kept = known;
    }
    return new Kept(known);
  }

  private static byte[] read(NumericDocValues lengths, int documents) throws IOException {
    byte[] all = new byte[documents];
    for (int doc = lengths.nextDoc(); doc < documents; doc = lengths.nextDoc()) {
      all[doc] = (byte) lengths.longValue();
    }
    return all;
  }

  /** Confined to one thread. */
  private static final class Kept extends NumericDocValues {
    /** 0 where a document does not have the field: a text has one word at least. */
    private final byte[] lengths;

    private int doc = -1;

    Kept(byte[] lengths) {
      this.lengths = lengths;
    }

    @Override
    public boolean advanceExact(int target) {
      doc = target;
      return lengths[target] != 0;
    }

    @Override
    public long longValue() {
      return lengths[doc];
    }

    @Override
    public void longValues(int size, int[] docs, long[] values, long otherwise) {
      longValues(size, docs, 0, values, 0, otherwise);
    }

    @Override
    public void longValues(
        int size, int[] docs, int firstDoc, long[] values, int firstValue, long otherwise) {
      for (int i = 0; i < size; i++) {
        byte length = lengths[docs[firstDoc + i]];
        values[firstValue + i] = length == 0 ? otherwise : length;
      }
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() {
      return advance(doc + 1);
    }

    @Override
    public int advance(int target) {
      doc = target;
      while (doc < lengths.length && lengths[doc] == 0) {
        doc++;
      }
      doc = doc < lengths.length ? doc : NO_MORE_DOCS;
      return doc;
    }

    @Override
    public long cost() {
      return lengths.length;
    }
  }
}
