package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of alerts over a Telegram that fails three times in ten. The build takes a share of it;
 * {@code -Disnad.alerts=whole} is all of it, and writes what {@code docs/quality/alerts.txt} says.
 */
class AlertSimulationTest {
  private static final boolean WHOLE = "whole".equals(System.getProperty("isnad.alerts"));

  @TempDir Path disk;

  /** In memory where the system has such a folder: nothing here depends on what survives. */
  private Path folder() throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory) ? Files.createTempDirectory(memory, "isnad") : disk;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Test
  void everythingArrivesOnceAndAtItsPace() throws IOException {
    AlertSimulation.Size size = WHOLE ? AlertSimulation.Size.WHOLE : AlertSimulation.Size.SHARE;
    long begun = System.nanoTime();
    Path folder = folder();
    AlertSimulation.Result result = new AlertSimulation(size, 11).run(folder);
    delete(folder);
    if (WHOLE) {
      AlertFigures.write("simulation", AlertFigures.of(size, result));
    }
    System.out.println(result + " in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
    assertThat(result.missing()).as(result.problems()).isZero();
    assertThat(result.unexpected()).as(result.problems()).isZero();
    assertThat(result.repeatedWithoutReason()).as(result.problems()).isZero();
    assertThat((result.repeated() - result.lostSends()) * 200)
        .isLessThanOrEqualTo(result.expected());
    assertThat(result.failed() * 10).isGreaterThan(result.calls() * 2);
    assertThat(result.beforeRetryAfter()).isZero();
    assertThat(result.fasterThanASecond()).isZero();
    assertThat(result.fasterThanAMinute()).isZero();
    assertThat(result.fasterOverall()).isZero();
  }
}
