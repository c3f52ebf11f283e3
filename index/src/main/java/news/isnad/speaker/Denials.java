package news.isnad.speaker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import news.isnad.config.Tables;
import news.isnad.text.IdSet;
import news.isnad.text.Language;
import news.isnad.text.OfWord;
import news.isnad.text.Span;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.WordIds;
import news.isnad.text.Words;

/**
 * Tells whether a statement denies, by the table {@code denials.tsv}.
 *
 * <ul>
 *   <li>A verb denies where the speaker is its subject: no further from the speaker's name than a
 *       few words, with no other clause and no other announcement of speech between; or, where the
 *       sentence does not print the name, at its beginning ("He also denied ...").
 *   <li>A passive ("was denied", "rejected by") is nobody's denial.
 *   <li>Content denies where it stands in what is said.
 *   <li>A negated cue ("did not deny") is no denial.
 * </ul>
 *
 * Immutable.
 */
public final class Denials {
  private static final int FURTHEST = 6;
  private static final int BEGINNING = 4;
  private static final int NEGATED_WITHIN = 3;
  private static final Set<String> NEGATORS =
      Set.of("not", "never", "nor", "neither", "didnt", "doesnt", "dont", "cannot", "لم", "لن");
  private static final Set<String> CLAUSES =
      Set.of("that", "who", "which", "whom", "ان", "انه", "انها", "الذي", "التي", "الذين");
  private static final Set<String> PASSIVE =
      Set.of("is", "are", "was", "were", "be", "been", "being");
  private static final Denials SHIPPED = new Denials();

  /** By their first words. */
  private final Map<Language, Map<String, List<Cue>>> cues = new EnumMap<>(Language.class);

  /** What a word may begin, as it is or without the conjunction in front of it. */
  private final Map<Language, OfWord<List<Cue>>> begun = new EnumMap<>(Language.class);

  private final Map<Language, Set<String>> speech = new EnumMap<>(Language.class);

  /** The words that a cue may begin with, as texts print them. */
  private final Map<Language, IdSet> firstWords = new EnumMap<>(Language.class);

  private Denials() {
    for (Language language : Language.values()) {
      Map<String, List<Cue>> found = new HashMap<>();
      for (Row row : rows()) {
        if (row.language == language) {
          for (String cue : row.cues) {
            List<String> words = folded(cue, language);
            found
                .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
                .add(new Cue(words, row.verb));
          }
        }
      }
      cues.put(language, Map.copyOf(found));
      begun.put(language, new OfWord<>(word -> begun(found, word.text())));
      firstWords.put(language, firstWords(found.keySet()));
      speech.put(language, speechWords(language));
    }
  }

  /** The rows that ship. */
  public static Denials shipped() {
    return SHIPPED;
  }

  private record Cue(List<String> words, boolean verb) {}

  /**
   * A row of the table.
   *
   * @param verb whether the speaker is the cue's subject
   */
  record Row(
      Language language, List<String> cues, boolean verb, String example, String counterExample) {
    private static Row of(List<String> row) {
      return new Row(
          Language.of(row.get(0)).orElseThrow(),
          Tables.alternatives(row.get(1)),
          row.get(2).equals("verb"),
          row.get(3),
          row.get(4));
    }
  }

  static List<Row> rows() {
    return Tables.shipped("denials.tsv").stream().map(Row::of).toList();
  }

  private static List<String> folded(String text, Language language) {
    return Words.folded(text, language).stream().map(Word::folded).toList();
  }

  /** The first words of everything that announces speech. */
  private static Set<String> speechWords(Language language) {
    Set<String> words = new HashSet<>();
    for (Rule rule : Rule.shipped("speech-" + language.code() + ".tsv")) {
      rule.cues().forEach(cue -> words.add(folded(cue, language).getFirst()));
    }
    return Set.copyOf(words);
  }

  private static List<Cue> begun(Map<String, List<Cue>> cues, String word) {
    String bare = bare(word);
    List<Cue> begun = new ArrayList<>(cues.getOrDefault(word, List.of()));
    if (!bare.equals(word)) {
      begun.addAll(cues.getOrDefault(bare, List.of()));
    }
    return List.copyOf(begun);
  }

  private static IdSet firstWords(Set<String> words) {
    return IdSet.of(
        words.stream().flatMap(word -> Stream.of(word, "و" + word, "ف" + word)).toList());
  }

  /**
   * Whether a sentence has a word with which a denial may begin: of sentences without one, nothing
   * denies. Much faster than looking for denials.
   */
  public boolean mayDeny(WordIds words, Language language) {
    return words.hasAnyFolded(Objects.requireNonNull(firstWords.get(language)));
  }

  /** Whether a statement denies something. */
  public boolean isDenial(Statement statement, String text, Language language) {
    if (statement.kind() != Statement.Kind.SAID || statement.speaker().isEmpty()) {
      return false;
    }
    List<Word> sentences = Words.folded(statement.sentences().of(text), language);
    boolean begins = beginsAny(sentences, language);
    return begins
        ? holds(statement.span(), text, language) || isVerbOf(statement, texts(sentences), language)
        : !isWhole(statement, sentences) && holds(statement.span(), text, language);
  }

  /** Whether any word begins a cue. Few sentences have one. */
  private boolean beginsAny(List<Word> words, Language language) {
    OfWord<List<Cue>> cuesOf = Objects.requireNonNull(begun.get(language));
    for (Word word : words) {
      if (!cuesOf.of(word.form()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether no word of its sentences goes over an end of what is said. */
  private static boolean isWhole(Statement statement, List<Word> sentences) {
    int start = statement.span().start() - statement.sentences().start();
    int end = statement.span().end() - statement.sentences().start();
    for (Word word : sentences) {
      boolean cut =
          (word.span().start() < start && word.span().end() > start)
              || (word.span().start() < end && word.span().end() > end);
      if (cut) {
        return false;
      }
    }
    return true;
  }

  private static List<String> texts(List<Word> words) {
    return words.stream().map(Word::folded).toList();
  }

  /** Whether a passage says itself that something is not so, whoever speaks. */
  public boolean holds(Span passage, String text, Language language) {
    List<Word> read = Words.folded(passage.of(text), language);
    if (!beginsAny(read, language)) {
      return false;
    }
    List<String> words = texts(read);
    return matches(words, language, false).anyMatch(match -> !isNegated(words, match.from));
  }

  private boolean isVerbOf(Statement statement, List<String> words, Language language) {
    List<Integer> named = named(statement.speaker().orElseThrow(), words, language);
    return matches(words, language, true)
        .filter(match -> !isNegated(words, match.from) && !isPassive(words, match))
        .anyMatch(
            match ->
                named.isEmpty()
                    ? match.from < BEGINNING && isFree(words, 0, match.from, language)
                    : named.stream().anyMatch(at -> isSubject(words, at, match, language)));
  }

  /** Where words of the speaker's name or role stand. */
  private static List<Integer> named(Speaker speaker, List<String> words, Language language) {
    Set<String> name =
        new HashSet<>(folded(speaker.name() + " " + speaker.role().orElse(""), language));
    List<Integer> named = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).length() > 2
          && name.contains(words.get(i))
          && !StopWords.contains(language, words.get(i))) {
        named.add(i);
      }
    }
    return named;
  }

  private boolean isSubject(List<String> words, int name, Match match, Language language) {
    return name < match.from
        ? match.from - name <= FURTHEST && isFree(words, name + 1, match.from, language)
        : language == Language.ARABIC
            && name - match.to < FURTHEST
            && isFree(words, 0, match.from, language)
            && isFree(words, match.to, name, language);
  }

  /** True where nothing between announces speech or begins a clause. */
  private boolean isFree(List<String> words, int from, int to, Language language) {
    for (int i = from; i < to; i++) {
      String word = words.get(i);
      if (CLAUSES.contains(word) || isSpeech(word, language)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSpeech(String word, Language language) {
    Set<String> known = speech.getOrDefault(language, Set.of());
    return known.contains(word)
        || (language == Language.ARABIC
            && (known.contains(bare(word))
                || (bare(word).endsWith("ت")
                    && known.contains(bare(word).substring(0, bare(word).length() - 1)))));
  }

  /** An Arabic word without the conjunction that is written in front of it. */
  private static String bare(String word) {
    return word.length() > 2 && (word.charAt(0) == 'و' || word.charAt(0) == 'ف')
        ? word.substring(1)
        : word;
  }

  private static boolean isNegated(List<String> words, int from) {
    return words.subList(Math.max(0, from - NEGATED_WITHIN), from).stream()
        .anyMatch(NEGATORS::contains);
  }

  private static boolean isPassive(List<String> words, Match match) {
    boolean be = match.from > 0 && PASSIVE.contains(words.get(match.from - 1));
    return be || (match.to < words.size() && words.get(match.to).equals("by"));
  }

  /** Where a cue stands: from its first word to behind its last. */
  private record Match(int from, int to) {}

  private Stream<Match> matches(List<String> words, Language language, boolean verb) {
    Map<String, List<Cue>> known = cues.getOrDefault(language, Map.of());
    List<Match> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String first = words.get(i);
      String bare = bare(first);
      match(known.getOrDefault(first, List.of()), words, i, verb, found);
      if (!bare.equals(first)) {
        match(known.getOrDefault(bare, List.of()), words, i, verb, found);
      }
    }
    return found.stream();
  }

  private static void match(
      List<Cue> cues, List<String> words, int at, boolean verb, List<Match> found) {
    for (Cue cue : cues) {
      int end = at + cue.words.size();
      if (cue.verb == verb
          && end <= words.size()
          && words.subList(at + 1, end).equals(cue.words.subList(1, cue.words.size()))) {
        found.add(new Match(at, end));
      }
    }
  }
}
