package news.isnad.speaker;

import java.util.Set;
import news.isnad.speaker.Find.Subject;

/**
 * Finds the apposition that follows a phrase between commas or dashes and says who that is: a role,
 * a relative clause, or a short name («مدرب الفريق، جون سميث، ...»). Immutable.
 */
final class ArabicAppositions {
  private static final Set<String> NOT = Set.of("ليس", "ليست", "لا", "لم", "لن");

  private final WordClasses words;
  private final ArabicGivenNames names;
  private final Cues cues;

  ArabicAppositions(WordClasses words, Cues cues) {
    this.words = words;
    this.names = new ArabicGivenNames(words);
    this.cues = cues;
  }

  /** The phrase from one token to another, with the apposition behind it, if one is there. */
  Subject.Phrase of(Line line, int from, int to) {
    String mark = line.key(to);
    boolean opens = mark.equals("،") || mark.equals(",") || line.isDash(to);
    boolean office = words.has("role", ArabicWords.stripped(line.key(from)));
    int end = opens && !line.isQuoted(to) ? end(line, to + 1, office) : to;
    if (office && end > to + 1) {
      end = withNameBehind(line, end);
    }
    return end > to + 1
        ? new Subject.Phrase(from, to, to + 1, end)
        : new Subject.Phrase(from, to, to, to);
  }

  /** «مؤلف الكتاب، الصحفي المخضرم، | سامي درويش»: where the name ends. */
  private int withNameBehind(Line line, int comma) {
    if (!(line.key(comma).equals("،") || line.key(comma).equals(","))) {
      return comma;
    }
    int name = nameAside(line, comma + 1, false);
    return name > comma + 1 && names.isGivenName(line, comma + 1) ? name : comma;
  }

  /** Where the apposition that begins at a token ends; {@code from} if none does. */
  private int end(Line line, int from, boolean office) {
    String first = line.key(from);
    String bare = ArabicWords.stripped(first);
    boolean describes =
        words.has("role", bare)
            || words.has("source", bare)
            || first.equals("احد")
            || first.equals("احدي")
            || words.has("relative", first)
            || (first.startsWith("ال")
                && !words.has("time", first)
                && line.isWord(from)
                && !(first.endsWith("ين") && first.length() > 7)); // «المتفاوضين»: whom he asked
    if (!describes) {
      return nameAside(line, from, office);
    }
    for (int i = from; i < Math.min(line.size(), from + 20); i++) {
      String key = line.key(i);
      if (key.equals("،") || key.equals(",") || (line.isDash(i) && i > from)) {
        return i;
      }
      if ((ArabicWords.isThat(line, i) && i > from)
          || key.equals(":")
          || (line.isQuote(i) && !line.isShortQuoteAt(i + 1) && !line.isShortQuoteAt(i - 1))) {
        return i;
      }
      boolean over = key.equals(".") || (i > from + 1 && ArabicWords.isWhen(key));
      if (over && i > from && words.has("role", bare)) {
        return i;
      }
    }
    return line.size() <= from + 20 && words.has("role", bare) ? line.size() : from;
  }

  /**
   * «مدرب الفريق، جون سميث، ...»: a short name between commas; behind an office the second one may
   * be missing before what was said, or at the end.
   */
  private int nameAside(Line line, int from, boolean office) {
    if (NOT.contains(line.key(from))) {
      return from;
    }
    int at = from;
    while (at < Math.min(line.size(), from + 4)
        && line.isWord(at)
        && !line.isQuoted(at)
        && !ArabicWords.isThat(line, at)
        && (!words.has("preposition", line.key(at)) || names.isAli(line, at))
        && !words.has("particle", line.key(at))
        && !words.has("time", line.key(at))
        && (!line.key(at).startsWith("و") || (at > from && names.isGivenName(line, at - 1)))
        && cues.at(line, at).isEmpty()) {
      at++;
    }
    boolean closed =
        line.key(at).equals("،")
            || line.key(at).equals(",")
            || line.key(at).equals(":")
            || line.isDash(at)
            || (office && ArabicWords.isThat(line, at))
            || (office && at - from == 2 && ArabicClauses.isOver(line, at));
    return closed && at - from >= 2 ? at : from;
  }
}
