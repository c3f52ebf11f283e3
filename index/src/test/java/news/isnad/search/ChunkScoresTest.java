package news.isnad.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chunks get the scores that Lucene would give them. */
class ChunkScoresTest {
  private static final int CHUNKS = 400;
  private static final String BODY = "body";
  private static final String TITLE = "title";

  private final Directory directory = new ByteBuffersDirectory();
  private final SplittableRandom dice = new SplittableRandom(3);
  private DirectoryReader reader;
  private IndexSearcher searcher;
  private KnownTerms terms;
  private ChunkScores scores;

  @BeforeEach
  void open() throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
    config.setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < CHUNKS; i++) {
        Document chunk = new Document();
        chunk.add(new TextField(BODY, words(5 + dice.nextInt(40)), Field.Store.NO));
        if (i % 3 == 0) {
          chunk.add(new TextField(TITLE, words(4), Field.Store.NO));
        }
        writer.addDocument(chunk);
        if (i % 90 == 89) {
          writer.commit();
        }
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    terms = new KnownTerms(reader);
    scores = new ChunkScores(searcher, terms);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  @Test
  void word_countsAsForLucene_inEveryField() throws IOException {
    same(Says.Words.word(word(body("b"))), new TermQuery(body("b")));
    same(Says.Words.word(word(new Term(TITLE, "c"))), new TermQuery(new Term(TITLE, "c")));
    same(Says.Words.word(word(body("nowhere"))), new TermQuery(body("nowhere")));
  }

  @Test
  void wordsThatMeanTheSame_countAsOne() throws IOException {
    Says.Words any =
        new Says.Words(
            BODY,
            List.of(word(body("c")), word(body("k")), word(body("x"))),
            List.of(1f, .5f, .25f));
    SynonymQuery.Builder query = new SynonymQuery.Builder(BODY);
    query.addTerm(body("c"), 1).addTerm(body("k"), .5f).addTerm(body("x"), .25f);
    same(any, query.build());
  }

  @Test
  void wordsTogether_countWhereTheyStandSo() throws IOException {
    PhraseQuery phrase = new PhraseQuery(2, BODY, "d", "f");
    same(together(phrase), phrase);
    PhraseQuery nowhere = new PhraseQuery(2, BODY, "d", "nowhere");
    same(together(nowhere), nowhere);
  }

  @Test
  void bestAndSum_withTheirShares() throws IOException {
    PhraseQuery phrase = new PhraseQuery(2, BODY, "a", "g");
    Says all =
        new Says.Sum(
            List.of(
                new Says.Times(Says.Words.word(word(body("e"))), 1.5f),
                new Says.Best(
                    List.of(
                        Says.Words.word(word(body("g"))),
                        new Says.Sum(
                            List.of(
                                Says.Words.word(word(body("a"))),
                                new Says.Times(together(phrase), .4f)))),
                    .1f)));
    Query sum =
        new BooleanQuery.Builder()
            .add(new TermQuery(body("a")), Occur.SHOULD)
            .add(new BoostQuery(phrase, .4f), Occur.SHOULD)
            .build();
    Query best = new DisjunctionMaxQuery(List.of(new TermQuery(body("g")), sum), .1f);
    same(
        all,
        new BooleanQuery.Builder()
            .add(new BoostQuery(new TermQuery(body("e")), 1.5f), Occur.SHOULD)
            .add(best, Occur.SHOULD)
            .build());
  }

  @Test
  void best_areTheFirstOfThoseGiven_andEqualOnesStandAsInTheIndex() throws IOException {
    ScoreDoc[] some = {new ScoreDoc(390, 7), new ScoreDoc(2, 5), new ScoreDoc(95, 5)};
    Says nothing = new Says.Sum(List.of());
    assertThat(scores.best(some, nothing, 2)).extracting(chunk -> chunk.doc).containsExactly(2, 95);
    assertThat(scores.bestAfter(some, nothing, 3))
        .extracting(chunk -> chunk.doc)
        .containsExactly(390, 2, 95);
  }

  private void same(Says says, Query query) throws IOException {
    ScoreDoc[] all = searcher.search(MatchAllDocsQuery.INSTANCE, CHUNKS).scoreDocs;
    ScoreDoc[] some =
        Arrays.stream(all).filter(chunk -> dice.nextInt(3) > 0).toArray(ScoreDoc[]::new);
    ScoreDoc[] scored = scores.best(some, says, CHUNKS);
    assertThat(scored).hasSameSizeAs(some);
    for (ScoreDoc chunk : scored) {
      float expected = searcher.explain(query, chunk.doc).getValue().floatValue();
      assertThat(chunk.score).isCloseTo(expected, within(1e-5f));
    }
  }

  private KnownTerms.Word word(Term term) throws IOException {
    return terms.word(term, searcher);
  }

  private Says together(PhraseQuery phrase) throws IOException {
    List<KnownTerms.Word> words = new ArrayList<>();
    for (Term term : phrase.getTerms()) {
      words.add(word(term));
    }
    return new Says.Together(phrase, words);
  }

  private static Term body(String word) {
    return new Term(BODY, word);
  }

  /** Letters, the first ones more often. */
  private String words(int many) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      words.add(Character.toString('a' + Math.min(dice.nextInt(26), dice.nextInt(26))));
    }
    return String.join(" ", words);
  }
}
