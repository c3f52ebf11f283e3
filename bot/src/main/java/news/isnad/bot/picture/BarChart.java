package news.isnad.bot.picture;

import static java.util.Objects.requireNonNull;

import java.util.List;
import news.isnad.bot.compose.Outside;
import news.isnad.text.Graphemes;

/**
 * Bars side by side, each in parts that stand on one another. Words may come from outside: they
 * lose what is not seen and are cut. Immutable.
 *
 * @param columns what stands at each bar, in the order of reading
 * @param series the parts; named beneath where there are several
 */
public record BarChart(String title, List<String> columns, List<Series> series, Bars bars) {
  private static final int LONGEST_LABEL = 32;
  private static final int LONGEST_TITLE = 80;

  public BarChart {
    title = shown(title, LONGEST_TITLE);
    columns = columns.stream().map(each -> shown(each, LONGEST_LABEL)).toList();
    series = List.copyOf(series);
    requireNonNull(bars, "bars is null");
    for (Series each : series) {
      if (each.values().size() != columns.size()) {
        throw new IllegalArgumentException("not one value for each column: " + each.name());
      }
    }
  }

  /** How bars stand: upright for days, lying where their names need room. */
  public enum Bars {
    UPRIGHT,
    LYING
  }

  /** A part of every bar. Immutable. */
  public record Series(String name, List<? extends Number> values) {
    public Series {
      name = shown(name, LONGEST_LABEL);
      values = List.copyOf(values);
    }
  }

  /** Marks of direction are for chats; a font draws them as boxes. */
  private static String shown(String words, int longest) {
    StringBuilder kept = new StringBuilder();
    Outside.line(words)
        .codePoints()
        .filter(point -> Character.getType(point) != Character.FORMAT)
        .limit(2L * longest)
        .forEach(kept::appendCodePoint);
    return Graphemes.shortened(kept.toString(), longest);
  }
}
