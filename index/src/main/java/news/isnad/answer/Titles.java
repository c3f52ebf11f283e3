package news.isnad.answer;

import java.util.List;
import java.util.Set;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * What stands around names as they are asked for: the body that somebody is of ("Loren Cannon of
 * the FBI"), and titles in front of Arabic names. A noun with its article and what agrees with it
 * stand beside a name («المفتشة نور حداد», «الوزير التونسي السابق سامي درويش»), while one without
 * it belongs to what follows («رئيسة الشركة»). Stateless.
 */
final class Titles {
  private static final String ARTICLE = "ال";
  private static final Set<String> OF = Set.of("of", "from", "at", "من");

  private Titles() {}

  /** A name as asked for without the title before it; the same where there is none. */
  static String without(String name, Language language) {
    String plain = withoutBody(name, language);
    return language == Language.ARABIC ? withoutTitle(plain) : plain;
  }

  /** "Loren Cannon of the FBI", «سامي درويش من النقابة»: the name of somebody. */
  private static String withoutBody(String name, Language language) {
    List<Word> words = Words.of(name, language);
    for (int i = 2; i + 1 < words.size(); i++) {
      if (OF.contains(words.get(i).folded())) {
        String before = name.substring(0, words.get(i).span().start()).strip();
        return isOnlyName(before, language) ? before : name;
      }
    }
    return name;
  }

  private static boolean isOnlyName(String before, Language language) {
    List<Word> words = Words.of(before, language);
    List<String> folded = words.stream().map(Word::folded).toList();
    boolean capitals =
        language == Language.ARABIC
            ? folded.stream().noneMatch(word -> word.startsWith(ARTICLE))
            : words.stream()
                .allMatch(word -> Character.isUpperCase(before.charAt(word.span().start())));
    return capitals
        && !RoleWords.isRoleNamed(before, language)
        && RoleClasses.in(language).nouns(folded).isEmpty()
        && folded.stream().noneMatch(word -> RoleWords.isRole(word, language));
  }

  private static String withoutTitle(String name) {
    List<Word> words = Words.of(name, Language.ARABIC);
    if (words.size() < 2 || !isRole(words.getFirst().folded())) {
      return name;
    }
    int end = 0;
    while (end < words.size() && isOfTitle(words.get(end).folded())) {
      end++;
    }
    boolean named = end > 0 && end < words.size() && isName(words.subList(end, words.size()));
    return named ? name.substring(words.get(end).span().start()) : name;
  }

  private static boolean isRole(String folded) {
    String masculine = folded.endsWith("ه") ? folded.substring(0, folded.length() - 1) : folded;
    return RoleWords.isRole(folded, Language.ARABIC)
        || RoleWords.isRole(masculine, Language.ARABIC);
  }

  private static boolean isOfTitle(String folded) {
    return folded.startsWith(ARTICLE) || RoleClasses.in(Language.ARABIC).is("former", folded);
  }

  /** Whether words are a name, and not what somebody is of: «باسم النقابة», «في الميناء». */
  private static boolean isName(List<Word> words) {
    String first = words.getFirst().folded();
    boolean bound = first.startsWith("ل") || first.equals(Folding.fold("باسم"));
    return !bound
        && words.stream().noneMatch(word -> StopWords.contains(Language.ARABIC, word.folded()))
        && RoleClasses.in(Language.ARABIC)
            .nouns(words.stream().map(Word::folded).toList())
            .isEmpty();
  }
}
