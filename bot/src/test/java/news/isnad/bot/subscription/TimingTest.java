package news.isnad.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.isnad.bot.compose.News;
import org.junit.jupiter.api.Test;

/** At nine in the morning something comes, and this or that holds it back. */
class TimingTest {
  private static final Instant NOW = Instant.parse("2026-03-15T09:00:00Z");
  private static final List<Boolean> BOTH = List.of(false, true);

  private static Instant at(int hour) {
    return Instant.parse("2026-03-15T00:00:00Z").plus(Duration.ofHours(hour));
  }

  private static Schedule schedule(boolean collected, int hour) {
    return collected ? new Schedule.AtTimes(List.of(LocalTime.of(hour, 0))) : new Schedule.AtOnce();
  }

  private static Timing.Situation situation(
      Optional<Integer> snoozed, Optional<ChatSchedule.Quiet> quiet, boolean full, boolean late) {
    ChatSchedule hours = ChatSchedule.usual(ZoneOffset.UTC).withQuiet(quiet).withMost(full ? 2 : 0);
    return new Timing.Situation(hours, snoozed.map(TimingTest::at), 2, 0, late, true);
  }

  /** Collected till 11, snoozed till 12, quiet till 13, the rest of a full day at 18. */
  @Test
  void everyCombination_waitsForTheLatest_andNothingIsToldInQuietHours() {
    for (boolean collected : BOTH) {
      for (boolean snoozed : BOTH) {
        for (boolean isQuiet : BOTH) {
          for (boolean full : BOTH) {
            for (boolean late : BOTH) {
              Timing.Decision decision =
                  Timing.of(
                      News.FIRST,
                      schedule(collected, 11),
                      situation(
                          Optional.of(12).filter(_ -> snoozed),
                          Optional.of(quiet(8, 13)).filter(_ -> isQuiet),
                          full,
                          late),
                      NOW);
              boolean atOnceToday = full && !collected;
              Instant expected =
                  atOnceToday
                      ? at(18)
                      : isQuiet
                          ? at(13)
                          : snoozed
                              ? at(12)
                              : collected ? at(11) : late ? NOW.plus(Duration.ofMinutes(2)) : NOW;
              assertThat(decision.due())
                  .as("collected %s snoozed %s quiet %s full %s", collected, snoozed, isQuiet, full)
                  .isEqualTo(expected);
              boolean alone = expected.equals(NOW);
              assertThat(decision.manner() == Manner.ALERT).isEqualTo(alone);
            }
          }
        }
      }
    }
  }

  private static ChatSchedule.Quiet quiet(int from, int to) {
    return new ChatSchedule.Quiet(LocalTime.of(from, 0), LocalTime.of(to, 0));
  }

  @Test
  void digest_thatComesBeforeASnoozeEnds_waitsForItsEnd() {
    assertThat(
            Timing.of(
                News.FIRST,
                schedule(true, 10),
                situation(Optional.of(12), Optional.empty(), false, false),
                NOW))
        .isEqualTo(new Timing.Decision(at(12), Manner.DIGEST));
  }

  @Test
  void snooze_thatEndsBeforeTheDigest_changesNothing() {
    assertThat(
            Timing.of(
                News.FIRST,
                schedule(true, 20),
                situation(Optional.of(12), Optional.empty(), false, false),
                NOW))
        .isEqualTo(new Timing.Decision(at(20), Manner.DIGEST));
  }

  @Test
  void snooze_thatEndsInQuietHours_waitsForTheirEnd() {
    assertThat(
            Timing.of(
                News.FIRST,
                schedule(false, 0),
                situation(Optional.of(12), Optional.of(quiet(11, 14)), false, false),
                NOW))
        .isEqualTo(new Timing.Decision(at(14), Manner.CATCH_UP));
  }

  @Test
  void flood_thatReachesIntoQuietHours_waitsForTheirEnd() {
    Instant almost = at(11).minusSeconds(30);
    ChatSchedule hours = ChatSchedule.usual(ZoneOffset.UTC).withQuiet(Optional.of(quiet(11, 14)));
    Timing.Situation flooded =
        new Timing.Situation(hours, Optional.empty(), 0, Timing.MOST_WAITING, false, true);
    assertThat(Timing.of(News.FIRST, new Schedule.AtOnce(), flooded, almost).due())
        .isEqualTo(at(14));
  }

  @Test
  void correction_isToldAtOnce_whateverHoldsTheRestBack() {
    for (News news : News.values()) {
      Timing.Decision decision =
          Timing.of(
              news,
              schedule(true, 11),
              situation(Optional.of(12), Optional.of(quiet(8, 13)), true, true),
              NOW);
      assertThat(decision.due().equals(NOW)).as("%s", news).isEqualTo(news.isCorrection());
    }
  }
}
