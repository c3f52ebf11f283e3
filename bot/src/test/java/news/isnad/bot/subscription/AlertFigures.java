package news.isnad.bot.subscription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keeps {@code docs/quality/alerts.txt}: a section for each measurement, replaced by a new run. */
final class AlertFigures {
  private static final Path FILE =
      Path.of("").toAbsolutePath().resolveSibling("docs").resolve("quality/alerts.txt");

  private AlertFigures() {}

  static List<String> of(AlertSimulation.Size size, AlertSimulation.Result result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d simulated hours, %d chats, %d subscriptions, %d sources, %d items",
            size.day().toHours(),
            size.chats(),
            size.subscriptions(),
            size.sources(),
            size.items()));
    lines.add(
        String.format(
            Locale.ROOT,
            "calls %d, of which failed %d (%.1f %%: 429, 500, cut before; answers lost %d)",
            result.calls(),
            result.failed(),
            100.0 * result.failed() / result.calls(),
            result.lostAnswers()));
    lines.add(
        String.format(
            Locale.ROOT,
            "messages: %d alerts, %d digests and catch-ups, %d edits",
            result.alertMessages(),
            result.digestMessages(),
            result.edits()));
    lines.add(
        String.format(
            Locale.ROOT,
            "stories to tell %d, arrived %d, missing %d, told to the wrong chat %d",
            result.expected(),
            result.arrived(),
            result.missing(),
            result.unexpected()));
    lines.add(
        String.format(
            Locale.ROOT,
            "told twice after a lost answer %d (%.2f %%), told twice otherwise %d",
            result.repeated() - result.repeatedWithoutReason(),
            100.0 * (result.repeated() - result.repeatedWithoutReason()) / result.expected(),
            result.repeatedWithoutReason()));
    lines.add(
        String.format(
            Locale.ROOT,
            "of %d calls that Telegram took %.2f %% lost their answer: %d new messages, which are"
                + " repeated, and %d edits, which change nothing a second time",
            result.took(),
            100.0 * result.lostAnswers() / result.took(),
            result.lostSends(),
            result.lostAnswers() - result.lostSends()));
    lines.add(
        "by arithmetic .003 of all calls lose their answer, and .70 get one: .003 / .703 = 0.43 %"
            + " of what Telegram took is repeated,");
    lines.add(
        "each repeat with all the stories of its message, however many messages there are; it"
            + " cannot be asked whether a message arrived");
    lines.add(
        String.format(
            Locale.ROOT,
            "calls before retry_after ended %d, within a second of another in the chat %d, beyond"
                + " 20 a minute in a group %d, beyond 30 a second %d",
            result.beforeRetryAfter(),
            result.fasterThanASecond(),
            result.fasterThanAMinute(),
            result.fasterOverall()));
    return lines;
  }

  /** Puts a section in the place of the one before. */
  static void write(String name, List<String> lines) {
    try {
      List<String> all = new ArrayList<>();
      boolean inside = false;
      boolean written = false;
      for (String line : Files.exists(FILE) ? Files.readAllLines(FILE) : List.<String>of()) {
        if (line.startsWith("[")) {
          inside = line.equals("[" + name + "]");
          if (inside) {
            section(name, lines, all);
            written = true;
          }
        }
        if (!inside) {
          all.add(line);
        }
      }
      if (!written) {
        section(name, lines, all);
      }
      Files.createDirectories(FILE.getParent());
      Files.write(FILE, all);
    } catch (IOException e) {
      throw new UncheckedIOException("figures cannot be written", e);
    }
  }

  private static void section(String name, List<String> lines, List<String> all) {
    all.add("[" + name + "]");
    all.addAll(lines);
    all.add("");
  }
}
