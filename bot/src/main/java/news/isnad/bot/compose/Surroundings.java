package news.isnad.bot.compose;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import news.isnad.answer.Citation;
import news.isnad.text.Language;
import news.isnad.text.Sentences;
import news.isnad.text.Span;

/** The text around a quotation: with the quotation at most five sentences, where it has fewer. */
final class Surroundings {
  private static final String ELLIPSIS = "[…] ";
  private static final int MOST_SENTENCES = 5;

  /** So far sentences are looked for. */
  private static final int REACH = 4000;

  private Surroundings() {}

  /**
   * The end of what stands before the quotation, the quotation in bold, and the beginning of what
   * comes after it, in whole sentences.
   */
  static List<Html.Line> lines(Citation citation, int longest, int longestQuotation) {
    String text = citation.edition().text();
    Language language = citation.edition().language();
    Span shown = sentences(text, citation.span(), language);
    String before =
        end(text.substring(shown.start(), citation.span().start()), longest / 2, language);
    if (shown.start() > 0 && !before.startsWith(ELLIPSIS)) {
      before = ELLIPSIS + before;
    }
    String quote =
        Shortening.beginning(Outside.passage(citation.quote()), longestQuotation, language);
    String rest = text.substring(citation.span().end(), shown.end());
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

  /** From the first sentence shown to the last: by turns one more before and one more after. */
  private static Span sentences(String text, Span quotation, Language language) {
    int from = Shortening.whole(text, Math.max(0, quotation.start() - REACH));
    int to = Shortening.whole(text, Math.min(text.length(), quotation.end() + REACH));
    List<Span> sentences = Sentences.of(text.substring(from, to), language);
    int first = 0;
    while (first < sentences.size() - 1 && from + sentences.get(first).end() <= quotation.start()) {
      first++;
    }
    int last = first;
    while (last < sentences.size() - 1
        && from + sentences.get(last + 1).start() < quotation.end()) {
      last++;
    }
    boolean before = true;
    while (last - first + 1 < Math.min(MOST_SENTENCES, sentences.size())) {
      if ((before && first > 0) || last == sentences.size() - 1) {
        first--;
      } else {
        last++;
      }
      before = !before;
    }
    return sentences.isEmpty()
        ? quotation
        : new Span(
            Math.min(quotation.start(), from + sentences.get(first).start()),
            Math.max(quotation.end(), from + sentences.get(last).end()));
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
