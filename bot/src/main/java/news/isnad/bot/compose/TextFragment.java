package news.isnad.bot.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import news.isnad.answer.Citation;

/**
 * The address of a page that opens at the quoted words: {@code
 * #:~:text=first%20words,last%20words}.
 *
 * <ul>
 *   <li>A short quotation stands in it whole, of a longer one the first and the last words.
 *   <li>Everything but letters and digits of ASCII and {@code . _ ~} is percent-encoded: Arabic,
 *       and the signs with a meaning of their own there ({@code - , &}).
 *   <li>A fragment that the page has already stays before it.
 * </ul>
 */
final class TextFragment {
  private static final String DIRECTIVE = ":~:text=";
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~";

  /** Longer ones are given by their ends. */
  private static final int MOST_WORDS = 10;

  private static final int WORDS_OF_AN_END = 5;

  private TextFragment() {}

  /** The page of a citation, at its words. */
  static String at(URI page, Citation citation) {
    String address = page.toASCIIString();
    if (address.contains(DIRECTIVE)) {
      return address;
    }
    String text = text(citation.quote());
    return text.isEmpty()
        ? address
        : address + (page.getRawFragment() == null ? "#" : "") + DIRECTIVE + text;
  }

  private static String text(String quote) {
    List<String> words = List.of(quote.strip().split("[\\s\\u00A0]+"));
    boolean oneBlock = quote.strip().indexOf('\n') < 0;
    if (words.getFirst().isEmpty()) {
      return "";
    }
    if (words.size() <= MOST_WORDS && oneBlock) {
      return encoded(String.join(" ", words));
    }
    int end = Math.min(WORDS_OF_AN_END, Math.max(1, words.size() / 2));
    return encoded(firstBlock(quote, end))
        + (words.size() == 1 ? "" : "," + encoded(lastBlock(quote, end)));
  }

  /** Words of one paragraph: an end of a range may not reach into another. */
  private static String firstBlock(String quote, int most) {
    List<String> words = List.of(quote.strip().split("\n", 2)[0].strip().split("[\\s\\u00A0]+"));
    return String.join(" ", words.subList(0, Math.min(most, words.size())));
  }

  private static String lastBlock(String quote, int most) {
    String last = quote.strip().substring(quote.strip().lastIndexOf('\n') + 1).strip();
    List<String> words = List.of(last.split("[\\s\\u00A0]+"));
    return String.join(" ", words.subList(Math.max(0, words.size() - most), words.size()));
  }

  static String encoded(String text) {
    StringBuilder out = new StringBuilder();
    for (byte each : text.getBytes(UTF_8)) {
      char c = (char) (each & 0xFF);
      if (PLAIN.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
