package news.isnad.speaker;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import news.isnad.speaker.ArticleReading.Voice;
import news.isnad.speaker.Mention.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An article that is printed as questions and answers: what stands behind a question is the words
 * of whoever is interviewed, without marks.
 *
 * <ul>
 *   <li>The lead speaks of an interview, and the person heard last in it is who answers.
 *   <li>Paragraphs that only ask follow: two where the lead says that the text of the interview is
 *       printed, three where it does not; and hardly anything behind the first has quotation marks.
 * </ul>
 *
 * <p>Immutable.
 */
final class Interview {
  private static final Set<String> WORDS =
      Set.of(
          "interview",
          "interviewed",
          "conversation",
          "q&a",
          "حوار",
          "الحوار",
          "مقابله",
          "المقابله",
          "لقاء",
          "حاورته",
          "حاورت",
          "التقت",
          "حوارا",
          "للحوار");

  /** Behind such a word the text of the interview follows. */
  private static final Set<String> TEXT =
      Set.of(
          "transcript",
          "excerpts",
          "edited",
          "condensed",
          "نص",
          "مقتطفات",
          "التالي",
          "يلي",
          "ياتي");

  private static final int QUESTIONS = 3;

  /** One of so many sentences may have marks. */
  private static final int SELDOM_QUOTED = 5;

  private final BitSet answers;
  private final @Nullable Person answering;

  private Interview(BitSet answers, @Nullable Person answering) {
    this.answers = answers;
    this.answering = answering;
  }

  /** Reads what was heard in each sentence. */
  static Interview of(List<Line> lines, List<List<Voice>> voices) {
    BitSet asking = new BitSet(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      if (asks(lines, i)) {
        asking.set(i);
      }
    }
    int first = asking.nextSetBit(0);
    Person answering = first < 0 ? null : heardBefore(first, voices);
    boolean printed = first > 0 && isIn(TEXT, lines.subList(0, first));
    if (answering == null
        || !isIn(WORDS, lines.subList(0, first))
        || asking.cardinality() < (printed ? QUESTIONS - 1 : QUESTIONS)
        || isQuoting(lines.subList(first, lines.size()))) {
      return new Interview(new BitSet(), null);
    }
    BitSet answers = new BitSet(lines.size());
    answers.set(first, lines.size());
    answers.andNot(asking);
    return new Interview(answers, answering);
  }

  /** Whose words a sentence is as an answer; null where it is none. */
  @Nullable Person answering(int index) {
    return answers.get(index) ? answering : null;
  }

  /** The last sentence of a paragraph that asks, outside quotations. */
  private static boolean asks(List<Line> lines, int index) {
    Line line = lines.get(index);
    String last = line.key(line.size() - 1);
    boolean ends = index + 1 >= lines.size() || lines.get(index + 1).paragraph() > line.paragraph();
    return ends && (last.equals("?") || last.equals("؟")) && line.pieces().isEmpty();
  }

  private static @Nullable Person heardBefore(int index, List<List<Voice>> voices) {
    Person heard = null;
    for (List<Voice> line : voices.subList(0, index)) {
      for (Voice voice : line) {
        heard = voice.person().kind() == Kind.PERSON ? voice.person() : heard;
      }
    }
    return heard;
  }

  private static boolean isIn(Set<String> wanted, List<Line> lines) {
    for (Line line : lines) {
      for (int i = 0; i < line.size(); i++) {
        if (wanted.contains(line.key(i))
            || wanted.contains(ArabicWords.withoutJoint(line.key(i)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isQuoting(List<Line> lines) {
    long quoting = lines.stream().filter(line -> !line.pieces().isEmpty()).count();
    return quoting * SELDOM_QUOTED > lines.size();
  }
}
