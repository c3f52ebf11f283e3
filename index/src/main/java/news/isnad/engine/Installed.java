package news.isnad.engine;

import java.util.Optional;
import news.isnad.config.Settings;
import news.isnad.embedding.Embedder;
import news.isnad.embedding.OnnxEmbedder;
import news.isnad.lexicon.Dictionary;

/**
 * What an operator has installed beside what ships. Immutable, safe for concurrent use.
 *
 * @param dictionary words that the lexicon lacks
 * @param embedder what texts mean; closed with the engine that uses it
 */
public record Installed(Dictionary dictionary, Optional<Embedder> embedder) {
  /** What ships is enough. */
  public static final Installed NOTHING = new Installed(Dictionary.none(), Optional.empty());

  /**
   * What the settings name.
   *
   * @throws news.isnad.config.UnusableFileException if something of it cannot be used
   */
  public static Installed by(Settings.Language settings) {
    return new Installed(
        settings.dictionary().map(Dictionary::at).orElseGet(Dictionary::none),
        settings.embedding().map(OnnxEmbedder::in));
  }
}
