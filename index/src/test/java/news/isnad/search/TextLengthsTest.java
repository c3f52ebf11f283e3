package news.isnad.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class TextLengthsTest {
  private static final int DOCUMENTS = 300;

  @Test
  void lengths_areTheSame_howeverOftenTheyAreAskedFor() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LeafReader segment = reader.leaves().getFirst().reader();
        TextLengths lengths = new TextLengths();
        List<Long> expected = oneByOne(segment.getNormValues("text"));
        assertThat(expected).contains(-1L, 1L).hasSize(DOCUMENTS);
        for (int i = 0; i < 200; i++) {
          assertThat(oneByOne(lengths.of(segment, "text"))).isEqualTo(expected);
          assertThat(together(lengths.of(segment, "text"))).isEqualTo(expected);
          assertThat(inOrder(lengths.of(segment, "text"))).isEqualTo(expected);
          assertThat(lengths.of(segment, "text")).isNotNull();
        }
        for (int i = 0; i < 200; i++) {
          assertThat(new TextLengths().of(segment, "nowhere")).isNull();
        }
      }
    }
  }

  private static void write(Directory directory) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < DOCUMENTS; i++) {
        Document document = new Document();
        if (i % 3 > 0) {
          document.add(new TextField("text", "word ".repeat(i), Field.Store.NO));
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private static List<Long> oneByOne(NumericDocValues lengths) throws IOException {
    List<Long> found = new ArrayList<>();
    for (int doc = 0; doc < DOCUMENTS; doc++) {
      found.add(lengths.advanceExact(doc) ? lengths.longValue() : -1);
    }
    return found;
  }

  private static List<Long> together(NumericDocValues lengths) throws IOException {
    int[] docs = new int[DOCUMENTS];
    long[] values = new long[DOCUMENTS];
    for (int doc = 0; doc < DOCUMENTS; doc++) {
      docs[doc] = doc;
    }
    lengths.longValues(DOCUMENTS, docs, values, -1);
    List<Long> found = new ArrayList<>();
    for (long value : values) {
      found.add(value);
    }
    return found;
  }

  private static List<Long> inOrder(NumericDocValues lengths) throws IOException {
    List<Long> found = new ArrayList<>();
    int doc = lengths.nextDoc();
    for (int i = 0; i < DOCUMENTS; i++) {
      boolean here = i == doc;
      found.add(here ? lengths.longValue() : -1);
      doc = here ? lengths.nextDoc() : doc;
    }
    assertThat(doc).isEqualTo(DocIdSetIterator.NO_MORE_DOCS);
    return found;
  }
}
