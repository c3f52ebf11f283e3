package news.isnad.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import news.isnad.article.ArticleName;
import news.isnad.article.Edition;
import news.isnad.embedding.Embedder;
import news.isnad.lexicon.NameMatches;
import news.isnad.lexicon.NearNames;
import news.isnad.lexicon.Vocabulary;
import news.isnad.text.Analyzers;
import news.isnad.text.Language;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of all current editions.
 *
 * <p>One process writes. Another that opens the same folder meanwhile reads what was committed.
 * Safe for concurrent use; {@link #add} and {@link #commit} are to be called by one thread.
 */
public final class NewsIndex implements Vocabulary, RecentArticles.Source, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(NewsIndex.class);
  private static final String SEQUENCE = "sequence";
  private static final String VERSION = "version";
  private static final int MOST_SURFACES = 400;

  /** So many more chunks than are wanted are compared by their letters. */
  private static final int SPARE = 10;

  /** Names and letters of the longest question that is taken, with all their spellings. */
  private static final int MOST_CLAUSES = 1 << 15;

  static {
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  /** Editions whose documents wait in memory for the index: few, so that they are gone soon. */
  private static final int MADE_AT_A_TIME = 24;

  private final Directory directory;
  private final @Nullable IndexWriter writer;
  private final SearcherManager searchers;
  private final Vectors vectors;
  private final Map<Language, TermFilter> filters = filters();
  private final NearNames nearNames = new NearNames();
  private volatile @Nullable KnownTerms terms;
  private volatile boolean comparable;
  private volatile long committed;
  private final AtomicLong generation = new AtomicLong();

  private NewsIndex(
      Directory directory,
      @Nullable IndexWriter writer,
      SearcherManager searchers,
      Vectors vectors) {
    this.vectors = vectors;
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
  }

  /**
   * Opens the index in a folder. What is damaged, or was made by another version of the analysis,
   * is thrown away; then {@link #lastSequence} is 0 and everything is to be added again.
   *
   * @throws UncheckedIOException if the folder cannot be used
   */
  public static NewsIndex open(Path folder) {
    return open(folder, Optional.empty());
  }

  /**
   * Opens the index in a folder, with vectors where there is a model. An index that was made with
   * another model is of another version.
   *
   * @param embedder the model that an operator has installed
   * @throws UncheckedIOException if the folder cannot be used
   */
  public static NewsIndex open(Path folder, Optional<Embedder> embedder) {
    try {
      Files.createDirectories(folder);
      return openOrBegin(folder, new Vectors(embedder));
    } catch (IOException e) {
      throw new UncheckedIOException("index folder cannot be used: " + folder, e);
    }
  }

  private static NewsIndex openOrBegin(Path folder, Vectors vectors) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      return openThere(directory, vectors);
    } catch (LockObtainFailedException anotherWrites) {
      return openReading(directory, vectors);
    } catch (IOException | IllegalArgumentException damaged) {
      log.warn("The index is damaged ({}). It is rebuilt from the store.", damaged.toString());
      directory.close();
      empty(folder);
      return openThere(FSDirectory.open(folder), vectors);
    }
  }

  private static NewsIndex openThere(Directory directory, Vectors vectors) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new ByField());
    config.setRAMBufferSizeMB(48);
    config.setSimilarity(new Lengths());
    TieredMergePolicy merging = new TieredMergePolicy();
    merging.setForceMergeDeletesPctAllowed(0);
    config.setMergePolicy(merging);
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
    config.setCommitOnClose(false);
    IndexWriter writer = new IndexWriter(directory, config);
    try {
      Map<String, String> found = data(writer.getLiveCommitData());
      if (!vectors.version().equals(found.get(VERSION))) {
        writer.deleteAll();
        found = Map.of();
      }
      NewsIndex index =
          new NewsIndex(
              directory,
              writer,
              new SearcherManager(
                  RememberingReader.of(DirectoryReader.open(writer)), new Searchers()),
              vectors);
      index.comparable = true;
      index.committed = Long.parseLong(found.getOrDefault(SEQUENCE, "0"));
      return index;
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  private static NewsIndex openReading(Directory directory, Vectors vectors) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      throw new IOException("the index is being made by another process; try again in a moment");
    }
    NewsIndex index =
        new NewsIndex(
            directory,
            null,
            new SearcherManager(
                RememberingReader.of(DirectoryReader.open(directory)), new Searchers()),
            vectors);
    index.readCommitted();
    return index;
  }

  private static Map<Language, TermFilter> filters() {
    Map<Language, TermFilter> filters = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      filters.put(
          language, new TermFilter(List.of(Fields.exact(language), Fields.stemmed(language))));
    }
    return filters;
  }

  private static Map<String, String> data(
      @Nullable Iterable<Map.Entry<String, String>> commitData) {
    Map<String, String> data = new HashMap<>();
    if (commitData != null) {
      commitData.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return data;
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /** True where another process writes this index and this one only reads. */
  public boolean isReadOnly() {
    return writer == null;
  }

  /** The sequence that the last commit holds; 0 for none. */
  public long lastSequence() {
    return committed;
  }

  /** Grows with every change that a search can see. */
  public long generation() {
    return generation.get();
  }

  // ---- writing

  /** Adds editions, each in the place of an earlier one of its article. Seen after a commit. */
  public void add(List<Indexed> editions) {
    for (int from = 0; from < editions.size(); from += MADE_AT_A_TIME) {
      addSome(editions.subList(from, Math.min(editions.size(), from + MADE_AT_A_TIME)));
    }
  }

  private void addSome(List<Indexed> editions) {
    List<List<Document>> made = editions.parallelStream().map(this::documents).toList();
    writing(
        open -> {
          for (int i = 0; i < made.size(); i++) {
            Term article = new Term(Fields.ARTICLE, Documents.key(editions.get(i).edition()));
            open.updateDocuments(article, made.get(i));
          }
        });
  }

  /**
   * Makes what was added durable and visible.
   *
   * @param sequence the last sequence that the index now holds
   */
  public void commit(long sequence) {
    writing(
        open -> {
          open.setLiveCommitData(
              Map.of(SEQUENCE, Long.toString(sequence), VERSION, vectors.version()).entrySet());
          open.commit();
        });
    committed = sequence;
    refresh();
  }

  /** Takes an article out, so that nothing of it is left in any file. */
  public void remove(ArticleName name) {
    writing(
        open -> {
          open.deleteDocuments(
              new Term(Fields.ARTICLE, name.language().code() + "|" + name.article()));
          open.forceMergeDeletes(true);
        });
    commit(committed);
    writing(IndexWriter::deleteUnusedFiles);
  }

  /**
   * Takes articles out. Their bytes leave the files as these are written anew, little by little.
   */
  public void remove(Collection<ArticleName> names) {
    writing(
        open -> {
          for (ArticleName name : names) {
            open.deleteDocuments(
                new Term(Fields.ARTICLE, name.language().code() + "|" + name.article()));
          }
        });
    commit(committed);
  }

  /** How many bytes the files take, without what they hold of articles that were taken out. */
  public long bytes() {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        long all = 0;
        for (String file : directory.listAll()) {
          all += directory.fileLength(file);
        }
        IndexReader reader = searcher.getIndexReader();
        return reader.maxDoc() == 0 ? 0 : all / reader.maxDoc() * reader.numDocs();
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be read", e);
    }
  }

  /** Throws everything away, to be added again. */
  public void clear() {
    writing(IndexWriter::deleteAll);
    commit(0);
  }

  private void writing(Writing work) {
    if (writer == null) {
      throw new IllegalStateException("the index is written by another process");
    }
    try {
      work.on(writer);
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be written", e);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void on(IndexWriter writer) throws IOException;
  }

  /** Makes visible what another process has committed since. */
  public void refresh() {
    try {
      searchers.maybeRefreshBlocking();
      if (writer == null) {
        readCommitted();
      }
      generation.incrementAndGet();
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be read", e);
    }
  }

  private void readCommitted() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      IndexCommit commit = ((DirectoryReader) searcher.getIndexReader()).getIndexCommit();
      committed = Long.parseLong(commit.getUserData().getOrDefault(SEQUENCE, "0"));
      comparable = vectors.version().equals(commit.getUserData().get(VERSION));
    } finally {
      searchers.release(searcher);
    }
  }

  private List<Document> documents(Indexed indexed) {
    Edition edition = indexed.edition();
    List<Document> documents = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Chunks.Chunk chunk : Chunks.of(edition)) {
      String text = Documents.titled(edition, chunk);
      documents.add(Documents.of(indexed, chunk, text));
      texts.add(text);
    }
    vectors.add(documents, texts, edition.language());
    return documents;
  }

  // ---- reading

  /**
   * The chunks of one language that match best, best first.
   *
   * @param most at most so many
   */
  public List<Candidate> candidates(Search search, Language language, int most) {
    return searching(
        searcher -> {
          KnownTerms known = terms(searcher);
          CandidateQuery query =
              new CandidateQuery(language, searcher, known)
                  .within(search.within())
                  .denying(search.denying())
                  .topic(search.topic(), search.asked())
                  .speaker(search.speaker());
          Meaning meaning = comparable ? search.meaning() : Meaning.UNKNOWN;
          List<ScoreDoc> near = vectors.nearest(searcher, meaning, language, query.filter());
          int wanted = near.isEmpty() ? most : CandidateQuery.COLLECTED;
          ChunkScores scores = new ChunkScores(searcher, known);
          ScoreDoc[] byWords = byWords(searcher, query, near, scores, wanted);
          double[] likeness = vectors.likeness(searcher, meaning, language, byWords);
          List<Candidate> candidates = new ArrayList<>();
          Columns columns = new Columns(searcher.getIndexReader());
          for (int i = 0; i < byWords.length; i++) {
            double match = byWords[i].score / query.best();
            candidates.add(columns.candidate(byWords[i].doc, match, likeness[i]));
          }
          if (!near.isEmpty()) {
            candidates.sort(Comparator.comparingDouble(found -> -found.match() - found.likeness()));
          }
          return candidates.subList(0, Math.min(most, candidates.size()));
        });
  }

  /** What is found by its words, and what is near, in the order of their words. */
  private static ScoreDoc[] byWords(
      IndexSearcher searcher,
      CandidateQuery query,
      List<ScoreDoc> near,
      ChunkScores scores,
      int most)
      throws IOException {
    Optional<Query> collecting = query.collecting();
    ScoreDoc[] found =
        collecting.isPresent()
            ? searcher.search(collecting.get(), query.collector()).scoreDocs
            : new ScoreDoc[0];
    Set<Integer> known = new HashSet<>();
    for (ScoreDoc hit : found) {
      known.add(hit.doc);
    }
    ScoreDoc[] others =
        near.stream()
            .filter(hit -> !known.contains(hit.doc))
            .map(hit -> new ScoreDoc(hit.doc, 0))
            .toArray(ScoreDoc[]::new);
    ScoreDoc[] all =
        Stream.concat(Arrays.stream(found), Arrays.stream(others)).toArray(ScoreDoc[]::new);
    int last = most + near.size();
    ScoreDoc[] ordered = scores.best(all, query.ordering(), last + SPARE);
    return scores.bestAfter(ordered, query.letters(), last);
  }

  /** What a question means, to be looked for; unknown where no model is installed. */
  public Meaning meaning(String question) {
    return vectors.of(question);
  }

  /**
   * When something was published.
   *
   * @param from first instant
   * @param to behind the last instant
   */
  public record Published(Instant from, Instant to) {}

  private KnownTerms terms(IndexSearcher searcher) {
    KnownTerms known = terms;
    if (known == null || !known.isOf(searcher.getIndexReader())) {
      known = new KnownTerms(searcher.getIndexReader());
      terms = known;
    }
    return known;
  }

  /** In how many chunks of a language a stem stands, title included. */
  public int frequency(String stem, Language language) {
    return searching(
        searcher ->
            terms(searcher).word(new Term(Fields.stemmed(language), stem), searcher).frequency());
  }

  /** How many chunks of a language there are. */
  public int chunks(Language language) {
    return searching(searcher -> searcher.getIndexReader().getDocCount(Fields.stemmed(language)));
  }

  /** Whether a word, folded, or a stem stands in the texts of a language. */
  @Override
  public boolean contains(Language language, String foldedOrStem) {
    return searching(
        searcher ->
            requireNonNull(filters.get(language)).holds(searcher.getIndexReader(), foldedOrStem));
  }

  @Override
  public List<NameMatches.Match> near(String name, Language in, double limit) {
    return nearNames.of(name, in, limit, generation(), this);
  }

  @Override
  public List<NameMatches.Match> slipped(String name, Language from) {
    return nearNames.slipped(name, from, generation(), this);
  }

  /** The words of a language, folded, that have this name key. */
  @Override
  public List<String> surfaces(Language language, String key) {
    return searching(
        searcher -> {
          Set<String> found = new TreeSet<>();
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(Fields.names(language));
            if (terms != null) {
              found.addAll(
                  IndexedArticles.withPrefix(
                      terms.iterator(), key + Analyzers.KEY_END, MOST_SURFACES));
            }
          }
          return found.stream().limit(MOST_SURFACES).toList();
        });
  }

  @Override
  public RecentArticles since(Instant time, Set<Long> except) {
    try {
      return new IndexedArticles(searchers, time, except);
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be read", e);
    }
  }

  /** The articles that the index holds, as {@code language|article}, for checking. */
  public Set<String> articles() {
    return searching(
        searcher -> {
          Set<String> articles = new HashSet<>();
          Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.ARTICLE);
          if (terms != null) {
            TermsEnum all = terms.iterator();
            for (BytesRef term = all.next(); term != null; term = all.next()) {
              if (searcher.count(
                      new org.apache.lucene.search.TermQuery(
                          new Term(Fields.ARTICLE, BytesRef.deepCopyOf(term))))
                  > 0) {
                articles.add(term.utf8ToString());
              }
            }
          }
          return articles;
        });
  }

  private <T> T searching(Searching<T> work) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return work.on(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be read", e);
    }
  }

  @FunctionalInterface
  private interface Searching<T> {
    T on(IndexSearcher searcher) throws IOException;
  }

  /** Closes without committing: what was not committed is added again at the next start. */
  @Override
  public void close() {
    try {
      searchers.close();
      if (writer != null) {
        writer.rollback();
      }
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be closed", e);
    }
  }

  /** Searchers that keep nothing of filters: the days of an answer or a question never recur. */
  private static final class Searchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      return searcher;
    }
  }

  /** The analyzer of each field, by its name. */
  private static final class ByField extends DelegatingAnalyzerWrapper {
    ByField() {
      super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      Language language = field.endsWith("_ar") ? Language.ARABIC : Language.ENGLISH;
      return switch (field.substring(0, field.indexOf('_'))) {
        case "exact" -> Analyzers.exact(language);
        case "gram" -> Analyzers.grams(language);
        case "names" -> Analyzers.names(language);
        default -> Analyzers.stemmed(language);
      };
    }
  }
}
