package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.isnad.lexicon.PhraseTable.Phrase;
import news.isnad.text.Folded;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.OfWord;
import news.isnad.text.Span;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in texts.
 *
 * <ul>
 *   <li>the longest name that begins at a word wins; names do not overlap
 *   <li>an Arabic name may have و ف ب ل ك before it
 *   <li>a name written in capitals only (WHO) is found in capitals only; where a text has no
 *       capitals at all, also in small letters, unless they are an everyday word without "the"
 *   <li>in a long text a name of one Latin word must begin with a capital
 *   <li>between the words of a name stand spaces and hyphens, a full stop only behind an initial
 *   <li>in a short text, such as a question, a long Arabic name of one word may lack its article
 * </ul>
 *
 * <p>Immutable.
 */
final class NameFinder {
  /** Questions and headlines are shorter; their writers are careless with capitals. */
  private static final int SHORT_TEXT = 200;

  private static final int LONG_WORD = 5;
  private static final String ARTICLE = "ال";

  private final PhraseTable<Named> table;
  private final Map<String, List<KnownName>> exact;
  private final OfWord<List<Start>> starts;

  /** What begins with a word, or with what is left of it when so many letters fall off. */
  private record Start(PhraseTable.Beginning<Named> beginning, int fallen) {}

  /** A name as the table writes it. */
  private record Named(KnownName name, boolean capitals, boolean commas) {}

  private NameFinder(PhraseTable<Named> table, Map<String, List<KnownName>> exact) {
    this.table = table;
    this.exact = exact;
    this.starts = new OfWord<>(word -> starts(table, word.text()));
  }

  private static List<Start> starts(PhraseTable<Named> table, String word) {
    List<Start> starts = new ArrayList<>(1);
    Map<String, Integer> forms = isArabic(word) ? Clitics.forms(word) : Map.of(word, 0);
    forms.forEach(
        (form, fallen) -> {
          PhraseTable.Beginning<Named> beginning = table.beginning(form);
          if (beginning != null) {
            starts.add(new Start(beginning, fallen));
          }
        });
    return List.copyOf(starts);
  }

  /** Collects names. */
  static final class Builder {
    private final PhraseTable<Named> table = new PhraseTable<>();
    private final Map<String, Set<KnownName>> exact = new HashMap<>();

    void add(String text, KnownName name) {
      List<String> words = KnownNames.folded(text);
      table.add(words, new Named(name, isCapitals(text), text.contains(",")));
      exact
          .computeIfAbsent(withoutArticle(String.join(" ", words)), _ -> new LinkedHashSet<>(2))
          .add(name);
    }

    NameFinder build() {
      Map<String, List<KnownName>> lists = HashMap.newHashMap(exact.size());
      exact.forEach((key, names) -> lists.put(key, List.copyOf(names)));
      return new NameFinder(table.sorted(), lists);
    }
  }

  List<KnownName> exact(String text) {
    String key = withoutArticle(String.join(" ", KnownNames.folded(text)));
    List<KnownName> found = exact.getOrDefault(key, List.of());
    return !found.isEmpty() || !key.startsWith("the ")
        ? found
        : exact.getOrDefault(key.substring(4), List.of());
  }

  /** The longest names at a word of a question, whose capitals are not known. */
  List<Phrase<KnownName>> at(List<String> folded, int at) {
    List<Phrase<Named>> phrases = longest(Folded.of(folded.get(at)), folded, at, true).phrases;
    if (phrases.isEmpty()) {
      return List.of();
    }
    List<Phrase<KnownName>> found = new ArrayList<>();
    for (Phrase<Named> phrase : phrases) {
      boolean everyday =
          phrase.length() == 1 && StopWords.contains(Language.ENGLISH, phrase.words().getFirst());
      if (!everyday) {
        found.add(new Phrase<>(phrase.words(), phrase.value().name));
      }
    }
    return found;
  }

  /** What begins with a word and may go on with another. */
  List<PhraseTable.Beginning<?>> goingOn(Folded word) {
    List<PhraseTable.Beginning<?>> found = new ArrayList<>();
    starts.of(word).forEach(start -> found.add(start.beginning));
    PhraseTable.Beginning<Named> withArticle =
        isArabic(word.text()) ? table.beginning(ARTICLE + word.text()) : null;
    if (withArticle != null) {
      found.add(withArticle);
    }
    found.removeIf(beginning -> !beginning.goesOn());
    return found;
  }

  List<Mention> in(String text, Language language) {
    return in(text, Words.folded(text, language));
  }

  /** The names in a text whose words are these. */
  List<Mention> in(String text, List<Word> words) {
    List<String> folded = new ArrayList<>(words.size());
    words.forEach(word -> folded.add(word.folded()));
    boolean shortText = text.length() < SHORT_TEXT;
    boolean cased = hasCapital(text);
    List<Mention> mentions = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      Folded first = words.get(at).form();
      if (!shortText && starts.of(first).isEmpty()) {
        at++;
        continue;
      }
      Found found = longest(first, folded, at, shortText);
      int start = at;
      Phrase<Named> taken = null;
      for (Phrase<Named> phrase : found.phrases) {
        if (taken == null && isPrinted(text, words, start, phrase, shortText, cased)) {
          taken = phrase;
        }
      }
      if (taken == null) {
        taken = shorter(text, words, folded, start, shortText, cased);
      }
      if (taken == null) {
        at++;
        continue;
      }
      int end = words.get(at + taken.length() - 1).span().end();
      int begin = begin(text, words.get(at).span(), found.fallen);
      mentions.add(new Mention(new Span(begin, printedEnd(text, begin, end)), taken.value().name));
      at += taken.length();
    }
    return mentions;
  }

  /** The names at a word, and how many letters fell off before them. */
  private record Found(List<Phrase<Named>> phrases, int fallen) {
    static final Found NONE = new Found(List.of(), 0);
  }

  private Found longest(Folded word, List<String> folded, int at, boolean articleOptional) {
    String first = word.text();
    Found best = Found.NONE;
    for (Start start : starts.of(word)) {
      best = better(best, PhraseTable.longest(start.beginning, folded, at), start.fallen);
    }
    if (best.phrases.isEmpty()
        && articleOptional
        && first.length() >= LONG_WORD
        && isArabic(first)) {
      best = better(best, table.longest(ARTICLE + first, folded, at), 0);
    }
    return best;
  }

  private static Found better(Found best, List<Phrase<Named>> other, int fallen) {
    boolean longer =
        !other.isEmpty()
            && (best.phrases.isEmpty()
                || other.getFirst().length() > best.phrases.getFirst().length());
    return longer ? new Found(other, fallen) : best;
  }

  /** The longest name at a word that is printed as it must be, where the very longest is not. */
  private @Nullable Phrase<Named> shorter(
      String text,
      List<Word> words,
      List<String> folded,
      int at,
      boolean shortText,
      boolean cased) {
    for (Phrase<Named> phrase : table.all(folded, at)) {
      if (isPrinted(text, words, at, phrase, shortText, cased)) {
        return phrase;
      }
    }
    return null;
  }

  private static boolean isPrinted(
      String text,
      List<Word> words,
      int at,
      Phrase<Named> phrase,
      boolean shortText,
      boolean cased) {
    for (int i = at; i + 1 < at + phrase.length(); i++) {
      if (!isJoint(text, words.get(i), words.get(i + 1), phrase.value().commas)) {
        return false;
      }
    }
    String first = words.get(at).folded();
    if (isArabic(first)) {
      return true;
    }
    String printed = words.get(at).span().of(text);
    if (phrase.value().capitals && phrase.length() == 1) {
      boolean everyday = first.equals("us") || StopWords.contains(Language.ENGLISH, first);
      boolean afterThe = at > 0 && words.get(at - 1).folded().equals("the");
      return isCapitals(printed) || (shortText && !everyday) || (!cased && afterThe);
    }
    return phrase.length() > 1 || shortText || Character.isUpperCase(printed.codePointAt(0));
  }

  /** Whether two words may belong to one name. */
  private static boolean isJoint(String text, Word one, Word next, boolean commas) {
    boolean initial = one.folded().length() <= 2;
    for (int i = one.span().end(); i < next.span().start(); i++) {
      char c = text.charAt(i);
      boolean joint =
          c == ' '
              || c == '\u00A0'
              || c == '-'
              || c == '‑'
              || c == '–'
              || c == '\''
              || c == '’'
              || (c == '.' && initial)
              || (c == ',' && commas)
              || c == '&'
              || Character.getType(c) == Character.FORMAT;
      if (!joint) {
        return false;
      }
    }
    return true;
  }

  private static int begin(String text, Span word, int fallen) {
    int at = word.start();
    for (int left = fallen; left > 0 && at < word.end(); at++) {
      if (!Folding.fold(text.substring(at, at + 1)).isEmpty()) {
        left--;
      }
    }
    while (at < word.end() && Folding.fold(text.substring(at, at + 1)).isEmpty()) {
      at++;
    }
    return at < word.end() ? at : word.start();
  }

  /** Without the possessive. */
  private static int printedEnd(String text, int begin, int end) {
    boolean possessive =
        end - begin > 3
            && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'S')
            && (text.charAt(end - 2) == '\'' || text.charAt(end - 2) == '’');
    return possessive ? end - 2 : end;
  }

  private static boolean hasCapital(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isUpperCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCapitals(String text) {
    boolean letter = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c) && !(c == 's' && i == text.length() - 1 && i > 2)) {
        return false;
      }
      letter |= Character.isUpperCase(c);
    }
    return letter;
  }

  private static boolean isArabic(String folded) {
    return !folded.isEmpty() && folded.charAt(0) >= 0x600 && folded.charAt(0) < 0x700;
  }

  static String withoutArticle(String folded) {
    return folded.startsWith(ARTICLE) && folded.length() > 4 ? folded.substring(2) : folded;
  }
}
