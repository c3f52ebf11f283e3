package news.isnad.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.speaker.Attribution;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Statement;
import news.isnad.text.Language;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * What topics are held against: the terms of an article in their places, by field. The analysis is
 * that of the index; names that topics wait for stand beside the words that spell them. Confined to
 * one thread.
 */
final class Matter {
  static final String OUTLET = "outlet";
  private static final int GAP = 100;

  private final Map<String, List<Placed>> fields = new HashMap<>();
  private final Language language;
  private final OpenNames open;
  private final KnownNames names;

  /** A term and how many places it is from the one before. */
  record Placed(String text, int step) {}

  private Matter(Language language, OpenNames open, KnownNames names) {
    this.language = language;
    this.open = open;
    this.names = names;
  }

  /** The field of the words of articles in a language. */
  static String text(Language language) {
    return "text_" + language.code();
  }

  /** The field of who speaks in articles in a language. */
  static String speaker(Language language) {
    return "speaker_" + language.code();
  }

  /** The term of a name that no table knows. */
  static String name(String word) {
    return "=" + word;
  }

  /**
   * The terms of an edition.
   *
   * @param who finds who speaks
   * @param speakers whether any topic asks who speaks
   */
  static Matter of(
      Edition edition, Attribution who, boolean speakers, OpenNames open, KnownNames names) {
    Matter matter = new Matter(edition.language(), open, names);
    String field = text(edition.language());
    matter.add(field, edition.title(), edition.language());
    matter.add(field, edition.text(), edition.language());
    matter.outlet(edition.outlet());
    if (speakers) {
      matter.speakers(who.statements(edition));
    }
    return matter;
  }

  /** The terms of an outlet's name alone. */
  static Set<String> outlet(String outlet, OpenNames open, KnownNames names) {
    Matter matter = new Matter(Language.ENGLISH, open, names);
    matter.outlet(outlet);
    Set<String> terms = new HashSet<>();
    matter.fields.getOrDefault(OUTLET, List.of()).forEach(placed -> terms.add(placed.text()));
    return terms;
  }

  Language language() {
    return language;
  }

  Map<String, List<Placed>> fields() {
    return fields;
  }

  private void outlet(String outlet) {
    add(OUTLET, outlet, Language.detect(outlet));
    for (KnownName known : names.allNamed(outlet)) {
      for (Language each : Language.values()) {
        known.names(each).forEach(name -> add(OUTLET, name, each));
      }
    }
  }

  private void speakers(List<Statement> statements) {
    Set<Speaker> speakers = new LinkedHashSet<>();
    statements.forEach(statement -> statement.speaker().ifPresent(speakers::add));
    String field = speaker(language);
    for (Speaker speaker : speakers) {
      add(field, speaker.name() + " " + speaker.role().orElse(""), language);
      speaker
          .entity()
          .or(() -> names.taughtAs(speaker.name()))
          .flatMap(names::byId)
          .ifPresent(known -> known.names(language).forEach(name -> add(field, name, language)));
      speaker
          .institution()
          .flatMap(names::byId)
          .ifPresent(known -> known.names(language).forEach(name -> add(field, name, language)));
    }
  }

  private void add(String field, String text, Language of) {
    List<Placed> terms = fields.computeIfAbsent(field, _ -> new ArrayList<>());
    int step = terms.isEmpty() ? 1 : GAP;
    for (Word word : Words.of(text, of)) {
      if (StopWords.contains(of, word.folded())) {
        step++;
        continue;
      }
      terms.add(new Placed(word.stem(), step));
      if (isName(word, text)) {
        for (String name : open.of(word.folded(), of)) {
          terms.add(new Placed(name(name), 0));
        }
      }
      step = 1;
    }
  }

  private boolean isName(Word word, String text) {
    return !open.isEmpty()
        && (Character.isUpperCase(text.codePointAt(word.span().start()))
            || Language.detect(word.folded()) == Language.ARABIC);
  }
}
