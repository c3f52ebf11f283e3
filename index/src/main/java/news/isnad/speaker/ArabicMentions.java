package news.isnad.speaker;

import java.util.Optional;
import news.isnad.speaker.Mention.Kind;

/**
 * Makes mentions of stretches of an Arabic sentence: words as printed, without what is joined to
 * the first, and whether a woman, a man or several are meant. Immutable.
 */
final class ArabicMentions {
  private final WordClasses words;

  ArabicMentions(WordClasses words) {
    this.words = words;
  }

  /** A person with a name, and the role that stands before it. */
  Mention behindRole(Line line, int role, int name, int to, boolean attached, Gender gender) {
    return new Mention(
        printed(line, name, to, false),
        Optional.of(printed(line, role, name, attached)),
        Kind.PERSON,
        gender,
        false);
  }

  /** An institution, a company, a place; {@code head} is its first word. */
  static Mention body(String name, String head) {
    return new Mention(name, Optional.empty(), Kind.BODY, genderOf(head), false);
  }

  /**
   * The words as they are printed.
   *
   * @param attached true where something is joined to the first, which is no part of it
   */
  String printed(Line line, int from, int to, boolean attached) {
    String words = line.words(from, to);
    if (attached) {
      String rest = line.key(from).substring(1);
      boolean whole = // «للومباردو»: Lombardo, «لليلى»: Layla
          line.families().has(rest)
              || this.words.has("female-name", rest)
              || this.words.has("male-name", rest);
      words = whole || words.startsWith("و") ? words.substring(1) : ArabicWords.withoutFor(words);
    }
    return Tokens.unquoted(words.startsWith("ـ") ? words.substring(1) : words);
  }

  /** Of whoever has a given name, if it tells. */
  Gender genderOfName(Line line, int name, Gender otherwise) {
    if (words.has("female-name", line.key(name))) {
      return Gender.FEMININE;
    }
    return words.has("male-name", line.key(name)) ? Gender.MASCULINE : otherwise;
  }

  /** Of whoever has a role, where there is a name behind it. */
  Gender genderOfNamed(Line line, String role, int name) {
    return genderOfName(line, name, role.endsWith("ه") ? Gender.FEMININE : Gender.MASCULINE);
  }

  static Gender genderOf(String head) {
    return head.endsWith("ه") || head.equals("شركات") ? Gender.FEMININE : Gender.UNKNOWN;
  }

  static boolean isPlural(String head) {
    return head.endsWith("ون")
        || head.endsWith("ين")
        || (head.endsWith("و") && head.length() > 4)
        || head.equals("خبراء")
        || head.equals("شهود")
        || head.equals("اشخاص")
        || head.equals("اخرون");
  }
}
