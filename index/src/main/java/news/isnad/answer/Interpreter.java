package news.isnad.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import news.isnad.answer.Interpretation.Spelling;
import news.isnad.lexicon.Form;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Origin;
import news.isnad.lexicon.SpellingVariants;
import news.isnad.lexicon.Translation;
import news.isnad.lexicon.Translator;
import news.isnad.lexicon.TypingSlips;
import news.isnad.lexicon.Vocabulary;
import news.isnad.question.Asking;
import news.isnad.question.Reading;
import news.isnad.question.Reading.Asked;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Says what is not obvious about a reading.
 *
 * <ul>
 *   <li>A word that neither the news nor the lexicon holds was read as the nearest one of the news.
 *   <li>A follow-up may ask for another speaker or for another topic.
 *   <li>A name or an office may be that of several, as long as they are few.
 * </ul>
 *
 * Safe for concurrent use as far as the vocabulary is.
 */
final class Interpreter {
  private static final int MOST_OTHERS = 3;

  private final BiFunction<String, Asking, List<Reading>> reader;
  private final TypingSlips slips;
  private final KnownNames names;
  private final Translator translator;
  private final Vocabulary vocabulary;

  Interpreter(
      BiFunction<String, Asking, List<Reading>> reader,
      TypingSlips slips,
      KnownNames names,
      Translator translator,
      Vocabulary vocabulary) {
    this.reader = reader;
    this.slips = slips;
    this.names = names;
    this.translator = translator;
    this.vocabulary = vocabulary;
  }

  Interpretation of(Reading reading, Asking asking) {
    Set<Reading> others = new LinkedHashSet<>(reader.apply(reading.question(), asking));
    reading.speaker().ifPresent(asked -> namesakes(reading, asked).forEach(others::add));
    others.removeIf(other -> isSame(other, reading));
    return new Interpretation(
        spelling(reading), others.stream().limit(MOST_OTHERS).toList(), false);
  }

  /** The same question, whatever answered it. */
  private static boolean isSame(Reading one, Reading other) {
    return one.answeredFrom(List.of()).equals(other.answeredFrom(List.of()));
  }

  // ---- spelling

  private List<Spelling> spelling(Reading reading) {
    List<Spelling> spelling = new ArrayList<>();
    slips
        .changes(reading.question(), reading.language())
        .forEach((typed, read) -> spelling.add(new Spelling(typed, read)));
    String speaker =
        reading.speaker().filter(asked -> asked.entity().isEmpty()).map(Asked::name).orElse("");
    for (String words : List.of(speaker, String.join(" ", reading.topic()))) {
      List<Span> named =
          names.mentions(words, reading.language()).stream()
              .map(mention -> mention.span())
              .toList();
      List<Word> unnamed =
          Words.of(words, reading.language()).stream()
              .filter(word -> named.stream().noneMatch(word.span()::overlaps))
              .toList();
      for (Translation one : translator.translate(unnamed, reading.language(), vocabulary)) {
        if (one.of().size() == 1 && one.forms().stream().allMatch(Interpreter::isGuess)) {
          read(one.of().getFirst(), reading.language())
              .map(read -> new Spelling(one.of().getFirst().span().of(words), read))
              .ifPresent(spelling::add);
        }
      }
    }
    return spelling;
  }

  /** True for what is no translation of a known word. */
  private static boolean isGuess(Form form) {
    return form.origin() == Origin.NAME_MATCH
        || form.origin() == Origin.NONE
        || form.origin() == Origin.DIGITS;
  }

  private Optional<String> read(Word word, Language language) {
    return SpellingVariants.of(word, language, vocabulary).stream().map(Form::text).findFirst();
  }

  // ---- names

  /** The same question to the others who are called so, or who hold that office. */
  private List<Reading> namesakes(Reading reading, Asked asked) {
    List<KnownName> called = new ArrayList<>(names.allNamed(asked.name()));
    if (asked.entity().isEmpty()) {
      called.addAll(holders(asked.name(), reading.language()));
    }
    if (called.size() > MOST_OTHERS) {
      return List.of();
    }
    return called.stream()
        .filter(name -> asked.entity().filter(name.id()::equals).isEmpty())
        .map(name -> reading.by(new Asked(name.name(reading.language()), Optional.of(name.id()))))
        .toList();
  }

  private List<KnownName> holders(String office, Language language) {
    String folded = Folding.fold(office).replaceFirst("^the ", "").strip();
    return folded.contains(" ")
        ? names.all().stream()
            .filter(
                name ->
                    name.roles(language).stream()
                        .anyMatch(role -> Folding.fold(role).equals(folded)))
            .toList()
        : List.of();
  }
}
