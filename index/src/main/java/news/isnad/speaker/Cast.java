package news.isnad.speaker;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.speaker.Mention.Kind;
import news.isnad.text.Language;
import news.isnad.text.Remembered;

/**
 * The people and bodies of one article. Confined to one thread.
 *
 * <p>A surname leads to the fullest name that ends with it; where two people share it, the one who
 * spoke last, else the name stays as printed.
 */
final class Cast {
  private static final int LONGEST_KEPT = 80;
  private static final Remembered<String> KEYS = new Remembered<>(Cast::folded, LONGEST_KEPT);
  private static final Remembered<List<String>> WORDS =
      new Remembered<>(key -> List.of(key.split(" ", -1)), LONGEST_KEPT);

  private static final int LONGEST_NAME = 6;
  private static final Set<String> SAME = Set.of("نفسه", "نفسها", "ذاته", "ذاتها", "same");
  private static final Set<String> FORMER =
      Set.of("former", "ex", "then", "سابق", "سابقه", "اسبق", "راحل", "late");

  /** What people write in public. */
  private static final Set<String> POSTED =
      Set.of("post", "tweet", "caption", "facebook post", "instagram post", "منشور", "تغريده");

  /** Bodies that need no name: "the police" are not the office that spoke last. */
  private static final Set<String> KNOWN_TO_ALL =
      Set.of("police", "army", "military", "government", "شرطه", "جيش", "حكومه", "نيابه");

  private static final Set<news.isnad.lexicon.Kind> OF_STATES =
      Set.of(
          news.isnad.lexicon.Kind.GOVERNMENT,
          news.isnad.lexicon.Kind.INSTITUTION,
          news.isnad.lexicon.Kind.PLACE);

  /** What any of them may be called. */
  private static final Set<String> OF_ANY_BODY =
      Set.of(
          "organisation",
          "organization",
          "agency",
          "group",
          "bloc",
          "department",
          "ministry",
          "وزاره",
          "رئاسه",
          "اداره",
          "حكومه",
          "منظمه",
          "هيئه",
          "موسسه",
          "وكاله",
          "مجموعه");

  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Person> unnamed = new HashMap<>();
  private final Map<String, Integer> spoke = new HashMap<>();
  private final Map<String, Integer> met = new HashMap<>();
  private final KnownNames known;
  private final Language language;
  private final Roles roles;
  private int clock;

  Cast(KnownNames known, Language language, Roles roles) {
    this.known = known;
    this.language = language;
    this.roles = roles;
  }

  /** Takes note of somebody named in the text. */
  Person meet(Mention mention) {
    met.merge(key(mention.name()), 1, Integer::sum);
    return people.compute(
        key(mention.name()),
        (key, met) -> {
          if (met == null) {
            return person(mention);
          }
          met.learn(mention);
          return met;
        });
  }

  private Person person(Mention mention) {
    Optional<KnownName> match =
        mention.kind() == Kind.PERSON || mention.kind() == Kind.BODY
            ? known.allNamed(mention.name()).stream()
                .filter(
                    name ->
                        (name.kind() == news.isnad.lexicon.Kind.PERSON)
                            == (mention.kind() == Kind.PERSON))
                .findFirst()
            : Optional.empty();
    return new Person(mention, match);
  }

  /** The names of all people that were met. */
  List<String> names() {
    return people.values().stream()
        .filter(person -> person.kind() == Kind.PERSON)
        .map(Person::name)
        .toList();
  }

  /** The role of whoever was met last with one. */
  Optional<String> lastOffice() {
    return people.values().stream()
        .filter(person -> person.kind() == Kind.PERSON)
        .map(Person::role)
        .flatMap(Optional::stream)
        .reduce((one, later) -> later);
  }

  /** Takes back that people were met whose last name is none: «ناصر لتيلران» told Tillran. */
  void forgetNames(Predicate<String> isNone) {
    people.values().removeIf(person -> isNone.test(words(key(person.name())).getLast()));
  }

  void spoke(Person person) {
    spoke.put(key(person.name()), ++clock);
  }

  /** The confirmed person with this surname or single name. */
  Optional<Person> surnamed(String key) {
    for (Map.Entry<String, Person> entry : people.entrySet()) {
      Person person = entry.getValue();
      if (person.kind() == Kind.PERSON
          && person.isConfirmed()
          && words(entry.getKey()).getLast().equals(key)) {
        return Optional.of(named(mentionOf(person)));
      }
    }
    return Optional.empty();
  }

  /** Whom a mention stands for; itself if nobody better is known. */
  Person resolve(Mention mention, Optional<Person> last) {
    return switch (mention.kind()) {
      case PERSON, BODY -> named(mention);
      case ROLE ->
          withRole(mention)
              .or(() -> issuer(mention, last))
              .or(() -> last.filter(person -> isSameSource(mention, person)))
              .or(() -> last.filter(person -> isVague(mention) && person.kind() == Kind.PERSON))
              .orElseGet(() -> meetQuietly(mention));
      case BODY_NOUN -> body(mention, last).orElseGet(() -> meetQuietly(mention));
      case SOMEBODY ->
          surnamed(key(mention.name()))
              .or(() -> withRole(mention))
              .or(() -> last.filter(person -> isSameSource(mention, person)))
              .or(() -> meant(mention, last))
              .orElseGet(() -> meetQuietly(mention));
      case ANONYMOUS ->
          issuer(mention, last)
              .or(
                  () ->
                      last.filter(person -> isTheSource(mention) && isSameSource(mention, person)))
              .orElseGet(() -> meetQuietly(mention));
    };
  }

  /** «الحارس»: whoever spoke last, or was met last; «حارس سابق» is somebody new. */
  private Optional<Person> meant(Mention mention, Optional<Person> last) {
    List<String> name = words(key(mention.name()));
    boolean unknown =
        language == Language.ARABIC
            && !mention.name().startsWith("ال")
            && (name.size() == 1 || FORMER.contains(name.get(1)));
    return unknown
        ? Optional.empty()
        : last.filter(person -> person.kind() == Kind.PERSON)
            .or(this::mostRecentPerson)
            .filter(person -> !isOtherwise(mention, person))
            .filter(person -> !roles.isOther(person.roles(), mention.name()));
  }

  /** «الحارس» is no woman, «الممثلة» no man. */
  private boolean isOtherwise(Mention mention, Person person) {
    boolean woman = key(mention.name()).split(" ", 2)[0].endsWith("ه");
    return language == Language.ARABIC
        && person.gender() == (woman ? Gender.MASCULINE : Gender.FEMININE);
  }

  /** "the official", «المسؤول»: points back at whoever spoke. */
  private static boolean isVague(Mention mention) {
    List<String> words = words(key(mention.name()));
    boolean described = words.size() == 2 && words.getLast().endsWith("ي"); // «المسؤول الحكومي»
    return switch (described ? words.getFirst() : key(mention.name())) {
      case "official",
          "spokesman",
          "spokeswoman",
          "مسؤول",
          "مسءول",
          "متحدث",
          "متحدثه",
          "ناطق",
          "محلل",
          "خبير",
          "analyst",
          "expert",
          "مسووول",
          "مسئول" ->
          true;
      default -> false;
    };
  }

  /** «المصدر», not «مصدر». */
  private static boolean isTheSource(Mention mention) {
    return mention.name().startsWith("ال");
  }

  /** "the official", «المصدر نفسه»: the unnamed source that spoke last. */
  private static boolean isSameSource(Mention mention, Person last) {
    List<String> wanted =
        words(key(mention.name())).stream().filter(word -> !SAME.contains(word)).toList();
    return last.kind() == Kind.ANONYMOUS
        && wanted.size() == 1
        && words(key(last.name())).contains(wanted.getFirst());
  }

  /** "the release", «البيان»: speaks for the body that issued it. */
  private static boolean isNotice(Mention mention) {
    return switch (key(mention.name())) {
      case "release", "statement", "press release", "notice", "بيان", "بيان نفسه" -> true;
      default -> false;
    };
  }

  /** Who issued "the release": the body that spoke last; "the post": whoever did. */
  private Optional<Person> issuer(Mention mention, Optional<Person> last) {
    if (POSTED.contains(key(mention.name()))) {
      return last.filter(person -> person.kind() == Kind.PERSON || person.kind() == Kind.BODY)
          .or(this::mostRecentPerson);
    }
    if (!isNotice(mention)) {
      return Optional.empty();
    }
    return last.filter(Person::isBody).or(this::lastBody);
  }

  private Optional<Person> lastBody() {
    return people.entrySet().stream()
        .filter(entry -> entry.getValue().isBody() && spoke.containsKey(entry.getKey()))
        .max(Comparator.comparingInt(entry -> spoke.getOrDefault(entry.getKey(), 0)))
        .map(Map.Entry::getValue);
  }

  private Person meetQuietly(Mention mention) {
    Person met = people.get(key(mention.name()));
    return met != null ? met : unnamed.computeIfAbsent(key(mention.name()), key -> person(mention));
  }

  private Person named(Mention mention) {
    String key = key(mention.name());
    List<String> words = words(key);
    List<String> best = List.of();
    boolean tie = false;
    int bestSpoke = -1;
    for (Map.Entry<String, Person> entry : people.entrySet()) {
      List<String> other = words(entry.getKey());
      boolean fuller =
          other.size() > words.size()
              && other.size() <= LONGEST_NAME
              && entry.getValue().kind() == Kind.PERSON
              && endsWith(other, words);
      if (!fuller) {
        continue;
      }
      int when = spoke.getOrDefault(entry.getKey(), 0);
      boolean same = other.containsAll(best) || best.containsAll(other);
      if (when > bestSpoke || (when == bestSpoke && same && other.size() > best.size())) {
        tie = false;
        best = other;
        bestSpoke = when;
      } else if (when == bestSpoke && !same) {
        tie = true;
      }
    }
    Person person = tie || best.isEmpty() ? null : people.get(String.join(" ", best));
    if (person == null) {
      return meet(mention);
    }
    person.learn(mention);
    return person;
  }

  private static boolean endsWith(List<String> full, List<String> part) {
    if (part.size() == 1 && full.getFirst().equals(part.getFirst())) {
      return true;
    }
    int shift = full.size() - part.size();
    return full.subList(shift, full.size()).equals(part)
        || (part.size() > 1 && full.subList(0, part.size()).equals(part));
  }

  /** Whoever is known to have a role, called by it or in a wider way: "the leader". */
  Optional<Person> withRole(Mention mention) {
    Optional<Person> same =
        withRole(mention, Roles.Fit.LITERAL, people.values())
            .or(() -> withRole(mention, Roles.Fit.SAME, people.values()));
    if (same.isPresent() || isUnnamed(mention)) {
      return same;
    }
    List<Person> wider =
        people.values().stream()
            .filter(person -> person.kind() == Kind.PERSON)
            .filter(person -> fit(person, mention.name()) == Roles.Fit.WIDER)
            .toList();
    return withRole(mention, Roles.Fit.WIDER, wider)
        .filter(person -> wider.size() == 1 || spoke.containsKey(key(person.name())));
  }

  /** "The US official", where "a senior US official" spoke. */
  private boolean isUnnamed(Mention mention) {
    List<String> wanted = words(key(mention.name()));
    return unnamed.keySet().stream().anyMatch(name -> words(name).containsAll(wanted));
  }

  private Optional<Person> withRole(Mention mention, Roles.Fit fit, Collection<Person> among) {
    Person best = null;
    boolean bestFormer = false;
    for (Person person : among) {
      if (person.kind() == Kind.PERSON && fit(person, mention.name()) == fit) {
        int when = spoke.getOrDefault(key(person.name()), 0);
        boolean former = isFormer(person) && !isFormer(mention.name());
        boolean better =
            best == null
                || (former == bestFormer
                    ? when > spoke.getOrDefault(key(best.name()), 0)
                    : bestFormer);
        if (better) {
          best = person;
          bestFormer = former;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isFormer(Person person) {
    return person.role().filter(Cast::isFormer).isPresent();
  }

  /** "former president", «الرئيس السابق»: another one holds the office now. */
  private static boolean isFormer(String role) {
    return words(key(role)).stream().anyMatch(FORMER::contains);
  }

  private Roles.Fit fit(Person person, String description) {
    Roles.Fit printed = roles.fit(person.roles(), description);
    if (printed == Roles.Fit.LITERAL || person.known().isEmpty()) {
      return printed;
    }
    Roles.Fit best = printed;
    for (String role : person.known().get().roles(language)) {
      Roles.Fit known = roles.fit(List.of(role), description);
      best = known.compareTo(best) > 0 ? known : best;
    }
    return best;
  }

  private Optional<Person> body(Mention mention, Optional<Person> last) {
    List<String> words = words(key(mention.name()));
    boolean english = language == Language.ENGLISH;
    if (english && words.size() > 1) {
      return bodyCalled(words);
    }
    String noun = english ? words.getLast() : words.getFirst();
    boolean called = last.isPresent() && words(key(last.get().name())).contains(noun);
    if (last.isPresent()
        && (last.get().kind() == Kind.BODY || isPerhapsBody(last.get()))
        && mayBe(noun, last.get())
        && (called || (!isCalled(noun) && !KNOWN_TO_ALL.contains(noun)))) {
      return last;
    }
    if (KNOWN_TO_ALL.contains(noun) && !isCalled(noun)) {
      return Optional.empty();
    }
    Person best = null;
    for (Map.Entry<String, Person> entry : people.entrySet()) {
      Person person = entry.getValue();
      if (person.kind() == Kind.BODY
          && mayBe(noun, person)
          && (isCalled(noun)
              ? words(entry.getKey()).contains(noun)
              : spoke.containsKey(entry.getKey()))) {
        best =
            best == null
                    || spoke.getOrDefault(entry.getKey(), 0)
                        >= spoke.getOrDefault(key(best.name()), 0)
                ? person
                : best;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The White House is no court: of an institution of a state it is known what it is called. */
  private boolean mayBe(String noun, Person body) {
    Optional<KnownName> known = body.known().filter(name -> OF_STATES.contains(name.kind()));
    return known.isEmpty()
        || OF_ANY_BODY.contains(noun)
        || known.get().names(language).stream().anyMatch(name -> words(key(name)).contains(noun));
  }

  /** "Sea Glass Voyages": nothing says that it is a person. */
  private static boolean isPerhapsBody(Person person) {
    return person.kind() == Kind.PERSON
        && person.role().isEmpty()
        && person.gender() == Gender.UNKNOWN
        && person.known().isEmpty()
        && person.name().indexOf(' ') > 0;
  }

  /** "the health ministry": another body of health is not meant, nor another ministry. */
  private Optional<Person> bodyCalled(List<String> words) {
    return people.entrySet().stream()
        .filter(entry -> entry.getValue().kind() == Kind.BODY)
        .filter(entry -> words(entry.getKey()).containsAll(words))
        .max(Comparator.comparingInt(entry -> spoke.getOrDefault(entry.getKey(), 0)))
        .map(Map.Entry::getValue);
  }

  /** Whether the name of some body has this noun in it: «وكالة الهجرة» for «الوكالة». */
  private boolean isCalled(String noun) {
    return people.entrySet().stream()
        .anyMatch(
            entry -> entry.getValue().kind() == Kind.BODY && words(entry.getKey()).contains(noun));
  }

  /** Who spoke last, else who is named most often. */
  private Optional<Person> mostRecentPerson() {
    Person best = null;
    long bestScore = -1;
    for (Map.Entry<String, Person> entry : people.entrySet()) {
      Person person = entry.getValue();
      long score =
          spoke.getOrDefault(entry.getKey(), 0) * 1000L + met.getOrDefault(entry.getKey(), 0);
      if (person.kind() == Kind.PERSON && person.isConfirmed() && score > bestScore) {
        best = person;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best).map(person -> named(mentionOf(person)));
  }

  static Mention mentionOf(Person person) {
    return new Mention(
        person.name(), person.role(), person.kind(), person.gender(), person.isPlural());
  }

  static String key(String name) {
    return KEYS.of(name);
  }

  private static String folded(String name) {
    StringBuilder key = new StringBuilder();
    for (Token token : Tokens.of(name, 0, name.length())) {
      if (token.isWord() || token.kind() == Token.Kind.NUMBER) {
        String word = token.key().replace("وو", "و"); // «وولف», «ولف»
        boolean article = word.startsWith("ال") && word.length() > 4;
        if (!word.equals("the")) {
          key.append(key.isEmpty() ? "" : " ").append(article ? word.substring(2) : word);
        }
      }
    }
    return key.toString();
  }

  private static List<String> words(String key) {
    return WORDS.of(key);
  }
}
