package news.isnad.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.isnad.lexicon.KnownName;
import news.isnad.lexicon.KnownNames;
import news.isnad.question.Reading.Asked;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.speaker.Speaker;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.NameDistance;
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

  /** A body of the country whose government is asked for: "the German bakers' union". */
  private static final double OF_THE_COUNTRY = 0.8;

  private static final double BESIDE_NAME = 0.75;
  private static final double IN_ARTICLE = 0.4;
  private static final int SHORTEST_NAME = 4;
  private static final double SAME_NAME_DISTANCE = 0.12;
  private static final double SPELLED = 0.85;

  /**
   * All parts of a full name may be spelled alike on the average, and none so that it is another.
   */
  private static final double ALIKE = 0.16;

  private static final double PART_ALIKE = 0.32;
  private static final double DESCRIBED = 0.7;
  private static final int BEFORE_NAME = 5;
  private static final int BEHIND_NAME = 7;
  private static final int DEEPEST = 2;
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

  /** Who is asked for by a role that may be printed in other words. */
  private final Optional<RoleMatch> role;

  /**
   * Prepares a question's speaker.
   *
   * @param wanted the words of the name asked for, with their forms in both languages
   * @param role the role asked for, where it is one
   */
  SpeakerMatch(
      Asked asked,
      Language language,
      List<Wanted> wanted,
      KnownNames names,
      Optional<RoleMatch> role) {
    this.role = role;
    this.names = names;
    this.wanted = wanted;
    this.full = Words.of(asked.name(), language).stream().map(Word::folded).toList();
    this.owners = stems(RoleWords.owners(asked.name(), language));
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
    holders(asked.name(), language);
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

  /** A union, party or firm of the country; somebody who is known belongs where it belongs. */
  private boolean isOfTheCountry(Speaker speaker, ArticleView view) {
    List<Word> words = Words.of(speaker.name(), view.edition().language());
    return speaker.entity().isEmpty()
        && words.size() > 1
        && words.stream().anyMatch(word -> country.contains(word.stem()));
  }

  private static Set<String> stems(List<Word> words) {
    Set<String> stems = new HashSet<>();
    words.forEach(word -> stems.add(word.stem()));
    return stems;
  }

  /** Everybody who holds or held the office that is asked for. */
  private void holders(String office, Language language) {
    String folded = bare(office);
    if (!folded.contains(" ")) {
      return;
    }
    for (KnownName name : names.all()) {
      for (String role : name.roles(language)) {
        if (bare(role).equals(folded)) {
          offices.add(name.id());
        }
      }
    }
  }

  private static String bare(String office) {
    String folded = Folding.fold(office);
    return (folded.startsWith("the ") ? folded.substring(4) : folded).strip();
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
    if (isOwner(speaker, view) || isOwned(speaker, view) || isNamesake(speaker, view)) {
      return 0;
    }
    double best = Math.max(words(speaker, view), isAlike(speaker, view) ? SPELLED : 0);
    best = Math.max(best, isOfTheCountry(speaker, view) ? OF_THE_COUNTRY : 0);
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
        return 0;
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
  private boolean isOwner(Speaker speaker, ArticleView view) {
    if (owners.isEmpty()) {
      return false;
    }
    Language language = view.edition().language();
    List<Word> named = Words.of(speaker.name(), language);
    boolean plain = RoleWords.owners(speaker.name(), language).isEmpty();
    return plain
        && wanted.stream()
            .filter(this::isOfOwner)
            .anyMatch(
                one ->
                    match(one.in(language), stemsOf(named), foldedOf(named)) > 0
                        || spelled(one, Folding.fold(one.typed()), language, named) > 0)
        && wanted.stream()
            .filter(one -> !isOfOwner(one))
            .allMatch(one -> match(one.in(language), stemsOf(named), foldedOf(named)) == 0);
  }

  private boolean isOfOwner(Wanted one) {
    return one.name()
        || Stream.of(Language.values())
            .flatMap(language -> Words.of(one.typed(), language).stream())
            .anyMatch(word -> owners.contains(word.stem()));
  }

  /** "Ronaldo's lawyers" do not speak where Ronaldo is asked for. */
  private boolean isOwned(Speaker speaker, ArticleView view) {
    Language language = view.edition().language();
    List<Word> owners = RoleWords.owners(speaker.name(), language);
    if (owners.isEmpty() || described) {
      return false;
    }
    Set<String> own = new HashSet<>(foldedOf(Words.of(speaker.name(), language)));
    own.removeAll(foldedOf(owners));
    List<Word> rest =
        Words.of(speaker.name(), language).stream()
            .filter(word -> own.contains(word.folded()))
            .toList();
    return wanted.stream()
        .noneMatch(one -> match(one.in(language), stemsOf(rest), foldedOf(rest)) > 0);
  }

  /**
   * Thomas Bjorn shares a name with Justin Thomas, and is another: of two full names neither the
   * given one asked for nor the family's printed stands in the other.
   */
  private boolean isNamesake(Speaker speaker, ArticleView view) {
    Language language = view.edition().language();
    List<Word> named = Words.of(speaker.name(), language);
    if (!namedInFull || isBodyAsked() || named.size() < 2 || isRole(named, language)) {
      return false;
    }
    return wanted.stream().anyMatch(one -> isIn(one, named, language))
        && !isIn(wanted.getFirst(), named, language)
        && wanted.stream().noneMatch(one -> isIn(one, List.of(named.getLast()), language));
  }

  /** Whether a role or a body is named among the words: "London police". */
  private static boolean isRole(List<Word> words, Language language) {
    return !RoleClasses.in(language).nouns(words.stream().map(Word::folded).toList()).isEmpty()
        || words.stream().anyMatch(word -> RoleWords.isRole(word.folded(), language));
  }

  private boolean isIn(Wanted one, List<Word> named, Language language) {
    return match(one.in(language), stemsOf(named), foldedOf(named)) > 0
        || spelled(one, Folding.fold(one.typed()), language, named) > 0;
  }

  private static List<String> stemsOf(List<Word> words) {
    return words.stream().map(Word::stem).toList();
  }

  private static Set<String> foldedOf(List<Word> words) {
    Set<String> folded = new HashSet<>();
    words.forEach(word -> folded.add(word.folded()));
    return folded;
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
  private double words(Speaker speaker, ArticleView view) {
    Language language = view.edition().language();
    List<String> stems = new ArrayList<>();
    Set<String> folded = new HashSet<>();
    List<Word> named = Words.of(speaker.name(), language);
    List<Word> printed = new ArrayList<>(named);
    if (described || !isPersonAsked()) {
      printed.addAll(Words.of(speaker.role().orElse(""), language));
    }
    List<Word> notHeld = new ArrayList<>(printed);
    List<Word> held = held(printed);
    notHeld.removeAll(held);
    for (Word word : held) {
      stems.add(word.stem());
      folded.add(word.folded());
    }
    double found = 0;
    double all = 0;
    boolean strong = false;
    boolean anyStrong = false;
    for (Wanted one : wanted) {
      String typed = Folding.fold(one.typed());
      if (RoleClasses.isListed("title", typed)) {
        continue;
      }
      double weight = RoleClasses.isListed("weak", typed) ? 0.5 : 1;
      double match =
          Math.max(
              match(one.in(language), stems, folded),
              weight == 1 && !isBodyAsked() ? spelled(one, typed, language, named) : 0);
      strong |= weight == 1 && match > 0;
      anyStrong |= weight == 1;
      if (match == 0 && match(one.in(language), stemsOf(notHeld), foldedOf(notHeld)) == 0) {
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

  /** What somebody is: the vice president is not the president, unless a deputy is asked for. */
  private List<Word> held(List<Word> printed) {
    if (full.stream().anyMatch(DEPUTIES::contains)) {
      return printed;
    }
    List<Word> held = new ArrayList<>();
    for (int i = 0; i < printed.size(); i++) {
      if (i == 0 || !DEPUTIES.contains(printed.get(i - 1).folded())) {
        held.add(printed.get(i));
      }
    }
    return held;
  }

  /**
   * A name may be spelled in several ways, in both scripts; the last word of it is the family's. A
   * known family name that is only spelled alike ends what is printed, too: Blasey Ford is no
   * Pelosi.
   */
  private double spelled(Wanted one, String typed, Language language, List<Word> named) {
    if (!one.name()) {
      return spelled(typed, named);
    }
    boolean other = wanted.size() == 1 && isOfAnotherGivenName(one.in(language), named, language);
    double best = spelledName(typed, named, other);
    for (Form form : one.in(language)) {
      String name = String.join(" ", form.folded());
      best = Math.max(best, form.weight() * spelledName(name, named, other));
    }
    return best;
  }

  /** A family's name that is spelled alike is the same where no other given name precedes it. */
  private static double spelledName(String name, List<Word> named, boolean ofAnother) {
    if (name.contains(" ")) {
      return spelled(name, named);
    }
    boolean same = named.stream().anyMatch(word -> word.folded().equals(name));
    return ofAnother && !same ? 0 : spelled(name, ending(named));
  }

  /** Robert Mueller is no Mac Miller: a known name's given names are unlike the one printed. */
  private static boolean isOfAnotherGivenName(
      List<Form> forms, List<Word> named, Language language) {
    String given = named.isEmpty() ? "" : named.getFirst().folded();
    boolean full = forms.stream().anyMatch(form -> form.size() > 1);
    return full
        && named.size() == 2
        && !RoleClasses.isListed("title", given)
        && !RoleWords.isRole(given, language)
        && forms.stream()
            .filter(form -> form.size() > 1)
            .flatMap(form -> form.folded().stream())
            .noneMatch(part -> NameDistance.between(part, given) <= PART_ALIKE);
  }

  private static List<Word> ending(List<Word> named) {
    return named.subList(Math.max(0, named.size() - 1), named.size());
  }

  private static double spelled(String name, List<Word> named) {
    String[] parts = name.split(" ", -1);
    int found = 0;
    for (int i = parts.length - 1; i >= 0; i--) {
      if (isSpelled(parts[i], named)) {
        found++;
      } else if (i == parts.length - 1) {
        return 0;
      }
    }
    return found == parts.length || named.size() == 1 ? SPELLED : 0;
  }

  /**
   * Whether a full name, asked for in either script, is spelled as another is printed: where the
   * given name fits, the family's may be farther off than a name alone.
   */
  private boolean isAlike(Speaker speaker, ArticleView view) {
    List<String> printed =
        Words.of(speaker.name(), view.edition().language()).stream().map(Word::folded).toList();
    if (described || isPersonAsked() || full.size() < 2 || printed.size() != full.size()) {
      return false;
    }
    double all = 0;
    for (int i = 0; i < full.size(); i++) {
      double distance = NameDistance.between(full.get(i), printed.get(i));
      if (distance > PART_ALIKE) {
        return false;
      }
      all += distance;
    }
    return all / full.size() <= ALIKE;
  }

  private static boolean isSpelled(String part, List<Word> named) {
    if (part.length() < SHORTEST_NAME) {
      return named.stream().anyMatch(word -> word.folded().equals(part));
    }
    NameDistance distance = NameDistance.from(part);
    for (Word word : named) {
      if (word.folded().length() >= SHORTEST_NAME
          && distance.to(word.folded(), SAME_NAME_DISTANCE) <= SAME_NAME_DISTANCE) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether some sentence says beside the name all that was asked for: "former president" for "the
   * former president Ana Pinto, the envoy to ...".
   */
  private boolean isDescribed(List<Word> named, ArticleView view) {
    if (named.isEmpty()) {
      return false;
    }
    int surname = WordIds.id(named.getLast().folded());
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
  private double shortName(List<Word> named, Language language) {
    int matched = 0;
    for (Word word : named) {
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

  private static double around(Wanted one, List<Word> named, ArticleView view) {
    if (named.isEmpty()) {
      return 0;
    }
    int surname = WordIds.id(named.getLast().folded());
    double best = 0;
    for (int i = 0; i < view.sentences().size() && best < BESIDE_NAME; i++) {
      double match = view.match(one, i);
      boolean beside = view.sentences().get(i).hasFolded(surname);
      best = Math.max(best, match * (beside ? BESIDE_NAME : IN_ARTICLE));
    }
    return best;
  }

  private static double match(List<Form> forms, List<String> stems, Set<String> folded) {
    double best = 0;
    for (Form form : forms) {
      boolean there =
          form.stems().size() == 1
              ? folded.contains(form.folded().getFirst()) || stems.contains(form.stems().getFirst())
              : stems.containsAll(form.stems());
      if (there) {
        best = Math.max(best, form.weight());
      }
    }
    return best;
  }
}
