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
 *   <li>Cues inside a quotation say nothing, unless all of the sentence is inside; questions and
 *       headings say nothing either.
 *   <li>A verb has its speaker as {@link EnglishVerbs} says. Of somebody who told something and
 *       whoever says so at the end of the sentence, the latter speaks.
 *   <li>{@code Name: "..."} at the beginning of a sentence is speech, and "quoted a diplomat as
 *       saying" the diplomat's.
 * </ul>
 *
 * <p>Immutable.
 */
final class EnglishReader implements SentenceReader {
  private static final Rule COLON =
      new Rule(List.of(":"), Slot.SUBJECT, Set.of("quote"), Rule.Side.AFTER, false, "", "");

  private static final int LONGEST_HEADING = 6;

  private static final Rule QUOTED =
      new Rule(List.of("as saying"), Slot.SUBJECT, Set.of("any"), Rule.Side.AFTER, false, "", "");

  private final Cues cues;
  private final WordClasses words;
  private final EnglishTokens tokens;
  private final EnglishTrim trim;
  private final EnglishSubjects subjects;
  private final EnglishVerbs verbs;

  EnglishReader(Cues cues, WordClasses words) {
    this.cues = cues;
    this.words = words;
    this.tokens = new EnglishTokens(words);
    this.trim = new EnglishTrim(words, tokens);
    this.subjects = new EnglishSubjects(words, tokens, trim);
    this.verbs = new EnglishVerbs(words, subjects);
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
          Optional<Find> find = verbs.read(line, match, found);
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
