package news.isnad.answer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.isnad.search.Form;
import news.isnad.search.Wanted;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.NameDistance;
import news.isnad.text.Word;

/**
 * Tells whether a name that is printed is the one asked for, spelled in another way or in the other
 * script. Made for one question, of which it keeps what comparing begins with. Safe for concurrent
 * use.
 */
final class NameSpelling {
  /** How surely a name that is spelled alike is the same. */
  static final double SPELLED = 0.85;

  private static final int SHORTEST_NAME = 4;
  private static final double SAME_NAME_DISTANCE = 0.12;
  private static final double LETTER_BY_LETTER = 0.04;

  /**
   * All parts of a full name may be spelled alike on the average, and none so that it is another.
   */
  private static final double ALIKE = 0.16;

  private static final double PART_ALIKE = 0.32;
  private static final int MOST_TOGETHER = 3;

  private final List<Wanted> wanted;
  private final Map<String, NameDistance> distances = new ConcurrentHashMap<>();

  /**
   * Prepares a question's speaker.
   *
   * @param wanted the words of the name asked for, with their forms in both languages
   */
  NameSpelling(List<Wanted> wanted) {
    this.wanted = wanted;
  }

  /**
   * How surely a word of the name asked for is spelled so in a name: 0 for not at all. A name may
   * be spelled in several ways, in both scripts; the last word of it is the family's. A known
   * family name that is only spelled alike ends what is printed, too: Blasey Ford is no Pelosi.
   */
  double of(Wanted one, Language language, NameWords named) {
    String typed = Folding.fold(one.typed());
    if (!one.name()) {
      return spelled(typed, named);
    }
    boolean other = wanted.size() == 1 && isOfAnotherGivenName(one.in(language), named, language);
    double best = spelledName(typed, named, other);
    for (Form form : one.in(language)) {
      if (form.weight() * SPELLED > best) {
        String name = String.join(" ", form.folded());
        best = Math.max(best, form.weight() * spelledName(name, named, other));
      }
    }
    return best;
  }

  /** Whether one known person is asked for in full, and another of the family is printed. */
  boolean isOfAnotherGivenName(Language language, NameWords named) {
    return wanted.size() == 1
        && wanted.getFirst().name()
        && isOfAnotherGivenName(wanted.getFirst().in(language), named, language);
  }

  /** A family's name that is spelled alike is the same where no other given name precedes it. */
  private double spelledName(String name, NameWords named, boolean ofAnother) {
    if (name.contains(" ")) {
      return spelled(name, named);
    }
    return ofAnother && !named.has(name) ? 0 : spelled(name, ending(named));
  }

  /** Robert Mueller is no Mac Miller: a known name's given names are unlike the one printed. */
  private static boolean isOfAnotherGivenName(
      List<Form> forms, NameWords named, Language language) {
    String given = named.isEmpty() ? "" : named.folded(0);
    boolean full = forms.stream().anyMatch(form -> form.size() > 1);
    return full
        && isGivenAndFamily(named)
        && !RoleClasses.isListed("title", given)
        && !RoleWords.isRole(given, language)
        && forms.stream()
            .filter(form -> form.size() > 1)
            .flatMap(form -> form.folded().stream())
            .noneMatch(part -> NameDistance.from(part).to(given, PART_ALIKE) <= PART_ALIKE);
  }

  /** "Riad Maliki", "Riad al-Maliki". */
  private static boolean isGivenAndFamily(NameWords named) {
    return named.size() == 2
        || (named.size() == 3 && (named.folded(1).equals("al") || named.folded(1).equals("el")));
  }

  private static NameWords ending(NameWords named) {
    return named.size() < 2 ? named : NameWords.of(List.of(named.last()));
  }

  private double spelled(String name, NameWords named) {
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

  private boolean isSpelled(String part, NameWords named) {
    NameDistance distance = distances.computeIfAbsent(part, NameDistance::from);
    if (part.length() < SHORTEST_NAME) {
      return named.has(part)
          || named.words().stream().anyMatch(word -> isSame(distance, part, word.folded()));
    }
    for (int i = 0; i < named.size(); i++) {
      String word = named.folded(i);
      if (isNear(distance, word)
          || (i + 1 < named.size() && isNearTogether(part, distance, word + named.folded(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  /** "Fan" for «فان»: a short name in the other script, letter by letter. */
  private static boolean isSame(NameDistance distance, String part, String word) {
    return part.length() > 1
        && word.length() > 1
        && word.length() < SHORTEST_NAME
        && Language.detect(part) != Language.detect(word)
        && distance.to(word, LETTER_BY_LETTER) <= LETTER_BY_LETTER;
  }

  private static boolean isNear(NameDistance distance, String word) {
    return word.length() >= SHORTEST_NAME
        && distance.to(word, SAME_NAME_DISTANCE) <= SAME_NAME_DISTANCE;
  }

  /** "Jianxiong", «جيانشيونغ» for «جيان شيونغ»: printed as two words, of about as many letters. */
  private static boolean isNearTogether(String part, NameDistance distance, String words) {
    return part.length() >= 2 * SHORTEST_NAME - 1
        && Math.abs(part.length() - words.length()) <= 1
        && isNear(distance, words);
  }

  /** «وي وورك» for "WeWork". */
  private static boolean isTogether(String full, NameWords printed) {
    NameDistance distance = NameDistance.from(full);
    return full.length() > SHORTEST_NAME
        && printed.words().stream()
            .map(Word::folded)
            .anyMatch(
                word ->
                    word.length() > SHORTEST_NAME
                        && distance.to(word, SAME_NAME_DISTANCE) <= SAME_NAME_DISTANCE);
  }

  /**
   * Whether a full name, in either script, is spelled as another is printed.
   *
   * @param full the words of the name asked for, folded
   */
  static boolean areAlike(List<String> full, NameWords printed) {
    if (full.size() < 2) {
      return false;
    }
    if (printed.size() != full.size()) {
      return full.size() <= MOST_TOGETHER && isTogether(String.join("", full), printed);
    }
    double all = 0;
    for (int i = 0; i < full.size(); i++) {
      double distance = NameDistance.from(full.get(i)).to(printed.folded(i), PART_ALIKE);
      if (distance > PART_ALIKE) {
        return false;
      }
      all += distance;
    }
    return all / full.size() <= ALIKE;
  }
}
