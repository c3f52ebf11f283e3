package news.isnad.embedding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import news.isnad.config.UnusableFileException;
import org.jspecify.annotations.Nullable;

/**
 * An embedder over a model in ONNX's format with the tokenizer of Hugging Face that belongs to it.
 * Holds the classes of the runtime at arm's length: they are loaded with the first text. Safe for
 * concurrent use.
 */
public final class OnnxEmbedder implements Embedder {
  /** So many passages at a time: enough to keep the processors busy, little memory. */
  private static final int BATCH = 8;

  private final Model model;
  private final String identity;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable OnnxRun run;
  private boolean closed;

  private OnnxEmbedder(Model model) {
    this.model = model;
    this.identity = model.identity();
  }

  /**
   * The embedder over the model in a folder. Its files are only loaded when they are needed.
   *
   * @throws UnusableFileException if one of them is missing, or the properties are wrong
   */
  public static OnnxEmbedder in(Path folder) {
    return new OnnxEmbedder(Model.in(folder));
  }

  @Override
  public String identity() {
    return identity;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnusableFileException if the model cannot be loaded
   */
  @Override
  public float[] question(String text) {
    return run().vectors(List.of(model.queryPrefix() + text)).getFirst();
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnusableFileException if the model cannot be loaded
   */
  @Override
  public List<float[]> passages(List<String> texts) {
    List<float[]> vectors = new ArrayList<>(texts.size());
    for (int from = 0; from < texts.size(); from += BATCH) {
      List<String> batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
      vectors.addAll(
          run().vectors(batch.stream().map(text -> model.passagePrefix() + text).toList()));
    }
    return vectors;
  }

  private OnnxRun run() {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the embedder is closed");
      }
      OnnxRun loaded = run == null ? OnnxRun.of(model) : run;
      run = loaded;
      return loaded;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (run != null) {
        run.close();
      }
      run = null;
    } finally {
      lock.unlock();
    }
  }
}
