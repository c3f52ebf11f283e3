package news.isnad.bot.compose;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import news.isnad.text.Graphemes;
import news.isnad.text.Language;

/** Cuts text to a length where a reader would pause. Safe for concurrent use. */
final class Shortening {
  private Shortening() {}

  /**
   * The beginning of a text, at most {@code longest} UTF-16 units: whole sentences where one fits,
   * else whole words. What is left is a part of the text, unchanged, so that a quotation stays
   * verbatim; half an isolate is dropped with the rest of it.
   */
  static String beginning(String text, int longest, Language language) {
    if (text.length() <= longest) {
      return text;
    }
    // Break iterators read all of what they are given; what lies behind the cut does not matter.
    String window = text.substring(0, whole(text, Math.min(text.length(), longest + 200)));
    int end = lastBreak(BreakIterator.getSentenceInstance(locale(language)), window, longest);
    if (end < longest / 4) {
      end = lastBreak(BreakIterator.getWordInstance(locale(language)), window, longest);
    }
    if (end == 0) {
      end = whole(text, longest);
    }
    return Outside.passage(text.substring(0, end)).stripTrailing();
  }

  /** The last offset up to {@code end} that splits no character. */
  static int whole(String text, int end) {
    return Graphemes.border(text, end);
  }

  private static int lastBreak(BreakIterator breaks, String text, int longest) {
    breaks.setText(text);
    int found = breaks.isBoundary(longest) ? longest : breaks.preceding(longest);
    return found == BreakIterator.DONE ? 0 : whole(text, found);
  }

  private static ULocale locale(Language language) {
    return ULocale.forLanguageTag(language.code());
  }
}
