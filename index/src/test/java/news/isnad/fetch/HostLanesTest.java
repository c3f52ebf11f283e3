package news.isnad.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.isnad.fetch.HostLanes.Asked;
import news.isnad.testing.SettableClock;
import org.junit.jupiter.api.Test;

class HostLanesTest {
  private static final Duration NO_WAIT = Duration.ofMillis(1);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final List<Duration> slept = new ArrayList<>();
  private final HostLanes lanes =
      new HostLanes(
          clock,
          time -> {
            slept.add(time);
            clock.advance(time);
          });

  private Asked ask(String host) throws InterruptedException {
    return lanes.turn(host, false, NO_WAIT);
  }

  private Asked.Turn turn(String host) throws InterruptedException {
    return (Asked.Turn) ask(host);
  }

  @Test
  void lane_holdsOneAtATimeAndOthersAreNotConcerned() throws InterruptedException {
    try (Asked.Turn turn = turn("a.example:443")) {
      assertThat(ask("a.example:443")).isInstanceOf(Asked.Busy.class);
      assertThat(ask("b.example:443")).isInstanceOf(Asked.Turn.class);
      assertThat(turn).isNotNull();
    }
    assertThat(ask("a.example:443")).isInstanceOf(Asked.Turn.class);
  }

  @Test
  void next_waitsForThePause() throws InterruptedException {
    turn("a.example:443").close();
    clock.advance(Duration.ofMillis(200));
    turn("a.example:443").close();
    assertThat(slept).containsExactly(Duration.ofMillis(300));
    clock.advance(Duration.ofSeconds(5));
    turn("a.example:443").close();
    assertThat(slept).hasSize(1);
  }

  @Test
  void ownHost_isNotPausedFor() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      ((Asked.Turn) lanes.turn("127.0.0.1:80", true, NO_WAIT)).close();
    }
    assertThat(slept).isEmpty();
  }

  @Test
  void longerPause_isKeptUpToItsLimit() throws InterruptedException {
    lanes.slowDown("a.example:443", Duration.ofSeconds(4));
    turn("a.example:443").close();
    turn("a.example:443").close();
    lanes.slowDown("b.example:443", Duration.ofHours(4));
    turn("b.example:443").close();
    turn("b.example:443").close();
    assertThat(slept).containsExactly(Duration.ofSeconds(4), HostLanes.LONGEST_PAUSE);
  }

  @Test
  void closedHost_isAskedByNobodyUntilThen() throws InterruptedException {
    try (Asked.Turn turn = turn("a.example:443")) {
      turn.closeFor(Duration.ofMinutes(10));
    }
    clock.advance(Duration.ofMinutes(4));
    assertThat(ask("a.example:443")).isEqualTo(new Asked.Closed(Duration.ofMinutes(6)));
    clock.advance(Duration.ofMinutes(6));
    assertThat(ask("a.example:443")).isInstanceOf(Asked.Turn.class);
  }
}
