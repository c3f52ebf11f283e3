package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private final List<String> asked = new ArrayList<>();
  private final Remembered<String> words =
      new Remembered<>(
          word -> {
            asked.add(word);
            return word + "!";
          },
          30,
          2);

  @Test
  void of_sameWord_asksOnce() {
    assertThat(words.of("dam")).isEqualTo("dam!");
    assertThat(words.of("a dam broke", 2, 5)).isEqualTo("dam!");
    assertThat(asked).containsExactly("dam");
  }

  @Test
  void of_twoWordsByTurns_bothAreRemembered() {
    for (int i = 0; i < 3; i++) {
      assertThat(words.of("b")).isEqualTo("b!");
      assertThat(words.of("d")).isEqualTo("d!");
    }
    assertThat(asked).containsExactly("b", "d");
  }

  @Test
  void of_oneWordMoreThanThereIsRoom_forgetsOne() {
    words.of("b");
    words.of("d");
    words.of("f");
    assertThat(words.of("d")).isEqualTo("d!");
    assertThat(asked).containsExactly("b", "d", "f");
  }
}
