package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;
import news.isnad.speaker.Rule.Slot;

/**
 * Finds cues and their speakers in an English sentence.
 *
 * <ul>
 *   <li>Cues inside a quotation say nothing, unless all of the sentence is inside.
 *   <li>The subject stands before the verb: a pronoun, or the phrase back to the next boundary; an
 *       apposition between commas is stepped over; {@code who} leads to the phrase before it.
 *   <li>Behind a quotation or a clause that ends in a comma, the order may be turned: {@code "...",
 *       said X}.
 *   <li>Infinitives, negations and passives do not speak.
 *   <li>{@code Name: "..."} at the beginning of a sentence is speech.
 * </ul>
 *
 * <p>Immutable.
 */
final class EnglishReader implements SentenceReader {
  private static final Set<String> COUNTING =
      Set.of("few", "no", "many", "any", "several", "these", "those", "such", "more");

  private static final Set<String> STRUCK = Set.of("dead", "missing", "killed", "injured");

  private static final Rule COLON =
      new Rule(
          List.of(":"), Slot.SUBJECT, java.util.Set.of("quote"), Rule.Side.AFTER, false, "", "");

  private static final java.util.Set<String> FIRM_SAYS =
      java.util.Set.of("said", "says", "told", "confirmed", "announced", "added", "warned");

  private static final java.util.Set<String> MADE =
      java.util.Set.of("made", "issued", "released", "filed", "published", "prepared", "compiled");

  /** Words from "according to" to who made the document. */
  private static final int FARTHEST_MAKER = 10;

  private static final java.util.Set<String> TAKING =
      java.util.Set.of("took", "takes", "taken", "turned", "turns");

  /** Verbs whose object is judged: "was dismissed as nonsense by". */
  private static final Set<String> JUDGED =
      Set.of(
          "dismissed",
          "described",
          "branded",
          "labelled",
          "labeled",
          "hailed",
          "condemned",
          "denounced",
          "criticised",
          "criticized",
          "rejected",
          "slammed",
          "praised",
          "dubbed");

  private static final int LONGEST_HEADING = 6;

  /** Words of a verdict up to whose it is. */
  private static final int LONGEST_VERDICT = 14;

  /** "said two officials". */
  private static final Set<String> SOME =
      Set.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both",
          "another", "several", "some", "many");

  /** Words from "took" to what was said: "took to the steps of the court to say". */
  private static final int FARTHEST_STAGE = 8;

  private static final Rule QUOTED =
      new Rule(
          List.of("as saying"),
          Slot.SUBJECT,
          java.util.Set.of("any"),
          Rule.Side.AFTER,
          false,
          "",
          "");

  private final Cues cues;
  private final WordClasses words;
  private final EnglishTokens tokens;
  private final EnglishTrim trim;
  private final EnglishSubjects subjects;
  private final EnglishContent content;

  EnglishReader(Cues cues, WordClasses words) {
    this.cues = cues;
    this.words = words;
    this.tokens = new EnglishTokens(words);
    this.trim = new EnglishTrim(words, tokens);
    this.subjects = new EnglishSubjects(words, tokens, trim);
    this.content = new EnglishContent(words);
  }

  @Override
  public List<Find> read(Line line) {
    List<Find> found = new ArrayList<>();
    if (asks(line) || isHeading(line)) {
      return found;
    }
    colonForm(line).ifPresent(found::add);
    quotedAsSaying(line).ifPresent(found::add);
    int at = 0;
    while (at < line.size()) {
      int next = at + 1;
      if (!line.isQuoted(at) && line.isWord(at)) {
        for (Cues.Match match : cues.at(line, at)) {
          Optional<Find> find = find(line, match, found);
          if (find.isPresent()) {
            found.add(find.get());
            next = match.to();
            break;
          }
        }
      }
      at = next;
    }
    return ofWhoTells(line, found);
  }

  /** "Hale told his school that he was ill, the airline said Tuesday": the airline does. */
  private List<Find> ofWhoTells(Line line, List<Find> found) {
    if (found.size() != 2) {
      return found;
    }
    Find inner = found.getFirst();
    Find outer = found.getLast();
    boolean whole =
        inner.contentAfter()
            && !inner.rule().silent()
            && inner.from() <= Datelines.end(line) + 1
            && inner.subject() instanceof Subject.Phrase
            && outer.subject() instanceof Subject.Phrase
            && outer.rule().slot() == Slot.SUBJECT
            && !outer.rule().silent()
            && !outer.contentAfter()
            && !line.key(outer.cueFrom()).startsWith("report") // a medium, and no party to it
            && isAtEnd(line, outer.cueTo());
    return whole ? List.of(outer) : found;
  }

  /** Nothing but a time stands behind. */
  private boolean isAtEnd(Line line, int from) {
    int at = from;
    while (line.isWord(at) && (isDay(line.key(at)) || words.has("preposition", line.key(at)))) {
      at++;
    }
    return at >= line.size() || line.key(at).equals(".");
  }

  private static boolean isDay(String key) {
    return key.endsWith("day") || key.equals("later") || key.equals("earlier");
  }

  /** "DRIVER BLAMED": between two parts of an article. */
  private static boolean isHeading(Line line) {
    String text = line.words(0, line.size());
    return line.size() <= LONGEST_HEADING
        && line.pieces().isEmpty()
        && text.equals(text.toUpperCase(Locale.ROOT))
        && text.chars().anyMatch(Character::isLetter);
  }

  /** "What did the minister say?": nobody has said anything. */
  private boolean asks(Line line) {
    return line.pieces().isEmpty()
        && line.key(line.size() - 1).equals("?")
        && (words.has("asking", line.key(0)) || words.has("finite", line.key(0)));
  }

  private Optional<Find> find(Line line, Cues.Match cue, List<Find> found) {
    Rule rule = cue.rule();
    Optional<Find> firm = firm(line, cue).or(() -> by(line, cue));
    if (firm.isPresent()) {
      return firm;
    }
    if (isNoun(line, cue)) {
      return Optional.empty();
    }
    if (rule.slot() == Slot.OBJECT) {
      boolean share = line.key(cue.from()).equals("per") && !isNamedBehind(line, cue.to());
      if (share) {
        return Optional.empty(); // "ten per cent"
      }
      return subjects
          .behind(line, issuer(line, cue.to()))
          .map(
              who ->
                  new Find(rule, who, cue.from(), cue.to(), cue.from(), end(who), cue.from() == 0));
    }
    int before = cue.from() - 1;
    boolean future = false;
    boolean passive = rule.cues().contains("quoted as saying");
    while (before >= 0 && !line.isQuoted(before)) {
      String key = line.lower(before);
      if (words.has("be", key)) {
        if (!passive && !isUnderWay(line, cue, key)) {
          return Optional.empty();
        }
      } else if (words.has("blocking", key)) {
        if (key.equals("to") && isOngoing(line.key(before - 1))) {
          before -= line.key(before - 1).equals("on") ? 2 : 1;
        } else if (key.equals("to") && tookTo(line, before) >= 0) {
          before = tookTo(line, before);
        } else if (!rule.silent()) {
          return Optional.empty();
        }
      } else if (words.has("future", key)) {
        future = true;
      } else if (!words.has("auxiliary", key) && !isAdverb(line, before)) {
        break;
      }
      before--;
    }
    if (future && !rule.silent() && !content.isThere(line, cue)) {
      return Optional.empty();
    }
    String form = line.key(cue.from());
    boolean underWay = before < cue.from() - 1 && words.has("be", line.lower(before + 1));
    boolean quotedAs = line.key(cue.from() - 1).equals("as");
    if (form.endsWith("ing") && !quotedAs && !underWay) {
      return participle(line, cue, found);
    }
    boolean cut = subjects.isCutOff(line, before); // "Business Secretary Tom Hale, said"
    before -= cut ? 1 : 0;
    Optional<Find> turned =
        !cut && isTurned(line, cue, before) ? turned(line, cue) : Optional.empty();
    if (turned.isPresent()) {
      return turned;
    }
    boolean joined =
        line.lower(before).equals("and")
            && !found.isEmpty()
            && !found.getLast().rule().silent()
            && found.getLast().contentAfter();
    Optional<Subject> subject =
        joined ? Optional.of(found.getLast().subject()) : subjects.subject(line, before);
    if (subject.isEmpty() && isSaidBehind(line, cue)) {
      return turned(line, cue);
    }
    if (subject.isEmpty() || !content.fits(line, cue, subject.get())) {
      return Optional.empty();
    }
    if (rule.content().contains("opinion") && isNobody(line, subject.get())) {
      return Optional.empty();
    }
    int from = subject.get() instanceof Subject.Phrase phrase ? phrase.from() : before;
    boolean overlaps =
        !joined
            && !found.isEmpty()
            && from < found.getLast().cueTo()
            && from >= found.getLast().from();
    if (!rule.silent() && (isCondition(line, from) || (overlaps && isNamed(subject.get())))) {
      return Optional.empty();
    }
    return Optional.of(
        new Find(
            rule,
            subject.get(),
            cue.from(),
            cue.to(),
            Math.max(0, from),
            cue.to(),
            !endsContent(line, from)));
  }

  /** "is urging", and not "is being urged": somebody says it at this moment. */
  private static boolean isUnderWay(Line line, Cues.Match cue, String be) {
    return line.key(cue.from()).endsWith("ing") && !be.equals("being") && !be.equals("be");
  }

  /** "It was suggested by Marsh that". */
  private Optional<Find> by(Line line, Cues.Match cue) {
    Optional<Find> judged = judgedBy(line, cue);
    if (judged.isPresent()) {
      return judged;
    }
    int be = cue.from() - 1;
    while (be > 0 && (words.has("auxiliary", line.lower(be)) || isAdverb(line, be))) {
      be--;
    }
    int it = be - 1;
    boolean passive =
        line.key(cue.to()).equals("by")
            && words.has("be", line.lower(be))
            && line.key(it).equals("it")
            && cue.rule().slot() == Slot.SUBJECT
            && !cue.rule().silent();
    if (!passive) {
      return Optional.empty();
    }
    return subjects
        .behind(line, cue.to() + 1)
        .map(who -> new Find(cue.rule(), who, cue.from(), cue.to(), it, end(who), true));
  }

  /** "The claims were dismissed as 'laughable' by his spokesman". */
  private Optional<Find> judgedBy(Line line, Cues.Match cue) {
    int be = cue.from() - 1;
    while (be > 0 && (words.has("auxiliary", line.lower(be)) || isAdverb(line, be))) {
      be--;
    }
    boolean passive =
        JUDGED.contains(line.key(cue.from()))
            && words.has("be", line.lower(be))
            && line.key(cue.to()).equals("as");
    if (!passive) {
      return Optional.empty();
    }
    for (int i = cue.to() + 1; i < Math.min(line.size() - 1, cue.to() + LONGEST_VERDICT); i++) {
      if (line.key(i).equals("by") && !line.isQuoted(i)) {
        int from = Math.max(0, be);
        return subjects
            .behind(line, i + 1)
            .map(who -> new Find(cue.rule(), who, cue.from(), cue.to(), from, end(who), false));
      }
    }
    return Optional.empty();
  }

  /** "took to Twitter to say": where "took" stands; -1 without it. */
  private static int tookTo(Line line, int to) {
    for (int i = to - 2; i >= Math.max(1, to - FARTHEST_STAGE); i--) {
      if (line.key(i).equals("to") && TAKING.contains(line.key(i - 1))) {
        return i - 1;
      }
    }
    return -1;
  }

  private static boolean isNamedBehind(Line line, int from) {
    int name = line.key(from).equals("the") ? from + 1 : from;
    return line.isCapitalized(name);
  }

  /** "McArdle's said it would close": the name of a firm ends in 's. */
  private Optional<Find> firm(Line line, Cues.Match cue) {
    int last = cue.from() - 1;
    if (!isFirm(line, last) || !FIRM_SAYS.contains(line.key(cue.from()))) {
      return Optional.empty();
    }
    return subjects
        .phraseBack(line, last)
        .filter(who -> content.fits(line, cue, who))
        .map(
            who -> {
              int from = who instanceof Subject.Phrase phrase ? phrase.from() : last;
              return new Find(
                  cue.rule(), who, cue.from(), cue.to(), from, cue.to(), !endsContent(line, from));
            });
  }

  /** "a statement from the ministry": where its issuer begins. */
  private static int issuer(Line line, int from) {
    for (int i = from; i < Math.min(line.size() - 1, from + 4); i++) {
      boolean notice = line.key(i).equals("statement") || line.key(i).equals("release");
      if (notice && (line.key(i + 1).equals("from") || line.key(i + 1).equals("by"))) {
        return i + 2;
      }
    }
    return maker(line, from);
  }

  /** "a filing made on Monday by the company": where its maker begins. */
  private static int maker(Line line, int from) {
    for (int i = from; i < Math.min(line.size() - 1, from + FARTHEST_MAKER); i++) {
      boolean made = MADE.contains(line.key(i)) && line.isWord(i);
      for (int by = i + 1; made && by < i + 4; by++) {
        if (line.key(by).equals("by") && !line.key(by + 1).isEmpty()) {
          return by + 1;
        }
      }
      if (!line.isWord(i)) {
        return from;
      }
    }
    return from;
  }

  /** "not as bad as some think", "while some believe": nobody in particular. */
  private static boolean isNobody(Line line, Subject subject) {
    return subject instanceof Subject.Phrase phrase
        && (line.key(phrase.from() - 1).equals("as")
            || (phrase.to() - phrase.from() == 1 && line.key(phrase.from()).equals("some")));
  }

  private static boolean isNamed(Subject subject) {
    return subject instanceof Subject.Phrase;
  }

  private static boolean isFirm(Line line, int index) {
    return line.key(index).equals("'s")
        && line.isCapitalized(index - 1)
        && (index == 1 || line.isMark(index - 2) || !line.isCapitalized(index - 2));
  }

  /** "If he says", "no one said": nobody has said anything. */
  private static boolean isCondition(Line line, int from) {
    String before = line.key(from - 1);
    String first = line.key(from);
    return before.equals("if")
        || before.equals("unless")
        || first.equals("nobody")
        || first.equals("none")
        || first.equals("if")
        || (first.equals("no") && line.key(from + 1).equals("one"))
        || (before.equals("no") && first.equals("one"));
  }

  /** "Bolivia's claim", "the reports", "United States": no verb. */
  private boolean isNoun(Line line, Cues.Match cue) {
    if (cue.rule().slot() != Slot.SUBJECT || cue.rule().silent()) {
      return false;
    }
    if (isAgreement(line, cue) || isCounted(line, cue)) {
      return true;
    }
    String before = line.key(cue.from() - 1);
    boolean past = line.key(cue.from()).endsWith("ed") || line.key(cue.from()).endsWith("ing");
    String next = line.key(cue.to());
    boolean quoted = cue.rule().cues().contains("quoted as saying"); // "... by the paper"
    if (past
        && !quoted
        && (next.equals("by") || (next.equals("of") && line.key(cue.from()).equals("accused")))) {
      return true;
    }
    if (!past && next.equals("of") && words.has("noun-verb", line.key(cue.from()))) {
      return true; // "an original estimate of"
    }
    boolean preposition =
        words.has("preposition", before)
            && !before.equals("as")
            && !before.equals("that")
            && !words.has("boundary", before);
    if (preposition
        && !past
        && cue.rule().cues().contains(line.key(cue.from()))
        && !line.key(cue.from()).equals("said")
        && line.key(cue.from()).endsWith("s")) {
      return true;
    }
    if (words.has("determiner", before) || before.equals("'s") || before.equals("of")) {
      return !past || !before.equals("'s");
    }
    return line.isCapitalized(cue.from())
        && cue.from() > 0
        && words.has("noun-verb", line.key(cue.from()));
  }

  /** "few answers", "Lorin and Varo states.", "now confirmed dead": no verb, or nobody's. */
  private static boolean isCounted(Line line, Cues.Match cue) {
    String form = line.key(cue.from());
    String next = line.key(cue.to());
    boolean over = cue.to() >= line.size() || line.isMark(cue.to());
    return (form.endsWith("s") && COUNTING.contains(line.key(cue.from() - 1)))
        || (form.equals("states") && over && line.isCapitalized(cue.from() - 1))
        || (form.endsWith("ed") && STRUCK.contains(next));
  }

  /** "agreed to return the cash" is a deed, "third case confirmed in the north" nobody's word. */
  private boolean isAgreement(Line line, Cues.Match cue) {
    String form = line.key(cue.from());
    String next = line.key(cue.to());
    boolean written = // "confirmed in a statement"
        isPaper(line, cue.to() + 1)
            || isPaper(line, cue.to() + 2)
            || words.has("setting", line.key(cue.to() + 2));
    boolean place = !written && (next.equals("in") || next.equals("at") || next.equals("across"));
    return (form.startsWith("agree") && next.equals("to"))
        || (place && (form.equals("confirmed") || form.equals("reported")));
  }

  private static boolean isOngoing(String key) {
    return switch (key) {
      case "went", "goes", "go", "going", "gone", "continued", "continues", "on" -> true;
      default -> false;
    };
  }

  private boolean isAdverb(Line line, int index) {
    String key = line.key(index);
    return key.length() > 4
        && key.endsWith("ly")
        && !line.isCapitalized(index)
        && !key.equals("family");
  }

  /** A participle speaks for the subject of the sentence: "..., adding that". */
  private Optional<Find> participle(Line line, Cues.Match cue, List<Find> found) {
    boolean afterComma = line.isMark(cue.from() - 1) || line.isQuote(cue.from() - 1);
    String before = line.key(cue.from() - 1);
    boolean has = content.isThere(line, cue) || cue.rule().takesAny();
    boolean after = cue.rule().side() == Rule.Side.AFTER;
    if (!has || (after && !line.key(cue.to()).equals("that"))) {
      return Optional.empty();
    }
    boolean way = before.equals("while") || before.equals("and") || before.equals("by");
    if (!(afterComma || way)) {
      return paperBy(line, cue.from() - 1)
          .or(() -> subjects.withPhrase(line, cue.from() - 1))
          .map(who -> new Find(cue.rule(), who, cue.from(), cue.to(), cue.from(), cue.to(), true));
    }
    if (!found.isEmpty() && !found.getLast().rule().silent()) {
      Subject last = found.getLast().subject();
      return Optional.of(
          new Find(cue.rule(), last, cue.from(), cue.to(), cue.from(), cue.to(), true));
    }
    return subjects
        .leadingSubject(line, cue.from())
        .map(who -> new Find(cue.rule(), who, cue.from(), cue.to(), cue.from(), cue.to(), true));
  }

  /** "The board issued a statement warning that": whose statement it is. */
  private Optional<Subject> paperBy(Line line, int last) {
    int paper = last;
    while (paper > last - 6 && !isPaper(line, paper) && line.isWord(paper)) {
      paper--;
    }
    if (!isPaper(line, paper)) {
      return Optional.empty();
    }
    for (int i = paper - 1; i > Math.max(0, paper - 6) && !line.isMark(i); i--) {
      if (words.has("issuing", line.key(i))) {
        int before = i - 1;
        while (before > 0 && words.has("auxiliary", line.lower(before))) {
          before--;
        }
        return subjects.subject(line, before);
      }
    }
    return Optional.empty();
  }

  private boolean isPaper(Line line, int index) {
    return words.has("paper", line.key(index)) || words.has("utterance", line.key(index));
  }

  private boolean isTurned(Line line, Cues.Match cue, int before) {
    if (cue.rule().side() == Rule.Side.AFTER || before != cue.from() - 1) {
      return false;
    }
    if (cue.rule().cues().contains("told")) {
      return false; // whoever stands behind it was told
    }
    boolean afterContent =
        before < 0
            ? false
            : line.isQuote(before)
                || line.isQuoted(before)
                || line.key(before).equals(",")
                || line.key(before).equals("-")
                || line.key(before).equals("–");
    if (!afterContent || line.isQuoted(cue.from())) {
      return false;
    }
    int next = cue.to();
    if (next >= line.size() || line.isQuoted(next) || !line.isWord(next)) {
      return false;
    }
    if (line.key(before).equals(",")
        && subjects.isAppositionEnd(line, before)
        && !line.isQuoted(Math.max(0, before - 1))) {
      return false;
    }
    String key = line.key(next);
    if (words.has("clause-opener", key) && !(key.equals("he") || key.equals("she"))) {
      return false;
    }
    return line.isCapitalized(next)
        || words.has("determiner", key)
        || words.has("source", key)
        || words.has("role", key)
        || words.has("body", key)
        || key.equals("he")
        || key.equals("she")
        || (SOME.contains(key) && line.isWord(next + 1))
        || isBeforeName(line, next);
  }

  /** "said retired barrister Lena Maroth": a few plain words, then a full name. */
  private boolean isBeforeName(Line line, int from) {
    int at = from;
    while (at < from + 4
        && line.isWord(at)
        && !line.isCapitalized(at)
        && !words.has("preposition", line.key(at))
        && !words.has("boundary", line.key(at))
        && !words.has("finite", line.key(at))) {
      at++;
    }
    return at > from && line.isCapitalized(at) && line.isCapitalized(at + 1);
  }

  /** "... will get them home said Tom Hale": the comma is missing, and nobody stands before. */
  private static boolean isSaidBehind(Line line, Cues.Match cue) {
    return line.key(cue.from()).equals("said")
        && cue.from() > 3
        && line.isCapitalized(cue.to())
        && line.isCapitalized(cue.to() + 1)
        && !line.pieces().isEmpty();
  }

  private Optional<Find> turned(Line line, Cues.Match cue) {
    return subjects
        .behind(line, cue.to())
        .map(who -> new Find(cue.rule(), who, cue.from(), cue.to(), cue.from(), end(who), false));
  }

  private static int end(Subject who) {
    return who instanceof Subject.Phrase phrase ? Math.max(phrase.to(), phrase.asideTo()) : 0;
  }

  private static boolean endsContent(Line line, int from) {
    return from > 1 && (line.isQuote(from - 1) || (line.key(from - 1).equals(",") && from > 4));
  }

  /** "The paper quoted a diplomat as saying". */
  private Optional<Find> quotedAsSaying(Line line) {
    for (int i = 1; i < line.size(); i++) {
      boolean quoted = line.key(i).equals("quoted") || line.key(i).equals("quotes");
      if (!quoted || line.isQuoted(i)) {
        continue;
      }
      boolean passive = words.has("be", line.key(i - 1));
      if (passive && !line.key(i + 1).equals("by")) {
        continue;
      }
      for (int end = i + 2; end < Math.min(line.size() - 1, i + 16); end++) {
        if (line.key(end).equals("as") && line.key(end + 1).equals("saying")) {
          int cue = end;
          int from = passive ? i : i + 1;
          Optional<Subject> speaker =
              passive ? subjects.subject(line, i - 2) : trim.somebody(line, from, end);
          return speaker.map(who -> new Find(QUOTED, who, cue, cue + 2, from, cue + 2, true));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Find> colonForm(Line line) {
    int colon = 0;
    while (colon < Math.min(line.size(), 8) && !line.key(colon).equals(":")) {
      if (!line.isWord(colon) && !tokens.isInner(line, colon)) {
        return Optional.empty();
      }
      colon++;
    }
    boolean quote = line.isQuote(colon + 1);
    if (colon == 0
        || colon >= Math.min(line.size() - 2, 8)
        || !quote
        || !tokens.isName(line, 0, colon)) {
      return Optional.empty();
    }
    int end = colon + 1;
    boolean turned = colon > 1 && !cues.at(line, 0).isEmpty(); // "Continued Berg: ..."
    return trim.somebody(line, turned ? 1 : 0, colon)
        .map(who -> new Find(COLON, who, 0, end, 0, end, true));
  }
}
