package news.isnad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PollPaceTest {
  private static final Duration INTERVAL = Duration.ofMinutes(10);

  private final PollPace least = new PollPace(INTERVAL, chance(0));

  @Test
  void afterSuccess_isTheInterval() {
    assertThat(least.pause(0, Optional.empty())).isEqualTo(INTERVAL);
  }

  @Test
  void afterFailures_doublesUpToTwelveHours() {
    assertThat(least.pause(1, Optional.empty())).isEqualTo(Duration.ofMinutes(20));
    assertThat(least.pause(3, Optional.empty())).isEqualTo(Duration.ofMinutes(80));
    assertThat(least.pause(1_000, Optional.empty())).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void longIntervals_areNotShortenedByFailures() {
    assertThat(new PollPace(Duration.ofDays(2), chance(0)).pause(1, Optional.empty()))
        .isEqualTo(Duration.ofDays(2));
  }

  @Test
  void whatTheServerAsked_isKeptUpToADay() {
    assertThat(least.pause(1, Optional.of(Duration.ofHours(3)))).isEqualTo(Duration.ofHours(3));
    assertThat(least.pause(1, Optional.of(Duration.ofDays(99)))).isEqualTo(Duration.ofDays(1));
    assertThat(least.pause(1, Optional.of(Duration.ofSeconds(1))))
        .isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void chance_addsUpToATenth() {
    assertThat(new PollPace(INTERVAL, chance(120_000)).pause(0, Optional.empty()))
        .isEqualTo(Duration.ofMinutes(11));
  }

  private static RandomGenerator chance(long bits) {
    return () -> bits;
  }
}
