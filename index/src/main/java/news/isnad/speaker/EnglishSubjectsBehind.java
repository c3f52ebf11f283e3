package news.isnad.speaker;

import java.util.Optional;
import java.util.regex.Pattern;
import news.isnad.speaker.Find.Subject;

/**
 * Finds who stands behind an English verb of speech or behind "according to": "said Norwegian
 * defence analyst Lena Maroth", "said the union's leader, Tom Hale". Immutable.
 */
final class EnglishSubjectsBehind {
  private static final int LONGEST_FULL_NAME = 4;

  /** Words of a role in front of a name. */
  private static final int LONGEST_ROLE = 4;

  private static final Pattern INFLECTED = Pattern.compile(".+(?:ed|ing)");

  private final WordClasses words;
  private final EnglishTokens tokens;
  private final EnglishTrim trim;

  EnglishSubjectsBehind(WordClasses words, EnglishTokens tokens, EnglishTrim trim) {
    this.words = words;
    this.tokens = tokens;
    this.trim = trim;
  }

  /** The phrase that begins at a token: behind "said" or "according to". */
  Optional<Subject> at(Line line, int from) {
    Optional<Subject> pronoun = EnglishTokens.pronoun(line, from);
    if (pronoun.isPresent()) {
      return pronoun;
    }
    int start = from;
    while (start < line.size() && line.isQuote(start)) {
      start++;
    }
    int to = start;
    while (to < line.size()
        && (line.isWord(to) || tokens.isInner(line, to) || EnglishTokens.isChannelNumber(line, to))
        && !(to > start && isStop(line, to, start))) {
      to++;
    }
    if (to == start) {
      return Optional.empty();
    }
    int asideFrom = to;
    int asideTo = to;
    int aged =
        line.key(to).equals(",")
                && to + 2 < line.size()
                && line.token(to + 1).kind() == Token.Kind.NUMBER
                && line.key(to + 2).equals(",")
            ? to + 2
            : to; // "Maria Lopez, 34, a nurse"
    if (line.key(to).equals(",") && !line.isQuoted(to)) {
      int end = aged + 1;
      while (end < line.size()
          && line.isWord(end)
          && !line.isQuoted(end)
          && !line.key(end).equals("who")
          && !tokens.isVerb(line, end)) {
        end++;
      }
      boolean closed =
          !line.key(from - 1).equals("to")
              || line.key(end).equals(",")
              || line.key(end).equals(".");
      boolean named =
          isFullNameOnly(line, aged + 1, end)
              && (isOwnedRole(line, start, to) || isRoleNamedBehind(line, start, to, end));
      if (closed && end > aged + 1 && (named || isAside(line, aged + 1, end))) {
        asideFrom = aged + 1;
        asideTo = end;
      }
    }
    Optional<Subject> checked = trim.somebody(line, start, to);
    if (checked.isPresent()
        && checked.get() instanceof Subject.Phrase phrase
        && asideTo > asideFrom) {
      return Optional.of(new Subject.Phrase(phrase.from(), phrase.to(), asideFrom, asideTo));
    }
    return checked;
  }

  /** "her attorney". */
  private boolean isOwnedRole(Line line, int from, int to) {
    boolean owned =
        switch (line.key(from)) {
          case "his", "her", "their", "its" -> true;
          default -> false;
        };
    return owned && words.has("role", line.key(to - 1));
  }

  /** "said Norway's envoy to the talks, Lena Maroth.": a role, a name, and nothing more. */
  private boolean isRoleNamedBehind(Line line, int from, int to, int end) {
    boolean over = end >= line.size() || line.isMark(end) || line.isQuote(end);
    return over
        && tokens.hasRole(line, from, to)
        && !(line.isCapitalized(to - 1) && tokens.endsInName(line, from, to));
  }

  private static boolean isFullNameOnly(Line line, int from, int to) {
    boolean name = to - from >= 2 && to - from <= LONGEST_FULL_NAME;
    for (int i = from; i < to; i++) {
      name &= line.isCapitalized(i);
    }
    return name;
  }

  private boolean isAside(Line line, int from, int to) {
    String first = line.key(from);
    if (words.has("boundary", first)
        || first.equals("in")
        || first.equals("on")
        || first.equals("at")
        || first.equals("with")) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (words.has("role", line.key(i)) || words.has("source", line.key(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isStop(Line line, int index, int start) {
    String key = line.lower(index);
    if (tokens.isOfRole(line, index)) {
      return false;
    }
    if (words.has("boundary", key)) {
      return !(tokens.isOfOffice(line, index)
          || (key.equals("and") && line.isCapitalized(index - 1) && line.isCapitalized(index + 1))
          || (key.equals("and") && words.has("role", line.key(index + 1)))
          || (key.equals("and") && index == start + 2 && leadsToName(line, start, index + 1)));
    }
    if (key.equals("of") || key.equals("for")) {
      return false;
    }
    if ((key.equals("by") || key.equals("from"))
        && words.has("paper", line.key(index - 1))
        && line.isCapitalized(index + 1)) {
      return false; // "a new report by Karo News"
    }
    boolean named =
        line.isCapitalized(index - 1)
            && (tokens.isName(line, start, index) || tokens.isFullName(line, index));
    if (key.equals("in") || key.equals("at") || key.equals("from") || key.equals("with")) {
      return named;
    }
    if (key.equals("the") && named && index - start >= 2) {
      return !line.isCapitalized(index + 1); // "said Lena Maroth | the chair of the union"
    }
    boolean based = // "a tally based on", "the analyst based in"
        key.equals("based") && words.has("preposition", line.key(index + 1));
    if (words.has("preposition", key)
        || based
        || (words.has("auxiliary", key)
            && !key.equals("'s")
            && !key.equals("first")
            && !line.key(index - 1).equals("'s"))) {
      return true;
    }
    if (tokens.isVerb(line, index) && !key.equals("'s")) {
      return true;
    }
    // "said Bjorn pictured", "said Smith adding": a small word behind a name ends it
    return named
        && !line.isCapitalized(index)
        && !words.has("particle", key)
        && !key.equals("'s")
        && !words.has("role", key)
        && !words.has("source", key)
        && !words.has("body", key)
        && !(areCapitals(line, start, index) && leadsToName(line, start, index));
  }

  /** "Harbour University": what the one who is named behind it belongs to. */
  private static boolean areCapitals(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!line.isCapitalized(i)) {
        return false;
      }
    }
    return true;
  }

  /** "said Norwegian | political analyst Lena Maroth": of where, what, and the name. */
  private boolean leadsToName(Line line, int start, int from) {
    if (line.isKnownPersonAt(start)
        || words.has("male-name", line.key(start))
        || words.has("female-name", line.key(start))
        || INFLECTED.matcher(line.lower(from)).matches()) {
      return false;
    }
    for (int i = from; i < Math.min(line.size(), from + LONGEST_ROLE) && line.isWord(i); i++) {
      String key = line.lower(i);
      if (line.isCapitalized(i) || tokens.isVerb(line, i) || words.has("preposition", key)) {
        return false;
      }
      if (words.has("role", key) && line.isCapitalized(i + 1)) {
        return true;
      }
    }
    return false;
  }
}
