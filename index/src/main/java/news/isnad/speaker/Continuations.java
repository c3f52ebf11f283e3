package news.isnad.speaker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.isnad.speaker.ArticleReading.Voice;
import news.isnad.speaker.Mention.Kind;
import news.isnad.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose words go on in sentences that lie in a quotation and have no cue of their own.
 *
 * <ul>
 *   <li>Whoever spoke last, for some sentences; or whom the sentence before is about, if it says
 *       nothing itself; or whoever is named behind the quotation.
 *   <li>Behind an open quotation a sentence in the first person goes on with it.
 *   <li>In an {@link Interview} an answer is whole.
 * </ul>
 *
 * <p>Confined to one thread, used once.
 */
final class Continuations {
  private static final int MEMORY = 4;
  private static final int REACH = 12;

  private final RuleAttribution.Grammar grammar;
  private final List<Line> lines;
  private final List<List<Voice>> voices;
  private final List<Optional<Person>> leading;
  private final Map<Integer, Person> byQuotation;
  private final Map<Integer, Person> reached = new HashMap<>();
  private final List<@Nullable Person> continued = new ArrayList<>();

  /**
   * Prepares for an article.
   *
   * @param voices of each sentence
   * @param leading whom each sentence is about
   * @param byQuotation whose quotations those are that a cue announces
   */
  Continuations(
      RuleAttribution.Grammar grammar,
      List<Line> lines,
      List<List<Voice>> voices,
      List<Optional<Person>> leading,
      Map<Integer, Person> byQuotation) {
    this.grammar = grammar;
    this.lines = lines;
    this.voices = voices;
    this.leading = leading;
    this.byQuotation = byQuotation;
  }

  /**
   * A quotation that ends without a beginning reaches back to the last sentence with a cue, over
   * sentences that have neither marks nor cues.
   */
  private void reachBack() {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.pieces().isEmpty()
          || !line.pieces().getFirst().implied()
          || !voices.get(i).isEmpty()) {
        continue;
      }
      int back = i - 1;
      while (back >= 0
          && i - back <= REACH
          && voices.get(back).isEmpty()
          && lines.get(back).pieces().isEmpty()) {
        back--;
      }
      if (back >= 0
          && back < i - 1
          && !voices.get(back).isEmpty()
          && !lines.get(back).pieces().isEmpty()) {
        Person speaker = voices.get(back).getLast().person();
        for (int k = back + 1; k < i; k++) {
          reached.put(k, speaker);
        }
      }
    }
  }

  /** Whose words each sentence goes on with; null where it does not. */
  List<@Nullable Person> all() {
    reachBack();
    Interview interview = Interview.of(lines, voices);
    Person current = null;
    int since = MEMORY;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Person speaker = null;
      Voice own = lastSaying(voices.get(i));
      Person answering = interview.answering(i);
      if (answering != null) {
        speaker = answering;
        current = speaker;
        since = 0;
      } else if (own != null) {
        current = own.person();
        since = 0;
      } else if (reached.containsKey(i)) {
        speaker = reached.get(i);
        current = speaker;
        since = 0;
      } else if (isSpoken(line)) {
        speaker = speakerOf(line, i, since <= MEMORY ? current : null);
        Person introduced = introducedBefore(i);
        speaker = introduced == null || isAnnounced(line) ? speaker : introduced;
        if (speaker != null) {
          current = speaker;
          since = 0;
        }
      } else if (since == 0 && current != null && goesOn(i)) {
        speaker = current;
      } else {
        since++;
      }
      continued.add(speaker);
    }
    return continued;
  }

  /** "Draper won in two hours. "It is amazing ..."": whom the sentence before is about. */
  private @Nullable Person introducedBefore(int index) {
    if (index == 0
        || lines.get(index).pieces().isEmpty()
        || !lines.get(index).pieces().getFirst().opens()
        || !isPlain(index - 1)) {
      return null;
    }
    return leading.get(index - 1).filter(person -> person.kind() == Kind.PERSON).orElse(null);
  }

  /** Whether a cue elsewhere says whose quotation this is. */
  private boolean isAnnounced(Line line) {
    return line.pieces().stream().anyMatch(piece -> byQuotation.containsKey(piece.quotation()));
  }

  private @Nullable Voice lastSaying(List<Voice> all) {
    List<Voice> others =
        all.stream().filter(voice -> !grammar.credits().isOutlet(voice.person().name())).toList();
    return lastOf(others.isEmpty() ? all : others);
  }

  private static @Nullable Voice lastOf(List<Voice> heard) {
    Voice last = null;
    for (Voice voice : heard) {
      last = voice.find().rule().silent() ? last : voice;
    }
    return last;
  }

  /** A sentence without marks behind a quotation, in the first person: the quotation goes on. */
  private boolean goesOn(int index) {
    Line before = lines.get(index - 1);
    boolean arabic = grammar.language() == Language.ARABIC;
    boolean quoted =
        !before.pieces().isEmpty() || continued.get(index - 1) != null || isAfterColon(index - 1);
    boolean closed = !before.pieces().isEmpty() && before.isQuote(before.pieces().getLast().to());
    return quoted && isPlain(index) && !(closed && !arabic) && isFirstPerson(lines.get(index));
  }

  /** «وتابع: وقعنا اتفاقا»: words of their own without marks. */
  private boolean isAfterColon(int index) {
    Line line = lines.get(index);
    return voices.get(index).stream()
        .map(Voice::find)
        .anyMatch(
            find ->
                !find.rule().silent()
                    && (line.key(find.to()).equals(":")
                        || line.key(find.cueTo()).equals(":")
                        || line.key(line.size() - 1).equals(":")));
  }

  private boolean isPlain(int index) {
    return voices.get(index).isEmpty() && lines.get(index).pieces().isEmpty();
  }

  private boolean isFirstPerson(Line line) {
    for (int i = 0; i < line.size(); i++) {
      String text = line.token(i).text();
      if (grammar.words().has("first-person", line.key(i))
          || text.startsWith("سأ")
          || text.startsWith("وسأ")
          || isNegatedByUs(line, i)) {
        return true;
      }
    }
    return false;
  }

  /** «لم أكن», «لن نتراجع»: the verb is ours. */
  private static boolean isNegatedByUs(Line line, int at) {
    String before = ArabicWords.withoutJoint(line.key(at - 1));
    String text = line.token(at).text();
    return (before.equals("لم") || before.equals("لن"))
        && text.length() > 2
        && (text.charAt(0) == 'أ' || text.charAt(0) == 'ن');
  }

  /** All or most of the sentence lies in a quotation, or it begins inside one and goes on. */
  private static boolean isSpoken(Line line) {
    if (!line.pieces().isEmpty()) {
      Line.Piece first = line.pieces().getFirst();
      if (!first.opens() && first.from() == 0 && first.size() >= 3) {
        return true;
      }
    }
    int inside = line.wordsInsideQuotes();
    int outside = line.wordsOutsideQuotes();
    return inside > 0 && (outside == 0 || (outside <= 2 && inside >= 4));
  }

  private @Nullable Person speakerOf(Line line, int index, @Nullable Person current) {
    for (Line.Piece piece : line.pieces()) {
      Person known = byQuotation.get(piece.quotation());
      if (known != null) {
        return known;
      }
    }
    if (current != null) {
      return current;
    }
    // "..." he said stands behind: the next sentences that go on with the quotation
    for (int i = index + 1; i < Math.min(lines.size(), index + 3); i++) {
      if (!voices.get(i).isEmpty()
          && !lines.get(i).pieces().isEmpty()
          && !voices.get(i).getFirst().find().contentAfter()) {
        return voices.get(i).getFirst().person();
      }
    }
    return null;
  }
}
