package news.isnad.feed;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Cuts a document into tags and texts. It takes every document: a {@code <} that begins no tag is
 * text, a tag without end ends with the document. Each character is looked at a fixed number of
 * times, whatever the document holds. Confined to one thread.
 */
final class MarkupScanner {
  /** Is told what comes, in order; false ends the scan. */
  interface Listener {
    /**
     * A tag that opens an element.
     *
     * @param name as written
     * @param attributes names in lower case, values decoded
     * @param from offset of the tag
     * @param to offset behind the tag
     */
    boolean open(String name, Map<String, String> attributes, boolean isEmpty, int from, int to);

    boolean close(String name, int from, int to);

    /**
     * A stretch of text.
     *
     * @param isLiteral true for CDATA: nothing in it is decoded
     */
    void text(int from, int to, boolean isLiteral);
  }

  private static final Pattern EXTERNAL = Pattern.compile("<!ENTITY[^>]{1,200}(SYSTEM|PUBLIC)\\s");
  private static final int MOST_ATTRIBUTES = 100;
  private static final int NONE = Integer.MAX_VALUE;
  private static final String CDATA = "<![CDATA[";

  private final String text;
  private final Entities entities;
  private final Problems problems;
  private final Listener listener;
  private int at;
  private boolean isEnded;

  /** The name of the element that was opened last, as written. */
  private String opened = "";

  /** Where what was searched for comes next. */
  private final Map<String, Integer> coming = new HashMap<>();

  /** No further terminator of the kind lies behind these offsets: asked once, not each time. */
  private final Map<String, Integer> missing = new LinkedHashMap<>();

  MarkupScanner(String text, Entities entities, Problems problems, Listener listener) {
    this.text = text;
    this.entities = entities;
    this.problems = problems;
    this.listener = listener;
  }

  void scan() {
    while (at < text.length() && !isEnded) {
      int tag = text.indexOf('<', at);
      if (tag < 0) {
        tag = text.length();
      }
      if (tag > at) {
        listener.text(at, tag, false);
      }
      at = tag;
      if (at < text.length()) {
        markup();
      }
    }
  }

  private void markup() {
    if (text.startsWith("<!--", at)) {
      comment();
    } else if (text.startsWith(CDATA, at)) {
      literal();
    } else if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
      doctype();
    } else if (text.startsWith("<!", at) || text.startsWith("<?", at)) {
      at = end(">", at + 2, "a declaration is not closed");
    } else if (text.startsWith("</", at)) {
      closingTag();
    } else if (at + 1 < text.length() && isNameStart(text.charAt(at + 1))) {
      openingTag();
    } else {
      listener.text(at, at + 1, false);
      at++;
    }
  }

  /** A comment that is not closed, or only by the end of another, ends where an item begins. */
  private void comment() {
    int from = at + 4;
    int close = next("-->", from);
    boolean isOpen = close == NONE || next("<!--", from) < close;
    int border = isOpen ? Math.min(next("<item", from), next("<entry", from)) : NONE;
    if (border < close) {
      problems.add("a comment is not closed");
      at = border;
    } else {
      at = end("-->", from, "a comment is not closed");
    }
  }

  /** A section that is not closed, or only by the end of another, ends with its element. */
  private void literal() {
    int from = at + CDATA.length();
    int close = next("]]>", from);
    int item = Math.min(next("</item", from), next("</entry", from));
    int border = Math.min(Math.min(next(CDATA, from), item), text.length());
    boolean isOpen = close == NONE || border < close;
    if (isOpen) {
      problems.add("a CDATA section is not closed");
    }
    int end = isOpen ? endOfOpened(from, border) : close;
    listener.text(from, end, true);
    at = isOpen ? end : close + "]]>".length();
  }

  /** Where the element that was opened last is closed, before a border. */
  private int endOfOpened(int from, int border) {
    int tag = text.indexOf("</", from, border);
    while (tag >= 0 && !text.startsWith(opened, tag + 2)) {
      tag = text.indexOf("</", tag + 2, border);
    }
    return tag < 0 ? border : tag;
  }

  /** Offset of what comes next, {@link #NONE} if nothing does; searched for once on its way. */
  private int next(String what, int from) {
    Integer known = coming.get(what);
    if (known != null && known >= from) {
      return known;
    }
    int found = text.indexOf(what, from);
    int offset = found < 0 ? NONE : found;
    coming.put(what, offset);
    return offset;
  }

  /** Offset behind the next terminator, or the end of the text. */
  private int end(String terminator, int from, String problem) {
    Integer known = missing.get(terminator);
    int found = known != null && from >= known ? -1 : text.indexOf(terminator, from);
    if (found < 0) {
      missing.putIfAbsent(terminator, from);
      problems.add(problem);
      return text.length();
    }
    return found + terminator.length();
  }

  private void doctype() {
    int close = end(">", at, "the DOCTYPE is not closed");
    int bracket = text.indexOf('[', at);
    if (bracket >= 0 && bracket < close) {
      // A bracket within a quoted value does not end the subset: only one before the final > does.
      int subset = text.indexOf("]", bracket);
      while (subset >= 0 && !startsAt('>', afterSpace(subset + 1))) {
        subset = text.indexOf("]", subset + 1);
      }
      if (subset >= 0) {
        String definitions = text.substring(bracket, subset);
        if (EXTERNAL.matcher(definitions).find()) {
          problems.add("what the DOCTYPE names elsewhere is not read");
        }
        entities.define(definitions);
        close = afterSpace(subset + 1) + 1;
      }
    }
    at = Math.min(close, text.length());
  }

  private boolean startsAt(char c, int offset) {
    return offset < text.length() && text.charAt(offset) == c;
  }

  private int afterSpace(int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private void closingTag() {
    int from = at;
    int i = at + 2;
    while (i < text.length() && isNamePart(text.charAt(i))) {
      i++;
    }
    String name = text.substring(from + 2, i);
    while (i < text.length() && text.charAt(i) != '>' && text.charAt(i) != '<') {
      i++;
    }
    if (startsAt('>', i)) {
      at = i + 1;
    } else {
      problems.add("a closing tag is not closed");
      at = i;
    }
    isEnded = !name.isEmpty() && !listener.close(name, from, at);
  }

  private void openingTag() {
    int from = at;
    int i = at + 1;
    while (i < text.length() && isNamePart(text.charAt(i))) {
      i++;
    }
    String name = text.substring(from + 1, i);
    opened = name;
    Map<String, String> attributes = new LinkedHashMap<>();
    boolean isEmpty = false;
    at = i;
    while (at < text.length()) {
      at = afterSpace(at);
      if (at >= text.length()) {
        break;
      }
      char c = text.charAt(at);
      if (c == '>') {
        at++;
        isEnded = !listener.open(name, attributes, isEmpty, from, at);
        return;
      }
      if (c == '<') {
        break;
      }
      isEmpty = c == '/';
      if (isNamePart(c)) {
        attribute(attributes);
      } else {
        at++;
      }
    }
    problems.add("a tag is not closed");
    isEnded = !listener.open(name, attributes, isEmpty, from, at);
  }

  private void attribute(Map<String, String> into) {
    int from = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at).toLowerCase(Locale.ROOT);
    int equals = afterSpace(at);
    if (!startsAt('=', equals)) {
      return;
    }
    at = afterSpace(equals + 1);
    String value = entities.attribute(startsAt('"', at) || startsAt('\'', at) ? quoted() : bare());
    if (into.size() < MOST_ATTRIBUTES) {
      into.putIfAbsent(name, value);
    }
  }

  private String quoted() {
    char quote = text.charAt(at);
    int from = at + 1;
    int to = end(String.valueOf(quote), from, "a value has no closing quotation mark");
    at = to;
    boolean isClosed = to > from && text.charAt(to - 1) == quote;
    if (isClosed) {
      return text.substring(from, to - 1);
    }
    // Never closed: it ends with its tag.
    int tag = text.indexOf('>', from);
    at = tag < 0 ? text.length() : tag;
    return text.substring(from, at);
  }

  private String bare() {
    int from = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && text.charAt(at) != '>'
        && text.charAt(at) != '<') {
      at++;
    }
    String value = text.substring(from, at);
    if (value.endsWith("/") && startsAt('>', at) && !value.contains(":")) {
      at--;
      return value.substring(0, value.length() - 1);
    }
    return value;
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
  }
}
