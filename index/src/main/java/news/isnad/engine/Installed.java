package news.isnad.engine;

import news.isnad.config.Settings;
import news.isnad.lexicon.Dictionary;

/**
 * What an operator has installed beside what ships. Immutable, safe for concurrent use.
 *
 * @param dictionary words that the lexicon lacks
 */
public record Installed(Dictionary dictionary) {
  /** What ships is enough. */
  public static final Installed NOTHING = new Installed(Dictionary.none());

  /**
   * What the settings name.
   *
   * @throws news.isnad.config.UnusableFileException if something of it cannot be used
   */
  public static Installed by(Settings.Language settings) {
    return new Installed(settings.dictionary().map(Dictionary::at).orElseGet(Dictionary::none));
  }
}
