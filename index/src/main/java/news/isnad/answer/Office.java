package news.isnad.answer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.isnad.answer.RoleClasses.Noun;
import news.isnad.lexicon.CountryForms;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.speaker.Speaker;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Whoever is asked for as the head of an institution that is known, however both are called: "the
 * chief of Britain's central bank" is the governor of the Bank of England. Immutable.
 */
final class Office {
  /** Classes of roles that lead an institution. */
  private static final Set<String> HEADS = Set.of("head", "governor", "centralbanker");

  private static final double HELD = 0.9;

  private static final Set<String> DEPUTIES = Set.of("deputy", "vice", "نائب", "نائبه", "وكيل");

  private final String institution;
  private final KnownNames names;

  private Office(String institution, KnownNames names) {
    this.institution = institution;
    this.names = names;
  }

  /** The office that a name is; empty where it says no head, or of nothing that is known. */
  static Optional<Office> asked(
      String name, Language language, KnownNames names, Map<Language, CountryForms> countries) {
    List<Word> words = Words.of(name, language);
    Optional<Noun> head = RoleMatch.head(words.stream().map(Word::folded).toList(), language);
    if (head.filter(Office::leads).isEmpty()) {
      return Optional.empty();
    }
    Noun noun = head.get();
    return Stream.of( // «رئيس | البنك المركزي ...» is one noun of the table
            part(name, words, noun.from() + 1, words.size()),
            part(name, words, noun.to(), words.size()),
            part(name, words, 0, noun.from()))
        .map(part -> institution(part, language, names, countries))
        .flatMap(Optional::stream)
        .findFirst()
        .map(id -> new Office(id, names));
  }

  private static boolean leads(Noun noun) {
    return noun.keys().stream().anyMatch(HEADS::contains);
  }

  private static String part(String name, List<Word> words, int from, int to) {
    int first = from;
    while (first < to && Set.of("of", "for", "the").contains(words.get(first).folded())) {
      first++;
    }
    return first >= to
        ? ""
        : name.substring(words.get(first).span().start(), words.get(to - 1).span().end());
  }

  /** The known institution that a phrase is, its country said in whatever way. */
  static Optional<String> institution(
      String phrase, Language language, KnownNames names, Map<Language, CountryForms> countries) {
    String bare = phrase.replaceFirst("['’]s$", "");
    if (bare.isBlank()) {
      return Optional.empty();
    }
    CountryForms forms = Objects.requireNonNull(countries.get(language));
    return Stream.concat(Stream.of(bare), forms.others(bare, language).stream())
        .flatMap(one -> names.allNamed(one).stream())
        .filter(Office::isInstitution)
        .map(KnownName::id)
        .findFirst();
  }

  private static boolean isInstitution(KnownName name) {
    return switch (name.kind()) {
      case INSTITUTION, BODY, AGENCY, COMPANY, PARTY, GROUP, OUTLET -> true;
      case PERSON, GOVERNMENT, PLACE, UNKNOWN -> false;
    };
  }

  /** 0 for somebody else, near 1 for whoever leads the institution by the words printed. */
  double of(Speaker speaker, Language language) {
    boolean theirs =
        speaker.institution().filter(institution::equals).isPresent()
            || speaker.entity().flatMap(names::byId).filter(this::belongs).isPresent()
            || speaker.role().filter(role -> names(role, language)).isPresent()
            || names(speaker.name(), language);
    boolean leads =
        Stream.concat(speaker.role().stream(), Stream.of(speaker.name()))
            .anyMatch(role -> leads(role, language));
    return theirs && leads ? HELD : 0;
  }

  private boolean belongs(KnownName name) {
    return name.of().contains(institution);
  }

  private boolean names(String role, Language language) {
    return names.mentions(role, language).stream()
        .anyMatch(mention -> mention.name().id().equals(institution));
  }

  private static boolean leads(String role, Language language) {
    List<String> folded = Words.of(role, language).stream().map(Word::folded).toList();
    return folded.stream().noneMatch(DEPUTIES::contains)
        && RoleMatch.head(folded, language).filter(Office::leads).isPresent();
  }
}
