package news.isnad.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the words between quotation marks, outermost marks only.
 *
 * <ul>
 *   <li>marks are “ ” „ " ″, « », ‘ ’ '; marks of one of these families close one another, in
 *       whichever order a page uses them
 *   <li>what a mark does follows from its neighbours: an opening one has white space before it, a
 *       closing one has none
 *   <li>a closing mark without an opening one closes a quotation that began after the last colon,
 *       else with the sentence
 *   <li>an opening mark without a closing one quotes to the end of the sentence, or to the end of
 *       the paragraph if it is the paragraph's first character
 *   <li>single marks count in pairs only; apostrophes inside and behind words are none
 *   <li>paragraphs are read one by one
 * </ul>
 *
 * <p>Stateless, safe for concurrent use.
 */
public final class Quotations {
  private Quotations() {}

  /** The quotations inside a stretch of a text, in order. */
  public static List<Quotation> of(String text, Span within) {
    if (within.end() > text.length()) {
      throw new IllegalArgumentException("within ends behind the text: " + within);
    }
    List<Quotation> found = new ArrayList<>();
    int start = within.start();
    for (int i = start; i <= within.end(); i++) {
      if (i == within.end() || Sentences.isLineBreak(text.charAt(i))) {
        new QuotationMarks(text, start, i).read(found);
        start = i + 1;
      }
    }
    return found;
  }
}
