package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.text.Language;

/**
 * Finds the media that a sentence credits.
 *
 * <ul>
 *   <li>A medium is one of the table, or a name with a word like "newspaper", «صحيفة» beside it.
 *   <li>It is credited by "according to", "told", "cited by", «بحسب», «نقلا عن», «لصحيفة» ... or by
 *       being the subject of a speech verb. Being named is no credit.
 * </ul>
 *
 * <p>Immutable.
 */
final class Credits {
  private static final Set<String> REPORT_VERBS =
      Set.of(
          "ذكرت", "ذكر", "قالت", "قال", "كشفت", "نقلت", "نقل", "كتبت", "كتب", "اوردت", "اورد",
          "افادت", "افاد", "نشرت", "نشر", "بثت", "تقول", "اشارت", "اوضحت", "اعلنت", "اكدت");

  private static final int LONGEST = 4;
  private static final int DATELINE = 12;

  /** Words of a name behind a label, at most. */
  private static final int LONGEST_NAME = 8;

  /** Where the name begins in "Forwarded from: ...". */
  private static final int FORWARDED = 3;

  private static final Set<String> BY =
      Set.of(
          "cited",
          "quoted",
          "reported",
          "published",
          "obtained",
          "seen",
          "carried",
          "conducted",
          "released");
  private static final Set<String> TO =
      Set.of(
          "speaking",
          "spoke",
          "comments",
          "remarks",
          "statement",
          "interview",
          "talking",
          "spoken",
          "interviews",
          "leaked",
          "said");

  /** "The radio" of a country is a medium of its own, "the newspaper" points at one. */
  private static final Set<String> STATIONS = Set.of("الاذاعه", "التلفزيون", "الراديو");

  private static final Set<String> REPORT_NOUNS =
      Set.of("report", "reports", "article", "story", "investigation");
  private static final Set<String> REPORT_PREPOSITIONS = Set.of("in", "by", "from", "on");
  private static final Set<String> REPORTS =
      Set.of(
          "reported",
          "reports",
          "wrote",
          "said",
          "says",
          "writes",
          "learned",
          "understands",
          "quoted",
          "cited",
          "revealed");
  private static final Set<String> TOLD =
      Set.of(
          "مقابله",
          "حوار",
          "حديث",
          "تصريح",
          "تصريحات",
          "لقاء",
          "مقابلات",
          "تعليق",
          "اتصال",
          "مقتبس",
          "مقتبسا",
          "مقتبسه",
          "تصريحاته",
          "حديثه",
          "حديثها",
          "تصريحاتها");

  /**
   * A credit.
   *
   * @param report true where a report is credited ("according to"), false where the medium was told
   *     something by the speaker of that sentence only
   */
  record Credit(Upstream upstream, boolean report) {}

  private final Outlets outlets;
  private final WordClasses words;
  private final Language language;
  private final Cues verbs;

  Credits(Outlets outlets, WordClasses words, Language language, Cues verbs) {
    this.outlets = outlets;
    this.verbs = verbs;
    this.words = words;
    this.language = language;
  }

  boolean isOutlet(String name) {
    if (outlets.id(name).isPresent()) {
      return true;
    }
    for (String word : Outlets.key(name).split(" ", -1)) {
      String bare = language == Language.ARABIC ? ArabicWords.stripped(word) : word;
      if (language == Language.ARABIC
          && words.has("outlet-noun", bare)
          && Outlets.key(name).startsWith(word)) {
        return true;
      }
      if (outlets.ofKey(bare).isPresent() && Outlets.key(name).split(" ", -1).length <= 3) {
        return true;
      }
    }
    return false;
  }

  /**
   * What a sentence credits; {@code last}: the medium that was credited before, which "the
   * newspaper" stands for.
   */
  List<Credit> in(Line line, Optional<Upstream> last) {
    List<Credit> found = language == Language.ARABIC ? arabic(line) : english(line);
    if (last.isPresent() && found.isEmpty()) {
      pointing(line, last.get()).ifPresent(found::add);
    }
    return found;
  }

  /** "told the newspaper", «بحسب الصحيفة»: the medium that was credited before. */
  private Optional<Credit> pointing(Line line, Upstream last) {
    for (int i = 0; i < line.size(); i++) {
      if (!line.isWord(i) || line.isQuoted(i)) {
        continue;
      }
      int from = language == Language.ARABIC ? pointingArabic(line, i) : pointingEnglish(line, i);
      if (from >= 0) {
        return Optional.of(
            new Credit(new Upstream(last.name(), last.entity(), line.spanOf(from, i + 1)), false));
      }
    }
    return Optional.empty();
  }

  private int pointingEnglish(Line line, int at) {
    if (!words.has("outlet-noun", line.key(at)) || line.isCapitalized(at)) {
      return -1;
    }
    int the = line.key(at - 1).equals("news") ? at - 2 : at - 1;
    if (!line.key(the).equals("the")) {
      return -1;
    }
    String before = line.key(the - 1);
    if (before.equals("told")) {
      return the - 1;
    }
    if (before.equals("to") && line.key(the - 2).equals("according")) {
      return the - 2;
    }
    boolean subject = REPORTS.contains(line.key(at + 1)) && !line.key(at + 1).equals("cited");
    return subject ? the : -1;
  }

  private int pointingArabic(Line line, int at) {
    String key = line.key(at);
    boolean told = key.startsWith("لل") && words.has("outlet-noun", key.substring(2));
    boolean the = key.startsWith("ال") && words.has("outlet-noun", key.substring(2));
    String before = line.key(at - 1);
    String bare = ArabicWords.withoutJoint(before);
    boolean next = line.isWord(at + 1) && !ArabicWords.isThat(line, at + 1);
    boolean named = next && outlets.ofKey(line.key(at + 1)).isPresent();
    if (named) {
      return -1;
    }
    if (told && at > 1) {
      return at;
    }
    boolean source =
        bare.equals("بحسب") || bare.equals("حسب") || before.equals("وفق") || isReportVerb(bare);
    return the && at > 0 && source ? at - 1 : -1;
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
        boolean dash = line.key(close).equals(")") && isDash(line.key(close + 1));
        return dash && close > i + 1 ? medium(line, i + 1, close, true) : Optional.empty();
      }
      if (i > 0 && (isDash(line.key(i)) || line.key(i).equals(":"))) {
        int from = i;
        while (from > 0 && line.isWord(from - 1)) {
          from--;
        }
        boolean begins = from == 0 || isDash(line.key(from - 1)) || line.key(from - 1).equals("/");
        Optional<Upstream> found =
            begins && i > from ? medium(line, from, i, false) : Optional.empty();
        if (found.isPresent() && (isDash(line.key(i)) || from > 0)) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isDash(String key) {
    return key.equals("-") || key.equals("–") || key.equals("—") || key.equals("ـ");
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

  private List<Credit> english(Line line) {
    List<Credit> found = new ArrayList<>();
    int i = 0;
    while (i < line.size()) {
      if (!line.isCapitalized(i) || (line.isQuoted(i) && !isWhollyQuoted(line))) {
        i++;
        continue;
      }
      int to = i + 1;
      while (to < line.size()
          && (line.isCapitalized(to)
              || (line.token(to).kind() == Token.Kind.NUMBER && to - i == 1)
              || (line.key(to).equals("of") && line.isCapitalized(to + 1)))) {
        to++;
      }
      int from = i;
      Optional<String> id = Optional.empty();
      int nameEnd = to;
      for (int end = to; end > from && id.isEmpty(); end--) {
        id = outlets.id(line.words(from, end));
        nameEnd = id.isPresent() ? end : nameEnd;
      }
      boolean noun = isOutletNoun(line, from - 1) || isOutletNoun(line, to);
      boolean likely =
          id.isPresent()
              || (noun && to - from >= 1)
              || isReporting(line, from, to)
              || (words.has("outlet-word", line.key(to - 1)) && to - from >= 2);
      if (likely) {
        englishCredit(line, from, nameEnd, id).ifPresent(found::add);
      }
      i = to;
    }
    return found;
  }

  /** "..., Lantern reported.": only a medium is named so. */
  private static boolean isReporting(Line line, int from, int to) {
    boolean behind = line.key(from - 1).equals(",") || line.isQuote(from - 1);
    boolean reports = line.key(to).equals("reported") || line.key(to).equals("reports");
    boolean ends = to + 1 >= line.size() || line.isMark(to + 1) || line.key(to + 1).equals("on");
    return behind && reports && ends && to - from <= 3 && !line.isKnownPersonAt(from);
  }

  /** "newspaper", "news agency"; an agency of another kind is no medium. */
  private boolean isOutletNoun(Line line, int index) {
    if (!line.isWord(index) || !words.has("outlet-noun", line.key(index))) {
      return false;
    }
    return switch (line.key(index)) {
      case "agency", "site", "station", "network", "outlet" ->
          line.key(index - 1).equals("news")
              || line.key(index - 1).equals("radio")
              || line.key(index - 1).equals("tv")
              || line.key(index - 1).equals("television");
      default -> true;
    };
  }

  private static boolean isWhollyQuoted(Line line) {
    return line.wordsOutsideQuotes() == 0;
  }

  private Optional<Credit> englishCredit(Line line, int from, int to, Optional<String> id) {
    int before = from - 1;
    while (before >= 0
        && (line.key(before).equals("the")
            || line.key(before).equals("a")
            || line.key(before).equals("an")
            || words.has("outlet-noun", line.key(before))
            || line.isQuote(before)
            || (line.isWord(before)
                && before > 0
                && from - before <= 3
                && !line.isCapitalized(before)
                && (line.key(before - 1).equals("the") || line.key(before - 1).equals("a")))
            || line.key(before).equals("'s"))) {
      before--;
    }
    String key = line.key(before);
    boolean report = false;
    boolean credited = false;
    int proof = before;
    int verb = behindAside(line, to);
    if (key.equals("told") || key.equals("tells") || key.equals("telling")) {
      credited = true;
    } else if (key.equals("to") && line.key(before - 1).equals("according")) {
      credited = true;
      report = true;
      proof = before - 1;
    } else if ((key.equals("by") && BY.contains(line.key(before - 1)))
        || key.equals("citing")
        || key.equals("quoting")
        || key.equals("via")) {
      credited = true;
      report = true;
      proof = before - 1;
    } else if ((key.equals("to")
            || key.equals("with")
            || key.equals("on")
            || key.equals("by")
            || key.equals("for"))
        && (TO.contains(line.key(before - 1)) || TO.contains(line.key(before - 2)))) {
      credited = true;
      proof = before - 1;
    } else if (REPORT_PREPOSITIONS.contains(key) && REPORT_NOUNS.contains(line.key(before - 1))) {
      credited = true;
      report = true;
      proof = before - 1;
    } else if ((REPORTS.contains(line.key(verb)) && !line.isQuoted(from))
        || (line.key(to).equals("first") && line.key(to + 1).equals("reported"))
        || (line.key(to).equals("has") && REPORTS.contains(line.key(to + 1)))) {
      credited = true;
      report = true;
      proof = from;
      return Optional.of(
          new Credit(new Upstream(line.words(from, to), id, line.spanOf(from, verb + 1)), true));
    }
    if (!credited && isSourceOf(line, from, to)) {
      credited = true;
      report = true;
      proof = from;
    }
    if (!credited || proof < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Credit(new Upstream(line.words(from, to), id, line.spanOf(proof, to)), report));
  }

  /** "a Harbour Post source hinted": the paper's, not somebody's who reads it. */
  private static boolean isSourceOf(Line line, int from, int to) {
    boolean one = line.key(from - 1).equals("a") || line.key(from).equals("a");
    String noun = line.key(to);
    return (one && noun.equals("source")) || noun.equals("sources");
  }

  /** "the BBC, citing Reuters, said": where the verb stands. */
  private static int behindAside(Line line, int to) {
    if (!line.key(to).equals(",")
        || !(line.key(to + 1).equals("citing") || line.key(to + 1).equals("quoting"))) {
      return to;
    }
    int at = to + 1;
    while (at < Math.min(line.size(), to + 10) && !line.key(at).equals(",")) {
      at++;
    }
    return line.key(at).equals(",") ? at + 1 : to;
  }

  private List<Credit> arabic(Line line) {
    List<Credit> found = new ArrayList<>();
    int i = 0;
    while (i < line.size()) {
      int to = line.isWord(i) ? arabicName(line, i) : i;
      if (to > i) {
        arabicCredit(line, i, to).ifPresent(found::add);
        i = to;
      } else {
        i++;
      }
    }
    return found;
  }

  /** Where a medium that begins at {@code from} ends; {@code from} if there is none. */
  private int arabicName(Line line, int from) {
    String first = line.key(from);
    String bare = withoutClitic(first);
    boolean listed = outlets.begins(bare) || outlets.begins(first);
    for (int length = listed ? LONGEST : 0; length > 0; length--) {
      StringBuilder key = new StringBuilder();
      StringBuilder plain = new StringBuilder();
      int at = from;
      int count = 0;
      while (at < line.size() && count < length) {
        if (line.isWord(at) || line.token(at).kind() == Token.Kind.NUMBER) {
          key.append(count == 0 ? "" : " ").append(count == 0 ? bare : line.key(at));
          plain.append(count == 0 ? "" : " ").append(line.key(at));
          count++;
        } else if (!line.isQuote(at)) {
          break;
        }
        at++;
      }
      boolean common =
          (length == 1 && bare.startsWith("ال")) || (length == 1 && bare.length() <= 4);
      if (count == length
          && (outlets.ofKey(key.toString()).isPresent()
              || outlets.ofKey(plain.toString()).isPresent())
          && (!common || isMarked(line, from))) {
        return at;
      }
    }
    if (words.has("outlet-noun", ArabicWords.stripped(bare)) || words.has("outlet-noun", bare)) {
      return namedMedium(line, from, bare);
    }
    return from;
  }

  /** Behind the name that follows «صحيفة»; {@code from} if none does. */
  private int namedMedium(Line line, int from, String noun) {
    int at = from + 1;
    if (line.isQuote(at)) {
      int close = at + 1;
      while (close < Math.min(line.size(), at + 7) && !line.isQuote(close)) {
        close++;
      }
      if (line.isQuote(close) && close > at + 1) {
        return close + 1;
      }
    }
    while (at < line.size() && at - from <= 6) {
      int listed = listed(line, at);
      if (listed > at) {
        return line.isQuote(listed) ? listed + 1 : listed;
      }
      if (!line.isQuote(at) && !(line.isWord(at) && isNamePart(line, at))) {
        break;
      }
      if (line.isQuote(at) && at > from + 1) {
        at++;
        break; // the name stands between marks
      }
      at++;
    }
    boolean station = STATIONS.contains(noun);
    if (noun.startsWith("ال") && !station && !isMarkedName(line, from + 1, at)) {
      return from; // «الموقع الإخباري»: points at one
    }
    return at > from + 1 ? at : from;
  }

  private static boolean isMarkedName(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line.isQuote(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNamePart(Line line, int at) {
    String key = line.key(at);
    return !ArabicWords.isAdverbial(line.token(at))
        && (key.startsWith("ال") || !verbs.isCue(key))
        && !words.has("preposition", key)
        && !words.has("relative", key)
        && !words.has("particle", key)
        && !words.has("time", key)
        && !key.equals("ان")
        && !key.equals("انه")
        && !key.startsWith("قول");
  }

  /** Where a listed medium that begins here ends; {@code from} if there is none. */
  private int listed(Line line, int from) {
    StringBuilder key = new StringBuilder();
    int found = from;
    for (int at = from; at < Math.min(line.size(), from + LONGEST + 1); at++) {
      if (line.isWord(at) || line.token(at).kind() == Token.Kind.NUMBER) {
        key.append(key.isEmpty() ? "" : " ").append(line.key(at));
        found = outlets.ofKey(key.toString()).isPresent() ? at + 1 : found;
      } else if (!line.isQuote(at)) {
        break;
      }
    }
    return found;
  }

  /** «قناة الجزيرة», "«الحياة»": a common word is a medium only with a sign. */
  private boolean isMarked(Line line, int index) {
    return line.isQuote(index - 1) || words.has("outlet-noun", withoutClitic(line.key(index - 1)));
  }

  private static String withoutClitic(String key) {
    String rest =
        key.length() > 3
                && (key.startsWith("و") || key.startsWith("ف"))
                && !key.startsWith("وكال")
                && !key.startsWith("وا")
                && !key.startsWith("فر")
                && !key.startsWith("فو")
                && !key.startsWith("وف")
            ? key.substring(1)
            : key;
    if (rest.startsWith("لل") && rest.length() > 4) {
      return "ال" + rest.substring(2);
    }
    return (rest.startsWith("ل") || rest.startsWith("ب"))
            && rest.length() > 4
            && (!rest.startsWith("لو") || rest.startsWith("لوكال"))
            && !rest.startsWith("بل")
            && !rest.startsWith("بي")
            && !rest.startsWith("بر")
        ? rest.substring(1)
        : rest;
  }

  private Optional<Credit> arabicCredit(Line line, int from, int to) {
    int before = from - 1;
    while (line.isQuote(before)) {
      before--;
    }
    String key = line.key(before);
    String first = line.key(from);
    boolean told =
        key.equals("ل")
            || first.startsWith("لوكال")
            || (first.startsWith("ل") && !first.startsWith("لو") && !first.startsWith("لي"));
    boolean report = false;
    boolean credited = false;
    int proof = Math.max(0, before);
    String bare =
        key.length() > 2 && (key.charAt(0) == 'و' || key.charAt(0) == 'ف') ? key.substring(1) : key;
    if (bare.equals("بحسب")
        || bare.equals("حسب")
        || bare.equals("وفق")
        || key.equals("وفق")
        || key.equals("وفقا")
        || key.equals("ووفقا")
        || bare.equals("طبقا")
        || (key.equals("عن") && isCarried(line, before))
        || key.equals("المصدر")
        || (key.equals(":") && line.key(before - 1).equals("المصدر"))) {
      credited = true;
      report = true;
      proof = key.equals("عن") || key.equals(":") ? before - 1 : before;
    } else if (told && before >= 0) {
      credited = true;
      proof = from;
    } else if ((key.equals("مع")
            || key.equals("الي")
            || key.equals("علي")
            || key.equals("عبر")
            || key.equals("من"))
        && (TOLD.contains(line.key(before - 1)) || TOLD.contains(line.key(before - 2)))) {
      credited = true;
      proof = before - 1;
    } else if (isReportVerb(bare)
        || (bare.endsWith("ته")
            && (bare.startsWith("نشر")
                || bare.startsWith("اورد")
                || bare.startsWith("نقل")
                || bare.startsWith("ذكر")))
        || bare.equals("ابلغ")
        || bare.equals("اخبر")
        || bare.equals("حسبما")) {
      credited = true;
      report = !(bare.equals("ابلغ") || bare.equals("اخبر"));
      proof = before;
    } else if (before >= 2 && isTell(line, before)) {
      credited = true;
      proof = from;
    }
    if (!credited
        || (line.isQuoted(from) && line.wordsOutsideQuotes() > 0 && !line.isQuote(from - 1))) {
      return Optional.empty();
    }
    return Optional.of(
        new Credit(
            new Upstream(
                name(line, from, to), id(line, from, to), line.spanOf(Math.max(0, proof), to)),
            report));
  }

  /** «نقلا عن», «ونقلت الصحيفة عن». */
  private static boolean isCarried(Line line, int about) {
    for (int i = about - 1; i >= Math.max(0, about - 7) && !line.isMark(i); i--) {
      if (ArabicWords.withoutJoint(line.key(i)).startsWith("نقل")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTell(Line line, int before) {
    for (int i = before; i >= Math.max(0, before - 9); i--) {
      String key = line.key(i);
      if (line.isMark(i)) {
        return false;
      }
      if (key.equals("اخبر")
          || key.equals("اخبرت")
          || key.equals("ابلغ")
          || key.equals("ابلغت")
          || key.equals("واخبر")
          || key.equals("وابلغ")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReportVerb(String key) {
    return REPORT_VERBS.contains(key);
  }

  private Optional<String> id(Line line, int from, int to) {
    String name = name(line, from, to);
    Optional<String> id = outlets.id(name);
    if (id.isPresent()) {
      return id;
    }
    String[] parts = Outlets.key(name).split(" ", -1);
    for (int i = 0; i < parts.length; i++) {
      for (int k = parts.length; k > i; k--) {
        Optional<String> part = outlets.ofKey(String.join(" ", List.of(parts).subList(i, k)));
        if (part.isPresent()) {
          return part;
        }
      }
    }
    return Optional.empty();
  }

  private static String name(Line line, int from, int to) {
    int end = to;
    while (end > from + 1 && line.isQuote(end - 1)) {
      end--;
    }
    String printed = Tokens.unquoted(line.words(from, end));
    String first = line.key(from);
    if (first.startsWith("لل") && first.length() > 4) {
      return "ال" + printed.substring(2);
    }
    boolean clitic = !withoutClitic(first).equals(first);
    return clitic ? printed.substring(1) : printed;
  }
}
