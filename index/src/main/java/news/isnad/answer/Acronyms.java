package news.isnad.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Tells whether one of two names is what an article prints in brackets behind the other: "the
 * National Agency for Dams (NAD)", «الهيئة الوطنية للسدود (NAD)». Immutable; made for one question.
 */
final class Acronyms {
  private static final Pattern SHORT = Pattern.compile("\\p{Lu}[\\p{Lu}\\d]{1,6}");

  /** Words between those of a long name that need not be asked for: of, for, the, and. */
  private static final int BETWEEN = 4;

  private final String asked;
  private final List<Wanted> wanted;

  /**
   * Prepares a question's speaker.
   *
   * @param asked the name as typed
   * @param wanted its words with their forms in both languages
   */
  Acronyms(String asked, List<Wanted> wanted) {
    this.asked = asked.strip();
    this.wanted = wanted;
  }

  /** Whether the article explains the name asked for by the one printed, or the other way round. */
  boolean isSame(String printed, ArticleView view) {
    String upper = asked.toUpperCase(Locale.ROOT);
    if (SHORT.matcher(upper).matches()) {
      List<Word> name = Words.of(printed, view.edition().language());
      return name.size() > 1 && before(upper, view).endsWith(name.getLast().folded());
    }
    if (wanted.size() < 2 || !SHORT.matcher(printed).matches()) {
      return false;
    }
    List<Word> before = Words.of(before(printed, view), view.edition().language());
    List<Word> name =
        before.subList(Math.max(0, before.size() - wanted.size() - BETWEEN), before.size());
    return wanted.stream().allMatch(one -> stands(one, name, view.edition().language()));
  }

  /** The folded text before the first place that has the acronym in brackets; empty for none. */
  private static String before(String acronym, ArticleView view) {
    String text = view.edition().text();
    int at = text.indexOf("(" + acronym + ")");
    return at < 0 ? "" : Folding.fold(text.substring(Math.max(0, at - 200), at)).strip();
  }

  private static boolean stands(Wanted one, List<Word> name, Language language) {
    for (Form form : one.in(language)) {
      if (name.stream().map(Word::stem).toList().containsAll(form.stems())) {
        return true;
      }
    }
    return false;
  }
}
