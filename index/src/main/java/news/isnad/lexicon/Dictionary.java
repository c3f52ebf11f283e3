package news.isnad.lexicon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import news.isnad.config.UnusableFileException;
import news.isnad.text.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dictionary of English and Arabic that an operator has installed: FreeDict's, in the format of
 * dictd. Either direction is good for both. It is read when it is first asked, in about half a
 * second. Safe for concurrent use.
 */
public final class Dictionary {
  private static final Logger log = LoggerFactory.getLogger(Dictionary.class);
  private static final int MOST_WORDS = 3;

  private final Supplier<WordPairs> reading;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable WordPairs pairs;

  private Dictionary(Supplier<WordPairs> reading) {
    this.reading = reading;
  }

  private static final Dictionary NONE = of(new WordPairs());

  /** No dictionary. */
  public static Dictionary none() {
    return NONE;
  }

  /** Whether no dictionary is installed. */
  boolean isNone() {
    return equals(NONE);
  }

  /** A dictionary of these pairs. */
  static Dictionary of(WordPairs pairs) {
    return new Dictionary(() -> pairs);
  }

  /**
   * The dictionary at a path: an index, a text, both without their endings, or a folder of
   * dictionaries.
   *
   * @throws UnusableFileException if nothing usable is there; what stands in the files is seen only
   *     when it is needed
   */
  public static Dictionary at(Path path) {
    List<DictdFile> files =
        Files.isDirectory(path) ? DictdFile.in(path) : List.of(DictdFile.at(path));
    return new Dictionary(() -> read(path, files));
  }

  private static WordPairs read(Path path, List<DictdFile> files) {
    long begun = System.nanoTime();
    WordPairs pairs = new WordPairs();
    files.parallelStream().map(Dictionary::read).forEachOrdered(pairs::add);
    if (pairs.size() == 0) {
      throw DictdFile.unusable(path, "does not translate between English and Arabic");
    }
    log.debug(
        "{} pairs of words read from {} in {} ms.",
        pairs.size(),
        path,
        (System.nanoTime() - begun) / 1_000_000);
    return pairs;
  }

  private static WordPairs read(DictdFile file) {
    WordPairs pairs = new WordPairs();
    file.forEach(text -> add(DictionaryEntry.of(text), pairs));
    return pairs;
  }

  private static void add(DictionaryEntry entry, WordPairs pairs) {
    for (String sense : entry.senses()) {
      switch (entry.language()) {
        case ENGLISH -> pairs.add(entry.head(), sense);
        case ARABIC -> pairs.add(sense, entry.head());
      }
    }
  }

  private WordPairs pairs() {
    WordPairs known = pairs;
    if (known != null) {
      return known;
    }
    lock.lock();
    try {
      WordPairs read = pairs == null ? reading.get() : pairs;
      pairs = read;
      return read;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The longest term that begins at a word.
   *
   * @param most of so many words at most
   */
  Lexicon.Match at(List<String> folded, List<String> stems, int at, int most, Language from) {
    int longest = Math.min(Math.min(most, MOST_WORDS), folded.size() - at);
    for (int length = longest; length > 0; length--) {
      List<String> meanings =
          pairs().of(folded.subList(at, at + length), stems.subList(at, at + length), from);
      if (!meanings.isEmpty()) {
        return new Lexicon.Match(length, meanings.stream().limit(Lexicon.MOST_FORMS).toList());
      }
    }
    return Lexicon.Match.NONE;
  }
}
