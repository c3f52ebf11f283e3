package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.speaker.Find.Subject;

/**
 * Finds the phrase that speaks, before an English verb or behind it. Immutable.
 *
 * <p>Before the verb it reaches back to a comma, a quotation, a conjunction or another verb; a
 * relative leads to the phrase before it, an apposition to the name before it.
 */
final class EnglishSubjects {
  private static final Pattern AGE = Pattern.compile("\\d+-year-old");

  private static final Set<String> TIMES =
      Set.of("day", "morning", "evening", "afternoon", "night", "week", "month", "year");

  private static final Set<String> OF_TIMES =
      Set.of("following", "next", "same", "previous", "late", "early", "last", "that", "this");

  private static final Set<String> GOVERNING =
      Set.of("to", "with", "from", "on", "in", "at", "by", "for");

  /** Words of a name with its role, as long as sentences begin with. */
  private static final int LONGEST_NAME = 9;

  private static final int LONGEST_FULL_NAME = 4;

  /** Tokens of what stands in brackets behind a name: "(R-Ky.)", "(Social Democrats, SPD)". */
  private static final int LONGEST_BRACKET = 8;

  private final WordClasses words;
  private final EnglishTimes times;
  private final EnglishLeads leads;
  private final EnglishSubjectsBehind behind;

  EnglishSubjects(WordClasses words) {
    this.words = words;
    this.times = new EnglishTimes(words);
    this.leads = new EnglishLeads(words, this);
    this.behind = new EnglishSubjectsBehind(words, this);
  }

  /** "Smith, the chief of X, said": there is a name before the apposition. */
  boolean isAppositionEnd(Line line, int comma) {
    int open = comma - 1;
    while (open >= 0
        && !line.key(open).equals(",")
        && !line.isQuote(open)
        && !line.key(open).equals(":")) {
      open--;
    }
    return open > 0
        && line.key(open).equals(",")
        && !words.has("meanwhile", line.key(open + 1))
        && line.isWord(open - 1)
        && !line.isQuoted(open - 1)
        && (nameEndsAt(line, open - 1)
            || isBodyBefore(line, open, comma)
            || (line.key(open + 1).equals("the") && line.isCapitalized(open + 2))
            || isName(line, open + 1, comma));
  }

  private boolean nameEndsAt(Line line, int index) {
    return (line.isCapitalized(index) && !isTime(line.key(index)))
        || words.has("source", line.key(index))
        || words.has("role", line.key(index));
  }

  /** "The ministry, however, said", "The club, in a statement, said": a body, and no clause. */
  private boolean isBodyBefore(Line line, int open, int comma) {
    boolean clause = false;
    for (int i = open + 1; i < comma; i++) {
      clause |= isVerb(line, i);
    }
    return !clause && words.has("body", line.key(open - 1));
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

  /** The phrase that begins at a token: behind "said" or "according to". */
  Optional<Subject> behind(Line line, int from) {
    return behind.at(line, from);
  }

  /** Who the sentence is about up to a token. */
  Optional<Subject> leadingSubject(Line line, int limit) {
    return leads.subject(line, limit);
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

  /** "He" and the like at a token. */
  Optional<Subject> pronoun(Line line, int index) {
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

  /** The subject whose last token is {@code last}, or stands before a time that ends there. */
  Optional<Subject> subject(Line line, int last) {
    return last < 0 ? Optional.empty() : subjectBefore(line, times.before(line, last));
  }

  private Optional<Subject> subjectBefore(Line line, int last) {
    Optional<Subject> pronoun = pronoun(line, last);
    if (pronoun.isPresent()) {
      return pronoun;
    }
    String key = line.lower(last);
    if (key.equals("who")) {
      int noun = line.key(last - 1).equals(",") ? last - 2 : last - 1;
      return phraseBack(line, noun);
    }
    if (last > 0 && (key.equals("and") || key.equals("but") || key.equals("then"))) {
      // "... and said": the subject of the verb before
      return leads.subject(line, last);
    }
    if (line.isDash(last) && !line.isQuoted(last)) { // "The academics – who teach in Lorin – noted"
      int open = last - 1;
      while (open > 0 && !line.key(open).equals(key) && !line.isQuote(open)) {
        open--;
      }
      boolean aside = isRelative(line, open + 1) || line.isCapitalized(open - 1);
      return open > 0 && line.key(open).equals(key) && aside
          ? phraseBack(line, open - 1)
          : Optional.empty();
    }
    int speaking = speakingTo(line, last);
    if (speaking > 0) {
      return phraseBack(line, speaking - 1);
    }
    if (key.equals(",") && !line.isQuoted(last)) {
      int open = last - 1;
      while (open >= 0 && !line.key(open).equals(",") && !line.isQuote(open)) {
        open--;
      }
      boolean apposition = open > 0 && line.key(open).equals(",");
      if (apposition && isAgedName(line, open)) { // "Lena Maroth, 34, a teacher, said"
        Optional<Subject> head = phraseBack(line, open - 3);
        if (head.isPresent() && head.get() instanceof Subject.Phrase phrase) {
          return Optional.of(new Subject.Phrase(phrase.from(), phrase.to(), open + 1, last));
        }
      }
      if (apposition && isRelative(line, open + 1)) {
        return phraseBack(line, open - 1);
      }
      if (apposition && words.has("determiner", line.key(open + 1))) {
        // "Guy Pearl, director of Vote Now, a group that trains candidates, said"
        int outer = open - 1;
        while (outer >= 0 && !line.key(outer).equals(",") && !line.isQuote(outer)) {
          outer--;
        }
        boolean twice =
            outer > 0
                && line.key(outer).equals(",")
                && hasRole(line, outer + 1, open)
                && line.isCapitalized(outer - 1)
                && isName(line, Math.max(0, outer - 2), outer);
        if (twice) {
          Optional<Subject> head = phraseBack(line, outer - 1);
          if (head.isPresent() && head.get() instanceof Subject.Phrase phrase) {
            return Optional.of(new Subject.Phrase(phrase.from(), phrase.to(), outer + 1, open));
          }
        }
      }
      if (apposition && isAppositionEnd(line, last)) {
        Optional<Subject> head = phraseBack(line, open - 1);
        if (head.isPresent() && head.get() instanceof Subject.Phrase phrase) {
          return Optional.of(new Subject.Phrase(phrase.from(), phrase.to(), open + 1, last));
        }
      }
      return Optional.empty();
    }
    Optional<Subject> found = phraseBack(line, last);
    return found.isPresent() ? found : behindInsertion(line, last);
  }

  /**
   * "The minister was booed, but in an interview last year | argued": who the sentence is about.
   */
  private Optional<Subject> behindInsertion(Line line, int last) {
    int at = last;
    while (at > 1 && line.isWord(at) && !line.isQuoted(at) && !line.isCapitalized(at)) {
      if (line.key(at).equals("but") && words.has("preposition", line.key(at + 1))) {
        return line.key(at - 1).equals(",") ? leads.subject(line, at) : Optional.empty();
      }
      at--;
    }
    return Optional.empty();
  }

  /** "Lena Maroth speaking to AFP on Monday, | said": where that begins; -1 where it does not. */
  private static int speakingTo(Line line, int last) {
    int from = line.key(last).equals(",") ? last - 1 : last;
    for (int i = from; i > 1 && line.isWord(i) && !line.isQuoted(i); i--) {
      boolean speaking = line.key(i).equals("speaking") || line.key(i).equals("talking");
      if (speaking && line.key(i + 1).equals("to") && line.isCapitalized(i - 1)) {
        return i;
      }
    }
    return -1;
  }

  /** A name that begins the sentence, and a comma that does not belong before its verb. */
  boolean isCutOff(Line line, int comma) {
    if (!line.key(comma).equals(",") || comma > LONGEST_NAME || !line.isCapitalized(comma - 1)) {
      return false;
    }
    for (int i = 0; i < comma; i++) {
      String key = line.lower(i);
      boolean verb =
          words.has("finite", key) || words.has("be", key) || (i > 0 && key.endsWith("ed"));
      if (!line.isWord(i) || line.isQuoted(i) || (verb && !key.equals("'s"))) {
        return false;
      }
    }
    boolean office = // "the medical superintendent Ana Marsh, said"
        comma > 2 && line.isCapitalized(comma - 2) && words.has("role", line.key(comma - 3));
    return isFullName(line, comma) || office || line.isKnownPersonAt(comma - 1);
  }

  /** A name, and its bearer's age between two commas. */
  private static boolean isAgedName(Line line, int comma) {
    return comma > 2
        && line.token(comma - 1).kind() == Token.Kind.NUMBER
        && line.key(comma - 2).equals(",")
        && line.isCapitalized(comma - 3);
  }

  private static boolean isRelative(Line line, int index) {
    return line.key(index).equals("who") || line.key(index).equals("which");
  }

  Optional<Subject> phraseBack(Line line, int last) {
    int end = last;
    int from = last + 1;
    int dateline = Datelines.end(line);
    int first = dateline <= last ? dateline : 0;
    while (from > first) {
      int i = from - 1;
      if (line.isQuoted(i) && !isShortQuote(line, i)) {
        break;
      }
      if (line.isQuote(i)) {
        if (isShortQuote(line, i - 1) || isShortQuote(line, i + 1)) {
          from--;
          continue;
        }
        break;
      }
      String key = line.lower(i);
      if (key.equals(")") && bracketBefore(line, i) >= first) { // "Sen. Lena Maroth (R-Ky.)"
        from = bracketBefore(line, i);
        continue;
      }
      if (line.isMark(i) && !isInner(line, i)) {
        break;
      }
      if (words.has("boundary", key)
          && !isOfRole(line, i)
          && !(key.equals("and") && line.isCapitalized(i - 1) && line.isCapitalized(i + 1))
          && !(key.equals("and")
              && i > 0
              && (words.has("role", line.key(i - 1))
                  || areGroups(line, i, end)
                  || (line.key(i + 1).equals("other") && line.isCapitalized(i - 1))))) {
        break;
      }
      if (words.has("finite", key) && !key.equals("'s") && i < end) {
        break;
      }
      from--;
    }
    if (from > end) {
      return Optional.empty();
    }
    Optional<Subject> related = behindRelative(line, from);
    if (related.isPresent()) {
      return related;
    }
    String stop = line.key(from - 1);
    boolean relative = stop.equals("who") || stop.equals("that") || stop.equals("which");
    if (relative && from > 1 && isPredicate(line, from)) {
      return phraseBack(line, line.key(from - 2).equals(",") ? from - 3 : from - 2);
    }
    int comma = from - 1;
    if (line.key(comma).equals(",")
        && comma >= 2
        && line.token(comma - 1).kind() == Token.Kind.NUMBER
        && line.key(comma - 2).equals(",")) {
      comma -= 2; // "Narcis Termes, 68, an electrician ..."
    }
    // "head of the federation" behind a comma: the name stands before it
    if (line.key(comma).equals(",")
        && comma >= 1
        && nameEndsAt(line, comma - 1)
        && !line.isQuoted(comma - 1)
        && (words.has("determiner", line.key(from))
            || (!line.isCapitalized(from) && hasRole(line, from, Math.min(end + 1, from + 3))))
        && hasRole(line, from, end + 1)
        && (!line.isCapitalized(end) || !line.isCapitalized(from))
        && !endsInName(line, from, end + 1)) {
      Optional<Subject> head = phraseBack(line, comma - 1);
      if (head.isPresent()
          && head.get() instanceof Subject.Phrase phrase
          && !isGoverned(line, phrase.from())
          && line.isCapitalized(phrase.to() - 1)) {
        return Optional.of(new Subject.Phrase(phrase.from(), phrase.to(), from, end + 1));
      }
    }
    if (isAideBehindName(line, comma, from, end + 1)) {
      Optional<Subject> head = phraseBack(line, comma - 1);
      if (head.isPresent() && head.get() instanceof Subject.Phrase phrase) {
        return Optional.of(new Subject.Phrase(phrase.from(), phrase.to(), from, end + 1));
      }
    }
    return checked(line, from, end + 1);
  }

  /** Where a short bracket opens that closes at a token; -1 where none does. */
  private static int bracketBefore(Line line, int close) {
    for (int i = close - 1; i >= Math.max(0, close - LONGEST_BRACKET); i--) {
      if (line.key(i).equals("(")) {
        return i;
      }
    }
    return -1;
  }

  /** "harbour officials and aid groups": both of them. */
  private boolean areGroups(Line line, int and, int last) {
    return words.has("source", line.key(and - 1))
        && line.key(and - 1).endsWith("s")
        && line.key(last).endsWith("s")
        && words.has("source", line.key(last));
  }

  /** "Lena Maroth, Chief of staff to Mayor Tom Hale announced": she, and not whom she serves. */
  private boolean isAideBehindName(Line line, int comma, int from, int to) {
    boolean opens = // nothing but a name stands before the comma
        line.key(comma).equals(",")
            && comma >= 2
            && comma <= LONGEST_FULL_NAME
            && isName(line, 0, comma);
    if (!opens || !words.has("role", line.key(from))) {
      return false;
    }
    for (int i = from + 1; i < to - 1; i++) {
      if (isOfRole(line, i)) {
        return true;
      }
    }
    return false;
  }

  /** "an aide who asked not to be named told": the phrase before "who". */
  private Optional<Subject> behindRelative(Line line, int from) {
    for (int i = from - 1; i > Math.max(0, from - 9); i--) {
      if (line.isMark(i) || line.isQuote(i) || line.isQuoted(i)) {
        return Optional.empty();
      }
      if (line.key(i).equals("who") && i + 1 < from && isPredicate(line, i + 1)) {
        return phraseBack(line, line.key(i - 1).equals(",") ? i - 2 : i - 1);
      }
    }
    return Optional.empty();
  }

  /** "partner at Mother" does not, "president Scott Coker" does end in a name of its own. */
  boolean endsInName(Line line, int from, int to) {
    int name = to;
    while (name > from && line.isCapitalized(name - 1)) {
      name--;
    }
    return name < to && name > from && words.has("role", line.key(name - 1));
  }

  /** What follows a relative is its verb, not a subject. */
  private boolean isPredicate(Line line, int from) {
    String key = line.lower(from);
    return !line.isCapitalized(from)
        && (key.endsWith("ed")
            || words.has("finite", key)
            || words.has("auxiliary", key)
            || words.has("be", key)
            || key.equals("declined"));
  }

  /** "with one woman admitting": the phrase behind "with". */
  Optional<Subject> withPhrase(Line line, int last) {
    int from = last;
    while (from > 0 && last - from < 5 && line.isWord(from) && !line.key(from).equals("with")) {
      from--;
    }
    return line.key(from).equals("with") && from < last
        ? checked(line, from + 1, last + 1)
        : Optional.empty();
  }

  /** "Speaking to Sky News, the minister": the name before the comma is somebody else. */
  private boolean isGoverned(Line line, int from) {
    boolean determined = words.has("determiner", line.lower(from - 1));
    return GOVERNING.contains(line.lower(determined ? from - 2 : from - 1))
        || GOVERNING.contains(line.lower(from)); // "In Lorin"
  }

  boolean hasRole(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.has("role", line.key(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isShortQuote(Line line, int index) {
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

  /** The phrase without what leads it; empty if it cannot be somebody. */
  Optional<Subject> checked(Line line, int from, int end) {
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
              && !isTime(key);
      somebody |=
          words.has("role", key)
              || isRoles(key)
              || words.has("source", key)
              || words.has("body", key)
              || words.has("somebody", key)
              || isOfAge(key);
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
      if (isTime(key) || TIMES.contains(key)) {
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
      boolean day = line.key(i).equals("on") && isTime(line.key(i + 1));
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
    while (name > from && line.isCapitalized(name - 1) && !isTime(line.key(name - 1))) {
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

  /** "justices". */
  private boolean isRoles(String key) {
    return key.length() > 4
        && !key.equals("numbers")
        && key.endsWith("s")
        && words.has("role", key.substring(0, key.length() - 1));
  }

  /** "34-year-old". */
  static boolean isOfAge(String key) {
    return key.endsWith("-year-old") && AGE.matcher(key).matches();
  }

  private boolean isTime(String key) {
    return key.endsWith("day") && (words.has("opener", key) || EnglishTimes.isDay(key));
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
              || (line.isQuote(index) && index < to - 1 && !isShortQuote(line, index + 1));
    };
  }
}
