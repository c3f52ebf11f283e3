package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;

/**
 * Trims what stands before an English verb to whoever speaks: "Last week | the ministry", "the
 * union | in a statement". Immutable.
 */
final class EnglishTrim {
  private static final Set<String> TIMES =
      Set.of("day", "morning", "evening", "afternoon", "night", "week", "month", "year");

  private static final Set<String> OF_TIMES =
      Set.of("following", "next", "same", "previous", "late", "early", "last", "that", "this");

  private final WordClasses words;
  private final EnglishTokens tokens;

  EnglishTrim(WordClasses words, EnglishTokens tokens) {
    this.words = words;
    this.tokens = tokens;
  }

  /** The phrase without what leads it; empty if it cannot be somebody. */
  Optional<Subject> somebody(Line line, int from, int end) {
    int to = beforeAdjunct(line, from, end);
    int start = from;
    while (start < to - 1 && isLead(line, start, to)) {
      start++;
    }
    if (start + 2 < to
        && OF_TIMES.contains(line.lower(start))
        && TIMES.contains(line.key(start + 1))) {
      start += 2; // "Last week | the ministry warned"
    }
    if (words.has("preposition", line.key(start)) && !line.key(start).equals("of")) {
      int behind = behindTime(line, start, to);
      int name = behind > start ? behind : nameBefore(line, start, to);
      if (name == to) {
        return Optional.empty();
      }
      start = name;
    }
    String first = line.key(start);
    if (!line.isCapitalized(start)
        && (first.endsWith("ing") || first.endsWith("ed") || words.has("be", first))
        && !words.has("source", first)) {
      // a verb that is none of the table: the subject is the last noun phrase
      int determiner = behindBy(line, start, to);
      while (determiner > start && !words.has("determiner", line.key(determiner))) {
        determiner--;
      }
      if (determiner == start) { // "retired barrister Lena Maroth"
        determiner = nameBefore(line, start, to);
      }
      if (determiner == to) {
        return Optional.empty();
      }
      start = determiner;
    }
    int done = behindDeed(line, start, to);
    if (done == to) {
      return Optional.empty();
    }
    start = done;
    boolean named = false;
    boolean somebody = false;
    for (int i = start; i < to; i++) {
      String key = line.key(i);
      named |=
          line.isCapitalized(i)
              && !(i == start
                  && line.token(i).start() == line.span().start()
                  && words.has("opener", line.lower(i)))
              && !tokens.isTime(key);
      somebody |=
          words.has("role", key)
              || tokens.isRoles(key)
              || words.has("source", key)
              || words.has("body", key)
              || words.has("somebody", key)
              || EnglishTokens.isOfAge(key);
    }
    somebody |= isRightBehindQuotation(line, start, to);
    if ((!named && !somebody) || line.key(start).equals("i") || line.key(start).equals("we")) {
      return Optional.empty();
    }
    return Optional.of(new Subject.Phrase(start, to, to, to));
  }

  /** "On Friday | the director of the hospital", "On the following day | the 23-year-old". */
  private int behindTime(Line line, int preposition, int to) {
    int at = preposition + 1;
    boolean time = false;
    while (at < to) {
      String key = line.key(at);
      if (tokens.isTime(key) || TIMES.contains(key)) {
        time = true;
      } else if (time && words.has("determiner", key)) {
        return at;
      } else if (!words.has("determiner", key) && !OF_TIMES.contains(key)) {
        return preposition;
      }
      at++;
    }
    return preposition;
  }

  /** "Tom Hale | on Monday brushed off", "the union | in a statement": when, and where. */
  private int beforeAdjunct(Line line, int from, int to) {
    for (int i = from + 1; i < to - 1; i++) {
      boolean name = line.isCapitalized(i - 1) && !line.isCapitalized(i);
      boolean day = line.key(i).equals("on") && tokens.isTime(line.key(i + 1));
      boolean paper =
          line.key(i).equals("in")
              && words.has("determiner", line.key(i + 1))
              && (words.has("setting", line.key(i + 2))
                  || words.has("utterance", line.key(i + 2))
                  || words.has("paper", line.key(i + 2)));
      if (name && (day || paper)) {
        return i;
      }
    }
    return to;
  }

  /**
   * "onlookers cheered for | the six women": behind a verb of no table the noun that its
   * preposition leads to; {@code from} without such a verb, {@code to} where no noun follows.
   */
  private int behindDeed(Line line, int from, int to) {
    for (int i = to - 2; i > from; i--) {
      boolean verb =
          line.key(i).endsWith("ed")
              && line.key(i).length() > 4
              && !line.isCapitalized(i)
              && !words.has("determiner", line.key(i - 1))
              && line.key(i - 1).endsWith("s")
              && !words.has("source", line.key(i - 1))
              && (line.key(i + 1).equals("for") || line.key(i + 1).equals("at"));
      if (verb) {
        return words.has("determiner", line.key(i + 2)) && i + 3 < to ? i + 2 : to;
      }
    }
    return from;
  }

  /** Where the run of capitals begins that ends a phrase; its end where there is none. */
  private int nameBefore(Line line, int from, int to) {
    int name = to;
    while (name > from && line.isCapitalized(name - 1) && !tokens.isTime(line.key(name - 1))) {
      name--;
    }
    return name;
  }

  /** "contradicted by a source at the ministry": behind "by", else the last token. */
  private static int behindBy(Line line, int from, int to) {
    for (int i = from + 1; i < to - 1; i++) {
      if (line.key(i).equals("by")) {
        return i + 1;
      }
    }
    return to - 1;
  }

  /** "...," the gardeners wrote: whoever stands there speaks, whatever the noun. */
  private boolean isRightBehindQuotation(Line line, int from, int to) {
    boolean behind = line.isQuote(from - 1) && line.isQuoted(from - 2);
    boolean noun = to - from == 1 ? line.key(from).endsWith("s") : to - from <= 6;
    return behind && noun && (to - from == 1 || words.has("determiner", line.key(from)));
  }

  private boolean isLead(Line line, int index, int to) {
    String key = line.lower(index);
    return switch (key) {
      case "but",
          "and",
          "however",
          "meanwhile",
          "then",
          "also",
          "yet",
          "so",
          "still",
          "now",
          "today",
          "yesterday",
          "later",
          "earlier",
          "instead",
          "indeed",
          "thus",
          "therefore",
          "though",
          "while",
          "when",
          "after",
          "as",
          "if",
          "because",
          "since",
          "once",
          "particularly",
          "especially",
          "mostly",
          "mainly",
          "including",
          "'s" ->
          true;
      default ->
          (!line.isWord(index)
                  && line.token(index).kind() != Token.Kind.NUMBER
                  && !line.isQuote(index))
              || (line.isQuote(index)
                  && index < to - 1
                  && !EnglishTokens.isShortQuote(line, index + 1));
    };
  }
}
