package news.isnad.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Knows of most terms at once that an index does not hold. Slips of typing are put right by trying
 * hundreds of words that hardly ever are there, in every segment.
 *
 * <p>Each segment's terms set bits by their hashes; what finds one of its bits unset is not there.
 * That is prepared once a segment has been asked so often that it pays, and forgotten with it. Safe
 * for concurrent use.
 */
final class TermFilter {
  private static final int BITS_OF_A_TERM = 10;
  private static final int HASHES = 4;

  /** Asking for a term takes so many times as long as going through the terms takes for one. */
  private static final int DEARER = 8;

  private final Map<Place, AtomicLong> asked = new ConcurrentHashMap<>();
  private final Map<Place, Bits> known = new ConcurrentHashMap<>();

  /** A field of a segment. */
  private record Place(IndexReader.CacheKey segment, String field) {}

  /** Whether any chunk has a term, or had it and is not yet merged away. */
  boolean holds(IndexReader reader, Term term) throws IOException {
    long hash = hash(term.bytes());
    for (LeafReaderContext leaf : reader.leaves()) {
      if (mayHold(leaf.reader(), term.field(), hash) && leaf.reader().docFreq(term) > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean mayHold(LeafReader segment, String field, long hash) throws IOException {
    IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
    if (helper == null) {
      return true;
    }
    Place place = new Place(helper.getKey(), field);
    Bits bits = known.get(place);
    if (bits == null) {
      bits = prepared(segment, helper, place);
    }
    return bits == null || bits.has(hash);
  }

  private @Nullable Bits prepared(LeafReader segment, IndexReader.CacheHelper helper, Place place)
      throws IOException {
    Terms terms = segment.terms(place.field());
    if (terms == null) {
      return Bits.NONE;
    }
    AtomicLong times = asked.get(place);
    if (times == null) {
      times = asked.computeIfAbsent(place, _ -> new AtomicLong());
      helper.addClosedListener(_ -> forget(place));
    }
    if (times.incrementAndGet() * DEARER < terms.size()) {
      return null;
    }
    Bits bits = Bits.of(terms);
    known.put(place, bits);
    return bits;
  }

  private void forget(Place place) {
    asked.remove(place);
    known.remove(place);
  }

  private static long hash(BytesRef term) {
    int one = StringHelper.murmurhash3_x86_32(term, 17);
    int other = StringHelper.murmurhash3_x86_32(term, 5);
    return (long) one << 32 | (other & 0xFFFFFFFFL);
  }

  /** Bits that terms have set. Not changed once it is made. */
  private static final class Bits {
    static final Bits NONE = new Bits(1);

    private final long[] words;

    private Bits(long terms) {
      long bits = Math.clamp(terms * BITS_OF_A_TERM, 64, 1L << 30);
      this.words = new long[(int) (Long.highestOneBit(2 * bits - 1) / 64)];
    }

    static Bits of(Terms terms) throws IOException {
      Bits bits = new Bits(terms.size());
      TermsEnum all = terms.iterator();
      for (BytesRef term = all.next(); term != null; term = all.next()) {
        long hash = hash(term);
        for (int i = 0; i < HASHES; i++) {
          long bit = bits.bit(hash, i);
          bits.words[(int) (bit >>> 6)] |= 1L << bit;
        }
      }
      return bits;
    }

    boolean has(long hash) {
      for (int i = 0; i < HASHES; i++) {
        long bit = bit(hash, i);
        if ((words[(int) (bit >>> 6)] & (1L << bit)) == 0) {
          return false;
        }
      }
      return true;
    }

    private long bit(long hash, int number) {
      long mixed = (hash >>> 32) + number * (hash & 0xFFFFFFFFL);
      return mixed & (64L * words.length - 1);
    }
  }
}
