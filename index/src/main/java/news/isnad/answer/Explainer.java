package news.isnad.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import news.isnad.answer.Explained.Part;
import news.isnad.answer.Explained.Source;
import news.isnad.answer.Explained.Term;
import news.isnad.answer.Explained.Way;
import news.isnad.lexicon.Origin;
import news.isnad.lexicon.SpellingVariants;
import news.isnad.lexicon.Translation;
import news.isnad.lexicon.Translator;
import news.isnad.lexicon.Vocabulary;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Finds out again where each form of what was looked for came from. Safe for concurrent use as far
 * as the vocabulary is.
 */
final class Explainer {
  private final Translator translator;
  private final Vocabulary vocabulary;

  Explainer(Translator translator, Vocabulary vocabulary) {
    this.translator = translator;
    this.vocabulary = vocabulary;
  }

  /** What was looked for, with the origin of every form. */
  List<Term> terms(
      List<Wanted> wanted,
      boolean speaker,
      Language asked,
      ToDoubleBiFunction<Wanted, Language> rarity) {
    List<Term> terms = new ArrayList<>();
    for (Wanted one : wanted) {
      Map<Language, Double> rarities = new EnumMap<>(Language.class);
      List<Way> ways = new ArrayList<>();
      Map<String, Source> sources = one.name() ? Map.of() : sources(one, asked);
      for (Language language : List.of(asked, asked.other())) {
        rarities.put(language, rarity.applyAsDouble(one, language));
        for (Form form : one.in(language)) {
          String text = String.join(" ", form.folded());
          Source source =
              one.name()
                  ? Source.KNOWN_NAME
                  : sources.getOrDefault(
                      language.code() + text, language == asked ? Source.SYNONYM : Source.LEXICON);
          ways.add(new Way(text, language, form.weight(), source));
        }
      }
      terms.add(new Term(one.typed(), speaker, rarities, ways));
    }
    return terms;
  }

  /** Who knows each form, by language and text. */
  private Map<String, Source> sources(Wanted wanted, Language asked) {
    Map<String, Source> sources = new HashMap<>();
    List<Word> words = Words.of(wanted.typed(), asked);
    for (Word word : words) {
      SpellingVariants.of(word, asked, vocabulary)
          .forEach(form -> sources.put(key(form.text(), asked), Source.SPELLING));
    }
    for (Translation translation : translator.translate(words, asked, vocabulary)) {
      translation
          .forms()
          .forEach(
              form -> sources.putIfAbsent(key(form.text(), asked.other()), source(form.origin())));
    }
    sources.put(key(wanted.typed(), asked), Source.TYPED);
    return sources;
  }

  private static String key(String text, Language language) {
    return language.code()
        + String.join(" ", Words.folded(text, language).stream().map(Word::folded).toList());
  }

  private static Source source(Origin origin) {
    return switch (origin) {
      case ALIAS -> Source.ALIAS;
      case LEXICON -> Source.LEXICON;
      case DICTIONARY -> Source.DICTIONARY;
      case CLDR -> Source.CLDR;
      case KNOWN_NAME -> Source.KNOWN_NAME;
      case NAME_MATCH -> Source.NAME_MATCH;
      case DIGITS -> Source.DIGITS;
      case NONE -> Source.NONE;
    };
  }

  /** What is not 0, by how much it counts. */
  static List<Part> parts(Features features, double[] weights) {
    List<Part> parts = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      double weight = weights[feature.place()];
      if (features.of(feature) != 0 && weight != 0) {
        parts.add(new Part(feature, features.of(feature), weight));
      }
    }
    parts.sort(Comparator.comparingDouble((Part part) -> -Math.abs(part.counts())));
    return parts;
  }
}
