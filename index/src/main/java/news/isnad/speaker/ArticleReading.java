package news.isnad.speaker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
  private static final int MEMORY = 4;
  private static final int REACH = 12;

  /** Words at the beginning of a sentence where its subject is looked for. */
  private static final int LEADING = 4;

  /** What stands behind the name of a person only. */
  private static final Pattern PERSONAL = Pattern.compile(", (?:who |one of |\\d\\d,)");

  private static final Set<String> NEGATIONS = Set.of("لم", "لا", "لن");

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
  private final Map<Integer, Person> reached = new HashMap<>();
  private final List<@Nullable Person> continued = new ArrayList<>();

  ArticleReading(RuleAttribution.Grammar grammar, KnownNames known, Edition edition) {
    this.known = known;
    this.cast = new Cast(known, edition.language());
    this.grammar = grammar;
    this.edition = edition;
    this.lines = Lines.of(edition.text(), edition.language(), known, grammar.cues().gluedNames());
  }

  List<Statement> statements() {
    meetEverybody();
    hearVoices();
    reachBack();
    continueQuotations();
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
      knownPeople(line).forEach(cast::meet);
      bodies(line).forEach(cast::meet);
      mentions.add(named);
      List<Find> read = grammar.reader().read(line);
      finds.add(read);
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
    for (int i = 0; i < lines.size(); i++) {
      leading.add(leading(lines.get(i), mentions.get(i)));
    }
  }

  /** A headline that writes its nouns with capitals: "Unpredictable Marsh Faces Questions". */
  private boolean isTitle(Line line) {
    if (grammar.language() != Language.ENGLISH || line != lines.getFirst()) {
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
      if (at >= 0
          && PERSONAL
              .matcher(line.text())
              .region(at + mention.name().length(), line.span().end())
              .lookingAt()) {
        person.confirm();
      }
    }
  }

  /** «شركة النور», «مجموعة الموج»: what «الشركة» and «المجموعة» may mean further on. */
  private List<Mention> bodies(Line line) {
    List<Mention> found = new ArrayList<>();
    if (grammar.language() == Language.ARABIC) {
      for (int i = 0; i + 1 < line.size(); i++) {
        if (grammar.words().has("body", line.key(i)) && line.isWord(i + 1)) {
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
    if (grammar.words().has("topic", line.key(0))) {
      return Optional.empty(); // «وعن غياب فلان قال»: he is spoken about
    }
    Optional<Mention> framed = framed(line);
    if (framed.isPresent()) {
      return framed.map(mention -> cast.resolve(mention, Optional.empty()));
    }
    for (Mention mention : mentions) {
      int at = line.text().indexOf(mention.name(), line.span().start());
      if (at < 0 || at > line.span().start() + 60 || at >= line.span().end()) {
        break;
      }
      if (isInQuotation(line, at)) {
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
      if (line.isWord(i) && !line.isQuoted(i) && line.key(i).length() > 3) {
        Optional<Person> person = cast.surnamed(Cast.key(line.token(i).text()));
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
            last = who;
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
            isSame(lines.get(index), phrase) ? last.filter(p -> p.kind() == Kind.PERSON) : near;
        Optional<Person> who =
            same.or(() -> mention.flatMap(m -> introduced(m, index, index - lastLine)))
                .or(() -> mention.map(m -> cast.resolve(m, last)));
        who.ifPresent(person -> agree(person, lines.get(index), phrase, find));
        yield who;
      }
      case Subject.Pronoun pronoun -> pronoun(pronoun, find, index, last, lastLine, heard);
    };
  }

  /** «المدرب ذاته», «ذات المتحدث»: whoever spoke last. */
  private static boolean isSame(Line line, Subject.Phrase phrase) {
    String first = line.key(phrase.from());
    return first.equals("ذات")
        || first.equals("نفس")
        || ArabicPhrases.SELF.contains(line.key(phrase.to() - 1));
  }

  /** "Lito Ramos keeps bees. ... the farmer said": whom the sentence before is about. */
  private Optional<Person> introduced(Mention mention, int index, int sinceSpoken) {
    return mention.kind() == Kind.SOMEBODY && index > 0 && sinceSpoken > 1
        ? cast.holder(mention).or(() -> leading.get(index - 1))
        : Optional.empty();
  }

  /** «قال جوان»: an Arabic verb says whether it is he or she, whatever the name. */
  private void agree(Person person, Line line, Subject.Phrase phrase, Find find) {
    boolean behind = phrase.from() >= find.cueTo() && find.cueTo() - find.cueFrom() == 1;
    if (grammar.language() == Language.ARABIC && behind && person.kind() == Kind.PERSON) {
      grammar.cues().genderOf(line, find.cueFrom()).ifPresent(person::isSpokenOfAs);
    }
  }

  private Optional<Person> pronoun(
      Subject.Pronoun pronoun,
      Find find,
      int index,
      Optional<Person> last,
      int lastLine,
      List<Voice> heard) {
    Line line = lines.get(index);
    if (pronoun.thing()) {
      return leading
          .get(index)
          .filter(p -> mayBeThing(p) && standsBefore(line, p, find))
          .or(() -> index - lastLine > 1 ? thingAtHead(index - 1) : Optional.empty())
          .or(() -> last.filter(ArticleReading::mayBeThing))
          .or(() -> lastThing(index));
    }
    if (pronoun.plural()) {
      Optional<Person> several = heard.isEmpty() ? several(line, find) : Optional.empty();
      if (several.isPresent()) {
        return several;
      }
      return last.filter(p -> p.isPlural() || p.isBody() || p.kind() == Kind.ANONYMOUS)
          .or(() -> last);
    }
    Optional<Person> author = heard.isEmpty() ? author(line, find) : Optional.empty();
    if (author.isPresent()) {
      return author;
    }
    // somebody named at the head of this sentence, before the pronoun
    if (heard.isEmpty()) {
      Optional<Person> here =
          leading.get(index).filter(p -> fits(p, pronoun) && standsBefore(line, p, find));
      if (here.isPresent()) {
        return here.map(p -> cast.resolve(Cast.mentionOf(p), last));
      }
      Optional<Person> body = leadingBody(line, find);
      if (body.isPresent()) {
        return body;
      }
    } else if (fits(heard.getLast().person(), pronoun)) {
      return Optional.of(heard.getLast().person());
    }
    boolean spokeJustNow = last.isPresent() && index - lastLine <= 1;
    if (!spokeJustNow && index > 0) {
      Optional<Person> before = leading.get(index - 1).filter(p -> fits(p, pronoun));
      if (before.isPresent()) {
        return before.map(p -> cast.resolve(Cast.mentionOf(p), last));
      }
    }
    if (last.isPresent() && fits(last.get(), pronoun)) {
      return last;
    }
    if (spokeJustNow && goesOnSpeaking(line, find) && last.get().kind() == Kind.PERSON) {
      last.get().isSpokenOfAs(pronoun.gender());
      return last; // the given name misled
    }
    Optional<Person> spokenBefore = Optional.empty();
    for (int i = index - 1; i >= 0 && spokenBefore.isEmpty(); i--) {
      for (Voice voice : voices.get(i)) {
        if (fits(voice.person(), pronoun)) {
          spokenBefore = Optional.of(voice.person());
        }
      }
      if (spokenBefore.isEmpty()) {
        spokenBefore = leading.get(i).filter(p -> fits(p, pronoun));
      }
    }
    return spokenBefore.isPresent() ? spokenBefore : last;
  }

  /** "She added": whoever spoke just before. */
  private boolean goesOnSpeaking(Line line, Find find) {
    return grammar.words().has("going-on", ArabicWords.withoutJoint(line.key(find.cueFrom())));
  }

  /** «ويستعد محامو فلان ...، التي وصفوها»: the people that the sentence begins with. */
  private Optional<Person> several(Line line, Find find) {
    if (grammar.language() != Language.ARABIC) {
      return Optional.empty();
    }
    for (int i = 0; i < Math.min(LEADING, find.cueFrom()); i++) {
      Optional<Mention> people = grammar.phrases().peopleAt(line, i);
      if (people.isPresent()) {
        return people.map(mention -> cast.resolve(mention, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /** «لم تتمكن الشركة من ...، وحذرت من»: the body that the sentence begins with. */
  private Optional<Person> leadingBody(Line line, Find find) {
    if (grammar.language() != Language.ARABIC || leadingVerb(line, find) < 0) {
      return Optional.empty();
    }
    int at = leadingVerb(line, find) + 1;
    return grammar
        .phrases()
        .bodyAt(line, at)
        .map(mention -> cast.resolve(mention, Optional.empty()));
  }

  /** Where the first verb of the sentence stands, before the verb of speech; -1 without one. */
  private int leadingVerb(Line line, Find find) {
    int at = NEGATIONS.contains(ArabicWords.withoutJoint(line.key(0))) ? 1 : 0;
    boolean feminine =
        at == 1
            ? ArabicWords.withoutJoint(line.key(at)).startsWith("ت")
            : line.key(0).endsWith("ت") && line.key(0).length() > 3;
    boolean here =
        grammar.cues().genderOf(line, find.cueFrom()).equals(Optional.of(Gender.FEMININE));
    return feminine && here && at + 1 < find.cueFrom() ? at : -1;
  }

  /** «ألقى الرئيس فلان كلمة أكد فيها»: whose speech it is. */
  private Optional<Person> author(Line line, Find find) {
    int at = find.cueFrom();
    boolean speech = false;
    for (int i = Math.max(1, at - 2); i < at; i++) {
      speech |=
          grammar.words().has("paper", withoutCase(line.key(i)))
              || grammar.words().has("utterance", withoutCase(line.key(i)));
    }
    if (!speech) {
      return Optional.empty();
    }
    Optional<Person> found = Optional.empty();
    for (Mention mention : grammar.phrases().named(line)) {
      int where = line.text().indexOf(mention.name(), line.span().start());
      if (where >= 0 && where < line.token(at).start() && mention.kind() == Kind.PERSON) {
        found = Optional.of(cast.resolve(mention, Optional.empty()));
      }
    }
    return found.or(() -> issuer(line, at));
  }

  /** «بيانا»: a statement, as an object. */
  private static String withoutCase(String key) {
    return key.length() > 3 && key.endsWith("ا") ? key.substring(0, key.length() - 1) : key;
  }

  /** «أصدر الاتحاد بيانا أكد فيه»: the body whose statement it is. */
  private Optional<Person> issuer(Line line, int before) {
    if (grammar.language() != Language.ARABIC) {
      return Optional.empty();
    }
    for (int i = 0; i < before - 2; i++) {
      boolean body = grammar.words().has("body", ArabicWords.stripped(line.key(i)));
      Optional<Mention> mention =
          body && !line.isQuoted(i) ? grammar.phrases().bodyAt(line, i) : Optional.empty();
      if (mention.isPresent()) {
        return mention.map(one -> cast.resolve(one, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static boolean mayBeThing(Person person) {
    return person.isBody()
        || (person.kind() == Kind.PERSON
            && person.role().isEmpty()
            && person.gender() == Gender.UNKNOWN
            && person.known().isEmpty());
  }

  /** "Hershey names its suppliers. "We try," it said": what the sentence before begins with. */
  private Optional<Person> thingAtHead(int index) {
    if (index < 0) {
      return Optional.empty();
    }
    Line line = lines.get(index);
    return grammar.phrases().named(line).stream()
        .filter(mention -> line.text().startsWith(mention.name(), line.span().start()))
        .map(mention -> cast.resolve(mention, Optional.empty()))
        .filter(ArticleReading::mayBeThing)
        .findFirst();
  }

  private Optional<Person> lastThing(int index) {
    for (int i = index - 1; i >= 0; i--) {
      for (Voice voice : voices.get(i)) {
        if (mayBeThing(voice.person())) {
          return Optional.of(voice.person());
        }
      }
    }
    return Optional.empty();
  }

  /** A body that the sentence names before "the company". */
  private Optional<Person> bodyBefore(int index, Subject.Phrase phrase, String noun) {
    Line line = lines.get(index);
    if (grammar.language() == Language.ARABIC) {
      return bodyCalled(line, phrase.from(), ArabicWords.stripped(Tokens.key(noun)));
    }
    for (Mention mention : grammar.phrases().named(line)) {
      int at = line.text().indexOf(mention.name(), line.span().start());
      if (mention.kind() == Kind.BODY
          && at >= 0
          && at < line.token(phrase.from()).start()
          && !isInQuotation(line, at)
          && !isPlace(mention.name())) {
        return Optional.of(cast.resolve(mention, Optional.empty()));
      }
    }
    return Optional.empty();
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

  private static boolean standsBefore(Line line, Person person, Find find) {
    int at = line.text().indexOf(person.name(), line.span().start());
    return at >= 0 && at < line.token(find.cueFrom()).start();
  }

  private boolean fits(Person person, Subject.Pronoun pronoun) {
    boolean he = grammar.language() == Language.ENGLISH;
    if (he && person.isBody()) {
      return false;
    }
    return person.gender().fits(pronoun.gender())
        && !isPaper(person)
        && !(person.isPlural() && person.kind() == Kind.ANONYMOUS && he);
  }

  /**
   * A quotation that ends without a beginning reaches back to the last sentence with a cue, over
   * sentences that have neither marks nor cues.
   */
  private void reachBack() {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.pieces().isEmpty()
          || !line.pieces().getFirst().implied()
          || !voices.get(i).isEmpty()) {
        continue;
      }
      int back = i - 1;
      while (back >= 0
          && i - back <= REACH
          && voices.get(back).isEmpty()
          && lines.get(back).pieces().isEmpty()) {
        back--;
      }
      if (back >= 0
          && back < i - 1
          && !voices.get(back).isEmpty()
          && !lines.get(back).pieces().isEmpty()) {
        Person speaker = voices.get(back).getLast().person();
        for (int k = back + 1; k < i; k++) {
          reached.put(k, speaker);
        }
      }
    }
  }

  /** Sentences that lie in a quotation and have no cue of their own. */
  private void continueQuotations() {
    Person current = null;
    int since = MEMORY;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Person speaker = null;
      Voice own = lastSaying(voices.get(i));
      if (own != null) {
        current = own.person();
        since = 0;
      } else if (reached.containsKey(i)) {
        speaker = reached.get(i);
        current = speaker;
        since = 0;
      } else if (isSpoken(line)) {
        speaker = speakerOf(line, i, since <= MEMORY ? current : null);
        Person introduced = introducedBefore(i);
        speaker = introduced == null || isAnnounced(line) ? speaker : introduced;
        if (speaker != null) {
          current = speaker;
          since = 0;
        }
      } else if (since == 0 && current != null && goesOn(i)) {
        speaker = current;
      } else {
        since++;
      }
      continued.add(speaker);
    }
  }

  /** "Draper won in two hours. "It is amazing ..."": whom the sentence before is about. */
  private @Nullable Person introducedBefore(int index) {
    if (index == 0
        || lines.get(index).pieces().isEmpty()
        || !lines.get(index).pieces().getFirst().opens()
        || !isPlain(index - 1)) {
      return null;
    }
    return leading.get(index - 1).filter(person -> person.kind() == Kind.PERSON).orElse(null);
  }

  /** Whether a cue elsewhere says whose quotation this is. */
  private boolean isAnnounced(Line line) {
    return line.pieces().stream().anyMatch(piece -> byQuotation.containsKey(piece.quotation()));
  }

  private @Nullable Voice lastSaying(List<Voice> all) {
    List<Voice> others =
        all.stream().filter(voice -> !grammar.credits().isOutlet(voice.person().name())).toList();
    return lastOf(others.isEmpty() ? all : others);
  }

  private static @Nullable Voice lastOf(List<Voice> heard) {
    Voice last = null;
    for (Voice voice : heard) {
      last = voice.find().rule().silent() ? last : voice;
    }
    return last;
  }

  /** A sentence without marks behind a quotation, in the first person: the quotation goes on. */
  private boolean goesOn(int index) {
    Line before = lines.get(index - 1);
    boolean arabic = grammar.language() == Language.ARABIC;
    boolean quoted =
        !before.pieces().isEmpty()
            || continued.get(index - 1) != null
            || (arabic && isAfterColon(index - 1));
    boolean closed = !before.pieces().isEmpty() && before.isQuote(before.pieces().getLast().to());
    return quoted && isPlain(index) && !(closed && !arabic) && isFirstPerson(lines.get(index));
  }

  /** «وتابع: وقعنا اتفاقا»: words of their own without marks. */
  private boolean isAfterColon(int index) {
    Line line = lines.get(index);
    return voices.get(index).stream()
        .map(Voice::find)
        .anyMatch(
            find ->
                !find.rule().silent()
                    && (line.key(find.to()).equals(":") || line.key(find.cueTo()).equals(":")));
  }

  private boolean isPlain(int index) {
    return voices.get(index).isEmpty() && lines.get(index).pieces().isEmpty();
  }

  private boolean isFirstPerson(Line line) {
    for (int i = 0; i < line.size(); i++) {
      String text = line.token(i).text();
      if (grammar.words().has("first-person", line.key(i))
          || text.startsWith("سأ")
          || text.startsWith("وسأ")) {
        return true;
      }
    }
    return false;
  }

  /** A report, a document: it says things, but "he" is somebody else. */
  private boolean isPaper(Person person) {
    if (person.kind() != Kind.ANONYMOUS && person.kind() != Kind.ROLE) {
      return false;
    }
    for (String word : Cast.key(person.name()).split(" ", -1)) {
      if (grammar.words().has("paper", word)) {
        return true;
      }
    }
    return false;
  }

  /** All or most of the sentence lies in a quotation, or it begins inside one and goes on. */
  private static boolean isSpoken(Line line) {
    if (!line.pieces().isEmpty()) {
      Line.Piece first = line.pieces().getFirst();
      if (!first.opens() && first.from() == 0 && first.size() >= 3) {
        return true;
      }
    }
    int inside = line.wordsInsideQuotes();
    int outside = line.wordsOutsideQuotes();
    return inside > 0 && (outside == 0 || (outside <= 2 && inside >= 4));
  }

  private @Nullable Person speakerOf(Line line, int index, @Nullable Person current) {
    for (Line.Piece piece : line.pieces()) {
      Person known = byQuotation.get(piece.quotation());
      if (known != null) {
        return known;
      }
    }
    if (current != null) {
      return current;
    }
    // "..." he said stands behind: the next sentences that go on with the quotation
    for (int i = index + 1; i < Math.min(lines.size(), index + 3); i++) {
      if (!voices.get(i).isEmpty()
          && !lines.get(i).pieces().isEmpty()
          && !voices.get(i).getFirst().find().contentAfter()) {
        return voices.get(i).getFirst().person();
      }
    }
    return null;
  }
}
