package news.isnad.bot.compose;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import news.isnad.answer.Citation;
import news.isnad.text.Language;

/** The text around a quotation. */
final class Surroundings {
  private static final String ELLIPSIS = "[…] ";

  private Surroundings() {}

  /**
   * The end of what stands before the quotation, the quotation in bold, and the beginning of what
   * comes after it, in whole sentences.
   */
  static List<Html.Line> lines(Citation citation, int longest, int longestQuotation) {
    String text = citation.edition().text();
    Language language = citation.edition().language();
    String before = end(text.substring(0, citation.span().start()), longest / 2, language);
    String quote =
        Shortening.beginning(Outside.passage(citation.quote()), longestQuotation, language);
    String rest = text.substring(citation.span().end());
    String after =
        Shortening.beginning(
            Outside.passage(rest.substring(0, Shortening.whole(rest, 4 * longest))),
            longest / 2,
            language);
    // The quotation's own line breaks would split its bold run; the words stay the same.
    Markup middle = Markup.bold(Markup.text(quote.replace('\n', ' ').strip()));
    List<Html.Line> lines = new ArrayList<>();
    int lastBreak = before.lastIndexOf('\n');
    int firstBreak = after.indexOf('\n');
    lines.addAll(Quotations.lines(before.substring(0, lastBreak + 1), language));
    Markup line =
        Markup.text(Outside.passage(before.substring(lastBreak + 1)).stripLeading())
            .then(middle)
            .then(
                Markup.text(
                    Outside.passage(firstBreak < 0 ? after : after.substring(0, firstBreak))));
    lines.add(new Html.Line(language, line));
    if (firstBreak >= 0) {
      lines.addAll(Quotations.lines(after.substring(firstBreak), language));
    }
    return lines;
  }

  private static String end(String text, int longest, Language language) {
    if (text.length() <= longest) {
      return Outside.passage(text);
    }
    int from = text.length() - longest;
    if (Character.isLowSurrogate(text.charAt(from))) {
      from++;
    }
    String window = text.substring(from);
    BreakIterator sentences =
        BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language.code()));
    sentences.setText(window);
    int start = sentences.following(0);
    String kept =
        start == BreakIterator.DONE || start == window.length() ? window : window.substring(start);
    return ELLIPSIS + Outside.passage(kept);
  }
}
