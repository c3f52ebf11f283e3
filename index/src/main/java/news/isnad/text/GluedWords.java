package news.isnad.text;

import java.util.List;

/**
 * Finds where an Arabic word ends that has lost the space behind it, as happens to text that was
 * taken from other formats: «المدينةفي», «قائلًاإن», «كلاركإن».
 *
 * <p>Only letters that cannot stand inside a word count: ة and ى end one, so does a tanween of fath
 * with its alef, and إ begins one, unless nothing but clitics stands before it («وبالإضافة»). A
 * plural with the article ends where another article begins: «المحامينالاتحاديين». Behind a name
 * begins an adverb of telling, which is long enough to be known: «كلاركقائلا», «بوستاقتباسا».
 *
 * <p>Stateless, safe for concurrent use.
 */
public final class GluedWords {
  private static final char TANWEEN = 'ً';

  /** Letters of a plural with its article, and of the word with its article behind it. */
  private static final int SHORTEST_PLURAL = 7;

  private static final int SHORTEST_NOUN = 5;
  private static final String CLITICS = "أوفبكلس";

  /** How something is told: what a name is glued to, without marks. */
  private static final List<String> TELLING =
      List.of(
          "قائلا", "قائلة", "مضيفا", "مضيفة", "مؤكدا", "مؤكدة", "مشيرا", "مشيرة", "موضحا", "موضحة",
          "اقتباسا", "استنادا");

  private static final int SHORTEST_BEFORE_TELLING = 3;

  private GluedWords() {}

  /**
   * Where the first word of a run of Arabic letters and marks ends: {@code end} where nothing is
   * glued.
   */
  public static int end(CharSequence text, int start, int end) {
    boolean ended = false;
    for (int i = start + 1; i < end; i++) {
      char before = text.charAt(i - 1);
      ended |= before == 'ة' || before == 'ى' || before == TANWEEN;
      char c = text.charAt(i);
      boolean boundary =
          ended
              ? isLetter(c) && isBoundary(text, start, i)
              : (c == 'إ' && !isClitics(text, start, i))
                  || (c == 'ا' && isPluralBeforeArticle(text, start, i))
                  || isTelling(text, start, i, end);
      if (boundary) {
        return isWord(text, i, end) ? i : end;
      }
    }
    return end;
  }

  /** A single letter that is left is a slip of typing, and no word: «المتحةد». */
  private static boolean isWord(CharSequence text, int start, int end) {
    int letters = 0;
    for (int i = start; i < end; i++) {
      letters += isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters > 1;
  }

  /** Whether the rest is an adverb of telling, and something else than clitics stands before it. */
  private static boolean isTelling(CharSequence text, int start, int at, int end) {
    char c = text.charAt(at);
    if ((c != 'ق' && c != 'م' && c != 'ا') || at - start < SHORTEST_BEFORE_TELLING) {
      return false;
    }
    for (String word : TELLING) {
      if (isWritten(text, at, end, word)) {
        return !isClitics(text, start, at);
      }
    }
    return false;
  }

  /** Whether a stretch is that word, whatever marks stand in it. */
  private static boolean isWritten(CharSequence text, int start, int end, String word) {
    int at = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (isLetter(c)) {
        if (at == word.length() || word.charAt(at) != c) {
          return false;
        }
        at++;
      }
    }
    return at == word.length();
  }

  private static boolean isBoundary(CharSequence text, int start, int at) {
    char c = text.charAt(at);
    int before = at - 1;
    boolean tanween = false;
    while (before > start && !isLetter(text.charAt(before))) {
      tanween |= text.charAt(before) == TANWEEN;
      before--;
    }
    char last = text.charAt(before);
    boolean carried = last == 'ا' && before > start && text.charAt(before - 1) == TANWEEN;
    return last == 'ة'
        || (last == 'ى' && c != 'ء')
        || (tanween && c != 'ا')
        || carried
        || (c == 'إ' && !isClitics(text, start, at))
        || (c == 'ا' && isPluralBeforeArticle(text, start, at));
  }

  private static boolean isPluralBeforeArticle(CharSequence text, int start, int at) {
    if (at - start < SHORTEST_PLURAL
        || at + SHORTEST_NOUN > text.length()
        || text.charAt(at + 1) != 'ل'
        || text.charAt(start) != 'ا'
        || text.charAt(start + 1) != 'ل'
        || text.charAt(at - 1) != 'ن') {
      return false;
    }
    return text.charAt(at - 2) == 'ي' || text.charAt(at - 2) == 'و';
  }

  /** Two letters or fewer, or clitics and the article: «وبالإضافة», «للإعلان». */
  private static boolean isClitics(CharSequence text, int start, int end) {
    StringBuilder letters = new StringBuilder();
    for (int i = start; i < end; i++) {
      if (isLetter(text.charAt(i))) {
        letters.append(text.charAt(i));
      }
    }
    String front = letters.toString();
    if (front.endsWith("ال") || front.endsWith("لل")) {
      front = front.substring(0, front.length() - 2);
    }
    if (front.length() > 3) {
      return false;
    }
    return front.chars().allMatch(c -> CLITICS.indexOf(c) >= 0);
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c) && c != 'ـ';
  }
}
