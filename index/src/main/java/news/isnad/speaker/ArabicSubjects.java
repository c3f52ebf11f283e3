package news.isnad.speaker;

import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.Find.Subject;
import news.isnad.speaker.Rule.Slot;

/**
 * Finds the phrase that is the subject of an Arabic verb, behind it or before it. Immutable.
 *
 * <p>A phrase ends at إن/أن, a colon, a quotation, a relative, a time, a preposition that does not
 * belong to a role ("وزير الاقتصاد في الحكومة"), or at who was told («لرويترز»).
 */
final class ArabicSubjects {
  private static final Set<String> INSERTED =
      Set.of("قد", "وقد", "لقد", "سوف", "ايضا", "كذلك", "فقد");

  private static final Set<String> BOUND =
      Set.of(
          "له", "لها", "لهم", "به", "بها", "فيه", "فيها", "عنه", "عنها", "منه", "منها", "اليه",
          "اليها", "عليه", "عليها", "لنا", "لي", "وذلك", "معه", "معها", "معهم", "لديه", "لديها",
          "عنهم", "منهم", "فيهم", "بهم", "عليهم", "اليهم", "بذلك", "لذلك");

  private final Cues cues;
  private final WordClasses words;
  private final Outlets outlets;
  private final ArabicObjects objects;

  ArabicSubjects(Cues cues, WordClasses words, Outlets outlets) {
    this.cues = cues;
    this.words = words;
    this.outlets = outlets;
    this.objects = new ArabicObjects(words);
  }

  /** The phrase that begins at a token; {@code object}: its first word may carry ل. */
  Optional<Subject> phrase(Line line, int from, boolean object) {
    if (!object && cueStops(line, from, from) && !speaksFor(line, from)) {
      return Optional.empty();
    }
    int start = from;
    while (line.isQuote(start) && start < line.size() && line.isShortQuoteAt(start + 1)) {
      start++;
    }
    if (start > from && ArabicWords.isThat(line, start)) {
      return Optional.empty(); // «وقال "إن النزاع يشتد"»: no name stands between the marks
    }
    int to = start;
    boolean headed = false;
    while (to < line.size()) {
      if (line.isQuote(to)) {
        if ((to > start && line.isQuoted(to - 1)) || (to > start && opensName(line, to))) {
          to++;
          continue;
        }
        break;
      }
      if (line.isQuoted(to)) {
        if (line.isShortQuoteAt(to)) {
          to++;
          continue;
        }
        break;
      }
      String key = line.key(to);
      if (line.token(to).kind() == Token.Kind.MARK) {
        if (key.equals("(")
            || key.equals(")")
            || (key.equals("-")
                && line.isWord(to + 1)
                && line.isWord(to - 1)
                && to > start
                && isHyphened(line, to))) {
          to++;
          continue;
        }
        break;
      }
      if (line.token(to).kind() == Token.Kind.NUMBER
          && !(to > start && line.key(to - 1).equals("("))) {
        break;
      }
      boolean stops = cueStops(line, to, start) && !(to == start && speaksFor(line, to));
      if (ArabicWords.isThat(line, to) || stops) {
        break;
      }
      String bare = ArabicWords.stripped(key);
      if (to == start) {
        if (object && (words.has("particle", key) || words.has("time", key))) {
          return Optional.empty();
        }
        if (!object
            && (words.has("preposition", key)
                || words.has("particle", key)
                || words.has("relative", key)
                || words.has("claim", bare)
                || isBound(key)
                || isTold(line, to)
                || isManner(line, to)
                || (key.startsWith("ال") && words.has("deed", bare))
                || isAccusative(line, to)
                || isWithNoun(line, to)
                || (ArabicWords.isAdverbial(line.token(to)) && !speaksFor(line, to))
                || ArabicWords.isPassive(line.token(to))
                || (line.isWord(to)
                    && isPossessed(line.token(to))
                    && !words.has("title", key)
                    && !words.has("role", withoutOwner(bare))))) {
          return Optional.empty();
        }
        headed =
            words.has("role", bare)
                || words.has("source", bare)
                || words.has("body", bare)
                || (object && isHead(key));
      } else if (words.has("relative", key) || words.has("particle", key)) {
        break;
      } else if (words.has("role", bare)
          && !key.startsWith("ل")
          && !words.has("preposition", key)) {
        headed = true;
      } else if (words.has("time", key)) {
        break;
      } else if (words.has("preposition", key)) {
        boolean named =
            (key.equals("ل") || key.equals("لدي") || key.equals("في"))
                && headed
                && line.isQuote(to + 1)
                && line.isShortQuoteAt(to + 2)
                && !hasGivenName(line, start, to)
                && !(key.equals("ل") && isPlacedSource(line, start, to))
                && !isMedium(line, to + 2);
        boolean inside =
            named || (headed && !endsInName(line, start, to) && staysInside(line, to, start));
        if (!inside) {
          break;
        }
      } else if (isWithBa(key)
          && line.knownAt(to).isEmpty()
          && (headed
              || to > start + 1
              || line.key(start).startsWith("ال")
              || (key.startsWith("بال") && line.knownAt(start).isPresent()))) {
        break;
      } else if ((isAddressed(line, to, headed) && !isEmployer(line, to))
          || ArabicWords.isAdverbial(line.token(to))) {
        break;
      }
      to++;
      if (to - start > 16) {
        break;
      }
    }
    while (to > start
        && ((line.isMark(to - 1) && !line.key(to - 1).equals(")"))
            || (line.isQuote(to - 1) && line.isQuoted(Math.max(0, to - 2)) == false))) {
      to--;
    }
    if (to == start) {
      return Optional.empty();
    }
    int asideFrom = to;
    int asideTo = to;
    boolean comma = line.key(to).equals("،") || line.key(to).equals(",");
    if ((comma || isDash(line.key(to))) && !line.isQuoted(to)) {
      int end = aside(line, to + 1);
      if (end > to + 1) {
        asideFrom = to + 1;
        asideTo = end;
      }
    }
    return Optional.of(new Subject.Phrase(start, to, asideFrom, asideTo));
  }

  /** «متحدثًا باسم الحكومة»: a role, whatever its case. */
  private static boolean speaksFor(Line line, int at) {
    return line.key(at + 1).equals("باسم") || line.key(at + 1).equals("بلسان");
  }

  private boolean isHead(String key) {
    String bare = key.startsWith("ل") ? ArabicWords.stripped(key.substring(1)) : key;
    return words.has("role", bare) || words.has("source", bare) || words.has("body", bare);
  }

  private static boolean isHyphened(Line line, int at) {
    return line.token(at - 1).end() == line.token(at).start()
        && line.token(at).end() == line.token(at + 1).start();
  }

  private static boolean isDash(String key) {
    return key.equals("-") || key.equals("–") || key.equals("—");
  }

  private boolean cueStops(Line line, int at, int start) {
    for (Cues.Match cue : cues.at(line, at)) {
      boolean past =
          cue.rule().slot() == Slot.SUBJECT
              && at > start
              && !words.has("ambiguous", ArabicWords.withoutJoint(line.key(at)));
      boolean stops =
          cue.form() == Cues.Form.PARTICIPLE
              || past
              || cue.present()
              || cue.rule().slot() == Slot.OBJECT
              || (line.key(at).startsWith("و")
                  && !words.has("role", ArabicWords.stripped(line.key(at)))
                  && !words.has("body", line.key(at)));
      if (stops && (at > start || cue.form() == Cues.Form.PARTICIPLE)) {
        return true;
      }
    }
    return false;
  }

  /** «معه», «عليه»: stands between a verb and its subject. */
  boolean isPointing(String key) {
    return key.length() > 2 && isBound(key) && !isWithBa(key) && !key.startsWith("لل");
  }

  /** ب + pronoun and the like cannot be a subject. */
  private boolean isBound(String key) {
    return BOUND.contains(key)
        || (key.startsWith("بان") && key.length() > 2)
        || key.startsWith("لل")
        || key.equals("بالقول")
        || isWithBa(key)
        || key.equals("لرويترز");
  }

  private static String withoutOwner(String key) {
    return key.endsWith("ها") || key.endsWith("هم") || key.endsWith("نا")
        ? key.substring(0, key.length() - 2)
        : key.endsWith("ه") ? key.substring(0, key.length() - 1) : key;
  }

  /** «لوكالة الأنباء», «لبلومبرغ»: who was told, where nobody stands before. */
  private boolean isTold(Line line, int at) {
    String key = line.key(at);
    if (!key.startsWith("ل")
        || key.length() < 5
        || line.knownAt(at).isPresent()
        || objects.isGivenName(line, at)) {
      return false;
    }
    String rest = key.substring(1);
    return words.has("outlet-noun", rest)
        || (words.has("body", rest) && !words.has("body", key))
        || outlets.ofKey(rest).isPresent();
  }

  /** «باقتضاب», «بتوزيع», «بلهجة حازمة»: how, or what. */
  private boolean isManner(Line line, int at) {
    String key = line.key(at);
    if (!key.startsWith("ب")
        || key.length() < 5
        || line.knownAt(at).isPresent()
        || words.has("body", key)
        || words.has("role", key)
        || objects.isGivenName(line, at)) {
      return false;
    }
    String rest = key.substring(1);
    boolean shaped =
        (rest.length() > 4 && rest.startsWith("ا") && rest.charAt(rest.length() - 2) == 'ا')
            || (rest.length() == 5 && rest.startsWith("ت") && rest.charAt(3) == 'ي');
    return shaped || words.isThing(rest);
  }

  /** «ودعا المواطنين»: the object, by its ending. */
  private boolean isAccusative(Line line, int at) {
    String key = line.key(at);
    return key.startsWith("ال")
        && key.endsWith("ين")
        && key.length() > 7
        && line.knownAt(at).isEmpty()
        && !words.has("source", ArabicWords.stripped(key))
        && !objects.isGivenName(line, at);
  }

  /** «بفوز الفيلم»: a noun behind ب that owns the next one. */
  private boolean isWithNoun(Line line, int at) {
    String next = line.key(at + 1);
    return line.key(at).startsWith("ب")
        && line.key(at).length() > 3
        && next.startsWith("ال")
        && !words.has("time", next)
        && !words.has("body", line.key(at))
        && line.knownAt(at).isEmpty()
        && !objects.isGivenName(line, at);
  }

  static boolean isPossessed(Token token) {
    return token.key().length() > 4
        && (token.key().endsWith("نا")
            || token.key().endsWith("ها")
            || token.key().endsWith("هم")
            || token.text().endsWith("ه"));
  }

  /** «بشهادته», «بالسلاح»: with, by. Foreign names that begin with ب stay. */
  private boolean isWithBa(String key) {
    if (!key.startsWith("ب") || key.length() < 5) {
      return false;
    }
    String rest = key.substring(1);
    return (rest.startsWith("ال") && rest.length() >= 4)
        || ArabicWords.isPossessed(rest)
        || (rest.endsWith("ه") && !words.has("body", key))
        || words.has("source", rest)
        || words.has("body", rest)
        || words.has("event", rest)
        || words.has("deed", rest);
  }

  private boolean staysInside(Line line, int at, int start) {
    String key = line.key(at);
    String next = ArabicWords.stripped(line.key(at + 1));
    if (key.equals("باسم") || key.equals("بلسان")) {
      return true;
    }
    if (!(key.equals("في")
        || key.equals("من")
        || key.equals("عن")
        || key.equals("لدي")
        || key.equals("علي")
        || key.equals("ضمن")
        || key.equals("بشان"))) {
      return false;
    }
    if ((key.equals("في") && isPossessed(line.token(Math.min(at + 1, line.size() - 1))))
        || words.has("event", line.key(at + 1))
        || words.has("time", line.key(at + 1))
        || words.has("event", next)
        || ArabicWords.isThat(line, at + 1)
        || !line.isWord(at + 1)) {
      return false;
    }
    if (words.has("preposition", line.key(at + 1))
        || line.key(at + 1).startsWith("جانب")
        || line.key(at + 1).startsWith("جهت")) {
      return false;
    }
    String head = ArabicWords.stripped(line.key(start));
    boolean open =
        words.has("source", head)
            || words.has("source", ArabicWords.stripped(dropFor(line.key(start))));
    boolean role = words.has("role", head);
    if (key.equals("علي")) {
      return line.key(at - 1).startsWith("مطلع");
    }
    if (key.equals("عن") || key.equals("من")) {
      return (open || role) && !line.key(start).isEmpty() && !(role && !open && key.equals("من"));
    }
    return open || role || at - start <= 2;
  }

  /** «... سمير نشار من»: behind a name the phrase ends, behind a role it may go on. */
  private boolean endsInName(Line line, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (words.has("role", ArabicWords.stripped(line.key(i)))) {
        return false;
      }
      if (i > from && objects.isGivenName(line, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasGivenName(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (objects.isGivenName(line, i) || line.isKnownPersonAt(i)) {
        return true;
      }
    }
    return false;
  }

  /** «مسؤول في الوزارة لـ"الأفق"»: whoever has a place already was heard by what follows. */
  private boolean isPlacedSource(Line line, int from, int to) {
    if (!words.has("source", line.key(from)) || isNameBehindQuote(line, to + 2)) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (line.key(i).equals("في") || line.key(i).equals("من")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNameBehindQuote(Line line, int quoted) {
    int at = quoted;
    while (line.isQuoted(at) || line.isQuote(at)) {
      at++;
    }
    return line.isWord(at) && !ArabicWords.isThat(line, at);
  }

  /** «شركة "الأفق"»: a name between marks, not words that were said. */
  private boolean opensName(Line line, int mark) {
    if (!line.isShortQuoteAt(mark + 1)) {
      return false;
    }
    if (!line.isShortQuoteAt(mark + 2)) {
      return true;
    }
    String before = line.key(mark - 1);
    return words.has("body", ArabicWords.stripped(before))
        || words.has("titled", before)
        || words.has("outlet-noun", before)
        || words.has("role", before)
        || words.has("preposition", before);
  }

  /** True where a medium of the table begins, or «صحيفة». */
  boolean isMedium(Line line, int from) {
    return words.has("outlet-noun", line.key(from)) || isOutlet(line, from, line.key(from));
  }

  /** True where a medium of the table begins with a word, whatever is glued to the printed one. */
  private boolean isOutlet(Line line, int from, String first) {
    if (!outlets.begins(first)) {
      return false;
    }
    StringBuilder key = new StringBuilder(first);
    for (int i = from + 1; outlets.ofKey(key.toString()).isEmpty(); i++) {
      if (i >= Math.min(line.size(), from + 4) || !line.isWord(i)) {
        return false;
      }
      key.append(' ').append(line.key(i));
    }
    return true;
  }

  private static String dropFor(String key) {
    return key.startsWith("ل") && key.length() > 3 ? key.substring(1) : key;
  }

  /** «لرويترز», «للصحفيين»: who was told. */
  private boolean isAddressed(Line line, int at, boolean headed) {
    String key = line.key(at);
    if (!key.startsWith("ل") || key.length() < 4) {
      return false;
    }
    if (key.startsWith("للصح") || key.startsWith("للجم") || key.startsWith("للاع")) {
      return true;
    }
    String bare = ArabicWords.stripped(key.startsWith("لل") ? key : key.substring(1));
    return words.has("outlet-noun", bare)
        || (key.startsWith("لل") && isOutlet(line, at, "ال" + key.substring(2)))
        || isOutlet(line, at, key.substring(1))
        || (!headed && key.startsWith("لل"));
  }

  /** «المدير العام لوكالة الأنباء فلان»: whose name follows works there. */
  private boolean isEmployer(Line line, int at) {
    if (line.key(at - 1).startsWith("التابع")) {
      return true;
    }
    if (!words.has("not-name", line.key(at - 1))) {
      return false;
    }
    int to = at + 1;
    while (to < at + 4 && line.isWord(to) && !ArabicWords.isThat(line, to)) {
      if (objects.isGivenName(line, to)) {
        return true;
      }
      to++;
    }
    return false;
  }

  private int aside(Line line, int from) {
    String first = line.key(from);
    String bare = ArabicWords.stripped(first);
    boolean describes =
        words.has("role", bare)
            || words.has("source", bare)
            || first.equals("احد")
            || first.equals("احدي")
            || words.has("relative", first)
            || (first.startsWith("ال") && !words.has("time", first) && line.isWord(from));
    if (!describes) {
      return nameAside(line, from);
    }
    for (int i = from; i < Math.min(line.size(), from + 20); i++) {
      String key = line.key(i);
      if (key.equals("،") || key.equals(",") || (isDash(key) && i > from)) {
        return i;
      }
      if ((ArabicWords.isThat(line, i) && i > from)
          || key.equals(":")
          || (line.isQuote(i) && !line.isShortQuoteAt(i + 1) && !line.isShortQuoteAt(i - 1))) {
        return i;
      }
      boolean over = key.equals(".") || (i > from + 1 && ArabicPhrases.WHEN.contains(key));
      if (over && i > from && words.has("role", bare)) {
        return i;
      }
    }
    return line.size() <= from + 20 && words.has("role", bare) ? line.size() : from;
  }

  /** The phrase without the object that nothing parts from it. */
  Subject.Phrase shortened(Line line, Subject.Phrase phrase, Rule rule, boolean lightly) {
    return objects.shortened(line, phrase, rule, lightly);
  }

  /** «مدرب الفريق، جون سميث، ...»: a short name between commas. */
  private int nameAside(Line line, int from) {
    int at = from;
    while (at < Math.min(line.size(), from + 4)
        && line.isWord(at)
        && !line.isQuoted(at)
        && !words.has("preposition", line.key(at))
        && !words.has("particle", line.key(at))
        && !words.has("time", line.key(at))
        && !line.key(at).startsWith("و")
        && cues.at(line, at).isEmpty()) {
      at++;
    }
    boolean closed =
        line.key(at).equals("،")
            || line.key(at).equals(",")
            || line.key(at).equals(":")
            || isDash(line.key(at));
    return closed && at - from >= 2 ? at : from;
  }

  /** The subject before a verb. */
  Optional<Subject> ahead(Line line, int verb) {
    int last = verb - 1;
    while (last >= 0 && (INSERTED.contains(line.key(last)) || words.has("time", line.key(last)))) {
      last--;
    }
    if (last < 0 || (line.isQuoted(last) && !line.isShortQuoteAt(last))) {
      return Optional.empty();
    }
    if (line.isMark(last)) {
      int open = last - 1;
      while (open >= 0 && !line.isMark(open)) {
        open--;
      }
      if (open < 1
          || !(line.key(open).equals("،") || line.key(open).equals(","))
          || !line.key(last).equals(line.key(open))
          || line.isQuoted(open - 1)) {
        return Optional.empty();
      }
      String head = ArabicWords.stripped(line.key(open + 1));
      if (!words.has("role", head)
          && !words.has("relative", line.key(open + 1))
          && !words.has("source", head)
          && !line.key(open + 1).startsWith("ال")) {
        return Optional.empty();
      }
      int asideFrom = open + 1;
      int asideTo = last;
      return back(line, open - 1)
          .map(p -> new Subject.Phrase(p.from(), p.to(), asideFrom, asideTo));
    }
    if (words.has("relative", line.key(last))) {
      int noun = line.isMark(last - 1) ? last - 2 : last - 1;
      return noun < 0 ? Optional.empty() : back(line, noun).map(p -> p);
    }
    if (words.has("opener", line.key(last))) {
      return Optional.empty();
    }
    return back(line, last).map(p -> p);
  }

  private Optional<Subject.Phrase> back(Line line, int last) {
    int from = last;
    while (from > 0 && last - from < 14) {
      int i = from - 1;
      if (line.isMark(i)
          && !line.key(i).equals("(")
          && !line.key(i).equals(")")
          && !line.key(i).equals("-")) {
        break;
      }
      if (line.isQuoted(i) && !line.isShortQuoteAt(i)) {
        break;
      }
      if (words.has("opener", line.key(i))
          || ArabicWords.isThat(line, i)
          || words.has("relative", line.key(i))) {
        break;
      }
      from--;
    }
    if (line.isMark(last) && !line.key(last).equals(")")) {
      return Optional.empty();
    }
    if (from < last && isPreposition(line.key(from))) {
      return Optional.empty(); // «وعن غياب المهاجم فلان قال»
    }
    // the innermost phrase that can be somebody
    for (int i = from; i <= last; i++) {
      String key = line.key(i);
      if (words.has("preposition", key)
          || words.has("particle", key)
          || words.has("time", key)
          || line.isMark(i)
          || isVerb(line, i)) {
        continue;
      }
      Optional<Subject> phrase = phrase(line, i, false);
      if (phrase.isPresent() && phrase.get() instanceof Subject.Phrase p && p.to() == last + 1) {
        boolean governed = i > 0 && isPreposition(line.key(i - 1));
        if (!governed && (isSomebody(line, p) || i == from)) {
          return Optional.of(new Subject.Phrase(p.from(), p.to(), p.to(), p.to()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isPreposition(String key) {
    return words.has("preposition", key)
        || (key.startsWith("و") && words.has("preposition", key.substring(1)));
  }

  /** A verb of speech that nothing else can be. */
  private boolean isVerb(Line line, int index) {
    if (words.has("ambiguous", ArabicWords.withoutJoint(line.key(index)))) {
      return false;
    }
    return cues.at(line, index).stream()
        .anyMatch(cue -> cue.form() == Cues.Form.MASCULINE || cue.form() == Cues.Form.FEMININE);
  }

  /** The first person named before a place by a given name, with the role before it. */
  Optional<Subject.Phrase> firstNamed(Line line, int end) {
    for (int i = 0; i < end; i++) {
      String bare = ArabicWords.stripped(line.key(i));
      boolean begins =
          objects.isGivenName(line, i)
              || line.isKnownPersonAt(i)
              || (bare.equals("ام") && i > 0 && line.isWord(i + 1))
              || words.has("role", bare);
      boolean governed =
          isPreposition(line.key(i - 1)) || (i > 1 && isPreposition(line.key(i - 2)));
      if (line.isWord(i) && !line.isQuoted(i) && begins && !governed) {
        int to = nameEnd(line, i, end);
        if (to > i) {
          return Optional.of(Subject.Phrase.of(i, to));
        }
      }
    }
    return Optional.empty();
  }

  private int nameEnd(Line line, int from, int end) {
    int given = from;
    while (given < Math.min(end, from + 4)
        && !objects.isGivenName(line, given)
        && !line.isKnownPersonAt(given)
        && !line.key(given).equals("ام")) {
      given++;
    }
    if (given >= Math.min(end, from + 4) || !line.isWord(given)) {
      return from;
    }
    int to = given + 1;
    while (to < end
        && (ArabicObjects.isJoint(line, to - 1)
            || ArabicObjects.isJoint(line, to)
            || objects.isGivenName(line, to))) {
      to++;
    }
    boolean goesOn =
        to < end
            && line.isWord(to)
            && !isPreposition(line.key(to))
            && !words.has("relative", line.key(to))
            && !words.has("time", line.key(to))
            && !words.has("particle", line.key(to))
            && !words.isThing(line.key(to))
            && !(line.key(to).startsWith("ي") && line.key(to).length() > 3)
            && !line.key(to).startsWith("و");
    return goesOn ? to + 1 : to;
  }

  Optional<Subject> phraseAt(Line line, int index) {
    return phrase(line, index, true);
  }

  boolean isCue(Line line, int index) {
    return !cues.at(line, index).isEmpty();
  }

  /** True for a phrase that can speak: it has a role, a body, a source or a known given name. */
  boolean isSomebody(Line line, Subject.Phrase phrase) {
    String head = ArabicWords.stripped(line.key(phrase.from()));
    if (words.has("role", head) || words.has("source", head) || words.has("body", head)) {
      return true;
    }
    String first = ArabicWords.withoutJoint(line.key(phrase.from()));
    if ((first.equals("ابو") || first.equals("ام")) && phrase.to() - phrase.from() >= 2) {
      return true;
    }
    for (int i = phrase.from(); i < Math.min(phrase.to(), phrase.from() + 3); i++) {
      boolean known = line.knownAt(i).isPresent() && i < phrase.from() + 2;
      if (known
          || objects.isGivenName(line, i)
          || words.has("title", line.key(i))
          || outlets.ofKey(line.key(i)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
