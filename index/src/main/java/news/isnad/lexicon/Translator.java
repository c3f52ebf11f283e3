package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import news.isnad.lexicon.PhraseTable.Phrase;
import news.isnad.text.Folded;
import news.isnad.text.Language;
import news.isnad.text.OfWord;
import news.isnad.text.Remembered;
import news.isnad.text.Word;
import org.jspecify.annotations.Nullable;

/**
 * Translates the words of a question into what to look for in texts of the other language.
 *
 * <p>At each word the longest term that any table knows is taken, in this order: names taught by
 * operators, known names and their seats, the lexicon, the locale data. A word alone is also looked
 * up in the dictionary that an operator may have installed: what only the dictionary knows counts
 * in full, its further senses of other words at half weight. And it is compared with the words of
 * the index as a name: up to a distance of .12 if no table knows it, up to .08 and at half weight
 * if one does, because a word of the lexicon may be a name as well. A name that nobody knows may
 * hold a slip of typing. Numbers, and words that the other language's texts hold as they are, stand
 * for themselves.
 *
 * <p>Stop words are left out unless they are inside a term. Immutable, safe for concurrent use as
 * far as the vocabulary is.
 */
public final class Translator {
  private static final double UNKNOWN_WORD = .12;
  private static final double KNOWN_WORD = .08;
  private static final double KNOWN_WORD_WEIGHT = .5;
  private static final double SENSE = 1;
  private static final double FURTHER_SENSE = .5;
  private static final double NEAR_NAME = .06;
  private static final double SLIPPED = .8;
  private static final int SHORTEST_NAME = 3;
  private static final int LONGEST_NAME = 80;

  private static final Remembered<String> JOINED =
      new Remembered<>(text -> String.join(" ", KnownNames.folded(text)), LONGEST_NAME);

  private final Lexicon lexicon;
  private final KnownNames names;
  private final Dictionary dictionary;
  private volatile Singles singles;

  /** What single words are, while names stay as they are. */
  private record Singles(long generation, OfWord<Alone> english, OfWord<Alone> arabic) {}

  /** Translates with what ships. */
  public Translator(Lexicon lexicon, KnownNames names) {
    this(lexicon, names, Dictionary.none());
  }

  /** Translates with what ships, and with an operator's dictionary where that is not enough. */
  public Translator(Lexicon lexicon, KnownNames names, Dictionary dictionary) {
    this.lexicon = lexicon;
    this.names = names;
    this.dictionary = dictionary;
    this.singles = singles();
  }

  /**
   * The translations of a question's words, in order.
   *
   * @param words the words of the question as {@link news.isnad.text.Words#of} cuts them
   * @param from the language of the question
   * @param vocabulary the words of the index
   */
  public List<Translation> translate(List<Word> words, Language from, Vocabulary vocabulary) {
    return translate(
        words,
        from,
        Integer.MAX_VALUE,
        (word, forms) -> single(word, from, vocabulary, false, forms));
  }

  /** The same of words that name somebody: what a table knows of a word counts no more for it. */
  public List<Translation> named(List<Word> words, Language from, Vocabulary vocabulary) {
    return translate(
        words,
        from,
        Integer.MAX_VALUE,
        (word, forms) -> single(word, from, vocabulary, true, forms));
  }

  /** By the tables alone, which words make one term, and one form of each at most: faster. */
  public List<Translation> terms(List<Word> words, Language from) {
    return translate(words, from, 1, null);
  }

  /** The same by the tables alone: of a word that none of them knows there is no form. */
  public List<Translation> translate(List<Word> words, Language from) {
    return translate(words, from, Integer.MAX_VALUE, null);
  }

  /** What single words are by the tables; found anew where names were taught since. */
  private OfWord<Alone> alone(Language from) {
    Singles known = singles;
    if (known.generation != names.generation()) {
      known = singles();
      singles = known;
    }
    return from == Language.ARABIC ? known.arabic : known.english;
  }

  private Singles singles() {
    return new Singles(
        names.generation(),
        new OfWord<>(word -> alone(word, Language.ENGLISH)),
        new OfWord<>(word -> alone(word, Language.ARABIC)));
  }

  private Alone alone(Folded word, Language from) {
    Forms forms = new Forms(Integer.MAX_VALUE);
    terms(List.of(word.text()), List.of(word.stem(from)), 0, from, forms);
    return Alone.of(word, forms.list(), names, lexicon, from);
  }

  /**
   * @param further what else is known of a word alone; null for nothing
   */
  private List<Translation> translate(
      List<Word> words, Language from, int mostForms, @Nullable BiConsumer<Word, Forms> further) {
    List<String> folded = new ArrayList<>(words.size());
    List<String> stems = new ArrayList<>(words.size());
    for (Word word : words) {
      folded.add(word.folded());
      stems.add(word.stem());
    }
    OfWord<Alone> alone = alone(from);
    List<Translation> translations = new ArrayList<>(words.size());
    for (int at = 0; at < words.size(); ) {
      Word word = words.get(at);
      @Nullable Alone single =
          word.stem().equals(word.form().stem(from)) ? alone.of(word.form()) : null;
      if (single != null && single.mayGoOn(folded, stems, at)) {
        single = null;
      }
      if (single != null && word.form().isStopWord(from)) {
        at++;
        continue;
      }
      if (single != null && further == null && dictionary.isNone()) {
        translations.add(new Translation(List.of(word), single.forms(mostForms)));
        at++;
        continue;
      }
      Forms forms = new Forms(mostForms);
      int length = 1;
      if (single != null) {
        forms.addAll(single.forms(mostForms));
      } else {
        length = terms(folded, stems, at, from, forms);
      }
      if (length == 1 && word.form().isStopWord(from)) {
        at++;
        continue;
      }
      if (length == 1) {
        length = dictionary(folded, stems, at, from, forms);
      }
      if (length == 1 && further != null) {
        further.accept(words.get(at), forms);
      }
      translations.add(new Translation(words.subList(at, at + length), forms.list()));
      at += length;
    }
    return translations;
  }

  /**
   * Collects what the tables say of the longest term; returns how many words it has, at least 1.
   */
  private int terms(List<String> folded, List<String> stems, int at, Language from, Forms forms) {
    List<Phrase<KnownName>> named = names.namesAt(folded, at);
    List<Phrase<KnownName>> seated = names.seatsAt(folded, at);
    Lexicon.Match inLexicon = lexicon.at(folded, stems, at, from);
    Lexicon.Match inLocales = LocaleNames.loaded().at(folded, at, from);
    int length =
        Math.max(
            Math.max(1, Math.max(length(named), length(seated))),
            Math.max(inLexicon.length(), inLocales.length()));
    if (length(named) == length) {
      named.forEach(phrase -> names(phrase.value(), from.other(), forms));
    }
    if (length(seated) == length) {
      seated.forEach(phrase -> seats(phrase, from, forms));
    }
    if (inLexicon.length() == length) {
      inLexicon.forms().forEach(form -> forms.add(form, 1, Origin.LEXICON));
    }
    if (inLocales.length() == length) {
      inLocales.forms().forEach(form -> forms.add(form, 1, Origin.CLDR));
    }
    return length;
  }

  /**
   * Adds what the dictionary says: of a word that no table knows the longest term that begins
   * there, of any other the word's further senses. Returns how many words it covers.
   */
  private int dictionary(
      List<String> folded, List<String> stems, int at, Language from, Forms forms) {
    boolean known = !forms.isEmpty();
    int most = known ? 1 : folded.size() - at;
    Lexicon.Match match = dictionary.at(folded, stems, at, most, from);
    double weight = known ? FURTHER_SENSE : SENSE;
    match.forms().forEach(form -> forms.add(form, weight, Origin.DICTIONARY));
    return Math.max(1, match.length());
  }

  private static int length(List<Phrase<KnownName>> phrases) {
    return phrases.isEmpty() ? 0 : phrases.getFirst().length();
  }

  /** Names that operators taught come first. */
  private void names(KnownName name, Language to, Forms forms) {
    for (String text : name.names(to)) {
      if (names.isTaught(text)) {
        forms.add(joined(text), 1, Origin.ALIAS);
      }
    }
    for (String text : name.names(to)) {
      forms.add(joined(text), 1, Origin.KNOWN_NAME);
    }
  }

  /** A seat is called by the name at the same place of the other language's seats. */
  private static void seats(Phrase<KnownName> phrase, Language from, Forms forms) {
    List<String> here = new ArrayList<>();
    List<String> there = new ArrayList<>();
    for (String seat : phrase.value().seats()) {
      (Language.detect(seat) == from ? here : there).add(joined(seat));
    }
    int place = here.indexOf(String.join(" ", phrase.words()));
    if (here.size() == there.size() && place >= 0) {
      forms.add(there.get(place), 1, Origin.KNOWN_NAME);
    } else {
      there.forEach(seat -> forms.add(seat, 1, Origin.KNOWN_NAME));
    }
  }

  private static void single(
      Word word, Language from, Vocabulary vocabulary, boolean name, Forms forms) {
    String folded = word.folded();
    Language to = from.other();
    boolean letters = Character.isLetter(folded.charAt(0));
    boolean asItIs = !letters || Language.detect(folded) == to || vocabulary.contains(to, folded);
    if (asItIs) {
      forms.add(folded, 1, Origin.DIGITS);
    }
    if (!letters || folded.length() < SHORTEST_NAME || Language.detect(folded) == to) {
      return;
    }
    boolean known = !name && forms.anySurely();
    double limit = known ? KNOWN_WORD : UNKNOWN_WORD;
    List<NameMatches.Match> matches = vocabulary.near(folded, to, limit);
    for (NameMatches.Match match : matches) {
      double weight = known ? KNOWN_WORD_WEIGHT * match.weight() : match.weight();
      forms.add(match.surface(), weight, Origin.NAME_MATCH);
    }
    boolean near = !matches.isEmpty() && matches.getFirst().distance() <= NEAR_NAME;
    if (!known && !near && !vocabulary.contains(to.other(), folded)) {
      vocabulary
          .slipped(folded, from)
          .forEach(
              match -> forms.add(match.surface(), SLIPPED * match.weight(), Origin.NAME_MATCH));
    }
  }

  private static String joined(String text) {
    return JOINED.of(text);
  }

  /** Forms in order, each once. */
  private static final class Forms {
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final int most;

    Forms(int most) {
      this.most = most;
    }

    void add(String text, double weight, Origin origin) {
      if (forms.size() < most && !text.isBlank()) {
        forms.putIfAbsent(text, new Form(text, weight, origin));
      }
    }

    void addAll(List<Form> all) {
      for (Form form : all) {
        if (forms.size() < most) {
          forms.putIfAbsent(form.text(), form);
        }
      }
    }

    boolean isEmpty() {
      return forms.isEmpty();
    }

    /** Whether there is one that is more than a dictionary's guess. */
    boolean anySurely() {
      return forms.values().stream().anyMatch(form -> form.origin() != Origin.DICTIONARY);
    }

    List<Form> list() {
      return List.copyOf(forms.values());
    }
  }
}
