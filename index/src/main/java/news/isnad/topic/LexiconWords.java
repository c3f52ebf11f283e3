package news.isnad.topic;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import news.isnad.lexicon.Form;
import news.isnad.lexicon.Translation;
import news.isnad.lexicon.Translator;
import news.isnad.lexicon.Vocabulary;
import news.isnad.text.Language;
import news.isnad.text.Words;

/**
 * What the lexicon, the known names and the words of the index say. A form that only may be meant,
 * such as a name that sounds like a word of the lexicon, is left out: an alert that nobody wanted
 * is worse than a passage too many among the answers. Safe for concurrent use as far as the
 * vocabulary is.
 */
public final class LexiconWords implements TranslatedWords {
  private static final double CERTAIN_ENOUGH = .5;

  private final Translator translator;
  private final Vocabulary vocabulary;

  public LexiconWords(Translator translator, Vocabulary vocabulary) {
    this.translator = requireNonNull(translator, "translator is null");
    this.vocabulary = requireNonNull(vocabulary, "vocabulary is null");
  }

  @Override
  public List<List<String>> of(String words, Language from) {
    List<List<String>> groups = new ArrayList<>();
    for (Translation translation : translator.translate(Words.of(words, from), from, vocabulary)) {
      groups.add(
          translation.forms().stream()
              .filter(form -> form.weight() > CERTAIN_ENOUGH)
              .map(Form::text)
              .toList());
    }
    return groups;
  }
}
