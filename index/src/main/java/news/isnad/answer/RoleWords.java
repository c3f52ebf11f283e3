package news.isnad.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.config.Tables;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Nouns for what somebody is: minister, captain, lawyer, «محامي». From the tables of words that the
 * attribution rules use. Immutable.
 */
final class RoleWords {
  private static final RoleWords ENGLISH = new RoleWords(Language.ENGLISH);
  private static final RoleWords ARABIC = new RoleWords(Language.ARABIC);

  /** Behind which a capitalised word is a name: "Newton-", but not "Vice-" or "Co-". */
  private static final Pattern DOUBLE_NAME =
      Pattern.compile("\\b(?!(?:Vice|Deputy|Co|Ex|Former|Sub|Under)-)\\p{Lu}\\p{L}+-$");

  private final Set<String> roles = new HashSet<>();
  private final Set<String> kin = new HashSet<>();

  private RoleWords(Language language) {
    for (List<String> row : Tables.shipped("speech-words-" + language.code() + ".tsv")) {
      switch (row.getFirst()) {
        case "role" -> add(roles, row.get(1));
        case "kin" -> {
          add(roles, row.get(1));
          add(kin, row.get(1));
        }
        default -> {}
      }
    }
  }

  private static void add(Set<String> words, String alternatives) {
    Tables.alternatives(alternatives).forEach(word -> words.add(Folding.fold(word)));
  }

  private static RoleWords of(Language language) {
    return language == Language.ARABIC ? ARABIC : ENGLISH;
  }

  /** Whether a folded word says what somebody is; «الوزير» as «وزير», "lawyers" as "lawyer". */
  static boolean isRole(String folded, Language language) {
    return has(of(language).roles, folded, language);
  }

  /** Every way to write such a word in a language that {@link #isRole} knows. */
  static Set<String> written(Language language) {
    Set<String> written = new HashSet<>();
    for (String role : of(language).roles) {
      written.add(role);
      written.add(language == Language.ARABIC ? "ال" + role : role + "s");
    }
    written.removeIf(word -> !isRole(word, language));
    return written;
  }

  /**
   * Whether somebody is named by what they are. The second part of a double name is none: Bishop in
   * "Julia Newton-Bishop".
   */
  static boolean isRoleNamed(String name, Language language) {
    return Words.of(name, language).stream()
        .anyMatch(word -> isRole(word.folded(), language) && !isOfDoubleName(word, name));
  }

  private static boolean isOfDoubleName(Word word, String name) {
    int start = word.span().start();
    return start > 1
        && name.charAt(start - 1) == '-'
        && Character.isUpperCase(name.charAt(start))
        && Character.isLetter(name.charAt(start - 2))
        && DOUBLE_NAME.matcher(name.substring(0, start)).find();
  }

  private static boolean has(Set<String> words, String folded, Language language) {
    String ending = language == Language.ARABIC ? "" : "s";
    String bare =
        language == Language.ARABIC && folded.startsWith("ال") && folded.length() > 4
            ? folded.substring(2)
            : folded;
    return words.contains(bare)
        || (!ending.isEmpty()
            && bare.endsWith(ending)
            && words.contains(bare.substring(0, bare.length() - 1)));
  }

  /**
   * The words of a name that only say to whom somebody belongs: Ronaldo in "Ronaldo's lawyers" and
   * «محامو رونالدو». Empty where nobody owns anybody.
   */
  static List<Word> owners(String name, Language language) {
    List<Word> words = Words.of(name, language);
    return switch (language) {
      case ENGLISH -> englishOwners(name, words);
      case ARABIC ->
          words.size() > 1 && has(ARABIC.kin, words.getFirst().folded(), language)
              ? words.subList(1, words.size())
              : List.of();
    };
  }

  private static List<Word> englishOwners(String name, List<Word> words) {
    int mark = Math.max(name.indexOf("'s "), name.indexOf("’s "));
    int of = mark < 0 ? -1 : name.lastIndexOf(" of ", mark); // "Tom Hale of the ferry's owner"
    return mark < 0
        ? List.of()
        : words.stream()
            .filter(word -> word.span().start() < mark && word.span().start() > of)
            .toList();
  }
}
