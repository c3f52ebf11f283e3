package news.isnad.bot.compose;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A piece of Telegram HTML that is right by construction: text escaped, tags closed. Immutable.
 *
 * <p>Nothing else in the project writes a tag or escapes a character.
 */
public final class Markup {
  private final String html;
  private final String visible;

  private Markup(String html, String visible) {
    this.html = html;
    this.visible = visible;
  }

  /** Nothing. */
  public static Markup none() {
    return new Markup("", "");
  }

  /** A text of our own, or one that was cleaned before. */
  static Markup text(String text) {
    return new Markup(escaped(text), text);
  }

  /** A label from outside: cleaned, on one line, isolated. */
  public static Markup label(String text) {
    return text(Outside.isolated(Outside.label(text, Messages.LONGEST_LABEL)));
  }

  /** Words that were printed, on one line and verbatim. */
  static Markup words(String text) {
    return text(Outside.isolated(Outside.words(text, Messages.LONGEST_LABEL)));
  }

  /** A moment that each reader sees in the own zone; the fallback names its zone. */
  static Markup time(Instant moment, String format, String fallback) {
    String open = "<tg-time unix=\"" + moment.getEpochSecond() + "\" format=\"" + format + "\">";
    return new Markup(open + escaped(fallback) + "</tg-time>", fallback);
  }

  static Markup bold(Markup inner) {
    return wrapped("b", inner);
  }

  static Markup italic(Markup inner) {
    return wrapped("i", inner);
  }

  /** A labelled link; only the label where the address is not one of the web. */
  static Markup link(Optional<URI> address, Markup label) {
    Optional<String> target = address.filter(Markup::isOfTheWeb).map(URI::toASCIIString);
    return target
        .map(
            to ->
                new Markup(
                    "<a href=\"" + escaped(Outside.passage(to)) + "\">" + label.html + "</a>",
                    label.visible))
        .orElse(label);
  }

  static boolean isOfTheWeb(URI address) {
    String scheme = address.getScheme();
    return scheme != null
        && address.getHost() != null
        && (scheme.toLowerCase(Locale.ROOT).equals("https")
            || scheme.toLowerCase(Locale.ROOT).equals("http"));
  }

  private static Markup wrapped(String tag, Markup inner) {
    requireNonNull(inner, "inner is null");
    return new Markup("<" + tag + ">" + inner.html + "</" + tag + ">", inner.visible);
  }

  /** A text with pieces put in the place of its sentinel characters, from {@code first} on. */
  static Markup filled(String text, char first, java.util.List<Markup> pieces) {
    StringBuilder html = new StringBuilder();
    StringBuilder visible = new StringBuilder();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean end = i == text.length();
      int piece = end ? -1 : text.charAt(i) - first;
      if (end || (piece >= 0 && piece < pieces.size())) {
        html.append(escaped(text.substring(from, i)));
        visible.append(text, from, i);
        from = i + 1;
        if (!end) {
          html.append(pieces.get(piece).html);
          visible.append(pieces.get(piece).visible);
        }
      }
    }
    return new Markup(html.toString(), visible.toString());
  }

  /** This piece and then another. */
  Markup then(Markup next) {
    return new Markup(html + next.html, visible + next.visible);
  }

  Markup isolated() {
    return text(String.valueOf(Outside.FSI)).then(this).then(text(String.valueOf(Outside.PDI)));
  }

  /** As Telegram takes it. */
  public String html() {
    return html;
  }

  /** As a reader sees it. */
  public String visible() {
    return visible;
  }

  /** Length as Telegram counts it, in UTF-16 units after the tags are read. */
  public int length() {
    return visible.length();
  }

  public boolean isEmpty() {
    return visible.isEmpty();
  }

  /** The one escaping function of the project. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Markup that && that.html.equals(html);
  }

  @Override
  public int hashCode() {
    return html.hashCode();
  }

  @Override
  public String toString() {
    return html;
  }
}
