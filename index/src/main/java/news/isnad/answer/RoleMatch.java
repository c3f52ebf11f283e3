package news.isnad.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.isnad.answer.RoleClasses.Noun;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.speaker.Speaker;
import news.isnad.speaker.Statement;
import news.isnad.text.Language;
import news.isnad.text.NameDistance;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.WordIds;
import news.isnad.text.Words;

/**
 * Tells how surely a speaker is somebody who is asked for by a role: "the attorney of Grimsund" for
 * the counsel Ida Mbeki.
 *
 * <ul>
 *   <li>The role printed is of the class of the one asked for, or of a special kind of it.
 *   <li>What else is asked for (a body, a place) stands in the role; or somewhere in the article,
 *       where the role as printed says nothing else and nobody else there has that role.
 * </ul>
 *
 * <p>Immutable; made for one question.
 */
final class RoleMatch {
  private static final double IN_ROLE = 0.85;
  private static final double IN_ARTICLE = 0.7;
  private static final double SPECIAL = 0.05;
  private static final double SAME_NAME = 0.12;
  private static final int SHORTEST_NAME = 4;
  private static final int BEHIND = 7;
  private static final Set<String> HEAD_ENDS =
      Set.of("of", "for", "from", "at", "in", "with", "who", "that", "to", "on", "near");

  private final Noun asked;
  private final boolean former;
  private final List<Wanted> qualifiers;
  private final List<Set<String>> qualifierClasses;

  private RoleMatch(
      Noun asked, boolean former, List<Wanted> qualifiers, List<Set<String>> qualifierClasses) {
    this.asked = asked;
    this.former = former;
    this.qualifiers = qualifiers;
    this.qualifierClasses = qualifierClasses;
  }

  /** What is asked for by a role; empty where it is not one that the table knows. */
  static Optional<RoleMatch> asked(String name, Language language, TopicTerms terms) {
    RoleClasses classes = RoleClasses.in(language);
    List<String> folded = folded(name, language);
    Optional<Noun> head = head(folded, language);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    List<Wanted> qualifiers = new ArrayList<>();
    List<Set<String>> qualifierClasses = new ArrayList<>();
    boolean former = false;
    for (int i = 0; i < folded.size(); i++) {
      String word = folded.get(i);
      former |= classes.is("former", word);
      if (isOf(head.get(), i) || isIdle(word, language)) {
        continue;
      }
      for (Wanted wanted : terms.ofBody(word, language)) {
        qualifiers.add(wanted);
        qualifierClasses.add(bodies(classes.nouns(List.of(word))));
      }
    }
    return Optional.of(new RoleMatch(head.get(), former, qualifiers, qualifierClasses));
  }

  private static List<String> folded(String text, Language language) {
    return Words.of(text, language).stream()
        .map(Word::folded)
        .flatMap(word -> Stream.of(word.split("-", -1)))
        .filter(word -> !word.isEmpty() && !Set.of("the", "a", "an").contains(word))
        .toList();
  }

  private static boolean isOf(Noun noun, int at) {
    return noun.from() <= at && at < noun.to();
  }

  private static boolean isIdle(String word, Language language) {
    RoleClasses classes = RoleClasses.in(language);
    return StopWords.contains(language, word)
        || HEAD_ENDS.contains(word)
        || Stream.of("former", "qualifier", "title").anyMatch(sort -> classes.is(sort, word));
  }

  private static Set<String> bodies(List<Noun> nouns) {
    Set<String> keys = new HashSet<>();
    nouns.forEach(
        noun -> noun.keys().stream().filter(k -> k.startsWith("body-")).forEach(keys::add));
    return keys;
  }

  /** The noun that the others belong to: the first in Arabic, the last before "of" in English. */
  static Optional<Noun> head(List<String> folded, Language language) {
    List<Noun> nouns = RoleClasses.in(language).nouns(folded);
    if (nouns.isEmpty() || language == Language.ARABIC) {
      return nouns.stream().findFirst();
    }
    Noun head = nouns.getFirst();
    for (Noun noun : nouns.subList(1, nouns.size())) {
      boolean ended = folded.subList(head.to(), noun.from()).stream().anyMatch(HEAD_ENDS::contains);
      if (!ended) {
        head = noun;
      }
    }
    return Optional.of(head);
  }

  /** 0 for somebody else to 1 for the very one. */
  double of(Speaker speaker, ArticleView view) {
    String surname = surname(speaker, view.edition().language());
    for (String role : roles(speaker, view)) {
      double match = of(role, surname, view);
      if (match > 0) {
        return match;
      }
    }
    return 0;
  }

  private double of(String role, String surname, ArticleView view) {
    Language language = view.edition().language();
    List<String> printed = folded(role, language);
    Optional<Noun> noun = fitting(printed, language);
    if (noun.isEmpty() || former != isFormer(printed, language)) {
      return 0;
    }
    boolean special = asked.keys().stream().noneMatch(noun.get().keys()::contains);
    double less = special ? SPECIAL : 0;
    List<Word> words = Words.of(role, language);
    long there = 0;
    for (int i = 0; i < qualifiers.size(); i++) {
      there += isSaid(i, words, language) ? 1 : 0;
    }
    if (there == qualifiers.size()) {
      return qualifiers.isEmpty() && (isVague() || !isAlone(surname, view)) ? 0 : IN_ROLE - less;
    }
    boolean bare = there > 0 || isBare(printed, noun.get(), surname, language);
    return bare && isInArticle(view) && isAlone(surname, view) ? IN_ARTICLE - less : 0;
  }

  /** A leader or an agency: of what has to be said. */
  private boolean isVague() {
    return asked.isBody() || asked.keys().contains("head") || asked.keys().contains("state");
  }

  /** The noun printed that is of the class asked for; a body may speak through an official. */
  private Optional<Noun> fitting(List<String> printed, Language language) {
    if (asked.isBody()) {
      return RoleClasses.in(language).nouns(printed).stream().filter(this::fits).findFirst();
    }
    return head(printed, language).filter(this::fits);
  }

  private boolean fits(Noun noun) {
    return asked.keys().stream()
        .anyMatch(key -> noun.keys().contains(key) || noun.kinds().contains(key));
  }

  private static boolean isFormer(List<String> printed, Language language) {
    return printed.stream().anyMatch(word -> RoleClasses.in(language).is("former", word));
  }

  /** Whether nothing beside the noun says of what: "director Clara Lunde". */
  private static boolean isBare(
      List<String> printed, Noun noun, String surname, Language language) {
    for (int i = 0; i < printed.size(); i++) {
      String word = printed.get(i);
      if (!isOf(noun, i) && !isIdle(word, language) && !word.equals(surname)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSaid(int qualifier, List<Word> words, Language language) {
    for (Form form : qualifiers.get(qualifier).in(language)) {
      List<String> stems = words.stream().map(Word::stem).toList();
      if (stems.containsAll(form.stems())) {
        return true;
      }
    }
    Set<String> keys = qualifierClasses.get(qualifier);
    List<String> folded = words.stream().map(Word::folded).toList();
    if (!keys.isEmpty()
        && bodies(RoleClasses.in(language).nouns(folded)).stream().anyMatch(keys::contains)) {
      return true;
    }
    return isSpelled(qualifiers.get(qualifier).typed(), folded);
  }

  private static boolean isSpelled(String typed, List<String> folded) {
    if (typed.length() < SHORTEST_NAME || typed.contains(" ")) {
      return false;
    }
    NameDistance distance = NameDistance.from(typed);
    return folded.stream()
        .anyMatch(
            word -> word.length() >= SHORTEST_NAME && distance.to(word, SAME_NAME) <= SAME_NAME);
  }

  private boolean isInArticle(ArticleView view) {
    Language language = view.edition().language();
    List<Word> words = new ArrayList<>(Words.of(view.edition().title(), language));
    words.addAll(Words.of(view.edition().text(), language));
    for (int i = 0; i < qualifiers.size(); i++) {
      if (!isSaid(i, words, language)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nobody else who speaks in the article has the role. */
  private boolean isAlone(String surname, ArticleView view) {
    Language language = view.edition().language();
    return view.statements().stream()
        .map(Statement::speaker)
        .flatMap(Optional::stream)
        .filter(other -> !surname(other, language).equals(surname))
        .filter(other -> other.role().isPresent())
        .noneMatch(
            other -> fitting(folded(other.role().orElseThrow(), language), language).isPresent());
  }

  private static String surname(Speaker speaker, Language language) {
    List<Word> words = Words.of(speaker.name(), language);
    return words.isEmpty() ? "" : words.getLast().folded();
  }

  /** What is printed of a speaker's role: with the name, or where there is none, beside it. */
  private static List<String> roles(Speaker speaker, ArticleView view) {
    List<String> roles = new ArrayList<>();
    Language language = view.edition().language();
    speaker.role().ifPresent(roles::add);
    if (head(folded(speaker.name(), language), language).isPresent()) {
      roles.add(speaker.name());
    } else if (roles.isEmpty()) {
      String surname = surname(speaker, language);
      view.sentences().stream()
          .filter(sentence -> sentence.hasFolded(WordIds.id(surname)))
          .map(sentence -> sentence.span().of(view.edition().text()))
          .map(sentence -> beside(sentence, surname, language))
          .forEach(roles::addAll);
    }
    return roles;
  }

  /** "Sami Orr, a vet in Lund, ...": up to the next comma. */
  private static List<String> beside(String sentence, String surname, Language language) {
    List<Word> words = Words.of(sentence, language);
    List<String> found = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      if (!words.get(at).folded().equals(surname)) {
        continue;
      }
      int end = words.get(at).span().end();
      if (end < sentence.length() && ",،".indexOf(sentence.charAt(end)) >= 0) {
        String rest = sentence.substring(end + 1);
        String said = rest.split("[,،:.;؛\"“«]", 2)[0];
        List<Word> behind = Words.of(said, language);
        if (behind.size() > BEHIND) {
          said = said.substring(0, behind.get(BEHIND).span().start());
        }
        found.add(said);
      }
    }
    return found;
  }
}
