package news.isnad.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.text.DateReader;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * When an article was published, as its page says it to readers: in an element that is called so,
 * or in a short line behind the heading. What is said to be of an update counts only where nothing
 * else is said. Confined to one thread.
 */
final class ShownDate {
  private static final int LONGEST = 160;
  private static final int MOST_ELEMENTS = 40;
  private static final int MOST_WORDS = 24;
  private static final int LONGEST_DATE = 12;

  private static final String MARKED =
      "[class*=publish], [class*=posted], [class*=date], [class*=Date], [id*=date], [class*=time],"
          + " [class*=dateline], [class*=submitted], [class*=byline], [class*=meta], [class*=info]";

  private static final String ELSEWHERE =
      "aside, footer, nav, li, [class*=comment], [class*=related], [class*=recommend],"
          + " [class*=sidebar], [class*=most-], [class*=latest], [class*=ticker]";

  private static final Pattern BETWEEN =
      Pattern.compile(
          "[|•·\\n"
              + "]|(?=(?iU:\\b(?:first published|published|posted|last updated|updated|last"
              + " modified|modified)\\b))|(?=(?<!\\p{L})(?:نُ?شر|تاريخ النشر|آخر تحديث|تم"
              + " التحديث|حُ?دّ?ث|تحديث)(?!\\p{L}))");

  private static final Pattern UPDATED =
      Pattern.compile("(?iU)\\b(updated|modified|edited|reviewed)\\b|تحديث|حُدّث|تعديل");

  private static final Pattern LABEL =
      Pattern.compile(
          "^\\s*(?:(?iU:(?:first |last )?(?:published|posted|updated|modified|date)(?: on|"
              + " at)?)|(?:تم |تاريخ |آخر )?(?:نُ?شر|النشر|التحديث|تحديث)(?: في| بتاريخ|"
              + " يوم)?)\\s*[:：-]?\\s*");

  /** A year that news may be of, or a day between slashes or hyphens. */
  private static final Pattern YEAR =
      Pattern.compile("(?U)(?<!\\d)(?:\\d{4}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2})(?!\\d)");

  private static final Pattern DAY = Pattern.compile("(?U)\\p{L}{3,}|\\d[/.-]\\d");

  /** The earliest news that was put on the web. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private final DateReader dates;

  ShownDate(DateReader dates) {
    this.dates = dates;
  }

  /**
   * The date that a page shows.
   *
   * @param behindHeading the short lines behind its heading
   */
  Optional<Instant> on(Document page, List<String> behindHeading) {
    List<String> lines = new ArrayList<>();
    page.select(MARKED).stream()
        .limit(3L * MOST_ELEMENTS)
        .filter(element -> element.closest(ELSEWHERE) == null)
        .map(Element::text)
        .filter(text -> text.length() <= LONGEST)
        .limit(MOST_ELEMENTS)
        .forEach(lines::add);
    lines.addAll(behindHeading);
    return best(lines);
  }

  private Optional<Instant> best(List<String> lines) {
    Optional<Instant> updated = Optional.empty();
    for (String line : lines) {
      for (String piece : BETWEEN.split(line, -1)) {
        Optional<Instant> date = in(piece);
        if (date.isPresent() && !UPDATED.matcher(piece).find()) {
          return date;
        }
        updated = updated.or(() -> date);
      }
    }
    return updated;
  }

  /** The date that stands in a short text, among other words. */
  Optional<Instant> in(String text) {
    if (text.length() > LONGEST || !YEAR.matcher(text).find() || !DAY.matcher(text).find()) {
      return Optional.empty();
    }
    List<String> words =
        Arrays.stream(text.strip().split("[\\s\\u00A0]+", -1)).limit(MOST_WORDS).toList();
    for (int length = Math.min(LONGEST_DATE, words.size()); length > 0; length--) {
      for (int from = 0; from + length <= words.size(); from++) {
        String window = String.join(" ", words.subList(from, from + length));
        if (YEAR.matcher(window).find() && DAY.matcher(window).find()) {
          Optional<Instant> date = dates.read(tidy(window)).filter(EARLIEST::isBefore);
          if (date.isPresent()) {
            return date;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String tidy(String window) {
    return window.replaceAll("^[\\p{P}&&[^(]]+|[\\p{P}&&[^)]]+$", "");
  }

  /** Whether a line says when something was published or updated, and nothing else. */
  boolean isLine(String line) {
    if (line.length() > LONGEST / 2) {
      return false;
    }
    boolean found = false;
    for (String piece : BETWEEN.split(line, -1)) {
      Matcher label = LABEL.matcher(piece);
      String bare = (label.find() ? piece.substring(label.end()) : piece).strip();
      if (bare.isEmpty()) {
        continue;
      }
      boolean isDate =
          YEAR.matcher(bare).find()
              && DAY.matcher(bare).find()
              && dates.read(tidy(bare)).isPresent();
      if (!isDate) {
        return false;
      }
      found = true;
    }
    return found;
  }
}
