package news.isnad.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.isnad.text.DateReader;
import news.isnad.text.Language;

/**
 * Finds the article in text that has lost its mark-up, such as a page copied from a browser.
 *
 * <ul>
 *   <li>A paragraph is a line that ends as a sentence does, or is long. The article begins with the
 *       first one.
 *   <li>Of the short lines before it, the first that is neither furniture, date, author nor caption
 *       and has some length is the headline.
 *   <li>A label of related news takes with it every line up to the next paragraph. A headline may
 *       end with a question mark or a quotation mark; it does not end with a full stop.
 *   <li>A short line between two paragraphs stays (a subheading), unless it is furniture or a
 *       credit.
 *   <li>A line of copyright, comments or tags ends the article; short lines after the last
 *       paragraph are none of it.
 *   <li>Lines wrapped at a fixed width are joined.
 * </ul>
 *
 * <p>Paragraphs stay as printed, unbalanced quotation marks included. Immutable.
 */
public final class PlainTextExtractor {
  private static final Pattern EDGES = Pattern.compile("^[\\s\u00A0\uFEFF]+|[\\s\u00A0]+$");
  private static final Pattern FULL_STOP = Pattern.compile("[.…][\"'”»)\\]\\s]*$");
  private static final Pattern OTHER_END = Pattern.compile("[!?؟:؛\"”»)][\"'”»)\\]\\s]*$");
  private static final Pattern CRUMBS = Pattern.compile("\\s[>›»/|]\\s.*\\s[>›»/|]\\s");
  private static final Pattern LIST = Pattern.compile("^\\s*([-*•–]|\\d{1,2}[.)])\\s");
  private static final int LONG_WORDS = 25;
  private static final int SOME_WORDS = 12;
  private static final int HEADLINE_WORDS = 4;
  private static final int FEWEST_WORDS = 5;
  private static final int NARROWEST_WRAP = 45;
  private static final int WIDEST_WRAP = 100;

  private final Furniture furniture = Furniture.shipped();
  private final Outlets outlets = Outlets.shipped();
  private final DateReader dates = DateReader.noon();

  /** What is found in a text; the title is empty and the body everything where it has no shape. */
  public ExtractedPage extract(String text) {
    List<String> lines = lines(text);
    int first = firstParagraph(lines);
    Head head = first < 0 ? shapeless(lines) : head(lines.subList(0, first));
    List<String> body =
        first < 0
            ? withoutFurniture(lines, head.title())
            : body(lines.subList(first, lines.size()));
    String joined = String.join("\n", body);
    return new ExtractedPage(
        head.title(),
        outlet(lines),
        head.author(),
        head.published(),
        Language.detect(joined.isEmpty() ? head.title() : joined),
        Optional.empty(),
        joined,
        words(joined) >= FEWEST_WORDS);
  }

  private record Head(String title, Optional<String> author, Optional<Instant> published) {}

  private Head head(List<String> lines) {
    String title = "";
    String shorter = "";
    Optional<String> author = Optional.empty();
    Optional<Instant> published = Optional.empty();
    for (String line : lines) {
      Optional<Instant> date = date(line);
      Optional<String> by = furniture.author(line);
      if (date.isPresent()) {
        published = published.or(() -> date);
      } else if (by.isPresent() && !title.isEmpty()) {
        author = author.or(() -> by);
      } else if (title.isEmpty() && isHeadline(line)) {
        if (words(line) >= HEADLINE_WORDS) {
          title = line;
        } else if (line.length() > shorter.length()) {
          shorter = line;
        }
      }
    }
    return new Head(title.isEmpty() ? shorter : title, author, published);
  }

  private boolean isHeadline(String line) {
    return !furniture.isFurniture(line)
        && !furniture.isRelatedLabel(line)
        && !furniture.isCredit(line)
        && !furniture.isCopyright(line)
        && !CRUMBS.matcher(line).find();
  }

  /**
   * No line has the shape of a paragraph: a flash. Its first line is the title if others follow.
   */
  private Head shapeless(List<String> lines) {
    List<String> own = withoutFurniture(lines, "");
    return new Head(own.size() > 1 ? own.getFirst() : "", Optional.empty(), Optional.empty());
  }

  private List<String> withoutFurniture(List<String> lines, String title) {
    return lines.stream()
        .filter(line -> isHeadline(line) && !furniture.isEnd(line) && !line.equals(title))
        .toList();
  }

  private List<String> body(List<String> lines) {
    List<String> body = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    boolean isRelated = false;
    for (String line : lines) {
      if (furniture.isCopyright(line) || furniture.isEnd(line)) {
        break;
      }
      if (furniture.isRelatedLabel(line)) {
        isRelated = true;
        waiting.clear();
      } else if (furniture.isRelatedLine(line)) {
        waiting.clear();
      } else if (isParagraph(line) && !(isRelated && isHeadlineLike(line))) {
        isRelated = false;
        if (!furniture.isFurniture(line)) {
          body.addAll(waiting);
          body.add(line);
        }
        waiting.clear();
      } else if (!isRelated && isSubheading(line)) {
        waiting.add(line);
      }
    }
    return body;
  }

  private boolean isSubheading(String line) {
    return isHeadline(line) && date(line).isEmpty();
  }

  /** Ends like a sentence and still can be the headline of another article. */
  private static boolean isHeadlineLike(String line) {
    return !FULL_STOP.matcher(line).find() && words(line) < LONG_WORDS;
  }

  private boolean isParagraph(String line) {
    int words = words(line);
    if (words >= LONG_WORDS) {
      return true;
    }
    if (FULL_STOP.matcher(line).find()) {
      return words >= 2 && !furniture.isCredit(line);
    }
    return OTHER_END.matcher(line).find() && words >= SOME_WORDS && !furniture.isCredit(line);
  }

  /** The first paragraph: a headline may look like one, so a full stop or length is needed. */
  private int firstParagraph(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (furniture.isCopyright(line) || furniture.isFurniture(line) || furniture.isCredit(line)) {
        continue;
      }
      if (words(line) >= LONG_WORDS
          || (FULL_STOP.matcher(line).find() && words(line) >= HEADLINE_WORDS)) {
        return i;
      }
    }
    return -1;
  }

  private Optional<Instant> date(String line) {
    return line.length() > 100 ? Optional.empty() : dates.read(line);
  }

  /** The line that claims the copyright, from the end. */
  private Optional<String> outlet(List<String> lines) {
    for (String line : lines.reversed()) {
      if (furniture.isCopyright(line)) {
        Optional<String> named = outlets.ofCopyright(line);
        if (named.isPresent()) {
          return named;
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    List<String> group = new ArrayList<>();
    for (String line : (text + "\n").split("\\R", -1)) {
      String tidy = EDGES.matcher(line).replaceAll("");
      if (tidy.isEmpty()) {
        lines.addAll(unwrapped(group));
        group.clear();
      } else {
        group.add(tidy);
      }
    }
    return lines;
  }

  /** Neighbouring lines of about one width, of which only the last may be shorter, are one. */
  private static List<String> unwrapped(List<String> group) {
    if (group.size() < 2) {
      return List.copyOf(group);
    }
    for (int i = 0; i < group.size() - 1; i++) {
      int length = group.get(i).length();
      boolean isWrapped = length >= NARROWEST_WRAP && length <= WIDEST_WRAP;
      if (!isWrapped || LIST.matcher(group.get(i + 1)).find()) {
        return List.copyOf(group);
      }
    }
    long stops =
        group.stream().limit(group.size() - 1L).filter(l -> FULL_STOP.matcher(l).find()).count();
    boolean isList = stops * 2 > group.size() - 1 || group.getLast().length() > WIDEST_WRAP;
    return isList ? List.copyOf(group) : List.of(String.join(" ", group));
  }

  static int words(String text) {
    int words = 0;
    boolean isIn = false;
    for (int i = 0; i < text.length(); i++) {
      boolean isLetter = Character.isLetterOrDigit(text.charAt(i));
      words += isLetter && !isIn ? 1 : 0;
      isIn = isLetter || (isIn && !Character.isWhitespace(text.charAt(i)));
    }
    return words;
  }
}
