package news.isnad.bot.operator;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import news.isnad.article.Edition;
import news.isnad.bot.telegram.Call;

/**
 * Tells whether something to be said shows words of editions: thirty letters in a row, or a whole
 * title. Marks, spaces and tags between them do not count. Immutable.
 */
final class ArticleWords implements Predicate<Call> {
  private static final int RUN = 30;
  private static final int SHORTEST_TITLE = 10;
  private static final Pattern TAG_OR_ENTITY = Pattern.compile("<[^<>]*>|&[a-z]{2,4};");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Set<String> runs = new HashSet<>();
  private final Set<String> titles = new HashSet<>();

  ArticleWords(Collection<Edition> editions) {
    for (Edition edition : editions) {
      add(letters(edition.text()));
      String title = letters(edition.title());
      if (title.length() >= SHORTEST_TITLE) {
        titles.add(title);
      }
    }
  }

  private void add(String letters) {
    for (int at = 0; at + RUN <= letters.length(); at++) {
      runs.add(letters.substring(at, at + RUN));
    }
    if (letters.length() < RUN && letters.length() >= SHORTEST_TITLE) {
      titles.add(letters);
    }
  }

  @Override
  public boolean test(Call call) {
    return switch (call) {
      case Call.SendMessage send -> isIn(send.message().html());
      case Call.EditMessage edit -> isIn(edit.message().html());
      case Call.SendDocument send -> isIn(send.content()) || isIn(send.caption());
      case Call.AnswerInline answer ->
          answer.results().stream().anyMatch(each -> isIn(each.message().html()));
      case Call.AnswerGuest answer -> isIn(answer.result().message().html());
      case Call.AnswerCallback answer -> answer.text().filter(this::isIn).isPresent();
      default -> false;
    };
  }

  private boolean isIn(String said) {
    String letters = letters(TAG_OR_ENTITY.matcher(said).replaceAll(""));
    for (int at = 0; at + RUN <= letters.length(); at++) {
      if (runs.contains(letters.substring(at, at + RUN))) {
        return true;
      }
    }
    return titles.stream().anyMatch(letters::contains);
  }

  private static String letters(String text) {
    return NO_LETTER.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
