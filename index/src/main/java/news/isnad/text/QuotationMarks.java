package news.isnad.text;

import java.util.List;
import java.util.Set;

/** Reads the marks of one paragraph from its beginning to its end. Confined to one thread. */
final class QuotationMarks {
  private enum Family {
    DOUBLE,
    ANGLE,
    SINGLE,
    NONE
  }

  private static final int NOT_OPEN = -1;
  private static final Set<String> CLITICS =
      Set.of("و", "ف", "ب", "ل", "ك", "ال", "وب", "ول", "وك", "وال", "بال", "لل", "فال");

  private final String text;
  private final int from;
  private final int to;

  /** Behind the last quotation. */
  private int free;

  private int opened = NOT_OPEN;
  private Family family = Family.NONE;
  private int nested;

  QuotationMarks(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.free = from;
  }

  void read(List<Quotation> found) {
    for (int i = from; i < to; i++) {
      Family here = family(text.charAt(i));
      if (here == Family.NONE || (opened != NOT_OPEN && here != family)) {
        continue;
      }
      if (here == Family.SINGLE) {
        i = single(i, found);
      } else if (opened == NOT_OPEN) {
        whileClosed(i, here, found);
      } else {
        whileOpen(i, found);
      }
    }
    if (opened != NOT_OPEN) {
      add(opened, unclosedEnd(), false, found);
    }
  }

  private void whileClosed(int at, Family here, List<Quotation> found) {
    char mark = text.charAt(at);
    boolean spaceBefore = spaceBefore(at);
    boolean spaceBehind = spaceBehind(at);
    boolean opens;
    if (spaceBefore == spaceBehind) {
      opens = isOpener(mark) || (spaceBefore && followedByPartner(at, here));
      if (!opens && !isCloser(mark)) {
        return;
      }
    } else {
      opens = spaceBefore;
    }
    if (opens) {
      open(at, here);
    } else if (!isInches(at)) {
      add(beginning(at), at, false, found);
      free = at + 1;
    }
  }

  private void whileOpen(int at, List<Quotation> found) {
    char mark = text.charAt(at);
    boolean reversed = isCloser(text.charAt(opened - 1));
    if (isOpener(mark) && spaceBefore(at) && !reversed && another(at, family)) {
      nested++;
    } else if (mark == '"' && spaceBefore(at) && !spaceBehind(at)) {
      add(opened, at, false, found);
      open(at, family);
    } else if (nested > 0) {
      nested--;
    } else {
      add(opened, at, true, found);
      opened = NOT_OPEN;
      free = at + 1;
    }
  }

  private void open(int at, Family here) {
    opened = at + 1;
    family = here;
    nested = 0;
  }

  /** Takes a pair of single marks at once; returns where to go on. */
  private int single(int at, List<Quotation> found) {
    char mark = text.charAt(at);
    boolean opens =
        mark != '’' && spaceBefore(at) && at + 1 < to && Character.isLetter(text.charAt(at + 1));
    if (!opens) {
      return at;
    }
    int close = singleClose(at + 1);
    if (close - at < 3) {
      return at;
    }
    add(at + 1, close, true, found);
    free = close + 1;
    return close;
  }

  /** The closing single mark: not inside a word; a plural possessive only if no other follows. */
  private int singleClose(int after) {
    int possessive = NOT_OPEN;
    for (int i = after + 1; i < to; i++) {
      char c = text.charAt(i);
      if (c == '‘') {
        break;
      }
      if ((c != '’' && c != '\'' && c != '›') || spaceBefore(i) || !spaceBehind(i)) {
        continue;
      }
      if (text.charAt(i - 1) != 's') {
        return i;
      }
      if (possessive == NOT_OPEN) {
        possessive = i;
      }
    }
    return possessive;
  }

  private int beginning(int closing) {
    int start = free;
    for (int i = closing - 1; i >= free; i--) {
      char c = text.charAt(i);
      boolean colon = c == ':' && !(i + 1 < to && Character.isDigit(text.charAt(i + 1)));
      boolean sentence =
          Sentences.isTerminator(c)
              && i + 1 < closing - 1
              && Sentences.isSpace(text.charAt(i + 1))
              && i - 2 >= free
              && Character.isLetterOrDigit(text.charAt(i - 2));
      if (colon || sentence) {
        start = i + 1;
        break;
      }
    }
    return start;
  }

  private int unclosedEnd() {
    if (text.substring(from, opened - 1).isBlank()) {
      return to;
    }
    for (int i = opened; i < to; i++) {
      boolean ends =
          Sentences.isTerminator(text.charAt(i))
              && i + 1 < to
              && Sentences.isSpace(text.charAt(i + 1))
              && i - 2 >= opened
              && Character.isLetterOrDigit(text.charAt(i - 2));
      if (ends) {
        return i + 1;
      }
    }
    return to;
  }

  private void add(int start, int end, boolean balanced, List<Quotation> found) {
    int first = start;
    int last = end;
    while (first < last && Sentences.isSpace(text.charAt(first))) {
      first++;
    }
    while (last > first && Sentences.isSpace(text.charAt(last - 1))) {
      last--;
    }
    if (last > first) {
      found.add(new Quotation(new Span(first, last), balanced));
    }
  }

  private boolean another(int at, Family here) {
    for (int i = at + 1; i < to; i++) {
      if (family(text.charAt(i)) == here) {
        return true;
      }
    }
    return false;
  }

  /** Whether a mark between two spaces can open: another straight one, or “ behind ”, follows. */
  private boolean followedByPartner(int at, Family here) {
    for (int i = at + 1; i < to; i++) {
      if (family(text.charAt(i)) == here) {
        return isCloser(text.charAt(at))
            ? isOpener(text.charAt(i)) && spaceBehind(i)
            : !isOpener(text.charAt(i));
      }
    }
    return false;
  }

  private boolean isInches(int at) {
    return text.charAt(at) == '"' && at > from && Character.isDigit(text.charAt(at - 1));
  }

  private boolean spaceBefore(int at) {
    if (at == from) {
      return true;
    }
    char c = text.charAt(at - 1);
    return Sentences.isSpace(c)
        || c == '('
        || c == '['
        || c == '{'
        || c == '—'
        || c == '–'
        || c == '-'
        || c == '/'
        || c == ':'
        || (c != text.charAt(at) && isOpener(c))
        || isClitic(at);
  }

  /** Arabic clitics alone before the mark: «و"بلومبيرغ"», «وبـ"القناة"», «وال"تحالف"». */
  private boolean isClitic(int at) {
    int first = at;
    while (first > from && at - first < 4 && !Sentences.isSpace(text.charAt(first - 1))) {
      first--;
    }
    boolean whole = first == from || Sentences.isSpace(text.charAt(first - 1));
    return whole && CLITICS.contains(text.substring(first, at).replace("\u0640", ""));
  }

  private boolean spaceBehind(int at) {
    if (at + 1 >= to) {
      return true;
    }
    char c = text.charAt(at + 1);
    return !Character.isLetterOrDigit(c)
        && !Character.isSurrogate(c)
        && Character.getType(c) != Character.CURRENCY_SYMBOL
        && (family(c) == Family.NONE || family(c) == family(text.charAt(at)) || isCloser(c))
        && c != '('
        && c != '['
        && c != '#'
        && c != '@'
        && c != '…';
  }

  private static boolean isOpener(char c) {
    return c == '“' || c == '„' || c == '«' || c == '‘' || c == '‹';
  }

  private static boolean isCloser(char c) {
    return c == '”' || c == '»' || c == '’' || c == '›';
  }

  private static Family family(char c) {
    return switch (c) {
      case '"', '“', '”', '„', '‟', '″', '＂' -> Family.DOUBLE;
      case '«', '»' -> Family.ANGLE;
      case '‘', '’', '\'', '‹', '›' -> Family.SINGLE;
      default -> Family.NONE;
    };
  }
}
