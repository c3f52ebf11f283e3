package news.isnad.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.isnad.text.Folding;
import news.isnad.text.Language;

/**
 * What an entry of a dictionary says, without what dictionaries print around it.
 *
 * <ul>
 *   <li>the head is the first line without its pronunciation between slashes
 *   <li>marks in angular, round, square and curly brackets (part of speech, fields, notes) are left
 *       out
 *   <li>senses are the other lines without their numbers, cut at commas, semicolons, slashes, bars
 *       and dashes between spaces
 *   <li>only senses in the script of the other language count: examples and notes are in the head's
 *   <li>a leading {@code to} or article of an English term is no part of it
 *   <li>more than {@value #MOST_WORDS} words explain and do not translate
 * </ul>
 *
 * <p>Terms are folded words with single spaces between them. Read by hand, without patterns, since
 * a dictionary has a hundred thousand entries and is read while somebody waits. Immutable.
 *
 * @param language the head's
 */
record DictionaryEntry(Language language, String head, List<String> senses) {
  static final int MOST_WORDS = 3;
  private static final String BETWEEN_SENSES = ",;،؛/|";
  private static final String OPENING = "<([{";
  private static final String CLOSING = ">)]}";
  private static final Set<String> LEADING = Set.of("to", "a", "an", "the");

  /** Reads the text of an entry; it has no senses if it does not translate. */
  static DictionaryEntry of(String text) {
    int end = lineEnd(text, 0);
    String first = withoutPronunciation(text.substring(0, end));
    Language language = Language.detect(first);
    List<String> senses = new ArrayList<>(3);
    String head = term(withoutMarks(first), language);
    for (int at = end + 1; at < text.length() && !head.isEmpty(); at = end + 1) {
      end = lineEnd(text, at);
      senses(withoutMarks(text.substring(afterNumber(text, at, end), end)), language, senses);
    }
    return new DictionaryEntry(language, head, senses);
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static String withoutPronunciation(String line) {
    int slash = line.indexOf(" /");
    return slash > 0 ? line.substring(0, slash) : line;
  }

  private static int afterNumber(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    int digits = at;
    while (digits < end && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean number = digits > at && digits < end && ".)".indexOf(text.charAt(digits)) >= 0;
    return number ? digits + 1 : at;
  }

  private static String withoutMarks(String line) {
    String rest = line;
    for (int kind = 0; kind < OPENING.length(); kind++) {
      for (int open = rest.indexOf(OPENING.charAt(kind)); open >= 0; ) {
        int close = rest.indexOf(CLOSING.charAt(kind), open);
        rest = rest.substring(0, open) + " " + (close < 0 ? "" : rest.substring(close + 1));
        open = rest.indexOf(OPENING.charAt(kind), open);
      }
    }
    return rest;
  }

  private static void senses(String line, Language head, List<String> senses) {
    int from = 0;
    for (int at = 0; at <= line.length(); at++) {
      if (at == line.length() || separates(line, at)) {
        sense(line.substring(from, at), head.other(), senses);
        from = at + 1;
      }
    }
  }

  private static boolean separates(String line, int at) {
    char c = line.charAt(at);
    if (c == '-' || c == '–' || c == '—') {
      return at > 0 && line.charAt(at - 1) == ' ';
    }
    return BETWEEN_SENSES.indexOf(c) >= 0;
  }

  private static void sense(String sense, Language language, List<String> senses) {
    if (Language.detect(sense) == language) {
      String term = term(sense, language);
      if (!term.isEmpty() && !senses.contains(term)) {
        senses.add(term);
      }
    }
  }

  /** The folded words; empty if there are none, or too many. */
  private static String term(String text, Language language) {
    String folded = Folding.fold(text);
    if (folded.indexOf('.') >= 0 || folded.indexOf('\'') >= 0) {
      return ofWords(KnownNames.folded(folded), language);
    }
    List<String> words = new ArrayList<>(MOST_WORDS);
    int from = -1;
    for (int at = 0; at <= folded.length(); at++) {
      boolean inside = at < folded.length() && Character.isLetterOrDigit(folded.charAt(at));
      if (inside && from < 0) {
        from = at;
      } else if (!inside && from >= 0) {
        words.add(folded.substring(from, at));
        from = -1;
      }
    }
    return ofWords(words, language);
  }

  private static String ofWords(List<String> words, Language language) {
    boolean particle =
        language == Language.ENGLISH && words.size() > 1 && LEADING.contains(words.getFirst());
    List<String> own = particle ? words.subList(1, words.size()) : words;
    return switch (own.size()) {
      case 0 -> "";
      case 1 -> own.getFirst();
      default -> own.size() > MOST_WORDS ? "" : String.join(" ", own);
    };
  }
}
