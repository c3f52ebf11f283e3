package news.isnad.speaker;

import news.isnad.speaker.Find.Subject;

/** Says whether what an English cue needs stands beside it. Immutable. */
final class EnglishContent {
  private static final int CLAUSE_REACH = 12;

  /**
   * As far behind "called" its verdict may begin: "called the ministry's latest plan a mistake".
   */
  private static final int FARTHEST_VERDICT = 6;

  private final WordClasses words;

  EnglishContent(WordClasses words) {
    this.words = words;
  }

  boolean fits(Line line, Cues.Match cue, Subject subject) {
    Rule rule = cue.rule();
    if (rule.silent()) {
      return true;
    }
    String form = line.key(cue.from());
    boolean infinitive = line.key(cue.from() - 1).equals("to"); // "took to the stage to say"
    boolean base =
        !infinitive && (rule.cues().contains(form + "s") || rule.cues().contains(form + "es"));
    if (base && !isPlural(line, subject)) {
      return false;
    }
    if (rule.takesAny()) {
      return true;
    }
    if (rule.content().contains("opinion")) {
      boolean aside =
          line.isMark(cue.to()) && (line.isMark(cue.from() - 2) || line.isQuote(cue.from() - 2));
      return aside
          || (subject instanceof Subject.Phrase
              && (isThere(line, cue) || toWithin(line, cue.to())));
    }
    if (rule.content().contains("label")) {
      return quoteWithin(line, cue.to(), 20) || isDescription(line, cue);
    }
    if (rule.content().contains("quote")) {
      return hasQuote(line, cue) || endsSentence(line, cue);
    }
    if (rule.content().contains("question")) {
      String next = line.key(cue.to());
      if (next.equals("not")) {
        return false; // "asked not to be named"
      }
      return hasQuote(line, cue)
          || (endsSentence(line, cue) && line.key(cue.from() - 2).equals(","))
          || next.equals("if")
          || next.equals("whether")
          || next.equals("how")
          || next.equals("why")
          || clauseWithin(line, cue.to());
    }
    if (rule.content().contains("promise")) {
      return line.key(cue.to()).equals("to")
          || line.key(cue.to()).equals("not")
          || isThere(line, cue);
    }
    if (rule.content().contains("confession")) {
      String next = line.key(cue.to());
      return next.equals("to")
          || next.endsWith("ing")
          || isOffence(line, cue.to())
          || isThere(line, cue);
    }
    if (rule.content().contains("denial")) {
      return !isWithheld(line, cue.to());
    }
    if (rule.content().contains("reasons")) {
      return cue.to() < line.size() && !line.isMark(cue.to()) && !line.isCapitalized(cue.to());
    }
    return isThere(line, cue) || isInserted(line, cue, subject);
  }

  /** "The harbour, Marsh added, would stay closed." */
  private static boolean isInserted(Line line, Cues.Match cue, Subject subject) {
    return subject instanceof Subject.Phrase phrase
        && phrase.from() > 1
        && phrase.to() == cue.from()
        && line.key(phrase.from() - 1).equals(",")
        && line.key(cue.to()).equals(",")
        && !line.isQuoted(cue.to());
  }

  /** "admitted attempted murder" */
  private boolean isOffence(Line line, int from) {
    return words.has("offence", line.key(from)) || words.has("offence", line.key(from + 1));
  }

  /** "denied Marsh a fourth title", "denied them the cup". */
  private boolean isWithheld(Line line, int from) {
    int at = from;
    while (line.isCapitalized(at)) {
      at++;
    }
    boolean whom = at > from || words.has("whom", line.key(at));
    at += at == from ? 1 : 0;
    return whom && words.has("determiner", line.key(at));
  }

  /** "expects the move to raise" */
  private static boolean toWithin(Line line, int from) {
    for (int i = from + 1; i < Math.min(line.size(), from + 7); i++) {
      if (line.key(i).equals("to")) {
        return true;
      }
    }
    return false;
  }

  private boolean isPlural(Line line, Subject subject) {
    if (subject instanceof Subject.Pronoun pronoun) {
      return pronoun.plural();
    }
    return subject instanceof Subject.Phrase phrase
        && (line.key(phrase.to() - 1).endsWith("s")
            || words.has("source", line.key(phrase.to() - 1))
            || line.key(phrase.to() - 1).equals("police"));
  }

  boolean isThere(Line line, Cues.Match cue) {
    return hasQuote(line, cue) || clauseWithin(line, cue.to()) || endsSentence(line, cue);
  }

  private static boolean hasQuote(Line line, Cues.Match cue) {
    int at = cue.to();
    while (at < line.size() && !line.isQuote(at) && !line.isQuoted(at)) {
      if (at > cue.to() + 14) {
        break;
      }
      if (line.key(at).equals(";")) {
        break;
      }
      at++;
    }
    if (at < line.size() && (line.isQuote(at) || line.isQuoted(at)) && at <= cue.to() + 14) {
      return true;
    }
    return line.pieces().stream()
        .anyMatch(
            piece -> piece.to() <= cue.from() && piece.size() > 2 && cue.from() - piece.to() < 14);
  }

  /** "described the move as a mistake", "called the move a mistake" */
  private boolean isDescription(Line line, Cues.Match cue) {
    if (line.key(cue.from()).startsWith("call")) {
      return isCalledSomething(line, cue.to());
    }
    if (!line.key(cue.from()).startsWith("describ")) {
      return false;
    }
    for (int i = cue.to() + 1; i < Math.min(line.size() - 1, cue.to() + 10); i++) {
      if (line.isMark(i)) {
        return false;
      }
      if (line.key(i).equals("as")) {
        return true;
      }
    }
    return false;
  }

  private boolean isCalledSomething(Line line, int from) {
    boolean thing = words.has("determiner", line.key(from)) || words.has("whom", line.key(from));
    for (int i = from + 1; thing && i < from + FARTHEST_VERDICT && line.isWord(i); i++) {
      String key = line.key(i);
      if (words.has("preposition", key) || words.has("boundary", key)) {
        return false;
      }
      if (key.equals("a") || key.equals("an")) {
        return !words.has("period", line.key(i + 1));
      }
    }
    return false;
  }

  private static boolean quoteWithin(Line line, int from, int reach) {
    for (int i = from; i < Math.min(line.size(), from + reach); i++) {
      if (line.isQuoted(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean clauseWithin(Line line, int from) {
    String next = line.key(from);
    if (words.has("clause-opener", next) || next.equals(":") || line.isQuote(from)) {
      return true;
    }
    for (int i = from; i < Math.min(line.size(), from + CLAUSE_REACH); i++) {
      String key = line.key(i);
      if ((line.isMark(i) && !key.equals("(") && !key.equals(")"))
          || (i > from && key.equals("which"))
          || key.equals("who")) {
        return false;
      }
      boolean verb =
          (words.has("finite", key) && !key.equals("'s"))
              || (key.endsWith("ed") && key.length() > 4 && !line.isCapitalized(i));
      if (key.equals("that") || (i > from && verb)) {
        return true;
      }
    }
    return false;
  }

  /** "..., he suggested." */
  private boolean endsSentence(Line line, Cues.Match cue) {
    String next = line.key(cue.to());
    boolean told =
        next.equals("to") // "..., he claimed to the paper", not "to be"
            && (line.isCapitalized(cue.to() + 1)
                || words.has("determiner", line.key(cue.to() + 1)));
    boolean stops =
        told
            || cue.to() >= line.size()
            || next.equals(".")
            || next.equals(",")
            || next.equals("in")
            || next.equals("on")
            || next.equals("after");
    if (!stops) {
      return false;
    }
    for (int i = cue.from() - 1; i > Math.max(0, cue.from() - 14); i--) {
      if (line.key(i).equals(",") || line.isQuote(i)) {
        return i > 2;
      }
    }
    return false;
  }
}
