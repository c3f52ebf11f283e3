package news.isnad.question;

import java.util.ArrayList;
import java.util.List;
import news.isnad.text.Language;
import news.isnad.text.Span;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * The words of a question with what the patterns look at. Immutable.
 *
 * @param text the question
 * @param folded the words, folded; in Arabic a leading «و» that goes on with the question before,
 *     and a question word glued to its verb, stand apart
 * @param spans where the words stand in the question
 * @param possessive for each word: whether it is an English possessor ("Moscow's", "lawyers'")
 */
record Tokens(String text, List<String> folded, List<Span> spans, List<Boolean> possessive) {

  static Tokens of(String text, Language language) {
    List<String> folded = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    List<Boolean> possessive = new ArrayList<>();
    for (Word word : Words.of(text, language)) {
      int glued = language == Language.ARABIC ? glued(word.folded(), folded.isEmpty()) : 0;
      if (glued > 0 && word.span().length() > glued) {
        int cut = word.span().start() + glued;
        folded.add(word.folded().substring(0, glued));
        spans.add(new Span(word.span().start(), cut));
        possessive.add(false);
        folded.add(word.folded().substring(glued));
        spans.add(new Span(cut, word.span().end()));
      } else {
        folded.add(word.folded());
        spans.add(word.span());
      }
      possessive.add(isPossessive(text, word.span()));
    }
    return new Tokens(text, folded, spans, possessive);
  }

  /** Letters of a word's first part that stands for itself: «و» of «وماذا», «ما» of «ماقال». */
  private static int glued(String word, boolean first) {
    QuestionWords words = QuestionWords.of(Language.ARABIC);
    if (first && word.startsWith("و") && word.length() > 2 && !asks(word, words)) {
      boolean name = word.length() > 3 && !isVerbOrName(word);
      return isQuestionWord(words, word.substring(1)) || name ? 1 : 0;
    }
    if (word.startsWith("ماذا") && words.is("say", word.substring(4))) {
      return 4;
    }
    if (word.startsWith("ما") && words.is("say", word.substring(2))) {
      return 2;
    }
    return 0;
  }

  private static boolean isQuestionWord(QuestionWords words, String word) {
    return words.is("about", word) || words.is("wh", word) || words.is("say", word);
  }

  /** Words whose «و» is their own: «وزير», «وفق», «وش». */
  private static boolean isVerbOrName(String word) {
    String stem = Words.of(word, Language.ARABIC).getFirst().stem();
    return stem.startsWith("و");
  }

  private static boolean isPossessive(String text, Span span) {
    String surface = span.of(text).replace('’', '\'');
    boolean after = span.end() < text.length() && "'’".indexOf(text.charAt(span.end())) >= 0;
    boolean suffix =
        after
            && text.length() > span.end() + 1
            && Character.toLowerCase(text.charAt(span.end() + 1)) == 's';
    return surface.endsWith("'s")
        || surface.endsWith("s'")
        || suffix
        || (after && surface.endsWith("s"));
  }

  int size() {
    return folded.size();
  }

  String word(int i) {
    return i >= 0 && i < folded.size() ? folded.get(i) : "";
  }

  /** The words from {@code from} to before {@code to}, as typed, without a possessive ending. */
  String typed(int from, int to) {
    if (from >= to) {
      return "";
    }
    String typed = text.substring(spans.get(from).start(), spans.get(to - 1).end());
    return typed.replaceFirst("(['’]s|(?<=s)['’])$", "").strip();
  }

  /** True where a comma, a colon or a dash stands right before the word. */
  boolean breakBefore(int i) {
    if (i <= 0 || i >= size()) {
      return false;
    }
    String between = text.substring(spans.get(i - 1).end(), spans.get(i).start());
    return between.chars().anyMatch(c -> ",،:;؛".indexOf(c) >= 0);
  }

  /** The same without the words from {@code first} to before {@code last}. */
  Tokens without(int first, int last) {
    return new Tokens(
        text,
        removed(folded, first, last),
        removed(spans, first, last),
        removed(possessive, first, last));
  }

  private static <T> List<T> removed(List<T> list, int first, int last) {
    List<T> rest = new ArrayList<>(list);
    rest.subList(first, last).clear();
    return rest;
  }

  /** Whether a word is one that asks, such as «وين» and «وقتاش», whose first letter is its own. */
  private static boolean asks(String word, QuestionWords words) {
    return words.is("wh", word) || words.is("where", word) || words.is("when", word);
  }
}
