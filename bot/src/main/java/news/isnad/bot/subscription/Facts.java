package news.isnad.bot.subscription;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.article.Edition;
import news.isnad.bot.compose.News;
import news.isnad.speaker.Denials;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Speech;
import news.isnad.speaker.Statement;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.NameDistance;
import news.isnad.text.Sentences;
import news.isnad.text.Span;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * What an edition says that a reader of the story would count as news: who speaks in it, who
 * denies, and the counts of its headline and first sentences. Keys are the same in both languages
 * as far as names and kinds of counts are known. Immutable.
 *
 * @param found in the order of importance: denials, counts, speakers
 */
record Facts(List<Fact> found) {
  static final Facts NONE = new Facts(List.of());

  private static final Denials DENIALS = Denials.shipped();
  private static final Counts COUNTS = Counts.shipped();
  private static final int FIRST_SENTENCES = 2;
  private static final int MOST = 40;
  private static final double SAME_NAME = .15;

  Facts {
    found = List.copyOf(found);
  }

  /**
   * One thing. Immutable.
   *
   * @param key what it is: {@code SPEAKER|who}, {@code DENIAL|who}, {@code COUNT|kind|value}
   * @param passage where it stands in the text
   */
  record Fact(News news, String key, Span passage, Optional<Statement> statement) {}

  static Facts of(Edition edition, List<Statement> statements) {
    List<Fact> denials = new ArrayList<>();
    List<Fact> speakers = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement.kind() == Statement.Kind.SAID
          && statement.speaker().isPresent()
          && statement.sentences().end() <= edition.text().length()) {
        who(statement.speaker().get())
            .ifPresent(who -> add(statement, who, edition, denials, speakers));
      }
    }
    List<Fact> all = new ArrayList<>(denials);
    all.addAll(counts(edition));
    all.addAll(speakers);
    return new Facts(all.subList(0, Math.min(MOST, all.size())));
  }

  private static void add(
      Statement statement, String who, Edition edition, List<Fact> denials, List<Fact> speakers) {
    Optional<Statement> said = Optional.of(statement);
    if (DENIALS.isDenial(statement, edition.text(), edition.language())) {
      denials.add(new Fact(News.DENIAL, "DENIAL|" + who, statement.span(), said));
    }
    if (statement.speech() == Speech.DIRECT || statement.speech() == Speech.MIXED) {
      speakers.add(new Fact(News.SPEAKER, "SPEAKER|" + who, statement.span(), said));
    }
  }

  /** A key for a speaker; none for somebody who is not named and belongs to nobody known. */
  private static Optional<String> who(Speaker speaker) {
    if (speaker.entity().isPresent()) {
      return Optional.of("=" + speaker.entity().get());
    }
    if (speaker.anonymous()) {
      return speaker.institution().map(institution -> "@" + institution);
    }
    return Optional.of(Folding.fold(speaker.name()).replace('|', ' '));
  }

  /** Of each kind the first is what the article is about; others are only known from now on. */
  private static List<Fact> counts(Edition edition) {
    List<Fact> counts = new ArrayList<>();
    Set<String> kinds = new HashSet<>();
    Language language = edition.language();
    for (Span sentence :
        Sentences.of(edition.text(), language).stream().limit(FIRST_SENTENCES).toList()) {
      for (Counts.Count count : COUNTS.in(sentence, edition.text(), language)) {
        News news = kinds.add(count.kind()) ? News.COUNT : News.NOTHING;
        counts.add(new Fact(news, key(count), sentence, Optional.empty()));
      }
    }
    Span title = new Span(0, edition.title().length());
    for (Counts.Count count : COUNTS.in(title, edition.title(), language)) {
      counts.add(new Fact(News.NOTHING, key(count), new Span(0, 0), Optional.empty()));
    }
    return counts;
  }

  private static String key(Counts.Count count) {
    return "COUNT|" + count.kind() + "|" + count.value();
  }

  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    found.forEach(fact -> keys.add(fact.key));
    return keys;
  }

  /**
   * What of it is new to somebody who knows the story with these keys: a denial by somebody who has
   * not denied, another number for a count, somebody else's own words about the topic.
   *
   * @param topic stems of the subscription's words and of the story's headline
   */
  Optional<Fact> newTo(Set<String> known, Set<String> topic, Edition edition) {
    return found.stream().filter(fact -> isNew(fact, known, topic, edition)).findFirst();
  }

  private static boolean isNew(Fact fact, Set<String> known, Set<String> topic, Edition edition) {
    if (known.contains(fact.key)) {
      return false;
    }
    return switch (fact.news) {
      case COUNT -> {
        String kind = fact.key.substring(0, fact.key.lastIndexOf('|') + 1);
        yield known.stream().anyMatch(key -> key.startsWith(kind));
      }
      case DENIAL -> !isKnown(fact.key, "DENIAL|", known);
      case SPEAKER -> !isKnown(fact.key, "SPEAKER|", known) && isAbout(fact, topic, edition);
      case FIRST, CORRECTION, GONE, WITHDRAWAL, NOTHING -> false;
    };
  }

  /** Whether the words said, or the sentence around them, share a word with the topic. */
  private static boolean isAbout(Fact fact, Set<String> topic, Edition edition) {
    Span sentences = fact.statement().map(Statement::sentences).orElse(fact.passage());
    return topic.isEmpty()
        || stems(sentences.of(edition.text()), edition.language()).stream()
            .anyMatch(topic::contains);
  }

  /** The stems of the words of a text that say something. */
  static Set<String> stems(String text, Language language) {
    Set<String> stems = new HashSet<>();
    for (Word word : Words.of(text, language)) {
      if (!StopWords.contains(language, word.folded())) {
        stems.add(word.stem());
      }
    }
    return stems;
  }

  /** Whether somebody of that name is known, written in full or by the last name, in any script. */
  private static boolean isKnown(String key, String kind, Set<String> known) {
    String who = key.substring(kind.length());
    if (who.startsWith("=") || who.startsWith("@")) {
      return false;
    }
    NameDistance last = NameDistance.from(lastName(who));
    return known.stream()
        .filter(each -> each.startsWith(kind))
        .map(each -> each.substring(kind.length()))
        .filter(each -> !each.startsWith("@"))
        .map(each -> each.startsWith("=") ? each.substring(1).replace('-', ' ') : each)
        .anyMatch(each -> last.to(lastName(each)) <= SAME_NAME);
  }

  private static String lastName(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
