package news.isnad.bot.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import news.isnad.text.Folding;

/** What people say to be polite, which asks for nothing: "hi", «شكرا جزيلا». Stateless. */
final class Pleasantries {
  private static final int MOST_WORDS = 6;

  /** Each of them is polite by itself. */
  private static final Set<String> ALONE =
      words(
          "hi hello hey hiya thanks thx cheers bye goodbye welcome thank good ok okay great"
              + " مرحبا مرحبتين اهلا اهلين هلا شكرا مشكور مشكوره السلام صباح مساء تحياتي باي هاي"
              + " العفو وعليكم تسلم ممتاز تمام");

  /** These go with them. */
  private static final Set<String> BESIDE =
      words(
          "morning afternoon evening day night you so much very a lot there bot again all everyone"
              + " عليكم السلام ورحمه الله وبركاته الخير النور وسهلا بك بكم جزيلا لك لكم كثيرا يا"
              + " بوت جميعا الورد");

  private Pleasantries() {}

  private static Set<String> words(String words) {
    return Arrays.stream(words.split(" ", -1))
        .map(Pleasantries::folded)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String folded(String word) {
    return Folding.fold(word).toLowerCase(Locale.ROOT);
  }

  /** Whether somebody said nothing else. */
  static boolean are(String typed) {
    List<String> words =
        Arrays.stream(folded(typed).split("[^\\p{L}\\p{N}]+", -1))
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS + 1L)
            .toList();
    return !words.isEmpty()
        && words.size() <= MOST_WORDS
        && ALONE.contains(words.getFirst())
        && words.stream().allMatch(word -> ALONE.contains(word) || BESIDE.contains(word));
  }
}
