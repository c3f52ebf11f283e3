package news.isnad.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import news.isnad.article.Edition;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/**
 * Lucene alone on the same chunks: one field, its standard analyzer, one thread. Nothing is
 * understood; benchmarks compare with it. Confined to one thread.
 */
public final class RawIndexing implements AutoCloseable {
  private final FSDirectory directory;
  private final IndexWriter writer;
  private Duration took = Duration.ZERO;
  private long passages;

  private RawIndexing(FSDirectory directory, IndexWriter writer) {
    this.directory = directory;
    this.writer = writer;
  }

  /** An index of its own in a folder. */
  public static RawIndexing in(Path folder) {
    try {
      FSDirectory directory = FSDirectory.open(folder);
      IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer());
      config.setRAMBufferSizeMB(48);
      return new RawIndexing(directory, new IndexWriter(directory, config));
    } catch (IOException e) {
      throw new UncheckedIOException("index folder cannot be used: " + folder, e);
    }
  }

  /** Adds the chunks of editions. Cutting them is not timed. */
  public void add(List<Edition> editions) {
    List<String> texts = new ArrayList<>();
    for (Edition edition : editions) {
      Chunks.of(edition).forEach(chunk -> texts.add(Documents.titled(edition, chunk)));
    }
    passages += texts.size();
    timed(
        () -> {
          for (String text : texts) {
            Document document = new Document();
            document.add(new TextField("text", text, Field.Store.NO));
            writer.addDocument(document);
          }
        });
  }

  /** Makes what was added durable. */
  public void commit() {
    timed(writer::commit);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private void timed(Work work) {
    long begun = System.nanoTime();
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be written", e);
    }
    took = took.plusNanos(System.nanoTime() - begun);
  }

  /** Time spent in Lucene. */
  public Duration took() {
    return took;
  }

  /** How many chunks were added. */
  public long passages() {
    return passages;
  }

  @Override
  public void close() {
    try {
      writer.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException("index cannot be closed", e);
    }
  }
}
