package news.isnad.bot.conversation;

import java.util.regex.Pattern;

/**
 * What somebody typed where a question was expected. Immutable.
 *
 * <ul>
 *   <li>A question has letters or digits, and mostly them.
 *   <li>Who is only polite asks for nothing.
 *   <li>Longer than {@value #LONGEST} characters it is no question but something pasted.
 * </ul>
 */
sealed interface Typed {
  int LONGEST = 1000;

  /** Marks of HTML that came along with what was pasted; bounded. */
  Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]{0,300}>");

  /** Something that can be asked. */
  record Question(String text) implements Typed {}

  /** Nothing at all. */
  record Nothing() implements Typed {}

  /** Emoji, signs, binary data. */
  record Unreadable() implements Typed {}

  /** A greeting, thanks. */
  record Polite() implements Typed {}

  /** More than anybody asks. */
  record TooLong(int length) implements Typed {}

  /** Looks at what was typed; never at more of it than a question has. */
  static Typed of(String text) {
    if (text.length() > LONGEST) {
      String stripped = text.strip();
      return stripped.length() > LONGEST ? new TooLong(stripped.length()) : of(stripped);
    }
    String stripped = TAG.matcher(text).replaceAll(" ").strip();
    if (stripped.isEmpty()) {
      return new Nothing();
    }
    long letters = stripped.codePoints().filter(Character::isLetterOrDigit).count();
    long foreign = stripped.codePoints().filter(Typed::isNoText).count();
    long all = stripped.codePoints().filter(c -> !Character.isWhitespace(c)).count();
    if (letters == 0 || foreign * 10 > all || letters * 3 < all) {
      return new Unreadable();
    }
    return Pleasantries.are(stripped) ? new Polite() : new Question(stripped);
  }

  private static boolean isNoText(int c) {
    int type = Character.getType(c);
    return c == 0xFFFD
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || (type == Character.CONTROL && !Character.isWhitespace(c));
  }
}
