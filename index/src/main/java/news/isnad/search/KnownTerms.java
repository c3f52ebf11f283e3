package news.isnad.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;

/**
 * Remembers where terms stand in each segment of an index, and how many chunks have them: a
 * question looks the same terms up again and again, in every segment, and most questions have words
 * in common. Made anew with every reader. Safe for concurrent use.
 */
final class KnownTerms {
  private static final int KEPT = 20_000;

  private final IndexReader reader;
  private final Cache<Term, TermStates> known =
      Caffeine.newBuilder().executor(Runnable::run).maximumSize(KEPT).build();

  KnownTerms(IndexReader reader) {
    this.reader = reader;
  }

  /** Whether it is this reader whose terms are known. */
  @SuppressWarnings("ReferenceEquality") // a reader is equal to itself alone
  boolean isOf(IndexReader other) {
    return reader == other;
  }

  /** Where a term stands, for queries of this reader's searcher. */
  TermStates states(Term term, IndexSearcher searcher) throws IOException {
    TermStates found = known.getIfPresent(term);
    if (found == null) {
      found = TermStates.build(searcher, term, true);
      known.put(term, found);
    }
    return found;
  }
}
