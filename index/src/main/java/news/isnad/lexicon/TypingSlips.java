package news.isnad.lexicon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.Stemming;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Puts right slips of typing before a question is read.
 *
 * <ul>
 *   <li>Only a word of four letters or more that nobody knows is touched: not the index, not the
 *       lexicon, not the known names, not the words that questions are made of. Four letters may
 *       only have lost one.
 *   <li>An Arabic word may want its hamza, or the space before an article. One that is known by its
 *       stem alone may have two neighbours exchanged.
 *   <li>Else the word meant has one letter more, one letter less, or two neighbours exchanged, and
 *       begins with the same letter.
 *   <li>A word of the index is likelier than one of a name or a question, that one likelier than a
 *       word of the lexicon. What is regularly written around a word stays, and the letter behind
 *       it. A capitalised word inside a question is a name, never a word of the lexicon; an Arabic
 *       one may always be a name, and loses no letter for the lexicon.
 *   <li>What may be a name is left as it is where the news of the other language has that name,
 *       unless another spelling makes a known name of several words of it.
 * </ul>
 *
 * Safe for concurrent use as far as the vocabulary is.
 */
public final class TypingSlips {
  private static final int SHORTEST = 4;
  private static final int SHORTEST_STEM = 4;
  private static final int LONGEST = 24;
  private static final Pattern BRITISH = Pattern.compile("s(e|ed|es|ing|ation|ations)$");
  private static final double SAME_NAME = 0.06;
  private static final double NEAR_NAME = 0.12;
  private static final int REMEMBERED = 10_000;

  /** Words that are rarer than so many others in news are seldom meant. */
  private static final int COMMON = 7_000;

  private final Lexicon lexicon;
  private final KnownNames names;
  private final Vocabulary vocabulary;
  private final BiPredicate<Language, String> questionWord;
  private final LongSupplier generation;
  private final Cache<Typed, Slip> remembered =
      Caffeine.newBuilder().executor(Runnable::run).maximumSize(REMEMBERED).build();

  private final Map<Language, Map<String, Integer>> ranks = new ConcurrentHashMap<>();

  /** Made anew where names were taught since. */
  private volatile Own own;

  /**
   * Prepares to put slips right.
   *
   * @param questionWord whether questions of a language are made with a folded word
   * @param generation another number whenever vocabulary or names are others
   */
  public TypingSlips(
      Lexicon lexicon,
      KnownNames names,
      Vocabulary vocabulary,
      BiPredicate<Language, String> questionWord,
      LongSupplier generation) {
    this.lexicon = lexicon;
    this.names = names;
    this.vocabulary = vocabulary;
    this.questionWord = questionWord;
    this.generation = generation;
    this.own = Own.of(names);
  }

  /** The words of names, as they were known once. */
  private record Own(long generation, Map<Language, Set<String>> words) {
    static Own of(KnownNames names) {
      long generation = names.generation();
      Map<Language, Set<String>> words = new EnumMap<>(Language.class);
      for (Language language : Language.values()) {
        words.put(language, TypingSlips.words(names, language));
      }
      return new Own(generation, words);
    }
  }

  private Set<String> nameWords(Language language) {
    if (own.generation() != names.generation()) {
      own = Own.of(names);
    }
    return own.words().getOrDefault(language, Set.of());
  }

  private static Set<String> words(KnownNames names, Language language) {
    Set<String> words = new HashSet<>();
    for (KnownName name : names.all()) {
      for (String text : name.names(language)) {
        words.addAll(KnownNames.folded(text));
      }
      for (String role : name.roles(language)) {
        words.addAll(KnownNames.folded(role));
      }
    }
    return words;
  }

  /** The question with its slips put right; the same text where there are none. */
  public String corrected(String question, Language language) {
    StringBuilder text = new StringBuilder();
    int done = 0;
    for (Word word : Words.of(question, language)) {
      Optional<String> meant = meant(word, question, language);
      if (meant.isPresent()) {
        text.append(question, done, word.span().start()).append(meant.get());
        done = word.span().end();
      }
    }
    return done == 0 ? question : text.append(question.substring(done)).toString();
  }

  private Optional<String> meant(Word word, String question, Language language) {
    String folded = word.folded();
    if (folded.length() < SHORTEST
        || folded.length() > LONGEST
        || !folded.chars().allMatch(Character::isLetter)
        || Language.detect(folded) != language) {
      return Optional.empty();
    }
    boolean name = language == Language.ARABIC || isCapitalisedInside(word, question);
    Typed typed = new Typed(generation.getAsLong(), language, folded, name);
    Slip slip = remembered.get(typed, _ -> slip(folded, name, language));
    if (slip.known()) {
      return language == Language.ARABIC ? loosely(word, question) : Optional.empty();
    }
    return slip.spellings().isEmpty()
        ? slip.meant()
        : slip.spellings().stream()
            .filter(one -> completesName(one, word, question, language))
            .findFirst();
  }

  /** A word typed, and whether it may be a name. */
  private record Typed(long generation, Language language, String folded, boolean name) {}

  /**
   * What is known of a word typed, whatever the question.
   *
   * @param known whether it is no slip
   * @param meant the word meant, where there is one
   * @param spellings the words of which one is meant if it makes a known name of several words
   */
  private record Slip(boolean known, Optional<String> meant, Set<String> spellings) {
    static Slip of(Optional<String> meant) {
      return new Slip(false, meant, Set.of());
    }
  }

  private Slip slip(String folded, boolean name, Language language) {
    if (isKnown(folded, Stemming.stem(folded, language), language)) {
      return new Slip(true, Optional.empty(), Set.of());
    }
    Optional<String> apart = apart(folded, language).or(() -> hamza(folded, language));
    if (apart.isPresent()) {
      return Slip.of(apart);
    }
    Set<String> repairs = Repairs.of(folded, language);
    if (folded.length() == SHORTEST) {
      repairs.removeIf(one -> one.length() <= SHORTEST);
    }
    if (language == Language.ARABIC && folded.startsWith("ال") && folded.length() < SHORTEST + 2) {
      repairs.removeIf(one -> one.length() != folded.length());
    }
    return name && isNameOfTheOther(folded, language, SAME_NAME)
        ? new Slip(false, Optional.empty(), repairs)
        : Slip.of(repaired(repairs, folded, name, language));
  }

  private Optional<String> repaired(
      Set<String> repairs, String folded, boolean name, Language language) {
    Optional<String> inTheNews =
        repairs.stream()
            .filter(one -> isInTheNews(one, folded, language))
            .filter(
                one ->
                    one.length() >= folded.length()
                        || Repairs.isDoubled(folded, one)
                        || Repairs.isVowelled(folded, one, language))
            .findFirst();
    if (inTheNews.isPresent()) {
      return inTheNews;
    }
    Set<String> likely = new LinkedHashSet<>(repairs);
    likely.removeIf(one -> one.length() < folded.length() && !Repairs.isDoubled(folded, one));
    boolean printed = name && isNameOfTheOther(folded, language, NEAR_NAME);
    boolean mayBeNamed = !name || (language == Language.ARABIC && folded.length() > SHORTEST);
    return likely.stream()
        .filter(one -> mayBeNamed && isOwn(language, one, folded))
        .filter(one -> !name || Repairs.isAlike(folded, one))
        .filter(one -> !printed || isNameOfTheOther(one, language, SAME_NAME))
        .findFirst()
        .or(
            () ->
                printed || language == Language.ENGLISH
                    ? Optional.empty()
                    : likely.stream()
                        .flatMap(one -> Repairs.withHamza(one).stream())
                        .filter(this::isExact)
                        .findFirst())
        .or(() -> inLexicon(likely, folded, name, language));
  }

  /**
   * What an Arabic word may be meant for that is known, but by its stem alone, or as part of names
   * that the question does not ask about: «قايد» for «قائد», «الطبالة» for «البطالة».
   */
  private Optional<String> loosely(Word word, String question) {
    String folded = word.folded();
    if (isInflected(folded, Language.ARABIC)) {
      return Optional.empty();
    }
    if (!isExact(folded)) {
      return Repairs.withHamza(folded).stream()
          .filter(this::isExact)
          .findFirst()
          .or(() -> isLeft(folded) ? Optional.empty() : exchanged(folded));
    }
    boolean ofNames =
        isOwn(Language.ARABIC, folded, folded)
            && !isInTheNews(folded, folded, Language.ARABIC)
            && !questionWord.test(Language.ARABIC, folded)
            && !lexicon.holds(folded, Language.ARABIC)
            && !standsInName(word, question);
    return ofNames
        ? Repairs.withHamza(folded).stream()
            .filter(one -> lexicon.holds(one, Language.ARABIC))
            .findFirst()
        : Optional.empty();
  }

  /** Whether a word is part of a known name, or stands before a word that only names have. */
  private boolean standsInName(Word word, String question) {
    boolean mentioned =
        names.mentions(question, Language.ARABIC).stream()
            .anyMatch(mention -> mention.span().overlaps(word.span()));
    return mentioned
        || Words.of(question, Language.ARABIC).stream()
            .filter(next -> next.span().start() > word.span().start())
            .findFirst()
            .filter(
                next ->
                    isOwn(Language.ARABIC, next.folded(), next.folded()) && !isHeld(next.folded()))
            .isPresent();
  }

  /**
   * Whether an Arabic word may be meant as it is: a word, or a name in the other language's news.
   */
  private boolean isLeft(String folded) {
    return isHeld(folded) || isNameOfTheOther(folded, Language.ARABIC, SAME_NAME);
  }

  /** Whether the lexicon has an Arabic word as it is, behind its clitics. */
  private boolean isHeld(String folded) {
    return Clitics.forms(folded).keySet().stream()
        .anyMatch(form -> lexicon.holds(form, Language.ARABIC));
  }

  /** The word with two neighbours exchanged that is known as it is; with its hamza, too. */
  private Optional<String> exchanged(String folded) {
    List<String> exchanged = Repairs.exchanged(folded);
    return exchanged.stream()
        .filter(this::isExact)
        .findFirst()
        .or(
            () ->
                exchanged.stream()
                    .flatMap(one -> Repairs.withHamza(one).stream())
                    .filter(this::isExact)
                    .findFirst());
  }

  /** Two words that want the space between them: «الدستورالجديد», but no «عبدالمنعم». */
  private Optional<String> apart(String folded, Language language) {
    for (int at = folded.indexOf("ال", SHORTEST - 1);
        language == Language.ARABIC && at > 0 && at <= folded.length() - SHORTEST - 1;
        at = folded.indexOf("ال", at + 1)) {
      String first = folded.substring(0, at);
      String second = folded.substring(at);
      if (!first.equals("عبد")
          && isExact(second)
          && (isExact(first) || isInflected(first, Language.ARABIC))) {
        return Optional.of(first + " " + second);
      }
    }
    return Optional.empty();
  }

  /** The word with a hamza where it was typed without one: «الرييس», «مسوول». */
  private Optional<String> hamza(String folded, Language language) {
    return language == Language.ARABIC
        ? Repairs.withHamza(folded).stream().filter(this::isKnownInArabic).findFirst()
        : Optional.empty();
  }

  /** Whether an Arabic word is known as it is printed, and not only by its stem. */
  private boolean isExact(String folded) {
    return isInTheNews(folded, folded, Language.ARABIC)
        || isOwn(Language.ARABIC, folded, folded)
        || StopWords.contains(Language.ARABIC, folded)
        || lexicon.holds(folded, Language.ARABIC);
  }

  private boolean isInLexicon(String folded, Language language) {
    return lexicon.knows(folded, Stemming.stem(folded, language), language);
  }

  /** Known as it is, or as «مسؤولو» by «مسؤولون». */
  private boolean isKnownInArabic(String folded) {
    return isExact(folded)
        || isInflected(folded, Language.ARABIC)
        || (folded.endsWith("و") && isInLexicon(folded + "ن", Language.ARABIC));
  }

  /** Whether a word is one that is known, with what is regularly written around it. */
  private boolean isInflected(String folded, Language language) {
    return isInflected(folded, folded, language);
  }

  /**
   * The same for a word that was typed in another way: what is written around it was typed so, and
   * the first letter behind it.
   */
  private boolean isInflected(String one, String typed, Language language) {
    return WordForms.of(one, language)
        .filter(form -> form.isAround(typed))
        .map(WordForms.Form::bare)
        .anyMatch(bare -> isCommon(bare, language) || vocabulary.contains(language, bare));
  }

  /** Whether the lexicon has a word, and not among the rarest. */
  private boolean isCommon(String folded, Language language) {
    return lexicon.holds(folded, language) && rank(folded, language) <= COMMON;
  }

  private Optional<String> inLexicon(
      Set<String> repairs, String folded, boolean name, Language language) {
    if (folded.length() == SHORTEST
        || (name && language == Language.ENGLISH)
        || (name && isNameOfTheOther(folded, language, NEAR_NAME))) {
      return Optional.empty();
    }
    Optional<String> once =
        repairs.stream()
            .filter(
                one -> Repairs.isDoubled(folded, one) && isNameOfTheOther(one, language, SAME_NAME))
            .findFirst();
    if (name && once.isPresent()) {
      return once;
    }
    List<String> meant =
        repairs.stream()
            .filter(
                one -> !name || one.length() >= folded.length() || Repairs.isDoubled(folded, one))
            .toList();
    return meant.stream()
        .filter(one -> name ? isCommon(one, language) : lexicon.holds(one, language))
        .min(Comparator.comparingInt(one -> rank(one, language)))
        .or(
            () ->
                meant.stream()
                    .filter(
                        one ->
                            language == Language.ARABIC
                                ? isInflected(one, folded, language)
                                : isInLexicon(one, language))
                    .findFirst());
  }

  /** How common a word is, the commonest first. */
  private int rank(String folded, Language language) {
    return ranks
        .computeIfAbsent(language, lexicon::ranks)
        .getOrDefault(Stemming.stem(folded, language), Integer.MAX_VALUE);
  }

  /** In Arabic also with other clitics, or none. */
  private boolean isInTheNews(String one, String typed, Language language) {
    if (vocabulary.contains(language, one)) {
      return true;
    }
    return language == Language.ARABIC
        && forms(one, typed)
            .anyMatch(form -> form.length() >= SHORTEST && vocabulary.contains(language, form));
  }

  /**
   * The forms of an Arabic word behind its clitics; where it was typed in another way, those that
   * begin as what was typed does: «كيروز» is not «كفيروز», "like Firuz".
   */
  private static Stream<String> forms(String one, String typed) {
    return Clitics.forms(one).entrySet().stream()
        .filter(
            form -> one.regionMatches(0, typed, 0, Math.min(form.getValue() + 1, typed.length())))
        .map(Map.Entry::getKey);
  }

  /** Whether the word, written so, is part of a known name of several words. */
  private boolean completesName(String one, Word word, String question, Language language) {
    String text =
        question.substring(0, word.span().start()) + one + question.substring(word.span().end());
    int end = word.span().start() + one.length();
    return names.mentions(text, language).stream()
        .anyMatch(
            mention ->
                mention.span().overlaps(new Span(word.span().start(), end))
                    && mention.span().length() > one.length() + 1);
  }

  private static boolean isCapitalisedInside(Word word, String question) {
    int start = word.span().start();
    return start > 0 && Character.isUpperCase(question.charAt(start));
  }

  /** Whether the news of the other language has a name that is written so in this one. */
  private boolean isNameOfTheOther(String folded, Language language, double limit) {
    return !vocabulary.near(folded, language.other(), limit).isEmpty();
  }

  private boolean isKnown(String folded, String stem, Language language) {
    return StopWords.contains(language, folded)
        || vocabulary.contains(language, folded)
        || (stem.length() >= SHORTEST_STEM && vocabulary.contains(language, stem))
        || isOwn(language, folded, folded)
        || lexicon.knows(folded, stem, language)
        || isInflected(folded, language)
        || (language == Language.ENGLISH && isKnownAcrossTheAtlantic(folded));
  }

  /** "Characterise" is no slip where "characterize" is known. */
  private boolean isKnownAcrossTheAtlantic(String folded) {
    String american = BRITISH.matcher(folded).replaceFirst("z$1");
    return !american.equals(folded)
        && isKnown(american, Stemming.stem(american, Language.ENGLISH), Language.ENGLISH);
  }

  /** A word of names or of questions, in Arabic also behind its clitics. */
  private boolean isOwn(Language language, String one, String typed) {
    Set<String> named = nameWords(language);
    if (named.contains(one) || questionWord.test(language, one)) {
      return true;
    }
    return language == Language.ARABIC && forms(one, typed).anyMatch(named::contains);
  }

  /** The words that are put right: as typed, and as read. */
  public Map<String, String> changes(String question, Language language) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (Word word : Words.of(question, language)) {
      meant(word, question, language)
          .ifPresent(read -> changes.put(word.span().of(question), read));
    }
    return changes;
  }
}
