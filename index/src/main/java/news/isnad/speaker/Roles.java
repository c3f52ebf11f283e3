package news.isnad.speaker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.isnad.config.Tables;
import news.isnad.lexicon.CountryForms;
import news.isnad.text.Language;
import news.isnad.text.Remembered;

/**
 * Tells whether a description means whoever was named with a role: "the French premier" after
 * "Prime Minister of France Luc Marel", «رئيس الحكومة» after «رئيس الوزراء سامي درويش».
 *
 * <ul>
 *   <li>What both are is the same by the table {@code offices.tsv}, or the description is wider:
 *       "the leader".
 *   <li>Whatever else the description says (a country, a company) stands in the role, too.
 *   <li>A deputy is not who is deputized for, nor is an adviser or a wife.
 * </ul>
 *
 * <p>Immutable, safe for concurrent use.
 */
final class Roles {
  private static final int LONGEST = 4;
  private static final int LONGEST_KEPT = 80;

  /** Behind these, English says of what. */
  private static final Set<String> ENDS =
      Set.of("of", "for", "at", "in", "to", "from", "with", "who", "near", "on", "and", "by");

  private static final Set<String> DEPUTIES = Set.of("deputy", "vice", "assistant", "shadow");

  /** Words of a description that need not stand in the role. */
  private static final Set<String> IDLE =
      Set.of(
          "own",
          "its",
          "his",
          "her",
          "their",
          "current",
          "new",
          "longtime",
          "veteran",
          "company",
          "firm",
          "club",
          "team",
          "side",
          "city",
          "town",
          "country",
          "nation",
          "then",
          "same",
          "top",
          "senior",
          "شركه",
          "فريق",
          "نادي",
          "بلاد",
          "دوله",
          "مدينه",
          "حالي",
          "جديد",
          "باسم");

  private static final Set<String> HONORIFICS =
      Set.of(
          "سمو",
          "معالي",
          "سعاده",
          "فخامه",
          "دوله",
          "جلاله",
          "فضيله",
          "سياده",
          "سيد",
          "سيده",
          "شيخ",
          "mr",
          "mrs",
          "ms",
          "sir",
          "dame",
          "his",
          "her",
          "excellency",
          "highness",
          "majesty");

  private static final Set<String> MASCULINE = Set.of("عمده", "علامه", "داعيه", "خليفه");
  private static final Set<String> FEMININE = Set.of("ام");

  private final Language language;
  private final CountryForms countries;
  private final Map<String, Set<String>> same = new HashMap<>();
  private final Map<String, Set<String>> wider = new HashMap<>();
  private final Remembered<Office> offices = new Remembered<>(this::read, LONGEST_KEPT);

  /** How a description fits a role. */
  enum Fit {
    NONE,
    /** Wider than the role: several may be meant. */
    WIDER,
    /** Another word for the same. */
    SAME,
    /** By the very word. */
    LITERAL
  }

  /**
   * What somebody is.
   *
   * @param heads what they are, one for each office
   * @param words all the words
   * @param rest the words of no head
   */
  private record Office(List<String> heads, Set<String> words, Set<String> rest) {}

  Roles(Language language, CountryForms countries) {
    this.language = language;
    this.countries = countries;
    int column = language == Language.ENGLISH ? 1 : 2;
    for (List<String> row : Tables.shipped("offices.tsv")) {
      add(same, row.get(column), row.getFirst());
      add(wider, row.get(column + 2), row.getFirst());
    }
  }

  private static void add(Map<String, Set<String>> phrases, String column, String key) {
    for (String phrase : Tables.alternatives(column)) {
      phrases.computeIfAbsent(Cast.key(phrase).replace('-', ' '), _ -> new HashSet<>()).add(key);
    }
  }

  /**
   * Whether a description means whoever has some roles, all as printed: "the Ohio senator" is a
   * senator, and "a Democrat from Ohio".
   */
  Fit fit(Collection<String> roles, String description) {
    Office wanted = offices.of(description);
    if (wanted.heads().isEmpty() || roles.isEmpty()) {
      return Fit.NONE;
    }
    Fit best = Fit.NONE;
    Set<String> said = Set.of();
    for (String role : roles) {
      Office has = offices.of(role);
      if (isDeputy(has) == isDeputy(wanted)) {
        for (String head : has.heads()) {
          Fit fit = fitHead(head, wanted.heads().getFirst());
          best = fit.compareTo(best) > 0 ? fit : best;
        }
      }
      said = said.isEmpty() ? has.words() : both(said, has.words());
    }
    return best == Fit.NONE || isAllSaid(wanted, said) ? best : Fit.NONE;
  }

  /** What somebody is, without of which country: «وزير الخارجية» of «وزير الخارجية المصري». */
  String withoutCountry(String role) {
    List<String> kept = new ArrayList<>();
    for (String word : role.split(" ", -1)) {
      if (!isOfCountry(Cast.key(word))) {
        kept.add(word);
      }
    }
    return String.join(" ", kept);
  }

  private boolean isOfCountry(String key) {
    return countries.isOne(language == Language.ARABIC ? "ال" + key : key)
        || countries.isOne(key)
        || key.equals("'s");
  }

  /** Whether a description says something else than all roles do: a goalkeeper is no striker. */
  boolean isOther(Collection<String> roles, String description) {
    Office wanted = offices.of(description);
    if (wanted.heads().isEmpty() || roles.isEmpty()) {
      return false;
    }
    String is = wanted.heads().getFirst();
    return !keys(same, is).isEmpty()
        && roles.stream()
            .flatMap(role -> offices.of(role).heads().stream())
            .allMatch(head -> !keys(same, head).isEmpty() && fitHead(head, is) == Fit.NONE);
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  private static boolean isDeputy(Office office) {
    return office.words().stream().anyMatch(DEPUTIES::contains);
  }

  private Fit fitHead(String has, String wanted) {
    if (language == Language.ARABIC && isFeminine(has) != isFeminine(wanted)) {
      return Fit.NONE;
    }
    if (has.equals(wanted)) {
      return Fit.LITERAL;
    }
    Set<String> keys = keys(same, has);
    if (!Collections.disjoint(keys, keys(same, wanted))) {
      return Fit.SAME;
    }
    if (Collections.disjoint(keys, keys(wider, wanted))) {
      return Fit.NONE;
    }
    boolean printed = // "the minister" for a foreign minister
        language == Language.ENGLISH ? has.endsWith(" " + wanted) : has.startsWith(wanted + " ");
    return printed ? Fit.LITERAL : Fit.WIDER;
  }

  private static boolean isFeminine(String head) {
    int end = head.indexOf(' ');
    String first = end < 0 ? head : head.substring(0, end);
    return FEMININE.contains(first) || (first.endsWith("ه") && !MASCULINE.contains(first));
  }

  private Set<String> keys(Map<String, Set<String>> phrases, String head) {
    Set<String> keys = phrases.getOrDefault(head, Set.of());
    return keys.isEmpty() && language == Language.ARABIC
        ? phrases.getOrDefault(masculine(head), Set.of())
        : keys;
  }

  /** «وزيره خارجيه» as the table has it. */
  private static String masculine(String head) {
    int end = head.indexOf(' ');
    String first = end < 0 ? head : head.substring(0, end);
    return first.endsWith("ه") && first.length() > 3
        ? first.substring(0, first.length() - 1) + (end < 0 ? "" : head.substring(end))
        : head;
  }

  private boolean isAllSaid(Office wanted, Set<String> said) {
    return wanted.rest().stream().allMatch(word -> IDLE.contains(word) || isSaid(word, said));
  }

  private boolean isSaid(String word, Set<String> said) {
    return said.contains(word) || said.stream().anyMatch(other -> areOne(word, other));
  }

  private boolean areOne(String one, String other) {
    return countries.areOne(one, other)
        || (isUnitedNations(one) && isUnitedNations(other))
        || (language == Language.ARABIC && ArabicDemonyms.areOne(one, other));
  }

  /** "the UN chief", "the United Nations", «الأممي», «الأمم المتحدة». */
  private static boolean isUnitedNations(String word) {
    return switch (word) {
      case "un", "u.n", "u.n.", "united", "nations", "اممي", "امم", "متحده" -> true;
      default -> false;
    };
  }

  private Office read(String printed) {
    List<String> words = new ArrayList<>();
    for (String word : Cast.key(printed).replace('-', ' ').split(" ", -1)) {
      boolean owner = word.equals("'s") || word.equals("s") || word.equals("a");
      if (!word.isEmpty() && !owner) {
        String whole = word.endsWith(".") ? word.substring(0, word.length() - 1) : word; // "Rep."
        words.add(withoutPreposition(whole));
      }
    }
    while (words.size() > 1 && HONORIFICS.contains(words.getFirst())) {
      words.removeFirst(); // «سمو ولي العهد»
    }
    return words.isEmpty()
        ? new Office(List.of(), Set.of(), Set.of())
        : language == Language.ENGLISH ? english(words) : arabic(words);
  }

  /** «للشركه», «بالحزب»: as «شركه», «حزب»; «الاب» as «اب», which keys do not. */
  private String withoutPreposition(String word) {
    if (language == Language.ENGLISH) {
      return word;
    }
    for (String clitic : new String[] {"ال", "بال", "لل"}) {
      if (word.startsWith(clitic) && word.length() >= clitic.length() + 2) {
        return word.substring(clitic.length());
      }
    }
    return word;
  }

  private Office english(List<String> words) {
    List<String> heads = new ArrayList<>();
    Set<String> rest = new LinkedHashSet<>(words);
    int cut = 0;
    while (cut < words.size() && (!ENDS.contains(words.get(cut)) || words.get(cut).equals("and"))) {
      cut++;
    }
    int at = 0;
    while (at < cut) {
      int to = phraseFrom(words, at);
      boolean ends = to == words.size() || (to > at && ENDS.contains(words.get(to)));
      if (to > at && ends) {
        heads.add(String.join(" ", words.subList(at, to)));
        words.subList(at, to).forEach(rest::remove);
        at = to;
      } else {
        boolean last = at + 1 == cut || words.get(at + 1).equals("and");
        if (last && !words.get(at).equals("and")) {
          heads.add(words.get(at));
          rest.remove(words.get(at));
        }
        at++;
      }
    }
    rest.removeAll(ENDS);
    return new Office(heads, Set.copyOf(words), rest);
  }

  private Office arabic(List<String> words) {
    List<String> heads = new ArrayList<>();
    Set<String> rest = new LinkedHashSet<>(words);
    int to = Math.max(1, phraseFrom(words, 0));
    heads.add(String.join(" ", words.subList(0, to)));
    words.subList(0, to).forEach(rest::remove);
    Set<String> all = new HashSet<>(words);
    for (int i = to; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("وال") && word.length() > 5) {
        all.add(word.substring(3)); // «وزير الشباب والرياضة» is «وزير الرياضة», too
      } else if (word.startsWith("ل") && word.length() > 3) {
        all.add(word.substring(1)); // «لشركة النور»
      }
      if (word.startsWith("وال") && word.length() > 5) {
        heads.add(word.substring(3)); // «الصحافي والمسؤول السابق»
      } else if (word.startsWith("و") && same.containsKey(word.substring(1))) {
        heads.add(word.substring(1)); // «رئيس ومدير الشركة»
      }
    }
    return new Office(heads, Set.copyOf(all), rest);
  }

  /** Where the longest phrase of the table ends that begins here; the same place without one. */
  private int phraseFrom(List<String> words, int from) {
    for (int to = Math.min(words.size(), from + LONGEST); to > from; to--) {
      String phrase = String.join(" ", words.subList(from, to));
      if (!keys(same, phrase).isEmpty() || !keys(wider, phrase).isEmpty()) {
        return to;
      }
    }
    return from;
  }
}
