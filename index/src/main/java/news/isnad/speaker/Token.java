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

  /** True for a Latin word with a capital. */
  boolean isCapitalized() {
    return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
  }
}
