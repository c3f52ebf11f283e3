package news.isnad.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import news.isnad.lexicon.Kind;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.text.Language;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Makes of a topic what an article in a language must have. What cannot be said in that language
 * holds for no article in it; what is left out there leaves out nothing.
 *
 * <p>Immutable, safe for concurrent use.
 */
final class Conditions {
  /** A name and its role stand in this much room. */
  private static final int ROOM = 12;

  private final KnownNames names;
  private final Concepts concepts;

  Conditions(KnownNames names, Concepts concepts) {
    this.names = names;
    this.concepts = concepts;
  }

  /**
   * The condition for articles in a language.
   *
   * @param open is told of every word that may be the name of somebody, and how far a word of the
   *     other script may be from it
   */
  Condition of(Topic topic, Language of, BiConsumer<String, Double> open) {
    return switch (topic) {
      case Topic.Words(String text) -> words(text, Matter.text(of), of, open);
      case Topic.Phrase(String text) -> phrase(text, of, open);
      case Topic.Speaker(String name) -> name(name, Matter.speaker(of), of, open);
      case Topic.Outlet(String name) ->
          Condition.any(
              List.of(
                  name(name, Matter.OUTLET, Language.ENGLISH, open),
                  name(name, Matter.OUTLET, Language.ARABIC, open)));
      case Topic.Place(String name) -> place(name, of, open);
      case Topic.In(Language in) -> new Condition.Constant(in == of);
      case Topic.Not(Topic part) -> Condition.not(of(part, of, open));
      case Topic.All(List<Topic> parts) -> Condition.all(each(parts, of, open));
      case Topic.Any(List<Topic> parts) -> Condition.any(each(parts, of, open));
    };
  }

  private List<Condition> each(List<Topic> parts, Language of, BiConsumer<String, Double> open) {
    return parts.stream().map(part -> of(part, of, open)).toList();
  }

  private Condition words(String text, String field, Language of, BiConsumer<String, Double> open) {
    Language typed = Language.detect(text);
    List<Condition> all = new ArrayList<>();
    for (Concept concept : concepts.of(text, typed)) {
      all.add(concept(concept, field, typed, of, open));
    }
    return all.isEmpty() ? Condition.NEVER : Condition.all(all);
  }

  private static Condition concept(
      Concept concept, String field, Language typed, Language of, BiConsumer<String, Double> open) {
    List<Condition> any = new ArrayList<>();
    if (typed == of) {
      any.add(
          Condition.all(
              concept.typed().stream()
                  .<Condition>map(word -> new Condition.Term(field, word.stem()))
                  .toList()));
    }
    for (String form : concept.forms().getOrDefault(of, List.of())) {
      any.add(run(form, field, of, 0));
    }
    if (typed != of && concept.asName() > 0) {
      String word = concept.typed().getFirst().folded();
      open.accept(word, concept.asName());
      any.add(new Condition.Term(field, Matter.name(word)));
      any.add(new Condition.Term(field, word));
    }
    return Condition.any(any);
  }

  /** Words one after the other; a stop word leaves a gap, as it does in the text. */
  private static Condition run(String text, String field, Language language, int slop) {
    List<String> texts = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int place = 0;
    for (Word word : Words.of(text, language)) {
      if (!StopWords.contains(language, word.folded())) {
        texts.add(word.stem());
        places.add(place);
      }
      place++;
    }
    return switch (texts.size()) {
      case 0 -> Condition.NEVER;
      case 1 -> new Condition.Term(field, texts.getFirst());
      default -> new Condition.Phrase(field, texts, places, slop);
    };
  }

  private Condition phrase(String text, Language of, BiConsumer<String, Double> open) {
    return Language.detect(text) == of
        ? run(text, Matter.text(of), of, 0)
        : words(text, Matter.text(of), of, open);
  }

  /** A name in a field that holds nothing but names: its words are near each other. */
  private Condition name(String name, String field, Language of, BiConsumer<String, Double> open) {
    List<Condition> any = new ArrayList<>();
    for (KnownName known : names.allNamed(name)) {
      Concepts.forms(known).getOrDefault(of, List.of()).stream()
          .map(form -> run(form, field, of, ROOM))
          .forEach(any::add);
    }
    Language typed = Language.detect(name);
    if (typed == of) {
      any.add(run(name, field, of, ROOM));
    } else if (any.isEmpty()) {
      any.add(words(name, field, of, open));
    }
    return Condition.any(any);
  }

  private Condition place(String name, Language of, BiConsumer<String, Double> open) {
    String field = Matter.text(of);
    List<Condition> any = new ArrayList<>();
    for (KnownName known : names.allNamed(name)) {
      if (known.kind() == Kind.PLACE || known.kind() == Kind.GOVERNMENT) {
        known.names(of).stream().map(form -> run(form, field, of, 0)).forEach(any::add);
      }
    }
    any.add(phrase(name, of, open));
    return Condition.any(any);
  }
}
