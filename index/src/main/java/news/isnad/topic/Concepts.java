package news.isnad.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.isnad.lexicon.Form;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Mention;
import news.isnad.lexicon.Translation;
import news.isnad.lexicon.Translator;
import news.isnad.lexicon.Vocabulary;
import news.isnad.text.Language;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the words of a topic mean: known names with all their spellings, terms of the lexicon
 * with their translations, and words that nobody knows, which are taken for names. A form that only
 * may be meant is left out: an alert that nobody wanted is worse than a passage too many among the
 * answers.
 *
 * <p>The words of the index have no say: a name may be printed for the first time after the topic
 * was registered. Immutable, safe for concurrent use.
 */
final class Concepts {
  private static final double CERTAIN_ENOUGH = .5;
  private static final double UNKNOWN_WORD = .12;
  private static final double KNOWN_WORD = .08;
  private static final int SHORTEST_NAME = 3;
  private static final int SHORTEST_KNOWN = 4;

  private final KnownNames names;
  private final Translator translator;

  Concepts(KnownNames names, Translator translator) {
    this.names = names;
    this.translator = translator;
  }

  /** What the words mean, in order; those that say nothing are left out. */
  List<Concept> of(String text, Language language) {
    List<Concept> concepts = new ArrayList<>();
    List<Mention> mentions = names.mentions(text, language);
    List<Word> run = new ArrayList<>();
    @Nullable Mention before = null;
    for (Word word : Words.of(text, language)) {
      Mention mention = at(mentions, word);
      if (mention == null) {
        run.add(word);
      } else if (!mention.equals(before)) {
        flush(run, text, language, concepts);
        concepts.add(named(mention, text, language));
      }
      before = mention;
    }
    flush(run, text, language, concepts);
    return concepts;
  }

  private static @Nullable Mention at(List<Mention> mentions, Word word) {
    for (Mention mention : mentions) {
      if (mention.span().overlaps(word.span())) {
        return mention;
      }
    }
    return null;
  }

  private static Concept named(Mention mention, String text, Language language) {
    List<Word> typed = content(mention.span().of(text), language);
    return new Concept(typed, forms(mention.name()), 0);
  }

  /** Every name of something, in both languages. */
  static Map<Language, List<String>> forms(KnownName name) {
    return Map.of(
        Language.ENGLISH,
        name.names(Language.ENGLISH),
        Language.ARABIC,
        name.names(Language.ARABIC));
  }

  static List<Word> content(String text, Language language) {
    return Words.of(text, language).stream()
        .filter(word -> !StopWords.contains(language, word.folded()))
        .toList();
  }

  private void flush(List<Word> run, String text, Language language, List<Concept> concepts) {
    for (Translation found : translator.translate(run, language, Vocabulary.empty())) {
      List<String> forms =
          found.forms().stream()
              .filter(form -> form.weight() > CERTAIN_ENOUGH)
              .map(Form::text)
              .toList();
      List<Word> typed =
          found.of().stream().filter(word -> !StopWords.contains(language, word.folded())).toList();
      concepts.add(
          new Concept(
              typed.isEmpty() ? found.of() : typed,
              Map.of(language.other(), forms),
              asName(found.of(), forms, text)));
    }
    run.clear();
  }

  private static double asName(List<Word> of, List<String> forms, String text) {
    Word word = of.getFirst();
    String folded = word.folded();
    boolean letters = folded.chars().allMatch(Character::isLetter);
    if (of.size() > 1 || !letters || folded.length() < SHORTEST_NAME) {
      return 0;
    }
    if (forms.isEmpty()) {
      return UNKNOWN_WORD;
    }
    String printed = word.span().of(text);
    boolean capital =
        Character.isUpperCase(printed.codePointAt(0))
            && printed.chars().skip(1).anyMatch(Character::isLowerCase);
    return capital && folded.length() >= SHORTEST_KNOWN ? KNOWN_WORD : 0;
  }
}
