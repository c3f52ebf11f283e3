package news.isnad.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Who wrote an article, as a line on its page says it: "By Ana Marsh and Tom Hale", «بقلم: فلان».
 * What stands before and behind the names is left out: offices, outlets, dates. Stateless.
 */
@SuppressWarnings("ReferenceEquality") // elements are told apart by what they are
final class Byline {
  private static final int LONGEST = 200;
  private static final int LONGEST_NAME = 60;
  private static final int MOST_WORDS = 6;
  private static final int MOST_ELEMENTS = 20;
  private static final int MOST_NAMES = 8;

  /** So many levels above one name and another is what holds both. */
  private static final int BESIDE = 2;

  /** From what says it for machines to what only is called so. */
  private static final List<String> MARKED =
      List.of(
          "[rel=author], [itemprop=author] [itemprop=name]",
          "[itemprop=author]",
          ".vcard .fn, .author-name, .authorName, .author__name, .byline__name, .byline-name",
          ".byline, [class*=byline], [class*=Byline], [data-testid*=byline]",
          ".author, .article-author, .post-author, .entry-author, .story-author, .p-author",
          ".username, .field--name-uid, .authors, [class*=author], [class*=writer],"
              + " [class*=writeBy]",
          "[property=author] [property=name], [property=author], [class*=auteur], .by",
          "address");

  private static final String ELSEWHERE =
      "aside, footer, nav, form, [class*=comment], [class*=related], [class*=recommend],"
          + " [class*=author-box], [class*=author-bio], [class*=authorbox], [class*=sidebar],"
          + " [class*=most-]";

  private static final Pattern INTRODUCED =
      Pattern.compile(
          "^(?iU:(?:story|words|text|report|article|analysis|opinion|review|posted|published|written|reported|reporting"
              + "|submitted|edited|compiled)?\\s?by|par|author(?:\\(?s\\)?)?:|writer:)(?![\\p{L}\\p{N}])[\\s:]*"
              + "|^(?:بقلم|كتب|كتبت|كتبه|كتبها|كتبوا|الكاتبة?|إعداد|اعداد|تحرير|تقرير|متابعة|تأليف|أعده|أعدته)"
              + "(?:\\s?[:/|ـ–—-]+\\s*|\\s+(?=\\p{L}))");

  /** Where the names end: a mark that parts, a date, another label. */
  private static final Pattern ENDING =
      Pattern.compile(
          "\\s*[|•·–—\\n(\\[\\t]|\\s-+\\s|\\s/\\s|\\s*\\p{Nd}"
              + "|(?iU:\\s+(?:on\\s+)?\\b(?:january|february|march|april|june|july|august|september"
              + "|october|november|december|updated|published|posted|last|mon|tues?|wed(?:nes)?"
              + "|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b)"
              + "|(?iU:\\s+(?:for|in|at|of|from)\\s)|\\s+(?:في|من|لـ|نشر|تحديث|آخر)(?!\\p{L})");

  private static final Pattern BETWEEN =
      Pattern.compile("\\s*(?:[,،;؛&]|(?<=\\s)(?:and|et|und)(?=\\s))\\s*");
  private static final Pattern STOP = Pattern.compile("(?<=\\p{L}{3})\\.$");
  private static final Pattern ARABIC_AND = Pattern.compile("\\s+و(?=\\p{L}{3})");

  private static final Pattern OFFICE =
      Pattern.compile(
          "(?iU)\\b(editor|reporter|correspondent|writer|staff|bureau|chief|producer|columnist"
              + "|journalist|analyst|contributor|desk|newsroom|news|press|agenc(y|ies)|service"
              + "|daily|times|post|media|online|wire|team|photographer|specialist|fellow)\\b|محرر|مراسل|صحفي|صحافي|كاتب|موفد|رئيس"
              + " تحرير|مكتب|وكالة|وكالات|صحيفة|جريدة|موقع|قناة");

  private static final Pattern SHORT_FORM = Pattern.compile("[A-Z]{2,5}");

  private static final Pattern NOBODY =
      Pattern.compile(
          "(?iU)(site |web ?)?(admin(istrator)?|editor|webmaster|user\\d*|root|guest|author|staff"
              + "|writer|super ?user|unknown|none|null|n/a|default|ad ?min)|المحرر?|محرر|أدمن|ادمن"
              + "|مدير الموقع|مشرف|الإدارة|الادارة|كاتب|غير معروف");

  private static final Pattern NAME =
      Pattern.compile("(?U)[\\p{Lu}\\p{Lo}\\p{Lt}][\\p{L}\\p{M}.'’\\-ـ ]*|[a-z]{1,4} \\p{Lu}.*");

  private Byline() {}

  /**
   * The names that a page shows, those of the best mark, else of the first line that introduces
   * them; empty where it shows none.
   *
   * @param behindHeading the short lines behind its heading
   */
  static List<String> shown(Document page, List<String> behindHeading) {
    for (String query : MARKED) {
      List<String> names = marked(page, query);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return behindHeading.stream()
        .map(Byline::introduced)
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Whoever stands beside the first one: those further on wrote something else, or comment. */
  private static List<String> marked(Document page, String query) {
    List<String> names = new ArrayList<>();
    Element first = null;
    for (Element element : page.select(query).stream().limit(MOST_ELEMENTS).toList()) {
      if (element.closest(ELSEWHERE) != null || (first != null && !isBeside(element, first))) {
        continue;
      }
      for (String name : names(text(element))) {
        first = element;
        if (names.size() < MOST_NAMES && !names.contains(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static boolean isBeside(Element element, Element first) {
    for (Element mine : upwards(element)) {
      for (Element its : upwards(first)) {
        if (mine == its) {
          return true;
        }
      }
    }
    return false;
  }

  /** An element and those that are not far above it. */
  private static List<Element> upwards(Element element) {
    List<Element> upwards = new ArrayList<>();
    for (Element at = element; at != null && upwards.size() <= BESIDE; at = at.parent()) {
      upwards.add(at);
    }
    return upwards;
  }

  private static String text(Element element) {
    return element.hasAttr("content") ? element.attr("content") : element.text();
  }

  /** The names that a line introduces; empty where it does not begin as a byline does. */
  static List<String> introduced(String line) {
    return INTRODUCED.matcher(line.strip()).lookingAt() && line.length() <= LONGEST
        ? names(line)
        : List.of();
  }

  /** Whether a line of the text is a byline and nothing else. */
  static boolean isLine(String line) {
    String tidy = line.strip();
    Matcher introduced = INTRODUCED.matcher(tidy);
    return tidy.length() <= LONGEST / 2
        && introduced.lookingAt()
        && !tidy.endsWith(".")
        && PlainTextExtractor.words(tidy) <= 2 * MOST_WORDS
        && !names(tidy).isEmpty();
  }

  /** The names in a text that is a byline, with or without its introduction. */
  static List<String> names(String text) {
    if (text.length() > LONGEST || text.contains("://") || text.contains("@")) {
      return List.of();
    }
    String tidy = text.replaceAll("[\\s\\u00A0]+", " ").strip();
    String bare = INTRODUCED.matcher(tidy).replaceFirst("").strip();
    Matcher ending = ENDING.matcher(bare);
    String line = ending.find() ? bare.substring(0, ending.start()) : bare;
    List<String> names = new ArrayList<>();
    String office = "";
    for (String part : BETWEEN.split(line, -1)) {
      for (String name : arabic(STOP.matcher(part.strip()).replaceFirst(""))) {
        boolean may = isName(name);
        boolean isOffice = OFFICE.matcher(name).find() || SHORT_FORM.matcher(name).matches();
        if (may && isOffice) {
          office = office.isEmpty() ? name : office;
        } else if (may && !names.contains(name)) {
          names.add(name);
        }
      }
    }
    return names.isEmpty() && !office.isEmpty() ? List.of(office) : names;
  }

  /** «و» joins two names where both have two words: else it may begin one. */
  private static List<String> arabic(String part) {
    String[] parts = ARABIC_AND.split(part, 2);
    boolean areNames =
        parts.length == 2
            && PlainTextExtractor.words(parts[0]) >= 2
            && PlainTextExtractor.words(parts[1]) >= 2;
    return areNames ? List.of(parts[0].strip(), parts[1].strip()) : List.of(part);
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_NAME
        && PlainTextExtractor.words(text) <= MOST_WORDS
        && NAME.matcher(text).matches()
        && !NOBODY.matcher(text).matches();
  }

  /** Names as they are told; empty for none. */
  static Optional<String> told(List<String> names) {
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }
}
