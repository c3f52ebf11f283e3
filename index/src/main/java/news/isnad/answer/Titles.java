package news.isnad.answer;

import java.util.List;
import news.isnad.text.Folding;
import news.isnad.text.Language;
import news.isnad.text.StopWords;
import news.isnad.text.Word;
import news.isnad.text.Words;

/**
 * Titles in front of Arabic names. A noun with its article and what agrees with it stand beside a
 * name («المفتشة نور حداد», «الوزير التونسي السابق سامي درويش»), while one without it belongs to
 * what follows («رئيسة الشركة»). Stateless.
 */
final class Titles {
  private static final String ARTICLE = "ال";

  private Titles() {}

  /** A name as asked for without the title before it; the same where there is none. */
  static String without(String name, Language language) {
    List<Word> words = Words.of(name, language);
    if (language != Language.ARABIC || words.size() < 2 || !isRole(words.getFirst().folded())) {
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
