package news.isnad.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where terms stand in each segment of an index, and how many chunks have them: a
 * question looks the same terms up again and again, in every segment, and most questions have words
 * in common. Made anew with every reader. Safe for concurrent use.
 */
final class KnownTerms {
  private static final int KEPT = 20_000;

  private final IndexReader reader;
  private final Cache<Term, Word> known =
      Caffeine.newBuilder().executor(Runnable::run).maximumSize(KEPT).build();

  private final Map<String, Bm25> fields = new ConcurrentHashMap<>();

  KnownTerms(IndexReader reader) {
    this.reader = reader;
  }

  /** Whether it is this reader whose terms are known. */
  @SuppressWarnings("ReferenceEquality") // a reader is equal to itself alone
  boolean isOf(IndexReader other) {
    return reader == other;
  }

  /** A term and where it stands, for queries of this reader's searcher. */
  Word word(Term term, IndexSearcher searcher) throws IOException {
    Word found = known.getIfPresent(term);
    if (found == null) {
      found = new Word(term, TermStates.build(searcher, term, true));
      known.put(term, found);
    }
    return found;
  }

  /** A term of one reader. Equal to others of that reader by what it is. Immutable. */
  static final class Word {
    private final Term term;
    private final TermStates states;
    private final int hash;

    private Word(Term term, TermStates states) {
      this.term = term;
      this.states = states;
      this.hash = term.hashCode();
    }

    Term term() {
      return term;
    }

    /** In how many chunks it stands. */
    int frequency() {
      return states.docFreq();
    }

    boolean isThere() {
      return frequency() > 0;
    }

    TermQuery query() {
      return new TermQuery(term, states);
    }

    /** Where it stands in a segment; null for nowhere. */
    @Nullable TermState in(LeafReaderContext segment) throws IOException {
      IOSupplier<TermState> there = isThere() ? states.get(segment) : null;
      return there == null ? null : there.get();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Word word && term.equals(word.term));
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public String toString() {
      return term.toString();
    }
  }

  /** How many chunks have a field. */
  int chunks(String field, IndexSearcher searcher) throws IOException {
    return (int) bm25(field, searcher).chunks;
  }

  /** How words of a field are scored. */
  Bm25 bm25(String field, IndexSearcher searcher) throws IOException {
    Bm25 known = fields.get(field);
    if (known == null) {
      known = new Bm25(searcher.collectionStatistics(field));
      fields.put(field, known);
    }
    return known;
  }

  /** Scores words of one field as Lucene does by default. Immutable. */
  static final class Bm25 {
    private static final float SATURATION = 1.2f;
    private static final float LENGTH = 0.75f;

    private final long chunks;
    private final float[] slowness = new float[256];

    private Bm25(@Nullable CollectionStatistics field) {
      this.chunks = field == null ? 0 : field.docCount();
      float usual =
          field == null ? 1 : (float) (field.sumTotalTermFreq() / (double) field.docCount());
      for (int i = 0; i < slowness.length; i++) {
        float length = SmallFloat.byte4ToInt((byte) i);
        slowness[i] = 1 / (SATURATION * (1 - LENGTH + LENGTH * length / usual));
      }
    }

    /** How rare a word is that so many chunks have. */
    float rarity(long with) {
      return (float) CandidateQuery.rarity(with, chunks);
    }

    /**
     * What a word counts.
     *
     * @param most what it would count that stood there without end
     * @param frequency how often it stands there
     * @param length of the text, as the index has it
     */
    float score(float most, float frequency, byte length) {
      return most - most / (1 + frequency * slowness[length & 0xFF]);
    }
  }
}
