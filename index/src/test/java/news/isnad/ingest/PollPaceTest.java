package news.isnad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import news.isnad.article.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollPaceTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final PollIntervals INTERVALS = new PollIntervals(Duration.ofMinutes(1), INTERVAL);

  private final PollPace least = new PollPace(INTERVALS, () -> 0);

  private static Source source(OptionalDouble perDay, int daysKnown) {
    return new Source(
        1,
        "The Harbour Post",
        URI.create("https://harbour.example/feed"),
        Source.Kind.FEED,
        Optional.empty(),
        NOW.minus(Duration.ofDays(daysKnown)),
        "tester",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        NOW,
        Optional.empty(),
        0,
        0,
        perDay,
        Optional.empty(),
        false);
  }

  @Test
  void unknownHabit_isTheUsualInterval() {
    assertThat(least.afterSuccess(source(OptionalDouble.empty(), 30), NOW, Optional.empty()))
        .isEqualTo(INTERVAL);
  }

  @ParameterizedTest
  @CsvSource({
    "100000, PT1M",
    "480, PT1M",
    "240, PT2M",
    "96, PT5M",
    "48, PT10M",
    "2, PT10M",
    "1, PT10M",
    "0.9, PT30M",
    "0, PT30M"
  })
  void habit_isAThirdOfTheTimeBetweenItemsWithinBounds(double perDay, Duration expected) {
    assertThat(least.afterSuccess(source(OptionalDouble.of(perDay), 8), NOW, Optional.empty()))
        .isEqualTo(expected);
  }

  @Test
  void quietSource_isNotLeftAloneLongerBeforeItIsKnownForAWeek() {
    assertThat(least.afterSuccess(source(OptionalDouble.of(0), 6), NOW, Optional.empty()))
        .isEqualTo(INTERVAL);
  }

  @Test
  void intervals_usualIsNoShorterThanShortest() {
    assertThat(new PollIntervals(INTERVAL, Duration.ofSeconds(1)).usual()).isEqualTo(INTERVAL);
  }

  @Test
  void afterFailures_doublesUpToTwelveHours() {
    assertThat(least.afterFailure(1, Optional.empty())).isEqualTo(Duration.ofMinutes(20));
    assertThat(least.afterFailure(3, Optional.empty())).isEqualTo(Duration.ofMinutes(80));
    assertThat(least.afterFailure(1_000, Optional.empty())).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void longIntervals_areNotShortenedByFailures() {
    PollIntervals slow = new PollIntervals(Duration.ofMinutes(1), Duration.ofDays(2));
    assertThat(new PollPace(slow, () -> 0).afterFailure(1, Optional.empty()))
        .isEqualTo(Duration.ofDays(2));
  }

  @Test
  void whatTheServerAsked_isKeptUpToADay() {
    assertThat(least.afterFailure(1, Optional.of(Duration.ofHours(3))))
        .isEqualTo(Duration.ofHours(3));
    assertThat(least.afterFailure(1, Optional.of(Duration.ofDays(99))))
        .isEqualTo(Duration.ofDays(1));
    assertThat(least.afterFailure(1, Optional.of(Duration.ofSeconds(1))))
        .isEqualTo(Duration.ofMinutes(20));
    assertThat(
            least.afterSuccess(
                source(OptionalDouble.empty(), 1), NOW, Optional.of(Duration.ofHours(1))))
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void chance_addsUpToATenth() {
    RandomGenerator most = () -> 120_000;
    assertThat(
            new PollPace(INTERVALS, most)
                .afterSuccess(source(OptionalDouble.empty(), 1), NOW, Optional.empty()))
        .isEqualTo(Duration.ofMinutes(11));
  }
}
