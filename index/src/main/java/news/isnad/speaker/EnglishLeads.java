package news.isnad.speaker;

import java.util.Optional;
import news.isnad.speaker.Find.Subject;

/**
 * Finds who an English sentence is about: the phrase that opens it, or stands behind the clause
 * that leads it ("Asked why, the minister ..."). A possessor is not, but whose agent follows; a
 * group is told by who is in it, and by its name where one stands beside it. Immutable.
 */
final class EnglishLeads {
  private final WordClasses words;
  private final EnglishTrim trim;

  EnglishLeads(WordClasses words, EnglishTrim trim) {
    this.words = words;
    this.trim = trim;
  }

  /** Who the sentence is about, whatever clause leads it. */
  Optional<Subject> subject(Line line, int limit) {
    int first = Datelines.end(line);
    while (first < limit && (!line.isWord(first) || line.isQuoted(first))) {
      first++;
    }
    Optional<Subject> found = first < limit ? leading(line, first, limit) : Optional.empty();
    boolean clause =
        words.has("meanwhile", line.key(first))
            || words.has("opener", line.key(first))
            || line.key(first).equals("asked")
            || isDoing(line, first);
    if ((found.isPresent() && !isDoing(line, first)) || !clause) {
      return found;
    }
    for (int i = first + 1; i < limit - 1; i++) { // "Asked why, the minister shrugged and said"
      if (line.key(i).equals(",") && !line.isQuoted(i)) {
        return leading(line, i + 1, limit);
      }
    }
    return Optional.empty();
  }

  /** "Ending her speech, ...": what somebody does, who is named behind it. */
  private boolean isDoing(Line line, int at) {
    return line.key(at).endsWith("ing")
        && line.key(at).length() > 5
        && (words.has("determiner", line.key(at + 1))
            || words.has("preposition", line.key(at + 1)));
  }

  /** The phrase that opens the sentence, if it is a name or a pronoun. */
  private Optional<Subject> leading(Line line, int from, int limit) {
    Optional<Subject> pronoun = EnglishTokens.pronoun(line, from);
    if (pronoun.isPresent()) {
      return pronoun;
    }
    int to = from;
    while (to < limit
        && line.isWord(to)
        && !line.isQuoted(to)
        && (line.isCapitalized(to)
            || words.has("role", line.key(to))
            || words.has("determiner", line.key(to))
            || words.has("source", line.key(to))
            || words.has("body", line.key(to)))) {
      to++;
    }
    to = behindShortName(line, from, to, limit);
    to = ofWhom(line, from, to, limit);
    if (to > from && line.key(to).equals("of") && words.has("several", line.key(to - 1))) {
      to = severalEnd(line, to, limit);
    }
    boolean owner = line.key(to).equals("'s"); // "The union's secretary": not the union
    if (to > from && owner) {
      return owned(line, from, to + 1, limit);
    }
    int comma = to;
    return to > from
        ? trim.somebody(line, from, to).map(who -> called(line, who, comma, limit))
        : Optional.empty();
  }

  /** "A spokesman for the airline", "The director of the Lorin Museum". */
  private int ofWhom(Line line, int from, int to, int limit) {
    boolean of = line.key(to).equals("for") || line.key(to).equals("of");
    boolean head =
        to > from && (words.has("source", line.key(to - 1)) || words.has("role", line.key(to - 1)));
    int end = to + 1;
    while (of
        && head
        && end < limit
        && line.isWord(end)
        && !line.isQuoted(end)
        && (line.isCapitalized(end)
            || words.has("determiner", line.key(end))
            || words.has("body", line.key(end)))) {
      end++;
    }
    return end > to + 1 ? end : to;
  }

  /** "The Movement for the Coast (MC) chairman": the role behind the brackets. */
  private int behindShortName(Line line, int from, int open, int limit) {
    boolean brackets = open > from && line.key(open).equals("(") && line.key(open + 2).equals(")");
    return brackets && open + 3 < limit && words.has("role", line.key(open + 3)) ? open + 4 : open;
  }

  /** "A group of Italian professors and researchers are planning": who is in it. */
  private int severalEnd(Line line, int of, int limit) {
    int to = of;
    while (to < limit
        && line.isWord(to)
        && !line.isQuoted(to)
        && !words.has("finite", line.key(to))
        && !words.has("be", line.key(to))
        && !words.has("auxiliary", line.key(to))) {
      to++;
    }
    return to < limit && line.isWord(to) ? to : of;
  }

  /** "The group, Workers' Voice, formed in May": by its name. */
  private static Subject called(Line line, Subject who, int comma, int limit) {
    int end = comma + 1;
    while (end < limit && line.isCapitalized(end)) {
      end++;
    }
    boolean named =
        line.key(comma).equals(",")
            && end > comma + 1
            && end < limit
            && line.key(end).equals(",")
            && !line.isCapitalized(comma - 1);
    return named && who instanceof Subject.Phrase phrase
        ? new Subject.Phrase(phrase.from(), phrase.to(), comma + 1, end)
        : who;
  }

  /** "Larrea's agent", "Larrea's agent, Bruno Pires,": the agent. */
  private Optional<Subject> owned(Line line, int from, int noun, int limit) {
    int to = noun;
    while (to < limit
        && line.isWord(to)
        && !line.isCapitalized(to)
        && (words.has("role", line.key(to)) || words.has("source", line.key(to)))) {
      to++;
    }
    if (to == noun) {
      return Optional.empty();
    }
    int end = to + 1;
    while (end < limit && line.isCapitalized(end)) {
      end++;
    }
    boolean named =
        line.key(to).equals(",") && end > to + 1 && line.key(end).equals(",") && end < limit;
    return Optional.of(
        named ? new Subject.Phrase(to + 1, end, from, to) : new Subject.Phrase(from, to, to, to));
  }
}
