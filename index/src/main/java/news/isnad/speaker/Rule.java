package news.isnad.speaker;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.isnad.config.Tables;

/**
 * A row of the speech tables. Immutable.
 *
 * @param cues the forms that announce speech
 * @param slot where the speaker stands
 * @param content what has to stand beside the cue: {@code any}, {@code clause}, {@code quote} ...
 * @param side where the content may stand
 * @param silent true where the row announces that somebody kept silent
 * @param example a sentence with the speaker in brackets
 * @param counterExample a sentence in which nobody speaks
 */
record Rule(
    List<String> cues,
    Slot slot,
    Set<String> content,
    Side side,
    boolean silent,
    String example,
    String counterExample) {

  enum Slot {
    /** The subject of the cue, before or behind it. */
    SUBJECT,
    /** What stands behind the cue: "according to ...". */
    OBJECT,
    /** Behind the preposition that follows: «نقلت وكالة عن ...». */
    SOURCE,
    /** The cue itself holds a pronoun: «على حد قوله». */
    PRONOUN
  }

  enum Side {
    AFTER,
    BEFORE,
    EITHER
  }

  static List<Rule> shipped(String table) {
    return Tables.shipped(table).stream().map(Rule::of).toList();
  }

  private static Rule of(List<String> row) {
    if (row.size() != 7) {
      throw new IllegalArgumentException("a speech rule has seven columns: " + row);
    }
    return new Rule(
        Tables.alternatives(row.get(0)),
        Slot.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
        Set.of(row.get(2).split(",", -1)),
        Side.valueOf(row.get(3).toUpperCase(Locale.ROOT)),
        row.get(4).equals("silent"),
        row.get(5),
        row.get(6));
  }

  boolean takesAny() {
    return content.contains("any");
  }
}
