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
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader that remembers finds what one finds that does not, the first time and again. */
class RememberingReaderTest {
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private IndexWriter writer;
  private RememberingReader reader;

  @BeforeEach
  void begin() throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
    config.setMergePolicy(NoMergePolicy.INSTANCE);
    writer = new IndexWriter(directory, config);
    write("flood in the harbour town", "the flood goes down");
    write("strike in the harbour", "a bridge and a flood");
    reader = RememberingReader.of(DirectoryReader.open(writer));
  }

  @AfterEach
  void end() throws IOException {
    reader.close();
    writer.close();
    directory.close();
  }

  private void write(String... texts) throws IOException {
    for (String text : texts) {
      Document document = new Document();
      document.add(new TextField("text", text, Field.Store.NO));
      writer.addDocument(document);
    }
    writer.commit();
  }

  private static final List<Query> QUERIES =
      List.of(
          new TermQuery(new Term("text", "flood")),
          new TermQuery(new Term("text", "absent")),
          new PhraseQuery("text", "the", "harbour"),
          new PhraseQuery("text", "harbour", "the"),
          new SynonymQuery.Builder("text")
              .addTerm(new Term("text", "strike"))
              .addTerm(new Term("text", "bridge"))
              .build());

  private static List<String> found(IndexReader in) throws IOException {
    List<String> found = new ArrayList<>();
    for (Query query : QUERIES) {
      for (ScoreDoc hit : new IndexSearcher(in).search(query, 10).scoreDocs) {
        found.add(query + " " + hit.doc + " " + hit.score);
      }
    }
    return found;
  }

  @Test
  void queries_findTheSame_theFirstTimeAndAgain() throws IOException {
    List<String> plain;
    try (DirectoryReader bare = DirectoryReader.open(writer)) {
      plain = found(bare);
    }
    assertThat(plain).hasSizeGreaterThan(5);
    assertThat(found(reader)).isEqualTo(plain);
    assertThat(found(reader)).isEqualTo(plain);
  }

  @Test
  void whatCameLater_isFoundInTheReaderThatIsOpenedFromIt() throws IOException {
    assertThat(found(reader)).noneMatch(hit -> hit.contains("absent"));
    write("absent no more");
    try (DirectoryReader newer = DirectoryReader.openIfChanged(reader)) {
      assertThat(newer).isInstanceOf(RememberingReader.class);
      assertThat(found(newer)).anyMatch(hit -> hit.contains("absent"));
      try (DirectoryReader bare = DirectoryReader.open(writer)) {
        assertThat(found(newer)).isEqualTo(found(bare));
      }
    }
  }

  @Test
  void counts_areThoseOfTheSegments() throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    for (int round = 0; round < 2; round++) {
      TermStates states = TermStates.build(searcher, new Term("text", "flood"), true);
      assertThat(states.docFreq()).isEqualTo(3);
      assertThat(states.totalTermFreq()).isEqualTo(3);
      assertThat(reader.docFreq(new Term("text", "absent"))).isZero();
    }
  }

  @Test
  void enumeration_goesOnFromATermThatWasRemembered() throws IOException {
    for (int round = 0; round < 2; round++) {
      TermsEnum terms = reader.leaves().getFirst().reader().terms("text").iterator();
      assertThat(terms.seekExact(new BytesRef("flood"))).isTrue();
      assertThat(terms.term().utf8ToString()).isEqualTo("flood");
      assertThat(terms.docFreq()).isEqualTo(terms.postings(null).cost());
      assertThat(terms.next().utf8ToString()).isEqualTo("goes");
      assertThat(terms.seekExact(new BytesRef("absent"))).isFalse();
      assertThat(terms.seekCeil(new BytesRef("hall"))).isEqualTo(TermsEnum.SeekStatus.NOT_FOUND);
      assertThat(terms.term().utf8ToString()).isEqualTo("harbour");
      PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
      assertThat(postings.nextDoc()).isZero();
    }
    assertThat(MultiTerms.getTerms(reader, "text").iterator().next().utf8ToString()).isEqualTo("a");
  }
}
