package news.isnad.text;

import java.util.Set;

/** Decides whether a sentence of one paragraph ends at a place. Confined to one thread. */
final class SentenceEnds {
  private static final Set<String> NEVER_LAST = Lists.words("english-abbreviations.txt");
  private static final Set<String> SOMETIMES_LAST =
      Set.of("am", "pm", "inc", "co", "corp", "ltd", "jr", "sr", "etc", "plc", "llc", "bros");
  private static final Set<String> MONTHS =
      Set.of("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");
  private static final Set<String> BEGINNERS = Lists.words("english-beginners.txt");
  private static final Set<String> SPEECH = Lists.words("speech-after-quotation.txt");
  private static final Set<String> ARABIC_SPEECH = Lists.words("arabic-speech-after-quotation.txt");
  private static final int WORDS_BEFORE_SPEECH = 4;

  private final String text;
  private final int from;
  private final int to;
  private final Language language;
  private boolean open;

  SentenceEnds(String text, int from, int to, Language language) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.language = language;
  }

  /** Steps over a character, or over a run of terminators that ends nothing. */
  int next(int at) {
    if (text.charAt(at) == '"') {
      open = !open;
    }
    return Sentences.isTerminator(text.charAt(at)) ? runEnd(at) : at + 1;
  }

  /** The end of the sentence whose terminators begin here; {@code at} if none ends here. */
  int endAt(int at, int start) {
    if (!Sentences.isTerminator(text.charAt(at))) {
      return at;
    }
    int run = runEnd(at);
    int end = closed(run);
    boolean closesQuotation = end > run;
    if (end >= to) {
      return to;
    }
    boolean spaced = Sentences.isSpace(text.charAt(end));
    if (!spaced) {
      return joinedArabic(at, run, end) ? end : at;
    }
    boolean question = text.charAt(run - 1) != '.' && text.charAt(run - 1) != '…';
    if (run - at == 2 && text.charAt(at) == '.' && text.charAt(at + 1) == '.' && !closesQuotation) {
      return at;
    }
    if (run - at == 1 && text.charAt(at) == '.' && isAbbreviation(at, start, end)) {
      return at;
    }
    if (run - at == 1
        && Sentences.isNamesMark(text, at)
        && !BEGINNERS.contains(Folding.fold(nextWord(end)))) {
      return at;
    }
    if (goesOn(end, closesQuotation, question)) {
      return at;
    }
    if (closesQuotation && text.substring(run, end).indexOf('"') >= 0) {
      open = false;
    }
    return end;
  }

  private int runEnd(int at) {
    int end = at;
    while (end < to && Sentences.isTerminator(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Behind the closing marks and brackets that follow the terminators. */
  private int closed(int run) {
    int end = run;
    while (end < to) {
      char c = text.charAt(end);
      boolean straightCloses =
          c == '"' && (open || end + 1 >= to || !Character.isLetterOrDigit(text.charAt(end + 1)));
      if (straightCloses || isCloser(c)) {
        end++;
        continue;
      }
      int mark = end;
      while (mark < to && text.charAt(mark) == ' ') {
        mark++;
      }
      boolean late = mark > end && mark < to && isLateCloser(mark);
      if (!late) {
        break;
      }
      end = mark + 1;
    }
    return end;
  }

  private static boolean isCloser(char c) {
    return switch (c) {
      case '”', '’', '»', ')', ']', '}', '\'', '›' -> true;
      default -> false;
    };
  }

  /** A closing mark behind a space: directional ones, or a straight one that nothing follows. */
  private boolean isLateCloser(int at) {
    boolean apart = at + 1 >= to || !Character.isLetterOrDigit(text.charAt(at + 1));
    return switch (text.charAt(at)) {
      case '”', '»', ')', ']' -> apart;
      case '"' -> open && apart;
      default -> false;
    };
  }

  /** «انتهى الاجتماع.وقال»: two Arabic words with a terminator and no space between them. */
  private boolean joinedArabic(int at, int run, int end) {
    return language == Language.ARABIC
        && at - from >= 2
        && run - at != 2
        && end + 1 < to
        && isArabic(text.charAt(at - 1))
        && isArabic(text.charAt(at - 2))
        && isArabic(text.charAt(end))
        && isArabic(text.charAt(end + 1))
        && !DottedInitials.holds(text, at, from, to);
  }

  private static boolean isArabic(char c) {
    return (c >= 0x620 && c < 0x700 && Character.isLetter(c))
        || (c > 0x600 && Folding.isIgnored(c));
  }

  private boolean isAbbreviation(int dot, int start, int end) {
    int begin = dot;
    while (begin > start && isWordPart(begin - 1)) {
      begin--;
    }
    if (begin == dot) {
      return false;
    }
    String word = text.substring(begin, dot);
    if (Character.isDigit(word.charAt(0))) {
      return begin == firstSolid(start) && word.chars().allMatch(Character::isDigit);
    }
    if (word.length() > 12) {
      return false;
    }
    String folded = Folding.fold(word);
    return isArabic(word.charAt(word.length() - 1))
        ? isArabicAbbreviation(folded)
        : isLatinAbbreviation(word, folded, end);
  }

  private boolean isWordPart(int at) {
    char c = text.charAt(at);
    if (c == '.') {
      return at > from && Character.isLetter(text.charAt(at - 1));
    }
    return Character.isLetterOrDigit(c) || Folding.isIgnored(c);
  }

  private int firstSolid(int start) {
    int at = start;
    while (at < to && Sentences.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Single letters, also behind a clitic («ود.») and in rows («أ.د.»). */
  private static boolean isArabicAbbreviation(String folded) {
    String last = folded.substring(folded.lastIndexOf('.') + 1);
    boolean single = last.length() == 1 && Character.isLetter(last.charAt(0));
    boolean behindClitic =
        last.length() == 2
            && "وفبل".indexOf(last.charAt(0)) >= 0
            && "دما".indexOf(last.charAt(1)) >= 0;
    return single || behindClitic;
  }

  private boolean isLatinAbbreviation(String word, String folded, int end) {
    String plain = folded.replace(".", "");
    String next = nextWord(end);
    if (plain.equals("no") || plain.equals("nos") || plain.equals("art")) {
      return !next.isEmpty() && Character.isDigit(next.charAt(0));
    }
    boolean digitNext = !next.isEmpty() && Character.isDigit(next.charAt(0));
    if (MONTHS.contains(plain)) {
      return digitNext || !BEGINNERS.contains(Folding.fold(next));
    }
    if (NEVER_LAST.contains(plain)) {
      return true;
    }
    boolean initials =
        (word.length() == 1 && Character.isUpperCase(word.charAt(0))) || isDotted(word);
    if (initials || SOMETIMES_LAST.contains(plain)) {
      return !BEGINNERS.contains(Folding.fold(next)) && !opensQuotation(end);
    }
    return false;
  }

  private boolean opensQuotation(int end) {
    int at = firstSolid(end);
    return at < to && (text.charAt(at) == '“' || text.charAt(at) == '"' || text.charAt(at) == '«');
  }

  private static boolean isDotted(String word) {
    for (int i = 1; i < word.length(); i += 2) {
      if (word.charAt(i) != '.') {
        return false;
      }
    }
    return word.length() > 2;
  }

  private String nextWord(int from) {
    int at = from;
    while (at < to && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    int end = at;
    while (end < to && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(at, Math.min(end, at + 40));
  }

  /** Whether the sentence goes on although terminators stand here. */
  private boolean goesOn(int end, boolean closesQuotation, boolean question) {
    int at = firstSolid(end);
    if (at >= to) {
      return false;
    }
    char next = text.charAt(at);
    if (Character.isLowerCase(next)) {
      return true;
    }
    if (next == ',' || next == '،' || next == ';' || next == '؛') {
      return true;
    }
    return closesQuotation && (isArabic(next) ? arabicSpeech(at) : question && speech(at));
  }

  private boolean arabicSpeech(int at) {
    return ARABIC_SPEECH.contains(Folding.fold(nextWord(at)));
  }

  /** {@code Mr. Carney asked}: some capitalised words, then a speech verb. */
  private boolean speech(int at) {
    int place = at;
    for (int i = 0; i < WORDS_BEFORE_SPEECH && place < to; i++) {
      String word = nextWord(place);
      if (word.isEmpty()) {
        return false;
      }
      if (Character.isLowerCase(word.charAt(0))) {
        return i > 0 && SPEECH.contains(word);
      }
      place = text.indexOf(word, place) + word.length();
    }
    return false;
  }
}
