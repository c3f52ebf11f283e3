package news.isnad.speaker;

import java.util.List;
import java.util.Optional;
import news.isnad.text.Language;

/**
 * Finds the media that a sentence credits.
 *
 * <ul>
 *   <li>A medium is one of the table, or a name with a word like "newspaper", «صحيفة» beside it.
 *   <li>It is credited by "according to", "told", "cited by", «بحسب», «نقلا عن», «لصحيفة» ... or by
 *       being the subject of a speech verb. Being named is no credit.
 * </ul>
 *
 * <p>Immutable.
 */
final class Credits {
  /**
   * A credit.
   *
   * @param report true where a report is credited ("according to"), false where the medium was told
   *     something by the speaker of that sentence only
   */
  record Credit(Upstream upstream, boolean report) {}

  private final Outlets outlets;
  private final WordClasses words;
  private final Language language;
  private final CreditReader reader;

  Credits(Outlets outlets, WordClasses words, Language language, Cues verbs) {
    this.outlets = outlets;
    this.words = words;
    this.language = language;
    this.reader =
        switch (language) {
          case ARABIC -> new ArabicCredits(outlets, words, verbs);
          case ENGLISH -> new EnglishCredits(outlets, words);
        };
  }

  /** True for a name that is a medium, whatever it is called beside. */
  boolean isOutlet(String name) {
    if (outlets.id(name).isPresent()) {
      return true;
    }
    for (String word : Outlets.key(name).split(" ", -1)) {
      String bare = language == Language.ARABIC ? ArabicWords.stripped(word) : word;
      if (language == Language.ARABIC
          && words.has("outlet-noun", bare)
          && Outlets.key(name).startsWith(word)) {
        return true;
      }
      if (outlets.ofKey(bare).isPresent() && Outlets.key(name).split(" ", -1).length <= 3) {
        return true;
      }
    }
    return false;
  }

  /**
   * What a sentence credits; {@code last}: the medium that was credited before, which "the
   * newspaper" stands for.
   */
  List<Credit> in(Line line, Optional<Upstream> last) {
    List<Credit> found = reader.read(line);
    if (last.isPresent() && found.isEmpty()) {
      pointing(line, last.get()).ifPresent(found::add);
    }
    return found;
  }

  /** "told the newspaper", «بحسب الصحيفة»: the medium that was credited before. */
  private Optional<Credit> pointing(Line line, Upstream last) {
    for (int i = 0; i < line.size(); i++) {
      if (!line.isWord(i) || line.isQuoted(i)) {
        continue;
      }
      int from = reader.pointing(line, i);
      if (from >= 0) {
        return Optional.of(
            new Credit(new Upstream(last.name(), last.entity(), line.spanOf(from, i + 1)), false));
      }
    }
    return Optional.empty();
  }
}
