package news.isnad.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class TermFilterTest {
  private final TermFilter filter = new TermFilter(List.of("text", "stem"));

  @Test
  void terms_areHeldInWhicheverSegment_beforeAndAfterTheirBitsArePrepared() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      write(directory, "harbour bridge", "flood");
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSize(2);
        for (int round = 0; round < 50; round++) {
          for (String word : List.of("harbour", "bridge", "flood")) {
            assertThat(filter.holds(reader, word)).isTrue();
          }
          assertThat(filter.holds(reader, "absent" + round)).isFalse();
          assertThat(filter.holds(reader, "title")).isFalse();
        }
      }
    }
  }

  @Test
  void terms_thatCameLater_areHeldToo() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      write(directory, "harbour");
      ask(directory, "strike", false);
      write(directory, "strike");
      ask(directory, "strike", true);
    }
  }

  @Test
  void terms_ofAnyOfTheFields_areHeld() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      write(directory, "harbour");
      TermFilter both = new TermFilter(List.of("text", "other"));
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (int round = 0; round < 50; round++) {
          assertThat(both.holds(reader, "harbour")).isTrue();
          assertThat(both.holds(reader, "title")).isTrue();
        }
      }
    }
  }

  private void ask(ByteBuffersDirectory directory, String word, boolean held) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (int round = 0; round < 50; round++) {
        assertThat(filter.holds(reader, word)).isEqualTo(held);
      }
    }
  }

  /** One segment for each text. */
  private static void write(ByteBuffersDirectory directory, String... texts) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
    config.setMergePolicy(org.apache.lucene.index.NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (String text : texts) {
        Document document = new Document();
        document.add(new TextField("text", text, Field.Store.NO));
        document.add(new TextField("other", "title", Field.Store.NO));
        writer.addDocument(document);
        writer.commit();
      }
    }
  }
}
