package news.isnad.speaker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.text.Remembered;

/**
 * Finds the names of media in an Arabic sentence.
 *
 * <ul>
 *   <li>A name of the table is one, whatever is glued to it («لرويترز»); a common word («الحياة»)
 *       only between marks or behind «صحيفة».
 *   <li>Behind a noun like «صحيفة» follows a name, listed or not; the noun with the article and
 *       without a name points at a medium and names none.
 * </ul>
 *
 * <p>Immutable.
 */
final class ArabicMedia {
  private static final int LONGEST = 4;

  /** Letters of Latin names, as they are spelled. */
  private static final Set<String> LETTERS =
      Set.of("سي", "بي", "تي", "دي", "جي", "كي", "اف", "ام", "اس", "ار", "اي", "ايه", "يو", "اكس");

  /** "The radio" of a country is a medium of its own, "the newspaper" points at one. */
  private static final Set<String> STATIONS = Set.of("الاذاعه", "التلفزيون", "الراديو");

  /** «القناة السابعة»: what is named by its number. */
  private static final Set<String> CHANNEL_NUMBERS =
      Set.of(
          "الاولي", "الثانيه", "الثالثه", "الرابعه", "الخامسه", "السادسه", "السابعه", "الثامنه",
          "التاسعه", "العاشره", "الحاديه");

  /** Whose «موقع» is where it happened. */
  private static final Set<String> SCENES =
      Set.of(
          "الحادث",
          "الاحداث",
          "الحدث",
          "الانفجار",
          "التفجير",
          "الهجوم",
          "التحطم",
          "الجريمه",
          "الحريق",
          "الواقعه",
          "الاصطدام",
          "البناء",
          "العمل",
          "الكارثه",
          "السقوط");

  private static final Set<String> TALKS = Set.of("مقابله", "حوار", "لقاء", "حديث");

  private static final Remembered<String> BARE = new Remembered<>(ArabicMedia::bare);

  private final Outlets outlets;
  private final WordClasses words;
  private final Cues verbs;

  ArabicMedia(Outlets outlets, WordClasses words, Cues verbs) {
    this.outlets = outlets;
    this.words = words;
    this.verbs = verbs;
  }

  /** Where a medium that begins at {@code from} ends; {@code from} if there is none. */
  int end(Line line, int from) {
    String first = line.key(from);
    String bare = withoutClitic(first);
    boolean listed = outlets.begins(bare) || outlets.begins(first);
    if (!listed && isShortTold(first)) { // «لبي بي سي», «لإن بي سي»
      bare = first.substring(1);
      listed = outlets.begins(bare);
    }
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
          && (!common || isMarked(line, from) || isTold(line, from, at))) {
        return at;
      }
    }
    if (isProgramme(line, from)) {
      return namedMedium(line, from, bare);
    }
    if (words.has("outlet-noun", ArabicWords.stripped(bare)) || words.has("outlet-noun", bare)) {
      return namedMedium(line, from, bare);
    }
    return from;
  }

  /** The name from one token to another, as printed, without what is glued to it. */
  static String name(Line line, int from, int to) {
    int end = to;
    while (end > from + 1 && line.isQuote(end - 1)) {
      end--;
    }
    String printed = Tokens.unquoted(line.partedWords(from, end));
    String first = line.key(from);
    if (first.startsWith("لل") && first.length() > 4) {
      return "ال" + printed.substring(2);
    }
    boolean clitic = isShortTold(first) || !withoutClitic(first).equals(first);
    return clitic ? printed.substring(1) : printed;
  }

  private static boolean isShortTold(String key) {
    return key.equals("لبي") || key.equals("لسي") || key.equals("لان") || key.equals("لاي");
  }

  /** «في مقابلة مع برنامج صباح المرسى»; elsewhere a programme is no medium. */
  private static boolean isProgramme(Line line, int at) {
    return line.key(at).equals("برنامج")
        && line.key(at - 1).equals("مع")
        && TALKS.contains(line.key(at - 2));
  }

  /** «للجزيرة إن»: a common word that somebody is told. */
  private static boolean isTold(Line line, int from, int to) {
    return line.key(from).startsWith("لل")
        && (ArabicWords.isThat(line, to) || line.key(to).equals(":"));
  }

  /** Which outlet of the table that is, also where the name says more than the table. */
  Optional<String> id(Line line, int from, int to) {
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

  /** Behind the name that follows «صحيفة»; {@code from} if none does. */
  private int namedMedium(Line line, int from, String noun) {
    int at = from + 1;
    boolean bracket = line.key(at).equals("(");
    if (line.isQuote(at) || bracket) {
      int close = at + 1;
      while (close < Math.min(line.size(), at + 7)
          && !(bracket ? line.key(close).equals(")") : line.isQuote(close))) {
        close++;
      }
      boolean closed = bracket ? line.key(close).equals(")") : line.isQuote(close);
      if (closed && close > at + 1) {
        return close + 1;
      }
    }
    if (noun.equals("موقع") && SCENES.contains(line.key(at))) {
      return from;
    }
    while (at < line.size() && at - from <= 6) {
      int listed = listed(line, at);
      if (listed > at && !LETTERS.contains(line.key(listed))) {
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
    boolean numbered = noun.equals("القناه") && CHANNEL_NUMBERS.contains(line.key(from + 1));
    boolean station = STATIONS.contains(noun) || numbered;
    if (noun.startsWith("ال") && !station && !isMarkedName(line, from + 1, at)) {
      return from; // «الموقع الإخباري»: points at one
    }
    return at > from + 1 ? behindLetters(line, at) : from;
  }

  /** «قناة كارو تي في»، «قناة إي تي إن»: behind a spelled letter the name goes on with letters. */
  private static int behindLetters(Line line, int end) {
    int at = end;
    while (at < line.size()
        && LETTERS.contains(line.key(at - 1))
        && (LETTERS.contains(line.key(at))
            || (line.key(at - 1).equals("تي") && line.key(at).equals("في")))) {
      at++;
    }
    return at;
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
        && !(key.startsWith("ل") && words.has("outlet-noun", key.substring(1)))
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
    return (line.isQuote(index - 1) && line.isQuoted(index))
        || words.has("outlet-noun", withoutClitic(line.key(index - 1)));
  }

  private static String withoutClitic(String key) {
    return BARE.of(key);
  }

  private static String bare(String key) {
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
}
