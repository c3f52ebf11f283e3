package news.isnad.speaker;

import java.util.Locale;
import java.util.Optional;
import news.isnad.text.Language;

/**
 * Finds the medium that stands for all of an article: of its dateline ("LONDON (Reuters) - ..."),
 * of a line "Source: ...", or of what a post says that it was forwarded from. Immutable.
 */
final class Datelines {
  private static final int DATELINE = 12;

  /** Words of a name behind a label, at most. */
  private static final int LONGEST_NAME = 8;

  /** Where the name begins in "Forwarded from: ...". */
  private static final int FORWARDED = 3;

  private final Outlets outlets;
  private final WordClasses words;
  private final Language language;

  Datelines(Outlets outlets, WordClasses words, Language language) {
    this.outlets = outlets;
    this.words = words;
    this.language = language;
  }

  /**
   * The medium that stands for all of an article: of its dateline, of a line "Source: ...", or of
   * what a post says that it was forwarded from.
   *
   * @param early whether the sentence may hold a dateline
   */
  Optional<Upstream> ofArticle(Line line, boolean early) {
    int name = afterLabel(line);
    if (name == 0 || line.size() > name + LONGEST_NAME) {
      return early ? dateline(line) : Optional.empty();
    }
    int to = line.size();
    while (to > name && !line.isWord(to - 1)) {
      to--;
    }
    if (to == name) {
      return Optional.empty();
    }
    return name == FORWARDED ? Optional.of(named(line, name, to)) : medium(line, name, to, true);
  }

  /** Whatever its name is: a post was forwarded from nowhere else. */
  private Upstream named(Line line, int from, int to) {
    String name = line.words(from, to).strip();
    return new Upstream(name, outlets.id(name), line.spanOf(from, to));
  }

  /** Where the name begins in "Source: ..." and "Forwarded from: ..."; 0 for other lines. */
  private static int afterLabel(Line line) {
    String first = line.key(0);
    boolean source = first.equals("source") || first.equals("المصدر");
    if (source && line.key(1).equals(":")) {
      return 2;
    }
    boolean forwarded =
        (first.equals("forwarded") && line.key(1).equals("from"))
            || (first.equals("محول") && line.key(1).equals("من"));
    return forwarded && line.key(2).equals(":") ? FORWARDED : 0;
  }

  /** "LONDON (Reuters) - ...", «القاهرة - رويترز: ...». */
  private Optional<Upstream> dateline(Line line) {
    int limit = Math.min(DATELINE, line.size() - 1);
    for (int i = 0; i < limit; i++) {
      if (line.key(i).equals("(")) {
        int close = i + 1;
        while (close < limit && !line.key(close).equals(")")) {
          close++;
        }
        boolean dash = line.key(close).equals(")") && isDash(line, close + 1);
        return dash && close > i + 1 ? medium(line, i + 1, close, true) : Optional.empty();
      }
      if (i > 0 && (isDash(line, i) || line.key(i).equals(":"))) {
        int from = i;
        while (from > 0 && line.isWord(from - 1)) {
          from--;
        }
        boolean begins = from == 0 || isDash(line, from - 1) || line.key(from - 1).equals("/");
        Optional<Upstream> found =
            begins && i > from ? medium(line, from, i, false) : Optional.empty();
        if (found.isPresent() && (isDash(line, i) || from > 0)) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Where an article begins behind "LONDON, Nov 10 (Reuters) -"; 0 where there is no dateline. */
  static int end(Line line) {
    if (!line.isCapitalized(0)) {
      return 0;
    }
    boolean place = line.words(0, 1).equals(line.words(0, 1).toUpperCase(Locale.ROOT));
    boolean medium = false;
    for (int i = 1; i < Math.min(line.size(), DATELINE); i++) {
      if (line.isQuote(i) || line.isQuoted(i)) {
        return 0;
      }
      medium |= line.key(i).equals(")") && isDash(line, i + 1);
      if (line.key(i).equals(")") && isGlued(line, i + 1)) {
        return i + 1; // "London (CNN)The minister"
      }
      if (isDash(line, i) || (place && line.key(i).equals(":"))) {
        return place || medium ? i + 1 : 0;
      }
    }
    return 0;
  }

  private static boolean isGlued(Line line, int index) {
    return line.isCapitalized(index) && line.token(index - 1).end() == line.token(index).start();
  }

  /** Also the stroke that lengthens Arabic letters, which agencies type for a dash. */
  private static boolean isDash(Line line, int index) {
    return line.isDash(index) || line.key(index).equals("ـ");
  }

  private Optional<Upstream> medium(Line line, int from, int to, boolean described) {
    String name = Tokens.unquoted(line.words(from, to));
    Optional<String> id = outlets.id(name);
    boolean noun =
        described
            && (words.has("outlet-noun", ArabicWords.stripped(line.key(from)))
                || (language == Language.ENGLISH
                    && to - from >= 2
                    && words.has("outlet-word", line.key(to - 1))));
    return id.isPresent() || noun
        ? Optional.of(new Upstream(name, id, line.spanOf(from, to)))
        : Optional.empty();
  }
}
