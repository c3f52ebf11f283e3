package news.isnad.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import news.isnad.text.Html;

/**
 * The article's text as a page tells it to machines. It is only a candidate: some sites tell the
 * beginning of it, some the text of a page that shows readers less. Stateless.
 */
final class ToldBody {
  private static final Pattern TAG =
      Pattern.compile("(?i)<(p|br|div|li|h[1-6]|span|a|b|strong)\\b");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int FEWEST_WORDS = 40;

  /** So much of the shown text stands in the told one where both are of one article. */
  private static final double MOST = 0.8;

  /** So much longer the told text is where the page shows only a part. */
  private static final double LONGER = 1.25;

  /** So little they have in common where the page shows something else. */
  private static final double NOTHING = 0.05;

  private static final double AS_LONG = 0.5;
  private static final int RUN = 4;

  private ToldBody() {}

  /** The paragraphs of a text that may be HTML, without furniture. */
  static List<String> paragraphs(String told, String title) {
    if (TAG.matcher(told).find()) {
      return BodyText.of(Html.fragment(ArticleExtractor.capped(told)), title);
    }
    Furniture furniture = Furniture.shipped();
    return told.lines()
        .map(line -> line.replaceAll("[\\s\\u00A0]+", " ").strip())
        .filter(line -> !line.equals(title))
        .filter(line -> !furniture.isFurniture(line) && !furniture.isRelatedLine(line))
        .filter(line -> !furniture.isCopyright(line))
        .toList();
  }

  /**
   * The better one of two: what the page shows, unless that is nothing, a part of what is told, or
   * something else altogether.
   */
  static List<String> orShown(List<String> shown, List<String> told) {
    List<String> toldWords = words(told);
    if (toldWords.size() < FEWEST_WORDS) {
      return shown;
    }
    List<String> shownWords = words(shown);
    if (shownWords.size() < RUN) {
      return told;
    }
    Set<String> shownRuns = runs(shownWords);
    Set<String> toldRuns = runs(toldWords);
    double longer = (double) toldWords.size() / shownWords.size();
    double common = share(shownRuns, toldRuns);
    boolean isPart = common >= MOST && longer >= LONGER;
    boolean isElsewhere = common <= NOTHING && longer >= AS_LONG;
    return isPart || isElsewhere ? told : shown;
  }

  private static double share(Set<String> of, Set<String> in) {
    return (double) of.stream().filter(in::contains).count() / of.size();
  }

  private static List<String> words(List<String> paragraphs) {
    List<String> words = new ArrayList<>();
    for (String paragraph : paragraphs) {
      for (String word : NO_WORD.split(paragraph.toLowerCase(Locale.ROOT), -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private static Set<String> runs(List<String> words) {
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + RUN)));
    }
    return runs;
  }
}
