package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;

/**
 * Finds the phrase that speaks, before an English verb or behind it. Immutable.
 *
 * <p>Before the verb it reaches back to a comma, a quotation, a conjunction or another verb; a
 * relative leads to the phrase before it, an apposition to the name before it.
 */
final class EnglishSubjects {
  private static final Set<String> GOVERNING =
      Set.of("to", "with", "from", "on", "in", "at", "by", "for");

  /** Prepositions behind which somebody else stands than who acts. */
  private static final Set<String> LEADING_TO = Set.of("to", "with", "by");

  /** Words of a name with its role, as long as sentences begin with. */
  private static final int LONGEST_NAME = 9;

  private static final int LONGEST_FULL_NAME = 4;

  /** Words of an aside that no comma closes. */
  private static final int LONGEST_ASIDE = 14;

  /** Tokens of what stands in brackets behind a name: "(R-Ky.)", "(Social Democrats, SPD)". */
  private static final int LONGEST_BRACKET = 8;

  /** Verbs behind which their subject may stand. */
  private static final Set<String> INVERTED =
      Set.of("say", "says", "said", "adds", "added", "explains", "explained", "writes", "wrote");

  private final WordClasses words;
  private final EnglishTokens tokens;
  private final EnglishTrim trim;
  private final EnglishTimes times;
  private final EnglishLeads leads;
  private final EnglishSubjectsBehind behind;

  EnglishSubjects(WordClasses words, EnglishTokens tokens, EnglishTrim trim) {
    this.words = words;
    this.tokens = tokens;
    this.trim = trim;
    this.times = new EnglishTimes(words);
    this.leads = new EnglishLeads(words, trim);
    this.behind = new EnglishSubjectsBehind(words, tokens, trim);
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
        && (tokens.nameEndsAt(line, open - 1)
            || isBodyBefore(line, open, comma)
            || (line.key(open + 1).equals("the") && line.isCapitalized(open + 2))
            || tokens.isName(line, open + 1, comma));
  }

  /** "The ministry, however, said", "The club, in a statement, said": a body, and no clause. */
  private boolean isBodyBefore(Line line, int open, int comma) {
    boolean clause = false;
    for (int i = open + 1; i < comma; i++) {
      clause |= tokens.isVerb(line, i);
    }
    return !clause && words.has("body", line.key(open - 1));
  }

  /** The phrase that begins at a token: behind "said" or "according to". */
  Optional<Subject> behind(Line line, int from) {
    return behind.at(line, from);
  }

  /** Who the sentence is about up to a token. */
  Optional<Subject> leadingSubject(Line line, int limit) {
    return leads.subject(line, limit);
  }

  /** The subject whose last token is {@code last}, or stands before a time that ends there. */
  Optional<Subject> subject(Line line, int last) {
    return last < 0 ? Optional.empty() : subjectBefore(line, times.before(line, last));
  }

  private Optional<Subject> subjectBefore(Line line, int last) {
    Optional<Subject> pronoun = EnglishTokens.pronoun(line, last);
    if (pronoun.isPresent()) {
      return pronoun;
    }
    String key = line.lower(last);
    if (key.equals("who")) {
      int noun = line.key(last - 1).equals(",") ? last - 2 : last - 1;
      return phraseBack(line, noun).map(who -> behindGoverning(line, who));
    }
    if (last > 0 && (key.equals("and") || key.equals("but") || key.equals("then"))) {
      // "... and said": the subject of the verb before
      return leads.subject(line, last);
    }
    if (line.isDash(last) && !line.isQuoted(last)) {
      return beforeDashes(line, last);
    }
    int speaking = speakingTo(line, last);
    if (speaking > 0) {
      return phraseBack(line, speaking - 1);
    }
    if (key.equals(",") && !line.isQuoted(last)) {
      return beforeCommas(line, last);
    }
    Optional<Subject> found = phraseBack(line, last);
    return found.isPresent() ? found : behindInsertion(line, last);
  }

  /** "She met with | Tom Hale of the museum, who told": the last whom a verb leads to. */
  private static Subject behindGoverning(Line line, Subject who) {
    if (who instanceof Subject.Phrase phrase) {
      for (int i = phrase.to() - 2; i > phrase.from(); i--) {
        boolean leads = LEADING_TO.contains(line.key(i)) && !line.isCapitalized(i - 1);
        if (leads && line.isCapitalized(i + 1)) {
          return new Subject.Phrase(i + 1, phrase.to(), phrase.asideFrom(), phrase.asideTo());
        }
      }
    }
    return who;
  }

  /** "The academics – who teach in Lorin – | noted". */
  private Optional<Subject> beforeDashes(Line line, int last) {
    String dash = line.lower(last);
    int open = last - 1;
    while (open > 0 && !line.key(open).equals(dash) && !line.isQuote(open)) {
      open--;
    }
    boolean aside = EnglishTokens.isRelative(line, open + 1) || line.isCapitalized(open - 1);
    return open > 0 && line.key(open).equals(dash) && aside
        ? phraseBack(line, open - 1)
        : Optional.empty();
  }

  /** "Smith, the chief of X, | said": what stands between two commas belongs to the name. */
  private Optional<Subject> beforeCommas(Line line, int last) {
    int open = commaBefore(line, last);
    if (open <= 0 || (INVERTED.contains(line.key(last + 1)) && isNamedBehind(line, last + 2))) {
      return Optional.empty();
    }
    if (isAgedName(line, open)) { // "Lena Maroth, 34, a teacher, said"
      Optional<Subject.Phrase> aged = headed(line, open - 3, open + 1, last);
      if (aged.isPresent()) {
        return aged.map(Subject.class::cast);
      }
    }
    if (EnglishTokens.isRelative(line, open + 1)) {
      return phraseBack(line, open - 1);
    }
    if (words.has("determiner", line.key(open + 1))) {
      // "Guy Pearl, director of Vote Now, a group that trains candidates, said"
      int outer = commaBefore(line, open);
      boolean twice =
          outer > 0
              && tokens.hasRole(line, outer + 1, open)
              && line.isCapitalized(outer - 1)
              && tokens.isName(line, Math.max(0, outer - 2), outer);
      Optional<Subject.Phrase> head =
          twice ? headed(line, outer - 1, outer + 1, open) : Optional.empty();
      if (head.isPresent()) {
        return head.map(Subject.class::cast);
      }
    }
    return isAppositionEnd(line, last)
        ? headed(line, open - 1, open + 1, last).map(Subject.class::cast)
        : Optional.empty();
  }

  /** "..., says | Tom Hale, a ferryman": a whole name between the verb and a comma. */
  private static boolean isNamedBehind(Line line, int from) {
    int to = from;
    while (line.isCapitalized(to)) {
      to++;
    }
    boolean ends = line.key(to).equals(",") || line.key(to).equals(".") || to >= line.size();
    return to - from >= 2 && to - from <= 3 && ends && !EnglishTimes.isDayNamed(line, from);
  }

  /** The comma before a place, with no quotation between; -1 without one. */
  private static int commaBefore(Line line, int at) {
    int comma = at - 1;
    while (comma >= 0 && !line.key(comma).equals(",") && !line.isQuote(comma)) {
      comma--;
    }
    return comma >= 0 && line.key(comma).equals(",") ? comma : -1;
  }

  /** The phrase that ends with a token, with what stands beside it; empty for a pronoun. */
  private Optional<Subject.Phrase> headed(Line line, int last, int asideFrom, int asideTo) {
    return phraseBack(line, last)
        .filter(Subject.Phrase.class::isInstance)
        .map(Subject.Phrase.class::cast)
        .map(head -> new Subject.Phrase(head.from(), head.to(), asideFrom, asideTo));
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
    return tokens.isFullName(line, comma) || office || line.isKnownPersonAt(comma - 1);
  }

  /** A name, and its bearer's age between two commas. */
  private static boolean isAgedName(Line line, int comma) {
    return isAge(line, comma) && line.isCapitalized(comma - 3);
  }

  /** ", 34,": the second comma. */
  private static boolean isAge(Line line, int comma) {
    return comma >= 2
        && line.key(comma).equals(",")
        && line.token(comma - 1).kind() == Token.Kind.NUMBER
        && line.key(comma - 2).equals(",");
  }

  /** The phrase whose last token this is, or the one that it belongs to. */
  Optional<Subject> phraseBack(Line line, int last) {
    int from = firstOfPhrase(line, last);
    if (from > last) {
      return Optional.empty();
    }
    Optional<Subject> related = behindRelative(line, from);
    if (related.isPresent()) {
      return related;
    }
    int meanwhile = whileBefore(line, from);
    if (meanwhile > 0) {
      return phraseBack(line, meanwhile - 2);
    }
    String stop = line.key(from - 1);
    if (stop.equals("to") && isInfinitive(line, from)) {
      return Optional.empty();
    }
    boolean relative = stop.equals("who") || stop.equals("that") || stop.equals("which");
    if (relative && from > 1 && tokens.isPredicate(line, from)) {
      return phraseBack(line, line.key(from - 2).equals(",") ? from - 3 : from - 2);
    }
    Optional<Subject> named = apposition(line, from, last).map(Subject.class::cast);
    return named.or(() -> trim.somebody(line, from, last + 1));
  }

  /** "to | read the paper on the pilots' demands": what somebody does, and nobody. */
  private boolean isInfinitive(Line line, int from) {
    String key = line.key(from);
    return !line.isCapitalized(from)
        && !words.has("determiner", key)
        && !words.has("role", key)
        && !words.has("source", key)
        && !words.has("body", key)
        && !key.endsWith("s");
  }

  /** Where the phrase begins that ends with a token. */
  private int firstOfPhrase(Line line, int last) {
    int from = last + 1;
    int dateline = Datelines.end(line);
    int first = dateline <= last ? dateline : 0;
    while (from > first) {
      int i = from - 1;
      if (line.isQuoted(i) && !EnglishTokens.isShortQuote(line, i)) {
        break;
      }
      if (line.isQuote(i)) {
        if (EnglishTokens.isShortQuote(line, i - 1) || EnglishTokens.isShortQuote(line, i + 1)) {
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
      if (line.isMark(i) && !tokens.isInner(line, i)) {
        break;
      }
      if (words.has("boundary", key) && !tokens.isOfRole(line, i) && !joinsTwo(line, i, last)) {
        break;
      }
      if (words.has("finite", key) && !key.equals("'s") && i < last) {
        break;
      }
      from--;
    }
    return from;
  }

  /** "and" between two names, two roles or two groups that speak together. */
  private boolean joinsTwo(Line line, int and, int last) {
    if (!line.lower(and).equals("and")) {
      return false;
    }
    boolean named = line.isCapitalized(and - 1);
    return tokens.isOfOffice(line, and)
        || (named && line.isCapitalized(and + 1))
        || (named && line.key(and + 1).equals("other"))
        || (and > 0 && (words.has("role", line.key(and - 1)) || areGroups(line, and, last)));
  }

  /** A role behind a comma: the name stands before it. */
  private Optional<Subject.Phrase> apposition(Line line, int from, int last) {
    int end = last + 1;
    int comma = from - 1;
    if (isAge(line, comma)) {
      comma -= 2; // "Narcis Termes, 68, an electrician ..."
    }
    if (isRoleOfName(line, comma, from, end)) {
      Optional<Subject.Phrase> head =
          headed(line, comma - 1, from, end)
              .filter(who -> !isGoverned(line, who.from()) && line.isCapitalized(who.to() - 1));
      if (head.isPresent()) {
        return head;
      }
    }
    return isAideBehindName(line, comma, from, end)
        ? headed(line, comma - 1, from, end)
        : Optional.empty();
  }

  /** "head of the federation" behind a name and a comma. */
  private boolean isRoleOfName(Line line, int comma, int from, int end) {
    return line.key(comma).equals(",")
        && comma >= 1
        && tokens.nameEndsAt(line, comma - 1)
        && !line.isQuoted(comma - 1)
        && (words.has("determiner", line.key(from))
            || (!line.isCapitalized(from) && tokens.hasRole(line, from, Math.min(end, from + 3))))
        && tokens.hasRole(line, from, end)
        && (!line.isCapitalized(end - 1) || !line.isCapitalized(from))
        && !tokens.endsInName(line, from, end);
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
    int name = comma;
    while (name > 0 && line.isWord(name - 1) && tokens.isName(line, name - 1, name)) {
      name--;
    }
    boolean opens = // nothing but a name stands before the comma
        line.key(comma).equals(",")
            && comma - name >= 2
            && comma - name <= LONGEST_FULL_NAME
            && (name == 0 || line.key(name - 1).equals(","));
    if (!opens || !words.has("role", line.key(from))) {
      return false;
    }
    for (int i = from + 1; i < to - 1; i++) {
      boolean of = // "CEO of Greenmark"
          i == from + 1 && line.key(i).equals("of") && line.isCapitalized(from);
      if (tokens.isOfRole(line, i) || of) {
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
      if (line.key(i).equals("who") && i + 1 < from && tokens.isPredicate(line, i + 1)) {
        return phraseBack(line, line.key(i - 1).equals(",") ? i - 2 : i - 1);
      }
    }
    return Optional.empty();
  }

  /** "Lena Maroth, while speaking in Lorin | said": the "while"; -1 without it. */
  private int whileBefore(Line line, int from) {
    for (int i = from; i > Math.max(1, from - LONGEST_ASIDE); i--) {
      if (line.isQuote(i) || line.isQuoted(i) || line.isMark(i)) {
        return -1;
      }
      if (line.key(i).equals("while")) {
        String next = line.key(i + 1);
        boolean participle =
            !line.isCapitalized(i + 1) && (next.endsWith("ing") || next.equals("given"));
        return participle && line.key(i - 1).equals(",") && line.isCapitalized(i - 2) ? i : -1;
      }
    }
    return -1;
  }

  /** "with one woman admitting": the phrase behind "with". */
  Optional<Subject> withPhrase(Line line, int last) {
    int from = last;
    while (from > 0
        && last - from < LONGEST_NAME
        && line.isWord(from)
        && !line.key(from).equals("with")) {
      from--;
    }
    return line.key(from).equals("with") && from < last
        ? trim.somebody(line, from + 1, last + 1)
        : Optional.empty();
  }

  /** "Speaking to Sky News, the minister": the name before the comma is somebody else. */
  private boolean isGoverned(Line line, int from) {
    boolean determined = words.has("determiner", line.lower(from - 1));
    return GOVERNING.contains(line.lower(determined ? from - 2 : from - 1))
        || GOVERNING.contains(line.lower(from)); // "In Lorin"
  }
}
