package news.isnad.bot.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The topics of a chat as a text file that people can read and change: one a line, with its
 * schedule, whether it is paused, and its forum topic. Waiting questions are not in it: they end.
 * Stateless.
 */
final class AlertFile {
  static final String NAME = "isnad-alerts.txt";

  private static final String FIRST = "# Isnad alerts";
  private static final String CHAT = "# chat ";
  private static final String TOLD = "told";
  private static final String PAUSED = "paused";
  private static final String NO_TOPIC = "-";
  private static final int MOST_LINES = 2_000;

  private AlertFile() {}

  /**
   * A line. Immutable.
   *
   * @param number of the line in the file, from 1
   * @param thread the forum topic, in the chat that the file is of
   */
  record Line(
      int number, String words, Optional<String> schedule, boolean paused, Optional<Long> thread) {}

  /**
   * What stands in a file. Immutable.
   *
   * @param chat the chat that it was written for
   */
  record Content(Optional<Long> chat, List<Line> lines) {}

  static boolean isOne(String text) {
    return text.stripLeading().startsWith(FIRST)
        || text.stripLeading().startsWith("\uFEFF" + FIRST);
  }

  static String write(long chat, List<Subscription> all) {
    StringBuilder out = new StringBuilder();
    out.append(FIRST).append('\n').append(CHAT).append(chat).append('\n');
    out.append("# topic <tab> schedule <tab> told or paused <tab> forum topic\n");
    for (Subscription each : all) {
      if (!each.question()) {
        out.append(each.words().replaceAll("\\s+", " "))
            .append('\t')
            .append(each.schedule())
            .append('\t')
            .append(each.paused() ? PAUSED : TOLD)
            .append('\t')
            .append(each.thread().map(String::valueOf).orElse(NO_TOPIC))
            .append('\n');
      }
    }
    return out.toString();
  }

  /** Reads whatever can be read; what is left out or wrong in a line is as usual. */
  static Content read(String text) {
    Optional<Long> chat = Optional.empty();
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith(CHAT)) {
        chat = number(line.substring(CHAT.length()).strip());
      }
      String plain = line.replace("\uFEFF", "");
      if (!plain.isBlank() && !plain.startsWith("#") && lines.size() < MOST_LINES) {
        lines.add(line(number, plain.split("\t", -1)));
      }
    }
    return new Content(chat, lines);
  }

  private static Line line(int number, String[] columns) {
    return new Line(
        number,
        columns[0].strip(),
        column(columns, 1).filter(text -> Schedule.read(text).isPresent()),
        column(columns, 2).filter(PAUSED::equals).isPresent(),
        column(columns, 3).flatMap(AlertFile::number));
  }

  private static Optional<String> column(String[] columns, int at) {
    return columns.length > at ? Optional.of(columns[at].strip()) : Optional.empty();
  }

  private static Optional<Long> number(String text) {
    return text.matches("-?[0-9]{1,17}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
