package news.isnad.speaker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import news.isnad.text.Span;

/**
 * Pairs the quotation marks of an edition, however unbalanced they are.
 *
 * <ul>
 *   <li>A mark opens or closes by what stands beside it; where that says nothing, by turns.
 *   <li>A quotation may run over several paragraphs: it does so where counting on finds its end
 *       within twelve of them. A paragraph that begins with an opening mark begins anew.
 *   <li>One without an end stops before the next paragraph that begins with an opening mark, if at
 *       most five have none between (seven where the marks face a way), else with its sentence.
 *   <li>An end without a beginning begins behind the colon of its sentence, else with the sentence.
 *   <li>Single marks count where they open before a word; an apostrophe does not. Two of them
 *       together are a double one.
 * </ul>
 *
 * <p>Stateless.
 */
final class QuotationMarks {
  private static final int PARAGRAPHS_AHEAD = 12;

  /** Paragraphs without marks that go on with a quotation which the next one begins anew. */
  private static final int PLAIN_PARAGRAPHS = 5;

  /** The same, where the marks say which way they face. */
  private static final int MANY_PLAIN_PARAGRAPHS = 7;

  /** Letters of a name that is quoted inside a quotation. */
  private static final int INNER = 30;

  private static final Set<String> SAYING = Set.of("قائلا", "قائله", "قائلين", "قال", "قالت");

  private enum Turn {
    OPENS,
    CLOSES,
    EITHER
  }

  private record Mark(int at, Turn turn, int paragraph, boolean first) {}

  private final String text;
  private final List<Span> paragraphs;
  private final List<Span> sentences;

  private QuotationMarks(String text, List<Span> paragraphs, List<Span> sentences) {
    this.text = text;
    this.paragraphs = paragraphs;
    this.sentences = sentences;
  }

  static List<Quotation> of(String text, List<Span> paragraphs, List<Span> sentences) {
    QuotationMarks marks = new QuotationMarks(text, paragraphs, sentences);
    List<Quotation> found = marks.pair(marks.marks(false));
    List<Quotation> single = marks.pair(marks.marks(true));
    for (Quotation quotation : single) {
      if (found.stream().noneMatch(other -> other.outer().overlaps(quotation.outer()))) {
        found.add(quotation);
      }
    }
    found.sort(Comparator.comparingInt(quotation -> quotation.span().start()));
    return found;
  }

  private List<Mark> marks(boolean single) {
    List<Mark> marks = new ArrayList<>();
    for (int p = 0; p < paragraphs.size(); p++) {
      Span paragraph = paragraphs.get(p);
      boolean first = true;
      int open = 0;
      for (int at = paragraph.start(); at < paragraph.end(); at++) {
        char c = text.charAt(at);
        int last = isTwice(c, at, paragraph) ? at + 1 : at;
        if (Tokens.isQuotationMark(c) && single == (isSingle(c) && last == at)) {
          Turn turn =
              single ? singleTurn(at, paragraph, open > 0 || p > 0) : turn(c, at, last, paragraph);
          if (turn != null) {
            marks.add(new Mark(turn == Turn.OPENS ? last : at, turn, p, first));
            open += turn == Turn.OPENS ? 1 : -1;
          }
        }
        first = first && Character.isWhitespace(c);
        at = last;
      }
    }
    return marks;
  }

  private static boolean isSingle(char c) {
    return switch (c) {
      case '\'', '‘', '’', '`', '´', '‚', '‹', '›' -> true;
      default -> false;
    };
  }

  /** Two single marks that stand together are a double one, as agencies type them. */
  private boolean isTwice(char c, int at, Span paragraph) {
    return isSingle(c)
        && at + 1 < paragraph.end()
        && text.charAt(at + 1) == c
        && (at + 2 >= paragraph.end() || text.charAt(at + 2) != c);
  }

  private Turn turn(char c, int at, int last, Span paragraph) {
    char left = at > paragraph.start() ? text.charAt(at - 1) : ' ';
    char right = last + 1 < paragraph.end() ? text.charAt(last + 1) : ' ';
    boolean opens =
        (isBlank(left) || "([{:،,-–—/.؛".indexOf(left) >= 0 || isDouble(left))
            && !isBlank(right)
            && !isStop(right);
    boolean closes = !isBlank(left) && (isBlank(right) || isStop(right) || isDouble(right));
    if (closes && !opens && isBehindSaying(at, paragraph)) {
      return Turn.OPENS;
    }
    if (c == '«') {
      return Turn.OPENS;
    }
    if (c == '»') {
      return Turn.CLOSES;
    }
    if (opens != closes) {
      return opens ? Turn.OPENS : Turn.CLOSES;
    }
    if (c == '“' || c == '„') {
      return Turn.OPENS;
    }
    return c == '”' && closes ? Turn.CLOSES : Turn.EITHER;
  }

  /** «قائلا" لا نعرف"»: behind the word that announces it a mark opens, wherever the space is. */
  private boolean isBehindSaying(int at, Span paragraph) {
    int from = at;
    while (from > paragraph.start()
        && (Character.isLetter(text.charAt(from - 1)) || isVowel(text.charAt(from - 1)))) {
      from--;
    }
    return SAYING.contains(Tokens.key(text.substring(from, at)));
  }

  private static boolean isVowel(char c) {
    return c >= '\u064B' && c <= '\u0652';
  }

  /** Null for an apostrophe. */
  private @org.jspecify.annotations.Nullable Turn singleTurn(
      int at, Span paragraph, boolean mayClose) {
    char left = at > paragraph.start() ? text.charAt(at - 1) : ' ';
    char right = at + 1 < paragraph.end() ? text.charAt(at + 1) : ' ';
    if ((isBlank(left) || left == '(' || left == ':') && Character.isLetter(right)) {
      return Turn.OPENS;
    }
    boolean ends = isBlank(right) || isStop(right);
    if (mayClose
        && ends
        && (",.!?…".indexOf(left) >= 0 || (Character.isLetter(left) && left != 's'))) {
      return Turn.CLOSES;
    }
    return null;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static boolean isStop(char c) {
    return ",.;:!?)]}،؛؟…-–—".indexOf(c) >= 0;
  }

  private static boolean isDouble(char c) {
    return "\"“”«»'‘’".indexOf(c) >= 0;
  }

  private List<Quotation> pair(List<Mark> marks) {
    List<Quotation> found = new ArrayList<>();
    int i = 0;
    while (i < marks.size()) {
      Mark mark = marks.get(i);
      if (mark.turn() == Turn.CLOSES && !opensAfterAll(marks, i)) {
        int start = beginningBefore(mark.at(), found);
        add(found, start, mark.at(), start, mark.at() + 1);
        i++;
        continue;
      }
      int end = endOf(marks, i);
      if (end > 0) {
        add(found, mark.at() + 1, marks.get(end).at(), mark.at(), marks.get(end).at() + 1);
        i = end + 1;
      } else {
        int stop = endWithout(marks, i);
        add(found, mark.at() + 1, stop, mark.at(), stop);
        i++;
        while (i < marks.size() && marks.get(i).at() < stop) {
          i++;
        }
      }
    }
    return found;
  }

  /** A mark that would close nothing opens if a closing one follows in its sentence. */
  private boolean opensAfterAll(List<Mark> marks, int index) {
    if (index + 1 >= marks.size() || text.charAt(marks.get(index).at()) == '»') {
      return false;
    }
    Mark next = marks.get(index + 1);
    Span sentence = around(marks.get(index).at(), sentences);
    return next.turn() == Turn.CLOSES && next.at() < sentence.end();
  }

  private static void add(List<Quotation> found, int from, int to, int outerFrom, int outerTo) {
    if (from < to) {
      found.add(new Quotation(new Span(from, to), new Span(outerFrom, outerTo)));
    }
  }

  /** Index of the mark that ends the quotation opened by {@code marks[open]}; -1 without one. */
  private int endOf(List<Mark> marks, int open) {
    int depth = 1;
    Mark start = marks.get(open);
    for (int i = open + 1; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (mark.paragraph() - start.paragraph() > PARAGRAPHS_AHEAD) {
        return -1;
      }
      if (mark.first() && mark.turn() != Turn.CLOSES) {
        return -1;
      }
      boolean nested =
          (mark.turn() == Turn.OPENS && i + 1 < marks.size())
              || (depth == 1 && opensName(marks, i));
      depth += nested ? 1 : -1;
      if (depth == 0) {
        return mark.paragraph() > start.paragraph() && followsColon(mark) ? -1 : i;
      }
    }
    return -1;
  }

  /** «"... قالت”نور" إن ..."»: a mark amid letters, a short name, and marks enough to end both. */
  private static boolean opensName(List<Mark> marks, int index) {
    if (marks.get(index).turn() != Turn.EITHER || index + 2 >= marks.size()) {
      return false;
    }
    Mark inner = marks.get(index + 1);
    Mark outer = marks.get(index + 2);
    return inner.turn() == Turn.CLOSES
        && inner.at() - marks.get(index).at() <= INNER
        && outer.turn() == Turn.CLOSES
        && outer.paragraph() == marks.get(index).paragraph();
  }

  /** "He said: ...»": the end belongs to a beginning that was lost behind the colon. */
  private boolean followsColon(Mark mark) {
    Span sentence = around(mark.at(), sentences);
    int colon = text.indexOf(':', sentence.start());
    return colon >= 0 && colon < mark.at() && !beginsInner(colon + 1);
  }

  /** "... to say: 'We know.'": a single mark behind the colon. */
  private boolean beginsInner(int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at < text.length() && isSingle(text.charAt(at));
  }

  private int endWithout(List<Mark> marks, int open) {
    Mark mark = marks.get(open);
    // An inner quotation whose mark also ends the outer one: the last mark of the sentence ends it.
    Span sentence = around(mark.at(), sentences);
    int last = -1;
    for (int i = open + 1; i < marks.size() && marks.get(i).at() < sentence.end(); i++) {
      if (marks.get(i).turn() == Turn.CLOSES) {
        last = marks.get(i).at();
      }
    }
    if (last > 0) {
      return last;
    }
    int plain = isOpening(mark) ? MANY_PLAIN_PARAGRAPHS : PLAIN_PARAGRAPHS;
    for (int i = open + 1; i < marks.size(); i++) {
      if (marks.get(i).paragraph() > mark.paragraph()) {
        boolean anew =
            marks.get(i).first()
                && marks.get(i).turn() != Turn.CLOSES
                && marks.get(i).paragraph() <= mark.paragraph() + 1 + plain;
        if (anew) {
          return trimmed(paragraphs.get(marks.get(i).paragraph() - 1).end());
        }
        break;
      }
    }
    return trimmed(sentence.end());
  }

  private boolean isOpening(Mark mark) {
    char c = text.charAt(mark.at());
    return c == '“' || c == '«' || c == '‘';
  }

  private int trimmed(int end) {
    int at = end;
    while (at > 0 && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int beginningBefore(int close, List<Quotation> found) {
    Span sentence = around(close, sentences);
    int from = sentence.start();
    if (!found.isEmpty() && found.getLast().outer().end() > from) {
      from = Math.min(close, found.getLast().outer().end());
    }
    int colon = text.indexOf(':', from);
    if (colon >= 0 && colon < close) {
      from = colon + 1;
    }
    while (from < close && isBlank(text.charAt(from))) {
      from++;
    }
    return from;
  }

  private static Span around(int at, List<Span> spans) {
    int low = 0;
    int high = spans.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span span = spans.get(middle);
      if (span.contains(at)) {
        return span;
      }
      if (span.end() <= at) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return new Span(at, at);
  }
}
