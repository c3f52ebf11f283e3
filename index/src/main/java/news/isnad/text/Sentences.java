package news.isnad.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into sentences.
 *
 * <ul>
 *   <li>a line break always ends a sentence
 *   <li>{@code . ! ? … ؟} end one when white space follows; two dots do not, they are a pause
 *   <li>in Arabic a full stop between two words ends one even where the space is missing
 *   <li>closing quotation marks and brackets stay with the sentence they close
 *   <li>no end where a lower-case word follows, or where a speech verb follows a closed quotation
 *       ({@code "Will he come?" he asked.})
 *   <li>no end after titles, initials, numbers of lists and other abbreviations; {@code U.S.},
 *       {@code a.m.}, {@code Inc.} end a sentence only before a word that begins one, and so does
 *       the mark of a name ({@code E! News})
 * </ul>
 *
 * <p>The spans are in order, do not overlap, have no white space at their ends and cover everything
 * else. Stateless, safe for concurrent use; time is linear in the length of the text.
 */
public final class Sentences {
  private static final Set<String> MARKED_NAMES = Set.of("E", "Yahoo");

  private Sentences() {}

  /** The sentences of a text. */
  public static List<Span> of(String text, Language language) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isLineBreak(text.charAt(i))) {
        paragraph(text, start, i, language, sentences);
        start = i + 1;
      }
    }
    return sentences;
  }

  static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\f';
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0xFEFF
        || c == 0x61C;
  }

  /** Whether an exclamation mark belongs to the name before it: "E! News", "Yahoo! Finance". */
  public static boolean isNamesMark(String text, int mark) {
    if (text.charAt(mark) != '!') {
      return false;
    }
    for (String name : MARKED_NAMES) {
      int from = mark - name.length();
      if (from >= 0
          && text.startsWith(name, from)
          && (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))) {
        return true;
      }
    }
    return false;
  }

  static boolean isTerminator(char c) {
    return c == '.' || c == '!' || c == '?' || c == '…' || c == '؟' || c == '۔';
  }

  private static void paragraph(
      String text, int from, int to, Language language, List<Span> sentences) {
    SentenceEnds ends = new SentenceEnds(text, from, to, language);
    int start = from;
    int first = sentences.size();
    for (int at = from; at < to; ) {
      int end = ends.endAt(at, start);
      if (end > at) {
        add(text, start, end, first, sentences);
        start = end;
        at = end;
      } else {
        at = ends.next(at);
      }
    }
    add(text, start, to, first, sentences);
  }

  /** Adds a sentence; one without a letter or digit joins the sentence before it. */
  private static void add(String text, int from, int to, int first, List<Span> sentences) {
    int start = from;
    int end = to;
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return;
    }
    if (sentences.size() > first && !hasWord(text, start, end)) {
      Span previous = sentences.removeLast();
      sentences.add(new Span(previous.start(), end));
    } else {
      sentences.add(new Span(start, end));
    }
  }

  private static boolean hasWord(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }
}
