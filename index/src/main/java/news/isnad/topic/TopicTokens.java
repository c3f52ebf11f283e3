package news.isnad.topic;

import java.util.ArrayList;
import java.util.List;
import news.isnad.text.Folding;
import news.isnad.topic.TopicWords.Use;

/** A typed topic as words, quotations and signs. Confined to one thread. */
final class TopicTokens {
  private static final String QUOTES = "\"“”„‟«»";
  private static final String MINUS = "-−";
  private static final String SEPARATORS = ",،;؛";

  private final List<Token> tokens = new ArrayList<>();
  private final TopicWords uses;

  /** A piece of what was typed. Immutable. */
  sealed interface Token {
    /** A word, with its folded form. */
    record Plain(String text, String folded) implements Token {}

    /** What stands between quotation marks. */
    record Quoted(String text) implements Token {}

    /** What a filter is of; its value follows. */
    record Filter(Use use, String typed) implements Token {}

    /** Leaves out what follows. */
    record Minus() implements Token {}

    record Open() implements Token {}

    record Close() implements Token {}

    /** A quotation mark without its pair. */
    record Unclosed(String rest) implements Token {}
  }

  private TopicTokens(TopicWords uses) {
    this.uses = uses;
  }

  static List<Token> of(String typed, TopicWords uses) {
    TopicTokens reading = new TopicTokens(uses);
    reading.read(typed);
    return reading.tokens;
  }

  private void read(String typed) {
    int at = 0;
    while (at < typed.length()) {
      char c = typed.charAt(at);
      if (isSpace(c)) {
        at++;
      } else if (c == '(' || c == ')') {
        tokens.add(c == '(' ? new Token.Open() : new Token.Close());
        at++;
      } else if (QUOTES.indexOf(c) >= 0) {
        at = quotation(typed, at);
      } else if (MINUS.indexOf(c) >= 0) {
        if (at + 1 < typed.length() && !isSpace(typed.charAt(at + 1))) {
          tokens.add(new Token.Minus());
        }
        at++;
      } else {
        at = word(typed, at);
      }
    }
  }

  private int quotation(String typed, int at) {
    int end = at + 1;
    while (end < typed.length() && QUOTES.indexOf(typed.charAt(end)) < 0) {
      end++;
    }
    if (end == typed.length()) {
      tokens.add(new Token.Unclosed(typed.substring(at)));
      return end;
    }
    tokens.add(new Token.Quoted(cleaned(typed.substring(at + 1, end))));
    return end + 1;
  }

  private int word(String typed, int at) {
    int end = at;
    while (end < typed.length() && isInside(typed.charAt(end))) {
      end++;
      if (typed.charAt(end - 1) == ':') {
        String before = typed.substring(at, end - 1);
        var filter = uses.filter(before);
        if (filter.isPresent()) {
          tokens.add(new Token.Filter(filter.get(), before));
          return end;
        }
      }
    }
    String text = trimmed(typed.substring(at, end));
    if (!text.isEmpty()) {
      tokens.add(new Token.Plain(text, Folding.fold(text)));
    }
    return end;
  }

  private static boolean isInside(char c) {
    return !isSpace(c) && c != '(' && c != ')' && QUOTES.indexOf(c) < 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || SEPARATORS.indexOf(c) >= 0;
  }

  /** Words with single spaces between them. */
  private static String cleaned(String text) {
    StringBuilder out = new StringBuilder();
    for (String word : text.split("[\\s\\p{Z}\\p{Cntrl}]+", -1)) {
      String kept = trimmed(word);
      if (!kept.isEmpty()) {
        out.append(out.isEmpty() ? "" : " ").append(kept);
      }
    }
    return out.toString();
  }

  /** Without the signs around it; the ampersand is a word. */
  private static String trimmed(String word) {
    if (word.equals("&")) {
      return word;
    }
    int start = 0;
    int end = word.length();
    while (start < end && !isOfWord(word.codePointAt(start))) {
      start += Character.charCount(word.codePointAt(start));
    }
    while (end > start && !isOfWord(word.codePointBefore(end))) {
      end -= Character.charCount(word.codePointBefore(end));
    }
    return word.substring(start, end);
  }

  private static boolean isOfWord(int point) {
    return Character.isLetterOrDigit(point);
  }
}
