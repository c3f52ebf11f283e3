package news.isnad.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOBooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A reader that remembers where terms stand in each segment. A question looks up hundreds of terms,
 * most of them several times, in every segment, and most questions have terms in common; without
 * this, half of the time of a search goes into the dictionaries. How long the texts of a field are
 * is remembered, too ({@link TextLengths}). A segment never changes, so that what is known of it
 * stays true until it is merged away.
 *
 * <p>Safe for concurrent use.
 */
final class RememberingReader extends FilterDirectoryReader {
  private static final int UNKNOWN = -1;

  private final Memory memory;

  private RememberingReader(DirectoryReader in, Memory memory) throws IOException {
    super(
        in,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader reader) {
            CacheHelper segment = reader.getCoreCacheHelper();
            return segment == null ? reader : new Leaf(reader, memory.of(segment));
          }
        });
    this.memory = memory;
  }

  /** A reader of what another reads; it is closed with this one. */
  static RememberingReader of(DirectoryReader reader) throws IOException {
    return new RememberingReader(reader, new Memory());
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
    return new RememberingReader(other, memory);
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return in.getReaderCacheHelper();
  }

  /** What is known of each segment that is not yet merged away. */
  private static final class Memory {
    private final Map<IndexReader.CacheKey, Known> segments = new ConcurrentHashMap<>();

    Known of(IndexReader.CacheHelper segment) {
      Known known = segments.get(segment.getKey());
      if (known == null) {
        known = segments.computeIfAbsent(segment.getKey(), _ -> new Known());
        segment.addClosedListener(segments::remove);
      }
      return known;
    }
  }

  /** What is known of a segment, by field. */
  private record Known(Map<String, Places> places, Map<String, TextLengths> lengths) {
    Known() {
      this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }
  }

  /** Where a term stands in a segment, and how often; without a state where it does not. */
  private record Place(BytesRef term, @Nullable TermState state, int docFreq, long totalTermFreq) {
    boolean isThere() {
      return state != null;
    }
  }

  /** The places of a field's terms. A term that falls on the place of another takes it. */
  private static final class Places {
    private static final int FEWEST = 1 << 6;
    private static final int MOST = 1 << 12;
    private static final int DOCUMENTS_FOR_ONE = 8;

    private final AtomicReferenceArray<@Nullable Place> places;

    /** An enumeration that nobody uses just now. */
    private final AtomicReference<@Nullable TermsEnum> free = new AtomicReference<>();

    Places(int documents) {
      int wanted = Math.clamp(documents / DOCUMENTS_FOR_ONE, FEWEST, MOST);
      this.places = new AtomicReferenceArray<>(Integer.highestOneBit(wanted));
    }

    @Nullable Place find(BytesRef term) {
      Place found = places.get(at(term));
      return found != null && found.term().bytesEquals(term) ? found : null;
    }

    void keep(Place place) {
      places.set(at(place.term()), place);
    }

    TermsEnum borrow(Terms terms) throws IOException {
      TermsEnum found = free.getAndSet(null);
      return found == null ? terms.iterator() : found;
    }

    void giveBack(TermsEnum borrowed) {
      free.set(borrowed);
    }

    private int at(BytesRef term) {
      int hash = term.hashCode();
      return (hash ^ (hash >>> 16)) & (places.length() - 1);
    }
  }

  private static final class Leaf extends FilterLeafReader {
    private final Known known;

    Leaf(LeafReader in, Known known) {
      super(in);
      this.known = known;
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      Terms terms = in.terms(field);
      return terms == null
          ? null
          : new RememberedTerms(
              terms, known.places.computeIfAbsent(field, _ -> new Places(in.maxDoc())));
    }

    @Override
    public @Nullable NumericDocValues getNormValues(String field) throws IOException {
      return known.lengths.computeIfAbsent(field, _ -> new TextLengths()).of(in, field);
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }

  private static final class RememberedTerms extends FilterLeafReader.FilterTerms {
    private final Places known;

    RememberedTerms(Terms in, Places known) {
      super(in);
      this.known = known;
    }

    @Override
    public TermsEnum iterator() throws IOException {
      return new RememberedTermsEnum(known, in);
    }
  }

  /**
   * Goes to a term by memory, and to its postings by an enumeration that others use, too: to make
   * one takes longer. Whatever else is asked has one of its own. Confined to one thread.
   */
  private static final class RememberedTermsEnum extends BaseTermsEnum {
    private final Places known;
    private final Terms terms;

    /** Where this stands by memory; null where only the enumeration beneath knows. */
    private @Nullable Place place;

    private @Nullable TermsEnum beneath;

    RememberedTermsEnum(Places known, Terms terms) {
      this.known = known;
      this.terms = terms;
    }

    private TermsEnum beneath() throws IOException {
      TermsEnum own = beneath;
      if (own == null) {
        own = terms.iterator();
        beneath = own;
      }
      return own;
    }

    @Override
    public boolean seekExact(BytesRef term) throws IOException {
      Place found = known.find(term);
      if (found == null) {
        BytesRef copy = BytesRef.deepCopyOf(term);
        TermsEnum all = beneath();
        found =
            all.seekExact(term)
                ? new Place(copy, all.termState(), all.docFreq(), all.totalTermFreq())
                : new Place(copy, null, 0, 0);
        known.keep(found);
      }
      place = found.isThere() ? found : null;
      return found.isThere();
    }

    @Override
    public @Nullable IOBooleanSupplier prepareSeekExact(BytesRef term) throws IOException {
      Place found = known.find(term);
      if (found == null) {
        BytesRef wanted = BytesRef.deepCopyOf(term);
        return () -> seekExact(wanted);
      }
      place = found.isThere() ? found : null;
      return found.isThere() ? () -> true : null;
    }

    @Override
    public SeekStatus seekCeil(BytesRef term) throws IOException {
      place = null;
      return beneath().seekCeil(term);
    }

    @Override
    public void seekExact(long ord) throws IOException {
      place = null;
      beneath().seekExact(ord);
    }

    @Override
    public void seekExact(BytesRef term, TermState state) throws IOException {
      place = new Place(BytesRef.deepCopyOf(term), state, UNKNOWN, UNKNOWN);
    }

    /** The enumeration beneath, where this stands. */
    private TermsEnum there() throws IOException {
      TermsEnum all = beneath();
      if (place != null && place.state() != null) {
        all.seekExact(place.term(), place.state());
      }
      return all;
    }

    @Override
    public int docFreq() throws IOException {
      return place != null && place.docFreq() != UNKNOWN ? place.docFreq() : there().docFreq();
    }

    @Override
    public long totalTermFreq() throws IOException {
      return place != null && place.totalTermFreq() != UNKNOWN
          ? place.totalTermFreq()
          : there().totalTermFreq();
    }

    @Override
    public TermState termState() throws IOException {
      return place != null && place.state() != null ? place.state() : beneath().termState();
    }

    @Override
    public BytesRef term() throws IOException {
      return place != null ? place.term() : beneath().term();
    }

    @Override
    public @Nullable BytesRef next() throws IOException {
      if (place != null) { // by the state alone it would not find what follows
        beneath().seekExact(place.term());
        place = null;
      }
      return beneath().next();
    }

    @Override
    public long ord() throws IOException {
      return there().ord();
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
      if (place == null || place.state() == null) {
        return beneath().postings(reuse, flags);
      }
      TermsEnum shared = known.borrow(terms);
      shared.seekExact(place.term(), place.state());
      PostingsEnum postings = shared.postings(reuse, flags);
      known.giveBack(shared);
      return postings;
    }

    @Override
    public ImpactsEnum impacts(int flags) throws IOException {
      if (place == null || place.state() == null) {
        return beneath().impacts(flags);
      }
      TermsEnum shared = known.borrow(terms);
      shared.seekExact(place.term(), place.state());
      ImpactsEnum impacts = shared.impacts(flags);
      known.giveBack(shared);
      return impacts;
    }
  }
}
