package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.isnad.config.Tables;
import news.isnad.lexicon.PhraseTable.Phrase;
import news.isnad.text.Language;
import news.isnad.text.Remembered;
import news.isnad.text.Stemming;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The bilingual lexicon: news words and terms of each language with their forms in the other.
 * Looked up by folded words, then by folded words without Arabic clitics, then by stems. Immutable,
 * safe for concurrent use.
 */
public final class Lexicon {
  /** More translations than these of one word are noise. */
  static final int MOST_FORMS = 24;

  private final List<List<String>> rows;
  private final Map<Language, Side> sides = new ConcurrentHashMap<>();

  /** Until both sides are built; guarded by this. */
  private @Nullable List<Folded> folded;

  private Lexicon(List<List<String>> rows) {
    this.rows = List.copyOf(rows);
  }

  /** Builds what the first look-ups would have to wait for. */
  public void prepare() {
    for (Language language : Language.values()) {
      sides.computeIfAbsent(language, this::side);
    }
    forgetFolded();
  }

  /** One direction. Phrases stand for forms, folded, as they are looked for. */
  private record Side(
      PhraseTable<String> exact,
      PhraseTable<String> stems,
      Remembered<List<PhraseTable.Beginning<String>>> starts) {
    static Side of(Language language) {
      PhraseTable<String> exact = new PhraseTable<>();
      return new Side(
          exact,
          new PhraseTable<>(),
          new Remembered<>(word -> exact.beginnings(Clitics.forms(word, language))));
    }
  }

  /** The lexicon of the shipped table {@code lexicon.tsv}: read once, and shared. */
  public static Lexicon shipped() {
    return Shipped.LEXICON;
  }

  private static final class Shipped {
    static final Lexicon LEXICON = of(Tables.shipped("lexicon.tsv"));
  }

  /**
   * The lexicon of a table with the columns English lemma, Arabic forms separated by {@code |},
   * flags. A row with the flag {@code form-of:} is an irregular English form and is looked up in
   * that direction only.
   */
  public static Lexicon of(List<List<String>> rows) {
    return new Lexicon(rows);
  }

  /**
   * The stems of a language's terms of one word, each with the number of the first row that has it:
   * rows stand roughly in the order of how common their terms are.
   */
  public Map<String, Integer> ranks(Language language) {
    Map<String, Integer> ranks = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      List<String> columns = rows.get(row);
      List<String> terms =
          language == Language.ENGLISH || columns.size() < 2
              ? List.of(columns.getFirst())
              : Tables.alternatives(columns.get(1));
      for (String term : terms) {
        List<String> words = KnownNames.folded(term);
        if (words.size() == 1) {
          ranks.putIfAbsent(Stemming.stem(words.getFirst(), language), row + 1);
        }
      }
    }
    return ranks;
  }

  /** A match of the lexicon: how many words it covers, and their forms in the other language. */
  record Match(int length, List<String> forms) {
    static final Match NONE = new Match(0, List.of());
  }

  /** The folded forms of a word or term in the other language; none if it is not in the lexicon. */
  public List<String> translations(String text, Language from) {
    List<Word> words = Words.of(text, from);
    if (words.isEmpty()) {
      return List.of();
    }
    Match match = at(words, 0, from);
    return match.length == words.size() ? match.forms : List.of();
  }

  /**
   * Whether one word has {@link #translations}: the same, without cutting the word out of a text.
   */
  public boolean knows(String folded, String stem, Language from) {
    return at(List.of(folded), List.of(stem), 0, from).length == 1;
  }

  /** Whether a folded word stands in the table as it is, or without its Arabic article. */
  boolean holds(String folded, Language language) {
    PhraseTable<String> exact = sides.computeIfAbsent(language, this::side).exact;
    String bare =
        language == Language.ARABIC && folded.startsWith("ال") ? folded.substring(2) : folded;
    return !exact.longest(folded, List.of(folded), 0).isEmpty()
        || !exact.longest(bare, List.of(bare), 0).isEmpty();
  }

  /** The longest match that begins at a word. */
  Match at(List<Word> words, int at, Language from) {
    List<String> folded = words.stream().map(Word::folded).toList();
    List<String> stemmed = words.stream().map(Word::stem).toList();
    return at(folded, stemmed, at, from);
  }

  Match at(List<String> folded, List<String> stemmed, int at, Language from) {
    List<Phrase<String>> best = List.of();
    Side side = sides.computeIfAbsent(from, this::side);
    for (PhraseTable.Beginning<String> start : side.starts.of(folded.get(at))) {
      best = longer(best, PhraseTable.longest(start, folded, at));
    }
    return match(longer(best, side.stems.longest(stemmed.get(at), stemmed, at)));
  }

  /** What begins with a word and may go on with another, as it is. */
  List<PhraseTable.Beginning<?>> goingOn(String folded, Language from) {
    List<PhraseTable.Beginning<?>> found =
        new ArrayList<>(sides.computeIfAbsent(from, this::side).starts.of(folded));
    found.removeIf(beginning -> !beginning.goesOn());
    return found;
  }

  /** What begins with a stem and may go on with another; null where nothing does. */
  PhraseTable.@Nullable Beginning<?> goingOnByStem(String stem, Language from) {
    PhraseTable.Beginning<String> found =
        sides.computeIfAbsent(from, this::side).stems.beginning(stem);
    return found != null && found.goesOn() ? found : null;
  }

  private static List<Phrase<String>> longer(
      List<Phrase<String>> best, List<Phrase<String>> others) {
    boolean longer =
        !others.isEmpty()
            && (best.isEmpty() || others.getFirst().length() > best.getFirst().length());
    return longer ? others : best;
  }

  private static Match match(List<Phrase<String>> phrases) {
    if (phrases.isEmpty()) {
      return Match.NONE;
    }
    Set<String> forms = new LinkedHashSet<>();
    for (Phrase<String> phrase : phrases) {
      if (forms.size() < MOST_FORMS) {
        forms.add(phrase.value());
      }
    }
    forms.remove("");
    return new Match(phrases.getFirst().length(), List.copyOf(forms));
  }

  private Side side(Language from) {
    Side side = Side.of(from);
    for (Folded row : folded()) {
      if (from == Language.ENGLISH) {
        List<String> meanings = row.arabic().stream().map(form -> String.join(" ", form)).toList();
        add(row.english(), meanings, from, side);
      } else if (!row.irregular()) {
        List<String> meanings = List.of(String.join(" ", row.english()));
        row.arabic().forEach(form -> add(form, meanings, from, side));
      }
    }
    side.exact.sorted();
    side.stems.sorted();
    return side;
  }

  private synchronized void forgetFolded() {
    folded = null;
  }

  /** A row with its terms as folded words. */
  private record Folded(List<String> english, List<List<String>> arabic, boolean irregular) {}

  /** Both directions read the same rows, and folding them is most of the work. */
  private synchronized List<Folded> folded() {
    List<Folded> now = folded;
    if (now == null) {
      now =
          rows.stream()
              .filter(row -> row.size() >= 2)
              .map(
                  row ->
                      new Folded(
                          KnownNames.folded(row.getFirst()),
                          Tables.alternatives(row.get(1)).stream().map(KnownNames::folded).toList(),
                          row.size() > 2 && row.get(2).contains("form-of:")))
              .toList();
      folded = now;
    }
    return now;
  }

  private static void add(List<String> words, List<String> meanings, Language from, Side side) {
    List<String> stems = stems(words, from);
    for (String meaning : meanings) {
      side.exact.add(words, meaning);
      side.stems.add(stems, meaning);
    }
  }

  private static List<String> stems(Collection<String> words, Language language) {
    List<String> stems = new ArrayList<>(words.size());
    for (String word : words) {
      stems.add(Stemming.stem(word, language));
    }
    return stems;
  }
}
