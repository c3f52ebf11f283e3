package news.isnad.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Knows of most terms at once that none of some fields of an index holds. Slips of typing are put
 * right by trying hundreds of words that hardly ever are there, in every segment.
 *
 * <p>The terms of all segments set bits by their hashes; what finds one of its bits unset is in
 * none of them. A segment's terms are added once it has been asked so often that it pays; bits of
 * segments that are merged away stay until they are too many, when all begins anew. Safe for
 * concurrent use.
 */
final class TermFilter {
  /** Asking for a term takes so many times as long as going through the terms takes for one. */
  private static final int DEARER = 8;

  private final List<String> fields;
  private final Map<IndexReader.CacheKey, AtomicLong> asked = new ConcurrentHashMap<>();
  private volatile Known known = new Known(Bits.EMPTY, Set.of());
  private volatile @Nullable Split split;

  /** A filter of what stands in one of some fields. */
  TermFilter(List<String> fields) {
    this.fields = List.copyOf(fields);
  }

  /** Bits, and the segments whose terms have set them. */
  private record Known(Bits bits, Set<IndexReader.CacheKey> segments) {}

  /** The segments of a reader by whether their terms have set bits. */
  private record Split(
      IndexReader reader, Known known, List<LeafReader> covered, List<LeafReader> others) {}

  /** Whether any chunk has a text as a term, or had it and is not yet merged away. */
  boolean holds(IndexReader reader, String text) throws IOException {
    Split now = split(reader);
    BytesRef term = new BytesRef(text);
    if (now.known.bits.has(hash(term)) && holds(now.covered, term)) {
      return true;
    }
    if (now.others.isEmpty()) {
      return false;
    }
    for (LeafReader segment : now.others) {
      ask(segment);
    }
    return holds(now.others, term);
  }

  private boolean holds(List<LeafReader> segments, BytesRef term) throws IOException {
    for (LeafReader segment : segments) {
      for (String field : fields) {
        if (segment.docFreq(new Term(field, term)) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // a reader and what is known are equal to themselves alone
  private Split split(IndexReader reader) {
    Split now = split;
    Known current = known;
    if (now != null && now.reader == reader && now.known == current) {
      return now;
    }
    List<LeafReader> covered = new ArrayList<>();
    List<LeafReader> others = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      IndexReader.CacheHelper helper = leaf.reader().getCoreCacheHelper();
      boolean isKnown = helper != null && current.segments.contains(helper.getKey());
      (isKnown ? covered : others).add(leaf.reader());
    }
    now = new Split(reader, current, covered, others);
    split = now;
    return now;
  }

  private void ask(LeafReader segment) throws IOException {
    IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
    if (helper == null) {
      return;
    }
    AtomicLong times = asked.get(helper.getKey());
    if (times == null) {
      times = asked.computeIfAbsent(helper.getKey(), _ -> new AtomicLong());
      helper.addClosedListener(this::forget);
    }
    if (times.incrementAndGet() * DEARER >= terms(segment)) {
      add(segment, helper.getKey());
    }
  }

  private long terms(LeafReader segment) throws IOException {
    long all = 0;
    for (String field : fields) {
      Terms terms = segment.terms(field);
      all += terms == null ? 0 : terms.size();
    }
    return all;
  }

  private synchronized void add(LeafReader segment, IndexReader.CacheKey key) throws IOException {
    if (known.segments.contains(key)) {
      return;
    }
    long more = terms(segment);
    Set<IndexReader.CacheKey> segments = new HashSet<>();
    Bits bits;
    if (known.bits.hasRoomFor(more)) {
      bits = known.bits.copy();
      segments.addAll(known.segments);
    } else {
      bits = Bits.forTerms(2 * (more + known.bits.terms));
    }
    for (String field : fields) {
      Terms terms = segment.terms(field);
      if (terms != null) {
        bits.add(terms);
      }
    }
    segments.add(key);
    known = new Known(bits, Set.copyOf(segments));
  }

  private synchronized void forget(IndexReader.CacheKey segment) {
    asked.remove(segment);
    Set<IndexReader.CacheKey> left = new HashSet<>(known.segments);
    if (left.remove(segment)) {
      known = new Known(left.isEmpty() ? Bits.EMPTY : known.bits, Set.copyOf(left));
    }
  }

  private static long hash(BytesRef term) {
    int one = StringHelper.murmurhash3_x86_32(term, 17);
    int other = StringHelper.murmurhash3_x86_32(term, 5);
    return (long) one << 32 | (other & 0xFFFFFFFFL);
  }

  /** Bits that terms have set. Changed only before it is known to others. */
  private static final class Bits {
    private static final int BITS_OF_A_TERM = 10;
    private static final int HASHES = 4;
    private static final long MOST = 1L << 30;
    static final Bits EMPTY = new Bits(new long[1], 0);

    private final long[] words;
    private long terms;

    private Bits(long[] words, long terms) {
      this.words = words;
      this.terms = terms;
    }

    static Bits forTerms(long terms) {
      long bits = Math.clamp(terms * BITS_OF_A_TERM, 1 << 12, MOST);
      return new Bits(new long[(int) (Long.highestOneBit(2 * bits - 1) / 64)], 0);
    }

    Bits copy() {
      return new Bits(words.clone(), terms);
    }

    boolean hasRoomFor(long more) {
      return (terms + more) * BITS_OF_A_TERM <= 64L * words.length;
    }

    void add(Terms all) throws IOException {
      TermsEnum each = all.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        long hash = hash(term);
        for (int i = 0; i < HASHES; i++) {
          long bit = bit(hash, i);
          words[(int) (bit >>> 6)] |= 1L << bit;
        }
        terms++;
      }
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
