package news.isnad.speaker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.article.Edition;
import news.isnad.lexicon.KnownNames;
import news.isnad.speaker.Find.Subject;
import news.isnad.speaker.Mention.Kind;
import news.isnad.text.Language;
import org.jspecify.annotations.Nullable;

/** One edition on its way to statements. Confined to one thread, used once. */
final class ArticleReading {
  /** Behind an owner, one who is named: "'s rival Tom". */
  private static final Pattern OWNER = Pattern.compile("['’]s [a-z-]+ \\p{Lu}");

  private static final int MEMORY = 4;

  /** Words in which "is a" says what somebody is. */
  private static final int DESCRIBING = 3;

  private static final Set<String> ASKED = Set.of(Tokens.key("سئل"), Tokens.key("سئلت"));

  /** What stands behind the name of a person only. */
  private static final Pattern PERSONAL = Pattern.compile(", (?:who |one of |\\d\\d,)");

  /** A find whose speaker is known. */
  record Voice(Find find, Person person, Line line, int index) {}

  private final RuleAttribution.Grammar grammar;
  private final Edition edition;
  private final List<Line> lines;
  private final KnownNames known;
  private final Cast cast;
  private final List<List<Find>> finds = new ArrayList<>();
  private final List<List<Voice>> voices = new ArrayList<>();
  private final List<Optional<Person>> leading = new ArrayList<>();
  private final Map<Integer, Person> byQuotation = new HashMap<>();
  private final Pronouns pronouns;

  ArticleReading(RuleAttribution.Grammar grammar, KnownNames known, Edition edition) {
    this.known = known;
    this.cast = new Cast(known, edition.language(), grammar.roles());
    this.grammar = grammar;
    this.edition = edition;
    this.lines = Lines.of(edition.text(), edition.language(), known, grammar.cues().gluedNames());
    this.pronouns = new Pronouns(grammar, cast, lines, voices, leading);
  }

  List<Statement> statements() {
    meetEverybody();
    hearVoices();
    List<@Nullable Person> continued =
        new Continuations(grammar, lines, voices, leading, byQuotation).all();
    return new Statements(grammar, known, edition, lines, voices, continued).all();
  }

  private void meetEverybody() {
    List<List<Mention>> mentions = new ArrayList<>();
    for (Line line : lines) {
      List<Mention> named = grammar.phrases().named(line);
      if (isTitle(line)) {
        named = named.stream().filter(this::isInText).toList();
      }
      named.forEach(mention -> meet(mention, line));
      meetCounterparts(line, named);
      knownPeople(line).forEach(cast::meet);
      bodies(line).forEach(cast::meet);
      mentions.add(named);
      List<Find> read = grammar.reader().read(line);
      finds.add(read);
      meetSpeakers(line, read);
    }
    if (grammar.language() == Language.ARABIC && !lines.isEmpty()) {
      readFamilies();
    }
    for (int i = 0; i < lines.size(); i++) {
      leading.add(leading(lines.get(i), mentions.get(i)));
    }
  }

  /** "his French counterpart Luc Marel": has the office of whoever is named before. */
  private void meetCounterparts(Line line, List<Mention> named) {
    for (Counterparts.Counterpart one : grammar.counterparts().in(line)) {
      int at = line.token(one.at()).start();
      Optional<String> office = Optional.empty();
      for (Mention mention : named) {
        int where = line.text().indexOf(mention.name(), line.span().start());
        if (where >= 0 && where < at) {
          Optional<String> theirs = cast.meet(mention).role();
          office = theirs.isPresent() ? theirs : office;
        }
      }
      Optional<String> other = office.or(cast::lastOffice);
      if (other.isPresent()) {
        Person person = cast.meet(one.mention());
        person.confirm();
        person.has(one.office(grammar.roles().withoutCountry(other.get()), grammar.language()));
      }
    }
  }

  private void meetSpeakers(Line line, List<Find> read) {
    for (Find find : read) {
      if (find.subject() instanceof Subject.Phrase phrase) {
        grammar
            .phrases()
            .mention(line, phrase)
            .filter(mention -> mention.kind() == Kind.PERSON)
            .ifPresent(mention -> cast.meet(mention).confirm());
      }
    }
  }

  /** Reads anew what may be said by somebody whose family name is known by now. */
  private void readFamilies() {
    Families families = lines.getFirst().families();
    cast.names().forEach(families::add);
    cast.forgetNames(last -> last.startsWith("ل") && families.has(last.substring(1)));
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (!hasFamilyBehindCue(line)) {
        continue;
      }
      List<Find> again = grammar.reader().read(line);
      if (!again.equals(finds.get(i))) { // who was met already is not met once more
        finds.set(i, again);
        meetSpeakers(line, again);
      }
    }
  }

  private boolean hasFamilyBehindCue(Line line) {
    for (int i = 1; i < line.size(); i++) {
      String key = line.key(i);
      if (key.startsWith("ل") && line.families().has(key.substring(1))) {
        return true; // «وقال الشيخ ناصر لتيلران»
      }
      if (line.families().has(line.key(i))
          && line.isWord(i - 1)
          && (grammar.cues().isCue(line.key(i - 1)) // «وعد» is no joint and «عد»
              || grammar.cues().isCue(ArabicWords.withoutJoint(line.key(i - 1))))) {
        return true;
      }
    }
    return false;
  }

  /** A headline that writes its nouns with capitals: "Unpredictable Marsh Faces Questions". */
  private boolean isTitle(Line line) {
    if (grammar.language() != Language.ENGLISH
        || !line.equals(lines.getFirst())
        || Datelines.end(line) > 0) {
      return false;
    }
    int capitals = 0;
    int words = 0;
    for (int i = 0; i < line.size(); i++) {
      words += line.isWord(i) ? 1 : 0;
      capitals += line.isCapitalized(i) ? 1 : 0;
    }
    return lines.size() > 1 && 2 * capitals > words;
  }

  private boolean isInText(Mention mention) {
    return edition.text().indexOf(mention.name(), lines.getFirst().span().end()) >= 0;
  }

  /** A name with "who" or an age behind it is somebody's. */
  private void meet(Mention mention, Line line) {
    Person person = cast.meet(mention);
    if (mention.kind() == Kind.PERSON && grammar.language() == Language.ENGLISH) {
      int at = line.text().indexOf(mention.name(), line.span().start());
      if (at >= 0 && isPersonal(line, at + mention.name().length())) {
        person.confirm();
      }
    }
  }

  /** "Lena Maroth, who", "Lena Maroth, 34,", "Lena Maroth is a popular blogger". */
  private boolean isPersonal(Line line, int behind) {
    if (PERSONAL.matcher(line.text()).region(behind, line.span().end()).lookingAt()) {
      return true;
    }
    int at = 0;
    while (at < line.size() && line.token(at).start() < behind) {
      at++;
    }
    boolean is = line.key(at).equals("is") || line.key(at).equals("was");
    if (!is || !grammar.words().has("determiner", line.key(at + 1))) {
      return false;
    }
    for (int i = at + 2; i < Math.min(line.size(), at + 2 + DESCRIBING); i++) {
      if (grammar.words().has("role", line.key(i))
          || grammar.words().has("somebody", line.key(i))) {
        return true;
      }
      if (grammar.words().has("body", line.key(i)) || !line.isWord(i)) {
        return false;
      }
    }
    return false;
  }

  /** «شركة النور», «مجموعة الموج»: what «الشركة» and «المجموعة» may mean further on. */
  private List<Mention> bodies(Line line) {
    List<Mention> found = new ArrayList<>();
    if (grammar.language() == Language.ARABIC) {
      for (int i = 0; i + 1 < line.size(); i++) {
        boolean named = line.isWord(i + 1) || line.isShortQuoteAt(i + 2); // «صحيفة "الأفق"»
        if (grammar.words().has("body", line.key(i)) && named) {
          grammar.phrases().bodyAt(line, i).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Known people whose names are printed in full. */
  private static List<Mention> knownPeople(Line line) {
    List<Mention> found = new ArrayList<>();
    for (Line.Named named : line.names()) {
      if (named.to() - named.from() >= 2 && named.name().kind() == news.isnad.lexicon.Kind.PERSON) {
        found.add(
            new Mention(
                line.words(named.from(), named.to()),
                Optional.empty(),
                Kind.PERSON,
                Gender.UNKNOWN,
                false));
      }
    }
    return found;
  }

  /** Who stands at the head of a sentence. */
  private Optional<Person> leading(Line line, List<Mention> mentions) {
    if (grammar.language() == Language.ENGLISH
        && !leading.isEmpty()
        && (line.key(0).equals("he") || line.key(0).equals("she"))) {
      return leading.getLast(); // "He lifted the cover and saw his son, Lito, 3"
    }
    if (grammar.words().has("topic", line.key(0))) {
      return Optional.empty(); // «وعن غياب فلان قال»: he is spoken about
    }
    Optional<Mention> framed = framed(line);
    if (framed.isPresent()) {
      return framed.map(mention -> cast.resolve(mention, Optional.empty()));
    }
    Optional<Person> questioned = questioned(line);
    if (questioned.isPresent()) {
      return questioned;
    }
    for (Mention mention : mentions) {
      int at = line.text().indexOf(mention.name(), line.span().start());
      if (at < 0 || at > line.span().start() + 60 || at >= line.span().end()) {
        break;
      }
      if (isInQuotation(line, at) || isBeside(line, at, at + mention.name().length())) {
        continue;
      }
      if (grammar.words().has("somebody", Tokens.key(mention.name()))) {
        continue; // "the Chinese"
      }
      Person person = cast.resolve(mention, Optional.empty());
      if (person.kind() == Kind.PERSON && person.isConfirmed()) {
        return Optional.of(person);
      }
    }
    for (int i = 0; i < Math.min(4, line.size()); i++) {
      if (line.isWord(i)
          && !line.isQuoted(i)
          && line.key(i).length() > 3
          && !isBeside(line, line.token(i).start(), line.token(i).end())) {
        Optional<Person> person = cast.surnamed(Cast.key(line.token(i).text()));
        if (person.isPresent()) {
          return person;
        }
      }
    }
    return Optional.empty();
  }

  /** "Like Marsh, Tom Hale stayed", "Marsh's rival Tom Hale": the sentence is about another one. */
  private static boolean isBeside(Line line, int start, int end) {
    String before = line.text().substring(line.span().start(), start).strip();
    return before.equals("Like")
        || before.equals("Unlike")
        || OWNER.matcher(line.text()).region(end, line.text().length()).lookingAt();
  }

  /** «سئل كلوب: لماذا التأخير؟»: whoever answers in what follows. */
  private Optional<Person> questioned(Line line) {
    for (int i = 0; i + 1 < line.size(); i++) {
      if (ASKED.contains(ArabicWords.withoutJoint(line.key(i))) && !line.isQuoted(i)) {
        Optional<Person> person = cast.surnamed(Cast.key(line.token(i + 1).text()));
        if (person.isPresent()) {
          return person;
        }
      }
    }
    return Optional.empty();
  }

  /** «أما درابر فحسم فوزه»: a name of one or two words, whoever it is. */
  private Optional<Mention> framed(Line line) {
    int end = 1;
    while (end <= 2 && line.isWord(end) && !line.key(end).startsWith("ف")) {
      end++;
    }
    String first = ArabicWords.stripped(line.key(1));
    boolean name =
        line.key(0).endsWith("اما")
            && end > 1
            && line.key(end).startsWith("ف")
            && !line.key(1).startsWith("ال")
            && !grammar.words().has("role", first)
            && !grammar.words().has("body", first)
            && !grammar.words().has("preposition", line.key(1));
    return grammar.language() == Language.ARABIC && name
        ? Optional.of(
            new Mention(line.words(1, end), Optional.empty(), Kind.PERSON, Gender.UNKNOWN, false))
        : Optional.empty();
  }

  private static boolean isInQuotation(Line line, int at) {
    for (Line.Piece piece : line.pieces()) {
      if (piece.size() > 4 && piece.span().contains(at)) {
        return true;
      }
    }
    return false;
  }

  private void hearVoices() {
    Optional<Person> last = Optional.empty();
    int lastLine = -MEMORY;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      List<Voice> heard = new ArrayList<>();
      for (Find find : finds.get(i)) {
        Optional<Person> who = resolve(find, i, last, lastLine, heard);
        if (who.isPresent()) {
          heard.add(new Voice(find, who.get(), line, i));
          if (!find.rule().silent()) {
            cast.spoke(who.get());
            boolean another =
                isInside(find, heard, line)
                    || isCreditOnly(find, who.get(), last)
                    || isSourceOfAnother(find, heard);
            last = another ? last : who;
            lastLine = i;
          }
        }
      }
      for (Line.Piece piece : line.pieces()) {
        Voice nearest = nearest(heard, piece);
        if (nearest != null && (piece.size() > 3 || !piece.opens() || !piece.closes())) {
          byQuotation.putIfAbsent(piece.quotation(), nearest.person());
        }
      }
      voices.add(heard);
    }
  }

  /** «..., وفقا لقناة كذا. وأضاف»: whoever spoke before goes on. */
  private boolean isCreditOnly(Find find, Person who, Optional<Person> last) {
    return find.rule().slot() == Rule.Slot.OBJECT
        && !find.contentAfter()
        && grammar.credits().isOutlet(who.name())
        && last.filter(before -> !grammar.credits().isOutlet(before.name())).isPresent();
  }

  /** "..., she said, according to a release": she goes on, and not the release. */
  private static boolean isSourceOfAnother(Find find, List<Voice> heard) {
    boolean report = find.rule().content().contains("report");
    return (find.rule().slot() == Rule.Slot.OBJECT || report)
        && !find.contentAfter()
        && heard.stream()
            .limit(heard.size() - 1L)
            .anyMatch(
                voice -> !voice.find().rule().silent() && (report || !voice.find().contentAfter()));
  }

  /**
   * "X wrote that his commander had reported": what the commander said is part of what X wrote, and
   * X is who goes on.
   */
  private static boolean isInside(Find find, List<Voice> heard, Line line) {
    if (heard.size() < 2) {
      return false;
    }
    if (isSubordinate(line.key(find.cueFrom() - 1))) {
      return true;
    }
    Find outer = heard.get(heard.size() - 2).find();
    if (!outer.contentAfter() || outer.rule().silent() || find.from() < outer.to()) {
      return false;
    }
    boolean clause = ArabicWords.isThat(line, outer.to());
    boolean goesOn = isJoinedSubject(find, line) || isRelative(find, line);
    for (int i = outer.to(); i < find.from(); i++) {
      boolean comma = line.key(i).equals("،") && goesOn;
      if (!(line.isWord(i) || comma) || line.isQuoted(i)) {
        return false;
      }
      clause |= line.key(i).equals("that") || ArabicWords.isThat(line, i);
    }
    return clause;
  }

  /** «وأكد فلان أن ...، والاتحاد عبر عن ذلك»: another clause of what was said. */
  private static boolean isJoinedSubject(Find find, Line line) {
    if (!(find.subject() instanceof Subject.Phrase who) || who.from() >= find.cueFrom()) {
      return false;
    }
    String first = line.key(who.from());
    return (first.startsWith("و") || first.startsWith("ف"))
        && !first.equals(ArabicWords.withoutJoint(first));
  }

  /** «قال فلان إن بلاده تحقق، بعدما اتهمت موسكو واشنطن»: when, or why. */
  private static boolean isSubordinate(String before) {
    return switch (before) {
      case "بعدما", "عندما", "حينما", "قبلما" -> true;
      default -> false;
    };
  }

  /** «السفارة هي التي أخبرت أحد الأبناء». */
  private static boolean isRelative(Find find, Line line) {
    return switch (line.key(find.cueFrom() - 1)) {
      case "الذي", "التي", "الذين" -> true;
      default -> false;
    };
  }

  private static @Nullable Voice nearest(List<Voice> heard, Line.Piece piece) {
    Voice best = null;
    int distance = Integer.MAX_VALUE;
    for (Voice voice : heard) {
      if (voice.find().rule().silent()) {
        continue;
      }
      int gap =
          piece.from() >= voice.find().cueTo()
              ? piece.from() - voice.find().cueTo()
              : voice.find().from() - piece.to() + 1;
      if (gap < distance) {
        distance = gap;
        best = voice;
      }
    }
    return best;
  }

  private Optional<Person> resolve(
      Find find, int index, Optional<Person> last, int lastLine, List<Voice> heard) {
    return switch (find.subject()) {
      case Subject.Phrase phrase -> {
        Optional<Mention> mention = grammar.phrases().mention(lines.get(index), phrase);
        Optional<Person> near =
            mention
                .filter(m -> m.kind() == Kind.BODY_NOUN)
                .flatMap(m -> bodyBefore(index, phrase, m.name()));
        Optional<Person> same =
            isSame(lines.get(index), phrase)
                ? last.filter(p -> p.kind() == Kind.PERSON || isSource(p, lines.get(index), phrase))
                : near;
        Optional<Person> who =
            same.or(() -> mention.flatMap(m -> introduced(m, index, index - lastLine)))
                .or(() -> mention.map(m -> cast.resolve(m, last)));
        who.ifPresent(person -> agree(person, lines.get(index), phrase, find));
        yield who;
      }
      case Subject.Pronoun pronoun ->
          pronouns.of(pronoun, find, index, new Pronouns.Heard(last, lastLine, heard));
    };
  }

  /** «المدرب ذاته», «ذات المتحدث»: whoever spoke last. */
  private static boolean isSame(Line line, Subject.Phrase phrase) {
    String first = line.key(phrase.from());
    return first.equals("ذات")
        || first.equals("نفس")
        || ArabicWords.isSelf(line.key(phrase.to() - 1))
        || ArabicWords.isSelf(line.key(phrase.to()));
  }

  /** «المصدر ذاته»: who is not named was heard before. */
  private static boolean isSource(Person person, Line line, Subject.Phrase phrase) {
    return person.kind() == Kind.ANONYMOUS
        && (line.words(phrase.from(), phrase.to()).contains("مصدر")
            || line.words(phrase.from(), phrase.to()).contains("مسؤول"));
  }

  /** "Lito Ramos keeps bees. ... the farmer said": whom the sentence before is about. */
  private Optional<Person> introduced(Mention mention, int index, int sinceSpoken) {
    return mention.kind() == Kind.SOMEBODY && index > 0 && sinceSpoken > 1
        ? cast.withRole(mention).or(() -> leading.get(index - 1))
        : Optional.empty();
  }

  /** «قال جوان»: an Arabic verb says whether it is he or she, whatever the name. */
  private void agree(Person person, Line line, Subject.Phrase phrase, Find find) {
    boolean behind = phrase.from() >= find.cueTo() && find.cueTo() - find.cueFrom() == 1;
    if (grammar.language() == Language.ARABIC && behind && person.kind() == Kind.PERSON) {
      grammar.cues().genderOf(line, find.cueFrom()).ifPresent(person::isSpokenOfAs);
    }
  }

  /** A body that the sentence names before "the company". */
  private Optional<Person> bodyBefore(int index, Subject.Phrase phrase, String noun) {
    Line line = lines.get(index);
    if (grammar.language() == Language.ARABIC) {
      return bodyCalled(line, phrase.from(), ArabicWords.stripped(Tokens.key(noun)));
    }
    int begin = line.token(Datelines.end(line)).start();
    String head = line.key(phrase.to() - 1);
    for (Mention mention : grammar.phrases().named(line)) {
      int at = line.text().indexOf(mention.name(), line.span().start());
      if (mention.kind() == Kind.BODY
          && at >= begin
          && at < line.token(phrase.from()).start()
          && (!grammar.words().has("state-body", head) || isCalled(mention.name(), head))
          && !isInQuotation(line, at)
          && !isPlace(mention.name())) {
        return Optional.of(cast.resolve(mention, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /** "Court of Appeal", also "NAF": what "the court", "the agency" may mean. */
  private static boolean isCalled(String name, String noun) {
    return Tokens.key(name).contains(noun)
        || (name.indexOf(' ') < 0 && name.equals(name.toUpperCase(Locale.ROOT)));
  }

  /** «شركة النور» before «الشركة» in the same sentence. */
  private Optional<Person> bodyCalled(Line line, int before, String noun) {
    for (int i = 0; i < before - 1; i++) {
      if (line.key(i).equals(noun) && !line.isQuoted(i) && line.isWord(i + 1)) {
        Optional<Mention> body =
            grammar.phrases().bodyAt(line, i).filter(mention -> mention.name().indexOf(' ') > 0);
        if (body.isPresent()) {
          return body.map(cast::meet);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isPlace(String name) {
    return known.allNamed(name).stream()
        .anyMatch(
            other ->
                other.kind() == news.isnad.lexicon.Kind.PLACE
                    || other.kind() == news.isnad.lexicon.Kind.GOVERNMENT);
  }
}
