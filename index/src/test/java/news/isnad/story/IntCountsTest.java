package news.isnad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntCountsTest {
  @Test
  void numbers_areThoseOfAMap_whateverComesAndGoes() {
    SplittableRandom dice = new SplittableRandom(3);
    Map<Integer, Integer> expected = new HashMap<>();
    IntCounts counts = new IntCounts();
    for (int round = 0; round < 50_000; round++) {
      int key = dice.nextInt(3) == 0 ? dice.nextInt(100) - 50 : dice.nextInt();
      int count = dice.nextInt(3);
      expected.put(key, count);
      counts.put(key, count);
    }
    expected.forEach((key, count) -> assertThat(counts.get(key)).isEqualTo(count));
    assertThat(counts.get(1_000_000)).isEqualTo(expected.getOrDefault(1_000_000, 0));
  }
}
