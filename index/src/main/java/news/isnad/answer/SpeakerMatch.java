package news.isnad.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.isnad.lexicon.CountryForms;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.question.Reading.Asked;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.speaker.Speaker;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.WordIds;
import news.isnad.text.Words;

/**
 * Tells how surely a speaker is the one asked for. Rules, the surest first:
 *
 * <ul>
 *   <li>the same known name
 *   <li>somebody who holds the office asked for ("the US president")
 *   <li>an official, a spokesperson or an anonymous source of the institution asked for
 *   <li>somebody who belongs to it: the Kremlin speaks for Russia, Moscow is where it sits
 *   <li>the words asked for stand in the speaker's name and role, as printed
 * </ul>
 *
 * <p>Immutable; made for one question.
 */
final class SpeakerMatch {
  /** Below this a speaker is somebody else. */
  static final double SAME = 0.6;

  private static final double OFFICE = 0.97;
  private static final double SPEAKS_FOR = 0.95;
  private static final double BELONGS_TO = 0.75;

  /** Another known person of the family name that is asked for alone. */
  private static final double FAMILY = 0.8;

  /** A body of the country whose government is asked for: "the German bakers' union". */
  private static final double OF_THE_COUNTRY = 0.8;

  private static final double BESIDE_NAME = 0.75;
  private static final double IN_ARTICLE = 0.4;
  private static final double DESCRIBED = 0.7;
  private static final int BEFORE_NAME = 5;
  private static final int BEHIND_NAME = 7;
  private static final int DEEPEST = 2;

  /** Stand in front of a family's name, too: "De Bruyn". */
  private static final Set<String> LEADING_PARTICLES =
      Set.of("de", "del", "della", "di", "da", "du", "von", "la", "le", "دي", "دو", "دل", "فون");

  /** Inside a name only: Ben and Van are given names, too. */
  private static final Set<String> PARTICLES =
      Set.of(
          "do", "dos", "van", "der", "den", "bin", "ben", "ibn", "bint", "دا", "فان", "دير", "لا",
          "لو", "بن", "ابن", "بنت");

  private static final Set<String> DEPUTIES =
      Set.of("vice", "deputy", "assistant", "نائب", "نائبه", "مساعد", "مساعده", "وكيل", "وكيله");

  private final KnownNames names;
  private final List<Wanted> wanted;

  /** The words of the name asked for. */
  private final List<String> full;

  /** Who owns the one asked for, and is somebody else: Ronaldo in "Ronaldo's lawyers". */
  private final Set<String> owners;

  /** Whether somebody is asked for by what they are, and not by name. */
  private final boolean described;

  /** Whether somebody is asked for by two names or more. */
  private final boolean namedInFull;

  /** Stems of the country and its people, where a government is asked for. */
  private final Set<String> country = new HashSet<>();

  private final Set<String> ids = new HashSet<>();
  private final Set<String> offices = new HashSet<>();

  private final Acronyms acronyms;
  private final NameSpelling spelling;

  /** Who is asked for by a role that may be printed in other words. */
  private final Optional<RoleMatch> role;

  /** Who is asked for as the head of something known. */
  private final Optional<Office> office;

  /**
   * Prepares a question's speaker.
   *
   * @param wanted the words of the name asked for, with their forms in both languages
   * @param countries the ways to say of which country something is
   * @param role the role asked for, where it is one
   */
  SpeakerMatch(
      Asked asked,
      Language language,
      List<Wanted> wanted,
      KnownNames names,
      Map<Language, CountryForms> countries,
      Optional<RoleMatch> role) {
    this.role = role;
    this.office = Office.asked(asked.name(), language, names, countries);
    this.names = names;
    this.wanted = wanted;
    this.full = Words.of(asked.name(), language).stream().map(Word::folded).toList();
    this.owners = stems(RoleWords.owners(asked.name(), language));
    this.spelling = new NameSpelling(wanted);
    this.acronyms = new Acronyms(asked.name(), wanted);
    this.described = RoleWords.isRoleNamed(asked.name(), language);
    this.namedInFull =
        wanted.size() > 1
            && !described
            && wanted.stream().noneMatch(one -> one.name() || one.typed().contains(" "))
            && !isRole(Words.of(asked.name(), language), language);
    asked.entity().ifPresent(ids::add);
    names.allNamed(asked.name()).forEach(name -> ids.add(name.id()));
    names.seatOf(asked.name()).ifPresent(name -> ids.add(name.id()));
    if (ids.isEmpty()) {
      Office.institution(asked.name(), language, names, countries).ifPresent(ids::add);
    }
    if (Folding.fold(asked.name()).strip().contains(" ")) {
      names.holders(asked.name(), language).forEach(name -> offices.add(name.id()));
    }
    asked
        .entity()
        .flatMap(names::byId)
        .filter(name -> name.kind() == news.isnad.lexicon.Kind.GOVERNMENT)
        .ifPresent(this::country);
  }

  /** "German" and "Germany", from "German government" and the shortest name. */
  private void country(KnownName government) {
    for (Language each : Language.values()) {
      for (String name : government.names(each)) {
        List<Word> words = Words.of(name, each);
        if (words.size() == 1) {
          country.add(words.getFirst().stem());
        } else if (words.size() == 2 && words.getLast().folded().equals("government")) {
          country.add(words.getFirst().stem());
        } else if (words.size() == 2 && words.getFirst().folded().equals("الحكومه")) {
          country.add(words.getLast().stem());
        }
      }
    }
  }

  /** "Maliki" alone asks for whoever is called so, and first for the best known. */
  private boolean isOfTheFamily(NameWords named) {
    return full.size() == 1 && named.size() > 1 && named.last().folded().equals(full.getFirst());
  }

  /** A union, party or firm of the country; somebody who is known belongs where it belongs. */
  private boolean isOfTheCountry(Speaker speaker, NameWords named) {
    return speaker.entity().isEmpty() && named.size() > 1 && named.hasAnyStem(country);
  }

  private static Set<String> stems(List<Word> words) {
    Set<String> stems = new HashSet<>();
    words.forEach(word -> stems.add(word.stem()));
    return stems;
  }

  /**
   * 0 for somebody else to 1 for the very one.
   *
   * @param view the article in which the speaker is printed
   */
  double of(Speaker speaker, ArticleView view) {
    if (isKnownAsAsked(speaker)) {
      return 1;
    }
    if (acronyms.isSame(speaker.name(), view)) {
      return SPEAKS_FOR;
    }
    Language language = view.edition().language();
    NameWords named = NameWords.of(speaker.name(), language);
    if (isOwner(speaker, named, language)
        || isOwned(speaker, named, language)
        || isNamesake(named, language)) {
      return 0;
    }
    if (isBodyAsked() && wanted.size() == 1 && named.lacksArticle(wanted.getFirst().in(language))) {
      return 0;
    }
    if (isPersonAsked()
        && full.size() > 1
        && speaker.entity().isEmpty()
        && spelling.isOfAnotherGivenName(language, named)) {
      return 0;
    }
    double best = words(speaker, named, view);
    best = Math.max(best, isAlike(speaker, named) ? NameSpelling.SPELLED : 0);
    best = Math.max(best, isOfTheCountry(speaker, named) ? OF_THE_COUNTRY : 0);
    Optional<String> known = speaker.entity().or(() -> names.taughtAs(speaker.name()));
    if (known.isPresent()) {
      String id = known.get();
      if (ids.contains(id)) {
        return 1;
      }
      if (offices.contains(id)) {
        return OFFICE;
      }
      if (belongs(id, DEEPEST)) {
        best = Math.max(best, BELONGS_TO);
      } else if (!ids.isEmpty() && isPerson(ids)) {
        return isOfTheFamily(named) ? FAMILY : 0;
      }
    }
    if (speaker.institution().isPresent()) {
      String id = speaker.institution().get();
      if (ids.contains(id)) {
        best = Math.max(best, SPEAKS_FOR);
      } else if (belongs(id, DEEPEST)) {
        best = Math.max(best, BELONGS_TO);
      }
    }
    if (office.isPresent()) {
      best = Math.max(best, office.get().of(speaker, language));
    }
    if (best < SAME && ids.isEmpty() && role.isPresent()) {
      best = Math.max(best, role.get().of(speaker, view));
    }
    return best;
  }

  /** "Norway's presidency" is a name of the body that is asked for, not somebody of Norway's. */
  private boolean isKnownAsAsked(Speaker speaker) {
    return isBodyAsked()
        && names.allNamed(speaker.name()).stream().anyMatch(name -> ids.contains(name.id()));
  }

  /** Ronaldo does not speak where "Ronaldo's lawyers" are asked for. */
  private boolean isOwner(Speaker speaker, NameWords named, Language language) {
    if (owners.isEmpty()) {
      return false;
    }
    boolean plain = RoleWords.owners(speaker.name(), language).isEmpty();
    return plain
        && wanted.stream().filter(this::isOfOwner).anyMatch(one -> isIn(one, named, language))
        && wanted.stream()
            .filter(one -> !isOfOwner(one))
            .allMatch(one -> named.match(one.in(language)) == 0);
  }

  private boolean isOfOwner(Wanted one) {
    return one.name()
        || Stream.of(Language.values())
            .flatMap(language -> Words.of(one.typed(), language).stream())
            .anyMatch(word -> owners.contains(word.stem()));
  }

  /** "Ronaldo's lawyers" do not speak where Ronaldo is asked for. */
  private boolean isOwned(Speaker speaker, NameWords named, Language language) {
    List<Word> owners = RoleWords.owners(speaker.name(), language);
    if (owners.isEmpty() || described) {
      return false;
    }
    NameWords owning = NameWords.of(owners);
    NameWords rest =
        NameWords.of(named.words().stream().filter(word -> !owning.has(word.folded())).toList());
    return wanted.stream().noneMatch(one -> rest.match(one.in(language)) > 0);
  }

  /**
   * Thomas Bjorn shares a name with Justin Thomas, and is another: of two full names neither the
   * given one asked for nor the family's printed stands in the other.
   */
  private boolean isNamesake(NameWords named, Language language) {
    if (!namedInFull || isBodyAsked() || named.size() < 2 || isRole(named.words(), language)) {
      return false;
    }
    return wanted.stream().anyMatch(one -> isIn(one, named, language))
        && !isIn(wanted.getFirst(), named, language)
        && wanted.stream()
            .noneMatch(one -> isIn(one, NameWords.of(List.of(named.last())), language));
  }

  /** Whether a role or a body is named among the words: "London police". */
  private static boolean isRole(List<Word> words, Language language) {
    return !RoleClasses.in(language).nouns(words.stream().map(Word::folded).toList()).isEmpty()
        || words.stream().anyMatch(word -> RoleWords.isRole(word.folded(), language));
  }

  private boolean isIn(Wanted one, NameWords named, Language language) {
    return named.match(one.in(language)) > 0 || spelling.of(one, language, named) > 0;
  }

  private boolean isPersonAsked() {
    return !ids.isEmpty() && isPerson(ids);
  }

  /** A government, institution or firm that is known: its names are spelled in one way. */
  private boolean isBodyAsked() {
    return !ids.isEmpty() && !isPerson(ids) && ids.stream().noneMatch(this::isUnknown);
  }

  /** Taught by its names alone: it may be a person. */
  private boolean isUnknown(String id) {
    return names
        .byId(id)
        .filter(name -> name.kind() == news.isnad.lexicon.Kind.UNKNOWN)
        .isPresent();
  }

  /** "Ronaldo's lawyers will sue Der Spiegel" says nothing of what the magazine is. */
  private boolean isKnownBody(Speaker speaker) {
    return speaker.entity().filter(id -> !isPerson(Set.of(id)) && !isUnknown(id)).isPresent();
  }

  private boolean isPerson(Set<String> asked) {
    return asked.stream()
        .map(names::byId)
        .flatMap(Optional::stream)
        .allMatch(name -> name.kind() == news.isnad.lexicon.Kind.PERSON);
  }

  private boolean belongs(String id, int depth) {
    Optional<KnownName> name = names.byId(id);
    if (name.isEmpty() || depth == 0) {
      return false;
    }
    for (String of : name.get().of()) {
      if (ids.contains(of) || belongs(of, depth - 1)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Share of the words asked for that stand in the name and the role; what the sentences that name
   * the speaker say counts less, the rest of the article least. A bare title counts half.
   */
  private double words(Speaker speaker, NameWords named, ArticleView view) {
    Language language = view.edition().language();
    NameWords printed = printed(speaker, named, language);
    NameWords held = held(printed);
    NameWords notHeld = printed.without(held.words());
    double found = 0;
    double all = 0;
    boolean strong = false;
    boolean anyStrong = false;
    for (Wanted one : wanted) {
      String typed = Folding.fold(one.typed());
      if (RoleClasses.isListed("title", typed) || isInitial(typed) || isParticle(one, typed)) {
        continue;
      }
      double weight = RoleClasses.isListed("weak", typed) ? 0.5 : 1;
      double match =
          Math.max(
              held.match(one.in(language)),
              weight == 1 && !isBodyAsked() ? spelling.of(one, language, named) : 0);
      strong |= weight == 1 && match > 0;
      anyStrong |= weight == 1;
      if (match == 0 && notHeld.match(one.in(language)) == 0) {
        match = around(one, named, view);
      }
      found += weight * match;
      all += weight;
    }
    if (all == 0 || (anyStrong && !strong)) {
      boolean described = this.described && ids.isEmpty() && !isKnownBody(speaker);
      return described && isDescribed(named, view) ? DESCRIBED : 0;
    }
    return 0.95 * Math.max(found / all, isBodyAsked() ? 0 : shortName(named, language));
  }

  /** "Virgil van Dyke", «فان»: what stands between names is spelled in many ways, or left out. */
  private boolean isParticle(Wanted one, String typed) {
    boolean first = one.equals(wanted.getFirst());
    return wanted.size() > 1
        && (LEADING_PARTICLES.contains(typed) || (!first && PARTICLES.contains(typed)));
  }

  /** "J. J. Abrams": an initial names nobody, beside a name. */
  private boolean isInitial(String typed) {
    return typed.length() == 1 && wanted.size() > 1;
  }

  /** The name, and the role unless somebody is asked for by name. */
  private NameWords printed(Speaker speaker, NameWords named, Language language) {
    if (speaker.role().isEmpty() || (isPersonAsked() && !described)) {
      return named;
    }
    List<Word> printed = new ArrayList<>(named.words());
    printed.addAll(Words.of(speaker.role().get(), language));
    return NameWords.of(printed);
  }

  /**
   * Whether a full name, asked for in either script, is spelled as another is printed: where the
   * given name fits, the family's may be farther off than a name alone.
   */
  private boolean isAlike(Speaker speaker, NameWords named) {
    boolean other = isPersonAsked() && (speaker.entity().isPresent() || full.size() < 2);
    return !described && !other && NameSpelling.areAlike(full, named);
  }

  /** What somebody is: the vice president is not the president, unless a deputy is asked for. */
  private NameWords held(NameWords printed) {
    if (full.stream().anyMatch(DEPUTIES::contains) || DEPUTIES.stream().noneMatch(printed::has)) {
      return printed;
    }
    List<Word> held = new ArrayList<>();
    for (int i = 0; i < printed.size(); i++) {
      if (i == 0 || !DEPUTIES.contains(printed.folded(i - 1))) {
        held.add(printed.words().get(i));
      }
    }
    return NameWords.of(held);
  }

  /**
   * Whether some sentence says beside the name all that was asked for: "former president" for "the
   * former president Ana Pinto, the envoy to ...".
   */
  private boolean isDescribed(NameWords named, ArticleView view) {
    if (named.isEmpty() || isRole(named.words(), view.edition().language())) {
      return false; // other officials than those who are described
    }
    int surname = WordIds.id(named.last().folded());
    for (ArticleView.Sentence sentence : view.sentences()) {
      if (sentence.hasFolded(surname)) {
        for (int at = 0; at < sentence.words().size(); at++) {
          if (sentence.words().folded(at) == surname
              && isDescribed(
                  sentence.words(),
                  at - BEFORE_NAME - named.size(),
                  at + BEHIND_NAME,
                  view.edition().language())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isDescribed(WordIds sentence, int from, int to, Language language) {
    int first = Math.max(0, from);
    int last = Math.min(sentence.size(), to + 1);
    return wanted.stream()
        .allMatch(
            one -> one.in(language).stream().anyMatch(form -> stands(form, sentence, first, last)));
  }

  /** Whether a form's words stand somewhere among some words of a sentence. */
  private static boolean stands(Form form, WordIds sentence, int from, int to) {
    for (int i = 0; i < form.size(); i++) {
      boolean there = false;
      for (int at = from; at < to && !there; at++) {
        there =
            sentence.stem(at) == form.stemId(i)
                || (form.size() == 1 && sentence.folded(at) == form.foldedId(i));
      }
      if (!there) {
        return false;
      }
    }
    return true;
  }

  /** "Mrs May" is whom "Theresa May" asks for: every word of the name printed was asked for. */
  private double shortName(NameWords named, Language language) {
    int matched = 0;
    for (Word word : named.words()) {
      if (RoleClasses.isListed("title", word.folded())) {
        continue;
      }
      boolean asked =
          wanted.stream()
              .flatMap(one -> one.in(language).stream())
              .anyMatch(
                  form ->
                      form.folded().contains(word.folded()) || form.stems().contains(word.stem()));
      if (!asked || RoleClasses.isListed("weak", word.folded())) {
        return 0;
      }
      matched++;
    }
    return matched == 0 ? 0 : 0.8;
  }

  private static double around(Wanted one, NameWords named, ArticleView view) {
    if (named.isEmpty()) {
      return 0;
    }
    int surname = WordIds.id(named.last().folded());
    double best = 0;
    for (int i = 0; i < view.sentences().size() && best < BESIDE_NAME; i++) {
      double match = view.match(one, i);
      boolean beside = view.sentences().get(i).hasFolded(surname);
      best = Math.max(best, match * (beside ? BESIDE_NAME : IN_ARTICLE));
    }
    return best;
  }
}
