package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordFilterTest {
  private static List<String> words(String beginning) {
    return IntStream.range(0, 1_000).mapToObj(i -> beginning + i).toList();
  }

  @Test
  void mayHave_wordsItWasMadeOf_alwaysTrue() {
    assertThat(words("قال")).allMatch(new WordFilter(words("قال"))::mayHave);
  }

  @Test
  void mayHave_otherWords_falseOfMost() {
    WordFilter filter = new WordFilter(words("said"));

    assertThat(words("other").stream().filter(filter::mayHave).count()).isLessThan(250);
  }

  @Test
  void mayHave_ofNoWords_false() {
    assertThat(words("any")).noneMatch(new WordFilter(List.of())::mayHave);
  }

  @Test
  void mayHave_wordOfAnotherClass_falseOfMost() {
    WordFilter filter =
        WordFilter.ofClasses(Map.of("role", words("mayor"), "body", words("council")));

    assertThat(words("mayor")).allMatch(word -> filter.mayHave("role", word));
    assertThat(words("council")).allMatch(word -> filter.mayHave("body", word));
    assertThat(words("council").stream().filter(word -> filter.mayHave("role", word)).count())
        .isLessThan(250);
  }
}
