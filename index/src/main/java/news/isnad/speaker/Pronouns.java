package news.isnad.speaker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.isnad.speaker.ArticleReading.Voice;
import news.isnad.speaker.Find.Subject;
import news.isnad.speaker.Mention.Kind;
import news.isnad.text.Language;

/**
 * Finds whom "he", "they" and "it" stand for, and the person in an Arabic verb without a subject.
 *
 * <ul>
 *   <li>Somebody whom the sentence names before, then whom the one before is about unless it spoke
 *       itself, then whoever spoke last and fits.
 *   <li>"It" is a body or what may be one; a report is neither he nor she.
 * </ul>
 *
 * <p>Confined to one thread; the lists grow while the article is read.
 */
final class Pronouns {
  /** Words at the beginning of a sentence where its subject is looked for. */
  private static final int LEADING = 4;

  /** Words from a paper to the verb that tells what it says, and to «أكد فيه». */
  private static final int NEAR_PAPER = 2;

  private static final int FAR_PAPER = 16;

  private static final Set<String> NEGATIONS = Set.of("لم", "لا", "لن");

  private final RuleAttribution.Grammar grammar;
  private final Cast cast;
  private final List<Line> lines;
  private final List<List<Voice>> voices;
  private final List<Optional<Person>> leading;

  /**
   * Prepares for an article.
   *
   * @param voices of the sentences before
   * @param leading whom each sentence is about
   */
  Pronouns(
      RuleAttribution.Grammar grammar,
      Cast cast,
      List<Line> lines,
      List<List<Voice>> voices,
      List<Optional<Person>> leading) {
    this.grammar = grammar;
    this.cast = cast;
    this.lines = lines;
    this.voices = voices;
    this.leading = leading;
  }

  /**
   * What was heard before a pronoun.
   *
   * @param last whoever spoke last
   * @param lastLine the sentence in which that was
   * @param here the voices of the sentence itself
   */
  record Heard(Optional<Person> last, int lastLine, List<Voice> here) {}

  /**
   * Whoever a pronoun stands for.
   *
   * @param index of the sentence
   */
  Optional<Person> of(Subject.Pronoun pronoun, Find find, int index, Heard so) {
    Optional<Person> last = so.last();
    int lastLine = so.lastLine();
    List<Voice> heard = so.here();
    Line line = lines.get(index);
    if (pronoun.thing()) {
      return leading
          .get(index)
          .filter(p -> mayBeThing(p) && standsBefore(line, p, find))
          .or(() -> heard.isEmpty() ? thingAtHead(index, find.cueFrom() - 1) : Optional.empty())
          .or(
              () ->
                  index - lastLine > 1 && index > 0
                      ? thingAtHead(index - 1, lines.get(index - 1).size())
                      : Optional.empty())
          .or(() -> last.filter(Pronouns::mayBeThing))
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
    boolean paper = // «وذكر التقرير أن ... وأضاف أن»
        grammar.language() == Language.ARABIC
            && last.isPresent()
            && lastLine == index - 1
            && isPaper(last.get())
            && last.get().gender().fits(pronoun.gender())
            && voices.get(lastLine).stream().noneMatch(v -> v.person().kind() == Kind.PERSON);
    if (paper || (last.isPresent() && fits(last.get(), pronoun))) {
      return last;
    }
    Optional<Person> before = spokeJustNow ? Optional.empty() : bodyAtHead(index - 1, pronoun);
    if (before.isPresent()) {
      return before;
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

  /** «أصدرت الوزارة بيانا. لكنها قالت»: the body that the sentence before begins with. */
  private Optional<Person> bodyAtHead(int index, Subject.Pronoun pronoun) {
    if (index < 0
        || grammar.language() != Language.ARABIC
        || pronoun.gender() != Gender.FEMININE
        || !lines.get(index).key(0).endsWith("ت")) {
      return Optional.empty();
    }
    return grammar
        .phrases()
        .bodyAt(lines.get(index), 1)
        .map(mention -> cast.resolve(mention, Optional.empty()));
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
    int speech = -1;
    boolean inIt = line.key(at + 1).equals("فيه") || line.key(at + 1).equals("فيها");
    for (int i = Math.max(1, at - (inIt ? FAR_PAPER : NEAR_PAPER)); i < at; i++) {
      boolean said =
          grammar.words().has("paper", withoutCase(line.key(i)))
              || isPosted(line, i)
              || grammar.words().has("utterance", withoutCase(line.key(i)));
      speech = said ? i : speech;
    }
    if (speech < 0) {
      return Optional.empty();
    }
    int paper = speech;
    int limit = line.token(inIt ? speech : at).start(); // whoever issued it stands before it
    Optional<Person> found = Optional.empty();
    for (Mention mention : grammar.phrases().named(line)) {
      int where = line.text().indexOf(mention.name(), line.span().start());
      if (where >= 0 && where < limit && mention.kind() == Kind.PERSON) {
        found = Optional.of(cast.resolve(mention, Optional.empty()));
      }
    }
    Optional<Person> earlier = found;
    Optional<Mention> by = Optional.empty(); // «كلمة لوكيل الوزارة فلان أكد فيها»
    for (int i = speech + 1; inIt && i < at && by.isEmpty(); i++) {
      by = grammar.phrases().ownerAt(line, i, at);
    }
    return by.map(mention -> cast.resolve(mention, Optional.empty()))
        .or(() -> earlier)
        .or(() -> isPosted(line, paper) ? Optional.empty() : issuer(line, at));
  }

  /** «تغريدة»: what people write, and a body mentioned there is where. */
  private boolean isPosted(Line line, int at) {
    return grammar.language() == Language.ARABIC
        && grammar.words().has("posted", withoutCase(line.key(at)));
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
      Optional<Line.Named> country = line.knownAt(i + 1).filter(Line.Named::isPlace);
      if (ArabicWords.withoutJoint(line.key(i)).startsWith("اصدر") && country.isPresent()) {
        return country.map(named -> cast.resolve(body(line, named), Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /** «أصدرت تركيا بيانا»: a country. */
  private static Mention body(Line line, Line.Named named) {
    String name = line.words(named.from(), named.to());
    return new Mention(name, Optional.empty(), Kind.BODY, Gender.UNKNOWN, false);
  }

  private static boolean mayBeThing(Person person) {
    return person.isBody()
        || (person.kind() == Kind.PERSON
            && person.role().isEmpty()
            && person.gender() == Gender.UNKNOWN
            && person.known().isEmpty());
  }

  /**
   * "Greenmark names its suppliers. "We try," it said", "The ministry opened the gates, and it
   * said": what a sentence begins with.
   *
   * @param limit the token before which that ends
   */
  private Optional<Person> thingAtHead(int index, int limit) {
    Line line = lines.get(index);
    int from = line.key(0).equals("the") ? 1 : 0;
    if (limit <= from) {
      return Optional.empty();
    }
    int begin = line.token(from).start();
    int end = line.token(limit - 1).end();
    return (from == 1 ? bodyNounAtHead(line, limit) : Optional.<Mention>empty())
        .or(
            () ->
                grammar.phrases().named(line).stream()
                    .filter(mention -> line.text().startsWith(mention.name(), begin))
                    .filter(mention -> begin + mention.name().length() <= end)
                    .findFirst())
        .map(mention -> cast.resolve(mention, Optional.empty()))
        .filter(Pronouns::mayBeThing);
  }

  /** "The ministry", "The US embassy": a body without a name of its own. */
  private Optional<Mention> bodyNounAtHead(Line line, int limit) {
    for (int i = 1; i < Math.min(limit, LEADING) && line.isWord(i); i++) {
      boolean body = grammar.words().has("body", line.key(i)) && !line.key(i + 1).equals("'s");
      if (body && !grammar.words().has("body", line.key(i + 1))) {
        return grammar.phrases().mention(line, Subject.Phrase.of(0, i + 1));
      }
    }
    return Optional.empty();
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

  private boolean standsBefore(Line line, Person person, Find find) {
    int limit = line.token(find.cueFrom()).start();
    int at = line.text().indexOf(person.name(), line.span().start());
    return (at >= 0 && at < limit) || (find.cueFrom() > 1 && opensWithFamily(line, person));
  }

  /** «ونهضت ماروث، ونددت», "Maroth rose, and she condemned": by the family name. */
  private boolean opensWithFamily(Line line, Person person) {
    String given = person.name().split(" ", 2)[0];
    String family = person.name().substring(person.name().lastIndexOf(' ') + 1);
    if (grammar.language() == Language.ENGLISH) {
      return line.token(0).text().equals(family) && !line.key(1).equals("'s");
    }
    boolean second = line.size() > 1 && line.token(1).text().equals(family);
    boolean third = // «ويحتج الطبيب يوسف ..., ويؤكد»
        line.size() > 2
            && line.key(1).startsWith("ال")
            && (line.token(2).text().equals(family) || line.token(2).text().equals(given));
    return second || third;
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
}
