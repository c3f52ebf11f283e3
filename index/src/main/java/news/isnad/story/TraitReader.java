package news.isnad.story;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import news.isnad.article.Edition;
import news.isnad.lexicon.Form;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Mention;
import news.isnad.lexicon.Origin;
import news.isnad.lexicon.Translation;
import news.isnad.lexicon.Translator;
import news.isnad.text.Folded;
import news.isnad.text.Language;
import news.isnad.text.OfWord;
import news.isnad.text.Span;
import news.isnad.text.Stemming;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.jspecify.annotations.Nullable;

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

  private static final OfWord<Own> ENGLISH = new OfWord<>(word -> Own.of(word, Language.ENGLISH));
  private static final OfWord<Own> ARABIC = new OfWord<>(word -> Own.of(word, Language.ARABIC));

  /** The number of a word that stands for itself. */
  private static final OfWord<Integer> CONCEPTS =
      new OfWord<>(word -> Hashing.of("=", word.stem(Language.ENGLISH)));

  private final KnownNames names;
  private final Translator translator;
  private final OfWord<AtomicReference<@Nullable Senses>> senses =
      new OfWord<>(_ -> new AtomicReference<>());
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
    List<Word> words = words(edition, body);
    reading.text(edition.title(), Words.of(edition.title(), edition.language()), true);
    reading.text(body, words, false);
    return new Counted(
        edition.language(),
        reading.own,
        reading.shared,
        List.copyOf(reading.unknown),
        Shingles.of(words));
  }

  /** The words of the beginning, with their stems. */
  private static List<Word> words(Edition edition, String beginning) {
    String text = edition.text();
    Language language = edition.language();
    int start = beginsWithTitle(edition) ? edition.title().strip().length() : 0;
    Span span = new Span(start, start + beginning.length());
    return Words.of(
        beginning,
        List.of(new Words.Piece(text, Words.ofArticle(text, language), span)),
        language,
        true);
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
    String body = beginsWithTitle(edition) ? text.substring(title.length()) : text;
    if (body.length() <= BEGINNING) {
      return body;
    }
    int space = body.lastIndexOf(' ', BEGINNING);
    return body.substring(0, space > 0 ? space : BEGINNING);
  }

  private static boolean beginsWithTitle(Edition edition) {
    String title = edition.title().strip();
    return !title.isEmpty() && edition.text().startsWith(title);
  }

  /** One article being read. Confined to one thread. */
  private final class Reading {
    private final Language language;
    private final OfWord<Own> ownOf;
    private final TermCounts own = new TermCounts();
    private final TermCounts shared = new TermCounts();
    private final Set<String> unknown = new LinkedHashSet<>();

    Reading(Language language) {
      this.language = language;
      this.ownOf = language == Language.ARABIC ? ARABIC : ENGLISH;
    }

    void text(String text, List<Word> words, boolean title) {
      BitSet namesBegin = new BitSet();
      List<Word> head = Words.within(text, words, HEAD, language);
      List<Mention> mentions =
          names.mentions(text.substring(0, Math.min(HEAD, text.length())), head);
      for (Mention mention : mentions) {
        shared.add(
            "@" + mention.name().id(),
            weight(mention.span().start(), title),
            1,
            marks(mention.span().start(), title) | Terms.NAME);
      }
      List<Word> whole = whole(words);
      List<Translation> groups =
          language == Language.ENGLISH // whose words stand for themselves
              ? translator.terms(whole, language)
              : translator.translate(whole, language);
      int next = 0;
      for (Translation group : groups) {
        int start = group.of().getFirst().span().start();
        int end = group.of().getLast().span().end();
        while (next < mentions.size() && mentions.get(next).span().end() <= start) {
          next++;
        }
        if (next == mentions.size() || mentions.get(next).span().start() >= end) {
          shared(text, group, title, namesBegin);
        } else {
          group.of().forEach(word -> namesBegin.set(word.span().start()));
        }
      }
      for (Word word : words) {
        own(text, word, title, namesBegin);
      }
    }

    /** The words that do not go beyond what is translated. */
    private static List<Word> whole(List<Word> words) {
      int end = words.size();
      while (end > 0 && words.get(end - 1).span().end() > HEAD) {
        end--;
      }
      return words.subList(0, end);
    }

    private void own(String text, Word word, boolean title, BitSet namesBegin) {
      Own term = ownOf.of(word.form());
      if (term.kind == Own.NONE) {
        return;
      }
      int at = word.span().start();
      int kind = term.kind;
      if (kind == 0 && (namesBegin.get(at) || isCapital(text, word))) {
        kind = Terms.NAME;
      }
      own.add(term.number, weight(at, title), 1, marks(at, title) | kind);
    }

    private void shared(String text, Translation group, boolean title, BitSet namesBegin) {
      Word first = group.of().getFirst();
      int at = first.span().start();
      double weight = weight(at, title);
      int marks = marks(at, title);
      boolean single = group.of().size() == 1;
      if (single && isNumber(first.folded())) {
        shared.add("#" + first.folded(), weight, 1, marks | Terms.NUMBER);
      } else if (group.origin() == Origin.NONE && isName(text, first)) {
        namesBegin.set(at);
        if (unknown.size() < MOST_NAMES) {
          unknown.add(first.folded());
        }
      } else if (language == Language.ENGLISH) {
        int sense = single ? CONCEPTS.of(first.form()) : Hashing.of("=", stems(group));
        shared.add(sense, weight, 1, marks);
      } else {
        int[] senses = senses(group);
        for (int sense : senses) {
          shared.add(sense, weight, senses.length, marks);
        }
      }
    }

    private boolean isName(String text, Word word) {
      return word.folded().length() >= SHORTEST_NAME
          && (language == Language.ARABIC || isCapital(text, word));
    }

    private double weight(int at, boolean title) {
      return title ? TITLE_WEIGHT : at < LEAD ? LEAD_WEIGHT : 1;
    }

    private int marks(int at, boolean title) {
      return title ? Terms.TITLE : at < LEAD ? Terms.LEAD : 0;
    }

    /** What the words of a group may mean, by numbers; a word that stands alone remembers it. */
    private int[] senses(Translation group) {
      if (group.of().size() > 1) {
        return numbers(group.forms());
      }
      Folded word = group.of().getFirst().form();
      Senses known = senses.of(word).get();
      if (known == null || !known.forms.equals(group.forms())) {
        known = new Senses(group.forms(), numbers(group.forms()));
        senses.of(word).set(known);
      }
      return known.numbers;
    }
  }

  /** A word as a term of its own language; {@code kind} is a mark, or NONE for a stop word. */
  private record Own(int number, int kind) {
    static final int NONE = -1;

    static Own of(Folded word, Language language) {
      if (word.isStopWord(language)) {
        return new Own(0, NONE);
      }
      return isNumber(word.text())
          ? new Own(Hashing.of("#", word.text()), Terms.NUMBER)
          : new Own(Hashing.of(TraitReader.own("", language), word.stem(language)), 0);
    }
  }

  /** What a word means that has these forms. */
  private static final class Senses {
    final List<Form> forms;
    final int[] numbers;

    Senses(List<Form> forms, int[] numbers) {
      this.forms = forms;
      this.numbers = numbers;
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

  private static int[] numbers(List<Form> forms) {
    Set<String> senses = new LinkedHashSet<>();
    for (Form form : forms) {
      if (senses.size() < MOST_SENSES) {
        List<String> stems = new ArrayList<>();
        for (String word : form.text().split(" ", -1)) {
          stems.add(Stemming.stem(word, Language.ENGLISH));
        }
        senses.add(String.join(" ", stems));
      }
    }
    return senses.stream().mapToInt(sense -> Hashing.of("=", sense)).toArray();
  }

  private static boolean isNumber(String folded) {
    return Character.isDigit(folded.charAt(0));
  }

  private static boolean isCapital(String text, Word word) {
    return Character.isUpperCase(text.codePointAt(word.span().start()));
  }
}
