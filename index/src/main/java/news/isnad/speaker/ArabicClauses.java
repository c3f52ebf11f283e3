package news.isnad.speaker;

import java.util.Set;

/** Says how clauses begin and go on in an Arabic sentence. Immutable. */
final class ArabicClauses {
  /** As far behind «قال» as the comma may stand that ends where it was said. */
  private static final int FARTHEST_COMMA = 10;

  /** Words that may lead a sentence before its verb. */
  private static final int LONGEST_LEAD = 4;

  /** Words that may tell when something was said. */
  private static final int LONGEST_TIME = 8;

  /** What stands among the words of a time, and is none by itself. */
  private static final Set<String> IN_TIMES =
      Set.of(
          "في", "قبل", "بعد", "خلال", "من", "وقت", "سابق", "لاحق", "متاخر", "هذا", "هذه", "الاسبوع",
          "الشهر", "العام", "السنه", "الفائت", "المنصرم");

  private final Cues cues;
  private final WordClasses words;
  private final ArabicContent content;

  ArabicClauses(Cues cues, WordClasses words, ArabicContent content) {
    this.cues = cues;
    this.words = words;
    this.content = content;
  }

  /** Whether a clause begins with a word. */
  boolean begins(Line line, int index) {
    if (index == 0 || line.isMark(index - 1) || line.isQuote(index - 1)) {
      return true;
    }
    String key = line.key(index);
    String before = line.key(index - 1);
    return words.has("opener", before)
        || words.has("time", before)
        || words.has("relative", before)
        || ((key.charAt(0) == 'و' || key.charAt(0) == 'ف') && key.length() > 3)
        || index <= 2
        || (line.isWord(index + 1) && isSaidAt(line, index + 2))
        || (index <= LONGEST_LEAD
            && words.isPreposition(line.key(0))
            && isSomebody(line, index + 1));
  }

  /** «وفي إشارة إلى الاتفاق ذكر درويش | : "..."». */
  private static boolean isSaidAt(Line line, int at) {
    return line.key(at).equals(":") || line.isQuote(at) || ArabicWords.isThat(line, at);
  }

  /** «وفي سياق متصل كشف | المتحدث»: a role or a source with the article. */
  private boolean isSomebody(Line line, int at) {
    String bare = ArabicWords.stripped(line.key(at));
    return line.key(at).startsWith("ال") && (words.has("role", bare) || words.has("source", bare));
  }

  /** «وقالت»، «فقال»: joined to what stands before. */
  static boolean isJoined(Line line, Cues.Match cue) {
    char first = line.key(cue.from()).charAt(0);
    return (first == 'و' || first == 'ف') && cue.from() > 0;
  }

  /** «ما كشفه», «كما قال», «حسبما ذكر». */
  static boolean isRelated(Line line, int index) {
    return switch (line.key(index - 1)) {
      case "ما", "لما", "كما", "حسبما", "وكما", "مثلما", "وحسبما", "بما", "الذي", "التي" -> true;
      default -> false;
    };
  }

  /** «..., كما قال زيد.»: what was said stands before. */
  boolean isReport(Line line, Cues.Match cue, int from) {
    int end = content.skipInserted(line, from);
    int place = line.key(end).equals("من") || line.key(end).equals("في") ? end + 2 : end;
    int time = behindTime(line, end);
    boolean ends =
        end >= line.size()
            || line.isMark(end)
            || isOver(line, place)
            || isOver(line, time)
            || (time > end && line.isMark(time));
    return ends && isRelated(line, cue.from()) && cue.from() > 3;
  }

  /** «في وقت سابق هذا الأسبوع»: behind what tells when it was said. */
  private int behindTime(Line line, int from) {
    int at = from;
    while (at < Math.min(line.size(), from + LONGEST_TIME)
        && (words.has("time", line.key(at)) || IN_TIMES.contains(line.key(at)))) {
      at++;
    }
    return at;
  }

  /** Whether the sentence ends there. */
  static boolean isOver(Line line, int at) {
    return at >= line.size() || line.key(at).equals(".");
  }

  /** Whether a clause or a quotation begins there. */
  boolean isThatOrQuoteAt(Line line, int end) {
    int at = content.skipInserted(line, end);
    return ArabicWords.isThat(line, at) || line.key(at).equals(":") || line.isQuote(at);
  }

  /** The same, or a little later. */
  boolean isThatOrQuote(Line line, int end) {
    int at = content.skipInserted(line, end);
    return thatFollows(line, at, 5) || line.key(at).equals(":") || line.isQuote(at);
  }

  /** إن or أن within reach that no other verb of speech takes. */
  boolean thatFollows(Line line, int from, int reach) {
    for (int i = from; i < Math.min(line.size(), from + reach); i++) {
      if (ArabicWords.isThat(line, i)) {
        return true;
      }
      if ((line.isMark(i) && line.key(i).equals(".")) || (i > from && isVerbAt(line, i))) {
        return false;
      }
    }
    return false;
  }

  private boolean isVerbAt(Line line, int index) {
    return cues.at(line, index).stream()
        .anyMatch(cue -> cue.form() == Cues.Form.MASCULINE || cue.form() == Cues.Form.FEMININE);
  }

  /** «وقال في اتصال مع القناة، القوات تقدمت»: a place or a time, a comma, and what was said. */
  private boolean isSaidSomewhere(Line line, Cues.Match cue) {
    if (cue.from() != 0
        || !cue.rule().cues().contains("قال")
        || !words.has("preposition", line.key(cue.to()))) {
      return false;
    }
    for (int i = cue.to(); i < Math.min(line.size() - 3, cue.to() + FARTHEST_COMMA); i++) {
      if (line.key(i).equals("،") || line.key(i).equals(",")) {
        return true;
      }
    }
    return false;
  }

  /** A verb that takes anything, and has neither clause nor quotation. */
  boolean hasNoContent(Line line, Cues.Match cue) {
    return cue.rule().takesAny()
        && !line.key(cue.to()).equals("علي") // «وأكد على وجود تنسيق»
        && !(line.key(cue.to()).equals("عن") && cue.from() == 0) // «وأعلن عن إلغاء الحظر»
        && !isSaidSomewhere(line, cue)
        && !thatFollows(line, content.skipInserted(line, cue.to()), 8)
        && !ArabicContent.hasQuoteOrColon(line, cue.to(), 16)
        && !ArabicContent.quoteBefore(line, cue);
  }
}
