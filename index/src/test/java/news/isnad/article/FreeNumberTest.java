package news.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FreeNumberTest {
  @Test
  void takenInARow_theNextIsFree() {
    for (long last = 1; last < 70; last++) {
      long most = last;
      assertThat(FreeNumber.from(2, number -> number <= most)).isEqualTo(Math.max(2, last + 1));
    }
  }

  @Test
  void gaps_giveAFreeOne() {
    assertThat(FreeNumber.from(2, Set.of(2L, 3L, 7L, 8L)::contains)).isIn(4L, 9L);
  }

  @Test
  void tenThousandTaken_areNotLookedThrough() {
    AtomicInteger looks = new AtomicInteger();

    long free =
        FreeNumber.from(
            2,
            number -> {
              looks.incrementAndGet();
              return number <= 10_000;
            });

    assertThat(free).isEqualTo(10_001);
    assertThat(looks.get()).isLessThan(40);
  }
}
