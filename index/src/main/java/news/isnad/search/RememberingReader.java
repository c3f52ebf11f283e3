package news.isnad.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
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
 * this, half of the time of a search goes into the dictionaries. A segment never changes, so that
 * what is known of it stays true until it is merged away.
 *
 * <p>Safe for concurrent use.
 */
final class RememberingReader extends FilterDirectoryReader {
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

  /** What is known of each segment that is not yet merged away, by field. */
  private static final class Memory {
    private final Map<IndexReader.CacheKey, Map<String, Places>> segments =
        new ConcurrentHashMap<>();

    Map<String, Places> of(IndexReader.CacheHelper segment) {
      Map<String, Places> known = segments.get(segment.getKey());
      if (known == null) {
        known = segments.computeIfAbsent(segment.getKey(), _ -> new ConcurrentHashMap<>());
        segment.addClosedListener(segments::remove);
      }
      return known;
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

    private int at(BytesRef term) {
      int hash = term.hashCode();
      return (hash ^ (hash >>> 16)) & (places.length() - 1);
    }
  }

  private static final class Leaf extends FilterLeafReader {
    private final Map<String, Places> known;

    Leaf(LeafReader in, Map<String, Places> known) {
      super(in);
      this.known = known;
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      Terms terms = in.terms(field);
      return terms == null
          ? null
          : new RememberedTerms(terms, known.computeIfAbsent(field, _ -> new Places(in.maxDoc())));
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
      return new RememberedTermsEnum(known, in.iterator());
    }
  }

  /**
   * Goes to a term by memory; to its postings, and to what stands beside it, as always. Confined to
   * one thread.
   */
  private static final class RememberedTermsEnum extends FilterLeafReader.FilterTermsEnum {
    private final Places known;

    /** Where this stands by memory; null where only the enumeration beneath knows. */
    private @Nullable Place place;

    /** Whether the enumeration beneath has the place's state, from which it cannot go on. */
    private boolean beneath;

    RememberedTermsEnum(Places known, TermsEnum in) {
      super(in);
      this.known = known;
    }

    @Override
    public boolean seekExact(BytesRef term) throws IOException {
      Place found = known.find(term);
      if (found == null) {
        BytesRef copy = BytesRef.deepCopyOf(term);
        found =
            in.seekExact(term)
                ? new Place(copy, in.termState(), in.docFreq(), in.totalTermFreq())
                : new Place(copy, null, 0, 0);
        known.keep(found);
      }
      stand(found.isThere() ? found : null);
      return found.isThere();
    }

    @Override
    public @Nullable IOBooleanSupplier prepareSeekExact(BytesRef term) throws IOException {
      Place found = known.find(term);
      if (found == null) {
        BytesRef wanted = BytesRef.deepCopyOf(term);
        return () -> seekExact(wanted);
      }
      stand(found.isThere() ? found : null);
      return found.isThere() ? () -> true : null;
    }

    @Override
    public SeekStatus seekCeil(BytesRef term) throws IOException {
      stand(null);
      return in.seekCeil(term);
    }

    @Override
    public void seekExact(long ord) throws IOException {
      stand(null);
      in.seekExact(ord);
    }

    @Override
    public void seekExact(BytesRef term, TermState state) throws IOException {
      stand(null);
      in.seekExact(term, state);
    }

    private void stand(@Nullable Place at) {
      place = at;
      beneath = false;
    }

    /** Brings the enumeration beneath to where this stands. */
    private TermsEnum there() throws IOException {
      if (place != null && place.state() != null && !beneath) {
        in.seekExact(place.term(), place.state());
        beneath = true;
      }
      return in;
    }

    @Override
    public int docFreq() throws IOException {
      return place != null ? place.docFreq() : in.docFreq();
    }

    @Override
    public long totalTermFreq() throws IOException {
      return place != null ? place.totalTermFreq() : in.totalTermFreq();
    }

    @Override
    public TermState termState() throws IOException {
      return place != null && place.state() != null ? place.state() : in.termState();
    }

    @Override
    public BytesRef term() throws IOException {
      return place != null ? place.term() : in.term();
    }

    @Override
    public @Nullable BytesRef next() throws IOException {
      if (place != null) { // by the state alone it would not find what follows
        in.seekExact(place.term());
        stand(null);
      }
      return in.next();
    }

    @Override
    public long ord() throws IOException {
      return there().ord();
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
      return there().postings(reuse, flags);
    }

    @Override
    public ImpactsEnum impacts(int flags) throws IOException {
      return there().impacts(flags);
    }
  }
}
