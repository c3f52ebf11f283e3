package news.isnad.speaker;

/**
 * A word, number or mark of the stored text. Immutable.
 *
 * @param key what comparisons see: folded Arabic, lower-case Latin
 */
record Token(int start, int end, String text, String key, Kind kind) {

  enum Kind {
    WORD,
    NUMBER,
    MARK,
    QUOTE
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isMark() {
    return kind == Kind.MARK;
  }

  boolean isQuote() {
    return kind == Kind.QUOTE;
  }

  boolean is(String other) {
    return key.equals(other);
  }

  /** True for a Latin word with a capital, also behind the article of an Arabic name: "al-Safi". */
  boolean isCapitalized() {
    return kind == Kind.WORD
        && (Character.isUpperCase(text.codePointAt(0)) || isBehindArticle(text));
  }

  private static boolean isBehindArticle(String text) {
    return text.length() > 4
        && text.charAt(2) == '-'
        && (text.startsWith("al") || text.startsWith("el") || text.startsWith("ul"))
        && Character.isUpperCase(text.charAt(3));
  }
}
