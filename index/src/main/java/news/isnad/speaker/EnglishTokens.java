package news.isnad.speaker;

import java.util.Optional;
import java.util.regex.Pattern;
import news.isnad.speaker.Find.Subject;

/**
 * What the tokens of an English line are, alone and beside one another, as far as it tells who
 * speaks. Immutable.
 */
final class EnglishTokens {
  private static final Pattern AGE = Pattern.compile("\\d+-year-old");

  private final WordClasses words;

  EnglishTokens(WordClasses words) {
    this.words = words;
  }

  /** "Channel 7": the number is the name. */
  static boolean isChannelNumber(Line line, int at) {
    return line.key(at - 1).equals("channel")
        && line.isCapitalized(at - 1)
        && line.token(at).kind() == Token.Kind.NUMBER;
  }

  boolean isVerb(Line line, int index) {
    String key = line.lower(index);
    return words.has("finite", key) || words.has("be", key);
  }

  boolean isInner(Line line, int index) {
    String key = line.lower(index);
    return (key.equals("(") || key.equals(")") || key.equals("&") || key.equals("/"))
        && !line.isQuoted(index);
  }

  /** "China's ambassador to Britain", "an adviser to the mayor". */
  boolean isOfRole(Line line, int to) {
    return line.key(to).equals("to")
        && words.has("to-role", line.key(to - 1))
        && (line.isCapitalized(to + 1) || words.has("determiner", line.key(to + 1)));
  }

  /** "head of ships | and docks": what an office is over. */
  boolean isOfOffice(Line line, int and) {
    return line.lower(and).equals("and")
        && line.key(and - 2).equals("of")
        && words.has("role", line.key(and - 3))
        && line.isWord(and + 1)
        && !line.isCapitalized(and + 1)
        && !words.has("role", line.key(and + 1))
        && (line.key(and + 2).equals(",") || line.isCapitalized(and + 2));
  }

  /** A given name and a surname end here. */
  boolean isFullName(Line line, int to) {
    String given = line.key(to - 2);
    return line.isCapitalized(to - 2)
        && (words.has("male-name", given) || words.has("female-name", given));
  }

  boolean isName(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!line.isCapitalized(i)
          && !words.has("particle", line.key(i))
          && !words.has("role", line.key(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isRelative(Line line, int index) {
    return line.key(index).equals("who") || line.key(index).equals("which");
  }

  boolean hasRole(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.has("role", line.key(i))) {
        return true;
      }
    }
    return false;
  }

  /** "partner at Mother" does not, "president Scott Coker" does end in a name of its own. */
  boolean endsInName(Line line, int from, int to) {
    int name = to;
    while (name > from && line.isCapitalized(name - 1)) {
      name--;
    }
    return name < to && name > from && words.has("role", line.key(name - 1));
  }

  boolean nameEndsAt(Line line, int index) {
    return (line.isCapitalized(index) && !isTime(line.key(index)))
        || words.has("source", line.key(index))
        || words.has("role", line.key(index));
  }

  static boolean isShortQuote(Line line, int index) {
    return index >= 0
        && line.pieces().stream()
            .anyMatch(
                p ->
                    p.from() <= index
                        && index < p.to()
                        && p.size() <= 3
                        && p.opens()
                        && p.closes());
  }

  /** "justices". */
  boolean isRoles(String key) {
    return key.length() > 4
        && !key.equals("numbers")
        && key.endsWith("s")
        && words.has("role", key.substring(0, key.length() - 1));
  }

  /** "34-year-old". */
  static boolean isOfAge(String key) {
    return key.endsWith("-year-old") && AGE.matcher(key).matches();
  }

  boolean isTime(String key) {
    return key.endsWith("day") && (words.has("opener", key) || EnglishTimes.isDay(key));
  }

  /** "reportedly", and no name. */
  static boolean isAdverb(Line line, int index) {
    String key = line.key(index);
    return key.length() > 4
        && key.endsWith("ly")
        && !line.isCapitalized(index)
        && !key.equals("family");
  }

  /** What follows a relative is its verb, not a subject. */
  boolean isPredicate(Line line, int from) {
    String key = line.lower(from);
    return !line.isCapitalized(from)
        && (key.endsWith("ed")
            || words.has("finite", key)
            || words.has("auxiliary", key)
            || words.has("be", key)
            || key.equals("declined"));
  }

  /** "He" and the like at a token. */
  static Optional<Subject> pronoun(Line line, int index) {
    if (index > 0 && line.isCapitalized(index) && line.isCapitalized(index + 1)) {
      return Optional.empty(); // "He Jianli"
    }
    return switch (line.key(index)) {
      case "he" -> Optional.of(new Subject.Pronoun(Gender.MASCULINE, false, false));
      case "she" -> Optional.of(new Subject.Pronoun(Gender.FEMININE, false, false));
      case "they" -> Optional.of(new Subject.Pronoun(Gender.UNKNOWN, true, false));
      case "it" -> Optional.of(new Subject.Pronoun(Gender.UNKNOWN, false, true));
      default -> Optional.empty();
    };
  }
}
