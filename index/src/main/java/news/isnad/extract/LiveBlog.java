package news.isnad.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page that reports as things happen: dated entries below one another. Each entry is its time and
 * its paragraphs, in the order of the page. That entries are dated makes no live blog, comments are
 * too: the page has to say that it is one, by what it tells machines or by the names of its parts.
 * Confined to one thread.
 */
@SuppressWarnings("ReferenceEquality") // elements are told apart by what they are
final class LiveBlog {
  private static final Pattern LIVE =
      Pattern.compile(
          "(?i)(^|[\\s_-])live(blog|stream|post|update|entry|feed|coverage|-|_|\\s|$)|liveblog");
  private static final Pattern CLOCK = Pattern.compile("(?U)(?<!\\d)\\d{1,2}[:.h]\\d{2}(?!\\d)");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[T"
              + " ](\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?");
  private static final String MARKS =
      "time, [datetime], [itemprop=datePublished], [class*=time], [class*=date]";
  private static final String DECLARED =
      "[itemtype*=LiveBlogPosting], [itemprop=liveBlogUpdate], [itemprop=liveBlogUpdates]";
  private static final int FEWEST = 3;
  private static final int LEVELS = 8;
  private static final int MOST_MARKS = 2_000;
  private static final int LONGEST_MARK = 60;
  private static final int RUNNING = 40;
  private static final double MOSTLY_LINKS = 0.5;

  private final List<Entry> entries;

  private LiveBlog(List<Entry> entries) {
    this.entries = entries;
  }

  /** An entry's time as printed, or as written for machines; and where it stands. */
  private record Entry(String time, Element element) {}

  /**
   * The live blog on a page that has not been cleaned yet.
   *
   * @param isTold whether the page says for machines that it is one
   */
  static Optional<LiveBlog> on(Document page, boolean isTold) {
    Element root = page.body();
    Map<Element, String> times = times(root);
    if (times.isEmpty()) {
      return Optional.empty();
    }
    boolean isDeclared = isTold || !page.select(DECLARED).isEmpty();
    Set<Element> lists = new LinkedHashSet<>();
    for (Element dated : times.keySet()) {
      Element list = dated.parent();
      if (dated != root && list != null && (isDeclared || isNamed(dated, list))) {
        lists.add(list);
      }
    }
    if (lists.isEmpty()) {
      return Optional.empty();
    }
    PageText texts = PageText.of(root);
    List<Entry> best = List.of();
    int most = 0;
    for (Element list : lists) {
      List<Entry> found = texts.holds(list) ? entries(list, times, texts) : List.of();
      int running = found.stream().mapToInt(entry -> texts.length(entry.element())).sum();
      if (found.size() >= FEWEST && running > most) {
        best = found;
        most = running;
      }
    }
    boolean isBulk = most * 2 > texts.running(root);
    return best.isEmpty() || !isBulk ? Optional.empty() : Optional.of(new LiveBlog(best));
  }

  /** The first time within each element that is not far above it, in the order of the page. */
  private static Map<Element, String> times(Element root) {
    Map<Element, String> times = new LinkedHashMap<>();
    for (Element mark : root.select(MARKS).stream().limit(MOST_MARKS).toList()) {
      Optional<String> time = time(mark);
      Element at = mark;
      for (int level = 0; time.isPresent() && at != null && at != root && level < LEVELS; level++) {
        times.putIfAbsent(at, time.get());
        at = at.parent();
      }
    }
    return times;
  }

  private static boolean isNamed(Element entry, Element list) {
    return LIVE.matcher(Boilerplate.names(entry)).find()
        || LIVE.matcher(Boilerplate.names(list)).find();
  }

  private static List<Entry> entries(Element list, Map<Element, String> times, PageText texts) {
    if (Boilerplate.isComments(list)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    for (Element child : list.children()) {
      String time = times.get(child);
      boolean isText =
          texts.length(child) >= RUNNING
              && texts.linkDensity(child) < MOSTLY_LINKS
              && !Boilerplate.isComments(child);
      if (time != null && isText) {
        entries.add(new Entry(time, child));
      }
    }
    return entries;
  }

  private static Optional<String> time(Element mark) {
    String printed = mark.text().strip();
    if (printed.length() <= LONGEST_MARK && CLOCK.matcher(printed).find()) {
      return Optional.of(printed);
    }
    return Stream.of("datetime", "content")
        .map(name -> readable(mark.attr(name)))
        .filter(time -> !time.isEmpty())
        .findFirst();
  }

  /** A moment as machines write it, for people; empty for anything else. */
  static String readable(String moment) {
    Matcher written = WRITTEN.matcher(moment.strip());
    if (!written.matches()) {
      return "";
    }
    String zone = Optional.ofNullable(written.group(3)).orElse("");
    String shown = zone.isEmpty() ? "" : zone.equals("Z") ? " UTC" : " UTC" + zone;
    return written.group(1) + " " + written.group(2) + shown;
  }

  /** The paragraphs of all entries, once the page has been cleaned. */
  List<String> paragraphs(Element root, String title) {
    List<String> all = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (Entry entry : entries) {
      if (ArticleExtractor.isWithin(entry.element(), root)) {
        add(entry.time(), BodyText.of(entry.element(), title), seen, all);
      }
    }
    return all;
  }

  /** The paragraphs of entries that were told for machines. */
  static List<String> paragraphs(List<JsonLd.Post> posts, String title) {
    List<String> all = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (JsonLd.Post post : posts) {
      List<String> text = new ArrayList<>();
      if (!post.headline().isEmpty() && !post.body().isEmpty()) {
        text.add(post.headline());
      }
      text.addAll(ToldBody.paragraphs(post.body(), title));
      add(readable(post.time()), text, seen, all);
    }
    return all;
  }

  /** An entry that is pinned to the top stands on the page twice. */
  private static void add(
      String time, List<String> text, Set<List<String>> seen, List<String> all) {
    List<String> words = text.stream().filter(paragraph -> !paragraph.equals(time)).toList();
    if (words.isEmpty() || !seen.add(words)) {
      return;
    }
    if (!time.isEmpty()) {
      all.add(time);
    }
    all.addAll(words);
  }
}
