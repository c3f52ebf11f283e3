package news.isnad.bot.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Figures of one moment in the Prometheus text format. Labels are ids and words of ours: what
 * people or sources wrote cannot get in.
 */
final class MetricsPage {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_]+");

  private final Map<Metric, StringBuilder> samples = new EnumMap<>(Metric.class);

  /**
   * Puts in a figure.
   *
   * @param labels names and values, in turn
   */
  MetricsPage put(Metric metric, long value, String... labels) {
    StringBuilder lines = samples.computeIfAbsent(metric, _ -> new StringBuilder());
    lines.append(metric.key());
    for (int i = 0; i + 1 < labels.length; i += 2) {
      if (!LABEL.matcher(labels[i]).matches() || !LABEL.matcher(labels[i + 1]).matches()) {
        throw new IllegalArgumentException("not a label of ours");
      }
      lines.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
      lines.append(labels[i + 1]).append('"');
    }
    lines.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
    return this;
  }

  /** The page: every metric with what it is, in the order of {@link Metric}. */
  String text() {
    StringBuilder page = new StringBuilder();
    for (Metric metric : Metric.values()) {
      page.append(metric.heading()).append(samples.getOrDefault(metric, new StringBuilder()));
    }
    return page.toString();
  }
}
