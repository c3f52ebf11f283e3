package news.isnad.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.isnad.search.KnownTerms.Word;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Scores some chunks that were found, by BM25: what Lucene's rescoring gives, for less. Each word
 * is looked up once in each segment, whatever it stands for, and what it costs to get ready for a
 * whole index is not paid for a hundred chunks. Confined to one thread.
 */
final class ChunkScores {
  private final IndexSearcher searcher;
  private final KnownTerms terms;
  private final Map<PhraseQuery, Weight> phrases = new HashMap<>();

  ChunkScores(IndexSearcher searcher, KnownTerms terms) {
    this.searcher = searcher;
    this.terms = terms;
  }

  /** The best of some chunks, with the scores that they get instead of their own. */
  ScoreDoc[] best(ScoreDoc[] chunks, Says what, int most) throws IOException {
    return best(chunks, what, 0, most);
  }

  /** The best of some chunks, with what they get added to their scores. */
  ScoreDoc[] bestAfter(ScoreDoc[] chunks, Says what, int most) throws IOException {
    return best(chunks, what, 1, most);
  }

  private ScoreDoc[] best(ScoreDoc[] chunks, Says what, int own, int most) throws IOException {
    ScoreDoc[] sorted = chunks.clone();
    Arrays.sort(sorted, Comparator.comparingInt(chunk -> chunk.doc));
    List<ScoreDoc> scored = new ArrayList<>(sorted.length);
    int from = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int to = from;
      while (to < sorted.length && sorted[to].doc < leaf.docBase + leaf.reader().maxDoc()) {
        to++;
      }
      if (from < to) {
        int[] there = new int[to - from];
        for (int i = from; i < to; i++) {
          there[i - from] = sorted[i].doc - leaf.docBase;
        }
        float[] scores = new Segment(leaf, there).scores(what, 1);
        for (int i = from; i < to; i++) {
          scored.add(new ScoreDoc(sorted[i].doc, own * sorted[i].score + scores[i - from]));
        }
      }
      from = to;
    }
    scored.sort(Comparator.comparingDouble(chunk -> -chunk.score)); // equal ones stay as they stand
    return scored.subList(0, Math.min(most, scored.size())).toArray(ScoreDoc[]::new);
  }

  private Weight weight(PhraseQuery phrase) throws IOException {
    Weight known = phrases.get(phrase);
    if (known == null) {
      known = searcher.createWeight(searcher.rewrite(phrase), ScoreMode.COMPLETE, 1);
      phrases.put(phrase, known);
    }
    return known;
  }

  /** Chunks of one segment, and what is known of them. */
  private final class Segment {
    private final LeafReaderContext leaf;
    private final int[] chunks;
    private final Map<Word, float[]> frequencies = new HashMap<>();
    private final Map<String, byte[]> lengths = new HashMap<>();
    private final Map<String, Field> fields = new HashMap<>();

    Segment(LeafReaderContext leaf, int[] ascending) {
      this.leaf = leaf;
      this.chunks = ascending;
    }

    float[] scores(Says what, float boost) throws IOException {
      return switch (what) {
        case Says.Words words -> words(words, boost);
        case Says.Together together -> together(together, boost);
        case Says.Best best -> best(best, boost);
        case Says.Sum sum -> sum(sum, boost);
        case Says.Times times -> scores(times.one(), boost * times.times());
      };
    }

    private float[] words(Says.Words words, float boost) throws IOException {
      float[] scores = new float[chunks.length];
      float[] said = new float[chunks.length];
      int commonest = 0;
      boolean any = false;
      for (int i = 0; i < words.any().size(); i++) {
        Word word = words.any().get(i);
        commonest = Math.max(commonest, word.frequency());
        float[] there = frequencies(word);
        for (int at = 0; at < there.length; at++) {
          said[at] += words.weights().get(i) * there[at];
          any |= there[at] > 0;
        }
      }
      if (any) {
        KnownTerms.Bm25 bm25 = terms.bm25(words.field(), searcher);
        float most = boost * bm25.rarity(commonest);
        byte[] lengths = lengths(words.field());
        for (int at = 0; at < said.length; at++) {
          scores[at] = said[at] > 0 ? bm25.score(most, said[at], lengths[at]) : 0;
        }
      }
      return scores;
    }

    private float[] best(Says.Best best, float boost) throws IOException {
      float[] most = new float[chunks.length];
      double[] others = new double[chunks.length];
      for (Says one : best.of()) {
        float[] scores = scores(one, boost);
        for (int at = 0; at < most.length; at++) {
          others[at] += Math.min(most[at], scores[at]);
          most[at] = Math.max(most[at], scores[at]);
        }
      }
      for (int at = 0; at < most.length; at++) {
        most[at] = (float) (most[at] + others[at] * best.share());
      }
      return most;
    }

    private float[] sum(Says.Sum sum, float boost) throws IOException {
      double[] all = new double[chunks.length];
      for (Says one : sum.of()) {
        float[] scores = scores(one, boost);
        for (int at = 0; at < all.length; at++) {
          all[at] += scores[at];
        }
      }
      float[] rounded = new float[chunks.length];
      for (int at = 0; at < all.length; at++) {
        rounded[at] = (float) all[at];
      }
      return rounded;
    }

    /** Where a word stands is read only of chunks that have all of them. */
    private float[] together(Says.Together together, float boost) throws IOException {
      float[] scores = new float[chunks.length];
      Scorer scorer = null;
      for (int at = 0; at < chunks.length; at++) {
        if (hasAll(together.words(), at)) {
          scorer = scorer == null ? weight(together.phrase()).scorer(leaf) : scorer;
          if (scorer == null) {
            return scores;
          }
          DocIdSetIterator matching = scorer.iterator();
          if (matching.docID() < chunks[at]) {
            matching.advance(chunks[at]);
          }
          scores[at] = matching.docID() == chunks[at] ? boost * scorer.score() : 0;
        }
      }
      return scores;
    }

    private boolean hasAll(List<Word> words, int at) throws IOException {
      for (Word word : words) {
        if (frequencies(word)[at] == 0) {
          return false;
        }
      }
      return true;
    }

    private float[] frequencies(Word word) throws IOException {
      float[] known = frequencies.get(word);
      if (known == null) {
        known = new float[chunks.length];
        TermState state = word.in(leaf);
        if (state != null) {
          field(word.term().field()).read(word.term(), state, known);
        }
        frequencies.put(word, known);
      }
      return known;
    }

    private Field field(String name) throws IOException {
      Field field = fields.get(name);
      if (field == null) {
        field = new Field(Terms.getTerms(leaf.reader(), name).iterator(), chunks);
        fields.put(name, field);
      }
      return field;
    }

    private byte[] lengths(String field) throws IOException {
      byte[] known = lengths.get(field);
      if (known == null) {
        known = new byte[chunks.length];
        NumericDocValues all = leaf.reader().getNormValues(field);
        for (int at = 0; at < chunks.length; at++) {
          known[at] = all != null && all.advanceExact(chunks[at]) ? (byte) all.longValue() : 1;
        }
        lengths.put(field, known);
      }
      return known;
    }
  }

  /** One field of a segment. */
  private static final class Field {
    private final TermsEnum words;
    private final int[] chunks;
    private @Nullable PostingsEnum postings;

    Field(TermsEnum words, int[] chunks) {
      this.words = words;
      this.chunks = chunks;
    }

    /** How often a word stands in each chunk. */
    void read(Term term, TermState state, float[] into) throws IOException {
      words.seekExact(term.bytes(), state);
      PostingsEnum there = words.postings(postings, PostingsEnum.FREQS);
      postings = there;
      int doc = there.docID();
      for (int at = 0; at < chunks.length && doc != DocIdSetIterator.NO_MORE_DOCS; at++) {
        if (doc < chunks[at]) {
          doc = there.advance(chunks[at]);
        }
        if (doc == chunks[at]) {
          into[at] = there.freq();
        }
      }
    }
  }
}
