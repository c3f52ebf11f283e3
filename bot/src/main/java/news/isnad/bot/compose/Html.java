package news.isnad.bot.compose;

import java.util.ArrayList;
import java.util.List;
import news.isnad.text.Language;

/**
 * Lays a message out: lines, gaps and block quotes, in Telegram's HTML. Confined to one thread.
 *
 * <p>Each line has one direction, which Telegram takes from its first strong letter; a line that
 * begins with anything else gets a mark in front. Blocks are added whole: one that would pass the
 * budget is left out, so no tag, pair or isolate is ever cut.
 */
public final class Html {
  /** Working ceiling of a message; Telegram refuses 4096 and more, the rest is kept for edits. */
  public static final int CEILING = 3500;

  private static final char LEFT_TO_RIGHT = '\u200E';
  private static final char RIGHT_TO_LEFT = '\u200F';

  private final int budget;
  private final StringBuilder html = new StringBuilder();
  private int length;
  private boolean gap;
  private boolean behindQuotation;

  /** A message of at most {@link #CEILING} UTF-16 units. */
  public Html() {
    this(CEILING);
  }

  /** A message of at most {@code budget} UTF-16 units. */
  public Html(int budget) {
    this.budget = budget;
  }

  /** A line of the given language. False when it no longer fits. */
  public boolean line(Language language, Markup line) {
    if (line.isEmpty()) {
      return true;
    }
    Markup directed = directed(language, line);
    return block(directed.html(), directed.length(), false);
  }

  /** An empty line before the next block. A block quote needs none, it stands apart by itself. */
  public Html gap() {
    gap = true;
    return this;
  }

  /** A block quote. False when it no longer fits. */
  public boolean quotation(List<Line> lines) {
    return quotation("<blockquote>", lines);
  }

  /** A block quote that shows its first lines until it is touched. False when it does not fit. */
  public boolean expandable(List<Line> lines) {
    return quotation("<blockquote expandable>", lines);
  }

  private boolean quotation(String open, List<Line> lines) {
    List<String> inner = new ArrayList<>();
    int size = lines.size() - 1;
    for (Line line : lines) {
      Markup directed = line.text.isEmpty() ? line.text : directed(line.language, line.text);
      inner.add(directed.html());
      size += directed.length();
    }
    return lines.isEmpty() || block(open + String.join("\n", inner) + "</blockquote>", size, true);
  }

  private boolean block(String block, int size, boolean quotation) {
    String before =
        html.isEmpty() || (quotation && !behindQuotation)
            ? ""
            : gap && !behindQuotation ? "\n\n" : "\n";
    if (quotation && !html.isEmpty()) {
      before = "\n";
    }
    if (length + before.length() + size > budget) {
      return false;
    }
    html.append(before).append(block);
    length += before.length() + size;
    gap = false;
    behindQuotation = quotation;
    return true;
  }

  /** UTF-16 units still free. */
  public int free() {
    return budget - length - 2;
  }

  /** As Telegram takes it. */
  public String html() {
    return html.toString();
  }

  /** A line inside a block quote, with the language that gives its direction. Immutable. */
  public record Line(Language language, Markup text) {}

  /** Puts a mark before each line whose first character is no letter of the language. */
  static Markup directed(Language language, Markup line) {
    String visible = line.visible();
    int first = visible.codePointAt(0);
    byte direction = Character.getDirectionality(first);
    boolean right =
        direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    boolean left = direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    return switch (language) {
      case ARABIC -> right ? line : Markup.text(String.valueOf(RIGHT_TO_LEFT)).then(line);
      case ENGLISH -> left ? line : Markup.text(String.valueOf(LEFT_TO_RIGHT)).then(line);
    };
  }
}
