package news.isnad.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphemesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc | 2 | 2",
        "abc | 9 | 3",
        "abc | 0 | 0",
        "a\uD83D\uDEA2b | 2 | 1",
        "a\uD83D\uDEA2b | 3 | 3",
        "a\u064Eb\u064E\u0651c | 4 | 2",
        "x\uD83D\uDC69\u200D\uD83D\uDD27y | 4 | 1",
        "x\uD83D\uDC69\u200D\uD83D\uDD27y | 6 | 6",
      })
  void border_isWhereAReaderSeesOne(String text, int offset, int border) {
    assertThat(Graphemes.border(text, offset)).isEqualTo(border);
  }

  @Test
  void lettersWithEndlessMarks_areCutAll_theSame() {
    String marks = "ع" + "\u064E".repeat(500);

    assertThat(Graphemes.border(marks, 300)).isEqualTo(300);
    assertThat(Graphemes.beginning("🚢".repeat(200), 101)).isEqualTo("🚢".repeat(50));
  }

  @Test
  void shortened_saysSo() {
    assertThat(Graphemes.shortened("ميناء بيلدافيا", 7)).isEqualTo("ميناء…");
    assertThat(Graphemes.shortened("ميناء", 5)).isEqualTo("ميناء");
  }
}
