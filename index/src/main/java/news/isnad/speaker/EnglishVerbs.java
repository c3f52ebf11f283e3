package news.isnad.speaker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;
import news.isnad.speaker.Rule.Slot;

/**
 * Finds whose words an English verb of speech announces.
 *
 * <ul>
 *   <li>The subject stands before the verb and its auxiliaries: a pronoun, or the phrase back to
 *       the next boundary; {@code and} leads to the subject of the verb before.
 *   <li>Behind a quotation or a clause that ends in a comma, the order may be turned: {@code "...",
 *       said X}.
 *   <li>A participle speaks for the subject of the sentence: "..., adding that".
 *   <li>Infinitives, negations and passives do not speak, except "by X".
 *   <li>"According to" has whoever speaks behind it.
 * </ul>
 *
 * <p>Immutable.
 */
final class EnglishVerbs {
  private static final Set<String> FIRM_SAYS =
      Set.of("said", "says", "told", "confirmed", "announced", "added", "warned");

  private static final Set<String> TAKING = Set.of("took", "takes", "taken", "turned", "turns");

  /** Words from "took" to what was said: "took to the steps of the court to say". */
  private static final int FARTHEST_STAGE = 8;

  /** Instead of a place before a verb that says nothing. */
  private static final int NOBODY = Integer.MIN_VALUE;

  private final WordClasses words;
  private final EnglishSubjects subjects;
  private final EnglishContent content;
  private final EnglishPapers papers;
  private final EnglishUnsaid unsaid;
  private final EnglishPassives passives;
  private final EnglishTurned turned;

  EnglishVerbs(WordClasses words, EnglishSubjects subjects) {
    this.words = words;
    this.subjects = subjects;
    this.content = new EnglishContent(words);
    this.papers = new EnglishPapers(words, subjects);
    this.unsaid = new EnglishUnsaid(words, papers);
    this.passives = new EnglishPassives(words, subjects);
    this.turned = new EnglishTurned(words, subjects);
  }

  /**
   * What a verb announces; empty where it says nothing.
   *
   * @param found what was found in the sentence before it
   */
  Optional<Find> read(Line line, Cues.Match cue, List<Find> found) {
    Optional<Find> firm = firm(line, cue).or(() -> passives.find(line, cue));
    if (firm.isPresent()) {
      return firm;
    }
    if (unsaid.isNoun(line, cue)) {
      return Optional.empty();
    }
    if (cue.rule().slot() == Slot.OBJECT) {
      return credited(line, cue);
    }
    int before = beforeAuxiliaries(line, cue);
    return before == NOBODY ? Optional.empty() : saidBy(line, cue, before, found);
  }

  /** Whoever stands behind the cue: "according to a statement from the ministry". */
  private Optional<Find> credited(Line line, Cues.Match cue) {
    boolean share = line.key(cue.from()).equals("per") && !isNamedBehind(line, cue.to());
    if (share) {
      return Optional.empty(); // "ten per cent"
    }
    return subjects
        .behind(line, EnglishPapers.issuer(line, cue.to()))
        .map(
            who ->
                new Find(
                    cue.rule(), who, cue.from(), cue.to(), cue.from(), who.end(), cue.from() == 0));
  }

  private static boolean isNamedBehind(Line line, int from) {
    int name = line.key(from).equals("the") ? from + 1 : from;
    return line.isCapitalized(name);
  }

  /** The last token before a verb and its auxiliaries; {@link #NOBODY} where they say nothing. */
  private int beforeAuxiliaries(Line line, Cues.Match cue) {
    Rule rule = cue.rule();
    int before = cue.from() - 1;
    boolean future = false;
    boolean passive = rule.cues().contains("quoted as saying");
    while (before >= 0 && !line.isQuoted(before)) {
      String key = line.lower(before);
      if (words.has("be", key)) {
        if (!passive && !isUnderWay(line, cue, key)) {
          return NOBODY;
        }
      } else if (words.has("blocking", key)) {
        if (key.equals("to") && isOngoing(line.key(before - 1))) {
          before -= line.key(before - 1).equals("on") ? 2 : 1;
        } else if (key.equals("to") && tookTo(line, before) >= 0) {
          before = tookTo(line, before);
        } else if (!rule.silent()) {
          return NOBODY;
        }
      } else if (words.has("future", key)) {
        future = true;
      } else if (!words.has("auxiliary", key) && !EnglishTokens.isAdverb(line, before)) {
        break;
      }
      before--;
    }
    if (future && !rule.silent() && !content.isThere(line, cue)) {
      return NOBODY;
    }
    return before;
  }

  /** "is urging", and not "is being urged": somebody says it at this moment. */
  private static boolean isUnderWay(Line line, Cues.Match cue, String be) {
    return line.key(cue.from()).endsWith("ing") && !be.equals("being") && !be.equals("be");
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

  private static boolean isOngoing(String key) {
    return switch (key) {
      case "went", "goes", "go", "going", "gone", "continued", "continues", "on" -> true;
      default -> false;
    };
  }

  /** Whoever stands there, or behind a turned verb. */
  private Optional<Find> saidBy(Line line, Cues.Match cue, int last, List<Find> found) {
    Rule rule = cue.rule();
    int before = last;
    String form = line.key(cue.from());
    boolean underWay = before < cue.from() - 1 && words.has("be", line.lower(before + 1));
    boolean quotedAs = line.key(cue.from() - 1).equals("as");
    if (form.endsWith("ing") && !quotedAs && !underWay) {
      return participle(line, cue, found);
    }
    boolean cut = subjects.isCutOff(line, before); // "Business Secretary Tom Hale, said"
    before -= cut ? 1 : 0;
    Optional<Find> behind =
        !cut && turned.is(line, cue, before) ? behind(line, cue) : Optional.empty();
    if (behind.isPresent()) {
      return behind;
    }
    boolean joined =
        line.lower(before).equals("and")
            && !found.isEmpty()
            && !found.getLast().rule().silent()
            && found.getLast().contentAfter();
    Optional<Subject> subject =
        joined ? Optional.of(found.getLast().subject()) : subjects.subject(line, before);
    if (subject.isEmpty() && EnglishTurned.isWithoutComma(line, cue)) {
      return behind(line, cue);
    }
    if (subject.isEmpty() || !content.fits(line, cue, subject.get())) {
      return Optional.empty();
    }
    if (rule.content().contains("opinion") && EnglishUnsaid.isNobody(line, subject.get())) {
      return Optional.empty();
    }
    int from = subject.get() instanceof Subject.Phrase phrase ? phrase.from() : before;
    boolean overlaps =
        !joined
            && !found.isEmpty()
            && from < found.getLast().cueTo()
            && from >= found.getLast().from();
    if (!rule.silent()
        && (EnglishUnsaid.isCondition(line, from)
            || (overlaps && subject.get() instanceof Subject.Phrase))) {
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

  private Optional<Find> behind(Line line, Cues.Match cue) {
    return subjects
        .behind(line, cue.to())
        .map(who -> new Find(cue.rule(), who, cue.from(), cue.to(), cue.from(), who.end(), false));
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
      return papers
          .issuedBefore(line, cue.from() - 1)
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

  private static boolean isFirm(Line line, int index) {
    return line.key(index).equals("'s")
        && line.isCapitalized(index - 1)
        && (index == 1 || line.isMark(index - 2) || !line.isCapitalized(index - 2));
  }

  private static boolean endsContent(Line line, int from) {
    return from > 1 && (line.isQuote(from - 1) || (line.key(from - 1).equals(",") && from > 4));
  }
}
