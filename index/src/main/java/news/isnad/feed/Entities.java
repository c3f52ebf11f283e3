package news.isnad.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Resolves entities: those of HTML, and those that the document defines itself. The latter are
 * replaced once and within a budget, so that nothing multiplies. Confined to one thread.
 */
final class Entities {
  private static final Pattern DEFINITION =
      Pattern.compile(
          "<!ENTITY\\s+([\\w.\\-]{1,64})\\s+(?:\"([^\"]{0,2000})\"|'([^']{0,2000})')\\s*>");
  private static final Pattern REFERENCE = Pattern.compile("&([\\w.\\-]{1,64});");
  private static final int MOST = 200;
  private static final int BUDGET = 1_000_000;

  private final Map<String, String> own = new HashMap<>();
  private int spent;

  /** Takes the definitions of an internal DTD subset; external ones are passed over. */
  void define(CharSequence doctype) {
    Matcher m = DEFINITION.matcher(doctype);
    while (own.size() < MOST && m.find()) {
      own.putIfAbsent(m.group(1), m.group(2) != null ? m.group(2) : m.group(3));
    }
  }

  String text(String raw) {
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    return Parser.unescapeEntities(withOwn(raw), false);
  }

  /** As in text, but a name without semicolon, as in an address, stays what it is. */
  String attribute(String raw) {
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    return Parser.unescapeEntities(withOwn(raw), true);
  }

  private String withOwn(String raw) {
    if (own.isEmpty()) {
      return raw;
    }
    return REFERENCE
        .matcher(raw)
        .replaceAll(
            m -> {
              String value = own.get(m.group(1));
              if (value == null || spent + value.length() > BUDGET) {
                return Matcher.quoteReplacement(m.group());
              }
              spent += value.length();
              return Matcher.quoteReplacement(value);
            });
  }
}
