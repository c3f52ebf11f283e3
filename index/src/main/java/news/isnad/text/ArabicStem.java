package news.isnad.text;

import java.util.Set;

/**
 * Light stem of a folded Arabic word.
 *
 * <ul>
 *   <li>proclitics fall off the front, repeatedly: و ف («وقال»), the article with or without ب ك
 *       («بالبيت»), لل («للوزير»), ب ل ك («بموسكو»), س before a verb of the present («سيقدم»)
 *   <li>a word that truly begins so keeps its letter («وزير», «بيان», «التزام»): table {@code
 *       arabic-own-words.txt}, compared with the word without its ending
 *   <li>و leaves at least three letters, ب ل ك ف leave four, the article two
 *   <li>endings fall off, repeatedly, leaving at least three letters: pronouns (ها هم نا), plural
 *       and dual (ات ون ين ان وا), relation and feminine (ية ي ة), verbal ت, accusative ا, يا of
 *       countries
 * </ul>
 *
 * <p>What is done depends on the remaining word only, never on what fell off before: so a word has
 * one stem with and without its clitics.
 */
final class ArabicStem {
  private static final Set<String> OWN = Lists.words("arabic-own-words.txt");
  private static final Set<String> ENDINGS =
      Set.of(
          "", "ا", "ه", "ي", "ت", "ها", "هم", "هن", "هما", "كم", "نا", "وا", "ون", "ين", "ان", "ات",
          "تا", "تان", "تين", "ته", "تها", "تهم", "تنا", "يا", "يه", "يين", "يون", "يات", "يان",
          "اته", "اتها", "اتهم", "اتنا", "يته", "يتها", "وه", "وها", "نه");
  private static final int LONGEST_OWN = OWN.stream().mapToInt(String::length).max().orElse(0);
  private static final String[] PRONOUNS = {"هما", "كما", "ها", "هم", "هن", "كم", "نا"};
  private static final String[] NUMBERS = {"تان", "تين", "ات", "ان", "ون", "ين", "وا"};
  private static final String[] RELATIONS = {"يا", "يه", "ي", "ه", "ا"};
  private static final int SHORTEST = 3;

  private ArabicStem() {}

  static String of(String folded) {
    String rest = folded;
    for (String next = withoutClitic(rest); !next.equals(rest); next = withoutClitic(rest)) {
      rest = next;
    }
    for (String next = withoutEnding(rest); !next.equals(rest); next = withoutEnding(rest)) {
      rest = next;
    }
    return rest;
  }

  /** The word without its outermost clitic; the word itself if it has none. */
  static String withoutClitic(String word) {
    int length = word.length();
    if (length < 4 || isOwn(word)) {
      return word;
    }
    char first = word.charAt(0);
    return switch (first) {
      case 'ا' -> word.startsWith("ال") && length >= 4 ? word.substring(2) : word;
      case 'و' -> length - 1 >= SHORTEST ? word.substring(1) : word;
      case 'ل' -> {
        if (word.startsWith("لل") && length >= 5) {
          yield isOwn(word.substring(1)) ? word.substring(1) : word.substring(2);
        }
        yield length - 1 >= 4 ? word.substring(1) : word;
      }
      case 'ف', 'ب', 'ك' -> length - 1 >= 4 ? word.substring(1) : word;
      case 'س' -> length - 1 >= 4 && "يتنا".indexOf(word.charAt(1)) >= 0 ? word.substring(1) : word;
      default -> word;
    };
  }

  private static boolean isOwn(String word) {
    for (int n = Math.min(word.length(), LONGEST_OWN); n >= 2; n--) {
      if (ENDINGS.contains(word.substring(n)) && OWN.contains(word.substring(0, n))) {
        return true;
      }
    }
    return false;
  }

  private static String withoutEnding(String word) {
    for (String pronoun : PRONOUNS) {
      int least = pronoun.length() == 2 && !pronoun.equals("ها") && !pronoun.equals("هم") ? 4 : 3;
      if (endsWith(word, pronoun, least)) {
        String owner = cut(word, pronoun.length());
        return endsWith(owner, "ت", SHORTEST) ? cut(owner, 1) : owner;
      }
    }
    for (String number : NUMBERS) {
      if (endsWith(word, number, SHORTEST)) {
        return cut(word, number.length());
      }
    }
    if (endsWith(word, "ته", SHORTEST)) {
      return cut(word, 2);
    }
    for (String relation : RELATIONS) {
      if (endsWith(word, relation, SHORTEST)) {
        return cut(word, relation.length());
      }
    }
    if (endsWith(word, "ت", SHORTEST) && "ويا".indexOf(word.charAt(word.length() - 2)) < 0) {
      return cut(word, 1);
    }
    return word;
  }

  private static boolean endsWith(String word, String ending, int least) {
    return word.length() - ending.length() >= least && word.endsWith(ending);
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
