package news.isnad.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.text.Analyzers;
import news.isnad.text.Language;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The articles of an index since a time. An article is what its chunks are together, so sets are of
 * articles from the start: what stands in one chunk and what stands in another stand in the same
 * article.
 */
final class IndexedArticles implements RecentArticles {
  private static final int MOST_SURFACES = 5_000;

  private final SearcherManager searchers;
  private final IndexSearcher searcher;
  private final BitSet all = new BitSet();
  private long lowest = Long.MAX_VALUE;
  private long oldest = Long.MAX_VALUE;

  IndexedArticles(SearcherManager searchers, Instant since, Set<Long> except) throws IOException {
    this.searchers = searchers;
    this.searcher = searchers.acquire();
    try {
      Query query =
          LongField.newRangeQuery(Fields.MOMENT, since.toEpochMilli(), Long.MAX_VALUE - 1);
      Weight weight =
          searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        bounds(leaf.reader(), docs(weight, leaf));
      }
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        add(leaf.reader(), docs(weight, leaf), all);
      }
      except.forEach(sequence -> leaveOut(sequence - lowest));
    } catch (IOException | RuntimeException e) {
      searchers.release(searcher);
      throw e;
    }
  }

  private void leaveOut(long number) {
    if (number >= 0 && number < all.length()) {
      all.clear(Math.toIntExact(number));
    }
  }

  private static DocIdSetIterator docs(Weight weight, LeafReaderContext leaf) throws IOException {
    Scorer scorer = weight.scorer(leaf);
    return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
  }

  private void bounds(LeafReader reader, DocIdSetIterator docs) throws IOException {
    NumericDocValues sequences = reader.getNumericDocValues(Fields.EDITION);
    SortedNumericDocValues moments = reader.getSortedNumericDocValues(Fields.MOMENT);
    Bits live = reader.getLiveDocs();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if ((live == null || live.get(doc))
          && sequences != null
          && moments != null
          && sequences.advanceExact(doc)
          && moments.advanceExact(doc)) {
        lowest = Math.min(lowest, sequences.longValue());
        oldest = Math.min(oldest, moments.nextValue());
      }
    }
  }

  private void add(LeafReader reader, DocIdSetIterator docs, BitSet to) throws IOException {
    NumericDocValues sequences = reader.getNumericDocValues(Fields.EDITION);
    Bits live = reader.getLiveDocs();
    if (sequences == null) {
      return;
    }
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if ((live == null || live.get(doc)) && sequences.advanceExact(doc)) {
        long number = sequences.longValue() - lowest;
        if (number >= 0) {
          to.set(Math.toIntExact(number));
        }
      }
    }
  }

  private BitSet having(String field, String text) {
    Term term = new Term(field, text);
    BitSet found = new BitSet(all.length());
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        PostingsEnum docs = leaf.reader().postings(term, PostingsEnum.NONE);
        if (docs != null) {
          add(leaf.reader(), docs, found);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be read", e);
    }
    found.and(all);
    return found;
  }

  @Override
  public BitSet all() {
    return (BitSet) all.clone();
  }

  @Override
  public BitSet in(Language language) {
    return having(Fields.LANGUAGE, language.code());
  }

  @Override
  public BitSet with(Language language, String stem) {
    return having(Fields.stemmed(language), stem);
  }

  @Override
  public BitSet spelled(Language language, String word) {
    return having(Fields.exact(language), word);
  }

  @Override
  public BitSet saidBy(Language language, String stem) {
    return having(Fields.speaker(language), stem);
  }

  @Override
  public BitSet from(String outlet) {
    return having(Fields.OUTLET, outlet);
  }

  @Override
  public List<String> surfaces(Language language, String key) {
    try {
      Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.names(language));
      return terms == null
          ? List.of()
          : withPrefix(terms.iterator(), key + Analyzers.KEY_END, MOST_SURFACES);
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be read", e);
    }
  }

  /** What follows a beginning in the terms that have it. */
  static List<String> withPrefix(TermsEnum terms, String prefix, int most) throws IOException {
    List<String> found = new ArrayList<>();
    if (terms.seekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END) {
      return found;
    }
    for (BytesRef term = terms.term(); term != null && found.size() < most; ) {
      String text = term.utf8ToString();
      if (!text.startsWith(prefix)) {
        break;
      }
      found.add(text.substring(prefix.length()));
      term = terms.next();
    }
    return found;
  }

  @Override
  public Set<String> outlets() {
    Set<String> outlets = new HashSet<>();
    try {
      Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.OUTLET);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          outlets.add(term.utf8ToString());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be read", e);
    }
    return outlets;
  }

  @Override
  public long sequence(int number) {
    return lowest + number;
  }

  @Override
  public Optional<Instant> oldest() {
    return all.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest));
  }

  @Override
  public void close() {
    try {
      searchers.release(searcher);
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be read", e);
    }
  }
}
