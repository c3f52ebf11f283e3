package news.isnad.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import news.isnad.lexicon.Kind;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.lexicon.Lexicon;
import news.isnad.lexicon.Mention;
import news.isnad.lexicon.Origin;
import news.isnad.lexicon.SpellingVariants;
import news.isnad.lexicon.Synonyms;
import news.isnad.lexicon.Translation;
import news.isnad.lexicon.Translator;
import news.isnad.lexicon.Vocabulary;
import news.isnad.question.Reading.Asked;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Turns the words of a question into what is looked for, in both languages: names with all their
 * spellings, words with their translations, and near spellings of words that the index lacks. Safe
 * for concurrent use as far as the vocabulary is.
 */
final class TopicTerms {
  private static final double NEAR_SPELLING = 0.85;
  private static final double SYNONYM = 0.5;
  private static final double AKIN = 0.85;

  /** A word that the table of synonyms gives for the one asked. */
  private static final double STANDS_FOR = 0.7;

  private static final Set<String> NAME_PREFIXES =
      Set.of("al", "el", "ul", "abd", "abdel", "abdul", "abdal", "abdur", "abdus");
  private static final double SAME_NAME = 0.12;
  private static final int SHORTEST_FAMILY = 4;
  private static final int SHORTEST_ROOT = 3;
  private static final int SENSES = 5;
  private static final int REMEMBERED = 10_000;
  private static final Span NOWHERE = new Span(0, 0);
  private static final int SYNONYMS_OF_A_SENSE = 5;

  private final KnownNames names;
  private final Lexicon lexicon;
  private final Translator translator;
  private final Vocabulary vocabulary;
  private final ToIntBiFunction<String, Language> frequency;
  private final LongSupplier generation;
  private final Cache<Made, Wanted> remembered =
      Caffeine.newBuilder().executor(Runnable::run).maximumSize(REMEMBERED).build();

  /**
   * Prepares to look for words.
   *
   * @param frequency in how many chunks a stem of a language stands
   * @param generation another number whenever vocabulary or names are others
   */
  TopicTerms(
      KnownNames names,
      Lexicon lexicon,
      Translator translator,
      Vocabulary vocabulary,
      ToIntBiFunction<String, Language> frequency,
      LongSupplier generation) {
    this.frequency = frequency;
    this.generation = generation;
    this.names = names;
    this.lexicon = lexicon;
    this.translator = translator;
    this.vocabulary = vocabulary;
  }

  /** What the words stand for, in order; stop words and repetitions are left out. */
  List<Wanted> of(String typed, Language language) {
    return of(typed, language, Use.TOPIC);
  }

  /**
   * The same of words that name somebody: "Peru" where "Peruvian" is asked for, but no "police"
   * where a detective is.
   */
  List<Wanted> ofSpeaker(String typed, Language language) {
    return of(typed, language, isName(typed, language) ? Use.NAME : Use.ROLE);
  }

  /**
   * The same of a word that says of what somebody is: "Beijing's envoy" is China's, too, "Chinese"
   * where that is printed.
   */
  List<Wanted> ofBody(String typed, Language language) {
    List<Wanted> wanted = ofSpeaker(typed, language);
    Optional<KnownName> country =
        names.seatOf(typed).filter(name -> name.kind() == Kind.GOVERNMENT);
    return country.isEmpty() || wanted.size() != 1
        ? wanted
        : List.of(withCountry(wanted.getFirst(), country.get(), language));
  }

  private Wanted withCountry(Wanted seat, KnownName country, Language language) {
    Map<Language, List<Form>> forms = new EnumMap<>(Language.class);
    List<Wanted> called = ofSpeaker(country.name(language), language);
    for (Language each : Language.values()) {
      List<Form> all = new ArrayList<>(seat.in(each));
      called.forEach(one -> all.addAll(one.in(each)));
      all.addAll(forms(country).getOrDefault(each, List.of()));
      forms.put(each, all);
    }
    return new Wanted(seat.typed(), seat.name(), forms);
  }

  /**
   * Whether somebody is asked for by common words that name neither a person nor an office:
   * critics, a viewer, the car industry. They may be printed in many ways.
   */
  boolean isSomeone(Asked asked) {
    Language language = Language.detect(asked.name());
    List<Word> words = Words.of(asked.name(), language);
    return asked.entity().isEmpty()
        && names.mentions(asked.name(), language).isEmpty()
        && RoleClasses.in(language).nouns(words.stream().map(Word::folded).toList()).isEmpty()
        && words.stream()
            .filter(word -> !StopWords.contains(language, word.folded()))
            .allMatch(
                word ->
                    lexicon.knows(word.folded(), word.stem(), language)
                        && !hasLostItsFirstLetter(word, language)
                        && !Character.isUpperCase(asked.name().charAt(word.span().start())));
  }

  /** «بلماضي» is no word with a preposition before it where it stands for somebody. */
  private static boolean hasLostItsFirstLetter(Word word, Language language) {
    return language == Language.ARABIC
        && word.folded().startsWith("ب")
        && !word.stem().startsWith("ب");
  }

  /** Whether words are a name and say nothing: "Guy Cecil", but not "Saipov's defence". */
  private static boolean isName(String typed, Language language) {
    boolean capital =
        language == Language.ARABIC
            || Words.of(typed, language).stream()
                .filter(word -> !StopWords.contains(language, word.folded()))
                .filter(word -> !NAME_PREFIXES.contains(word.folded()))
                .allMatch(word -> Character.isUpperCase(typed.charAt(word.span().start())));
    return capital && !RoleWords.isRoleNamed(typed, language);
  }

  /** What words are looked for. */
  private enum Use {
    /** What is asked about: words that mean about the same will do. */
    TOPIC,
    /** What somebody is. */
    ROLE,
    /** Somebody's name: its words may mean something, but are spelled and not translated. */
    NAME
  }

  private List<Wanted> of(String typed, Language language, Use use) {
    List<Wanted> wanted = new ArrayList<>();
    List<Mention> mentions =
        names.mentions(typed, language).stream()
            .filter(mention -> use != Use.NAME || !isGivenName(mention, typed, language))
            .toList();
    List<Word> run = new ArrayList<>();
    List<Word> words = ServantNames.apart(Words.of(typed, language));
    for (int at = 0; at < words.size(); at++) {
      Word word = words.get(at);
      Mention mention = mentionAt(mentions, word);
      if (mention == null) {
        if (!isPrefix(words, at)) {
          run.add(word);
        }
      } else if (word.span().start() <= mention.span().start()
          || (mention.span().start() - word.span().start() <= 2 && run.isEmpty())) {
        flush(run, language, use, wanted);
        add(wanted, named(mention, typed));
      }
    }
    flush(run, language, use, wanted);
    if (wanted.isEmpty() && use == Use.NAME) {
      words.forEach(word -> add(wanted, spelled(word, language)));
    }
    wanted.replaceAll(one -> ServantNames.together(one, words));
    return wanted;
  }

  /** "Najib Boulif" is not who is known as "Najib": somebody's first of several names. */
  private static boolean isGivenName(Mention mention, String typed, Language language) {
    List<Word> words = Words.of(typed, language);
    return mention.name().kind() == Kind.PERSON
        && words.size() > 1
        && mention.span().equals(words.getFirst().span())
        && !RoleClasses.isListed("title", words.getFirst().folded());
  }

  /** A name that is a common word otherwise, and so means nothing: May, «فان». */
  private Wanted spelled(Word word, Language language) {
    List<Form> there = new ArrayList<>();
    vocabulary
        .near(word.folded(), language.other(), SAME_NAME)
        .forEach(match -> addForm(there, match.surface(), match.weight(), language.other()));
    names
        .partsOf(word.folded(), language)
        .forEach(part -> addForm(there, part, 1, language.other()));
    Form here = new Form(List.of(word.folded()), List.of(word.stem()), 1);
    return new Wanted(
        word.folded(), false, Map.of(language, List.of(here), language.other(), there));
  }

  /**
   * "al" before another word of a name, which no Arabic text prints by itself; "Abdul" and «عبد»,
   * which Latin texts print apart from what follows or together with it.
   */
  private static boolean isPrefix(List<Word> words, int at) {
    boolean before =
        at + 1 < words.size() && words.get(at + 1).span().start() - words.get(at).span().end() == 1;
    return (before && NAME_PREFIXES.contains(words.get(at).folded()))
        || ServantNames.isServant(words, at);
  }

  /**
   * The names in a text and its rarest other words with what they stand for: most of the words of a
   * long text need not be translated to know that they are too common.
   *
   * @param most so many words beside the names
   */
  List<Wanted> rarest(String text, Language language, int most) {
    List<Mention> mentions = names.mentions(text, language);
    List<Wanted> wanted = new ArrayList<>();
    mentions.forEach(mention -> add(wanted, named(mention, text)));
    List<Word> words =
        Words.of(text, language).stream()
            .filter(word -> mentionAt(mentions, word) == null)
            .filter(word -> !StopWords.contains(language, word.folded()))
            .toList();
    Set<Word> rare =
        words.stream()
            .sorted(Comparator.comparingInt(word -> frequency.applyAsInt(word.stem(), language)))
            .limit(most)
            .collect(Collectors.toSet());
    List<Word> run = new ArrayList<>();
    for (Word word : words) {
      if (rare.contains(word)) {
        run.add(word);
      } else {
        flush(run, language, Use.TOPIC, wanted);
      }
    }
    flush(run, language, Use.TOPIC, wanted);
    return wanted;
  }

  private static @org.jspecify.annotations.Nullable Mention mentionAt(
      List<Mention> mentions, Word word) {
    for (Mention mention : mentions) {
      if (mention.span().overlaps(word.span())) {
        return mention;
      }
    }
    return null;
  }

  private static void add(List<Wanted> wanted, Wanted one) {
    if (wanted.stream().noneMatch(other -> other.typed().equals(one.typed()))) {
      wanted.add(one);
    }
  }

  private static Wanted named(Mention mention, String typed) {
    return new Wanted(mention.span().of(typed), true, forms(mention.name()));
  }

  /** Every name of somebody, as a text may print it. */
  static Map<Language, List<Form>> forms(KnownName name) {
    Map<Language, List<Form>> forms = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Set<List<String>> seen = new LinkedHashSet<>();
      List<Form> found = new ArrayList<>();
      for (String text : name.names(language)) {
        List<Word> words = Words.of(text, language);
        List<String> stems = words.stream().map(Word::stem).toList();
        if (!words.isEmpty() && seen.add(stems)) {
          Form form = new Form(words.stream().map(Word::folded).toList(), stems, 1);
          found.add(isSaidInPart(name) ? form : form.asWhole());
        }
      }
      forms.put(language, found);
    }
    return forms;
  }

  /** Somebody is named by the family's name, a country by its adjective; a party by all of it. */
  private static boolean isSaidInPart(KnownName name) {
    return switch (name.kind()) {
      case PERSON, PLACE, GOVERNMENT, UNKNOWN -> true;
      case INSTITUTION, BODY, AGENCY, OUTLET, PARTY, GROUP, COMPANY -> false;
    };
  }

  private void flush(List<Word> run, Language language, Use use, List<Wanted> wanted) {
    List<Translation> translations =
        use == Use.NAME
            ? translator.named(run, language, vocabulary)
            : translator.translate(run, language, vocabulary);
    for (Translation translation : translations) {
      add(wanted, translated(translation, language, use));
    }
    run.clear();
  }

  /** What was made of a translation, as long as the index has the same words. */
  private record Made(
      long generation,
      Language language,
      Use use,
      List<Word> of,
      List<news.isnad.lexicon.Form> forms) {}

  private Wanted translated(Translation translation, Language language, Use use) {
    List<Word> of =
        translation.of().stream().map(word -> new Word(NOWHERE, word.form(), word.stem())).toList();
    Made made = new Made(generation.getAsLong(), language, use, of, translation.forms());
    return remembered.get(made, _ -> wanted(translation, language, use));
  }

  private Wanted wanted(Translation translation, Language language, Use use) {
    List<Word> of = translation.of();
    List<Form> here = new ArrayList<>();
    here.add(
        new Form(of.stream().map(Word::folded).toList(), of.stream().map(Word::stem).toList(), 1));
    if (of.size() == 1) {
      for (news.isnad.lexicon.Form near :
          SpellingVariants.of(of.getFirst(), language, vocabulary)) {
        addForm(here, near.text(), near.weight() * NEAR_SPELLING, language);
      }
    }
    if (of.stream().allMatch(word -> Language.detect(word.folded()) != language)) {
      foreign(of, language).forEach(form -> addForm(here, form.text(), form.weight(), language));
    }
    String asked = of.size() == 1 ? of.getFirst().folded() : "";
    for (String text : Synonyms.shipped(language).of(of.stream().map(Word::stem).toList())) {
      boolean family = isAkin(asked, text, language);
      if (family || use == Use.TOPIC) {
        addForm(here, text, family ? AKIN : STANDS_FOR, language);
      }
    }
    if (use != Use.NAME) {
      synonyms(translation, language)
          .forEach(
              text ->
                  addForm(here, text, isAkin(asked, text, language) ? AKIN : SYNONYM, language));
    }
    List<Form> there = new ArrayList<>();
    translation
        .forms()
        .forEach(form -> addForm(there, form.text(), form.weight(), language.other()));
    if (of.size() == 1 && use != Use.TOPIC) {
      names
          .partsOf(of.getFirst().folded(), language)
          .forEach(part -> addForm(there, part, 1, language.other()));
    }
    String typed = String.join(" ", of.stream().map(Word::folded).toList());
    return new Wanted(typed, false, Map.of(language, here, language.other(), there));
  }

  /** Words of the other script inside a question: «ماذا قالت Air Niugini». */
  private List<news.isnad.lexicon.Form> foreign(List<Word> words, Language language) {
    return translator.translate(words, language.other(), vocabulary).stream()
        .flatMap(translation -> translation.forms().stream())
        .toList();
  }

  /**
   * Whether two words that mean the same are of one root: a broken plural («شخص», «أشخاص»), a verb
   * and its noun («اعتقل», «اعتقال», "decide", "decision").
   */
  private static boolean isAkin(String one, String other, Language language) {
    if (one.isEmpty() || other.contains(" ")) {
      return false;
    }
    if (language == Language.ENGLISH) {
      return isOfFamily(one, other);
    }
    String root = consonants(one);
    return root.length() >= SHORTEST_ROOT && root.equals(consonants(other));
  }

  /** Whether two English words that mean the same are of one family: "decide", "decision". */
  private static boolean isOfFamily(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same >= Math.min(SHORTEST_FAMILY, one.length());
  }

  /** The letters that stay when an Arabic word takes another form, more or less. */
  private static String consonants(String word) {
    String stem = Words.of(word, Language.ARABIC).getFirst().stem();
    String bare = stem.startsWith("م") || stem.startsWith("ت") ? stem.substring(1) : stem;
    return bare.replaceAll("[اويىةءؤئآأإ]", "");
  }

  /** What the translations of a word are called in its own language: "arrest" for "detain". */
  private Set<String> synonyms(Translation translation, Language language) {
    Set<String> synonyms = new LinkedHashSet<>();
    int senses = 0;
    for (news.isnad.lexicon.Form form : translation.forms()) {
      if (form.origin() == Origin.LEXICON && senses++ < SENSES) {
        lexicon.translations(form.text(), language.other()).stream()
            .limit(SYNONYMS_OF_A_SENSE)
            .forEach(synonyms::add);
      }
    }
    return synonyms;
  }

  private static void addForm(List<Form> forms, String text, double weight, Language language) {
    List<String> folded = new ArrayList<>();
    List<String> stems = new ArrayList<>();
    for (Word word : Words.of(text, language)) {
      if (!StopWords.contains(language, word.folded())) {
        folded.add(word.folded());
        stems.add(word.stem());
      }
    }
    if (!stems.isEmpty()) {
      forms.add(new Form(folded, stems, Math.clamp(weight, 0.01, 1)));
    }
  }
}
