package news.isnad.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.isnad.text.DateReader;
import news.isnad.text.Language;
import news.isnad.text.Words;

/**
 * Finds the article in text that has lost its mark-up, such as a page copied from a browser.
 *
 * <ul>
 *   <li>A paragraph is a line that ends as a sentence does, or is long. The article begins with the
 *       first one, or with a longish line between the headline and it.
 *   <li>Of the short lines before it, the first that is neither furniture, date, author nor caption
 *       and has some length is the headline, unless it has no word of the article and a later one
 *       has.
 *   <li>A label of related news takes with it every line up to the next paragraph, and one short
 *       line at least. A headline may end with a question mark, a quotation mark, dots or initials;
 *       with a full stop only right after the label.
 *   <li>A short line between two paragraphs stays (a subheading), unless it is furniture, a caption
 *       with its credit, or a date.
 *   <li>A line of copyright, comments or tags ends the article. Short lines after the last
 *       paragraph are none of it, unless its paragraphs go without full stops.
 *   <li>A text in which nothing is furniture is all article.
 *   <li>No paragraph at all, or headlines that take turns with one sentence each: no article.
 * </ul>
 *
 * <p>Paragraphs stay as printed, unbalanced quotation marks included. Immutable.
 */
public final class PlainTextExtractor {
  private static final String CLOSING = "[\"'”’»)\\]\\s\\p{Cf}]*$";
  private static final Pattern FULL_STOP = Pattern.compile("[^.…\\s][.۔]" + CLOSING);
  private static final Pattern INITIALS = Pattern.compile("(\\b\\p{Lu}\\.){2,}" + CLOSING);
  private static final Pattern OTHER_END = Pattern.compile("[.…!?؟:؛\"”»)]" + CLOSING);
  private static final Pattern SENTENCE_WITHIN = Pattern.compile("[.!?؟][\"'”»)]*\\s+\\S");
  private static final Pattern CRUMBS = Pattern.compile("\\s[>›»/|]\\s.*\\s[>›»/|]\\s|^\\S+ [>›] ");
  private static final Pattern DATE_SHAPE = Pattern.compile("\\p{L}|\\d[-/.]\\d+[-/.]\\d");
  private static final Pattern SAYS_PUBLISHED = Pattern.compile("(?i)publish|posted|نشر");
  private static final Pattern CLAIMS_ALL = Pattern.compile("(?i)(19|20)\\d\\d|reserved|محفوظ");
  private static final Pattern AGENCY = Pattern.compile("[(/]\\s*([^()/]{2,30})\\)?$");
  private static final Pattern PARTS = Pattern.compile("\\s*[|•·]\\s*");
  private static final int LONG_WORDS = 25;
  private static final int LONGER_THAN_HEADLINES = 18;
  private static final int LONGISH_WORDS = 15;
  private static final int SOME_WORDS = 12;
  private static final int FEW_WORDS = 6;
  private static final int HEADLINE_WORDS = 4;
  private static final int LONGEST_DATE = 100;
  private static final int LONGEST_END = 40;
  private static final int LONGEST_CRUMBS = 200;
  private static final int COMPARED_LINES = 200;
  private static final int COMPARED = 100_000;

  /** No article is longer: what stands behind is not read. */
  private static final int LONGEST = 2_000_000;

  /** More of them are no article. */
  private static final int MOST_LINES = 20_000;

  private static final int MENU_LINES = 6;

  private final Furniture furniture = Furniture.shipped();
  private final Outlets outlets = Outlets.shipped();
  private final DateReader dates = DateReader.noon();

  /** What is found in a text. */
  public ExtractedPage extract(String text) {
    List<String> all = PlainLines.of(text.substring(0, Math.min(LONGEST, text.length())));
    List<String> lines = all.subList(0, Math.min(MOST_LINES, all.size()));
    int first = firstParagraph(lines);
    if (first < 0) {
      return flash(lines);
    }
    boolean isBare = lines.stream().noneMatch(this::isSites);
    boolean isWithoutStops = isWithoutStops(lines);
    List<String> rest = lines.subList(first, lines.size());
    Head head = head(lines.subList(0, first), rest);
    List<String> body =
        new ArrayList<>(lead(lines.subList(head.end(), first), isBare, isWithoutStops));
    Reading reading = body(rest, isBare, isWithoutStops);
    body.addAll(reading.body());
    List<String> tail = rest.subList(reading.end(), rest.size());
    String joined = String.join("\n", body);
    return new ExtractedPage(
        head.title(),
        outlet(lines.subList(0, head.end()), tail),
        head.author(),
        head.published().or(() -> publishedBelow(tail)),
        Language.detect(joined),
        Optional.empty(),
        joined,
        isArticle(body, lines.size()));
  }

  /** No line is a paragraph: one longish line is a flash, anything else a menu or a list. */
  private ExtractedPage flash(List<String> lines) {
    boolean isFlash = lines.size() == 1 && words(lines.getFirst()) >= FEW_WORDS;
    String body = isFlash && !isSites(lines.getFirst()) ? lines.getFirst() : "";
    return new ExtractedPage(
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Language.detect(String.join("\n", lines)),
        Optional.empty(),
        body,
        !body.isEmpty());
  }

  private static boolean isArticle(List<String> body, int lines) {
    int words = body.stream().mapToInt(PlainTextExtractor::words).sum();
    boolean isMenu = words < LONG_WORDS && lines - body.size() >= MENU_LINES;
    return !isMenu && words >= HEADLINE_WORDS && !isTeasers(body);
  }

  /** Headlines that take turns with one short sentence each. */
  private static boolean isTeasers(List<String> body) {
    int sentences = 0;
    int headlines = 0;
    for (String line : body) {
      if (isEnded(line)) {
        sentences++;
        boolean isRunningText =
            words(line) > LONG_WORDS + 10 || SENTENCE_WITHIN.matcher(line).find();
        if (isRunningText) {
          return false;
        }
      } else {
        headlines += words(line) >= HEADLINE_WORDS ? 1 : 0;
      }
    }
    return sentences >= 3 && headlines >= sentences - 1;
  }

  /**
   * What stands before the first paragraph.
   *
   * @param end index after the headline; 0 where there is none
   */
  private record Head(
      String title, Optional<String> author, Optional<Instant> published, int end) {}

  private Head head(List<String> lines, List<String> rest) {
    int at = title(lines, rest);
    Optional<String> author = Optional.empty();
    Optional<Instant> above = Optional.empty();
    Optional<Instant> below = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      for (String part : PARTS.split(lines.get(i), -1)) {
        Optional<Instant> date = i == at ? Optional.empty() : dates(part);
        boolean isBelow = i > at || SAYS_PUBLISHED.matcher(part).find();
        if (isBelow) {
          below = below.or(() -> date);
        } else {
          above = above.or(() -> date);
        }
        if (i > at && at >= 0 && author.isEmpty()) {
          author = furniture.author(part);
        }
      }
    }
    Optional<Instant> top = above;
    return new Head(at < 0 ? "" : lines.get(at), author, below.or(() -> top), at + 1);
  }

  private int title(List<String> lines, List<String> rest) {
    Set<String> said =
        stems(String.join("\n", rest.subList(0, Math.min(COMPARED_LINES, rest.size()))));
    int best = -1;
    boolean isRelated = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      isRelated |= best >= 0 && furniture.isRelatedLabel(line);
      if (isRelated || isSites(line) || isCrumbs(line) || isDate(line)) {
        continue;
      }
      if (best < 0) {
        best = i;
      } else {
        int before = words(lines.get(best));
        int now = words(line);
        boolean isLonger = before < HEADLINE_WORDS && now > before;
        boolean isMeant =
            now > HEADLINE_WORDS && shared(line, said) >= 2 && shared(lines.get(best), said) == 0;
        boolean isByline = furniture.author(line).isPresent();
        best = (isLonger || isMeant) && !isByline ? i : best;
      }
    }
    return best;
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    String beginning = text.substring(0, Math.min(COMPARED, text.length()));
    Words.of(beginning, Language.detect(beginning)).forEach(word -> stems.add(word.stem()));
    return stems;
  }

  /** Number of words of some length that a line has in common with a text. */
  private static long shared(String line, Set<String> said) {
    return stems(line).stream().filter(stem -> stem.length() > 3 && said.contains(stem)).count();
  }

  /** Lines between the headline and the first paragraph that are part of the article. */
  private List<String> lead(List<String> lines, boolean isBare, boolean isWithoutStops) {
    int fewest = isBare ? FEW_WORDS - 1 : isWithoutStops ? SOME_WORDS : LONGISH_WORDS;
    List<String> lead = new ArrayList<>();
    for (String line : lines) {
      if (furniture.isRelatedLabel(line)) {
        break;
      }
      boolean isByline = furniture.author(PARTS.split(line, -1)[0]).isPresent();
      if (words(line) >= fewest && !isSites(line) && !isDate(line) && !isByline) {
        lead.add(line);
      }
    }
    return lead;
  }

  /**
   * The article from its first paragraph on.
   *
   * @param end index after its last line
   */
  private record Reading(List<String> body, int end) {}

  private Reading body(List<String> lines, boolean isBare, boolean isWithoutStops) {
    List<String> body = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    boolean isRelated = false;
    int passedOver = 0;
    int end = 0;
    int last = lastParagraph(lines);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (furniture.isEnd(line) || isFooter(line, i > last)) {
        break;
      }
      if (furniture.isRelatedLabel(line)) {
        isRelated = true;
        passedOver = 0;
      } else if (isRelated && isHeadlineLike(line, passedOver)) {
        passedOver++;
      } else if (isSites(line) || isDate(line)) {
        // Neither the article's nor the end of it.
        passedOver++;
      } else if (isParagraph(line)) {
        isRelated = false;
        body.addAll(waiting);
        body.add(line);
        waiting.clear();
        end = i + 1;
      } else if (!isRelated) {
        waiting.add(line);
      }
    }
    for (String line : waiting) {
      int words = words(line);
      if (isBare || words >= LONGISH_WORDS || (isWithoutStops && words >= FEW_WORDS)) {
        body.add(line);
      }
    }
    return new Reading(body, end);
  }

  /** True where a claim of copyright is the site's: a picture's stands among the paragraphs. */
  private boolean isFooter(String line, boolean isBelow) {
    return furniture.isCopyright(line) && (isBelow || CLAIMS_ALL.matcher(line).find());
  }

  private int lastParagraph(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (isOwnParagraph(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isOwnParagraph(String line) {
    return isParagraph(line) && !isSites(line);
  }

  /** In a block of related news: may be a headline or a caption of another article. */
  private static boolean isHeadlineLike(String line, int passedOver) {
    int words = words(line);
    return isStopped(line) ? passedOver == 0 && words < LONGISH_WORDS : words < LONG_WORDS;
  }

  /** The site's words, not the article's. */
  private boolean isSites(String line) {
    boolean isShort = words(line) < LONG_WORDS;
    return furniture.isFurniture(line)
        || furniture.isRelatedLabel(line)
        || furniture.isEnd(line)
        || furniture.isCopyright(line)
        || (isShort && (furniture.isRelatedLine(line) || isCredit(line)));
  }

  /** Also "The quay at dawn (Reuters)", where nothing follows the agency. */
  private boolean isCredit(String line) {
    Matcher agency = AGENCY.matcher(line);
    return furniture.isCredit(line) || (agency.find() && outlets.knows(agency.group(1)));
  }

  private static boolean isParagraph(String line) {
    int words = words(line);
    return words >= LONG_WORDS
        || (isStopped(line) && words >= 2)
        || (isEnded(line) && words >= SOME_WORDS);
  }

  private static boolean isStopped(String line) {
    String end = end(line);
    return FULL_STOP.matcher(end).find() && !INITIALS.matcher(end).find();
  }

  private static boolean isEnded(String line) {
    return OTHER_END.matcher(end(line)).find();
  }

  /** Enough of a line to see how it ends, however long it is. */
  private static String end(String line) {
    return line.substring(Math.max(0, line.length() - LONGEST_END));
  }

  private static boolean isCrumbs(String line) {
    return line.length() <= LONGEST_CRUMBS && CRUMBS.matcher(line).find();
  }

  /**
   * The first paragraph: a headline may look like one, so a full stop or length is needed. Where no
   * line has either, less length must do.
   */
  private int firstParagraph(List<String> lines) {
    int longish = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int words = words(line);
      boolean isOne = words >= LONG_WORDS || (isStopped(line) && words >= HEADLINE_WORDS);
      if ((isOne || words >= LONGER_THAN_HEADLINES) && !isSites(line) && !isDate(line)) {
        if (isOne) {
          return i;
        }
        longish = longish < 0 ? i : longish;
      }
    }
    return longish;
  }

  /** The habit of an outlet: most of its long lines end without punctuation. */
  private static boolean isWithoutStops(List<String> lines) {
    List<String> all = lines.stream().filter(line -> words(line) >= LONG_WORDS).toList();
    long open = all.stream().filter(line -> !isEnded(line)).count();
    return open * 2 > all.size();
  }

  private boolean isDate(String line) {
    for (String part : PARTS.split(line, -1)) {
      if (dates(part).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Optional<Instant> dates(String part) {
    return part.length() <= LONGEST_DATE && part.length() >= 8 && DATE_SHAPE.matcher(part).find()
        ? dates.read(part)
        : Optional.empty();
  }

  private Optional<Instant> publishedBelow(List<String> tail) {
    for (String line : tail) {
      for (String part : PARTS.split(line, -1)) {
        Optional<Instant> date =
            SAYS_PUBLISHED.matcher(part).find() ? dates(part) : Optional.empty();
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  /** The last line that claims the copyright, else a line that is the name of a known outlet. */
  private Optional<String> outlet(List<String> head, List<String> tail) {
    for (String line : tail.reversed()) {
      Optional<String> holder =
          furniture.isCopyright(line) ? outlets.ofCopyright(line) : Optional.empty();
      if (holder.isPresent()) {
        return holder;
      }
    }
    return head.stream().filter(outlets::knows).findFirst().map(outlets::known);
  }

  /** Number of words. */
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
