package news.isnad.bot.terminal;

import java.util.Locale;
import news.isnad.ingest.Fuzz;

/** What {@code eval fuzz} prints. */
final class FuzzReport {
  private FuzzReport() {}

  static String of(Fuzz.Outcome outcome, long seed) {
    StringBuilder report = new StringBuilder();
    report.append(
        String.format(
            Locale.ROOT,
            "%,d mutations of %,d documents (seed %d, heap %,d MB): %,d failed, %,d took more than"
                + " a second, the slowest %,d ms%n",
            outcome.mutations(),
            outcome.documents(),
            seed,
            Runtime.getRuntime().maxMemory() >> 20,
            outcome.defects(),
            outcome.slow(),
            outcome.slowest().toMillis()));
    outcome.findings().forEach(finding -> report.append("  ").append(finding).append('\n'));
    return report.toString();
  }
}
