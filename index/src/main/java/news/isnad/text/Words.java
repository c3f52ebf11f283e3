package news.isnad.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into words, with offsets into the text as it is.
 *
 * <ul>
 *   <li>a word is a run of letters, marks and digits; Arabic letters and others never share a word
 *       («لـ5» is two words)
 *   <li>an apostrophe between two Latin letters is inside the word and absent from the folded form;
 *       the possessive {@code 's} is absent too
 *   <li>hyphens separate words, and so do letters that only end or begin an Arabic word ({@link
 *       GluedWords})
 *   <li>single Latin letters with dots between them are one word without dots: {@code U.S.} is
 *       {@code us}
 *   <li>a number keeps its decimals and loses its thousands separators
 * </ul>
 *
 * <p>Stateless, safe for concurrent use.
 */
public final class Words {
  /** Longer words are cut in their folded form; nothing in a language is that long. */
  static final int MAX_LENGTH = 64;

  /** Further than this nothing behind a word says where it ends. */
  private static final int LOOKED_AT = 8;

  private static final Remembered<Folded> FOLDED =
      new Remembered<>(
          word -> Folded.of(folded(word, Kind.of(word.codePointAt(0)))), MAX_LENGTH / 2, 1 << 15);

  private static final CutTexts CUT = new CutTexts();

  /** What each character of the basic plane can be part of, and whether it may stand inside. */
  private static final byte[] KINDS = new byte[0x10000];

  private static final Kind[] ALL = Kind.values();
  private static final int KIND = 3;
  private static final int INSIDE = 4;
  private static final int FORMAT = 8;

  static {
    for (int i = 0; i < KINDS.length; i++) {
      int inside = isInside(i) ? INSIDE : 0;
      int format = Character.getType(i) == Character.FORMAT ? FORMAT : 0;
      KINDS[i] = (byte) (Kind.found(i).number | inside | format);
    }
  }

  private Words() {}

  /** The words of a text in order. Words that are not in the language's script are not stemmed. */
  public static List<Word> of(String text, Language language) {
    return of(text, 0, language, true);
  }

  /**
   * The words of a text in order, with their folded form in place of a stem: several times faster.
   */
  public static List<Word> folded(String text, Language language) {
    return of(text, 0, language, false);
  }

  /**
   * The same, for steps that take the same text one shortly after another: it is cut once, mostly.
   * The list is shared, and not to be changed.
   */
  public static List<Word> ofArticle(String text, Language language) {
    return CUT.words(text, language);
  }

  private static List<Word> of(String text, int from, Language language, boolean stemmed) {
    List<Word> words = new ArrayList<>((text.length() - from) / 6 + 1);
    cut(text, from, text.length(), language, stemmed, words);
    return words;
  }

  /** Adds words up to the first that does not begin before an end; returns where it stopped. */
  private static int cut(
      String text, int from, int to, Language language, boolean stemmed, List<Word> words) {
    int at = from;
    while (at < to) {
      int point = text.codePointAt(at);
      Kind kind = Kind.of(point);
      if (kind == Kind.NONE) {
        at += Character.charCount(point);
        continue;
      }
      int end = end(text, at, kind);
      Folded folded = FOLDED.of(text, at, end);
      if (!folded.isEmpty()) {
        String stem = stemmed ? folded.stem(language) : folded.text();
        words.add(new Word(new Span(at, end), folded, stem));
      }
      at = end;
    }
    return at;
  }

  /**
   * A stretch of a text that is cut already.
   *
   * @param words all of that text's
   */
  public record Piece(String text, List<Word> words, Span span) {
    /** Whether the words inside are those that it would have if it stood by itself, or near so. */
    private boolean isWhole() {
      int start = span.start();
      return start == 0 || isGap(text, start - 1) || isGap(text, start);
    }
  }

  /** A character that no word goes over, nor looks behind. */
  private static boolean isGap(String text, int at) {
    return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n');
  }

  /**
   * The words of a text that consists of pieces with a line break between them; what was cut
   * already is not cut again.
   *
   * @param stemmed whether words have their stems; else their folded forms in place of them
   */
  public static List<Word> of(String text, List<Piece> pieces, Language language, boolean stemmed) {
    List<Word> words = new ArrayList<>(text.length() / 6 + 1);
    int at = 0;
    int begin = 0;
    for (Piece piece : pieces) {
      int reached = cut(text, at, begin, language, stemmed, words);
      at = Math.max(reached, begin);
      if (reached <= begin && piece.isWhole()) {
        at = take(piece, begin, language, stemmed, words);
      }
      begin += piece.span.length() + 1;
    }
    cut(text, at, text.length(), language, stemmed, words);
    return words;
  }

  /** Takes the words of a piece but the last, which may see where it ends; returns how far. */
  private static int take(
      Piece piece, int begin, Language language, boolean stemmed, List<Word> words) {
    int at = begin;
    int moved = begin - piece.span.start();
    for (int i = first(piece.words, piece.span.start()); i < piece.words.size(); i++) {
      Word word = piece.words.get(i);
      if (word.span().end() > piece.span.end() - LOOKED_AT) {
        break;
      }
      at = word.span().end() + moved;
      Folded form = word.form();
      words.add(
          new Word(
              new Span(word.span().start() + moved, at),
              form,
              stemmed ? form.stem(language) : form.text()));
    }
    return at;
  }

  /** The first word that begins at a place or behind it. */
  private static int first(List<Word> words, int place) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).span().start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The words of the beginning of a text, where those of the whole text are at hand. A word that
   * goes on behind the end is cut there.
   *
   * @param words all of the text's
   */
  public static List<Word> within(String text, List<Word> words, int length, Language language) {
    if (text.length() <= length) {
      return words;
    }
    int count = 0;
    while (count < words.size() && words.get(count).span().end() <= length - LOOKED_AT) {
      count++;
    }
    List<Word> within = new ArrayList<>(words.subList(0, count));
    int from = count == 0 ? 0 : words.get(count - 1).span().end();
    within.addAll(of(text.substring(0, length), from, language, true));
    return within;
  }

  /** The stem of a folded word; itself where it is not in the language's script. */
  static String stem(String folded, Language language) {
    boolean own =
        switch (language) {
          case ARABIC -> Kind.of(folded.codePointAt(0)) == Kind.ARABIC;
          case ENGLISH -> Kind.of(folded.codePointAt(folded.length() - 1)) == Kind.LETTER;
        };
    return own ? Stemming.stem(folded, language) : folded;
  }

  static String folded(String word, Kind kind) {
    String folded = Folding.fold(word);
    if (kind == Kind.LETTER) {
      if (folded.endsWith("'s") && folded.length() > 2) {
        folded = folded.substring(0, folded.length() - 2);
      }
      folded = isDotted(folded) ? folded.replace(".", "") : folded;
      folded = folded.replace("'", "");
    } else if (kind == Kind.DIGIT) {
      folded = folded.replace(",", "").replace("٬", "").replace('٫', '.');
    }
    return folded.length() > MAX_LENGTH ? folded.substring(0, MAX_LENGTH) : folded;
  }

  private static boolean isDotted(String folded) {
    return folded.length() > 2 && folded.charAt(1) == '.' && Character.isLetter(folded.charAt(0));
  }

  static int end(String text, int start, Kind first) {
    int acronym = first == Kind.LETTER ? acronymEnd(text, start) : start;
    if (acronym > start) {
      return acronym;
    }
    Kind kind = first;
    int at = start;
    while (at < text.length() && (KINDS[text.charAt(at)] & KIND) == first.number) {
      at++; // all of most words
    }
    int end = at;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      Kind here = Kind.of(point);
      if (here == kind || (kind == Kind.LETTER && here == Kind.DIGIT)) {
        at = next;
        end = at;
      } else if (kind == Kind.DIGIT && here == Kind.LETTER) {
        kind = Kind.LETTER;
      } else if (mayBeInside(point)) {
        at = next;
        if (!isFormat(point)) {
          end = at;
        }
      } else if (at == end && joins(text, at, kind)) {
        at = next;
      } else {
        break;
      }
    }
    return first == Kind.ARABIC ? GluedWords.end(text, start, end) : end;
  }

  private static boolean mayBeInside(int point) {
    return point < KINDS.length ? (KINDS[point] & INSIDE) != 0 : isInside(point);
  }

  private static boolean isFormat(int point) {
    return point < KINDS.length
        ? (KINDS[point] & FORMAT) != 0
        : Character.getType(point) == Character.FORMAT;
  }

  private static boolean isInside(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT
        || point == 0x640;
  }

  /** Whether the separator at this place stands inside a word. */
  private static boolean joins(String text, int at, Kind kind) {
    if (at + 1 >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    Kind next = Kind.of(text.codePointAt(at + 1));
    return switch (kind) {
      case LETTER -> next == Kind.LETTER && Folding.isApostrophe(c);
      case DIGIT ->
          next == Kind.DIGIT
              && (c == '.' || c == '٫' || ((c == ',' || c == '٬') && groupOfThree(text, at + 1)));
      case ARABIC, NONE -> false;
    };
  }

  private static boolean groupOfThree(String text, int at) {
    for (int i = 0; i < 4; i++) {
      boolean digit = at + i < text.length() && Character.isDigit(text.charAt(at + i));
      if (digit != i < 3) {
        return false;
      }
    }
    return true;
  }

  /** Where a dotted acronym ends (before its last dot); {@code start} if there is none. */
  private static int acronymEnd(String text, int start) {
    int at = start;
    int letters = 0;
    while (at < text.length() && Kind.of(text.charAt(at)) == Kind.LETTER) {
      boolean single = at + 1 >= text.length() || Kind.of(text.charAt(at + 1)) == Kind.NONE;
      if (!single) {
        return start;
      }
      letters++;
      boolean goesOn =
          at + 2 < text.length()
              && text.charAt(at + 1) == '.'
              && Kind.of(text.charAt(at + 2)) == Kind.LETTER;
      if (!goesOn) {
        break;
      }
      at += 2;
    }
    return letters > 1 ? at + 1 : start;
  }

  /** What a character can be part of. */
  enum Kind {
    NONE(0),
    ARABIC(1),
    LETTER(2),
    DIGIT(3);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    static Kind of(int point) {
      return point < KINDS.length ? ALL[KINDS[point] & KIND] : found(point);
    }

    private static Kind found(int point) {
      if (point < 0x80) {
        if ((point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z')) {
          return LETTER;
        }
        return point >= '0' && point <= '9' ? DIGIT : NONE;
      }
      if (point == 0x640) {
        return NONE;
      }
      if (Character.isDigit(point)) {
        return DIGIT;
      }
      if (!Character.isLetter(point)) {
        return NONE;
      }
      boolean arabic =
          (point >= 0x600 && point < 0x780)
              || (point >= 0xFB50 && point <= 0xFDFF)
              || (point >= 0xFE70 && point <= 0xFEFC);
      return arabic ? ARABIC : LETTER;
    }
  }
}
