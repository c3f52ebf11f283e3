package news.isnad.speaker;

import java.util.Optional;
import news.isnad.config.Tables;
import news.isnad.lexicon.KnownNames;
import news.isnad.speaker.Find.Subject;
import news.isnad.text.Language;

/** One Arabic sentence by itself, and the tables that it is read with. */
record ArabicLine(Line line) {
  static final WordClasses WORDS = WordClasses.arabic();
  static final Cues CUES = new Cues(Rule.shipped("speech-ar.tsv"), Language.ARABIC);
  static final Outlets OUTLETS = new Outlets(KnownNames.shipped(), Tables.shipped("outlets.tsv"));
  static final ArabicGivenNames NAMES = new ArabicGivenNames(WORDS);

  static ArabicLine of(String sentence) {
    return new ArabicLine(
        Lines.of(sentence, Language.ARABIC, KnownNames.shipped(), CUES.gluedNames()).getFirst());
  }

  /** Where a printed word stands. */
  int at(String word) {
    for (int i = 0; i < line.size(); i++) {
      if (line.token(i).text().equals(word)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the sentence has no word " + word);
  }

  /** The words of a phrase, and behind a bar those of its apposition; "-" without a phrase. */
  String printed(Optional<Subject.Phrase> found) {
    return found
        .map(
            phrase ->
                line.words(phrase.from(), phrase.to())
                    + (phrase.asideTo() > phrase.asideFrom()
                        ? " / " + line.words(phrase.asideFrom(), phrase.asideTo())
                        : ""))
        .orElse("-");
  }
}
