package news.isnad.story;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import news.isnad.article.Edition;
import news.isnad.lexicon.Form;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Mention;
import news.isnad.lexicon.Origin;
import news.isnad.lexicon.Translation;
import news.isnad.lexicon.Translator;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.Stemming;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Reads what articles are compared by, from title and beginning: news says first what happened.
 *
 * <ul>
 *   <li>own terms: the stems of all words but stop words
 *   <li>shared terms: numbers; known names by their id; English words, phrases of the lexicon as
 *       one; for an Arabic word everything that it may mean in English
 *   <li>names: Arabic words that no table knows, and English ones with a capital
 *   <li>the title counts for more, and so does the lead
 * </ul>
 *
 * <p>How common words of the lexicon are in news follows from their place in it; it is what a term
 * is held to be worth before articles have shown it.
 *
 * <p>Safe for concurrent use.
 */
public final class TraitReader {
  /** In characters. */
  private static final int BEGINNING = 1_800;

  /** What is translated, which takes most of the time. */
  private static final int HEAD = 1_100;

  private static final int LEAD = 320;
  private static final double TITLE_WEIGHT = 2;
  private static final double LEAD_WEIGHT = 1.5;
  private static final int MOST_SENSES = 8;
  private static final int MOST_NAMES = 12;
  private static final int SHORTEST_NAME = 3;
  private static final int MOST_TERMS = 50;

  /** More than of one language: an Arabic word brings all that it may mean. */
  private static final int MOST_SHARED = 120;

  private final KnownNames names;
  private final Translator translator;
  private final Supplier<Commonness> commonness;

  public TraitReader(KnownNames names, Translator translator, Lexicon lexicon) {
    this.names = requireNonNull(names, "names is null");
    this.translator = requireNonNull(translator, "translator is null");
    this.commonness = () -> new Commonness(lexicon);
  }

  /** How common terms are to be expected; found anew with each call. */
  Commonness commonness() {
    return commonness.get();
  }

  /** What an edition has. Takes nearly all the time, and needs nothing of other editions. */
  Counted read(Edition edition) {
    Reading reading = new Reading(edition.language());
    String body = beginning(edition);
    List<Word> words = Words.of(body, edition.language());
    reading.text(edition.title(), Words.of(edition.title(), edition.language()), true);
    reading.text(body, words, false);
    return new Counted(
        edition.language(),
        reading.own,
        reading.shared,
        List.copyOf(reading.unknown),
        Shingles.of(words));
  }

  /** The traits of an edition before its terms are weighted. Confined to one thread at a time. */
  record Counted(
      Language language, TermCounts own, TermCounts shared, List<String> names, Shingles shingles) {
    /** The traits, the terms weighted by how rare they are now. */
    Traits weighted(Rarity rarity) {
      return new Traits(
          language,
          own.weighted(rarity, MOST_TERMS),
          shared.weighted(rarity, MOST_SHARED),
          names,
          shingles);
    }
  }

  /** Without the title, where the text repeats it. */
  private static String beginning(Edition edition) {
    String text = edition.text();
    String title = edition.title().strip();
    String body =
        !title.isEmpty() && text.startsWith(title) ? text.substring(title.length()) : text;
    if (body.length() <= BEGINNING) {
      return body;
    }
    int space = body.lastIndexOf(' ', BEGINNING);
    return body.substring(0, space > 0 ? space : BEGINNING);
  }

  /** One article being read. Confined to one thread. */
  private final class Reading {
    private final Language language;
    private final String prefix;
    private final TermCounts own = new TermCounts();
    private final TermCounts shared = new TermCounts();
    private final Set<String> unknown = new LinkedHashSet<>();

    Reading(Language language) {
      this.language = language;
      this.prefix = TraitReader.own("", language);
    }

    void text(String text, List<Word> words, boolean title) {
      Set<Integer> namesBegin = new HashSet<>();
      String head = text.substring(0, Math.min(HEAD, text.length()));
      List<Mention> mentions = names.mentions(head, language);
      for (Mention mention : mentions) {
        shared.add(
            "@" + mention.name().id(),
            weight(mention.span(), title),
            1,
            marks(mention.span(), title) | Terms.NAME);
      }
      List<Translation> groups =
          language == Language.ENGLISH // whose words stand for themselves
              ? translator.terms(head(words), language)
              : translator.translate(head(words), language);
      for (Translation group : groups) {
        Span span = span(group);
        if (isFree(span, mentions)) {
          shared(text, group, title, namesBegin);
        } else {
          group.of().forEach(word -> namesBegin.add(word.span().start()));
        }
      }
      for (Word word : words) {
        own(text, word, title, namesBegin.contains(word.span().start()));
      }
    }

    private static boolean isFree(Span span, List<Mention> mentions) {
      for (Mention mention : mentions) {
        if (mention.span().overlaps(span)) {
          return false;
        }
      }
      return true;
    }

    private List<Word> head(List<Word> words) {
      int end = words.size();
      while (end > 0 && words.get(end - 1).span().end() > HEAD) {
        end--;
      }
      return words.subList(0, end);
    }

    private void own(String text, Word word, boolean title, boolean name) {
      String folded = word.folded();
      if (StopWords.contains(language, folded)) {
        return;
      }
      boolean number = isNumber(folded);
      int kind = number ? Terms.NUMBER : name || isCapital(text, word) ? Terms.NAME : 0;
      own.add(
          Hashing.of(number ? "#" : prefix, number ? folded : word.stem()),
          weight(word.span(), title),
          1,
          marks(word.span(), title) | kind);
    }

    private void shared(String text, Translation group, boolean title, Set<Integer> namesBegin) {
      Word first = group.of().getFirst();
      double weight = weight(span(group), title);
      int marks = marks(span(group), title);
      if (group.of().size() == 1 && isNumber(first.folded())) {
        shared.add("#" + first.folded(), weight, 1, marks | Terms.NUMBER);
      } else if (group.origin() == Origin.NONE && isName(text, first)) {
        namesBegin.add(first.span().start());
        if (unknown.size() < MOST_NAMES) {
          unknown.add(first.folded());
        }
      } else {
        List<String> senses = language == Language.ENGLISH ? List.of(stems(group)) : senses(group);
        senses.forEach(sense -> shared.add(Hashing.of("=", sense), weight, senses.size(), marks));
      }
    }

    private boolean isName(String text, Word word) {
      return word.folded().length() >= SHORTEST_NAME
          && (language == Language.ARABIC || isCapital(text, word));
    }

    private double weight(Span span, boolean title) {
      return title ? TITLE_WEIGHT : span.start() < LEAD ? LEAD_WEIGHT : 1;
    }

    private int marks(Span span, boolean title) {
      return title ? Terms.TITLE : span.start() < LEAD ? Terms.LEAD : 0;
    }
  }

  static String own(String stem, Language language) {
    return language.code() + ":" + stem;
  }

  static String concept(String stems) {
    return "=" + stems;
  }

  private static String stems(Translation group) {
    return String.join(" ", group.of().stream().map(Word::stem).toList());
  }

  private static List<String> senses(Translation group) {
    Set<String> senses = new LinkedHashSet<>();
    for (Form form : group.forms()) {
      if (senses.size() < MOST_SENSES) {
        List<String> stems = new ArrayList<>();
        for (String word : form.text().split(" ", -1)) {
          stems.add(Stemming.stem(word, Language.ENGLISH));
        }
        senses.add(String.join(" ", stems));
      }
    }
    return List.copyOf(senses);
  }

  private static Span span(Translation group) {
    return new Span(group.of().getFirst().span().start(), group.of().getLast().span().end());
  }

  private static boolean isNumber(String folded) {
    return Character.isDigit(folded.charAt(0));
  }

  private static boolean isCapital(String text, Word word) {
    return Character.isUpperCase(text.codePointAt(word.span().start()));
  }
}
