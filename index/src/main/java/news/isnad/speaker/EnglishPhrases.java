package news.isnad.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.speaker.Find.Subject.Phrase;
import news.isnad.speaker.Mention.Kind;

/**
 * Names, roles and descriptions in English phrases.
 *
 * <ul>
 *   <li>The name is the run of capitals that ends the phrase, behind the last role word in it.
 *   <li>A role in front ("Energy Minister") or in the apposition is kept apart.
 *   <li>A possessor is not the person: "Trump's lawyers" stay whole.
 *   <li>"the minister" is a role, "the airline" a body named elsewhere, "officials" have no name.
 * </ul>
 *
 * <p>Immutable.
 */
final class EnglishPhrases implements PhraseReader {
  private static final int MOST_DESCRIBING = 2;
  private static final Set<String> WHERE_AND_WHEN =
      Set.of("in", "at", "since", "until", "during", "across", "near");

  private static final Set<String> PARTISANS = Set.of("democrat", "republican");

  private static final Pattern ADJECTIVE = Pattern.compile(".{3,}(?:al|an|ic|ish|ese|ive)");

  private final WordClasses words;
  private final EnglishDescriptions descriptions;

  EnglishPhrases(WordClasses words) {
    this.words = words;
    this.descriptions = new EnglishDescriptions(words);
  }

  @Override
  public Optional<Mention> mention(Line line, Phrase phrase) {
    int from = phrase.from();
    int to = phrase.to();
    while (to > from && !line.isWord(to - 1) && line.token(to - 1).kind() != Token.Kind.NUMBER) {
      to = line.key(to - 1).equals(")") ? openingBefore(line, to - 1, from) : to - 1;
    }
    while (from < to && !line.isWord(from) && line.token(from).kind() != Token.Kind.NUMBER) {
      from++;
    }
    if (from >= to) {
      return Optional.empty();
    }
    if (line.key(to - 1).equals("'s") && to - from >= 2 && line.isCapitalized(to - 2)) {
      // "McArdle's said": the name of a firm
      return Optional.of(
          new Mention(line.words(from, to), Optional.empty(), Kind.BODY, Gender.UNKNOWN, false));
    }
    boolean definite = line.key(from).equals("the");
    boolean article = definite || line.key(from).equals("a") || line.key(from).equals("an");
    int start = article && from + 1 < to ? from + 1 : from;
    Optional<String> aside =
        phrase.asideTo() > phrase.asideFrom()
            ? Optional.of(line.words(phrase.asideFrom(), phrase.asideTo()))
            : Optional.empty();
    if (isOffice(line, start, to) && isPersonalName(line, phrase.asideFrom(), phrase.asideTo())) {
      Mention who = mention(line, Phrase.of(phrase.asideFrom(), phrase.asideTo())).orElseThrow();
      return Optional.of(
          new Mention(
              who.name(), Optional.of(line.words(start, to)), Kind.PERSON, who.gender(), false));
    }
    int behind = namedBefore(line, start, to);
    if (behind > start) {
      return mention(line, new Phrase(from, behind, phrase.asideFrom(), phrase.asideTo()));
    }
    if (definite && isRanked(line, to)) {
      String printed = line.words(start, to);
      return Optional.of(
          new Mention(printed, Optional.empty(), Kind.SOMEBODY, Gender.UNKNOWN, false));
    }
    int name = nameStart(line, start, to);
    boolean aged = to - start == 2 && EnglishTokens.isOfAge(line.key(start));
    boolean pm = definite && to - start == 1 && line.key(start).equals("pm");
    pm |=
        definite && to - start == 2 && PARTISANS.contains(line.key(to - 1)); // "the Ohio Democrat"
    if (pm || (definite && (to - start == 1 || aged) && words.has("somebody", line.key(to - 1)))) {
      return Optional.of(description(line, start, to, definite)); // "the Croatian"
    }
    if (to - name == 1 && words.has("determiner", line.key(name))) {
      return Optional.empty(); // "The", cut off from what it stands before
    }
    if (name < to && !governed(line, start, name)) {
      return Optional.of(person(line, start, name, to, aside, definite));
    }
    int named = phrase.asideFrom();
    if (phrase.asideTo() > named + 1
        && !isServant(line, start, to)
        && (line.isCapitalized(named)
            || (line.key(named).equals("the") && line.isCapitalized(named + 1))
            || isNamedRole(line, named, phrase.asideTo()))) {
      String role = line.words(start, to);
      boolean holds = holdsRole(line, start, to);
      return mention(line, Phrase.of(phrase.asideFrom(), phrase.asideTo()))
          .map(who -> holds ? withRole(who, role) : who);
    }
    return Optional.of(description(line, start, to, definite));
  }

  /** "the spokesman for the ministry, Luc Marel": he, with what he is. */
  private static Mention withRole(Mention who, String role) {
    return who.kind() == Kind.PERSON && who.role().isEmpty()
        ? new Mention(who.name(), Optional.of(role), who.kind(), who.gender(), who.plural())
        : who;
  }

  private boolean holdsRole(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.has("role", line.key(i)) || words.has("source", line.key(i))) {
        return true;
      }
    }
    return false;
  }

  /** "Professor Ivan Petrov of the University": where the name ends; {@code from} otherwise. */
  private int namedBefore(Line line, int from, int to) {
    if (isOfSomewhere(line, from, to)) {
      return from + 1;
    }
    for (int i = from + 2; i < to - 1; i++) {
      String key = line.key(i);
      if (!(key.equals("of") || key.equals("at") || key.equals("from"))) {
        continue;
      }
      int name = nameStart(line, from, i);
      boolean given =
          words.has("male-name", line.key(name)) || words.has("female-name", line.key(name));
      boolean titled =
          name > from
              && words.has("role", line.key(name - 1))
              && !words.has("preposition", line.key(name));
      boolean first = line.isCapitalized(name) && isTitled(line, name, i);
      return i - name >= 2 && (given || titled || first) && !isBody(line, name, i) ? i : from;
    }
    return from;
  }

  /** "Hale with KPA": a family name, and where its bearer works. */
  private boolean isOfSomewhere(Line line, int from, int to) {
    String key = line.key(from);
    String behind = line.key(from + 1);
    boolean the = line.key(from + 2).equals("the");
    boolean somewhere =
        behind.equals("with")
            || behind.equals("at")
            || behind.equals("from")
            || (behind.equals("of") && the && !line.isCapitalized(to - 1));
    return somewhere
        && to > from + 2
        && line.isCapitalized(from)
        && (line.isCapitalized(to - 1) || (the && !behind.equals("with")))
        && !words.has("role", key)
        && !words.has("source", key)
        && !words.has("body", key)
        && !key.endsWith("s")
        && !words.has("opener", key)
        && line.knownAt(from).filter(named -> !line.isKnownPersonAt(from)).isEmpty();
  }

  /** "the world No. 1". */
  private static boolean isRanked(Line line, int to) {
    String before = line.key(to - 2);
    return line.token(to - 1).kind() == Token.Kind.NUMBER
        && (before.equals("no") || before.equals("no.") || before.equals("number"));
  }

  /** "The Club's Deputy Director": capitals that end in a role, and no name. */
  private boolean isOffice(Line line, int from, int to) {
    boolean of = // "Minister for Life Sciences"
        line.isCapitalized(from)
            && words.has("role", line.key(from))
            && (line.key(from + 1).equals("for") || line.key(from + 1).equals("of"));
    return to - from >= 2
        && line.isCapitalized(to - 1)
        && (of || words.has("role", line.key(to - 1)))
        && !isFamilyName(line, to - 1)
        && !isServant(line, from, to);
  }

  /** "David King": a role that stands behind a given name. */
  private boolean isFamilyName(Line line, int at) {
    String given = line.key(at - 1);
    return line.isCapitalized(at - 1)
        && (words.has("male-name", given) || words.has("female-name", given));
  }

  /** "Lena Maroth", behind an office: two or more capitals, and no office again. */
  private boolean isPersonalName(Line line, int from, int to) {
    if (to - from < 2 || to - from > 4) {
      return false;
    }
    for (int i = from; i < to; i++) {
      boolean name = line.isCapitalized(i) || words.has("particle", line.key(i));
      if (!name || words.has("role", line.key(i)) || words.has("body", line.key(i))) {
        return false;
      }
    }
    return line.isCapitalized(from) && line.isCapitalized(to - 1);
  }

  /** "a spokesman for the party leader, X": X is the leader. */
  private boolean isServant(Line line, int from, int to) {
    for (int i = from + 1; i < to - 1; i++) {
      if ((line.key(i).equals("for") || line.key(i).equals("of") || line.key(i).equals("to"))
          && words.has("source", line.key(i - 1))) {
        return words.has("role", line.key(to - 1));
      }
    }
    return false;
  }

  /** "former defence adviser Lena Maroth": a role, then a given name and a surname. */
  private boolean isNamedRole(Line line, int from, int to) {
    int name = nameStart(line, from, to);
    for (int i = Math.max(from + 1, name); i < to - 1; i++) {
      boolean given = words.has("male-name", line.key(i)) || words.has("female-name", line.key(i));
      if (given) {
        return words.has("role", line.key(i - 1)) || words.has("source", line.key(i - 1));
      }
    }
    return false;
  }

  private boolean isTitled(Line line, int from, int to) {
    return to - from >= 2
        && (words.has("title", line.key(from)) || words.has("role", line.key(from)))
        && !words.has("role", line.key(to - 1));
  }

  private static int openingBefore(Line line, int close, int from) {
    for (int i = close; i > from; i--) {
      if (line.key(i).equals("(")) {
        return i;
      }
    }
    return close;
  }

  /** First token of the run of capitals that ends the phrase; {@code to} if there is none. */
  private int nameStart(Line line, int from, int to) {
    int name = to;
    while (name > from) {
      boolean capital =
          line.isCapitalized(name - 1)
              || (line.token(name - 1).kind() == Token.Kind.NUMBER && name < to);
      boolean particle =
          name < to
              && name - 1 > from
              && words.has("particle", line.key(name - 1))
              && (line.isCapitalized(name - 2)
                  || (name - 2 > from
                      && words.has("particle", line.key(name - 2))
                      && line.isCapitalized(name - 3)));
      boolean and =
          name < to
              && name - 1 > from
              && (line.key(name - 1).equals("and")
                  || line.key(name - 1).equals("&")
                  || line.key(name - 1).equals("for"))
              && line.isCapitalized(name - 2);
      boolean owner =
          name == to - 1
              && name - 1 > from
              && isOwnerOfBody(line, name - 1, to); // "Attorney's Office"
      if (!capital && !particle && !and && !owner) {
        break;
      }
      name--;
    }
    while (name < to && !line.isCapitalized(name)) {
      name++;
    }
    return name;
  }

  /** "the Attorney's Office": the possessor is part of the name of the body. */
  private boolean isOwnerOfBody(Line line, int possessive, int to) {
    return line.key(possessive).equals("'s")
        && line.isCapitalized(possessive - 1)
        && possessive == to - 2
        && line.isCapitalized(to - 1)
        && words.has("body", line.key(to - 1));
  }

  /**
   * "a spokesman for Fremont": the name hangs on a preposition; "the bank of the north governor Tom
   * Hale" does not, a role stands right before it.
   */
  private boolean governed(Line line, int from, int name) {
    if (name > from && words.has("role", line.key(name - 1)) && !line.isCapitalized(name - 1)) {
      return false;
    }
    for (int i = from; i < name; i++) {
      if (words.has("preposition", line.key(i)) && !line.isCapitalized(i)) {
        return true;
      }
    }
    return false;
  }

  private Mention person(
      Line line, int from, int name, int to, Optional<String> aside, boolean definite) {
    int start = name;
    Gender gender = Gender.UNKNOWN;
    for (int i = name; i < to; i++) {
      String key = line.key(i);
      if (line.key(i + 1).equals("'s") || isOwnerOfBody(line, i, to)) {
        continue;
      }
      boolean office = words.has("role", key) || words.has("title", key);
      if ((office && line.isCapitalized(i) && !(i == to - 1 && isFamilyName(line, i)))
          || key.equals("'s")) {
        start = i + 1;
        if (words.has("female-title", key)) {
          gender = Gender.FEMININE;
        } else if (words.has("male-title", key)) {
          gender = Gender.MASCULINE;
        }
      }
    }
    if (start < to - 2 && start > name && line.key(start).equals("of")) {
      start = behindOffice(line, start, to);
    }
    if (start >= to) {
      // capitals that end in a role: "Interior Minister", "the President"
      Kind kind = words.has("role", line.key(to - 1)) ? Kind.ROLE : Kind.BODY;
      return new Mention(line.words(from, to), Optional.empty(), kind, Gender.UNKNOWN, false);
    }
    Optional<Line.Named> known = line.knownAt(to - 1);
    boolean knownPerson =
        known.isPresent() && known.get().name().kind() == news.isnad.lexicon.Kind.PERSON;
    boolean knownBody =
        known.isPresent()
            && !knownPerson
            && known.get().from() <= start
            && !line.key(to - 1).equals("'s");
    if (knownBody
        && known.get().name().kind() == news.isnad.lexicon.Kind.PLACE
        && to - known.get().to() == 0
        && known.get().from() > start) {
      knownBody = false;
    }
    boolean body =
        !knownPerson
            && (knownBody
                || (to - start > 1 && words.has("place-word", line.key(to - 1)))
                || isBody(line, start, to)
                || (isBody(line, name, to) && start == name));
    if (body) {
      return new Mention(
          line.words(Math.min(start, name), to),
          Optional.empty(),
          Kind.BODY,
          Gender.UNKNOWN,
          false);
    }
    String first = line.key(start);
    if (gender == Gender.UNKNOWN && words.has("female-name", first)) {
      gender = Gender.FEMININE;
    } else if (gender == Gender.UNKNOWN && words.has("male-name", first)) {
      gender = Gender.MASCULINE;
    }
    for (int i = from; i < name && gender == Gender.UNKNOWN; i++) {
      gender = words.has("female-title", line.key(i)) ? Gender.FEMININE : gender;
    }
    Optional<String> front = role(line, from, start);
    Optional<String> role = aside.or(() -> front);
    boolean person =
        gender != Gender.UNKNOWN
            || role.isPresent()
            || start > name
            || to - start >= 2
            || (start < to && !definite);
    Kind kind = (person && !definite) || role.isPresent() ? Kind.PERSON : Kind.BODY;
    return new Mention(
        line.words(start, to),
        role,
        kind,
        gender,
        false,
        aside.isPresent() ? front.stream().toList() : List.of());
  }

  /** "Secretary of State Lena Marsh": where the name begins. */
  private int behindOffice(Line line, int of, int to) {
    for (int i = of + 2; i < to; i++) {
      if (words.has("male-name", line.key(i)) || words.has("female-name", line.key(i))) {
        return i;
      }
    }
    return to - of > 3 ? to - 2 : to - 1;
  }

  private Optional<String> role(Line line, int from, int to) {
    if (from >= to) {
      return Optional.empty();
    }
    boolean role = false;
    for (int i = from; i < to; i++) {
      role |= words.has("role", line.key(i));
    }
    return role ? Optional.of(line.words(from, to)) : Optional.empty();
  }

  private boolean isBody(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      String key = line.key(i);
      if (words.has("body", key)
          || key.equals("of")
          || key.equals("and")
          || key.equals("for")
          || key.equals("house")
          || key.equals("kremlin")) {
        return true;
      }
    }
    return line.token(to - 1).text().length() <= 5
        && line.token(to - 1)
            .text()
            .equals(line.token(to - 1).text().toUpperCase(java.util.Locale.ROOT))
        && line.token(to - 1).text().length() >= 2
        && !line.token(to - 1).text().endsWith(".");
  }

  private Mention description(Line line, int from, int end, boolean definite) {
    int to = end;
    for (int i = from + 1; i < end; i++) {
      String key = line.key(i);
      boolean verb = key.endsWith("ing") && key.length() > 5 && !line.isCapitalized(i);
      if (verb && (words.has("body", line.key(i - 1)) || words.has("source", line.key(i - 1)))) {
        to = i;
        break;
      }
    }
    String printed = Tokens.unquoted(line.words(from, to));
    int head = to - 1;
    for (int i = from; i < to; i++) {
      if (i > from && words.has("preposition", line.key(i)) && !line.isCapitalized(i)) {
        head = i - 1;
        break;
      }
    }
    String key = line.key(head);
    boolean possessed = false;
    boolean capital = false;
    for (int i = from; i < head; i++) {
      possessed |= line.key(i).equals("'s");
      capital |= line.isCapitalized(i);
    }
    boolean plural =
        (key.endsWith("s") && !key.endsWith("ss")) || key.equals("police") || key.equals("people");
    boolean bare = definite && to - from <= 2 && !possessed;
    if (definite && !possessed && !plural && head == to - 1 && words.has("somebody", key)) {
      return new Mention(printed, Optional.empty(), Kind.SOMEBODY, Gender.UNKNOWN, false);
    }
    boolean aged = EnglishTokens.isOfAge(key) || EnglishTokens.isOfAge(line.key(from));
    if (bare && (words.has("somebody", key) || aged)) { // "the 45-year-old leader"
      return new Mention(printed, Optional.empty(), Kind.SOMEBODY, Gender.UNKNOWN, false);
    }
    if (definite && to - from == 1 && key.equals("pm")) {
      return new Mention("prime minister", Optional.empty(), Kind.ROLE, Gender.UNKNOWN, false);
    }
    if ((definite || possessed) && words.has("role", key) && !plural) { // "the French minister"
      return new Mention(printed, Optional.empty(), Kind.ROLE, Gender.UNKNOWN, false);
    }
    if (definite && words.has("pointing-body", key) && !capital) {
      return new Mention(printed, Optional.empty(), Kind.BODY_NOUN, Gender.UNKNOWN, false);
    }
    if (words.has("body", key) && capital && !possessed) {
      return new Mention(printed, Optional.empty(), Kind.BODY, Gender.UNKNOWN, plural);
    }
    return new Mention(printed, Optional.empty(), Kind.ANONYMOUS, Gender.UNKNOWN, plural);
  }

  @Override
  public Optional<Mention> bodyAt(Line line, int from) {
    return named(line).stream()
        .filter(
            mention ->
                mention.kind() == Kind.BODY
                    && line.text().startsWith(mention.name(), line.token(from).start()))
        .findFirst();
  }

  @Override
  public List<Mention> named(Line line) {
    List<Mention> found = new ArrayList<>();
    int i = 0;
    while (i < line.size()) {
      if (!line.isCapitalized(i)
          || (i == sentenceFirst(line, i)
              && (words.has("opener", line.key(i)) || WHERE_AND_WHEN.contains(line.lower(i))))) {
        i++;
        continue;
      }
      int to = i + 1;
      while (to < line.size()
          && (line.isCapitalized(to)
              || (words.has("particle", line.key(to))
                  && !line.key(to).equals("of")
                  && !line.key(to).equals("the")
                  && line.isCapitalized(to + 1)))) {
        to++;
      }
      boolean adjective = // "deputy Scottish leader Tom Hale"
          to - i == 1 && words.has("role", line.lower(to)) && line.isCapitalized(to + 1);
      if (adjective || (to - i == 1 && EnglishTimes.isDayNamed(line, i))) {
        i = to;
        continue;
      }
      int from = i;
      while (from > 0
          && line.isWord(from - 1)
          && !line.isCapitalized(from - 1)
          && words.has("role", line.key(from - 1))
          && from > i - 4) {
        from--;
      }
      if (from < i) {
        from = describedFrom(line, from);
      }
      if (from > 0 && isFormer(line.key(from - 1))) {
        from--;
      }
      int asideFrom = to;
      int asideTo = to;
      int office = officeBefore(line, from);
      if (office >= 0 && line.isMark(to)) {
        asideFrom = office;
        asideTo = from - 1;
      } else if (line.key(to).equals(",") && line.isWord(to + 1)) {
        int end = to + 1;
        boolean role = false;
        while (end < line.size()
            && line.isWord(end)
            && end < to + 14
            && !line.key(end).equals("who")) {
          role |= words.has("role", line.key(end));
          end++;
        }
        if (role
            && !WHERE_AND_WHEN.contains(line.lower(i - 1)) // "In Lorin, the mayor said"
            && !(from == i && line.lower(i - 1).equals("the")) // "to the Lorin Post, the mayor"
            && (words.has("determiner", line.key(to + 1))
                || words.has("role", line.key(to + 1))
                || line.key(to + 2).equals("'s"))) {
          asideFrom = to + 1;
          asideTo = end;
        }
      }
      int first = from;
      int end = to;
      mention(line, new Phrase(from, to, asideFrom, asideTo))
          .map(who -> who.with(descriptions.around(line, first, end, nameAt(line, who, end))))
          .ifPresent(found::add);
      i = to;
    }
    return found;
  }

  /** Where the name begins that ends a phrase; where the phrase ends, if it does not. */
  private static int nameAt(Line line, Mention who, int to) {
    int at = to;
    while (at > 0 && line.words(at - 1, to).length() <= who.name().length()) {
      at--;
    }
    return at < to && line.words(at, to).equals(who.name()) ? at : to;
  }

  /** "Republican presidential nominee", "harbour police chief": where what describes it begins. */
  private int describedFrom(Line line, int role) {
    int from = role;
    while (from > 0
        && from > role - MOST_DESCRIBING
        && line.isWord(from - 1)
        && !words.has("determiner", line.key(from - 1))
        && !words.has("preposition", line.key(from - 1))
        && !words.has("boundary", line.key(from - 1))
        && (ADJECTIVE.matcher(line.key(from - 1)).matches()
            || words.has("field", line.key(from - 1)))) {
      from--;
    }
    return from;
  }

  private static boolean isFormer(String key) {
    return key.equals("former") || key.equals("ex") || key.equals("then");
  }

  /** "the president, Ruth Amsel,": where the office before the comma begins; -1 without one. */
  private int officeBefore(Line line, int name) {
    int comma = name - 1;
    if (!line.key(comma).equals(",") || !words.has("role", line.key(comma - 1))) {
      return -1;
    }
    for (int i = comma - 1; i >= Math.max(0, comma - 6); i--) {
      if (words.has("determiner", line.key(i)) || line.key(i).equals("'s")) {
        return i + 1;
      }
      if (!line.isWord(i)) {
        return -1;
      }
    }
    return -1;
  }

  private static int sentenceFirst(Line line, int index) {
    return index == 0 || (line.isQuote(index - 1) && index == 1) ? index : -1;
  }
}
