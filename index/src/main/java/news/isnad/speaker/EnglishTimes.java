package news.isnad.speaker;

import java.util.Set;

/**
 * Finds where a time begins that stands between a subject and its verb: "the minister on Wednesday
 * said", "the mayor late on Friday evening told", "the authority earlier this week announced".
 * Immutable.
 */
final class EnglishTimes {
  private static final Set<String> DAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "today",
          "yesterday");
  private static final Set<String> BEFORE_DAYS =
      Set.of("on", "last", "next", "this", "late", "early", "since", "until", "by", "from");

  private static final Set<String> PARTS = Set.of("morning", "afternoon", "evening", "night");
  private static final Set<String> SPANS =
      Set.of("week", "weekend", "month", "year", "morning", "afternoon", "evening", "day");
  private static final Set<String> POINTING = Set.of("this", "last", "that");
  private static final Set<String> LEADING = Set.of("on", "late", "early", "earlier", "later");

  private final WordClasses words;

  EnglishTimes(WordClasses words) {
    this.words = words;
  }

  /**
   * The last token before a time.
   *
   * @param last the last token before the verb; the answer where no time ends there, or where
   *     nothing stands before it
   */
  int before(Line line, int last) {
    int at = last;
    if (PARTS.contains(line.key(at)) && at > 0 && DAYS.contains(line.key(at - 1))) {
      at--;
    }
    if (isDay(line, at)) {
      at--;
    } else if (at > 0 && SPANS.contains(line.key(at)) && POINTING.contains(line.key(at - 1))) {
      at -= 2;
    } else if (!line.key(last).equals("earlier") && !line.key(last).equals("later")) {
      return last;
    }
    while (at >= 0 && LEADING.contains(line.key(at))) {
      at--;
    }
    return at < 0 || at == last ? last : at;
  }

  /** A day of the week may be the name of somebody: "Emmanuel Sunday". */
  private boolean isDay(Line line, int at) {
    if (at == 0 || !DAYS.contains(line.key(at)) || line.isQuoted(at)) {
      return false;
    }
    String before = line.key(at - 1);
    return !words.has("male-name", before) && !words.has("female-name", before);
  }

  static boolean isDay(String key) {
    return DAYS.contains(key);
  }

  /** "On Monday", "Monday, the mayor said", and nobody whose name is Sunday. */
  static boolean isDayNamed(Line line, int at) {
    return DAYS.contains(line.key(at))
        && (at == 0 || line.isMark(at - 1) || BEFORE_DAYS.contains(line.lower(at - 1)));
  }
}
