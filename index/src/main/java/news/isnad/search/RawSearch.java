package news.isnad.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.isnad.text.Analyzers;
import news.isnad.text.Language;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Lucene alone on the same index: the chunks that hold any of the words, by BM25. It answers
 * nothing; benchmarks compare with it. Safe for concurrent use.
 */
public final class RawSearch implements AutoCloseable {
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private RawSearch(DirectoryReader reader) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
  }

  /** Opens what is committed in the folder of an index. */
  public static RawSearch open(Path folder) {
    try {
      return new RawSearch(DirectoryReader.open(FSDirectory.open(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be read", e);
    }
  }

  /** The sequences of the editions whose chunks match best, one for each chunk. */
  public List<Long> best(String words, Language language, int most) {
    try {
      BooleanQuery.Builder query = new BooleanQuery.Builder();
      for (BytesRef term : terms(words, language)) {
        query.add(new TermQuery(new Term(Fields.stemmed(language), term)), Occur.SHOULD);
      }
      Columns columns = new Columns(reader);
      List<Long> sequences = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query.build(), most).scoreDocs) {
        sequences.add(columns.edition(hit.doc));
      }
      return sequences;
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be read", e);
    }
  }

  private static List<BytesRef> terms(String words, Language language) throws IOException {
    List<BytesRef> terms = new ArrayList<>();
    try (TokenStream stream =
        Analyzers.stemmed(language).tokenStream(Fields.stemmed(language), words)) {
      TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(BytesRef.deepCopyOf(term.getBytesRef()));
      }
      stream.end();
    }
    return terms;
  }

  @Override
  public void close() {
    try {
      reader.close();
      reader.directory().close();
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be closed", e);
    }
  }
}
